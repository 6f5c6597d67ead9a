import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Value } from '../../db/copy.ts';
import { regimes as soorten } from '../../server/toezicht/domain/regimes.ts';
import { haalBestand } from './bestand.ts';
import { type Bron, type Importer, ImportFault, type Levering } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';

const namen = soorten.map(({ id }) => id);
const regime = z.enum(namen as [string, ...string[]]);
const dag = z.optional(z.nullable(z.iso.date()));
const tekst = z.optional(z.nullable(z.string().check(z.maxLength(500))));

/** One area that was pointed out: `properties` of a feature. */
const eigenschappen = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  regime,
  naam: z.string().check(z.minLength(1), z.maxLength(200)),
  artikel: tekst,
  besluit: tekst,
  url: z.optional(z.nullable(z.url({ protocol: /^https?$/ }))),
  geldigVan: dag,
  geldigTot: dag,
  /** Monday 0. */
  dagen: z.optional(z.nullable(z.array(z.int().check(z.gte(0), z.lte(6))))),
  /** From and up to; an end before the beginning is the next morning. */
  uren: z.optional(z.nullable(z.tuple([z.int().check(z.gte(0), z.lte(23)), z.int().check(z.gte(1), z.lte(24))]))),
});
const collectie = z.object({
  type: z.literal('FeatureCollection'),
  /** Kinds of which this delivery holds all areas of the gemeente: elsewhere they do not hold. */
  volledig: z._default(z.array(regime), []),
  features: z.array(z.object({ properties: z.unknown(), geometry: z.record(z.string(), z.unknown()) })),
});

type Regime = z.infer<typeof eigenschappen> & { geom: Value };

/** Areas as rows, with the kinds that are complete. */
export const regimeLevering = (
  bron: Bron,
  volledig: readonly string[],
  gebieden: readonly Regime[],
  srid?: number,
): Levering => ({
  bron,
  tabellen: [
    {
      table: 'regime_gebied',
      columns: [
        ...['id', 'regime', 'naam', 'artikel', 'besluit', 'url', 'geldig_van', 'geldig_tot', 'dagen'],
        ...['uur_van', 'uur_tot', 'geom'],
      ],
      geometry: { column: 'geom', soort: 'vlak', ...(srid && { srid }) },
      rows: gebieden.map((g) => [
        ...[g.id, g.regime, g.naam, g.artikel ?? null, g.besluit ?? null, g.url ?? null, g.geldigVan ?? null],
        ...[g.geldigTot ?? null, g.dagen ?? null, g.uren?.[0] ?? null, g.uren?.[1] ?? null, g.geom],
      ]),
    },
    { table: 'regime_bekend', columns: ['regime'], rows: [...new Set(volledig)].map((een) => [een]) },
  ],
});

/**
 * Areas that the mayor or the college pointed out, as GeoJSON (longitude, latitude): per feature `id`, `regime`, `naam` and
 * what is known of `artikel`, `besluit`, `url`, `geldigVan`, `geldigTot`, `dagen` and `uren`; beside the features `volledig`,
 * the kinds of which all areas are in it.
 */
export const regimes: Importer = {
  naam: 'regimes',
  uitleg: `Aangewezen gebieden voor toezicht in GeoJSON: ${namen.join(', ')}`,
  tabellen: ['regime_gebied', 'regime_bekend'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('regimes', context);
    if (!gemeenteCode || !peildatum) {
      throw new ImportFault(
        'Geef --gemeente gm0228 en --peildatum 2026-01-31: een gebied geldt in een gemeente, op een dag.',
      );
    }
    const { volledig, features } = readCollectie(pad, await readFile(await haalBestand(pad, context), 'utf8'));
    const gemeente = await context.findGemeente({ code: gemeenteCode });
    const gebieden = features.flatMap(({ properties, geometry }): Regime[] => {
      const gelezen = eigenschappen.safeParse(properties);
      if (gelezen.success) return [{ ...gelezen.data, geom: geometry as unknown as Value }];
      const [fout] = gelezen.error.issues;
      context.keurAf(id, `${fout?.path.join('.') || 'properties'}: ${fout?.message ?? 'klopt niet'}`);
      return [];
    });
    const bron: Bron = {
      id,
      soort: 'regimes',
      naam: `Aangewezen gebieden ${gemeente?.naam ?? gemeenteCode}`,
      licentie: 'besluiten van de gemeente (openbaar)',
      gemeenteCode,
      peildatum,
      ...(gemeente && { dekking: gemeente.geom }),
    };
    return [regimeLevering(bron, volledig, gebieden, 4326)];
  },
};

function readCollectie(pad: string, text: string): z.infer<typeof collectie> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportFault(`${pad} is geen (volledig) GeoJSON-bestand.`);
  }
  const gelezen = collectie.safeParse(json);
  if (gelezen.success) return gelezen.data;
  throw new ImportFault(
    `${pad} is geen GeoJSON met aangewezen gebieden. Geef een FeatureCollection, met in "volledig" een of meer van ${namen.join(', ')}.`,
  );
}
