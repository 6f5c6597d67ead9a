import type { Knex } from 'knex';
import { apiBase } from '../../../server/http/endpoint.ts';
import type { Persoon } from '../../../server/toegang/domain.ts';
import { hashOf, randomId } from '../../../server/toegang/koekjes.ts';
import { createSessie } from '../../../server/toegang/queries.ts';
import type { Job, Vraag } from '../job.ts';
import { requestJob } from '../request-job.ts';

/** An authority and a person that exist in the bench only. */
const gezag = 'bench';
const persoon = 'bench-persoon';

const aantalZaken = { voorraad: 20_000, eigen: 200 } as const;

/** The headers of somebody who has logged in, past the login service. */
async function logIn(db: Knex, rol: 'burger' | 'behandelaar'): Promise<Record<string, string>> {
  const id = randomId();
  const wie: Persoon = {
    persoon,
    eigenaar: persoon,
    naam: 'Bench',
    rol,
    rollen: [rol],
    namens: null,
    organisatie: null,
    bevoegdGezag: rol === 'behandelaar' ? [gezag] : [],
    ...(rol === 'behandelaar'
      ? { middel: 'medewerker', niveau: 'meerfactor' }
      : { middel: 'digid', niveau: 'substantieel' }),
  };
  const grenzen = { stilS: 1_800, maximumS: 28_800 };
  await createSessie(db, { wie, dienst: 'bench', hash: hashOf(id), vorige: null }, grenzen);
  return { Cookie: `loket-sessie=${id}`, 'Sec-Fetch-Site': 'same-origin' };
}

/** Fills the table: the work of a large gemeente, of which one person has the first two hundred. */
async function fill(db: Knex): Promise<void> {
  await db.raw(
    `INSERT INTO zaak (kenmerk, zaaktype, bevoegd_gezag, eigenaar, omschrijving, punt, adres, formulier, idempotentie,
       concept_id, status, procedure, ontvangen_op, uiterste_datum, behandelaar)
     SELECT 'Z-1999-' || lpad(n::text, 6, '0'), (ARRAY['aanvraag-omgevingsvergunning', 'evenement', 'bouwmelding'])[1 + n % 3],
       :gezag, CASE WHEN n <= :eigen THEN :persoon ELSE 'iemand-' || n END, 'Een dakkapel aan de achterkant, nummer ' || n,
       ST_SetSRID(ST_MakePoint(150000 + n % 5000, 500000 + n % 4000), 28992), 'Proefstraat ' || n || ', Proefstad',
       '{"antwoorden": {}, "plaats": {}, "ontvangst": {"stappen": []}}', gen_random_uuid(), gen_random_uuid(),
       (ARRAY['ontvangen', 'in-behandeling', 'verlengd'])[1 + n % 3], 'regulier',
       current_date - n % 60, current_date - n % 60 + 56, CASE WHEN n % 4 = 0 THEN 'collega-' || n % 30 END
     FROM generate_series(1, :voorraad) n`,
    { gezag, persoon, ...aantalZaken },
  );
  await db.raw('VACUUM ANALYZE zaak');
}

const clear = async (db: Knex): Promise<void> => {
  await db('zaak').where({ bevoegd_gezag: gezag }).delete();
  await db('sessie').where({ persoon }).delete();
};

function zakenJob(name: string, uitleg: string, rol: 'burger' | 'behandelaar', paden: readonly string[]): Job {
  const job = requestJob({
    name,
    uitleg,
    vragen: async (db): Promise<Vraag[]> => {
      const headers = await logIn(db, rol);
      return paden.map((pad) => ({ method: 'GET', path: `${apiBase}${pad}`, headers }));
    },
  });
  return {
    ...job,
    async run(bench) {
      await clear(bench.db);
      await fill(bench.db);
      try {
        return await job.run(bench);
      } finally {
        await clear(bench.db);
      }
    },
  };
}

export const zakenJobs: readonly Job[] = [
  zakenJob('mijn-zaken', `Mijn zaken van wie er ${aantalZaken.eigen} heeft`, 'burger', ['/zaken']),
  zakenJob('werkvoorraad', `de werkvoorraad van ${aantalZaken.voorraad.toLocaleString('nl-NL')} zaken`, 'behandelaar', [
    '/werkvoorraad',
    '/werkvoorraad?termijn=week&van=niemand',
    '/werkvoorraad?zaaktype=evenement&status=in-behandeling',
    '/werkvoorraad?van=mij',
  ]),
];
