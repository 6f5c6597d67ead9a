import type { Knex } from 'knex';
import type { Role } from '../../server/toegang/domain/rollen.ts';
import { hashOf, randomId } from '../../server/toegang/koekjes.ts';
import { createSessie } from '../../server/toegang/queries.ts';

/** Logs an invented colleague in, past the login service. Returns the value of the cookie. */
export async function logIn(db: Knex, rol: Role, gemeente: string): Promise<string> {
  const id = randomId();
  const wie = {
    ...{ persoon: `bench-${rol}`, eigenaar: `bench-${rol}`, naam: 'Bench', rol, rollen: [rol], namens: null },
    ...{ organisatie: null, bevoegdGezag: [gemeente], middel: 'medewerker' as const, niveau: 'meerfactor' as const },
  };
  await createSessie(db, { wie, dienst: 'bench', hash: hashOf(id), vorige: null }, { stilS: 3_600, maximumS: 3_600 });
  return id;
}

/** Name of the cookie of a session where pages come without https. */
export const sessieKoekje = 'loket-sessie';
