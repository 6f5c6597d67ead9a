import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import * as z from 'zod/mini';
import type { Opslag } from '../bijlagen/opslag.ts';
import { geefOpdracht } from '../opdrachten/boss.ts';
import { OpdrachtFout, opdracht } from '../opdrachten/opdracht.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { maakPdfElders } from '../rapport/pdf/maker.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import { schrijfVanzelf } from '../verantwoording/vanzelf.ts';
import type { Inhoud } from './bestanden.ts';
import { bezorg } from './bezorgen.ts';
import type { Bestand } from './domain/zaak.ts';
import { bestemmingVan, type Zaaksysteem } from './domain/zaaksysteem.ts';
import {
  findBestemming,
  laatOverdracht,
  loadOverTeDragen,
  neemOverdracht,
  noteerOverdracht,
  noteerUrl,
  rondOverdrachtAf,
} from './queries.ts';
import { createZgw } from './zgw.ts';

/** How long one handover may take, in seconds. After it the work stops, and before another may begin. */
const grensS = 240;

/**
 * Hands a zaak over to the zaaksysteem as it stands now. It bears being repeated: what is there already, is left.
 *
 * Tries for about a day; after that it is shown to the beheerder, who can have it done again.
 */
export const zaakOverdragen = opdracht({
  soort: 'zaak-overdragen',
  data: z.object({ zaakId: z.string() }),
  herhalingen: 12,
  wachtS: 10,
  termijnS: grensS + 60,
  async doe({ zaakId }, { db, vandaag, publicUrl, diensten: { opslag, zaaksystemen } }) {
    if (!(await neemOverdracht(db, zaakId, grensS + 30))) {
      throw new OpdrachtFout('deze zaak wordt al overgedragen');
    }
    try {
      const zaak = await loadOverTeDragen(db, zaakId);
      const bestemming = zaak && bestemmingVan(zaaksystemen, zaak);
      if (!bestemming) throw new OpdrachtFout('voor deze zaak is geen zaaksysteem (meer) ingesteld');
      const zgw = createZgw(bestemming.systeem, AbortSignal.timeout(grensS * 1_000));
      const statusUrl = await bezorg(zgw, bestemming, zaak, {
        vandaag: parseDatum(vandaag()) as Datum,
        open: (bestand) => openInhoud(opslag, bestand),
        opUrl: (url) => noteerUrl(db, zaakId, url),
      });
      await db.transaction(async (trx) => {
        await rondOverdrachtAf(trx, zaakId, { versie: zaak.versie, status: zaak.status, statusUrl });
        await schrijfVanzelf(trx, {
          opdracht: 'zaak-overdragen',
          gegeven: 'zaaksysteem',
          handeling: 'verstrekken',
          zaak,
          publicUrl,
        });
      });
    } finally {
      await laatOverdracht(db, zaakId);
    }
  },
});

/** The bytes of a file: as they are stored, or made of what it says. */
async function openInhoud(opslag: Opslag, { sleutel, inhoud }: Bestand): Promise<Inhoud> {
  if (sleutel === null) {
    const pdf = await maakPdfElders(inhoud as Stuk);
    return { bytes: pdf.length, lees: () => Readable.from([pdf]) };
  }
  const bytes = await opslag.grootte(sleutel);
  if (bytes === null) throw new Error(`The bytes of ${sleutel} are not in storage`);
  return { bytes, lees: () => opslag.lees(sleutel) };
}

/**
 * Gives a zaak to hand over, in the transaction in which it was filed or changed: when that is undone nothing goes out,
 * and when it stands it will go, whatever crashes. Without a zaaksysteem nothing happens.
 */
export async function draagOver(trx: Knex, zaaksystemen: readonly Zaaksysteem[], zaakId: string): Promise<void> {
  const zaak = zaaksystemen.length > 0 ? await findBestemming(trx, zaakId) : null;
  if (!zaak || !bestemmingVan(zaaksystemen, zaak)) return;
  await noteerOverdracht(trx, zaakId);
  await geefOpdracht(trx, zaakOverdragen, { zaakId });
}
