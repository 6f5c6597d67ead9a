import type { Onbekend } from './situatie.ts';

/** Which answers are still possible: 1 it holds, 2 it does not, 3 either. */
export type Kans = 1 | 2 | 3;

export const wel: Kans = 1;
export const niet: Kans = 2;
export const onzeker: Kans = 3;

const samen = (magWel: boolean, magNiet: boolean): Kans => (magWel ? (magNiet ? onzeker : wel) : niet);

export const kanWel = (kans: Kans): boolean => (kans & wel) !== 0;
export const kanNiet = (kans: Kans): boolean => (kans & niet) !== 0;

/** All hold; of none: it holds. */
export const alle = (kansen: readonly Kans[]): Kans => samen(kansen.every(kanWel), kansen.some(kanNiet));
/** At least one holds; of none: it does not. */
export const een = (...kansen: readonly Kans[]): Kans => samen(kansen.some(kanWel), kansen.every(kanNiet));
export const omgekeerd = (kans: Kans): Kans => samen(kanNiet(kans), kanWel(kans));
/** Any of these, we do not know which. */
export const mogelijk = (kansen: readonly Kans[]): Kans => samen(kansen.some(kanWel), kansen.some(kanNiet));

/** A fact that may be missing. */
export const is = <Waarde>(feit: Waarde | Onbekend, voldoet: (waarde: Waarde) => boolean): Kans =>
  feit === 'onbekend' ? onzeker : voldoet(feit as Waarde) ? wel : niet;

/** Lengths that differ less (m) are equal. */
export const RUIS_M = 0.000001;

/** At most, for lengths; equal passes. Null: not filled in. */
export const hoogstens = (waarde: number | null | Onbekend, grens: number | Onbekend): Kans =>
  waarde === null || waarde === 'onbekend' || grens === 'onbekend' ? onzeker : waarde <= grens + RUIS_M ? wel : niet;
