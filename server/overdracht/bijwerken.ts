import * as z from 'zod/mini';
import { zaaktypeOf } from '../behandelen/domain/dossier.ts';
import { meldNieuws } from '../behandelen/handel.ts';
import { loadDossier, wijzigZaak, type ZaakWijziging } from '../behandelen/queries.ts';
import { isEinde, magNaar } from '../indienen/domain/status.ts';
import { OpdrachtFout, opdracht } from '../opdrachten/opdracht.ts';
import { type Datum, formatDatum, parseDatum } from '../termijnen/datum.ts';
import { schrijfVanzelf } from '../verantwoording/vanzelf.ts';
import { metOmschrijving, resultaatVan, type Statustype, statustype, statusVan } from './domain/catalogus.ts';
import { bestemmingVan } from './domain/zaaksysteem.ts';
import { findBestemming, findOverdracht, rondOverdrachtAf } from './queries.ts';
import { createZgw, type Zgw } from './zgw.ts';

const grensS = 120;

const zaakDaar = z.object({
  status: z.nullish(z.string()),
  resultaat: z.nullish(z.string()),
  uiterlijkeEinddatumAfdoening: z.nullish(z.string()),
});
const statusDaar = z.object({
  url: z.string(),
  statustype: z.string(),
  statustoelichting: z.optional(z.string()),
});
const resultaatDaar = z.object({ resultaattype: z.string() });

/** How a zaak stands in the zaaksysteem. */
interface Stand {
  status: z.infer<typeof statusDaar>;
  soort: Statustype;
  /** Omschrijving of its resultaattype; null: none yet. */
  resultaat: string | null;
  uiterlijk: Datum | null;
}

/** Brings Mijn zaken up to date with what was done in the zaaksysteem, after it said that something changed. */
export const zaakBijwerken = opdracht({
  soort: 'zaak-bijwerken',
  data: z.object({ zaakId: z.string() }),
  herhalingen: 12,
  wachtS: 10,
  termijnS: grensS + 30,
  async doe({ zaakId }, { db, publicUrl, diensten: { zaaksystemen } }) {
    const feiten = await findBestemming(db, zaakId);
    const bestemming = feiten && bestemmingVan(zaaksystemen, feiten);
    const rij = await findOverdracht(db, zaakId);
    if (!bestemming || !rij) throw new OpdrachtFout('voor deze zaak is geen zaaksysteem (meer) ingesteld');
    const zgw = createZgw(bestemming.systeem, AbortSignal.timeout(grensS * 1_000));
    const stand = await leesStand(zgw, rij.url);
    if (!stand) return;
    await db.transaction(async (trx) => {
      const zaak = await loadDossier(trx, zaakId, true);
      const nu = await findOverdracht(trx, zaakId, true);
      if (!zaak || !nu) return;
      // ours is newer: it goes there first, and what is there then is what both know
      if (nu.versie < zaak.versie) throw new OpdrachtFout('een eigen wijziging is nog niet overgedragen');
      const { koppeling } = bestemming;
      const { verloop } = zaaktypeOf(zaak.zaaktype);
      const resultaat = stand.resultaat && resultaatVan(stand.resultaat, verloop.resultaten, koppeling);
      const naar = statusVan(stand.soort, { resultaat }, koppeling);
      const nieuw = stand.status.url !== nu.statusUrl;
      const gaat = nieuw && naar !== null && naar !== zaak.status && magNaar(verloop, zaak.status, naar);
      const wijziging: ZaakWijziging = {
        ...(gaat && { status: naar }),
        ...(gaat && (naar === 'besloten' || isEinde(naar)) && resultaat && { resultaat }),
        ...(gaat && isEinde(naar) && { opgeschort_sinds: null }),
        ...(stand.uiterlijk && stand.uiterlijk !== zaak.uitersteDatum && { uiterste_datum: stand.uiterlijk }),
      };
      if (!nieuw && Object.keys(wijziging).length === 0) return;
      const tekst = schrijfNieuws(nieuw ? stand : null, wijziging.uiterste_datum as Datum | undefined);
      await wijzigZaak(trx, zaakId, 'zaaksysteem', wijziging, { soort: 'zaaksysteem', tekst });
      if (nieuw && stand.soort.informeren !== false) await meldNieuws(trx, zaak, tekst);
      const versie = zaak.versie + (Object.keys(wijziging).length > 0 ? 1 : 0);
      await rondOverdrachtAf(trx, zaakId, { versie, status: gaat ? naar : zaak.status, statusUrl: stand.status.url });
      await schrijfVanzelf(trx, {
        opdracht: 'zaak-bijwerken',
        gegeven: 'zaaksysteem',
        handeling: 'wijzigen',
        zaak,
        publicUrl,
      });
    });
  },
});

/** @returns null when nothing was done with it there yet */
async function leesStand(zgw: Zgw, url: string): Promise<Stand | null> {
  const daar = await zgw.lees(url, zaakDaar);
  if (!daar.status) return null;
  const status = await zgw.lees(daar.status, statusDaar);
  const soort = await zgw.lees(status.statustype, statustype);
  const resultaat = daar.resultaat
    ? (await zgw.lees((await zgw.lees(daar.resultaat, resultaatDaar)).resultaattype, metOmschrijving)).omschrijving
    : null;
  return { status, soort, resultaat, uiterlijk: parseDatum(daar.uiterlijkeEinddatumAfdoening) };
}

function schrijfNieuws(stand: Stand | null, uiterlijk: Datum | undefined): string {
  const zinnen = [
    ...(stand
      ? [
          `De gemeente zette uw zaak op: ${stand.soort.statustekst || stand.soort.omschrijving}.`,
          stand.status.statustoelichting,
        ]
      : []),
    stand?.resultaat && `Het resultaat: ${stand.resultaat}.`,
    uiterlijk && `De laatste dag om te beslissen is nu ${formatDatum(uiterlijk)}.`,
  ];
  return zinnen.filter(Boolean).join(' ');
}
