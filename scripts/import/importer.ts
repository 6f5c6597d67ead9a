import type { Knex } from 'knex';
import type { Value } from '../../db/copy.ts';
import type { Stroom } from '../../server/veiligheid/domain/klassen.ts';
import type { RuimteGegevens } from '../../server/veiligheid/domain/ruimte.ts';

/** One bron among those that `npm run import -- <naam> <path or url>` can read: one file and one line in index.ts. */
export interface Importer {
  /** The word on the command line. */
  naam: string;
  /** One line for the list of importers. */
  uitleg: string;
  /** Tables in which a row of this importer can end up; tells which map layers must be made again. */
  tabellen: readonly string[];
  /** Extra options on the command line, as `--naam waarde`, with their explanation. */
  opties?: Readonly<Record<string, string>>;
  /**
   * Opens a delivery. It may hold several bronnen, which are then swapped in one transaction.
   *
   * @param pad a file, a folder or a URL; a zip may stay packed
   * @throws ImportFault with a message for the person at the terminal
   */
  open(pad: string, context: ImportContext): Promise<Levering[]>;
}

export interface ImportContext {
  opties: Readonly<Record<string, string>>;
  /** Counts a row that cannot be taken in, under a reason in plain Dutch; a few examples are kept per reason. */
  keurAf(bronId: string, reden: string, voorbeeld?: string): void;
  /** Counts an object that is rightly left out, such as one that no longer exists; it is told but is no fault. */
  laatWeg(bronId: string, reden: string): void;
  /** Counts something that the person should know of and that changes no row: it is told once, with how often it was. */
  merkOp(bronId: string, opmerking: string): void;
  /** Gives a database key for related rows that are made at once, unique over all tables. */
  nieuweSleutel(): Promise<number>;
  /** Looks a gemeente up among the borders that are loaded; null: not loaded. Ask only while opening, not in rows. */
  findGemeente(zoek: GemeenteZoek): Promise<Gemeente | null>;
  /** Border, buurten and adressen of a gemeente; null: not loaded. Ask only while opening. */
  laadRuimte(gemeenteCode: string): Promise<RuimteGegevens | null>;
  /** Months of which counts stand under another bron than this one, with its id. Ask only while opening. */
  laadMaanden(vraag: { stroom: Stroom; gemeenteCode: string; bronId: string }): Promise<Map<string, string>>;
  /**
   * Adds work for when everything stands, in a transaction of its own: what is made of the rows. When it fails the rows
   * stay. Ask only while opening.
   */
  daarna(werk: (trx: Knex.Transaction) => Promise<void>): void;
  /** Says what is being done now, shown when the work takes longer than two seconds. */
  voortgang(tekst: string): void;
  /** A folder that is removed when the import ends. */
  tijdelijkeMap: string;
}

/** By code (gm0228), by name without "gemeente" (Ede), or by a place in WGS84 degrees. */
export type GemeenteZoek = { code: string } | { naam: string } | { lon: number; lat: number };

export interface Gemeente {
  code: string;
  naam: string;
  /** EWKT in EPSG:28992. */
  geom: string;
}

/** What one bron delivers: everything that stood under its id before is replaced. */
export interface Levering {
  bron: Bron;
  /** Written in this order, so a table comes after the tables that its rows refer to. */
  tabellen: readonly TabelLevering[];
}

export interface Bron {
  /** Stable name of the delivery, such as `brk-otl02`; a new delivery with the same id replaces the old one. */
  id: string;
  soort: string;
  naam: string;
  licentie: string;
  url?: string;
  /**
   * gm9999; makes this gemeente one of this installation. Left out for national data such as borders. May be settled
   * while the rows are read.
   */
  gemeenteCode?: string;
  /** YYYY-MM-DD: the day on which the data was true. May be settled while the rows are read. */
  peildatum: string;
  /**
   * Where the delivery is complete, as EWKT, or worked out from what was delivered:
   * `omhullende` the convex hull; `concaaf` a tighter hull, for points; `vereniging` the vlakken together, for
   * data that covers the ground without gaps.
   */
  dekking?: string;
}

export interface TabelLevering {
  table: string;
  /** In the order in which each row gives its values; `bron_id` is added by the runner where the table has it. */
  columns: readonly string[];
  /**
   * The geometry column, given as EWKT or hex EWKB (with its SRID) or as GeoJSON, and what its table wants. It is in
   * EPSG:28992 unless `srid` says otherwise: then it is transformed. Arcs are allowed. A row whose geometry cannot be
   * used is rejected; where the column may be empty the row stays, without geometry.
   */
  geometry?: { column: string; soort: 'punt' | 'vlak' | 'alles'; srid?: number };
  /** When a key comes twice: reject the later row (the default), or join their geometries in the first. */
  dubbel?: 'afkeuren' | 'samenvoegen';
  rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>;
}

/** The delivery cannot be read at all; the message says what is wrong and what to do. */
export class ImportFault extends Error {}
