import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';

/** What must be known of a gemeente to count in it. Positions in whole millimetres RD, geometry in RD metres. */
export interface RuimteGegevens {
  gemeenteCode: string;
  /** The border, or null when that is not loaded: then the buurten together are the gemeente. */
  grens: Polygon | MultiPolygon | null;
  buurten: readonly { code: string; inwoners: number | null; vlak: Polygon | MultiPolygon }[];
  /** Year of the division in buurten; null when none is loaded. */
  indeling: number | null;
  adressen: readonly AdresPunt[];
}

export interface AdresPunt {
  xMm: number;
  yMm: number;
  /** With the woonplaats: two villages may each have a Dorpsstraat. */
  straat: string;
  huisnummer: number;
  woning: boolean;
}

/** A stretch of street: a fixed point that stands for all adressen of it. */
export interface Straatdeel {
  xMm: number;
  yMm: number;
  adressen: number;
}

/** A point may stand for no fewer adressen. */
export const MINSTE_ADRESSEN = 8;
/** Beyond this the street is not where something was. */
const VERSTE_MM = 250_000;

/** Tells in which buurt a position lies and which fixed point stands for it. */
export class Ruimte {
  readonly gegevens: RuimteGegevens;
  readonly #vakken: readonly Vak[];
  readonly #grens: Vak | null;
  readonly #codes: ReadonlySet<string>;
  #straatdelen: Map<string, Straatdeel[]> | null = null;
  /** The buurt of the last position: deliveries are often in order of place. */
  #laatste: Vak | null = null;

  constructor(gegevens: RuimteGegevens) {
    this.gegevens = gegevens;
    this.#vakken = gegevens.buurten.map(({ code, vlak }) => maakVak(code, vlak));
    this.#grens = gegevens.grens && maakVak('', gegevens.grens);
    this.#codes = new Set(gegevens.buurten.map(({ code }) => code));
  }

  /** Whether this code is one of the division that is loaded. */
  kentBuurt = (code: string): boolean => this.#codes.has(code);

  /** Code of the buurt, or null outside all of them. */
  buurtVan(xMm: number, yMm: number): string | null {
    const [x, y] = [xMm / 1000, yMm / 1000];
    if (this.#laatste && ligtIn(this.#laatste, x, y)) return this.#laatste.code;
    this.#laatste = this.#vakken.find((vak) => ligtIn(vak, x, y)) ?? null;
    return this.#laatste?.code ?? null;
  }

  /** A fixed point within a buurt of the division. */
  middenVan(code: string): { xMm: number; yMm: number } | null {
    const vak = this.#vakken.find((kandidaat) => kandidaat.code === code);
    return vak ? puntIn(vak) : null;
  }

  isBinnen(xMm: number, yMm: number): boolean {
    return this.#grens ? ligtIn(this.#grens, xMm / 1000, yMm / 1000) : this.buurtVan(xMm, yMm) !== null;
  }

  /** The stretch of street nearest to a position, within 250 m; null: none. */
  straatdeelVan(xMm: number, yMm: number): Straatdeel | null {
    this.#straatdelen ??= inEmmers(maakStraatdelen(this.gegevens.adressen));
    const [kolom, rij] = [Math.floor(xMm / VERSTE_MM), Math.floor(yMm / VERSTE_MM)];
    let dichtst: Straatdeel | null = null;
    let afstand = VERSTE_MM;
    for (let dr = -1; dr <= 1; dr += 1) {
      for (let dk = -1; dk <= 1; dk += 1) {
        for (const deel of this.#straatdelen.get(`${kolom + dk} ${rij + dr}`) ?? []) {
          const hier = Math.hypot(deel.xMm - xMm, deel.yMm - yMm);
          if (hier < afstand) [dichtst, afstand] = [deel, hier];
        }
      }
    }
    return dichtst;
  }
}

/**
 * Cuts each street into stretches of at least eight adressen, in the order of the house numbers, and takes the middle
 * of each. A street with fewer has none: another street nearby stands for it.
 */
export function maakStraatdelen(adressen: readonly AdresPunt[]): Straatdeel[] {
  const straten = new Map<string, AdresPunt[]>();
  for (const adres of adressen) {
    const straat = straten.get(adres.straat);
    if (straat) straat.push(adres);
    else straten.set(adres.straat, [adres]);
  }
  return [...straten.values()].flatMap((straat) => {
    const opNummer = straat.toSorted((a, b) => a.huisnummer - b.huisnummer || a.xMm - b.xMm || a.yMm - b.yMm);
    const delen = Math.floor(opNummer.length / MINSTE_ADRESSEN);
    return Array.from({ length: delen }, (_, deel) => {
      const groep = opNummer.slice(
        deel * MINSTE_ADRESSEN,
        deel === delen - 1 ? undefined : (deel + 1) * MINSTE_ADRESSEN,
      );
      const midden = (as: 'xMm' | 'yMm') =>
        Math.round(groep.reduce((som, adres) => som + adres[as], 0) / groep.length / 1000) * 1000;
      return { xMm: midden('xMm'), yMm: midden('yMm'), adressen: groep.length };
    });
  });
}

function inEmmers(delen: readonly Straatdeel[]): Map<string, Straatdeel[]> {
  const emmers = new Map<string, Straatdeel[]>();
  for (const deel of delen) {
    const sleutel = `${Math.floor(deel.xMm / VERSTE_MM)} ${Math.floor(deel.yMm / VERSTE_MM)}`;
    const emmer = emmers.get(sleutel);
    if (emmer) emmer.push(deel);
    else emmers.set(sleutel, [deel]);
  }
  return emmers;
}

interface Vak {
  code: string;
  vlak: Polygon | MultiPolygon;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

function maakVak(code: string, vlak: Polygon | MultiPolygon): Vak {
  const punten = (vlak.type === 'Polygon' ? vlak.coordinates : vlak.coordinates.flat()).flat();
  const grens = (as: 0 | 1, kies: (a: number, b: number) => number) =>
    punten.reduce((tot, punt) => kies(tot, punt[as] as number), punten[0]?.[as] as number);
  return {
    code,
    vlak,
    minX: grens(0, Math.min),
    minY: grens(1, Math.min),
    maxX: grens(0, Math.max),
    maxY: grens(1, Math.max),
  };
}

const ligtIn = ({ vlak, minX, minY, maxX, maxY }: Vak, x: number, y: number): boolean =>
  x >= minX && x <= maxX && y >= minY && y <= maxY && booleanPointInPolygon([x, y], vlak);

/** The middle of the widest stretch inside, halfway the height: within the area, whatever its shape. */
function puntIn({ vlak, minY, maxY }: Vak): { xMm: number; yMm: number } {
  const y = (minY + maxY) / 2;
  const ringen = vlak.type === 'Polygon' ? vlak.coordinates : vlak.coordinates.flat();
  const snijdt = ringen
    .flatMap((ring) =>
      ring.slice(1).flatMap(([bx = 0, by = 0], i) => {
        const [ax = 0, ay = 0] = ring[i] as number[];
        return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
      }),
    )
    .sort((a, b) => a - b);
  const stukken = snijdt.flatMap((van, i) => (i % 2 === 0 ? [{ van, tot: snijdt[i + 1] ?? van }] : []));
  const breedst = stukken.reduce((a, b) => (b.tot - b.van > a.tot - a.van ? b : a), { van: 0, tot: 0 });
  return { xMm: Math.round((breedst.van + breedst.tot) / 2) * 1000, yMm: Math.round(y) * 1000 };
}
