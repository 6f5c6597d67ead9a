import type { Knex } from 'knex';
import { aanvragers, type Role, rollen } from '../server/toegang/domain/rollen.ts';
import type { Persoon } from '../server/toegang/domain.ts';
import { hashOf, randomId } from '../server/toegang/koekjes.ts';
import { createSessie } from '../server/toegang/queries.ts';

export const alleRollen = Object.keys(rollen) as Role[];

/** Somebody invented in this role, logged in as strongly as the role can ask. */
export function mens(rol: Role, anders: Partial<Persoon> = {}): Persoon {
  const voorZich = aanvragers.has(rol);
  return {
    persoon: `persoon-${rol}`,
    eigenaar: `persoon-${rol}`,
    naam: `Proef ${rollen[rol]}`,
    rol,
    rollen: [rol],
    namens: null,
    organisatie: null,
    bevoegdGezag: voorZich ? [] : ['gm9999'],
    ...(!voorZich
      ? { middel: 'medewerker', niveau: 'meerfactor' }
      : rol === 'ondernemer'
        ? { middel: 'eherkenning', niveau: 'loa3' }
        : { middel: 'digid', niveau: 'substantieel' }),
    ...anders,
  };
}

/** Logs somebody in, past the login service. Returns the headers with which a page of ours asks as this person. */
export async function alsMens(db: Knex, wie: Persoon): Promise<Record<string, string>> {
  const id = randomId();
  const grenzen = { stilS: 1_800, maximumS: 28_800 };
  await createSessie(db, { wie, dienst: 'proef', hash: hashOf(id), vorige: null }, grenzen);
  return { Cookie: `loket-sessie=${id}`, 'Sec-Fetch-Site': 'same-origin', 'X-Loket-Verzoek': '1' };
}
