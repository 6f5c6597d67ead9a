import type { Knex } from 'knex';
import { besluitenMaximum } from '../besluiten/contract.ts';
import { loadStand } from '../bronnen/queries.ts';
import { opCentimeter } from '../geo/rd.ts';
import { apiBase } from '../http/endpoint.ts';
import { Problem, sourceDown } from '../http/problem.ts';
import { isStoring, type Kaart, storing } from '../kaart/contract.ts';
import { loadKaart } from '../kaart/kaart.ts';
import type { Uittreksel, UittrekselInhoud } from './contract.ts';
import { maakInhoud } from './domain/inhoud.ts';
import { kiesVak, maakKaartbeeld } from './domain/kaartbeeld.ts';
import { canonicalJson, sha256 } from './hash.ts';
import {
  keepUittreksel,
  loadKaartFeiten,
  loadRegeltekstKenmerken,
  loadUittreksel,
  type UittrekselRij,
} from './queries.ts';

const grenzen = {
  /** An extract of a perceel with 600 rules is 0.5 MB. */
  bytes: 4_000_000,
  /** Of all people together; each is at most `bytes`. */
  perUur: 600,
  jaren: 5,
} as const;

type Vraag = UittrekselInhoud['vraag'];
type MeldFout = (sectie: string, error: unknown) => void;

/**
 * What the loket says now about a place, for a day.
 *
 * An import halfway would mix two states of the data, so then it is read again.
 *
 * @param vraag the place in RD metres to the centimetre, the day, and how far around it besluiten are told
 * @throws Problem when the data does not stand still, or what the database says when the identity of the place fails
 */
export async function loadInhoud(db: Knex, vraag: Vraag, meldFout: MeldFout): Promise<UittrekselInhoud> {
  for (let poging = 0; poging < 3; poging += 1) {
    const voor = await loadStand(db);
    try {
      const inhoud = await loadEenmaal(db, vraag, meldFout);
      if ((await loadStand(db)) === voor) return inhoud;
    } catch (error) {
      if ((await loadStand(db)) === voor) throw error;
    }
  }
  throw new Problem({
    status: 503,
    type: 'gegevens-veranderen',
    title: 'De gegevens worden nu vernieuwd',
    detail: 'Er worden nu nieuwe gegevens ingelezen. Probeer het over een minuut opnieuw.',
  });
}

async function loadEenmaal(db: Knex, { punt, datum, straalM }: Vraag, meldFout: MeldFout): Promise<UittrekselInhoud> {
  const kaart = await loadKaart(db, { punt, datum, vandaag: datum, straalM, maximum: besluitenMaximum }, meldFout);
  const uitsnede = kiesVak(punt, kaart.perceel?.omhullende ?? null);
  const [regels, kaartbeeld] = await Promise.all([
    loadTeksten(db, kaart).catch((error: unknown) => {
      meldFout('regels', error);
      return { regels: storing.parse(sourceDown('regels').body), teksten: [] };
    }),
    loadKaartFeiten(db, uitsnede, kaart.perceel?.identificatie ?? null)
      .then((feiten) => maakKaartbeeld(uitsnede, feiten))
      .catch((error: unknown) => {
        meldFout('kaartbeeld', error);
        return storing.parse(sourceDown('kaartbeeld').body);
      }),
  ]);
  return maakInhoud({ punt, datum, straalM }, { ...kaart, regels: regels.regels }, regels.teksten, kaartbeeld);
}

/** Rules whose texts cannot be told apart are no evidence: without the texts the section fails as a whole. */
async function loadTeksten(db: Knex, { regels }: Kaart) {
  if (isStoring(regels)) return { regels, teksten: [] };
  const vindplaatsen = [
    ...regels.activiteiten.flatMap(({ aanduidingen }) => aanduidingen),
    ...regels.normen.flatMap(({ waarden }) => waarden),
    ...regels.gebiedsaanwijzingen,
    ...regels.overig,
  ];
  const ids = [...new Set(vindplaatsen.map(({ regeltekstId }) => regeltekstId))];
  return { regels, teksten: await loadRegeltekstKenmerken(db, ids) };
}

/** Makes an extract and keeps it. */
export async function storeUittreksel(
  db: Knex,
  { punt: { x, y }, ...rest }: Vraag,
  vandaag: string,
  meldFout: MeldFout,
): Promise<UittrekselRij> {
  const content = await loadInhoud(db, { punt: { x: opCentimeter(x), y: opCentimeter(y) }, ...rest }, meldFout);
  const inhoud = canonicalJson(content);
  if (Buffer.byteLength(inhoud) > grenzen.bytes) {
    throw new Problem({
      status: 422,
      type: 'uittreksel-te-groot',
      title: 'Over deze plek weten wij te veel voor één uittreksel',
      detail: 'Dit uittreksel wordt te groot om te bewaren. Kies een kleiner perceel, of druk de kaart af.',
    });
  }
  const rij = await keepUittreksel(
    db,
    {
      inhoud,
      hash: sha256(inhoud),
      peildata: peildataVan(content),
      vandaag,
      bewaardTot: `${Number(vandaag.slice(0, 4)) + grenzen.jaren}-12-31`,
    },
    grenzen.perUur,
  );
  if (rij) return rij;
  throw new Problem({
    status: 429,
    type: 'te-veel-uittreksels',
    title: 'Er zijn nu te veel uittreksels gemaakt',
    detail:
      'Het loket bewaart een beperkt aantal uittreksels per uur. Probeer het over een uur opnieuw, of druk de kaart af.',
  });
}

function peildataVan({ locatie, ...secties }: UittrekselInhoud): Record<string, string> {
  const bronnen = [locatie, secties.regels, secties.omstandigheden, secties.besluiten].flatMap((sectie) =>
    'bronnen' in sectie && Array.isArray(sectie.bronnen) ? sectie.bronnen : [],
  );
  return Object.fromEntries(bronnen.map(({ id, peildatum }) => [id, peildatum]));
}

/** An extract as it is kept, and whether it is still what was made; null: never made, or no longer kept. */
export async function findUittreksel(db: Knex, id: string): Promise<Uittreksel | null> {
  const rij = await loadUittreksel(db, id);
  if (!rij) return null;
  return {
    ...toonKenmerken(rij),
    hashKlopt: sha256(rij.inhoud) === rij.hash,
    schema: `${apiBase}/schemas/uittreksel`,
    inhoud: JSON.parse(rij.inhoud),
  };
}

export function toonKenmerken({ id, hash, gemaaktOp, bewaardTot }: UittrekselRij) {
  const json = `${apiBase}/uittreksels/${id}`;
  return { id, hash, gemaaktOp: new Date(gemaaktOp).toISOString(), bewaardTot, json, pdf: `${json}/pdf` };
}
