import * as z from 'zod/mini';
import { queenBuren } from '../../server/veiligheid/domain/buren.ts';
import { bepaalHotspots } from '../../server/veiligheid/domain/hotspots.ts';
import { mannKendall } from '../../server/veiligheid/domain/mann-kendall.ts';
import { telSignificant } from '../../server/veiligheid/domain/meervoudig.ts';
import { bepaalPatroon, categorieen, MINSTE_STAPPEN } from '../../server/veiligheid/domain/patroon.ts';
import { type Geval, gevalVelden, type Kind, type Uitkomst } from './geval.ts';

const getal = z.number();
const geheel = z.int();

/** One methode: its invoer, the fields of its verwacht, and how the one follows from the other. */
const methode = <const Naam extends string, Invoer>(
  naam: Naam,
  invoer: z.ZodMiniType<Invoer>,
  verwacht: z.core.$ZodShape,
  compute: (invoer: Invoer) => Uitkomst,
) =>
  z.pipe(
    z.strictObject({
      ...gevalVelden,
      methode: z.literal(naam),
      invoer,
      verwacht: z.optional(z.strictObject(verwacht)),
    }),
    z.transform(
      ({ id, invoer, verwacht }): Geval => ({ id, verwacht: verwacht ?? null, compute: () => compute(invoer) }),
    ),
  );

/** What is not defined is null: JSON knows no NaN. */
const ofNull = (waarde: number | undefined): number | null =>
  waarde === undefined || !Number.isFinite(waarde) ? null : waarde;

interface Raster {
  rijen: number;
  kolommen: number;
  waarden: number[][];
}

function computeGiSter({ rijen, kolommen, waarden }: Raster): Uitkomst {
  if (waarden.length !== rijen || waarden.some((rij) => rij.length !== kolommen)) {
    throw new RangeError(`waarden heeft geen ${rijen} rijen van ${kolommen}`);
  }
  const cellen = waarden.flat().map((_, cel) => ({ rij: Math.floor(cel / kolommen), kolom: cel % kolommen }));
  const plaatsen = { kolom: cellen.map(({ kolom }) => kolom), rij: cellen.map(({ rij }) => rij) };
  const { gemiddelde, s, k, som, z, p } = bepaalHotspots(waarden.flat(), queenBuren(plaatsen));
  return {
    gemiddelde: ofNull(gemiddelde),
    s,
    cellen: cellen.map(({ rij, kolom }, cel) => ({
      rij,
      kolom,
      buren: k[cel],
      som: som[cel],
      z: ofNull(z[cel]),
      p: ofNull(p[cel]),
    })),
  };
}

const geval = z.discriminatedUnion('methode', [
  methode(
    'gi-ster',
    z.strictObject({
      rijen: geheel,
      kolommen: geheel,
      waarden: z.array(z.array(getal).check(z.minLength(1))),
      buren: z.literal('queen'),
      zelf: z.literal(true),
    }),
    {
      gemiddelde: getal,
      s: getal,
      cellen: z.array(z.strictObject({ rij: geheel, kolom: geheel, buren: geheel, som: getal, z: getal, p: getal })),
    },
    computeGiSter,
  ),
  methode(
    'benjamini-hochberg',
    z.strictObject({ pWaarden: z.array(getal.check(z.gte(0), z.lte(1))), alfa: getal }),
    { aantal: geheel },
    ({ pWaarden, alfa }) => ({ aantal: telSignificant(pWaarden, alfa) }),
  ),
  methode(
    'mann-kendall',
    z.strictObject({ reeks: z.array(getal).check(z.minLength(1)) }),
    { S: geheel, variantie: getal, z: getal, p: getal },
    ({ reeks }) => ({ ...mannKendall(reeks) }),
  ),
  methode(
    'patroon',
    z.strictObject({
      bins: z.array(geheel.check(z.gte(-3), z.lte(3))).check(z.minLength(MINSTE_STAPPEN)),
      z: z.array(getal).check(z.minLength(MINSTE_STAPPEN)),
    }),
    { categorie: z.enum([...categorieen, 'geen-patroon']), teken: z.nullable(z.enum(['warm', 'koud'])) },
    ({ bins, z: scores }) => ({ ...bepaalPatroon(bins, scores) }),
  ),
]);

const bestand = z.strictObject({ versie: z.literal(1), gevallen: z.array(geval) });

export const hotspots: Kind = (inhoud) => bestand.parse(inhoud).gevallen;
