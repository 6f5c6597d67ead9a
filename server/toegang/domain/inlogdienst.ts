import * as z from 'zod/mini';
import { type Drempel, drempels, isNiveau, type Middel, middelen, type Zekerheid } from './niveau.ts';
import { isRole, type Role, rollen } from './rollen.ts';

/** `digid-midden`: a means with a level, as configuration and the practice environment write it. */
const zekerheid = z.pipe(
  z.string().check(z.refine((tekst) => readZekerheid(tekst) !== null, 'geen bekend niveau; bijvoorbeeld digid-midden')),
  z.transform((tekst: string) => readZekerheid(tekst) as Zekerheid),
);

/** @returns null when there is no such means or level */
export function readZekerheid(tekst: string): Zekerheid | null {
  const [middel = '', niveau = ''] = tekst.split(/-(.*)/);
  if (!Object.hasOwn(middelen, middel)) return null;
  const gelezen: Zekerheid = { middel: middel as Middel, niveau };
  return isNiveau(gelezen) ? gelezen : null;
}

export const writeZekerheid = ({ middel, niveau }: Zekerheid): string => `${middel}-${niveau}`;

const rol = z.enum(Object.keys(rollen) as [Role, ...Role[]]);
const claim = z.optional(z.string().check(z.minLength(1)));

/** One issuer of OpenID Connect that people log in with, and what its words mean here. */
export const inlogdienst = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, 'kleine letters, cijfers en streepjes')),
  /** On the button: "Inloggen met {naam}". */
  naam: z.string().check(z.minLength(1), z.maxLength(60)),
  issuer: z.url('begint met https://'),
  clientId: z.string().check(z.minLength(1)),
  /** Left out: a public client, on PKCE alone. */
  clientSecret: z.optional(z.string()),
  scope: z._default(z.string(), 'openid profile'),
  /** Its word about BSN and KvK is believed: people who come for themselves. */
  publiek: z._default(z.boolean(), false),
  /** Names of the claims. A claim that is left out is not read. */
  claims: z._default(
    z.object({
      naam: z._default(claim, 'name'),
      bsn: claim,
      kvk: claim,
      vestiging: claim,
      organisatie: claim,
      namensBsn: claim,
      namensKvk: claim,
      namensNaam: claim,
      rollen: claim,
      bevoegdGezag: claim,
      niveau: z._default(claim, 'acr'),
    }),
    { naam: 'name', niveau: 'acr' },
  ),
  /** Value in the claim of roles -> role here. A value that is not named gives no role. */
  rollen: z._default(z.record(z.string(), rol), {}),
  /** Value in the claim of the level -> level here; `*` for every other value, and for none. */
  niveaus: z._default(z.record(z.string(), zekerheid), {}),
  /** What to ask for (acr_values) when an act needs a level: drempel -> words of the issuer. */
  acr: z._default(z.partialRecord(z.enum(Object.keys(drempels) as [Drempel, ...Drempel[]]), z.string()), {}),
  /** `login`: ask who it is each time, also of who is still logged in there. */
  prompt: z.optional(z.enum(['login', 'select_account'])),
  /** Whom its people work for, where no claim says so: gm0228. */
  bevoegdGezag: z._default(z.array(z.string()), []),
  /** End the session at the issuer too, where it offers that. */
  uitloggen: z._default(z.boolean(), true),
});
export type Inlogdienst = z.infer<typeof inlogdienst>;

export const inlogdiensten = z.array(inlogdienst);

const lijst = (waarde: unknown): string[] =>
  (Array.isArray(waarde) ? waarde : typeof waarde === 'string' ? waarde.split(/[\s,]+/) : []).filter(
    (een): een is string => typeof een === 'string' && een !== '',
  );

export interface Claims {
  sub: string;
  [naam: string]: unknown;
}

/** Reads the claims of an issuer by what its configuration says of them. */
export function leesClaims(
  { claims: namen, rollen: namenVanRollen, niveaus, bevoegdGezag }: Inlogdienst,
  claims: Claims,
) {
  const tekst = (naam: string | undefined): string | null => {
    const waarde = naam === undefined ? undefined : claims[naam];
    return typeof waarde === 'string' && waarde.trim() !== '' ? waarde.trim() : null;
  };
  const niveau = tekst(namen.niveau) ?? '';
  const eigenNiveau = Object.hasOwn(niveaus, niveau) ? niveaus[niveau] : undefined;
  const gezagen = namen.bevoegdGezag ? lijst(claims[namen.bevoegdGezag]) : [];
  return {
    naam: tekst(namen.naam),
    bsn: tekst(namen.bsn),
    kvk: tekst(namen.kvk),
    vestiging: tekst(namen.vestiging),
    organisatie: tekst(namen.organisatie),
    namensBsn: tekst(namen.namensBsn),
    namensKvk: tekst(namen.namensKvk),
    namensNaam: tekst(namen.namensNaam),
    rollen: [
      ...new Set((namen.rollen ? lijst(claims[namen.rollen]) : []).map((een) => namenVanRollen[een]).filter(isRole)),
    ],
    zekerheid: eigenNiveau ?? readZekerheid(niveau) ?? niveaus['*'] ?? null,
    bevoegdGezag: gezagen.length > 0 ? gezagen : [...bevoegdGezag],
  };
}
