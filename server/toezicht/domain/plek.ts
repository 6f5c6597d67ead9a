import type { Vlakken } from '../../geo/contract.ts';
import { afstandM, opCentimeter, type RdPunt } from '../../geo/rd.ts';
import { dichtsteRand, ligtIn } from '../../geo/vlakken.ts';
import type { Plaatsen } from '../contract.ts';

/** Where somebody may be: anywhere within so many metres of a point. RD metres. */
export interface Cirkel extends RdPunt {
  straalM: number;
}

/** The widest circle that says something about a place, in metres. */
export const grootsteStraalM = 200;
/** The widest circle that a tablet can judge by itself, from what it took along. */
export const grootsteStraalOnderwegM = 100;
/** How far around a place areas are asked for: a border that was cut lies further away than any step that is advised. */
export const ruimteOm = (straalM: number): number => 3 * straalM + rondomM;
/** A place that is further than this from any adres is not named by it, in metres. */
export const adresBereikM = 250;
/** Permits that lie within so many metres outside the circle are named too: a point is no terrace. */
export const rondomM = 25;

export const windstreken = [
  'het noorden',
  'het noordoosten',
  'het oosten',
  'het zuidoosten',
  'het zuiden',
  'het zuidwesten',
  'het westen',
  'het noordwesten',
] as const;
export type Windstreek = (typeof windstreken)[number];

/** A walk after which the answer is certain. */
export interface Loop {
  /** On which side of the border it ends. */
  naar: 'binnen' | 'buiten';
  meters: number;
  richting: Windstreek;
}

export interface Ligging {
  /** `grens`: the circle touches the border, so on which side somebody stands is not known. */
  stand: 'binnen' | 'buiten' | 'grens';
  loop: Loop[];
}

/**
 * Where a circle lies with regard to an area: wholly in it, wholly outside, or over its border. Planar.
 *
 * Over the border it also says which walk, straight to or from the nearest piece of border, makes it certain; none where
 * that walk would end at another piece of border.
 */
export function bepaalLigging(vlakken: Vlakken, { x, y, straalM }: Cirkel): Ligging {
  const stand = standVan(vlakken, { x, y, straalM });
  if (stand !== 'grens') return { stand, loop: [] };
  const rand = dichtsteRand(vlakken, { x, y });
  if (!rand || rand.afstandM === 0) return { stand, loop: [] };
  const binnen = ligtIn(vlakken, { x, y });
  const naarRand = { x: (rand.x - x) / rand.afstandM, y: (rand.y - y) / rand.afstandM };
  const loop = (['binnen', 'buiten'] as const).flatMap((naar): Loop[] => {
    const blijft = (naar === 'binnen') === binnen;
    const meters = Math.ceil(blijft ? straalM - rand.afstandM : straalM + rand.afstandM);
    const teken = blijft ? -1 : 1;
    const [dx, dy] = [teken * naarRand.x, teken * naarRand.y];
    const daar = { x: opCentimeter(x + dx * meters), y: opCentimeter(y + dy * meters) };
    // a centimetre of room: the step ends on the border of the circle
    if (standVan(vlakken, { ...daar, straalM: straalM - 0.02 }) !== naar) return [];
    return [{ naar, meters, richting: richtingVan(dx, dy) }];
  });
  return { stand, loop: loop.sort((een, ander) => een.meters - ander.meters) };
}

function standVan(vlakken: Vlakken, { x, y, straalM }: Cirkel): Ligging['stand'] {
  const rand = dichtsteRand(vlakken, { x, y });
  if (rand && rand.afstandM < straalM) return 'grens';
  return ligtIn(vlakken, { x, y }) ? 'binnen' : 'buiten';
}

export interface AdresBij {
  /** "Markt 2a". */
  naam: string;
  /** Whole metres. */
  afstandM: number;
}

/** The adres nearest to a point, from what was taken along; null: none nearby. */
export function dichtsteAdres({ straten }: Pick<Plaatsen, 'straten'>, punt: RdPunt): AdresBij | null {
  let beste: AdresBij | null = null;
  for (const { naam, adressen } of straten) {
    for (const [x, y, nummer] of adressen) {
      const afstand = afstandM(punt, { x, y });
      if (afstand > (beste?.afstandM ?? adresBereikM)) continue;
      if (!beste || afstand < beste.afstandM) beste = { naam: `${naam} ${nummer}`, afstandM: afstand };
    }
  }
  return beste && { ...beste, afstandM: Math.round(beste.afstandM) };
}

/** The nearest of eight directions; `dx` to the east and `dy` to the north. */
export function richtingVan(dx: number, dy: number): Windstreek {
  const achtste = Math.round(Math.atan2(dx, dy) / (Math.PI / 4));
  return windstreken[(achtste + 8) % 8] as Windstreek;
}
