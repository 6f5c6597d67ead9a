import type { Sql } from '../../lagen/catalogus/laag.ts';
import type { Collectie, EigenschapMetKolom } from './collecties.ts';
import { type Cql2, diepteMaximum, teDiep } from './cql2.ts';
import type { Crs } from './crs.ts';
import { binding, samen, sql, vast } from './sql.ts';
import { readDag, readDagVanMoment } from './tijd.ts';
import { readVak, vakInRd } from './vak.ts';

/** The name of the geometry in filters and queryables. */
export const geometrieNaam = 'geometry';

/** The properties that may stand in a filter: all but lists. */
export const filterbaar = ({ eigenschappen }: Collectie): [naam: string, eigenschap: EigenschapMetKolom][] =>
  [...eigenschappen].filter(([, { type }]) => type !== 'strings');

type Soort = 'tekst' | 'getal' | 'waarheid' | 'dag';

/** An expression with a value of one kind. */
interface Waarde {
  sql: Sql;
  soort: Soort;
  /** Where the expression is a text of the asker: that text. */
  tekst?: string;
}

const soortVan: Readonly<Record<Exclude<EigenschapMetKolom['type'], 'strings'>, Soort>> = {
  string: 'tekst',
  integer: 'getal',
  number: 'getal',
  boolean: 'waarheid',
  date: 'dag',
};

const omschrijving: Readonly<Record<Soort, string>> = {
  tekst: 'een tekst',
  getal: 'een getal',
  waarheid: 'true of false',
  dag: "een datum, zoals DATE('2026-01-31')",
};

const vergelijkingen = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** Relations between two shapes, by the function of PostGIS that tests them. */
const ruimtelijk: Readonly<Record<string, string>> = {
  s_intersects: 'ST_Intersects',
  s_within: 'ST_Within',
  s_contains: 'ST_Contains',
  s_disjoint: 'ST_Disjoint',
  s_equals: 'ST_Equals',
  s_touches: 'ST_Touches',
  s_overlaps: 'ST_Overlaps',
  s_crosses: 'ST_Crosses',
};

/** From a first to a last day. */
interface Tijdvak {
  van: Sql;
  tot: Sql;
}

const inTijd: Readonly<Record<string, (a: Tijdvak, b: Tijdvak) => Sql>> = {
  t_after: (a, b) => sql`${a.van} > ${b.tot}`,
  t_before: (a, b) => sql`${a.tot} < ${b.van}`,
  t_during: (a, b) => sql`(${a.van} > ${b.van} AND ${a.tot} < ${b.tot})`,
  t_equals: (a, b) => sql`(${a.van} = ${b.van} AND ${a.tot} = ${b.tot})`,
  t_intersects: (a, b) => sql`(${a.van} <= ${b.tot} AND ${a.tot} >= ${b.van})`,
  t_disjoint: (a, b) => sql`(${a.tot} < ${b.van} OR ${a.van} > ${b.tot})`,
};

const lijstMaximum = 200;
/** Dimensions of the coordinates of a shape, and the fewest places in its innermost list. */
const vormen: Readonly<Record<string, readonly [diepte: number, minimum: number]>> = {
  Point: [0, 1],
  MultiPoint: [1, 1],
  LineString: [1, 2],
  MultiLineString: [2, 2],
  Polygon: [2, 4],
  MultiPolygon: [3, 4],
};

/** What is wrong with a filter, in the words of the asker. Does not leave this file. */
class Onjuist extends Error {}

interface Context {
  collectie: Collectie;
  crs: Crs;
}

/**
 * Makes of a filter a condition on the row `o`.
 *
 * Names of columns come from the catalogue and nowhere else, and every value of the asker is a binding. Shapes are
 * carried to RD by their corners: their sides are straight in RD.
 *
 * @param cql2 what a parser made of the filter; it is not trusted
 * @param crs of the coordinates in the filter
 * @returns the condition, or what is wrong with the filter or not supported
 */
export function naarVoorwaarde(cql2: unknown, collectie: Collectie, crs: Crs): { sql: Sql } | { melding: string } {
  try {
    return { sql: naarConditie(cql2 as Cql2, { collectie, crs }, 0) };
  } catch (error) {
    if (error instanceof Onjuist) return { melding: error.message };
    throw error;
  }
}

