import type { Bekend } from '../evalueer.ts';
import { tussenruimte } from '../meetkunde/afstand.ts';
import { TEGEN_ELKAAR_M } from '../meetkunde/kaart/gebouwen.ts';
import { naarLokaal } from '../meetkunde/punt.ts';
import { leesRing } from '../meetkunde/ring.ts';
import type { Ring, Situatie } from '../meetkunde/situatie.ts';
import { bepaalOorsprong } from '../meetkunde/terrein.ts';
import { isBetwist, speling } from './plan.ts';

/** How what is drawn stands to the buildings on its plot. `los`: clear of all of them, by so many metres. */
export type Aansluiting = { stand: 'los'; afstandM: number } | { stand: 'tegen-gebouw' } | { stand: 'onbekend' };

const onbekend: Aansluiting = { stand: 'onbekend' };

/** Shapes without which nobody can see on the map that a bouwwerk stands loose. */
const nodig = ['perceel', 'hoofdgebouw', 'bestaandeBijbehorendeBouwwerken'] as const;

/**
 * Whether a drawing stands loose. Only where it is clear: drawn within the plot, and every building there is on the map.
 *
 * @param situatie with the other bouwwerken that are drawn; null: the map gave no answer
 * @param buitenM2 of the drawing, outside the plot
 */
export function bepaalAansluiting(
  ring: Ring,
  situatie: Situatie | null,
  buitenM2: number,
  bekend: Bekend,
): Aansluiting {
  if (!situatie?.hoofdgebouw || (situatie.beletselen ?? []).length > 0) return onbekend;
  if (bekend.get('alleBouwwerkenOpKaart') === false || nodig.some((stuk) => isBetwist(bekend, stuk))) return onbekend;
  const oorsprong = bepaalOorsprong(situatie.perceel);
  const plan = leesRing(ring, oorsprong);
  if (typeof plan === 'string') return onbekend;
  const gebouwen = [situatie, situatie.andersGelezen]
    .flatMap((hier) => (hier ? [hier.hoofdgebouw, ...hier.bestaandeBijbehorendeBouwwerken] : []))
    .flatMap((gebouw) => (gebouw ? [naarLokaal(gebouw, oorsprong)] : []));
  const afstandM = tussenruimte(plan, gebouwen)?.afstandM ?? 0;
  if (afstandM <= TEGEN_ELKAAR_M) return { stand: 'tegen-gebouw' };
  return buitenM2 > speling ? onbekend : { stand: 'los', afstandM };
}
