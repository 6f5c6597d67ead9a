import { inproduct, lengte, maal, min, type Punt, plus } from './punt.ts';

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

const kruist = (a: Punt, b: Punt, c: Punt, d: Punt): boolean => {
  const kant = (p: Punt, q: Punt, r: Punt) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return kant(a, b, c) * kant(a, b, d) < 0 && kant(c, d, a) * kant(c, d, b) < 0;
};

/** Where two areas are nearest: the distance (m, 0 when they touch or overlap) and a point on either. */
export interface Tussenruimte {
  afstandM: number;
  van: Punt;
  naar: Punt;
}

type Kader = readonly [minX: number, minY: number, maxX: number, maxY: number];

const kaderVan = (punten: readonly Punt[]): Kader => [
  Math.min(...punten.map(([x]) => x)),
  Math.min(...punten.map(([, y]) => y)),
  Math.max(...punten.map(([x]) => x)),
  Math.max(...punten.map(([, y]) => y)),
];

/** A line piece is at least this far (m) from all that lies in a box. */
const minstens = ([minX, minY, maxX, maxY]: Kader, [ax, ay]: Punt, [bx, by]: Punt): number =>
  Math.hypot(
    Math.max(0, minX - Math.max(ax, bx), Math.min(ax, bx) - maxX),
    Math.max(0, minY - Math.max(ay, by), Math.min(ay, by) - maxY),
  );

/** The gap between a ring and the nearest of some other rings; null: there are none. */
export function tussenruimte(ring: readonly Punt[], anderen: readonly (readonly Punt[])[]): Tussenruimte | null {
  let beste: Tussenruimte | null = null;
  const kader = kaderVan(ring);
  const probeer = (van: Punt, naar: Punt) => {
    const afstandM = lengte(min(naar, van));
    if (!beste || afstandM < beste.afstandM) beste = { afstandM, van, naar };
  };
  for (const ander of anderen) {
    if (ander.length === 0) continue;
    if (ligtIn(ring[0]!, ander)) probeer(ring[0]!, ring[0]!);
    if (ligtIn(ander[0]!, ring)) probeer(ander[0]!, ander[0]!);
    for (let k = 0, l = ander.length - 1; k < ander.length; l = k, k += 1) {
      const c = ander[l]!;
      const d = ander[k]!;
      if (beste && minstens(kader, c, d) > (beste as Tussenruimte).afstandM) continue;
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
  const grenzen: number[] = [];
  const bijPunt = (punt: Punt) => {
    const van = min(a, punt);
    const kwadraat = inproduct(langs, langs);
    const half = inproduct(van, langs);
    const wortel = half * half - kwadraat * (inproduct(van, van) - afstandM * afstandM);
    if (wortel < 0) return;
    grenzen.push((-half - Math.sqrt(wortel)) / kwadraat, (-half + Math.sqrt(wortel)) / kwadraat);
  };
  bijPunt(c);
  bijPunt(d);
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
  for (const ring of ringen) {
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
