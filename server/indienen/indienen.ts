import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { nietCompleet } from '../bijlagen/ontvang.ts';
import { loadBijlagen } from '../bijlagen/queries.ts';
import type { Diensten } from '../diensten.ts';
import { type Fault, invalidInput, notFound, Problem } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { draagOver } from '../overdracht/overdragen.ts';
import { geefPost } from '../post/versturen.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import type { Persoon } from '../toegang/domain.ts';
import { findOordeel } from '../vergunningcheck/bewaard.ts';
import { tarievenVan } from '../vergunningcheck/domain/leges.ts';
import { findBezwaarDoel, legBezwaarVast } from './bezwaar.ts';
import type { Ontvangst, Plaats } from './contract.ts';
import { maakBevestigingMail, maakBevestigingStuk } from './domain/bevestiging.ts';
import { alleVelden, controleer, gekozenAntwoorden } from './domain/formulier.ts';
import { maakOntvangst, uitersteDatum } from './domain/ontvangst.ts';
import { findEigenConcept, isEigen, nietHier } from './eigen.ts';
import {
  type ConceptRij,
  deleteConcept,
  findConcept,
  findZaakKop,
  insertZaak,
  loadMeldplek,
  loadPlek,
  nextKenmerk,
} from './queries.ts';
import { zaaktypeVan } from './zaaktypes/index.ts';
import type { Zaaktype } from './zaaktypes/zaaktype.ts';

interface Invoer {
  id: string;
  versie: number;
  idempotentie: string;
}

interface Omgeving {
  db: Knex;
  vandaag: string;
  publicUrl: string;
  diensten: Pick<Diensten, 'zaaksystemen'>;
}

/** How far the place of a check may lie from the place of what is filed, in metres: it must be the same plot. */
const zelfdePlekM = 200;

/**
 * Turns a concept into a zaak, exactly once: the zaak, its bijlagen, its receipt, the log and the mail stand together or
 * not at all. Who sends the same again, gets the same receipt.
 *
 * @throws Problem 400 with what is wrong per field, 404, or 409 when the concept was changed after it was reviewed
 */
export async function dienConceptIn(
  { db, vandaag, publicUrl, diensten }: Omgeving,
  invoer: Invoer,
  toegang: Toegang<Persoon | null>,
  request: Request,
  gegeven: Zaaktype['gegeven'],
): Promise<Ontvangst> {
  const dag = parseDatum(vandaag);
  if (!dag) throw new Error(`Today is not a day: ${vandaag}`);
  const gezien = await findConcept(db, invoer.id);
  if (!gezien) {
    const eerder = await findEerder(db, invoer, toegang, request);
    if (eerder) return eerder;
  }
  await findEigenConcept(db, invoer.id, toegang, request, gezien);
  try {
    return await db.transaction(async (trx) => {
      const concept = await findConcept(trx, invoer.id, true);
      if (!concept || !isEigen(concept, toegang.wie, request)) throw notFound(nietHier);
      const ontvangst = await maakZaak(trx, { concept, invoer, dag, publicUrl, gegeven }, toegang);
      await draagOver(trx, diensten.zaaksystemen, ontvangst.zaakId);
      return ontvangst;
    });
  } catch (error) {
    if (error instanceof Problem && error.status !== 404) throw error;
    // somebody pressed twice: the other request was first
    const intussen = await findEerder(db, invoer, toegang, request);
    if (intussen) return intussen;
    throw error;
  }
}

/** The receipt of what was sent before; null: nothing was. */
async function findEerder(
  db: Knex,
  { id, idempotentie }: Invoer,
  toegang: Toegang<Persoon | null>,
  request: Request,
): Promise<Ontvangst | null> {
  const zaak = await findZaakKop(db, { conceptId: id, idempotentie });
  if (!zaak) return null;
  if (!isEigen(zaak, toegang.wie, request)) {
    throw await toegang.nietVanU({ soort: 'zaak', id: zaak.id }, 'Dit concept is er niet (meer).');
  }
  if (zaak.conceptId !== id) {
    throw new Problem({
      status: 409,
      type: 'al-gebruikt',
      title: 'Deze sleutel is al gebruikt',
      detail: `Met deze sleutel is ${zaak.ontvangst.kenmerk} ingediend. Laad de pagina opnieuw en probeer het nog een keer.`,
    });
  }
  await toegang.verantwoord(db, {
    betrokkenen: zaak.eigenaar ? [zaak.eigenaar] : [],
    object: { soort: 'zaak', id: zaak.id },
    handeling: 'raadplegen',
  });
  return zaak.ontvangst;
}

