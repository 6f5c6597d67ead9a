import type { Knex } from 'knex';
import { apiBase } from '../http/endpoint.ts';
import { Problem, sourceDown } from '../http/problem.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { canonicalJson, sha256 } from '../rapport/hash.ts';
import { loadKaartbeeld } from '../rapport/kaartbeeld.ts';
import type { BewaardOordeel, CheckInvoer } from './contract.ts';
import { beoordeel, type Omgeving, type Regels } from './domain/beoordeel.ts';
import { maakBewaarbaar } from './domain/bewaarbaar.ts';
import type { Oordeel } from './domain/oordeel.ts';
import { maakOordeelStuk } from './domain/oordeel-stuk.ts';
import type { Activiteit } from './domain/regel.ts';
import type { Koppeling } from './domain/sttr/koppeling.ts';
import { readToepasbaar } from './omgeving.ts';
import { keepOordeel, loadOordeel, loadOordeelRegels, type OordeelRij } from './queries.ts';
import { findRegelversie } from './regelbestanden/queries.ts';

const grenzen = {
  /** Of all people together. */
  perUur: 2_000,
  /** The rest of this year and all of the next: as long as somebody may still file with it. */
  jaren: 1,
} as const;

/** The rules of a werkzaamheid as they are kept. */
type BewaardeRegels =
  | { soort: 'activiteit'; activiteit: Activiteit }
  | { soort: 'toepasbaar'; hash: string; bestand: string; koppeling: Koppeling };

/** Judges and keeps the oordeel with everything that it depended on. */
export async function storeOordeel(
  db: Knex,
  gevraagd: CheckInvoer,
  omgeving: Omgeving,
  meldFout: (error: unknown) => void,
): Promise<BewaardOordeel> {
  const invoer = maakBewaarbaar(gevraagd, omgeving);
  const { oordeel } = beoordeel(invoer, omgeving);
  const inhoud = canonicalJson(oordeel);
  const regels = await Promise.all(
    [...omgeving.werkzaamheden].map(async ([werkzaamheid, een]) => {
      const tekst = canonicalJson(await toBewaard(db, een));
      return { werkzaamheid, hash: sha256(tekst), inhoud: tekst };
    }),
  );
  const kaartbeeld = await loadKaartbeeld(
    db,
    oordeel.plaats.punt,
    invoer.onderdelen.flatMap(({ ring }) => ring ?? []),
  ).catch((error: unknown) => {
    meldFout(error);
    return null;
  });
  const { werkzaamheden: _, ...rest } = omgeving;
  const rij = await keepOordeel(
    db,
    {
      inhoud,
      hash: sha256(inhoud),
      invoer: JSON.stringify(invoer),
      omgeving: JSON.stringify(rest),
      kaartbeeld: kaartbeeld && JSON.stringify(kaartbeeld),
      bewaardTot: `${Number(omgeving.vandaag.slice(0, 4)) + grenzen.jaren}-12-31`,
      regels,
    },
    grenzen.perUur,
  );
  if (rij) return toonBewaard(rij);
  throw new Problem({
    status: 429,
    type: 'te-veel-oordelen',
    title: 'Er zijn nu te veel oordelen bewaard',
    detail: 'Het loket bewaart een beperkt aantal oordelen per uur. Probeer het over een uur opnieuw, of druk het af.',
  });
}

async function toBewaard(db: Knex, regels: Regels): Promise<BewaardeRegels> {
  if ('activiteit' in regels) return { soort: 'activiteit', activiteit: regels.activiteit };
  const { hash, koppeling } = regels.toepasbaar;
  const versie = await findRegelversie(db, hash);
  if (!versie) throw sourceDown('toepasbare regels');
  return { soort: 'toepasbaar', hash, bestand: versie.bestand, koppeling };
}

/** An oordeel as it is kept; null: never made, or no longer kept. */
export async function findOordeel(db: Knex, id: string): Promise<BewaardOordeel | null> {
  const rij = await loadOordeel(db, id);
  return rij && toonBewaard(rij);
}

/** The same as a document, to make a PDF of. */
export async function findOordeelStuk(
  db: Knex,
  id: string,
): Promise<{ bewaard: BewaardOordeel; maakStuk(): Stuk } | null> {
  const rij = await loadOordeel(db, id);
  if (!rij) return null;
  const bewaard = toonBewaard(rij);
  return { bewaard, maakStuk: () => maakOordeelStuk(bewaard, rij.kaartbeeld) };
}

function toonBewaard({ id, hash, inhoud, invoer, gemaaktOp, bewaardTot }: OordeelRij): BewaardOordeel {
  const json = `${apiBase}/oordelen/${id}`;
  return {
    id,
    hash,
    hashKlopt: sha256(inhoud) === hash,
    gemaaktOp: new Date(gemaaktOp).toISOString(),
    bewaardTot,
    invoer,
    oordeel: { ...(JSON.parse(inhoud) as Oordeel), id },
    json,
    pdf: `${json}/pdf`,
  };
}

/** Judges again with the facts and the rules of then, whatever holds now. Null: it is not kept. */
export async function repeatOordeel(
  db: Knex,
  id: string,
): Promise<{ gelijk: boolean; hash: string; oordeel: Oordeel } | null> {
  const rij = await loadOordeel(db, id);
  if (!rij) return null;
  const bewaard = await loadOordeelRegels(db, id);
  const werkzaamheden = new Map(
    bewaard.map(({ werkzaamheid, inhoud }) => [werkzaamheid, fromBewaard(JSON.parse(inhoud))] as const),
  );
  const { oordeel } = beoordeel(rij.invoer, { ...rij.omgeving, werkzaamheden });
  const inhoud = canonicalJson(oordeel);
  return { gelijk: inhoud === rij.inhoud, hash: sha256(inhoud), oordeel: { ...oordeel, id } };
}

const fromBewaard = (regels: BewaardeRegels): Regels =>
  regels.soort === 'activiteit'
    ? { activiteit: regels.activiteit }
    : { toepasbaar: readToepasbaar(regels.bestand, regels.koppeling, regels.hash) };