/** The condition that a property has a value that stands in the address as text. */
export function naarGelijkheid(
  naam: string,
  { type }: EigenschapMetKolom,
  tekst: string,
  collectie: Collectie,
  crs: Crs,
): { sql: Sql } | { melding: string } {
  if (type === 'integer' && !/^-?\d{1,15}$/.test(tekst)) return { melding: 'geef een heel getal' };
  if (type === 'number' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(tekst)) return { melding: 'geef een getal, met een punt' };
  if (type === 'boolean' && !/^(true|false)$/.test(tekst)) return { melding: 'geef true of false' };
  const literal: Cql2 =
    type === 'integer' || type === 'number'
      ? Number(tekst)
      : type === 'boolean'
        ? tekst === 'true'
        : type === 'date'
          ? { date: tekst }
          : tekst;
  return naarVoorwaarde({ op: '=', args: [{ property: naam }, literal] }, collectie, crs);
}

function naarConditie(cql2: Cql2, context: Context, diepte: number): Sql {
  if (diepte > diepteMaximum) throw new Onjuist(teDiep);
  if (typeof cql2 === 'boolean') return vast(cql2 ? 'TRUE' : 'FALSE');
  if (isObject(cql2) && 'property' in cql2) return naarWaarde(cql2, context, diepte + 1, 'waarheid').sql;
  const { op, args } = naarOperatie(cql2);
  const waarde = (i: number, soort?: Soort) => naarWaarde(args[i], context, diepte + 1, soort);
  if (op === 'and' || op === 'or') {
    if (args.length < 2) throw new Onjuist(`"${op}" verbindt twee of meer voorwaarden`);
    const delen = args.map((arg) => naarConditie(arg, context, diepte + 1));
    return sql`(${samen(delen, op === 'and' ? ' AND ' : ' OR ')})`;
  }
  if (op === 'not') {
    aantal(op, args, 1);
    return sql`(NOT ${naarConditie(args[0] as Cql2, context, diepte + 1)})`;
  }
  if (vergelijkingen.has(op)) {
    aantal(op, args, 2);
    return naarVergelijking(op, waarde(0), waarde(1));
  }
  if (op === 'between') {
    aantal(op, args, 3);
    const midden = waarde(0);
    if (midden.soort === 'waarheid') throw new Onjuist('BETWEEN past niet bij true of false');
    return sql`(${midden.sql} BETWEEN ${waarde(1, midden.soort).sql} AND ${waarde(2, midden.soort).sql})`;
  }
  if (op === 'like') {
    aantal(op, args, 2);
    const patroon = waarde(1, 'tekst');
    if (patroon.tekst === undefined) throw new Onjuist("rechts van LIKE staat een tekst, zoals 'Dorps%'");
    if (/(^|[^\\])(\\\\)*\\$/.test(patroon.tekst)) throw new Onjuist('een LIKE-tekst eindigt niet op een losse \\');
    return sql`(${waarde(0, 'tekst').sql} LIKE ${patroon.sql})`;
  }
  if (op === 'in') {
    aantal(op, args, 2);
    const lijst = args[1];
    if (!Array.isArray(lijst) || lijst.length === 0 || lijst.length > lijstMaximum) {
      throw new Onjuist(`na IN staat een lijst van 1 tot ${lijstMaximum} waarden`);
    }
    const links = waarde(0);
    const keuzes = lijst.map((keuze: Cql2) => naarWaarde(keuze, context, diepte + 1, links.soort).sql);
    return sql`(${links.sql} IN (${samen(keuzes, ', ')}))`;
  }
  if (op === 'isNull') {
    aantal(op, args, 1);
    return isGeometrie(args[0]) ? sql`(${geometrie(context)} IS NULL)` : sql`(${waarde(0).sql} IS NULL)`;
  }
  if (Object.hasOwn(ruimtelijk, op)) {
    aantal(op, args, 2);
    const [a, b] = [naarVorm(args[0], context), naarVorm(args[1], context)];
    return sql`${vast(ruimtelijk[op] as string)}(${a}, ${b})`;
  }
  const relatie = Object.hasOwn(inTijd, op) ? inTijd[op] : undefined;
  if (relatie) {
    aantal(op, args, 2);
    return relatie(naarTijdvak(args[0], context, diepte + 1), naarTijdvak(args[1], context, diepte + 1));
  }
  throw new Onjuist(`de bewerking "${kort(op)}" wordt niet ondersteund, of geeft geen ja of nee`);
}

function naarVergelijking(op: string, links: Waarde, rechts: Waarde): Sql {
  if (links.soort !== rechts.soort) {
    throw new Onjuist(`${omschrijving[links.soort]} is niet te vergelijken met ${omschrijving[rechts.soort]}`);
  }
  if (links.soort === 'waarheid' && op !== '=' && op !== '<>') throw new Onjuist(`"${op}" past niet bij true of false`);
  return sql`(${links.sql} ${vast(op)} ${rechts.sql})`;
}

