import type { Buren } from './buren.ts';
import { tVoor95 } from './normaal.ts';

/**
 * The effect of an intervention, set against places where nothing was done.
 *
 * What is compared is the change in the area with the change in the control cells over the same months: the ratio of
 * the odds that a record of a month lies in the area, after and before. Each month is its own stratum, so that season,
 * weekday, weather and a new way of registering drop out, and so does how busy each cell is by itself. For months that
 * share one chance before and one after, this estimate is a plain ratio of sums:
 *
 *     (area after / area before) / (control after / control before)
 *
 * Crimes cluster: counts vary more than independent ones (Poisson) would. The variance is therefore multiplied by what
 * the data itself shows (quasi-binomial): the larger of the spread of the months around the two chances and the spread
 * of the control cells around their common change, and at least 1. The interval uses Student's t.
 *
 * What it cannot see: something else that happened in the area only. And an area chosen because it had a bad year gets
 * better by itself (regression to the mean): choose controls on months before the ones that are compared, and do not
 * compare with the months that the choice for the area was made on.
 */
export interface Effect {
  /** −0.2: a fifth less than without the intervention. */
  verschil: number;
  /** 95% interval of `verschil`. */
  van: number;
  tot: number;
  /** Records counted in the area before and after, and what was to be expected after. */
  ervoor: number;
  erna: number;
  verwacht: number;
  /** Factor on the variance of independent counts. */
  spreiding: number;
}

/** Counts of cells per month: of cell i in month t at t·cellen + i. */
export interface Maandtellingen {
  aantallen: ArrayLike<number>;
  cellen: number;
}

export interface Interventie {
  /** Cells in which something was done. */
  gebied: readonly number[];
  /** Cells in which nothing was done; see {@link kiesControle}. */
  controle: readonly number[];
  /** Month in which it began: the first of the months after. */
  begin: number;
  /** How many months before and after are compared; at least 6. */
  maanden: number;
}

/** Fewer records before, in the area or the control cells, say too little; and fewer months too. */
const MINSTENS = { ervoor: 20, maanden: 6 } as const;

/** Null: too little happened to say anything, or the months are not all there. */
export function meetEffect(tellingen: Maandtellingen, interventie: Interventie): Effect | null {
  const { gebied, controle, begin, maanden } = interventie;
  const beschikbaar = tellingen.aantallen.length / tellingen.cellen;
  if (maanden < MINSTENS.maanden || begin - maanden < 0 || begin + maanden > beschikbaar) return null;
  const perMaand = (cellen: readonly number[], van: number): Float64Array =>
    Float64Array.from({ length: maanden }, (_, maand) => som(tellingen, cellen, van + maand));
  const voor = { gebied: perMaand(gebied, begin - maanden), controle: perMaand(controle, begin - maanden) };
  const na = { gebied: perMaand(gebied, begin), controle: perMaand(controle, begin) };
  const [g0, c0, g1, c1] = [optel(voor.gebied), optel(voor.controle), optel(na.gebied), optel(na.controle)];
  if (!(Math.min(g0, c0) >= MINSTENS.ervoor) || c1 === 0) return null;

  const perCel = controle.map((cel) => ({
    voor: somOver(tellingen, cel, begin - maanden, begin),
    na: somOver(tellingen, cel, begin, begin + maanden),
  }));
  const vrij = 2 * maanden - 2;
  const spreiding = Math.max(1, (chiKwadraat(voor) + chiKwadraat(na)) / vrij, spreidingTussenCellen(perCel));
  // Half a record more in each of the four where one is empty (Haldane).
  const half = g1 === 0 ? 0.5 : 0;
  const logVerhouding = Math.log(((g1 + half) * (c0 + half)) / ((g0 + half) * (c1 + half)));
  const fout = Math.sqrt(spreiding * (1 / (g0 + half) + 1 / (c0 + half) + 1 / (g1 + half) + 1 / (c1 + half)));
  const marge = tVoor95(vrij) * fout;
  return {
    verschil: Math.exp(logVerhouding) - 1,
    van: Math.exp(logVerhouding - marge) - 1,
    tot: Math.exp(logVerhouding + marge) - 1,
    ervoor: g0,
    erna: g1,
    verwacht: (g0 * c1) / c0,
    spreiding,
  };
}

/** The effect in the area, in the ring around it, and in both together. */
export interface Verplaatsing {
  gebied: Effect | null;
  /** More here may be what moved away from the area; less is an effect that reaches further. */
  ring: Effect | null;
  /** What is left of the gain when the ring is counted in. */
  samen: Effect | null;
}

