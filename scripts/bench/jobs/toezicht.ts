import { gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import { apiBase } from '../../../server/http/endpoint.ts';
import type { Job, Vraag } from '../job.ts';
import { requestJob } from '../request-job.ts';
import { logIn, sessieKoekje } from '../sessie.ts';

/** What a tablet takes along for an area, by the last part of its path. */
const delen = ['plekfeiten', 'plaatsen', 'hotspots', 'werklijst', 'bevindingen'] as const;

/** The wijken of one gemeente, the one with the most adressen first. */
async function loadWijken(db: Knex): Promise<{ code: string; gemeente: string }[]> {
  const { rows } = await db.raw<{ rows: { code: string; gemeente: string }[] }>(
    `SELECT w.code, w.gemeente_code AS gemeente FROM wijk w
     WHERE w.gemeente_code = (SELECT min(gemeente_code) FROM wijk)
     ORDER BY (SELECT count(*) FROM adres a WHERE a.geom && w.geom AND ST_Intersects(w.geom, a.geom)) DESC, w.code`,
  );
  return rows;
}

async function vragenVan(db: Knex, deel: (typeof delen)[number]): Promise<Vraag[]> {
  const wijken = await loadWijken(db);
  const [eerste] = wijken;
  if (!eerste) return [];
  const headers = {
    Cookie: `${sessieKoekje}=${await logIn(db, 'toezichthouder', eerste.gemeente)}`,
    'Sec-Fetch-Site': 'same-origin',
  };
  return wijken.map(({ code }) => ({ method: 'GET', path: `${apiBase}/toezicht/${deel}?gebied=${code}`, headers }));
}

async function kBgz(url: string, { path, headers = {} }: Vraag): Promise<number> {
  const antwoord = await fetch(`${url}${path}`, { headers });
  const tekst = await antwoord.text();
  if (!antwoord.ok) throw new Error(`${path} answered ${antwoord.status}: ${tekst}`);
  return gzipSync(tekst, { level: 6 }).length / 1000;
}

/** What goes along on a tablet, part by part: how long each takes beside its own SQL, and how heavy the largest wijk is. */
export const toezichtJobs: readonly Job[] = delen.map((deel) => {
  const job = requestJob({
    name: `toezicht-${deel}`,
    uitleg: `wat een tablet van een wijk meeneemt: ${deel}`,
    vragen: (db) => vragenVan(db, deel),
    clients: [1],
  });
  return {
    ...job,
    async run(bench) {
      const result = await job.run(bench);
      const url = await bench.loket();
      const zwaarte = await Promise.all((await vragenVan(bench.db, deel)).map((vraag) => kBgz(url, vraag)));
      if (zwaarte.length > 0) result.figures['zwaarste wijk, kB gz'] = Math.max(...zwaarte);
      return result;
    },
  };
});
