import { opCentimeter } from '../../server/geo/rd.ts';

/** RD metres. */
export type Punt = readonly [x: number, y: number];
/** Open, counter-clockwise, RD metres. */
export type Ring = readonly Punt[];

/** A façade to measure from: the wall, with the direction away from the house. */
export interface Gevel {
  van: Punt;
  naar: Punt;
  /** Unit vector along the wall, from `van` to `naar`: to the right for who stands at the wall and looks outward. */
  langs: Punt;
  /** Unit vector away from the house. */
  uit: Punt;
}

/** A rectangle as a person types it, in metres. */
export interface Maten {
  /** Along the façade. */
  breedte: number;
  /** Away from the façade. */
  diepte: number;
  /** From the façade to the nearest side. */
  afstandHuis: number;
  /** From the side boundary of the perceel on `zij`, along the façade, where the garden is narrowest. */
  afstandZij: number;
  zij: 'links' | 'rechts';
}

const min = (a: Punt, b: Punt): Punt => [a[0] - b[0], a[1] - b[1]];
const maal = (a: Punt, k: number): Punt => [a[0] * k, a[1] * k];
const inproduct = (a: Punt, b: Punt): number => a[0] * b[0] + a[1] * b[1];
const lengte = (a: Punt): number => Math.hypot(a[0], a[1]);

/** Signed planar area in m²; positive when counter-clockwise. */
export function oppervlakteM2(ring: Ring): number {
  const [anker = [0, 0]] = ring;
  return (
    ring.reduce((som, punt, i) => {
      const a = min(punt, anker);
      const b = min(ring[(i + 1) % ring.length] ?? anker, anker);
      return som + a[0] * b[1] - a[1] * b[0];
    }, 0) / 2
  );
}

/** The sides of a ring with their length in metres, their middle, and where outside lies from there. */
export function zijdenVan(ring: Ring): { lengteM: number; midden: Punt; buiten: Windstreek }[] {
  const linksom = oppervlakteM2(ring) >= 0 ? 1 : -1;
  return ring.map((van, i) => {
    const naar = ring[(i + 1) % ring.length] ?? van;
    const [dx, dy] = min(naar, van);
    const [nx, ny] = [dy * linksom, -dx * linksom];
    const buiten = Math.abs(nx) > Math.abs(ny) ? (nx > 0 ? 'oost' : 'west') : ny > 0 ? 'noord' : 'zuid';
    return { lengteM: lengte([dx, dy]), midden: [(van[0] + naar[0]) / 2, (van[1] + naar[1]) / 2], buiten };
  });
}

export type Windstreek = 'noord' | 'oost' | 'zuid' | 'west';

/** The walls of a building, the longest first; walls in line with each other count as one. */
export function gevelsVan(gebouw: Ring): Gevel[] {
  const linksom = oppervlakteM2(gebouw) >= 0 ? gebouw : gebouw.toReversed();
  const gevels = linksom.flatMap((van, i): Gevel[] => {
    const naar = linksom[(i + 1) % linksom.length] ?? van;
    const vector = min(naar, van);
    const m = lengte(vector);
    if (m < 0.05) return [];
    const langs = maal(vector, 1 / m);
    // counter-clockwise, so the outside lies to the right of the direction of travel
    return [{ van: naar, naar: van, langs: maal(langs, -1), uit: [langs[1], -langs[0]] }];
  });
  return gevels.toSorted((a, b) => gevelLengte(b) - gevelLengte(a));
}

export const gevelLengte = ({ van, naar }: Gevel): number => lengte(min(naar, van));

/**
 * The façade that looks at an area: of those that face it most, the longest.
 *
 * @param naar a point of the area, such as the middle of the achtererfgebied
 */
export function gevelNaar(gebouw: Ring, naar: Punt): Gevel | null {
  const gevels = gevelsVan(gebouw);
  const [midX, midY] = middenVan(gebouw);
  const richting = min(naar, [midX, midY]);
  const m = lengte(richting) || 1;
  const hoogste = Math.max(...gevels.map(({ uit }) => inproduct(uit, richting) / m));
  return gevels.find(({ uit }) => inproduct(uit, richting) / m > hoogste - 0.05) ?? null;
}

/** The mean of the corners: good enough to know a direction. */
export function middenVan(ring: Ring): Punt {
  const [anker = [0, 0]] = ring;
  const som = ring.reduce<Punt>((tot, punt) => [tot[0] + punt[0] - anker[0], tot[1] + punt[1] - anker[1]], [0, 0]);
  return [anker[0] + som[0] / (ring.length || 1), anker[1] + som[1] / (ring.length || 1)];
}

