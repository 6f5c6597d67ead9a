import * as z from 'zod/mini';
import { endpoint } from '../http/endpoint.ts';
import { type Role, rollen } from './domain/rollen.ts';

const rol = z.enum(Object.keys(rollen) as [Role, ...Role[]]);

const duur = {
  /** Seconds until the session ends when nothing is done. */
  verlooptOverS: z.number(),
  /** Seconds until it ends, whatever is done. */
  uiterlijkOverS: z.number(),
};

export const ingelogde = z.object({
  /** Pseudonym of who acts: tells one person from another, and says nothing of him. */
  persoon: z.string(),
  naam: z.string(),
  rol,
  rollen: z.array(rol),
  namens: z.nullable(z.string()),
  organisatie: z.nullable(
    z.object({ kvk: z.string(), vestiging: z.nullable(z.string()), naam: z.nullable(z.string()) }),
  ),
  bevoegdGezag: z.array(z.string()),
  /** "DigiD Midden" */
  zekerheid: z.string(),
  /**
   * What may be done in this role, as `gegeven` -> cell of the table of permissions: `OW` is to read and write what is
   * one's own. What is not in it may not be done.
   */
  rechten: z.record(z.string(), z.string()),
  ...duur,
});
export type Ingelogde = z.infer<typeof ingelogde>;

const recht = { gegeven: 'sessie', doe: 'schrijven' } as const;

export const leesSessie = endpoint({
  method: 'GET',
  path: '/sessie',
  role: { gegeven: 'sessie', doe: 'lezen', anoniem: true },
  tag: 'Sessie',
  summary: 'Wie er is ingelogd, en waarmee kan worden ingelogd. Telt niet als handeling: de sessie loopt door',
  input: z.object({}),
  output: z.object({
    ingelogd: z.nullable(ingelogde),
    diensten: z.array(z.object({ id: z.string(), naam: z.string() })),
    /** People here are invented. */
    oefenomgeving: z.boolean(),
  }),
});

export const verlengSessie = endpoint({
  method: 'POST',
  path: '/sessie/_verleng',
  role: recht,
  tag: 'Sessie',
  summary: 'Blijf ingelogd',
  input: z.object({}),
  output: z.object(duur),
});

export const kiesRol = endpoint({
  method: 'PUT',
  path: '/sessie/rol',
  role: recht,
  tag: 'Sessie',
  summary: 'Ga verder in een andere rol die u hebt',
  input: z.object({ rol }),
  output: z.object({ rol }),
});

export const stopSessie = endpoint({
  method: 'DELETE',
  path: '/sessie',
  role: { ...recht, anoniem: true },
  tag: 'Sessie',
  summary: 'Log uit; met overal=true op elk apparaat',
  input: z.object({ overal: z._default(z.stringbool(), false) }),
  output: z.object({
    /** Where to go on to end the session at the login service as well; null: there is no such page. */
    naar: z.nullable(z.string()),
    /** How many sessions were ended. */
    beeindigd: z.number(),
  }),
});
