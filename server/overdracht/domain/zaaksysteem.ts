import * as z from 'zod/mini';

const regel = (maximum: number) => z.string().check(z.trim(), z.minLength(1, 'ontbreekt'), z.maxLength(maximum));
const api = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s?#]+\/$/, 'is een adres dat eindigt op /: https://zaken.example/api/v1/'));
const rsin = z.string().check(z.regex(/^\d{9}$/, 'is een RSIN van 9 cijfers'));
/** Our word for a state or a result, and the omschrijving of the type in the catalogus that stands for it. */
const woorden = z._default(z.record(z.string(), regel(100)), {});

/** Into which zaaktype of the zaaksysteem a zaaktype of the loket goes. */
const zaaktype = z.object({
  identificatie: regel(50),
  /** Where the omschrijving in the catalogus is not the word that the loket uses. */
  statussen: woorden,
  resultaten: woorden,
  /** Omschrijving of the besluittype; left out: its besluiten stay in the loket. */
  besluittype: z.optional(regel(80)),
});
export type ZaaktypeKoppeling = z.infer<typeof zaaktype>;

/** A zaaksysteem that speaks the ZGW API's, and the gemeente or partnership whose zaken go there. */
const zaaksysteem = z.object({
  /** gm0228 */
  bevoegdGezag: regel(20),
  /** The organisation that holds the zaken. */
  rsin,
  zaken: api,
  documenten: api,
  catalogi: api,
  besluiten: api,
  clientId: regel(200),
  /** Signs the tokens with which the loket makes itself known (HS256). */
  secret: z.string().check(z.minLength(16, 'is minstens 16 tekens lang')),
  catalogus: z.object({ domein: regel(5), rsin }),
  /** Omschrijving of the type that every file gets. */
  informatieobjecttype: regel(80),
  /** Bytes from which on a file goes in parts (bestandsdelen) and not inside one call. */
  inDelenVanaf: z._default(z.int().check(z.gte(1, 'is ten minste 1 byte')), 10 * 1024 * 1024),
  /** By the id of the zaaktype in the loket; what is not named stays in the loket. */
  zaaktypen: z.record(z.string(), zaaktype),
  /** What the zaaksysteem sends along as Authorization with each notificatie; left out: none is taken. */
  notificatieToken: z.optional(z.string().check(z.minLength(32, 'is minstens 32 tekens lang'))),
});
export type Zaaksysteem = z.infer<typeof zaaksysteem>;

export const zaaksystemen = z.array(zaaksysteem);

/** Where a zaak goes; null: nowhere, the loket keeps it. */
export function bestemmingVan(
  systemen: readonly Zaaksysteem[],
  { bevoegdGezag, zaaktype: id }: { bevoegdGezag: string; zaaktype: string },
): { systeem: Zaaksysteem; koppeling: ZaaktypeKoppeling } | null {
  const systeem = systemen.find((een) => een.bevoegdGezag === bevoegdGezag);
  const koppeling = systeem && Object.hasOwn(systeem.zaaktypen, id) ? systeem.zaaktypen[id] : undefined;
  return systeem && koppeling ? { systeem, koppeling } : null;
}