/** @param soort the kind that it has to be, when that is known */
function naarWaarde(cql2: Cql2 | undefined, context: Context, diepte: number, soort?: Soort): Waarde {
  const gevonden = readWaarde(cql2, context, diepte);
  if (soort && gevonden.soort !== soort) {
    throw new Onjuist(`hier hoort ${omschrijving[soort]}, en er staat ${omschrijving[gevonden.soort]}`);
  }
  return gevonden;
}

function readWaarde(cql2: Cql2 | undefined, context: Context, diepte: number): Waarde {
  if (diepte > diepteMaximum) throw new Onjuist(teDiep);
  if (typeof cql2 === 'string') {
    if (cql2.includes('\0')) throw new Onjuist('een tekst bevat een teken dat niet mag');
    return { sql: binding(cql2, 'text'), soort: 'tekst', tekst: cql2 };
  }
  if (typeof cql2 === 'number') {
    if (!Number.isFinite(cql2) || Math.abs(cql2) > 1e15) throw new Onjuist('een getal is te groot');
    return { sql: binding(cql2, 'numeric'), soort: 'getal' };
  }
  if (typeof cql2 === 'boolean') return { sql: vast(cql2 ? 'TRUE' : 'FALSE'), soort: 'waarheid' };
  if (cql2 === null) throw new Onjuist('gebruik IS NULL om naar een lege waarde te vragen');
  if (!isObject(cql2)) throw new Onjuist('hier hoort een waarde of een eigenschap, geen lijst');
  if ('property' in cql2) return readEigenschap(cql2.property, context);
  if ('date' in cql2 || 'timestamp' in cql2) return { sql: binding(readLiteralDag(cql2), 'date'), soort: 'dag' };
  const { op, args } = naarOperatie(cql2);
  if (op === 'casei' || op === 'accenti') {
    aantal(op, args, 1);
    const { sql: binnen, ...rest } = naarWaarde(args[0], context, diepte + 1, 'tekst');
    return { ...rest, sql: op === 'casei' ? sql`lower(${binnen})` : sql`public.unaccent(${binnen})` };
  }
  if (/^[+*/^%-]$|^div$/.test(op)) throw new Onjuist(`rekenen met "${op}" wordt niet ondersteund`);
  throw new Onjuist(`de functie of bewerking "${kort(op)}" wordt hier niet ondersteund`);
}

function readEigenschap(naam: unknown, { collectie }: Context): Waarde {
  if (naam === geometrieNaam)
    throw new Onjuist(`"${geometrieNaam}" past alleen in S_INTERSECTS en de andere S_-functies`);
  const eigenschap = typeof naam === 'string' ? collectie.eigenschappen.get(naam) : undefined;
  if (!eigenschap) throw new Onjuist(`er is geen eigenschap "${kort(naam)}"; zie queryables`);
  if (eigenschap.type === 'strings') throw new Onjuist(`op de lijst "${kort(naam)}" kan niet worden gefilterd`);
  return { sql: vast(`o.${eigenschap.kolom}`), soort: soortVan[eigenschap.type] };
}

function readLiteralDag(cql2: { date?: unknown; timestamp?: unknown }): string {
  const { date, timestamp } = cql2;
  const dag =
    typeof date === 'string' ? readDag(date) : typeof timestamp === 'string' ? readDagVanMoment(timestamp) : null;
  if (dag === null) throw new Onjuist(`"${kort(date ?? timestamp)}" is geen datum of moment dat bestaat`);
  return dag;
}

function naarTijdvak(cql2: Cql2 | undefined, context: Context, diepte: number): Tijdvak {
  if (isObject(cql2) && 'interval' in cql2) {
    const { interval } = cql2;
    if (!Array.isArray(interval) || interval.length !== 2) throw new Onjuist('INTERVAL heeft een begin en een eind');
    return { van: naarEind(interval[0], '-infinity'), tot: naarEind(interval[1], 'infinity') };
  }
  const dag = naarWaarde(cql2, context, diepte, 'dag').sql;
  return { van: dag, tot: dag };

  /** An end that is open, or of which the property is empty, lies infinitely far. */
  function naarEind(eind: Cql2, oneindig: '-infinity' | 'infinity'): Sql {
    const ver = vast(`'${oneindig}'::date`);
    if (eind === '..') return ver;
    if (typeof eind === 'string') {
      const dag = readDag(eind) ?? readDagVanMoment(eind);
      if (dag === null) throw new Onjuist(`"${kort(eind)}" is geen datum of moment dat bestaat`);
      return binding(dag, 'date');
    }
    return sql`coalesce(${naarWaarde(eind, context, diepte + 1, 'dag').sql}, ${ver})`;
  }
}

