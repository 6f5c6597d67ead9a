import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Value } from '../../db/copy.ts';
import { addMaanden, parseDatum } from '../../server/termijnen/datum.ts';
import { type ImportContext, ImportFault, type Levering } from '../import/importer.ts';
import { kaartVan, type Thema, themas } from './omstandigheden/index.ts';
import { bestuurVan } from './regels.ts';
import type { Town } from './town.ts';
import { ewktVlakken } from './vlakken.ts';

const folder = new URL('../../data/omstandigheden/', import.meta.url);

const themaSchema = z.object({ key: z.string(), eenheid: z.nullable(z.string()) });
const bronSchema = z.strictObject({ naam: z.string(), maandenOud: z.number() });

/**
 * The omstandigheden of a generated gemeente: a bron per thema, each with its own peildatum and dekking.
 *
 * Option `peildatum` (YYYY-MM-DD) moves the dates of all of them; without it they go with the town.
 *
 * @throws ImportFault when peildatum is not a day
 */
export async function omstandighedenLeveringen(
  town: Town,
  context: Pick<ImportContext, 'opties' | 'nieuweSleutel' | 'voortgang'>,
): Promise<Levering[]> {
  const { themas: declared } = z.parse(
    z.object({ themas: z.array(themaSchema) }),
    JSON.parse(readFileSync(new URL('themas.json', folder), 'utf8')),
  );
  const bronnen = z.parse(
    z.record(z.string(), bronSchema),
    parse(readFileSync(new URL('bronnen.yaml', folder), 'utf8')),
  );
  const eenheden = new Map(declared.map(({ key, eenheid }) => [key, eenheid]));
  const peildatum = parseDatum(context.opties.peildatum ?? town.peildatum);
  if (!peildatum) throw new ImportFault('De optie --peildatum is geen dag. Geef jaar, maand en dag, zoals 2026-01-31.');
  return themas.map((thema) => {
    const herkomst = bronnen[thema];
    if (!herkomst || !eenheden.has(thema)) throw new Error(`data/omstandigheden does not describe ${thema}`);
    const naam = herkomst.naam.replaceAll('{gemeente}', bestuurVan(town));
    const { dekking } = kaartVan(town, thema);
    return {
      bron: {
        id: `omstandigheden-${thema}-${town.code}`,
        soort: 'omstandigheden',
        naam,
        licentie: 'CC0 1.0',
        peildatum: addMaanden(peildatum, -herkomst.maandenOud),
        dekking: ewktVlakken(dekking),
      },
      tabellen: [
        {
          table: 'omstandigheid',
          columns: ['id', 'thema', 'omschrijving', 'waarde', 'eenheid', 'geom'],
          geometry: { column: 'geom', soort: 'vlak' },
          rows: vlakRijen(town, thema, eenheden.get(thema) ?? null, context),
        },
        {
          table: 'omstandigheid_dekking',
          columns: ['thema', 'geom'],
          geometry: { column: 'geom', soort: 'vlak' },
          rows: [[thema, ewktVlakken(dekking)]],
        },
      ],
    };
  });
}

async function* vlakRijen(
  town: Town,
  thema: Thema,
  eenheid: string | null,
  { nieuweSleutel, voortgang }: Pick<ImportContext, 'nieuweSleutel' | 'voortgang'>,
): AsyncGenerator<Value[]> {
  voortgang(`omstandigheden: ${thema}`);
  for (const { omschrijving, waarde, vlak } of kaartVan(town, thema).vlakken) {
    yield [await nieuweSleutel(), thema, omschrijving, waarde, waarde === null ? null : eenheid, ewktVlakken(vlak)];
  }
}
