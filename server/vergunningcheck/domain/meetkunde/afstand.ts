import { onthoudBij } from './onthoud.ts';
import { inproduct, kant, lengte, maal, min, type Punt, plus } from './punt.ts';

/** The point of a line piece that is nearest to another point. */
export function naastePunt(punt: Punt, a: Punt, b: Punt): Punt {
  const langs = min(b, a);
  const vierkant = inproduct(langs, langs);
  if (vierkant === 0) return a;
  const deel = Math.min(1, Math.max(0, inproduct(min(punt, a), langs) / vierkant));
  return plus(a, maal(langs, deel));
}

/** Whether a point lies in a ring; on its border either way. */
export function ligtIn([x, y]: Punt, ring: readonly Punt[]): boolean {
  let binnen = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) binnen = !binnen;
  }
  return binnen;
}

export interface Naaste {
  /** m; 0 inside. */
  afstandM: number;
  punt: Punt;
}

/** The nearest point of an area to a point. */
export function naasteVan(punt: Punt, ring: readonly Punt[]): Naaste {
  if (ligtIn(punt, ring)) return { afstandM: 0, punt };
  let beste: Naaste = { afstandM: Number.POSITIVE_INFINITY, punt };
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const daar = naastePunt(punt, ring[j]!, ring[i]!);
    const afstandM = lengte(min(daar, punt));
    if (afstandM < beste.afstandM) beste = { afstandM, punt: daar };
  }
  return beste;
}

const kruist = (a: Punt, b: Punt, c: Punt, d: Punt): boolean =>
  kant(a, b, c) * kant(a, b, d) < 0 && kant(c, d, a) * kant(c, d, b) < 0;

/** Where two areas are nearest: the distance (m, 0 when they touch or overlap) and a point on either. */
export interface Tussenruimte {
  afstandM: number;
  van: Punt;
  naar: Punt;
}

type Kader = readonly [minX: number, minY: number, maxX: number, maxY: number];

const kaderVan = onthoudBij((ring: readonly Punt[]): Kader => {
  let [minX, minY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [maxX, maxY] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of ring) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
});

/** All that lies in one box is at least this far (m, squared) from all that lies in another. */
function minstensKwadraat([minX, minY, maxX, maxY]: Kader, [vanX, vanY, totX, totY]: Kader): number {
  const opzij = Math.max(0, minX - totX, vanX - maxX);
  const naarVoren = Math.max(0, minY - totY, vanY - maxY);
  return opzij * opzij + naarVoren * naarVoren;
}

const kaderOm = ([ax, ay]: Punt, [bx, by]: Punt): Kader => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
];

/** So much (part) may a squared distance be off by the rounding of numbers. */
const AFRONDING = 1e-9;

/**
 * The gap between a ring and the nearest of some other rings; null: there are none.
 *
 * @param binnenM what lies further (m) need not be found
 */
export function tussenruimte(
  ring: readonly Punt[],
  anderen: readonly (readonly Punt[])[],
  binnenM = Number.POSITIVE_INFINITY,
): Tussenruimte | null {
  let beste: Tussenruimte | null = null;
  let grens = binnenM * binnenM * (1 + AFRONDING);
  const kader = kaderVan(ring);
  const probeer = (van: Punt, naar: Punt) => {
    const daar = min(naar, van);
    if (inproduct(daar, daar) > grens) return;
    const afstandM = lengte(daar);
    if (beste && afstandM >= beste.afstandM) return;
    beste = { afstandM, van, naar };
    grens = Math.min(grens, afstandM * afstandM * (1 + AFRONDING));
  };
  for (const ander of anderen) {
    if (ander.length === 0 || minstensKwadraat(kader, kaderVan(ander)) > grens) continue;
    if (ligtIn(ring[0]!, ander)) probeer(ring[0]!, ring[0]!);
    if (ligtIn(ander[0]!, ring)) probeer(ander[0]!, ander[0]!);
    for (let k = 0, l = ander.length - 1; k < ander.length; l = k, k += 1) {
      const c = ander[l]!;
      const d = ander[k]!;
      if (minstensKwadraat(kader, kaderOm(c, d)) > grens) continue;
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const a = ring[j]!;
        const b = ring[i]!;
        if (kruist(a, b, c, d)) probeer(a, a);
        probeer(naastePunt(c, a, b), c);
        probeer(a, naastePunt(a, c, d));
      }
    }
  }
  return beste;
}

/** The part of the line a + t(b - a), 0 ≤ t ≤ 1, within a distance of the line piece c-d; null: none. */
function stukBij(a: Punt, b: Punt, c: Punt, d: Punt, afstandM: number): readonly [number, number] | null {
  for (const as of [0, 1] as const) {
    if (Math.max(c[as], d[as]) + afstandM < Math.min(a[as], b[as])) return null;
    if (Math.min(c[as], d[as]) - afstandM > Math.max(a[as], b[as])) return null;
  }
  const langs = min(b, a);
  const kwadraat = inproduct(langs, langs);
  const grenzen: number[] = [];
  for (const punt of [c, d]) {
    const van = min(a, punt);
    const half = inproduct(van, langs);
    const wortel = half * half - kwadraat * (inproduct(van, van) - afstandM * afstandM);
    if (wortel < 0) continue;
    grenzen.push((-half - Math.sqrt(wortel)) / kwadraat, (-half + Math.sqrt(wortel)) / kwadraat);
  }
  const as = min(d, c);
  const lang = lengte(as);
  if (lang > 0) {
    const dwars: Punt = [-as[1] / lang, as[0] / lang];
    for (const kant of [-afstandM, afstandM]) {
      const verloop = inproduct(langs, dwars);
      const t = (kant - inproduct(min(a, c), dwars)) / verloop;
      if (!Number.isFinite(t)) continue;
      const ver = inproduct(min(plus(a, maal(langs, t)), c), as) / (lang * lang);
      if (ver >= 0 && ver <= 1) grenzen.push(t);
    }
  }
  const van = Math.max(0, Math.min(...grenzen));
  const tot = Math.min(1, Math.max(...grenzen));
  return grenzen.length > 0 && van < tot ? [van, tot] : null;
}

/** How much of a line piece (m) lies inside some areas or within a distance (m) of them. */
export function lengteBij(a: Punt, b: Punt, ringen: readonly (readonly Punt[])[], afstandM: number): number {
  const lang = lengte(min(b, a));
  if (lang === 0) return 0;
  const stukken: (readonly [number, number])[] = [];
  const kader = kaderOm(a, b);
  for (const ring of ringen) {
    if (minstensKwadraat(kader, kaderVan(ring)) > afstandM * afstandM * (1 + AFRONDING)) continue;
    const kruisingen = [0, 1];
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const stuk = stukBij(a, b, ring[j]!, ring[i]!, afstandM);
      if (stuk) {
        stukken.push(stuk);
        kruisingen.push(...stuk);
      }
    }
    kruisingen.sort((een, ander) => een - ander);
    for (let i = 1; i < kruisingen.length; i += 1) {
      const van = kruisingen[i - 1]!;
      const tot = kruisingen[i]!;
      if (tot > van && ligtIn(plus(a, maal(min(b, a), (van + tot) / 2)), ring)) stukken.push([van, tot]);
    }
  }
  stukken.sort((een, ander) => een[0] - ander[0]);
  let som = 0;
  let tot = 0;
  for (const [begin, eind] of stukken) {
    if (eind > tot) {
      som += eind - Math.max(begin, tot);
      tot = eind;
    }
  }
  return som * lang;
}
