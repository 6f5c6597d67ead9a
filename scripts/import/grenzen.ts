import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { haalBestand } from './bestand.ts';
import { type Importer, ImportFault } from './importer.ts';

const collectie = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ statcode: z.string(), statnaam: z.string(), jaarcode: z.number() }),
      geometry: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Borders of the gemeenten, in the GeoJSON of CBS gebiedsindelingen (longitude, latitude). */
export const grenzen: Importer = {
  naam: 'grenzen',
  uitleg: 'Gemeentegrenzen: GeoJSON van CBS gebiedsindelingen',
  tabellen: ['gemeente'],
  async open(pad, context) {
    const { features } = readCollectie(pad, await readFile(await haalBestand(pad, context), 'utf8'));
    const jaar = Math.max(...features.map(({ properties }) => properties.jaarcode));
    return [
      {
        bron: {
          id: 'grenzen-gemeenten',
          soort: 'grenzen',
          naam: `Gemeentegrenzen ${jaar}`,
          licentie: 'CC BY 4.0',
          url: 'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1',
          peildatum: `${jaar}-01-01`,
          dekking: 'vereniging',
        },
        tabellen: [
          {
            table: 'gemeente',
            columns: ['code', 'naam', 'geom'],
            geometry: { column: 'geom', soort: 'vlak', srid: 4326 },
            rows: features
              .filter(({ properties }) => properties.jaarcode === jaar)
              .map(({ properties, geometry }) => [properties.statcode.toLowerCase(), properties.statnaam, geometry]),
          },
        ],
      },
    ];
  },
};

function readCollectie(pad: string, text: string): z.infer<typeof collectie> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportFault(`${pad} is geen (volledig) GeoJSON-bestand.`);
  }
  const read = collectie.safeParse(json);
  if (!read.success || read.data.features.length === 0) {
    throw new ImportFault(
      `${pad} is geen GeoJSON met gemeenten van CBS gebiedsindelingen (statcode, statnaam, jaarcode).`,
    );
  }
  return read.data;
}
