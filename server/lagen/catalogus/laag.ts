import type { Laag, LegendaKlasse } from '../contract.ts';

/** Part of a statement with its bindings, in the order of their question marks. */
export interface Sql {
  sql: string;
  bindings: readonly (string | number)[];
}

/** Who may see the objects of a layer. */
export type LaagRole = 'iedereen';

/** One layer of the map: where its objects come from and how they are shown. */
export interface LaagDefinitie extends Omit<Laag, 'stand' | 'tegels'> {
  /** Who may see its objects. */
  role: LaagRole;
  /** The tile set that carries it, as a source layer named after `id`. One set is one request per tile. */
  collectie: string;
  /** Tables whose change makes the tiles old. */
  tabellen: readonly string[];
  /** Columns of `objecten` that go into the tile; keep them few and short. */
  velden: readonly string[];
  /**
   * The objects, as a SELECT without grouping or limit, so that the filter on `geom` reaches the index. Columns:
   * `sleutel` (text, unique within the layer), `geom` (EPSG:28992), `van` (lowest zoom that draws it), the `velden`,
   * `titel` (text) and `kenmerken` (see there).
   * Where something else is drawn than what is stored, the stored geometry is the column `bereik`: that is searched.
   * The columns of `gegevens` stand there too, unless it has objects of its own.
   * With `tijdelijk` also `geldig_vanaf` and `geldig_tot` (dates, null: not known).
   */
  objecten: Sql;
  heeftBereik?: boolean;
  /** SQL condition without which there is nothing to draw yet: its objects are themselves made from other data. */
  klaar?: string;
  /** Drawn and listed only on the days from `geldig_vanaf` to before `geldig_tot`. */
  tijdelijk?: boolean;
  /**
   * Counts per cell instead of the objects themselves, below this zoom. `objecten` then has the column `mercator`: the
   * point of the object in EPSG:3857, stored with the row, because all of them are counted together.
   */
  geteldTot?: number;
  /** The objects as open data, in a feature collection with the id of the layer. */
  gegevens: Gegevens;
  combineren?: Combineren;
}

/** What combining layers asks of a layer beside its open data. */
export interface Combineren {
  /** Condition on the row `o`: leaves out what stands in the data but is no object at a place of its own. */
  alleen?: string;
  /** What is left out by it, for the reader. */
  weggelaten?: string;
  /**
   * The table with the same shapes in small pieces, each with the number of its object (integer) in `verwijzing`;
   * `objecten` has that column too. Finding what lies somewhere is quicker in it.
   */
  delen?: { tabel: string; verwijzing: string };
  /** Where the layer speaks: columns `geom` and `bron_id`. As usual: the dekking of each bron that fills its table. */
  dekking?: Sql;
}

/** One field of an object as open data; `strings` is a list. */
export interface Eigenschap {
  type: 'string' | 'strings' | 'integer' | 'number' | 'boolean' | 'date';
  titel: string;
}

/** What a layer gives as open data: its objects in full precision, where the map gives what can be drawn. */
export interface Gegevens {
  titel: string;
  beschrijving: string;
  /** The fields, in order. Their columns in `objecten` have the same name in snake_case. */
  eigenschappen: Readonly<Record<string, Eigenschap>>;
  /** The field with the day of the object, or the fields with its first day and the first day after it. */
  tijd?: string | readonly [vanaf: string, tot: string];
  /** In the place of `objecten` of the layer, where the data holds other objects than the map draws: `sleutel`, `geom` and the fields. */
  objecten?: Sql;
}

/** Facts about an object as jsonb, in order: the name on screen to an SQL expression. Null ones are left out later. */
export function kenmerken(namen: Readonly<Record<string, string>>): string {
  const delen = Object.entries(namen).map(
    ([naam, expressie]) => `jsonb_build_object('naam', '${naam}', 'waarde', (${expressie})::text)`,
  );
  return `jsonb_build_array(${delen.join(', ')})`;
}

/**
 * The lowest zoom at which a surface is drawn, as SQL: where it covers about four pixels of the screen.
 *
 * A pixel is 47,980 / 2^zoom metres wide at 52° north (tiles of 512 pixels).
 */
export function vanafOppervlakte(oppervlakte: string, laagste = 8, hoogste = 14): string {
  const stappen = Array.from({ length: hoogste - laagste }, (_, i) => laagste + i).map(
    (zoom) => `WHEN ${oppervlakte} >= ${Math.round(4 * (47_980 / 2 ** zoom) ** 2)} THEN ${zoom}`,
  );
  return `CASE ${stappen.join(' ')} ELSE ${hoogste} END`;
}

export function klasse(label: string, waarde: string | null, kleur: string, rand: string | null = null): LegendaKlasse {
  return { label, waarde, kleur, rand, arcering: false };
}

/** The class of what we do not know: hatched, never white. */
export const geenGegevens: LegendaKlasse = {
  label: 'Geen gegevens: wij weten het hier niet',
  waarde: 'onbekend',
  kleur: '#767676',
  rand: null,
  arcering: true,
};

/** The gemeenten of this installation, for a WHERE clause on their code. */
export const eigenGemeenten = 'SELECT gemeente_code FROM bron WHERE gemeente_code IS NOT NULL';
