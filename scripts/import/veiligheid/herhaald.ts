import type { Value } from '../../../db/copy.ts';
import type { Stelsel } from '../../../server/veiligheid/domain/klassen.ts';
import { knox } from '../../../server/veiligheid/domain/naburig.ts';
import { momentOp } from '../../../server/veiligheid/domain/tijd.ts';
import { Prng } from '../../modelgemeente/prng.ts';

/** Offences of which a repeat nearby is known best: burglary of homes, and street robbery. */
const klassen = new Set(['1.1.1', '1.4.6']);
/** The last events only: more say no more, and pairs grow with the square. */
const MEEST = 3_000;
/** Of fewer events a pair would tell of the events themselves. */
const MINST = 50;

interface Feit {
  dag: number;
  xMm: number;
  yMm: number;
}

/** Keeps the events of a few classes until the reading ends, only to count how many lie near each other in place and time. */
export class HerhaaldeFeiten {
  readonly #feiten = new Map<string, Feit[]>();

  voegToe(stelsel: Stelsel, code: string, dag: number, { xMm, yMm }: { xMm: number; yMm: number }): void {
    if (stelsel !== 'misdrijf' || !klassen.has(code)) return;
    const feiten = this.#feiten.get(code);
    if (feiten) feiten.push({ dag, xMm, yMm });
    else this.#feiten.set(code, [{ dag, xMm, yMm }]);
    if (feiten && feiten.length > 2 * MEEST) this.#feiten.set(code, laatste(feiten));
  }

  *rijen(zaad: string): Generator<Value[]> {
    for (const [code, alle] of this.#feiten) {
      if (alle.length < MINST) continue;
      const feiten = laatste(alle);
      const rng = new Prng(`${zaad}/${code}`);
      const dagen = feiten.map(({ dag }) => dag);
      const vakken = knox({ xMm: feiten.map(({ xMm }) => xMm), yMm: feiten.map(({ yMm }) => yMm), dag: dagen }, () =>
        rng.next(),
      );
      const [van, tot] = [maandVan(dagen.at(-1) as number), maandVan(dagen[0] as number)];
      for (const { afstand, dagen, paren, verwacht, p } of vakken) {
        yield ['misdrijf', code, van, tot, afstand, dagen, paren, verwacht, p];
      }
    }
  }
}

/** From late to early, as many as are used. */
const laatste = (feiten: readonly Feit[]): Feit[] => feiten.toSorted((a, b) => b.dag - a.dag).slice(0, MEEST);

/** The month only: the day would be that of an incident. */
const maandVan = (dag: number): string => momentOp(dag, null).maand;