async function maakZaak(
  trx: Knex.Transaction,
  {
    concept,
    invoer,
    dag,
    publicUrl,
    gegeven,
  }: { concept: ConceptRij; invoer: Invoer; dag: Datum; publicUrl: string; gegeven: Zaaktype['gegeven'] },
  { wie, verantwoord }: Toegang<Persoon | null>,
): Promise<Ontvangst> {
  const zaaktype = zaaktypeVan(concept.zaaktype);
  if (!zaaktype || zaaktype.gegeven !== gegeven) throw notFound('Dit concept dient u op een andere manier in.');
  if (concept.versie !== invoer.versie) throw intussenGewijzigd(concept.versie);
  const antwoorden = gekozenAntwoorden(zaaktype, concept.antwoorden);
  const bijlagen = await loadBijlagen(trx, { conceptId: concept.id });
  const fouten: Fault[] = [
    ...controleer(alleVelden(zaaktype), antwoorden, dag),
    ...(concept.plaats ? [] : [{ veld: 'plaats', melding: 'Kies een plek' }]),
    ...nietCompleet(bijlagen),
  ];
  if (fouten.length > 0 || !concept.plaats) throw invalidInput(fouten);
  const bezwaar = zaaktype.verzoek === 'bezwaar' ? await findBezwaarDoel(trx, String(antwoorden.besluit), dag) : null;
  const plaats = zaaktype.verzoek === 'openbare-ruimte' ? await opDePlek(trx, concept.plaats) : concept.plaats;
  const plek = await loadPlek(trx, plaats);
  if (!plek.gemeenteCode || !plek.eigen) throw andereGemeente(plek.gemeenteNaam);

  const bewaard = concept.oordeelId ? await findOordeel(trx, concept.oordeelId) : null;
  const oordeel = bewaard && ligtDichtbij(bewaard.oordeel.plaats.punt, plaats) ? bewaard.oordeel : null;
  const verzoek = {
    zaaktype,
    antwoorden: bezwaar ? { ...antwoorden, besluit: bezwaar.titel } : antwoorden,
    vandaag: dag,
    vanaf: bezwaar?.vanaf ?? null,
    oordeel,
    tarieven: tarievenVan(plek.gemeenteCode),
  };
  const gekeurd = bijlagen.filter(({ status }) => status === 'gekeurd');
  const zaakId = randomUUID();
  const kenmerk = await nextKenmerk(trx, dag.slice(0, 4));
  const { contactNaam } = antwoorden;
  const ontvangst = maakOntvangst(verzoek, {
    zaakId,
    kenmerk,
    oordeelId: oordeel ? concept.oordeelId : null,
    indiener:
      typeof contactNaam === 'string'
        ? { naam: contactNaam, namens: wie?.namens ?? wie?.organisatie?.naam ?? null }
        : null,
    bijlagen: gekeurd.map(({ naam, bytes, sha256 }) => ({ naam, bytes, sha256: sha256 as string })),
    soorten: gekeurd.map(({ soort }) => soort),
    plaats,
    plek: { ...plek, gemeente: plek.gemeenteNaam ? `Gemeente ${plek.gemeenteNaam}` : 'De gemeente' },
  });

  const eigenaar = concept.eigenaar ?? wie?.eigenaar ?? null;
  const documentId = await insertZaak(trx, {
    id: zaakId,
    kenmerk,
    zaaktype: zaaktype.id,
    bevoegdGezag: plek.gemeenteCode,
    eigenaar,
    ingediendDoor: wie?.persoon ?? null,
    gemachtigde: wie?.namens ? wie.persoon : null,
    geheimHash: eigenaar === null ? concept.geheimHash : null,
    omschrijving: String(antwoorden.omschrijving ?? zaaktype.naam),
    plaats,
    percelen: plek.percelen,
    adres: plek.adres,
    formulier: { antwoorden, plaats, ontvangst, organisatie: wie?.organisatie ?? null },
    oordeelId: ontvangst.oordeelId,
    idempotentie: invoer.idempotentie,
    conceptId: concept.id,
    procedure: ontvangst.procedure.soort,
    ontvangenOp: dag,
    uitersteDatum: uitersteDatum(ontvangst.procedure, dag),
    termijnVanaf: bezwaar?.vanaf ?? null,
    gebeurtenis: { doorRol: wie?.rol ?? 'anoniem', tekst: `Wij hebben uw ${zaaktype.ding} ontvangen.` },
    document: {
      titel: `Ontvangstbevestiging ${kenmerk}`,
      inhoud: maakBevestigingStuk(ontvangst, new Date().toISOString()),
    },
  });
  if (bezwaar)
    await legBezwaarVast(trx, bezwaar, {
      zaakId,
      gronden: String(antwoorden.omschrijving),
      dag,
      rol: wie?.rol ?? 'anoniem',
    });
  await deleteConcept(trx, concept.id);
  if (ontvangst.email) {
    await geefPost(trx, { aan: ontvangst.email, ...maakBevestigingMail(ontvangst, publicUrl), zaakId, documentId });
  }
  await verantwoord(trx, {
    betrokkenen: eigenaar ? [eigenaar] : [],
    object: { soort: 'zaak', id: zaakId },
    handeling: 'verzamelen',
  });
  return ontvangst;
}

/** A melding lies on the thing or the street that it is about, also when it was pointed at beside it. */
async function opDePlek(trx: Knex, plaats: Plaats): Promise<Plaats> {
  const { plek } = await loadMeldplek(trx, { x: plaats.x, y: plaats.y, categorie: '', straalM: 0 });
  return { ...plaats, x: plek.x, y: plek.y };
}

const ligtDichtbij = (een: { x: number; y: number }, { x, y }: Plaats) =>
  Math.hypot(een.x - x, een.y - y) <= zelfdePlekM;

export const intussenGewijzigd = (versie: number) =>
  new Problem({
    status: 409,
    type: 'intussen-gewijzigd',
    title: 'Dit is intussen ergens anders gewijzigd',
    detail:
      'U hebt het ook op een ander apparaat of in een ander venster open. Laad de nieuwste versie en kijk het na.',
    meer: { versie },
  });

const andereGemeente = (naam: string | null) =>
  new Problem({
    status: 400,
    type: 'andere-gemeente',
    title: 'Deze plek ligt niet in onze gemeente',
    detail: naam
      ? `De plek ligt in de gemeente ${naam}. Dien het daar in.`
      : 'Wij weten niet in welke gemeente deze plek ligt. Kies een andere plek, of bel de gemeente.',
    fouten: [{ veld: 'plaats', melding: 'Kies een plek in onze gemeente' }],
  });
