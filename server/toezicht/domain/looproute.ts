import { afstandM, type RdPunt } from '../../geo/rd.ts';

/** More stops than this and the order is only the nearest first: improving it would cost more than it gains. */
const meesteStops = 200;

/**
 * The order in which to walk along places from a start, without coming back: the nearest one first, and then stretches
 * turned around as long as that shortens the walk (2-opt). Straight lines, RD metres.
 *
 * @returns places in `punten`, in the order of the walk
 * @example looproute({ x: 0, y: 0 }, [{ x: 30, y: 0 }, { x: 10, y: 0 }]) // [1, 0]
 */
export function looproute(begin: RdPunt, punten: readonly RdPunt[]): number[] {
  const volgorde: number[] = [];
  const over = new Set(punten.keys());
  let hier = begin;
  while (over.size > 0) {
    let beste = -1;
    let kortste = Number.POSITIVE_INFINITY;
    for (const kandidaat of over) {
      const afstand = afstandM(hier, punten[kandidaat] as RdPunt);
      if (afstand < kortste) [beste, kortste] = [kandidaat, afstand];
    }
    over.delete(beste);
    volgorde.push(beste);
    hier = punten[beste] as RdPunt;
  }
  return punten.length > meesteStops ? volgorde : verbeter(begin, punten, volgorde);
}

/** The whole walk in metres. */
export function lengteVan(begin: RdPunt, punten: readonly RdPunt[], volgorde: readonly number[]): number {
  let hier = begin;
  let som = 0;
  for (const stop of volgorde) {
    const daar = punten[stop] as RdPunt;
    som += afstandM(hier, daar);
    hier = daar;
  }
  return som;
}

function verbeter(begin: RdPunt, punten: readonly RdPunt[], eerste: readonly number[]): number[] {
  let volgorde = [...eerste];
  const op = (plek: number): RdPunt | undefined => (plek < 0 ? begin : punten[volgorde[plek] as number]);
  let beter = true;
  while (beter) {
    beter = false;
    for (let van = 0; van < volgorde.length - 1; van += 1) {
      for (let tot = van + 1; tot < volgorde.length; tot += 1) {
        const [voor, kop, staart, na] = [op(van - 1), op(van), op(tot), op(tot + 1)] as [
          RdPunt,
          RdPunt,
          RdPunt,
          RdPunt?,
        ];
        const nu = afstandM(voor, kop) + (na ? afstandM(staart, na) : 0);
        const dan = afstandM(voor, staart) + (na ? afstandM(kop, na) : 0);
        if (dan >= nu - 0.01) continue;
        volgorde = [...volgorde.slice(0, van), ...volgorde.slice(van, tot + 1).reverse(), ...volgorde.slice(tot + 1)];
        beter = true;
      }
    }
  }
  return volgorde;
}
