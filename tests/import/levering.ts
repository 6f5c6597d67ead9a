import { fileURLToPath } from 'node:url';
import type { ImportContext, Importer, Levering, TabelLevering } from '../../scripts/import/importer.ts';

/** Real deliveries, which stand outside the repository. */
export const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));

/** A square of `zijde` metres with its lower left corner at x, y, in EWKT. */
export const vierkant = (x: number, y: number, zijde = 10): string =>
  `SRID=28992;POLYGON((${x} ${y},${x + zijde} ${y},${x + zijde} ${y + zijde},${x} ${y + zijde},${x} ${y}))`;

export const perceelColumns = [
  'identificatie',
  'kadastrale_aanduiding',
  'kadastrale_gemeente',
  'sectie',
  'perceelnummer',
  'geom',
] as const;

/** Rows for `perceel`, one per geometry, numbered from 1. */
export const percelen = (...geometries: (string | null)[]) =>
  geometries.map((geom, index) => [`p${index + 1}`, `XXX01 A ${index + 1}`, 'Ergens', 'A', index + 1, geom] as const);

export const perceelTabel = (rows: TabelLevering['rows']): TabelLevering => ({
  table: 'perceel',
  columns: perceelColumns,
  geometry: { column: 'geom', soort: 'vlak' },
  rows,
});

export const levering = (id: string, ...tabellen: TabelLevering[]): Levering => ({
  bron: { id, soort: 'test', naam: `Proef ${id}`, licentie: 'CC0 1.0', peildatum: '2026-01-31', dekking: 'vereniging' },
  tabellen,
});

/** An importer that delivers what the test gives. */
export const delivers = (
  open: (context: ImportContext) => Levering[],
  tabellen: readonly string[] = ['perceel', 'adres', 'regeling', 'locatie', 'omstandigheid', 'bgt_object'],
): Importer => ({ naam: 'proef', uitleg: 'Voor de test', tabellen, open: async (_pad, context) => open(context) });
