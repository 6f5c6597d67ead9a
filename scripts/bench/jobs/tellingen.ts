import { gzipSync } from 'node:zlib';
import { apiBase } from '../../../server/http/endpoint.ts';
import { themas } from '../../../server/veiligheid/domain/velden.ts';
import type { Job } from '../job.ts';
import { logIn, sessieKoekje } from '../sessie.ts';
import { percentile } from '../timings.ts';

/** The counts from which the browser computes hot spots: how many bytes on the line, and how long the answer takes. */
export const tellingen: Job = {
  name: 'tellingen',
  uitleg: 'aantallen per cel voor de hotspotkaart, met het logboek erbij',
  async run({ db, loket, short }) {
    const [gevonden] = await db('veiligheid_maand as m')
      .join('bron as b', 'b.id', 'm.bron_id')
      .where('m.stroom', 'politie')
      .whereNotNull('b.gemeente_code')
      .groupBy('b.gemeente_code')
      .select('b.gemeente_code as gemeente')
      .select(db.raw(`to_char(max(m.maand), 'YYYY') AS laatste`));
    if (!gevonden) return { figures: {} };
    const jaar = Number(gevonden.laatste) - 1;
    const url = await loket();
    const Cookie = `${sessieKoekje}=${await logIn(db, 'politie', gevonden.gemeente)}`;
    const vraag = async (welke: string, heel: boolean) => {
      const periode = heel ? '' : `&van=${jaar}-01&tot=${jaar}-12`;
      const pad = `${apiBase}/veiligheid/tellingen?gemeente=${gevonden.gemeente}&stroom=politie&themas=${welke}${periode}`;
      const begin = performance.now();
      const antwoord = await fetch(`${url}${pad}`, {
        headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Accept-Encoding': 'gzip' },
      });
      const tekst = await antwoord.text();
      const ms = performance.now() - begin;
      if (!antwoord.ok) throw new Error(`${pad} answered ${antwoord.status}: ${tekst}`);
      return { ms, kB: gzipSync(tekst, { level: 6 }).length / 1000 };
    };
    const alle = [...themas.keys()].join(',');
    const tijden: number[] = [];
    for (let keer = 0; keer < (short ? 10 : 200); keer += 1) tijden.push((await vraag('1.3', false)).ms);
    return {
      figures: {
        'thema en jaar, kB gz': (await vraag('1.3', false)).kB,
        'alle themas van een jaar, kB gz': (await vraag(alle, false)).kB,
        'thema en vijf jaar, kB gz': (await vraag('1.3', true)).kB,
        'thema en jaar, ms p50': percentile(tijden, 0.5),
        'thema en jaar, ms p99': percentile(tijden, 0.99),
      },
    };
  },
};
