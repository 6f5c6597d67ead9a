import type { Knex } from 'knex';
import { verzoekHeader } from '../../server/http/endpoint.ts';
import { hashOf, randomId } from '../../server/toegang/koekjes.ts';
import { createSessie } from '../../server/toegang/queries.ts';

const dagS = 86_400;

/** Logs an invented burger in, past the login service. Returns the headers with which a page of ours asks as him. */
export async function meldAan(db: Knex, naam: string): Promise<Record<string, string>> {
  const id = randomId();
  const wie = {
    persoon: naam,
    eigenaar: naam,
    naam,
    rol: 'burger' as const,
    rollen: ['burger' as const],
    namens: null,
    organisatie: null,
    bevoegdGezag: [],
    middel: 'digid' as const,
    niveau: 'substantieel',
  };
  await createSessie(db, { wie, dienst: 'proef', hash: hashOf(id), vorige: null }, { stilS: dagS, maximumS: dagS });
  return { Cookie: `loket-sessie=${id}`, 'Sec-Fetch-Site': 'same-origin', [verzoekHeader]: '1' };
}
