import type { Router } from 'express';
import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import type { AppContext } from '../http/context.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { mount } from '../http/mount.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { draagOver } from '../overdracht/overdragen.ts';
import { geefPost } from '../post/versturen.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import type { Persoon } from '../toegang/domain.ts';
import type { dossier } from './contract.ts';
import { standVan, toonDossier } from './domain/dossier.ts';
import { type Handeling, magNu, type ZaakStand } from './domain/handelingen.ts';
import { hervat } from './domain/opschorting.ts';
import {
  type DossierFeiten,
  findZaak,
  type Gebeurtenis,
  loadDossier,
  wijzigZaak,
  type ZaakWijziging,
} from './queries.ts';

export const geenZaak = 'Deze zaak is er niet. Zoek hem in de werkvoorraad.';

/** Today as a day to compute with. */
export function dagVan(vandaag: string): Datum {
  const dag = parseDatum(vandaag);
  if (!dag) throw new Error(`Today is not a day: ${vandaag}`);
  return dag;
}

/** An act under way: the zaak as it was when it was locked, and what the act may use. */
export interface Daad {
  trx: Knex;
  zaak: DossierFeiten;
  stand: ZaakStand;
  wie: Persoon;
  vandaag: Datum;
  /** Changes the zaak and writes down what happened. */
  wijzig(wijziging: ZaakWijziging, gebeurtenis: Gebeurtenis): Promise<void>;
}

type HandelingEndpoint = Endpoint<z.ZodMiniType, typeof dossier, { gegeven: 'behandeling'; doe: 'schrijven' }>;

/** What goes wrong when somebody else was first: nothing of what was typed is lost, it was not stored here. */
const intussenGewijzigd = (versie: number, laatste: { wanneer: string; tekst: string } | undefined) =>
  new Problem({
    status: 409,
    type: 'intussen-gewijzigd',
    title: 'Deze zaak is intussen gewijzigd',
    detail: `${laatste ? `Het laatste wat gebeurde: ${laatste.tekst} ` : ''}Wat u hebt ingevuld, staat er nog. Lees de zaak zoals hij nu is, en probeer het dan opnieuw.`,
    meer: { versie },
  });

export const kanNuNiet = (reden: string) =>
  new Problem({ status: 409, type: 'kan-nu-niet', title: 'Dat kan nu niet', detail: reden });

/**
 * A zaak for whose authority this person works.
 *
 * @throws Problem 404, the same for what is not there and for what is of another gemeente; the last is logged
 */
export async function findVoor(db: Knex, id: string, toegang: Toegang): Promise<{ eigenaar: string | null }> {
  const zaak = await findZaak(db, id);
  if (!zaak) throw notFound(geenZaak);
  if (!toegang.wie.bevoegdGezag.includes(zaak.bevoegdGezag))
    throw await toegang.nietVanU({ soort: 'zaak', id }, geenZaak);
  return zaak;
}

/** A mail to who filed it that there is news, with what happened; nothing when he gave no address. */
export async function meldNieuws(
  trx: Knex,
  { id, email, kenmerk, gemeente }: DossierFeiten,
  nieuws: string,
  documentId: string | null = null,
): Promise<void> {
  if (!email) return;
  await geefPost(trx, {
    aan: email,
    onderwerp: `Nieuws over uw zaak ${kenmerk}`,
    tekst: `${nieuws}\n\nLog in op het Omgevingsloket en kies "Mijn zaken" om alles te lezen en te reageren.\n\n${gemeente}`,
    zaakId: id,
    documentId,
  });
}

/**
 * The change by which the term of a zaak runs again.
 *
 * @param sinds day since which it stood still; null: it did not
 * @returns with the new last day to decide; null: that stays as it was
 * @source Awb 4:15
 */
export function hervatting(stand: ZaakStand, sinds: Datum | null, dag: Datum) {
  const { opgeschorteDagen, uiterlijk } = hervat(stand, { sinds, tot: stand.aanvullenTot }, dag);
  const wijziging: ZaakWijziging = {
    status: 'in-behandeling',
    opgeschort_sinds: null,
    opgeschorte_dagen: opgeschorteDagen,
    ...(uiterlijk && { uiterste_datum: uiterlijk }),
  };
  return { wijziging, opgeschorteDagen, uiterlijk };
}

/** Whose data it is, for the log. */
export const betrokkenenVan = ({ eigenaar }: { eigenaar: string | null }): string[] => (eigenaar ? [eigenaar] : []);

/**
 * Registers an act of a behandelaar: all in one transaction, with the zaak locked. Who saw an older version of it hears
 * so, and what the state machine does not allow is not done.
 */
export function createHandel(router: Router, { db, vandaag, mountOptions, diensten }: AppContext) {
  return <E extends HandelingEndpoint>(
    operation: E,
    handeling: Handeling | null,
    doe: (daad: Daad, invoer: z.infer<E['input']>) => Promise<void>,
  ): void => {
    mount(router, operation, mountOptions, async (ruw, _signal, toegang) => {
      const invoer = ruw as z.infer<E['input']> & { id: string; versie: number };
      const { wie } = toegang;
      const { id } = invoer;
      await findVoor(db, id, toegang);
      const dag = dagVan(vandaag());
      return db.transaction(async (trx) => {
        const zaak = await loadDossier(trx, id, true);
        if (!zaak) throw notFound(geenZaak);
        if (zaak.versie !== invoer.versie) throw intussenGewijzigd(zaak.versie, zaak.gebeurtenissen.at(-1));
        const stand = standVan(zaak);
        if (handeling) {
          const oordeel = magNu(handeling, stand, wie.persoon, dag);
          if (!oordeel.mag) throw kanNuNiet(oordeel.reden);
        }
        const wijzig: Daad['wijzig'] = async (wijziging, gebeurtenis) => {
          await wijzigZaak(trx, id, wie.rol, wijziging, gebeurtenis);
          if (!gebeurtenis.intern) await meldNieuws(trx, zaak, gebeurtenis.tekst, gebeurtenis.documentId);
        };
        await doe({ trx, zaak, stand, wie, vandaag: dag, wijzig }, invoer);
        await draagOver(trx, diensten.zaaksystemen, id);
        await toegang.verantwoord(trx, { betrokkenen: betrokkenenVan(zaak), object: { soort: 'zaak', id } });
        const nu = await loadDossier(trx, id);
        if (!nu) throw new Error(`The zaak ${id} went away while it was locked`);
        return toonDossier(nu, wie, dag);
      });
    });
  };
}
