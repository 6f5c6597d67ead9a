import type { Request, Router } from 'express';
import { toonBijlage } from '../bijlagen/ontvang.ts';
import { deleteLosseBijlagen, loadBijlagen } from '../bijlagen/queries.ts';
import { wisBestanden } from '../bijlagen/wissen.ts';
import type { AppContext } from '../http/context.ts';
import { mount, mountStream } from '../http/mount.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { stuurStuk } from '../rapport/pdf/stuur.ts';
import type { Persoon } from '../toegang/domain.ts';
import { hashOf } from '../toegang/koekjes.ts';
import {
  bewaarConcept,
  type Concept,
  dienIn,
  doeMelding,
  grenzen,
  leesConcept,
  leesConcepten,
  leesMeldplek,
  leesOntvangst,
  leesOntvangstPdf,
  leesZaaktypes,
  maakConcept,
  verwijderConcept,
  zienswijzeConcept,
} from './contract.ts';
import { maakBevestigingStuk } from './domain/bevestiging.ts';
import { statussen } from './domain/status.ts';
import { findEigenConcept, isEigen } from './eigen.ts';
import { dienConceptIn, intussenGewijzigd } from './indienen.ts';
import {
  type ConceptRij,
  deleteConcept,
  findZaakKop,
  insertConcept,
  loadConcepten,
  loadMeldplek,
  updateConcept,
} from './queries.ts';
import { zaaktypes, zaaktypeVan } from './zaaktypes/index.ts';

/** Begun without login, of all people together: enough for a busy day, too little to fill a disk. */
const anoniemPerUur = 2_000;

/** Meldingen of the same kind this near may be the same. */
const buurtM = 50;

export function mountIndienen(router: Router, { db, vandaag, mountOptions, diensten, publicUrl }: AppContext): void {
  const { opslag } = diensten;

  const toon = async ({ eigenaar, geheimHash: _, ...rij }: ConceptRij): Promise<Concept> => ({
    ...rij,
    antwoorden: rij.antwoorden as Concept['antwoorden'],
    eigen: eigenaar !== null,
    bijlagen: await Promise.all(
      (await loadBijlagen(db, { conceptId: rij.id })).map((bijlage) => toonBijlage(opslag, bijlage)),
    ),
  });

  mount(router, leesZaaktypes, mountOptions, async () => ({
    zaaktypes: zaaktypes.map(
      ({ id, naam, uitleg, artikel, voorbehoud = null, verzoek, stappen, vereisten, verloop }) => ({
        id,
        naam,
        uitleg,
        artikel,
        voorbehoud,
        verzoek,
        stappen: stappen.map((stap) => ({
          id: stap.id,
          titel: stap.titel,
          velden: stap.velden.map((veld) => ({
            id: veld.id,
            soort: veld.soort,
            label: veld.label,
            uitleg: veld.uitleg ?? null,
            artikel: veld.artikel ?? null,
            verplicht: !veld.optioneel,
            opties: 'opties' in veld ? veld.opties.map((optie) => ({ id: optie.id, naam: optie.naam })) : [],
          })),
        })),
        vereisten: vereisten.map((vereiste) => ({ id: vereiste.id, tekst: vereiste.tekst, artikel: vereiste.artikel })),
        statussen: verloop.statussen.map((status) => ({
          id: status,
          naam: statussen[status].naam,
          uitleg: statussen[status].uitleg,
        })),
      }),
    ),
  }));

  mount(router, maakConcept, mountOptions, async (invoer, _signal, toegang, { request }) => {
    const { id, sleutel, zaaktype, antwoorden, plaats, oordeelId } = invoer;
    if (!zaaktypeVan(zaaktype) && zaaktype !== zienswijzeConcept) {
      throw invalidInput([{ veld: 'zaaktype', melding: 'Dit kunt u hier niet aanvragen of melden' }]);
    }
    const eigenaar = toegang.wie?.eigenaar ?? null;
    if (!eigenaar && !sleutel) throw invalidInput([{ veld: 'sleutel', melding: 'Log in, of kies een sleutel' }]);
    const geheimHash = sleutel ? hashOf(sleutel) : null;
    const ruimte = await insertConcept(
      db,
      { id, zaaktype, eigenaar, geheimHash, antwoorden, plaats, oordeelId },
      { dagen: grenzen.dagen, anoniemPerUur },
    );
    if (!ruimte) throw teDruk();
    return toon(await findEigenConcept(db, id, toegang, request));
  });

  mount(router, leesConcepten, mountOptions, async (_invoer, _signal, { wie }) => ({
    concepten: await loadConcepten(db, wie.eigenaar),
  }));

  mount(router, leesConcept, mountOptions, async ({ id }, _signal, toegang, { request }) =>
    toon(await findEigenConcept(db, id, toegang, request)),
  );

  mount(router, bewaarConcept, mountOptions, async (invoer, _signal, toegang, { request }) => {
    const nu = await findEigenConcept(db, invoer.id, toegang, request);
    // who has logged in since, has it from now on
    const eigenaar = nu.eigenaar ?? toegang.wie?.eigenaar ?? null;
    const bewaard = await updateConcept(db, { ...invoer, eigenaar }, grenzen.dagen);
    if (!bewaard) throw intussenGewijzigd(nu.versie);
    return toon(bewaard);
  });

  mount(router, verwijderConcept, mountOptions, async ({ id }, _signal, toegang, { request }) => {
    await findEigenConcept(db, id, toegang, request);
    await db.transaction(async (trx) => {
      await deleteConcept(trx, id);
      await wisBestanden(trx, await deleteLosseBijlagen(trx));
    });
    return { id };
  });

  mount(router, dienIn, mountOptions, (invoer, _signal, toegang, { request }) =>
    dienConceptIn({ db, vandaag: vandaag(), publicUrl, diensten }, invoer, toegang, request, 'eigenDossier'),
  );

  mount(router, doeMelding, mountOptions, (invoer, _signal, toegang, { request }) =>
    dienConceptIn({ db, vandaag: vandaag(), publicUrl, diensten }, invoer, toegang, request, 'meldingInhoud'),
  );

  const findOntvangst = async (id: string, toegang: Toegang<Persoon | null>, request: Request) => {
    const nietHier = 'Deze ontvangstbevestiging is er niet. Log in om uw zaken te zien.';
    const zaak = await findZaakKop(db, { id });
    if (!zaak) throw notFound(nietHier);
    if (!isEigen(zaak, toegang.wie, request)) throw await toegang.nietVanU({ soort: 'zaak', id }, nietHier);
    return zaak.ontvangst;
  };

  mount(router, leesOntvangst, mountOptions, ({ id }, _signal, toegang, { request }) =>
    findOntvangst(id, toegang, request),
  );

  mountStream(router, leesOntvangstPdf, mountOptions, async ({ id }, stroom, toegang) => {
    const ontvangst = await findOntvangst(id, toegang, stroom.request);
    const stuk = maakBevestigingStuk(ontvangst, `${ontvangst.ontvangenOp}T12:00:00Z`);
    await stuurStuk(stroom, `ontvangstbevestiging-${ontvangst.kenmerk}`, stuk);
  });

  mount(router, leesMeldplek, mountOptions, async (invoer) => ({
    ...(await loadMeldplek(db, { ...invoer, straalM: buurtM })),
    straalM: buurtM,
  }));
}

const teDruk = () =>
  new Problem({
    status: 429,
    type: 'te-druk',
    title: 'Het is nu erg druk',
    detail: 'Log in om toch te beginnen, of probeer het over een uur opnieuw.',
  });
