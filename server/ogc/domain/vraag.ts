import type { Sql } from '../../lagen/catalogus/laag.ts';
import { filterMaximum, itemsParameters, limietMaximum, limietStandaard } from '../contract.ts';
import type { Collectie } from './collecties.ts';
import { parseCql2Text } from './cql2.ts';
import { type Crs, crs84, crsLijst, findCrs } from './crs.ts';
import { filterbaar, naarGelijkheid, naarVoorwaarde } from './filter.ts';
import { inDagen, readDatetime } from './tijd.ts';
import { inVak, readVak } from './vak.ts';

/** What is asked of a collection. */
export interface Vraag {
  collectie: Collectie;
  /** Conditions on the row `o`, which all hold. */
  voorwaarden: readonly Sql[];
  limiet: number;
  /** Only objects whose key comes after this one. */
  na: string | null;
  crs: Crs;
}

/** One parameter that is wrong, and what to do about it. */
export interface Fout {
  veld: string;
  melding: string;
}

export type Parameters = Readonly<Record<string, string>>;

/**
 * Takes the query of an address as one text per name.
 *
 * @param toegestaan every name that may stand there: the standard wants an error for any other
 */
export function readParameters(
  query: Readonly<Record<string, unknown>>,
  toegestaan: readonly string[],
): { parameters: Parameters } | { fouten: Fout[] } {
  const fouten: Fout[] = [];
  const parameters: Record<string, string> = {};
  for (const [naam, waarde] of Object.entries(query)) {
    const veld = naam.slice(0, 60);
    if (!toegestaan.includes(naam)) fouten.push({ veld, melding: 'deze parameter of eigenschap is er niet' });
    else if (typeof waarde !== 'string') fouten.push({ veld, melding: 'geef deze parameter één keer' });
    else if (waarde.includes('\0')) fouten.push({ veld, melding: 'bevat een teken dat niet mag' });
    else parameters[naam] = waarde;
  }
  return fouten.length > 0 ? { fouten } : { parameters };
}

/** Reads what is asked of a collection; all that is wrong is told at once. `vandaag`: YYYY-MM-DD. */
export function readVraag(
  collectie: Collectie,
  query: Readonly<Record<string, unknown>>,
  vandaag: string,
): { vraag: Vraag; parameters: Parameters } | { fouten: Fout[] } {
  const eigen = filterbaar(collectie);
  const gelezen = readParameters(query, [...itemsParameters, ...eigen.map(([naam]) => naam)]);
  if ('fouten' in gelezen) return gelezen;
  const { parameters } = gelezen;
  const fouten: Fout[] = [];
  const voorwaarden: Sql[] = [];
  const neem = (veld: string, uitkomst: { sql: Sql } | { melding: string }) => {
    if ('melding' in uitkomst) fouten.push({ veld, melding: uitkomst.melding });
    else voorwaarden.push(uitkomst.sql);
  };
  const crsVan = (veld: 'crs' | 'bbox-crs' | 'filter-crs') => {
    const crs = parameters[veld] === undefined ? crs84 : findCrs(parameters[veld]);
    if (!crs) fouten.push({ veld, melding: `kies uit ${crsLijst.map(({ uri }) => uri).join(', ')}` });
    return crs ?? crs84;
  };

  const crs = crsVan('crs');
  const bboxCrs = crsVan('bbox-crs');
  const filterCrs = crsVan('filter-crs');
  if (parameters.bbox !== undefined) neem('bbox', readBbox(parameters.bbox, bboxCrs, collectie));
  if (parameters.datetime !== undefined) neem('datetime', readTijd(parameters.datetime, collectie));
  else if (collectie.tijd && 'alleenGeldig' in collectie.tijd && collectie.tijd.alleenGeldig) {
    voorwaarden.push(inDagen(collectie.tijd, { van: vandaag, tot: vandaag }));
  }
  for (const [naam, eigenschap] of eigen) {
    const tekst = parameters[naam];
    if (tekst !== undefined) neem(naam, naarGelijkheid(naam, eigenschap, tekst, collectie, filterCrs));
  }
  if (parameters.filter !== undefined) {
    neem('filter', readFilter(parameters.filter, parameters['filter-lang'] ?? 'cql2-text', collectie, filterCrs));
  }
  const limiet = parameters.limit === undefined ? limietStandaard : readLimiet(parameters.limit);
  if (limiet === null) fouten.push({ veld: 'limit', melding: 'geef een heel getal van 1 of meer' });
  const na = parameters.na ?? null;
  if (na !== null && na.length > 500) fouten.push({ veld: 'na', melding: 'deze sleutel is te lang' });
  if (limiet === null || fouten.length > 0) return { fouten };
  return { vraag: { collectie, voorwaarden, limiet, na, crs }, parameters };
}

/** More than the most is read as the most, as the standard asks. */
function readLimiet(tekst: string): number | null {
  if (!/^\d{1,400}$/.test(tekst) || /^0+$/.test(tekst)) return null;
  return Math.min(Number(tekst), limietMaximum);
}

function readBbox(tekst: string, crs: Crs, { geometrie }: Collectie): { sql: Sql } | { melding: string } {
  const delen = tekst.split(',').map((deel) => deel.trim());
  const getallen = delen.map((deel) =>
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(deel) ? Number(deel) : Number.NaN,
  );
  const gelezen = readVak(getallen, crs);
  return 'melding' in gelezen ? gelezen : { sql: inVak(gelezen.vak, crs, geometrie) };
}

/** Objects without a time always match, as the standard asks. */
function readTijd(tekst: string, { tijd }: Collectie): { sql: Sql } | { melding: string } {
  const dagen = readDatetime(tekst);
  if (!dagen) {
    return { melding: 'geef een dag (2026-01-31), een moment met tijdzone, of twee daarvan met een / ertussen' };
  }
  return { sql: tijd ? inDagen(tijd, dagen) : { sql: 'TRUE', bindings: [] } };
}

function readFilter(tekst: string, taal: string, collectie: Collectie, crs: Crs): { sql: Sql } | { melding: string } {
  if (taal !== 'cql2-text' && taal !== 'cql2-json') return { melding: 'filter-lang is cql2-text of cql2-json' };
  if (tekst.length > filterMaximum) return { melding: `het filter is langer dan ${filterMaximum} tekens` };
  const gelezen = taal === 'cql2-text' ? parseCql2Text(tekst) : parseCql2Json(tekst);
  return 'melding' in gelezen ? gelezen : naarVoorwaarde(gelezen.cql2, collectie, crs);
}

function parseCql2Json(tekst: string): { cql2: unknown } | { melding: string } {
  try {
    return { cql2: JSON.parse(tekst) };
  } catch {
    return { melding: 'het filter is geen geldige JSON' };
  }
}
