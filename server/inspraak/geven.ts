import type { Knex } from 'knex';
import { dagVan } from '../behandelen/handel.ts';
import { wijzigZaak } from '../behandelen/queries.ts';
import { nietCompleet } from '../bijlagen/ontvang.ts';
import { loadBijlagen, verplaatsBijlagen } from '../bijlagen/queries.ts';
import type { AppContext } from '../http/context.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { zienswijzeConcept } from '../indienen/contract.ts';
import { findConcept } from '../indienen/queries.ts';
import { geefPost } from '../post/versturen.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import { reactietermijn } from '../termijnen/reactietermijn.ts';
import type { Zienswijze, ZienswijzeInvoer } from './contract.ts';
import { maakOntvangstMail, maakOntvangstStuk } from './domain/bevestiging.ts';
import { naamVanSoort } from './domain/ontvangst.ts';
import { reactieOpPlan, type Weg, wegVan } from './domain/weg.ts';
import { inhoudHashVan, nummerBestaat } from './nummer.ts';
import { findBesluit, findPlan, findZienswijze, insertZienswijze, type ZienswijzeRij } from './queries.ts';
import { besluitStandVan } from './stand.ts';

export const geenBesluit = 'Deze bekendmaking is er niet (meer). Zoek op de kaart naar besluiten in de buurt.';
const geenPlan = 'Deze pagina is er niet (meer). Zoek op de kaart naar besluiten in de buurt.';
export const geenZienswijze = 'Deze zienswijze is er niet.';

/** What is reacted to, and whether it can be. */
interface Doel {
  weg: Weg;
  besluit: string | null;
  zaakId: string | null;
  titel: string;
  bevoegdGezag: string;
  uiterlijk: Datum | null;
}

async function findDoel(db: Knex, { besluit, initiatief = '' }: ZienswijzeInvoer, vandaag: Datum): Promise<Doel> {
  if (besluit === undefined) {
    const plan = await findPlan(db, initiatief);
    if (!plan) throw notFound(geenPlan);
    const tot = parseDatum(plan.reagerenTot);
    return { ...plan, besluit: null, weg: reactieOpPlan(tot, vandaag), uiterlijk: tot };
  }
  const rij = await findBesluit(db, besluit);
  if (!rij) throw notFound(geenBesluit);
  const stand = besluitStandVan(rij);
  const weg = wegVan(stand, vandaag);
  const { totEnMet } = reactietermijn(stand, vandaag);
  return {
    weg,
    besluit,
    zaakId: rij.zaakId,
    titel: rij.titel,
    bevoegdGezag: rij.gemeenteCode ?? rij.bevoegdGezag,
    uiterlijk: weg.soort === 'zienswijze' ? parseDatum(totEnMet) : (stand.initiatief?.reagerenTot ?? null),
  };
}

/**
 * Takes a zienswijze or reaction with its files, exactly once: what was written, its files, the event of the zaak, the mail
 * and the log stand together or not at all.
 *
 * @throws Problem 400 with what is wrong per field, 404, or 409 when it cannot be given (any more), or when the same number
 * was used for something else
 */
export async function neemZienswijze(
  { db, vandaag, publicUrl }: Pick<AppContext, 'db' | 'vandaag' | 'publicUrl'>,
  invoer: ZienswijzeInvoer,
  toegang: Toegang,
): Promise<Zienswijze> {
  const { wie } = toegang;
  const { id, ...gestuurd } = invoer;
  const inhoudHash = inhoudHashVan(gestuurd);
  const eerder = await findZienswijze(db, id);
  if (eerder && eerder.eigenaar !== wie.eigenaar) {
    throw await toegang.nietVanU({ soort: 'zienswijze', id }, geenZienswijze);
  }
  return db.transaction(async (trx) => {
    const nieuw = !eerder && (await bewaar(trx, { invoer, inhoudHash, dag: dagVan(vandaag()) }, toegang));
    if (nieuw && invoer.concept) await neemBestanden(trx, id, { conceptId: invoer.concept, eigenaar: wie.eigenaar });
    const bewaard = eerder ?? (await findZienswijze(trx, id));
    // somebody else may have chosen the same id in the same moment: that is not his
    if (!bewaard || bewaard.eigenaar !== wie.eigenaar) throw notFound(geenZienswijze);
    if (bewaard.inhoudHash !== inhoudHash) throw andereInhoud(bewaard);
    if (nieuw) await vertel(trx, bewaard, wie.rol, publicUrl);
    await toegang.verantwoord(trx, {
      betrokkenen: [wie.eigenaar],
      object: { soort: 'zienswijze', id },
      handeling: nieuw ? 'verzamelen' : 'raadplegen',
    });
    return toonZienswijze(bewaard);
  });
}

