import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { regimes } from '../../server/toezicht/domain/regimes.ts';
import type { Levering } from '../import/importer.ts';
import { regimeLevering } from '../import/regimes.ts';
import { Locaties } from './regels-locaties.ts';
import { locatieSchema } from './regels-plan.ts';
import type { Town } from './town.ts';
import { ewktVlakken } from './vlakken.ts';

const regime = z.enum(regimes.map(({ id }) => id) as [string, ...string[]]);
const bestand = z.strictObject({
  bekend: z.array(regime),
  gebieden: z.array(
    z.strictObject({
      regime,
      artikel: z.string(),
      besluit: z.string(),
      dagen: z.optional(z.array(z.int())),
      uren: z.optional(z.tuple([z.int(), z.int()])),
      waar: locatieSchema,
    }),
  ),
});

/** The areas that the mayor and the college of a generated gemeente pointed out. */
export function toezichtLeveringen(town: Town, peildatum: string): Levering[] {
  const { bekend, gebieden } = z.parse(
    bestand,
    parse(readFileSync(new URL('../../data/toezicht/modelgemeente.yaml', import.meta.url), 'utf8')),
  );
  const locaties = new Locaties(town, new Map(gebieden.map(({ waar }, i) => [String(i), waar])));
  return [
    regimeLevering(
      {
        id: `regimes-${town.code}`,
        soort: 'regimes',
        naam: `Aangewezen gebieden van de ${town.naam} (verzonnen)`,
        licentie: 'CC0 1.0',
        gemeenteCode: town.code,
        peildatum,
        dekking: ewktVlakken([town.grens]),
      },
      bekend,
      gebieden.flatMap(({ waar: _waar, ...rest }, i) =>
        locaties.find(String(i)).map(({ noemer, ewkt }, n) => ({
          id: `${town.code}-${rest.regime}-${i}-${n}`,
          naam: noemer,
          ...rest,
          geom: ewkt,
        })),
      ),
    ),
  ];
}
