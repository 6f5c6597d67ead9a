import { contours } from 'd3-contour';
import type { Punt, Ring, Vlak } from '../town.ts';
import { omhullende, uitRingen, type Vlakken, verschil } from '../vlakken.ts';

/** Values at the middles of square cells over a gemeente: row 0 lies in the south. */
export class Raster {
  readonly cel: number;
  readonly x0: number;
  readonly y0: number;
  readonly breed: number;
  readonly hoog: number;
  readonly waarden: Float64Array;

  /** @param cel side in metres */
  constructor(grens: Vlakken, cel: number, waarde = 0) {
    const { x0, y0, x1, y1 } = omhullende(grens);
    this.cel = cel;
    this.x0 = x0 - 2 * cel;
    this.y0 = y0 - 2 * cel;
    this.breed = Math.ceil((x1 - x0) / cel) + 4;
    this.hoog = Math.ceil((y1 - y0) / cel) + 4;
    this.waarden = new Float64Array(this.breed * this.hoog).fill(waarde);
  }

  middenVan(k: number): Punt {
    return [this.x0 + ((k % this.breed) + 0.5) * this.cel, this.y0 + (Math.floor(k / this.breed) + 0.5) * this.cel];
  }

  /** The cell in which a position lies; the nearest one for a position outside. */
  celBij([x, y]: Punt): number {
    const i = Math.max(0, Math.min(this.breed - 1, Math.floor((x - this.x0) / this.cel)));
    const j = Math.max(0, Math.min(this.hoog - 1, Math.floor((y - this.y0) / this.cel)));
    return j * this.breed + i;
  }

  bij(punt: Punt): number {
    return this.waarden[this.celBij(punt)] as number;
  }

  /** Sets every cell whose middle lies in these vlakken. */
  vul(vlakken: Vlakken, waarde: number): this {
    for (const vlak of vlakken) {
      const { y0, y1 } = omhullende([vlak]);
      const from = Math.max(0, Math.ceil((y0 - this.y0) / this.cel - 0.5));
      const to = Math.min(this.hoog - 1, Math.floor((y1 - this.y0) / this.cel - 0.5));
      for (let j = from; j <= to; j += 1) {
        const y = this.y0 + (j + 0.5) * this.cel;
        const cuts: number[] = [];
        for (const ring of vlak) {
          for (let n = 1; n < ring.length; n += 1) {
            const [ax, ay] = ring[n - 1] as Punt;
            const [bx, by] = ring[n] as Punt;
            if (ay > y !== by > y) cuts.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
          }
        }
        cuts.sort((a, b) => a - b);
        for (let n = 1; n < cuts.length; n += 2) {
          const i0 = Math.max(0, Math.ceil(((cuts[n - 1] as number) - this.x0) / this.cel - 0.5));
          const i1 = Math.min(this.breed - 1, Math.floor(((cuts[n] as number) - this.x0) / this.cel - 0.5));
          for (let i = i0; i <= i1; i += 1) this.waarden[j * this.breed + i] = waarde;
        }
      }
    }
    return this;
  }

  /** Lowers every cell to its distance in metres to these lines, looked at up to `reikwijdte`. */
  afstand(lijnen: readonly (readonly Punt[])[], reikwijdte: number): this {
    for (const lijn of lijnen) {
      for (let n = 1; n < lijn.length; n += 1) {
        const [ax, ay] = lijn[n - 1] as Punt;
        const [bx, by] = lijn[n] as Punt;
        const [dx, dy] = [bx - ax, by - ay];
        const length2 = dx * dx + dy * dy || 1;
        const i0 = Math.max(0, Math.floor((Math.min(ax, bx) - reikwijdte - this.x0) / this.cel));
        const i1 = Math.min(this.breed - 1, Math.floor((Math.max(ax, bx) + reikwijdte - this.x0) / this.cel));
        const j0 = Math.max(0, Math.floor((Math.min(ay, by) - reikwijdte - this.y0) / this.cel));
        const j1 = Math.min(this.hoog - 1, Math.floor((Math.max(ay, by) + reikwijdte - this.y0) / this.cel));
        for (let j = j0; j <= j1; j += 1) {
          const y = this.y0 + (j + 0.5) * this.cel;
          for (let i = i0; i <= i1; i += 1) {
            const x = this.x0 + (i + 0.5) * this.cel;
            const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
            const distance = Math.hypot(x - ax - t * dx, y - ay - t * dy);
            const k = j * this.breed + i;
            if (distance < (this.waarden[k] as number)) this.waarden[k] = distance;
          }
        }
      }
    }
    return this;
  }

  /** Spreads values over their surroundings: three times the mean over `straal` cells each way, near to a bell curve. */
  vervaag(straal: number): this {
    for (let pass = 0; pass < 3; pass += 1) {
      this.gemiddelde(straal, 1, this.breed, this.hoog, this.breed);
      this.gemiddelde(straal, this.breed, this.hoog, this.breed, 1);
    }
    return this;
  }

  private gemiddelde(straal: number, stap: number, lengte: number, rijen: number, rijStap: number): void {
    const row = new Float64Array(lengte);
    for (let r = 0; r < rijen; r += 1) {
      const begin = r * rijStap;
      for (let i = 0; i < lengte; i += 1) row[i] = this.waarden[begin + i * stap] as number;
      let sum = 0;
      for (let i = -straal; i <= straal; i += 1) sum += row[Math.max(0, Math.min(lengte - 1, i))] as number;
      for (let i = 0; i < lengte; i += 1) {
        this.waarden[begin + i * stap] = sum / (2 * straal + 1);
        sum += row[Math.min(lengte - 1, i + straal + 1)] as number;
        sum -= row[Math.max(0, i - straal)] as number;
      }
    }
  }

  /**
   * Per class the area with a value of at least its lower limit and below the next one.
   *
   * @param grenzen lower limits, rising
   */
  banden(grenzen: readonly number[]): { vanaf: number; vlakken: Vlak[] }[] {
    const shapes = contours()
      .size([this.breed, this.hoog])
      .smooth(true)
      .thresholds([...grenzen])(this.waarden as unknown as number[]);
    const nested = shapes.map(({ coordinates }) =>
      uitRingen(
        coordinates
          .flat()
          .map((ring) =>
            ring.map(([i, j]): Punt => [this.x0 + (i as number) * this.cel, this.y0 + (j as number) * this.cel]),
          ) as Ring[],
        this.cel / 15,
      ),
    );
    return grenzen.map((vanaf, n) => {
      const own = nested[n] as Vlak[];
      const higher = nested[n + 1];
      return { vanaf, vlakken: higher?.length ? verschil(own, higher) : own };
    });
  }
}