/** Where the perceel ends to the left and to the right of the façade, between two distances from it, in metres. */
function grenzenBij(perceel: Ring, gevel: Gevel, vanM: number, totM: number): { links: number; rechts: number } | null {
  let links = -Infinity;
  let rechts = Infinity;
  const stappen = 24;
  for (let stap = 0; stap <= stappen; stap += 1) {
    const diep = vanM + ((totM - vanM) * stap) / stappen;
    const snijdingen = snijd(perceel, gevel, diep);
    const midden = gevelLengte(gevel) / 2;
    const naastLinks = Math.max(...snijdingen.filter((t) => t <= midden), -Infinity);
    const naastRechts = Math.min(...snijdingen.filter((t) => t > midden), Infinity);
    links = Math.max(links, naastLinks);
    rechts = Math.min(rechts, naastRechts);
  }
  return Number.isFinite(links) && Number.isFinite(rechts) ? { links, rechts } : null;
}

/** Where a line along the façade, `diep` metres away from it, crosses the border: metres from `gevel.van`. */
function snijd(perceel: Ring, gevel: Gevel, diep: number): number[] {
  return perceel.flatMap((punt, i) => {
    const a = min(punt, gevel.van);
    const b = min(perceel[(i + 1) % perceel.length] ?? punt, gevel.van);
    const [da, db] = [inproduct(a, gevel.uit) - diep, inproduct(b, gevel.uit) - diep];
    if (da >= 0 === db >= 0) return [];
    const deel = da / (da - db);
    return [inproduct(a, gevel.langs) * (1 - deel) + inproduct(b, gevel.langs) * deel];
  });
}

/**
 * The rectangle with these measures, in whole centimetres; null: beside the house the perceel has no end there.
 *
 * @param perceel open ring, RD metres
 */
export function rechthoekUit(maten: Maten, gevel: Gevel, perceel: Ring): Ring | null {
  const { breedte, diepte, afstandHuis, afstandZij, zij } = maten;
  const grenzen = grenzenBij(perceel, gevel, Math.max(0.01, afstandHuis), Math.max(0.02, afstandHuis + diepte));
  if (!grenzen) return null;
  const begin = zij === 'links' ? grenzen.links + afstandZij : grenzen.rechts - afstandZij - breedte;
  const hoek = (t: number, d: number): Punt => [
    opCentimeter(gevel.van[0] + gevel.langs[0] * t + gevel.uit[0] * d),
    opCentimeter(gevel.van[1] + gevel.langs[1] * t + gevel.uit[1] * d),
  ];
  const ring = [
    hoek(begin, afstandHuis),
    hoek(begin + breedte, afstandHuis),
    hoek(begin + breedte, afstandHuis + diepte),
    hoek(begin, afstandHuis + diepte),
  ];
  return oppervlakteM2(ring) >= 0 ? ring : ring.toReversed();
}

/** A difference in length or angle that comes from rounding corners to centimetres. */
const RUIS_M = 0.03;

/** The measures of a rectangle along a façade, in centimetres; null: the ring is another shape, or stands at an angle. */
export function matenVan(ring: Ring, gevel: Gevel, perceel: Ring): Maten | null {
  if (ring.length !== 4) return null;
  const lokaal = ring.map((punt): Punt => {
    const vanaf = min(punt, gevel.van);
    return [inproduct(vanaf, gevel.langs), inproduct(vanaf, gevel.uit)];
  });
  const [t0, t1] = uitersten(lokaal.map(([t]) => t));
  const [d0, d1] = uitersten(lokaal.map(([, d]) => d));
  const haaks = lokaal.every(
    ([t, d]) =>
      Math.min(Math.abs(t - t0), Math.abs(t - t1)) < RUIS_M && Math.min(Math.abs(d - d0), Math.abs(d - d1)) < RUIS_M,
  );
  const grenzen = haaks ? grenzenBij(perceel, gevel, Math.max(0.01, d0), Math.max(0.02, d1)) : null;
  if (!grenzen) return null;
  const links = t0 - grenzen.links;
  const rechts = grenzen.rechts - t1;
  const zij = links <= rechts ? 'links' : 'rechts';
  return {
    breedte: opCentimeter(t1 - t0),
    diepte: opCentimeter(d1 - d0),
    afstandHuis: opCentimeter(d0),
    afstandZij: opCentimeter(zij === 'links' ? links : rechts),
    zij,
  };
}

const uitersten = (getallen: readonly number[]): [number, number] => [Math.min(...getallen), Math.max(...getallen)];

/** The ring moved over a number of metres along the façade (to the right) and away from it. */
export const verschoven = (
  ring: Ring,
  { langs, uit }: Pick<Gevel, 'langs' | 'uit'>,
  rechts: number,
  weg: number,
): Ring =>
  ring.map(
    ([x, y]): Punt => [
      opCentimeter(x + langs[0] * rechts + uit[0] * weg),
      opCentimeter(y + langs[1] * rechts + uit[1] * weg),
    ],
  );
