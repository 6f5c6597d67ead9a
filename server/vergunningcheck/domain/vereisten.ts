import * as z from 'zod/mini';
import inhoud from '../../../data/vergunningcheck/indieningsvereisten.json';
import { noemArtikel } from './artikelen.ts';
import type { Bekend } from './evalueer.ts';
import { type DeelOordeel, type Indieningsvereiste, uitkomst, type VraagSleutel, vraagSleutel } from './oordeel.ts';

const { vereisten } = z
  .object({
    vereisten: z.array(
      z.object({
        id: z.string(),
        tekst: z.string(),
        artikel: z.string(),
        bij: z.partialRecord(vraagSleutel, z.array(uitkomst)),
        als: z.optional(z.object({ feit: z.string(), waarden: z.array(z.union([z.string(), z.boolean()])) })),
        omdat: z.optional(z.string()),
      }),
    ),
  })
  .parse(inhoud);

/** What a person hands in, for exactly these answers and these facts. */
export function bepaalVereisten(
  delen: readonly { deel: DeelOordeel; bekend: Bekend }[],
  gemeenteCode: string | null,
): Indieningsvereiste[] {
  return vereisten.flatMap(({ id, tekst, artikel, bij, als, omdat }) => {
    const voor = delen
      .filter(({ deel, bekend }) => {
        const nodig = bij[deel.vraag]?.includes(deel.uitkomst) ?? false;
        const waarde = als && bekend.get(als.feit);
        return nodig && (!als || als.waarden.some((kandidaat) => kandidaat === waarde));
      })
      .map(({ deel }) => deel.vraag);
    const vragen: VraagSleutel[] = vraagSleutel.options.filter((sleutel) => voor.includes(sleutel));
    return vragen.length === 0
      ? []
      : [{ id, tekst, artikel: noemArtikel(artikel, gemeenteCode), omdat: omdat ?? null, voor: vragen }];
  });
}
