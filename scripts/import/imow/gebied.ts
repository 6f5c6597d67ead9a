import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { inRdBereik } from '../../../server/geo/rd.ts';
import { type ImportContext, ImportFault } from '../importer.ts';
import { toRd } from '../rd.ts';

/** The area that is given for the ambtsgebied. */
export interface GekozenGebied {
  /** EWKT in EPSG:28992. */
  geom: string;
  /** The gemeente that was chosen; null: an area without a name. */
  gemeenteCode: string | null;
}

const ring = z.array(z.array(z.number()).check(z.minLength(2))).check(z.minLength(4));
const vlak = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);
const geojson = z.union([
  vlak,
  z.object({ type: z.literal('Feature'), geometry: vlak }),
  z.object({ type: z.literal('FeatureCollection'), features: z.array(z.object({ geometry: vlak })) }),
]);

/**
 * Reads the option `--gebied`: the code of a gemeente whose border is loaded, a POLYGON or MULTIPOLYGON in RD as
 * WKT or EWKT, or the path of a GeoJSON file (degrees, or RD metres).
 *
 * @throws ImportFault when it is none of these
 */
export async function readGebied(waarde: string, findGemeente: ImportContext['findGemeente']): Promise<GekozenGebied> {
  if (/^gm\d{4}$/i.test(waarde)) {
    const code = waarde.toLowerCase();
    const gemeente = await findGemeente({ code });
    if (!gemeente) {
      throw new ImportFault(
        `De grens van ${code} is niet geladen. Importeer eerst de gemeentegrenzen: npm run import -- grenzen <bestand>.`,
      );
    }
    return { geom: gemeente.geom, gemeenteCode: code };
  }
  const wkt = waarde.trim().match(/^(?:SRID=(\d+);)?\s*((?:MULTI)?POLYGON\s*\([-+\d.,\sE()]+\))$/i);
  if (wkt) {
    if (wkt[1] && wkt[1] !== '28992') throw new ImportFault('Geef het gebied in RD: SRID=28992.');
    return { geom: `SRID=28992;${wkt[2]}`, gemeenteCode: null };
  }
  const tekst = await readFile(waarde, 'utf8').catch(() => null);
  if (tekst === null) {
    throw new ImportFault(
      `--gebied "${waarde.slice(0, 60)}" kennen wij niet. Geef een gemeentecode (gm0228), een POLYGON in RD of een GeoJSON-bestand.`,
    );
  }
  return { geom: `SRID=28992;${toWkt(parse(tekst, waarde))}`, gemeenteCode: null };
}

type Ring = z.infer<typeof ring>;

function parse(tekst: string, pad: string): Ring[][] {
  let json: unknown = null;
  try {
    json = JSON.parse(tekst);
  } catch {
    // Judged below, with everything else that is not an area.
  }
  const gelezen = geojson.safeParse(json);
  if (!gelezen.success) throw new ImportFault(`${pad} is geen GeoJSON met een of meer vlakken.`);
  const { data } = gelezen;
  const vlakken =
    data.type === 'FeatureCollection'
      ? data.features.map(({ geometry }) => geometry)
      : [data.type === 'Feature' ? data.geometry : data];
  return vlakken.flatMap(({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates));
}

function toWkt(vlakken: Ring[][]): string {
  const punt = ([a = 0, b = 0]: number[]) => {
    const [x, y] = inRdBereik({ x: a, y: b }) ? [a, b] : (toRd(a, b) ?? [null, null]);
    if (x === null) throw new ImportFault(`Het gebied ligt buiten Nederland (${a}, ${b}).`);
    return `${x} ${y}`;
  };
  const delen = vlakken.map((ringen) => `POLYGON(${ringen.map((r) => `(${r.map(punt).join(',')})`).join(',')})`);
  return delen.length === 1 ? `${delen[0]}` : `GEOMETRYCOLLECTION(${delen.join(',')})`;
}