const isGeometrie = (cql2: Cql2 | undefined) => isObject(cql2) && 'property' in cql2 && cql2.property === geometrieNaam;

const geometrie = ({ collectie }: Context) => vast(`o.${collectie.geometrie}`);

function naarVorm(cql2: Cql2 | undefined, context: Context): Sql {
  if (isGeometrie(cql2)) return geometrie(context);
  if (isObject(cql2) && 'bbox' in cql2) return naarVak(cql2.bbox, context);
  if (!isObject(cql2) || !('coordinates' in cql2)) {
    const { op, type } = (isObject(cql2) ? cql2 : {}) as { op?: unknown; type?: unknown };
    throw new Onjuist(
      op || type
        ? `de vorm "${kort(op ?? type)}" wordt niet ondersteund`
        : `hier hoort een vorm, of de eigenschap "${geometrieNaam}"`,
    );
  }
  const { type, coordinates } = cql2;
  const eisen = typeof type === 'string' && Object.hasOwn(vormen, type) ? vormen[type] : undefined;
  if (!eisen) throw new Onjuist(`de vorm "${kort(type)}" wordt niet ondersteund`);
  const [diepte, minimum] = eisen;
  const tekst = JSON.stringify({ type, coordinates: readCoordinaten(coordinates, diepte, minimum, context.crs) });
  const { srid } = context.crs;
  const vorm = sql`ST_SetSRID(ST_GeomFromGeoJSON(${binding(tekst, 'text')}), ${vast(String(srid))})`;
  const inRd = srid === 28992 ? vorm : sql`ST_Transform(${vorm}, 28992)`;
  return minimum === 4 ? sql`ST_MakeValid(${inRd})` : inRd;
}

function naarVak(bbox: unknown, { crs }: Context): Sql {
  const gelezen = Array.isArray(bbox) ? readVak(bbox, crs) : { melding: 'geef getallen' };
  if ('melding' in gelezen) throw new Onjuist(`BBOX: ${gelezen.melding}`);
  return vakInRd(gelezen.vak, crs) ?? vast(`'SRID=28992;POLYGON EMPTY'::geometry`);
}

/** Checks the coordinates of a shape, and gives them east first and without height. */
function readCoordinaten(coordinates: unknown, diepte: number, minimum: number, crs: Crs): unknown {
  if (!Array.isArray(coordinates)) throw new Onjuist('een vorm heeft coördinaten');
  if (diepte > 0) {
    const delen = coordinates.map((deel) => readCoordinaten(deel, diepte - 1, minimum, crs));
    if (delen.length === 0) throw new Onjuist('een vorm is leeg');
    if (diepte === 1) {
      if (delen.length < minimum) throw new Onjuist(`een vorm heeft te weinig punten: ${minimum} of meer`);
      if (minimum === 4 && String(delen[0]) !== String(delen.at(-1))) {
        throw new Onjuist('een vlak is niet gesloten: begin en eindig met hetzelfde punt');
      }
    }
    return delen;
  }
  const [a, b] = coordinates;
  if (coordinates.length < 2 || coordinates.length > 3 || !Number.isFinite(a) || !Number.isFinite(b)) {
    throw new Onjuist('een punt heeft twee getallen, met een spatie ertussen');
  }
  const [x, y] = crs.noordEerst ? [b, a] : [a, b];
  const [minX, minY, maxX, maxY] = crs.ruim;
  if (x < minX || x > maxX || y < minY || y > maxY) {
    throw new Onjuist(`het punt ${a} ${b} ligt te ver van Nederland; klopt filter-crs en de volgorde van de assen?`);
  }
  return [x, y];
}

function naarOperatie(cql2: Cql2 | undefined): { op: string; args: readonly Cql2[] } {
  if (isObject(cql2) && 'op' in cql2 && typeof cql2.op === 'string' && Array.isArray(cql2.args)) {
    return { op: cql2.op, args: cql2.args };
  }
  throw new Onjuist("hier hoort een voorwaarde, zoals naam = 'Dorpsstraat'");
}

function aantal(op: string, args: readonly Cql2[], verwacht: number): void {
  if (args.length !== verwacht)
    throw new Onjuist(`"${op}" heeft ${verwacht} ${verwacht === 1 ? 'deel' : 'delen'} nodig`);
}

// biome-ignore lint/suspicious/noExplicitAny: what a parser made of the text of the asker is only known after a look
const isObject = (cql2: any): cql2 is Record<string, any> & object =>
  typeof cql2 === 'object' && cql2 !== null && !Array.isArray(cql2);

const kort = (naam: unknown) => (typeof naam === 'string' ? naam.slice(0, 60) : '...');
