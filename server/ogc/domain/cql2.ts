import peggy from 'peggy';

/** CQL2 as JSON: what the standard calls cql2-json, not yet checked against any collection. */
export type Cql2 =
  | string
  | number
  | boolean
  | null
  | readonly Cql2[]
  | { op: string; args: readonly Cql2[] }
  | { property: string }
  | { date: string }
  | { timestamp: string }
  | { interval: readonly Cql2[] }
  | { bbox: readonly number[] }
  | { type: string; coordinates: unknown };

/** Nested deeper than this we do not read. */
export const diepteMaximum = 40;

/**
 * The grammar of CQL2 text. It is looser than the one of the standard: whether the kinds of things fit together is
 * decided where a filter becomes SQL, which can say what is wrong in the words of the reader.
 *
 * @source OGC 21-065r2, annex B
 */
const grammatica = String.raw`
Filter = _ @Of _

Of = eerste:En rest:(_ "OR"i Grens _ @En)* { return samen('or', eerste, rest) }
En = eerste:Niet rest:(_ "AND"i Grens _ @Niet)* { return samen('and', eerste, rest) }
Niet = "NOT"i Grens _ arg:Niet { return op('not', arg) } / Predicaat

Predicaat
  = links:Som _ vergelijking:("<>" / "<=" / ">=" / "=" / "<" / ">") _ rechts:Som { return op(vergelijking, links, rechts) }
  / links:Som _ niet:NietIets "LIKE"i Grens _ rechts:Som { return mits(niet, op('like', links, rechts)) }
  / links:Som _ niet:NietIets "BETWEEN"i Grens _ van:Som _ "AND"i Grens _ tot:Som { return mits(niet, op('between', links, van, tot)) }
  / links:Som _ niet:NietIets "IN"i _ "(" _ lijst:Lijst _ ")" { return mits(niet, op('in', links, lijst)) }
  / links:Som _ "IS"i Grens _ niet:NietIets "NULL"i Grens { return mits(niet, op('isNull', links)) }
  / Som

NietIets = niet:("NOT"i Grens _)? { return niet !== null }

Som = eerste:Product rest:(_ @[+-] _ @Product)* { return keten(eerste, rest) }
Product = eerste:Macht rest:(_ @("*" / "/" / "%" / "DIV"i Grens { return 'div' }) _ @Macht)* { return keten(eerste, rest) }
Macht = eerste:Deel rest:(_ @"^" _ @Deel)* { return keten(eerste, rest) }

Deel
  = "(" _ @Of _ ")"
  / "(" _ eerste:Of rest:(_ "," _ @Of)+ _ ")" { return [eerste, ...rest] }
  / Getal
  / Tekst
  / "TRUE"i Grens { return true }
  / "FALSE"i Grens { return false }
  / "NULL"i Grens { return null }
  / "DATE"i _ "(" _ date:Tekst _ ")" { return { date } }
  / "TIMESTAMP"i _ "(" _ timestamp:Tekst _ ")" { return { timestamp } }
  / "INTERVAL"i _ "(" _ van:Som _ "," _ tot:Som _ ")" { return { interval: [van, tot] } }
  / Geometrie
  / op:Naam _ "(" _ args:Lijst? _ ")" { return { op: gewoon(op), args: args ?? [] } }
  / property:Eigenschap { return { property } }
  / "-" _ arg:Deel { return op('*', -1, arg) }

Lijst = eerste:Of rest:(_ "," _ @Of)* { return [eerste, ...rest] }

Geometrie
  = "POINT"i Z _ coordinates:Plaats1 { return { type: 'Point', coordinates } }
  / "LINESTRING"i Z _ coordinates:Rij { return { type: 'LineString', coordinates } }
  / "POLYGON"i Z _ coordinates:Rijen { return { type: 'Polygon', coordinates } }
  / "MULTIPOINT"i Z _ "(" _ coordinates:Plaatsen _ ")" { return { type: 'MultiPoint', coordinates } }
  / "MULTILINESTRING"i Z _ coordinates:Rijen { return { type: 'MultiLineString', coordinates } }
  / "MULTIPOLYGON"i Z _ "(" _ eerste:Rijen rest:(_ "," _ @Rijen)* _ ")" { return { type: 'MultiPolygon', coordinates: [eerste, ...rest] } }
  / "BBOX"i _ "(" _ eerste:Getal rest:(_ "," _ @Getal)* _ ")" { return { bbox: [eerste, ...rest] } }

Z = (_ "Z"i Grens)?
Plaats1 = "(" _ @Plaats _ ")"
Plaatsen = eerste:(Plaats1 / Plaats) rest:(_ "," _ @(Plaats1 / Plaats))* { return [eerste, ...rest] }
Rij = "(" _ eerste:Plaats rest:(_ "," _ @Plaats)* _ ")" { return [eerste, ...rest] }
Rijen = "(" _ eerste:Rij rest:(_ "," _ @Rij)* _ ")" { return [eerste, ...rest] }
Plaats = eerste:Getal rest:(__ @Getal)+ { return [eerste, ...rest] }

Getal "een getal" = [+-]? ([0-9]+ ("." [0-9]*)? / "." [0-9]+) ("E"i [+-]? [0-9]+)? ![a-zA-Z_] { return Number(text()) }
Tekst "een tekst tussen enkele aanhalingstekens" = "'" tekens:Teken* "'" { return tekens.join('') }
Teken = "''" { return "'" } / "\\'" { return "'" } / [^']

Eigenschap "een eigenschap" = '"' naam:[^"]+ '"' { return naam.join('') } / !(Sleutelwoord Grens) @Naam
Naam = $([\p{L}:_]u [\p{L}\p{N}:_.]u*)
Sleutelwoord = "AND"i / "OR"i / "NOT"i / "LIKE"i / "BETWEEN"i / "IN"i / "IS"i / "NULL"i / "TRUE"i / "FALSE"i

Grens = ![\p{L}\p{N}:_.]u
_ "een spatie" = [ \t\r\n]*
__ = [ \t\r\n]+
`;

