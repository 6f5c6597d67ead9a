import { randomBytes, randomUUID } from 'node:crypto';
import { apiBase } from '../../../server/http/endpoint.ts';
import { meldAan } from '../../test/aanmelden.ts';
import type { Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { percentile } from '../timings.ts';

const aanvragers = 8;
/** Two files of 1 MB each. */
const bijlagen = [1_048_576, 1_048_576];

/** Somebody fills in a form with 2 MB of bijlagen, 8 at the same time: from the first request to the receipt. */
export const indienenJob: Job = {
  name: 'indienen',
  uitleg: 'een aanvraag met 2 MB bijlagen indienen, 8 tegelijk',
  async run({ db, loket, short }) {
    const url = await loket();
    const plaatsen = await adresPlaatsen(db, 50);
    const headers = await meldAan(db, 'meting');
    const bestand = maakPdf(bijlagen[0] ?? 0);
    const tijden: number[] = [];
    const slotTijden: number[] = [];
    const eind = performance.now() + (short ? 1_500 : 20_000);
    const begin = performance.now();
    await Promise.all(
      Array.from({ length: aanvragers }, async (_, i) => {
        for (let n = i; performance.now() < eind; n += aanvragers) {
          const plaats = plaatsen[n % plaatsen.length];
          if (!plaats) return;
          const gestart = performance.now();
          slotTijden.push(await dienIn(url, headers, plaats, bestand));
          tijden.push(performance.now() - gestart);
        }
      }),
    );
    if (tijden.length === 0) return { figures: {} };
    return {
      figures: {
        'ingediend per seconde': (1_000 * tijden.length) / (performance.now() - begin),
        'van begin tot ontvangst, ms p50': percentile(tijden, 0.5),
        'van begin tot ontvangst, ms p99': percentile(tijden, 0.99),
        'alleen indienen, ms p50': percentile(slotTijden, 0.5),
        'alleen indienen, ms p99': percentile(slotTijden, 0.99),
      },
    };
  },
};

/** A PDF of this size that cannot be made smaller on the way. */
const maakPdf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(Math.max(0, bytes - 16)), Buffer.from('\n%%EOF\n')]);

/** @returns how long the last request took, in ms */
async function dienIn(url: string, headers: Record<string, string>, plaats: object, bestand: Buffer): Promise<number> {
  const vraag = async (method: string, pad: string, body: BodyInit, soort: string) => {
    const antwoord = await fetch(`${url}${apiBase}${pad}`, {
      method,
      headers: { ...headers, 'Content-Type': soort },
      body,
    });
    const tekst = await antwoord.text();
    if (!antwoord.ok) throw new Error(`${method} ${pad} answered ${antwoord.status}: ${tekst.slice(0, 300)}`);
    return JSON.parse(tekst);
  };
  const json = (method: string, pad: string, body: object) =>
    vraag(method, pad, JSON.stringify(body), 'application/json');
  const id = randomUUID();
  const { versie } = await json('POST', '/concepten', {
    id,
    zaaktype: 'aanvraag-omgevingsvergunning',
    plaats,
    antwoorden: {
      activiteiten: ['kappen'],
      omschrijving: 'Meting: een boom',
      participatie: false,
      contactNaam: 'Meting',
      contactStraat: 'Straat 1',
      contactPostcode: '9999 AA',
      contactPlaats: 'Modelstad',
      contactTelefoon: '06 12345678',
      contactEmail: 'meting@voorbeeld.example',
    },
  });
  for (const _ of bijlagen) {
    const pad = `/concepten/${id}/bijlagen/${randomUUID()}?naam=meting.pdf&bytes=${bestand.length}`;
    await vraag('PUT', pad, new Uint8Array(bestand), 'application/octet-stream');
  }
  const gestart = performance.now();
  await json('POST', `/concepten/${id}/_indienen`, { versie, idempotentie: randomUUID(), akkoord: true });
  return performance.now() - gestart;
}
