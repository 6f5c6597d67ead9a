import { fileURLToPath } from 'node:url';
import type { ImportContext, Levering } from '../import/importer.ts';
import { leesRegelmap } from '../import/toepasbare-regels/map.ts';
import { regelLevering } from '../import/toepasbare-regels.ts';
import type { Town } from './town.ts';
import { ewktVlakken } from './vlakken.ts';

/** Where the toepasbare regels are authored. */
const regelmap = fileURLToPath(new URL('../../data/toepasbare-regels/', import.meta.url));

/**
 * The toepasbare regels of a generated gemeente: the same files for each, read as those of any gemeente.
 *
 * @throws ImportFault when one of them is not sound
 */
export function toepasbareRegelsLeveringen(town: Town, { voortgang }: Pick<ImportContext, 'voortgang'>): Levering[] {
  voortgang('toepasbare regels lezen');
  return [
    regelLevering(leesRegelmap(regelmap, { vandaag: town.peildatum }), {
      gemeenteCode: town.code,
      naam: `Toepasbare regels van de ${town.naam} (verzonnen)`,
      peildatum: town.peildatum,
      licentie: 'CC0 1.0',
      dekking: ewktVlakken([town.grens]),
    }),
  ];
}
