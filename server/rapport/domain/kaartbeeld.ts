import { bboxClip } from '@turf/bbox-clip';
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { RdPunt } from '../../geo/rd.ts';
import type { Kaartbeeld } from '../contract.ts';

/** The frame of the map on A4, in millimetres. */
export const kaartMm = { breed: 178, hoog: 104 } as const;

/** The layers of the catalogue that are drawn, from below to above. */
export const kaartLagen = ['terrein', 'water', 'weg', 'spoor', 'bouwwerk', 'pand', 'perceel'] as const;
export const kaartLabels = ['straatnaam', 'huisnummer'] as const;

const schalen = [250, 500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000];
const schaalBijPunt = 1_000;
/** How much of the frame the chosen perceel may fill, so that its surroundings can be recognised. */
const vulling = 0.7;

/** What is smaller on paper than this (mm², mm) is left out of the picture. */
const kleinst = { vlakMm2: 0.4, stapMm: 0.12 } as const;

/** House numbers stay legible down to this scale. */
const huisnummersTot = 2_000;

type Vak = Kaartbeeld['vak'];

/** The part of the map to draw, in RD metres, at the largest scale at which the whole perceel is in view. */
export function kiesVak(punt: RdPunt, perceel: Vak | null): { schaal: number; vak: Vak } {
  const [minX, minY, maxX, maxY] = perceel ?? [punt.x, punt.y, punt.x, punt.y];
  const past = (schaal: number) =>
    maxX - minX <= (vulling * kaartMm.breed * schaal) / 1_000 &&
    maxY - minY <= (vulling * kaartMm.hoog * schaal) / 1_000;
  const schaal = perceel ? (schalen.find(past) ?? schalen.at(-1)!) : schaalBijPunt;
  const breed = (kaartMm.breed * schaal) / 1_000;
  const hoog = (kaartMm.hoog * schaal) / 1_000;
  const x = Math.round((minX + maxX) / 2 - breed / 2);
  const y = Math.round((minY + maxY) / 2 - hoog / 2);
  return { schaal, vak: [x, y, rond(x + breed, 2), rond(y + hoog, 2)] };
}

/** The smallest box around a box and some points; null: there is neither. */
export function omvat(vak: Vak | null, punten: readonly (readonly [number, number])[]): Vak | null {
  const alle = [...(vak ? [[vak[0], vak[1]] as const, [vak[2], vak[3]] as const] : []), ...punten];
  if (alle.length === 0) return null;
  const xs = alle.map(([x]) => x);
  const ys = alle.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Square metres from which an area can be seen at a scale. */
export const zichtbaarM2 = (schaal: number): number => kleinst.vlakMm2 * (schaal / 1_000) ** 2;

export interface KaartObject {
  laag: string;
  /** Stable between databases. */
  sleutel: string;
  klasse: string | null;
  hoogte: number | null;
  geometrie: Polygon | MultiPolygon | LineString | MultiLineString;
}

export interface KaartLabel {
  laag: string;
  sleutel: string;
  tekst: string;
  hoek: number | null;
  punt: RdPunt;
}

export interface KaartFeiten {
  objecten: KaartObject[] | null;
  labels: KaartLabel[] | null;
  perceel: MultiPolygon | null;
  onvolledig: boolean;
}

/** The picture: what lies in the frame, cut off at its border, without corners that no eye can see. */
export function maakKaartbeeld({ schaal, vak }: Pick<Kaartbeeld, 'schaal' | 'vak'>, feiten: KaartFeiten): Kaartbeeld {
  const lagen: readonly string[] = kaartLagen;
  const volgorde = (a: KaartObject, b: KaartObject) =>
    lagen.indexOf(a.laag) - lagen.indexOf(b.laag) ||
    (a.hoogte ?? 0) - (b.hoogte ?? 0) ||
    (a.sleutel < b.sleutel ? -1 : Number(a.sleutel > b.sleutel));
  const stap = (kleinst.stapMm * schaal) / 1_000;
  const decimalen = schaal <= 1_000 ? 2 : 1;
  const objecten = [...(feiten.objecten ?? [])].sort(volgorde).flatMap(({ laag, klasse, geometrie }) => {
    const vorm = geometrie.type.endsWith('Polygon') ? ('vlak' as const) : ('lijn' as const);
    const delen = knip(geometrie, vak)
      .map((deel) => dunUit(deel, stap, decimalen))
      .filter((deel) => deel.length >= (vorm === 'vlak' ? 4 : 2));
    return delen.length > 0 ? [{ laag, klasse, vorm, delen }] : [];
  });
  const labels = (feiten.labels ?? [])
    .filter(({ laag }) => laag !== 'huisnummer' || schaal <= huisnummersTot)
    .sort((a, b) => (a.laag === b.laag ? (a.sleutel < b.sleutel ? -1 : 1) : a.laag < b.laag ? 1 : -1))
    .map(({ laag, tekst, hoek, punt }) => ({ laag, tekst, punt, hoek: hoek ?? 0 }));
  return {
    schaal,
    vak,
    objecten,
    labels,
    perceel: feiten.perceel?.coordinates.flat().map((ring) => ring.map(alsPaar)) ?? null,
    onvolledig: feiten.onvolledig,
  };
}

type Paar = [number, number];

const alsPaar = ([x = 0, y = 0]: number[]): Paar => [x, y];

function knip(geometrie: KaartObject['geometrie'], vak: Vak): Paar[][] {
  const { type, coordinates } = bboxClip({ type: 'Feature', properties: {}, geometry: geometrie }, vak).geometry;
  const delen = type === 'MultiPolygon' ? coordinates.flat() : type === 'LineString' ? [coordinates] : coordinates;
  return delen.map((deel) => deel.map(alsPaar));
}

/** Leaves out what lies within a step of the corner before it; the ends stay. */
function dunUit(deel: readonly Paar[], stap: number, decimalen: number): Paar[] {
  const over: Paar[] = [];
  for (const [i, [x, y]] of deel.entries()) {
    const vorige = over.at(-1);
    const isEinde = i === deel.length - 1;
    if (vorige && !isEinde && Math.hypot(x - vorige[0], y - vorige[1]) < stap) continue;
    over.push([rond(x, decimalen), rond(y, decimalen)]);
  }
  return over;
}

const rond = (value: number, decimalen: number) => Math.round(value * 10 ** decimalen) / 10 ** decimalen;
