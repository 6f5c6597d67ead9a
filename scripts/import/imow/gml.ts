import { inRdBereik } from '../../../server/geo/rd.ts';
import { childElements, textOf, type XmlElement } from '../../../server/xml/domain.ts';

type Positie = readonly [x: number, y: number];

/** A geometry that cannot be taken over; the message is the reason for rejecting it, in plain Dutch. */
export class GmlFault extends Error {}

/**
 * Turns a GML 3.2 geometry of a GIO into EWKT in EPSG:28992, x before y. Arcs stay arcs.
 *
 * It knows points, lines and surfaces, single and multiple, with straight segments and arcs: what STOP allows in a GIO.
 *
 * @param element a geometry element, such as MultiSurface
 * @throws GmlFault for another CRS, a place outside the Netherlands, or a kind of geometry that a GIO does not have
 */
export function gmlToEwkt(element: XmlElement): string {
  checkCrs(element);
  return `SRID=28992;${toWkt(element)}`;
}

function checkCrs(element: XmlElement): void {
  const { srsName } = element.attributes;
  if (srsName !== undefined && !/(^|:|\/)28992$/.test(srsName)) {
    throw new GmlFault('geometrie in een ander stelsel dan RD (EPSG:28992)');
  }
  for (const child of childElements(element)) checkCrs(child);
}

/** The geometries of several locaties as one; parts that overlap count once. */
export function mergeEwkt(ewkts: readonly string[]): string {
  return `SRID=28992;${together(ewkts.map((ewkt) => ewkt.replace(/^SRID=28992;/, '')))}`;
}

function toWkt(element: XmlElement): string {
  switch (element.name) {
    case 'Point':
      return `POINT(${numbers(positionsIn(element))})`;
    case 'LineString':
    case 'Curve':
    case 'CompositeCurve':
      return curve(element);
    case 'Polygon':
    case 'PolygonPatch':
      return polygon(element);
    case 'Surface':
    case 'CompositeSurface':
    case 'MultiSurface':
      return together(surfacesIn(element).map(polygon));
    case 'MultiCurve':
      return together(members(element).map(curve));
    case 'MultiPoint':
    case 'MultiGeometry':
      return together(members(element).map(toWkt));
    default:
      throw new GmlFault(`onbekende soort geometrie ${element.name}`);
  }
}

/**
 * Puts parts in a GEOMETRYCOLLECTION: surfaces of a GIO may overlap, and a MULTIPOLYGON may not. The runner joins them.
 */
function together(parts: readonly string[]): string {
  if (parts.length === 0) throw new GmlFault('lege geometrie');
  return parts.length === 1 ? `${parts[0]}` : `GEOMETRYCOLLECTION(${parts.join(',')})`;
}

/** What stands in the property elements (surfaceMember, curveMembers, patches ...). */
function members(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((property) => childElements(property));
}

function surfacesIn(element: XmlElement): XmlElement[] {
  return members(element).flatMap((member) =>
    member.name === 'Polygon' || member.name === 'PolygonPatch' ? [member] : surfacesIn(member),
  );
}

function polygon(element: XmlElement): string {
  const rings = ['exterior', 'interior'].flatMap((side) =>
    childElements(element, side).flatMap((property) => childElements(property).map(curve)),
  );
  if (rings.length === 0 || childElements(element, 'exterior').length !== 1)
    throw new GmlFault('vlak zonder buitenrand');
  return `${rings.every((ring) => ring.startsWith('(')) ? 'POLYGON' : 'CURVEPOLYGON'}(${rings.join(',')})`;
}

/** A line or ring; without a keyword where it is straight, as WKT wants inside a polygon. */
function curve(element: XmlElement): string {
  const parts = segments(element);
  if (parts.length === 0) throw new GmlFault('lijn zonder punten');
  const wkt = parts.map(({ arc, positions }) => `${arc ? 'CIRCULARSTRING' : ''}(${numbers(positions)})`);
  const straight = parts.length === 1 && !parts[0]?.arc;
  const isPart = element.name === 'LinearRing' || element.name === 'Ring';
  if (straight) return isPart ? `${wkt[0]}` : `LINESTRING${wkt[0]}`;
  return parts.length === 1 ? `${wkt[0]}` : `COMPOUNDCURVE(${wkt.join(',')})`;
}

interface Segment {
  arc: boolean;
  positions: Positie[];
}

function segments(element: XmlElement): Segment[] {
  switch (element.name) {
    case 'LinearRing':
    case 'LineString':
    case 'LineStringSegment':
      return [{ arc: false, positions: positionsIn(element) }];
    case 'Arc':
    case 'ArcString':
      return [{ arc: true, positions: oddPositions(element) }];
    case 'Circle':
      return [{ arc: true, positions: wholeCircle(positionsIn(element)) }];
    case 'Ring':
    case 'Curve':
    case 'CompositeCurve':
      return members(element).flatMap(segments);
    default:
      throw new GmlFault(`onbekende soort lijn ${element.name}`);
  }
}

function oddPositions(element: XmlElement): Positie[] {
  const positions = positionsIn(element);
  if (positions.length < 3 || positions.length % 2 === 0) throw new GmlFault('boog met een verkeerd aantal punten');
  return positions;
}

/** GML gives three points on the circle; WKT wants start, the point opposite to it, and start again. */
function wholeCircle(positions: Positie[]): Positie[] {
  const [a, b, c] = positions;
  if (!a || !b || !c || positions.length !== 3) throw new GmlFault('boog met een verkeerd aantal punten');
  const [bx, by] = [b[0] - a[0], b[1] - a[1]];
  const [cx, cy] = [c[0] - a[0], c[1] - a[1]];
  const d = 2 * (bx * cy - by * cx);
  if (d === 0) throw new GmlFault('cirkel door punten op een rechte lijn');
  const centreX = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d;
  const centreY = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d;
  return [a, [a[0] + 2 * centreX, a[1] + 2 * centreY], a];
}

function positionsIn(element: XmlElement): Positie[] {
  const found: Positie[] = [];
  for (const child of childElements(element)) {
    if (child.name !== 'pos' && child.name !== 'posList') continue;
    const dimension = Number(child.attributes.srsDimension ?? element.attributes.srsDimension ?? 2);
    const values = textOf(child).split(' ').map(Number);
    if (dimension !== 2 && dimension !== 3) throw new GmlFault('punten met een verkeerd aantal getallen');
    if (values.length % dimension !== 0 || values.some((value) => !Number.isFinite(value))) {
      throw new GmlFault('punten met een verkeerd aantal getallen');
    }
    for (let i = 0; i < values.length; i += dimension) {
      const [x, y] = [values[i] ?? Number.NaN, values[i + 1] ?? Number.NaN];
      if (!inRdBereik({ x, y })) throw new GmlFault('geometrie buiten Nederland');
      found.push([x, y]);
    }
  }
  if (found.length === 0) throw new GmlFault('lege geometrie');
  return found;
}

const numbers = (positions: readonly Positie[]) => positions.map(([x, y]) => `${x} ${y}`).join(',');
