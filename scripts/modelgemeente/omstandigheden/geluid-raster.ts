import type { Town, Weg, WegKlasse } from '../town.ts';
import { type Vlakken, verenig } from '../vlakken.ts';
import { Raster } from './raster.ts';

/**
 * Noise as Lden in dB, worked out on a grid: simple laws that fall off with distance, good enough for a town that does
 * not exist. The source strength is the level at 10 m.
 */

/** Motor vehicles per day on a road of this klasse in a gemeente of 100,000; 0: none to speak of. */
const verkeer: Readonly<Record<WegKlasse, number>> = {
  regionaal: 14_000,
  hoofdweg: 7_500,
  industrie: 4_000,
  winkelstraat: 1_800,
  polderweg: 500,
  gracht: 900,
  woonstraat: 600,
  woonerf: 200,
  pad: 0,
};

const spoorSterkte = 69;
const cel = 20;
/** Beyond this a source is not looked at: it lies below every class. */
const reikwijdte = 500;

/**
 * Level at 10 m from a road: 10 dB per tenfold of vehicles, 6 dB per doubling of speed; null: no traffic.
 *
 * @param inwoners of the gemeente: traffic grows with the root of it
 */
export function sterkteVanWeg({ klasse, snelheid }: Pick<Weg, 'klasse' | 'snelheid'>, inwoners: number): number | null {
  const aantal = verkeer[klasse] * Math.sqrt(inwoners / 100_000);
  return aantal > 0 ? 27 + 10 * Math.log10(aantal) + 20 * Math.log10(Math.max(snelheid, 15) / 50) : null;
}

/**
 * Level at a distance in metres from a long line: 3 dB less per doubling, and 2 dB per 100 m for ground and buildings.
 *
 * @example niveauBijLijn(70, 10) // 70
 */
export const niveauBijLijn = (sterkte: number, afstand: number): number =>
  sterkte - 10 * Math.log10(Math.max(afstand, 5) / 10) - 0.02 * Math.max(0, afstand - 10);

const optellen = (a: number, b: number) => 10 * Math.log10(10 ** (a / 10) + 10 ** (b / 10));

/** Noise of all roads together, in dB per cell. */
export function geluidWeg(town: Town): Raster {
  const grens = [town.grens];
  const perSterkte = new Map<number, Weg[]>();
  for (const weg of town.wegen) {
    const sterkte = sterkteVanWeg(weg, town.inwoners);
    // A weaker road stays below 55 dB from 5 m on.
    if (sterkte === null || sterkte < 50) continue;
    const key = Math.round(sterkte * 2) / 2;
    perSterkte.set(key, [...(perSterkte.get(key) ?? []), weg]);
  }
  const totaal = new Raster(grens, cel);
  for (const [sterkte, wegen] of [...perSterkte].sort(([a], [b]) => a - b)) {
    const afstand = new Raster(grens, cel, reikwijdte).afstand(
      wegen.map(({ as }) => as),
      reikwijdte * Math.min(1, Math.max(0.15, (sterkte - 48) / 20)),
    );
    for (let k = 0; k < totaal.waarden.length; k += 1) {
      const niveau = niveauBijLijn(sterkte, afstand.waarden[k] as number);
      totaal.waarden[k] = optellen(totaal.waarden[k] as number, niveau);
    }
  }
  return totaal;
}

/** Noise of trains, in dB per cell. */
export function geluidSpoor(town: Town): Raster {
  const raster = new Raster([town.grens], cel, reikwijdte).afstand([town.spoor], reikwijdte);
  raster.waarden.forEach((afstand, k) => {
    raster.waarden[k] = niveauBijLijn(spoorSterkte, afstand);
  });
  return raster;
}

/** Noise of the haven and the bedrijventerreinen: level on the terrain, and 6 dB less per doubling outside it. */
export function geluidIndustrie(town: Town): { raster: Raster; terreinen: Vlakken } {
  const totaal = new Raster([town.grens], cel);
  const alle: Vlakken[] = [];
  for (const [bestemming, sterkte] of [
    ['haven', 62],
    ['bedrijf', 54],
  ] as const) {
    const terrein = verenig(town.zones.filter((zone) => zone.bestemming === bestemming).flatMap(({ vlak }) => vlak));
    if (terrein.length === 0) continue;
    alle.push(terrein);
    const afstand = new Raster([town.grens], cel, reikwijdte).afstand(terrein.flat(), reikwijdte).vul(terrein, 0);
    for (let k = 0; k < totaal.waarden.length; k += 1) {
      const niveau = sterkte - 20 * Math.log10(1 + (afstand.waarden[k] as number) / 60);
      totaal.waarden[k] = optellen(totaal.waarden[k] as number, niveau);
    }
  }
  return { raster: totaal, terreinen: alle.flat() };
}
