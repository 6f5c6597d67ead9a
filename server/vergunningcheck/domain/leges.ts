import * as z from 'zod/mini';
import inhoud from '../../../data/vergunningcheck/leges.json';
import type { DeelOordeel, Leges } from './oordeel.ts';

const product = z.union([
  z.object({ naam: z.string(), vast: z.number() }),
  z.object({
    naam: z.string(),
    minimum: z.number(),
    schijven: z.array(z.object({ vanaf: z.number(), percentage: z.number() })).check(z.minLength(1)),
  }),
]);
const tarieven = z.object({
  versie: z.string(),
  geldigVanaf: z.string(),
  producten: z.record(z.string(), product),
});
/** The tariff table of a gemeente, in euro. */
export type Tarieven = z.infer<typeof tarieven>;

const { gemeenten } = z.object({ gemeenten: z.record(z.string(), tarieven) }).parse(inhoud);

export const tarievenVan = (gemeenteCode: string | null): Tarieven | null =>
  (gemeenteCode !== null && gemeenten[gemeenteCode]) || null;

/** What a product costs for these costs of building, to the cent; null: the costs are not known. */
export function berekenTarief(gekozen: z.infer<typeof product>, bouwkosten: number | null): number | null {
  if ('vast' in gekozen) return gekozen.vast;
  if (bouwkosten === null) return null;
  const { schijven, minimum } = gekozen;
  const som = schijven.reduce((totaal, { vanaf, percentage }, i) => {
    const tot = Math.min(bouwkosten, schijven[i + 1]?.vanaf ?? Number.POSITIVE_INFINITY);
    return totaal + (Math.max(0, tot - vanaf) * percentage) / 100;
  }, 0);
  return Math.round(Math.max(minimum, som) * 100) / 100;
}

/**
 * An estimate of the leges: one amount per kind of permit, over the costs of everything together. Null: nothing is to be
 * paid for.
 *
 * @param bouwkosten euro, without tax; null: not known
 */
export function schatLeges(
  delen: readonly Pick<DeelOordeel, 'vraag' | 'uitkomst'>[],
  bouwkosten: number | null,
  tabel: Tarieven | null,
): Leges | null {
  const vragen = [...new Set(delen.filter(({ uitkomst }) => uitkomst === 'VERGUNNING').map(({ vraag }) => vraag))];
  if (vragen.length === 0) return null;
  const slot = 'Dit is een schatting. U krijgt een aanslag als wij over uw aanvraag hebben besloten.';
  if (!tabel) {
    return {
      bedrag: null,
      vanaf: false,
      regels: [],
      tariefversie: 'geen',
      uitleg: `Wij kennen de tarieven hier niet. Vraag ze aan de gemeente. ${slot}`,
    };
  }
  const regels = vragen.flatMap((vraag) => {
    const gekozen = tabel.producten[vraag];
    if (!gekozen) return [];
    const bedrag = berekenTarief(gekozen, bouwkosten);
    return [{ omschrijving: gekozen.naam, bedrag, minimum: 'minimum' in gekozen ? gekozen.minimum : gekozen.vast }];
  });
  const vanaf = regels.some(({ bedrag }) => bedrag === null);
  const som = regels.reduce((totaal, { bedrag, minimum }) => totaal + (bedrag ?? minimum), 0);
  return {
    bedrag: regels.length === 0 ? null : Math.round(som * 100) / 100,
    vanaf,
    regels: regels.map(({ omschrijving, bedrag }) => ({ omschrijving, bedrag })),
    tariefversie: tabel.versie,
    uitleg: vanaf ? `Vul de bouwkosten in voor een betere schatting; dit is het minste. ${slot}` : slot,
  };
}