/** @returns false when there is one with this id already */
async function bewaar(
  trx: Knex,
  { invoer, inhoudHash, dag }: { invoer: ZienswijzeInvoer; inhoudHash: string; dag: Datum },
  { wie }: Toegang,
): Promise<boolean> {
  const doel = await findDoel(trx, invoer, dag);
  const { weg, ...over } = doel;
  if (!weg.kan || (weg.soort !== 'zienswijze' && weg.soort !== 'reactie')) throw kanNiet(doel);
  const { id, tekst, belang, adres, email } = invoer;
  if (weg.wie === 'belanghebbende' && belang.trim() === '') {
    throw invalidInput([{ veld: 'belang', melding: 'Schrijf waarom dit u raakt (Awb 3:15)' }]);
  }
  return insertZienswijze(trx, {
    id,
    inhoudHash,
    soort: weg.soort,
    ...over,
    eigenaar: wie.eigenaar,
    ingediendDoor: wie.persoon,
    naam: wie.naam,
    namens: wie.namens ?? wie.organisatie?.naam ?? null,
    adres: adres.trim() || null,
    email,
    belang: belang.trim() || null,
    tekst: tekst.trim(),
    ontvangenOp: dag,
  });
}

/** The files of a concept that carried them until now. */
async function neemBestanden(
  trx: Knex,
  zienswijzeId: string,
  van: { conceptId: string; eigenaar: string },
): Promise<void> {
  const concept = await findConcept(trx, van.conceptId, true);
  if (concept?.eigenaar !== van.eigenaar || concept.zaaktype !== zienswijzeConcept) {
    throw invalidInput([{ veld: 'bijlagen', melding: 'Uw bestanden zijn er niet meer. Kies ze opnieuw' }]);
  }
  const fouten = nietCompleet(await loadBijlagen(trx, { conceptId: concept.id }));
  if (fouten.length > 0) throw invalidInput(fouten);
  await verplaatsBijlagen(trx, { zienswijzeId }, van);
}

/** Who handles the zaak hears of it, and who sent it gets a receipt where he asked for one. */
async function vertel(trx: Knex, bewaard: ZienswijzeRij, rol: string, publicUrl: string): Promise<void> {
  const { id, kenmerk, soort, zaakId, email } = bewaard;
  if (zaakId) {
    const tekst = `Er kwam een ${naamVanSoort[soort]} binnen: ${kenmerk}.`;
    await wijzigZaak(trx, zaakId, rol, {}, { soort, tekst, gegevens: { zienswijze: id }, intern: true });
  }
  if (email) {
    await geefPost(trx, { aan: email, ...maakOntvangstMail(bewaard, publicUrl), stuk: maakOntvangstStuk(bewaard) });
  }
}

/** As who may read it sees it. */
export const toonZienswijze = ({
  eigenaar: _,
  bevoegdGezag: __,
  inhoudHash: ___,
  zaakId: ____,
  ...zienswijze
}: ZienswijzeRij): Zienswijze => zienswijze;

/** It cannot (any more): why, and what can. */
const kanNiet = ({ weg: { uitleg, watNog } }: Doel) =>
  new Problem({
    status: 409,
    type: 'reageren-kan-niet',
    title: 'Reageren kan hier nu niet',
    detail: [uitleg, ...watNog].join(' '),
  });

const andereInhoud = ({ kenmerk }: ZienswijzeRij) =>
  nummerBestaat(
    `U stuurde hiermee eerder iets anders (${kenmerk}). Lees het bij Mijn zaken, of stuur wat u nu schrijft met een nieuw nummer.`,
  );
