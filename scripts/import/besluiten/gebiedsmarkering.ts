import { inRdBereik } from '../../../server/geo/rd.ts';
import { childElements, findAll, textOf, type XmlElement } from '../../../server/xml/domain.ts';
import type { Gemeente } from '../importer.ts';
import { toRd } from '../rd.ts';
import type { PlaatsSoort } from './besluit.ts';

export type Markering = { plaatsSoort: PlaatsSoort; geom: string } | { reden: string };

/** What each kind of marking says of the place; the others are a lijn or vlak as their geometry is. */
const soorten: Readonly<Record<string, PlaatsSoort>> = {
  Punt: 'punt',
  Adres: 'adres',
  PostcodeHuisnummer: 'adres',
  Perceel: 'perceel',
  Gemeente: 'gemeente',
};

/** From loose to precise: what has several markings is as precise as the least of them. */
const vanRuimNaarPrecies: readonly PlaatsSoort[] = ['gemeente', 'vlak', 'lijn', 'perceel', 'adres', 'punt'];

/**
 * Reads where a publication applies. Per marking the RD geometry counts (`geometrie`); where that is missing or not
 * RD, the WGS84 one (`locatiegebied`, longitude first) and then `locatiepunt` (latitude first). A marking of a whole
 * gemeente takes its border, when that is loaded.
 */
export async function readGebiedsmarkeringen(
  markeringen: readonly XmlElement[],
  findGemeente: (naam: string) => Promise<Gemeente | null>,
): Promise<Markering> {
  const gevonden: { plaatsSoort: PlaatsSoort; wkt: string }[] = [];
  const redenen: string[] = [];
  for (const markering of markeringen.flatMap((element) => childElements(element))) {
    const wkts = readWkts(markering);
    for (const wkt of wkts) gevonden.push({ plaatsSoort: soorten[markering.name] ?? soortVan(wkt), wkt });
    if (wkts.length > 0) continue;
    if (markering.name === 'Gemeente') {
      const gemeente = await findGemeente(textOf(findAll(markering, 'gemeentenaam')[0]));
      if (gemeente) gevonden.push({ plaatsSoort: 'gemeente', wkt: gemeente.geom.replace(/^SRID=28992;/, '') });
      else redenen.push('de plaats is een hele gemeente, en haar grens is niet geladen');
    } else redenen.push(`de plaats (${markering.name}) heeft geen bruikbare geometrie`);
  }
  if (gevonden.length === 0) return { reden: redenen[0] ?? 'de bekendmaking heeft geen plaats' };

  // A whole gemeente beside a precise place says no more than who publishes.
  const precies = gevonden.filter(({ plaatsSoort }) => plaatsSoort !== 'gemeente');
  const gebruikt = precies.length > 0 ? precies : gevonden;
  const aanwezig = gebruikt.map(({ plaatsSoort }) => plaatsSoort);
  const wkts = [...new Set(gebruikt.map(({ wkt }) => wkt))];
  return {
    plaatsSoort: vanRuimNaarPrecies.find((soort) => aanwezig.includes(soort)) ?? 'punt',
    geom: `SRID=28992;${wkts.length === 1 ? wkts[0] : `GEOMETRYCOLLECTION(${wkts.join(',')})`}`,
  };
}

function soortVan(wkt: string): PlaatsSoort {
  if (/POLYGON/.test(wkt)) return 'vlak';
  return /LINESTRING/.test(wkt) ? 'lijn' : 'punt';
}

function readWkts(markering: XmlElement): string[] {
  for (const veld of ['geometrie', 'locatiegebied', 'locatiepunt']) {
    const wkts = findAll(markering, veld).map((element) => toRdWkt(textOf(element)));
    const goed = wkts.filter((wkt) => wkt !== null);
    if (goed.length > 0 && goed.length === wkts.length) return goed;
  }
  return [];
}

/**
 * WKT in RD (x y) or WGS84 (lon lat), or a list of "lat,lon", as WKT in RD. Null: not one of these, or outside the
 * Netherlands.
 */
export function toRdWkt(tekst: string): string | null {
  const paren = /^-?[\d.]+,-?[\d.]+( -?[\d.]+,-?[\d.]+)*$/.test(tekst)
    ? tekst.split(' ').map((paar) => paar.split(',').reverse().join(' '))
    : null;
  const wkt = paren ? wktOf(paren) : tekst.toUpperCase();
  if (!/^(MULTI)?(POINT|LINESTRING|POLYGON) ?\([-\d.,\s()]+\)$/.test(wkt)) return null;
  let buiten = false;
  const inRd = wkt.replace(/(-?[\d.]+)\s+(-?[\d.]+)/g, (_, a: string, b: string) => {
    const punt = inRdBereik({ x: Number(a), y: Number(b) }) ? [Number(a), Number(b)] : toRd(Number(a), Number(b));
    if (!punt) buiten = true;
    return punt?.join(' ') ?? '';
  });
  return buiten ? null : inRd;
}

/** A list of positions that returns to where it began is a vlak. */
function wktOf(paren: readonly string[]): string {
  if (paren.length === 1) return `POINT(${paren[0]})`;
  const isRing = paren.length >= 4 && paren[0] === paren.at(-1);
  return isRing ? `POLYGON((${paren.join(',')}))` : `MULTIPOINT(${paren.map((paar) => `(${paar})`).join(',')})`;
}
