import type { Persoon } from '../domain.ts';
import { isBsn } from './bsn.ts';
import { type Claims, type Inlogdienst, leesClaims } from './inlogdienst.ts';
import { isGenoeg } from './niveau.ts';
import { aanvragers, rollen } from './rollen.ts';

/** Turns what identifies somebody into a pseudonym that cannot be turned back without the key. */
export type Pseudoniem = (wie: string) => string;

/** Why a login that the issuer accepted leads nowhere. */
export type Afwijzing = 'niveau' | 'nummer' | 'rol';

const isKvk = (tekst: string) => /^\d{8}$/.test(tekst);
const isVestiging = (tekst: string) => /^\d{12}$/.test(tekst);

/**
 * Who it is that an issuer vouches for, without the numbers that it told: of a BSN only the pseudonym goes on.
 *
 * A role behind the counter comes from the claim of roles, and only from an issuer that is configured for it. Who comes
 * for himself is known by BSN, KvK number or machtiging, and only from an issuer that may vouch for those. So an issuer of
 * citizens can make nobody a colleague. KvK and vestiging are public numbers and are kept.
 */
export function leesAanmelding(
  dienst: Inlogdienst,
  claims: Claims,
  pseudoniem: Pseudoniem,
): Persoon | { afgewezen: Afwijzing } {
  const gelezen = leesClaims(dienst, claims);
  const { zekerheid, kvk, vestiging, bsn, namensBsn, namensKvk } = gelezen;
  if (!zekerheid || !isGenoeg(zekerheid, 'geen')) return { afgewezen: 'niveau' };
  if ([bsn, namensBsn].some((een) => een !== null && !isBsn(een))) return { afgewezen: 'nummer' };
  if ([kvk, namensKvk].some((een) => een !== null && !isKvk(een))) return { afgewezen: 'nummer' };
  if (vestiging !== null && (kvk === null || !isVestiging(vestiging))) return { afgewezen: 'nummer' };

  const bijDienst = pseudoniem(`${dienst.issuer} ${claims.sub}`);
  const inwoner = (nummer: string) => pseudoniem(`bsn ${nummer}`);
  const bedrijf = (nummer: string, plaats: string | null) => pseudoniem(`kvk ${nummer} ${plaats ?? ''}`);
  const intern = gelezen.rollen.filter((rol) => !aanvragers.has(rol));
  const [eerste] = intern;
  if (eerste) {
    return {
      ...zekerheid,
      persoon: bijDienst,
      eigenaar: bijDienst,
      naam: gelezen.naam ?? rollen[eerste],
      rol: eerste,
      rollen: intern,
      namens: null,
      organisatie: null,
      bevoegdGezag: gelezen.bevoegdGezag,
    };
  }
  if (!dienst.publiek) return { afgewezen: 'rol' };
  const namens = namensBsn ? inwoner(namensBsn) : namensKvk ? bedrijf(namensKvk, null) : null;
  const rol = namens ? 'gemachtigde' : kvk ? 'ondernemer' : 'burger';
  const persoon = bsn ? inwoner(bsn) : bijDienst;
  return {
    ...zekerheid,
    persoon,
    eigenaar: namens ?? (kvk ? bedrijf(kvk, vestiging) : persoon),
    naam: gelezen.naam ?? rollen[rol],
    rol,
    rollen: [rol],
    namens: namens ? (gelezen.namensNaam ?? namensKvk) : null,
    organisatie: kvk && !namens ? { kvk, vestiging, naam: gelezen.organisatie } : null,
    bevoegdGezag: [],
  };
}