/** @param ring cells around the area, none of them in it or in the control cells; see {@link ringRond} */
export function meetVerplaatsing(
  tellingen: Maandtellingen,
  interventie: Interventie,
  ring: readonly number[],
): Verplaatsing {
  const van = (gebied: readonly number[]) => meetEffect(tellingen, { ...interventie, gebied });
  return { gebied: van(interventie.gebied), ring: van(ring), samen: van([...interventie.gebied, ...ring]) };
}

/** The cells within `stappen` neighbours of an area that are not in it, in order. */
export function ringRond(gebied: readonly number[], buren: Buren, stappen = 1): number[] {
  const bereikt = new Set(gebied);
  let rand: readonly number[] = gebied;
  for (let stap = 0; stap < stappen; stap += 1) {
    const erbij = new Set<number>();
    for (const cel of rand) {
      for (let reeks = buren.begin[cel] as number; reeks < (buren.begin[cel + 1] as number); reeks += 1) {
        for (let buur = buren.van[reeks] as number; buur < (buren.tot[reeks] as number); buur += 1) {
          if (!bereikt.has(buur)) erbij.add(buur);
        }
      }
    }
    for (const cel of erbij) bereikt.add(cel);
    rand = [...erbij];
  }
  for (const cel of gebied) bereikt.delete(cel);
  return [...bereikt].sort((a, b) => a - b);
}

export interface Keuze {
  gebied: readonly number[];
  /** Cells that may not be chosen: the ring, other interventions. */
  niet: readonly number[];
  /** What happened per cell in months BEFORE the ones that are compared; not the same months, see above. */
  eerder: ArrayLike<number>;
  /** Adressen per cell. */
  adressen: ArrayLike<number>;
  /** Control cells per cell of the area. */
  perCel: number;
}

/**
 * Control cells that are most like those of the area: for each of them the nearest in what happened earlier and in
 * adressen (both on a scale of ratios). No cell is chosen twice. In order.
 */
export function kiesControle({ gebied, niet, eerder, adressen, perCel }: Keuze): number[] {
  const over = new Set(Array.from({ length: eerder.length }, (_, cel) => cel));
  for (const cel of [...gebied, ...niet]) over.delete(cel);
  const maat = (uit: ArrayLike<number>, cel: number) => Math.log1p(uit[cel] as number);
  const gekozen: number[] = [];
  for (const cel of gebied) {
    const afstand = (ander: number) =>
      Math.hypot(maat(eerder, ander) - maat(eerder, cel), maat(adressen, ander) - maat(adressen, cel));
    const dichtst = [...over]
      .map((ander) => [afstand(ander), ander] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [, ander] of dichtst.slice(0, perCel)) {
      over.delete(ander);
      gekozen.push(ander);
    }
  }
  return gekozen.sort((a, b) => a - b);
}

const som = ({ aantallen, cellen: breedte }: Maandtellingen, cellen: readonly number[], maand: number): number =>
  cellen.reduce((geheel, cel) => geheel + (aantallen[maand * breedte + cel] as number), 0);

function somOver({ aantallen, cellen }: Maandtellingen, cel: number, van: number, tot: number): number {
  let geheel = 0;
  for (let maand = van; maand < tot; maand += 1) geheel += aantallen[maand * cellen + cel] as number;
  return geheel;
}

const optel = (reeks: Float64Array): number => reeks.reduce((geheel, aantal) => geheel + aantal, 0);

/** How far the months lie from one common share of the area. */
function chiKwadraat({ gebied, controle }: { gebied: Float64Array; controle: Float64Array }): number {
  const kans = optel(gebied) / (optel(gebied) + optel(controle));
  return pearson(
    Array.from(gebied, (aantal, maand) => ({ deel: aantal, geheel: aantal + (controle[maand] as number) })),
    kans,
  );
}

/** How far the control cells lie from their common change, per degree of freedom. */
function spreidingTussenCellen(cellen: readonly { voor: number; na: number }[]): number {
  const gevuld = cellen.map(({ voor, na }) => ({ deel: na, geheel: voor + na })).filter(({ geheel }) => geheel > 0);
  const deel = gevuld.reduce((totaal, cel) => totaal + cel.deel, 0);
  const geheel = gevuld.reduce((totaal, cel) => totaal + cel.geheel, 0);
  return gevuld.length < 2 ? 1 : pearson(gevuld, deel / geheel) / (gevuld.length - 1);
}

function pearson(tellingen: readonly { deel: number; geheel: number }[], kans: number): number {
  if (kans <= 0 || kans >= 1) return 0;
  return tellingen.reduce(
    (som, { deel, geheel }) => (geheel === 0 ? som : som + (deel - geheel * kans) ** 2 / (geheel * kans * (1 - kans))),
    0,
  );
}