const hulp = `{{
  const op = (naam, ...args) => ({ op: naam, args });
  const mits = (niet, deel) => niet ? op('not', deel) : deel;
  const samen = (naam, eerste, rest) => rest.length === 0 ? eerste : { op: naam, args: [eerste, ...rest] };
  const keten = (eerste, rest) => rest.reduce((links, [naam, rechts]) => op(naam, links, rechts), eerste);
  const gewoon = (naam) => /^(s|t|a)_/i.test(naam) || /^(casei|accenti)$/i.test(naam) ? naam.toLowerCase() : naam;
}}`;

/** With a memory of what was tried, so that no text can make it try the same thing over and over. */
const parser = peggy.generate(hulp + grammatica, { cache: true });

/** Reads CQL2 text. */
export function parseCql2Text(tekst: string): { cql2: Cql2 } | { melding: string } {
  if (diepteVan(tekst) > diepteMaximum) return { melding: teDiep };
  try {
    return { cql2: parser.parse(tekst) as Cql2 };
  } catch (error) {
    const { location } = error as { location?: { start: { offset: number } } };
    if (!location) throw error;
    const plaats = location.start.offset;
    const rest = tekst.slice(plaats, plaats + 20);
    return {
      melding: rest
        ? `Het filter klopt niet vanaf teken ${plaats + 1}: "${rest}"`
        : `Het filter is niet af: na teken ${plaats} mist iets`,
    };
  }
}

export const teDiep = `Het filter is dieper genest dan ${diepteMaximum} niveaus`;

/** How deep brackets are nested, and how many times NOT stands in a row: outside texts and quoted names. */
function diepteVan(tekst: string): number {
  const kaal = tekst.replace(/'(?:''|\\'|[^'])*'|"[^"]*"/g, ' ');
  let diepte = 0;
  let diepste = 0;
  for (const teken of kaal) {
    if (teken === '(') diepte += 1;
    if (teken === ')') diepte -= 1;
    diepste = Math.max(diepste, diepte);
  }
  const nieten = [...kaal.matchAll(/(?:\bNOT\b[\s(]*|-\s*)+/gi)].map(([rij]) => rij.match(/NOT|-/gi)?.length ?? 0);
  return Math.max(diepste, ...nieten);
}
