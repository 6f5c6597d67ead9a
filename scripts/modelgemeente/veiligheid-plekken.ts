import { celVan } from '../../server/veiligheid/domain/rooster.ts';
import type { Prng } from './prng.ts';
import type { Adres, Punt, Town, Weg } from './town.ts';

/** What data/veiligheid/modelgemeente.yaml may name as plek. */
export const plekken = ['woning', 'adres', 'winkel', 'horeca', 'bedrijf', 'weg', 'water'] as const;
export type Plek = (typeof plekken)[number];

export interface Plaats {
  xMm: number;
  yMm: number;
  buurt: string;
}

/** Metres between the places along a road. */
const PAS = 20;
/** How far from the middle of an adres something happens, in millimetres. */
const EROMHEEN = 12_000;

/** Draws places of a kind, and places within one cell. */
export class VeiligePlekken {
  readonly #adressen = new Map<Plek, readonly Adres[]>();
  readonly #weg: readonly Plaats[];
  readonly #water: readonly Plaats[];
  readonly #adresPlaatsen: readonly Plaats[];
  readonly #perCel = new Map<number, Plaats[]>();
  readonly #adressenPerCel = new Map<number, Plaats[]>();

  constructor(town: Town) {
    const met = (...doelen: string[]) =>
      town.adressen.filter(({ gebruiksdoelen }) => gebruiksdoelen.some((doel) => doelen.includes(doel)));
    const alle = town.adressen;
    const ofAlle = (lijst: Adres[]) => (lijst.length > 0 ? lijst : alle);
    this.#adressen.set('adres', alle);
    this.#adressen.set('woning', ofAlle(met('woonfunctie')));
    this.#adressen.set('winkel', ofAlle(met('winkelfunctie')));
    this.#adressen.set('horeca', ofAlle(met('bijeenkomstfunctie', 'logiesfunctie')));
    this.#adressen.set('bedrijf', ofAlle(met('industriefunctie', 'kantoorfunctie')));
    this.#weg = town.wegen.flatMap(langsWeg);
    this.#water = town.waters.flatMap(({ vlak, buurtCode }) =>
      (vlak[0] ?? []).slice(1).map((punt) => plaatsOp(punt, buurtCode)),
    );
    this.#adresPlaatsen = alle.map(({ punt, buurtCode }) => plaatsOp(punt, buurtCode));
    for (const plaats of [...this.#adresPlaatsen, ...this.#weg]) leg(this.#perCel, plaats);
    for (const plaats of this.#adresPlaatsen) leg(this.#adressenPerCel, plaats);
  }

  kies(rng: Prng, plek: Plek): Plaats {
    if (plek === 'weg' || (plek === 'water' && this.#water.length === 0)) return rng.pick(this.#weg);
    if (plek === 'water') return rng.pick(this.#water);
    const { punt, buurtCode } = rng.pick(this.#adressen.get(plek) ?? []);
    return naast(rng, plaatsOp(punt, buurtCode));
  }

  /** Somewhere in a square cell of which {@link heeftIets} is true. */
  kiesInCel(rng: Prng, cel: number): Plaats {
    return rng.pick(this.#perCel.get(cel) ?? []);
  }

  /** At another adres within 100 m, or at the same. */
  kiesDichtbij(rng: Prng, { xMm, yMm }: Plaats): Plaats {
    const dichtbij = [-1, 0, 1].flatMap((dy) =>
      [-1, 0, 1].flatMap(
        (dx) => this.#adressenPerCel.get(celVan('vierkant', xMm + dx * 100_000, yMm + dy * 100_000)) ?? [],
      ),
    );
    return rng.pick(dichtbij.filter((plaats) => Math.hypot(plaats.xMm - xMm, plaats.yMm - yMm) <= 100_000));
  }

  heeftIets = (cel: number): boolean => this.#perCel.has(cel);
  telAdressen = (cel: number): number => this.#adressenPerCel.get(cel)?.length ?? 0;
}

const plaatsOp = ([x, y]: Punt, buurt: string): Plaats => ({
  xMm: Math.round(x * 1000),
  yMm: Math.round(y * 1000),
  buurt,
});

/** Near an adres, in the same cell: what is planted in a cell stays in it. */
function naast(rng: Prng, plaats: Plaats): Plaats {
  const xMm = plaats.xMm + rng.int(-EROMHEEN, EROMHEEN);
  const yMm = plaats.yMm + rng.int(-EROMHEEN, EROMHEEN);
  return celVan('vierkant', xMm, yMm) === celVan('vierkant', plaats.xMm, plaats.yMm) ? { ...plaats, xMm, yMm } : plaats;
}

function langsWeg({ as, buurtCode }: Weg): Plaats[] {
  return as.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = as[i] as Punt;
    const stappen = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / PAS));
    return Array.from({ length: stappen }, (_, stap) => {
      const deel = (stap + 0.5) / stappen;
      return plaatsOp([ax + deel * (bx - ax), ay + deel * (by - ay)], buurtCode);
    });
  });
}

function leg(perCel: Map<number, Plaats[]>, plaats: Plaats): void {
  const cel = celVan('vierkant', plaats.xMm, plaats.yMm);
  const lijst = perCel.get(cel);
  if (lijst) lijst.push(plaats);
  else perCel.set(cel, [plaats]);
}
