import * as z from 'zod/mini';
import { resultaatWoord } from '../../behandelen/domain/woorden.ts';
import { isEinde, type Status, statussen } from '../../indienen/domain/status.ts';
import type { ZaaktypeKoppeling } from './zaaksysteem.ts';

/** Types of the catalogus, as far as the handover looks at them. */
export const zaaktype = z.object({
  url: z.string(),
  beginGeldigheid: z.string(),
  eindeGeldigheid: z.nullish(z.string()),
  concept: z.optional(z.boolean()),
});
export const statustype = z.object({
  url: z.string(),
  omschrijving: z.string(),
  statustekst: z.optional(z.string()),
  volgnummer: z.number(),
  isEindstatus: z.optional(z.boolean()),
  informeren: z.optional(z.boolean()),
});
export type Statustype = z.infer<typeof statustype>;
export const resultaattype = z.object({ url: z.string(), omschrijving: z.string() });
export const eigenschap = z.object({ url: z.string(), naam: z.string() });
export const metOmschrijving = z.object({ url: z.string(), omschrijving: z.string() });
export const metUrl = z.object({ url: z.string() });

const gelijk = (een: string, ander: string) => een.trim().toLowerCase() === ander.trim().toLowerCase();

/** The version of a zaaktype that holds on a day: of each identificatie there can be several. */
export const geldigOp = <T extends z.infer<typeof zaaktype>>(versies: readonly T[], dag: string): T | null =>
  versies
    .filter(({ concept, beginGeldigheid, eindeGeldigheid }) => {
      return !concept && beginGeldigheid <= dag && (!eindeGeldigheid || dag <= eindeGeldigheid);
    })
    .sort((een, ander) => ander.beginGeldigheid.localeCompare(een.beginGeldigheid))[0] ?? null;

/** @param woord ours, or what the configuration says that it is called there */
export const vindOmschreven = <T extends { omschrijving: string }>(types: readonly T[], woord: string): T | null =>
  types.find(({ omschrijving }) => gelijk(omschrijving, woord)) ?? null;

/** The statustypen in their order. */
const opVolgorde = (types: readonly Statustype[]) => [...types].sort((een, ander) => een.volgnummer - ander.volgnummer);

/**
 * The statustype that stands for a state of ours: the first for what came in, the last for what ended, and between them
 * the one of the same name. Null: the zaaktype there does not know it.
 */
export function statustypeVoor(
  status: Status,
  types: readonly Statustype[],
  { statussen: woorden }: ZaaktypeKoppeling,
): Statustype | null {
  const volgorde = opVolgorde(types);
  if (status === 'ontvangen' && !woorden.ontvangen) return volgorde[0] ?? null;
  if (isEinde(status)) return volgorde.find(({ isEindstatus }) => isEindstatus) ?? volgorde.at(-1) ?? null;
  return vindOmschreven(types, woorden[status] ?? statussen[status].naam);
}

/** What a statustype there is here; null: no state of ours, only news. */
export function statusVan(
  daar: Statustype,
  { resultaat }: { resultaat: string | null },
  { statussen: woorden }: ZaaktypeKoppeling,
): Status | null {
  if (daar.isEindstatus) return resultaat === 'ingetrokken' ? 'ingetrokken' : 'afgehandeld';
  const eigen = (Object.keys(statussen) as Status[]).find((status) =>
    gelijk(woorden[status] ?? statussen[status].naam, daar.omschrijving),
  );
  return eigen ?? null;
}

/** The name there of a result of ours. */
export const resultaatNaam = (resultaat: string, { resultaten }: ZaaktypeKoppeling): string =>
  resultaten[resultaat] ?? resultaatWoord[resultaat] ?? resultaat;

/** What a result there is here, out of those that the zaaktype can have; null: none of them. */
export const resultaatVan = (
  omschrijving: string,
  mogelijk: readonly string[],
  koppeling: ZaaktypeKoppeling,
): string | null => mogelijk.find((een) => gelijk(resultaatNaam(een, koppeling), omschrijving)) ?? null;
