/**
 * The standard normal distribution, accurate far into its tails: a cell of a hot spot map may well lie at z = 20, where
 * a p that was rounded to zero would hide which of two cells is the stronger.
 *
 * Rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969), 631-637. exp(-z²/2) is taken in two factors, so that rounding z² does not show in the tail.
 * Agrees with R's pnorm within a few units in the last place for every |z| up to 37.5 (see normaal.test.ts).
 */

/** Around zero: Φ(z) − ½ as z times a quotient in z². */
const midden = {
  teller: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  noemer: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};

/** Up to √32: the tail as exp(−z²/2) times a quotient in |z|. */
const flank = {
  teller: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  noemer: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};

/** Beyond √32: the tail as exp(−z²/2)/|z| times (1/√2π − a quotient in 1/z²). */
const staart = {
  teller: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  noemer: [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5],
};

const EEN_DOOR_WORTEL_2PI = 0.3989422804014327;
const WORTEL_32 = 5.656854249492381;

const polynoom = (coefficienten: readonly number[], x: number): number =>
  coefficienten.reduce((som, coefficient) => som * x + coefficient, 0);

const quotient = ({ teller, noemer }: { teller: readonly number[]; noemer: readonly number[] }, x: number): number =>
  polynoom(teller, x) / polynoom(noemer, x);

/**
 * The chance of a standard normal value at least as far from zero as z, on either side: erfc(|z|/√2).
 *
 * @returns between 0 and 1; NaN for NaN; 0 beyond the reach of a double (|z| above 38)
 * @example tweezijdigeP(1.959963984540054) // 0.05
 */
export function tweezijdigeP(z: number): number {
  const y = Math.abs(z);
  if (y <= 0.67448975) return 1 - 2 * y * quotient(midden, y * y);
  if (y > 38.6) return 0;
  const afgerond = Math.trunc(y * 16) / 16;
  const rest = (y - afgerond) * (y + afgerond);
  const macht = Math.exp(-afgerond * afgerond * 0.5) * Math.exp(-rest * 0.5);
  if (y <= WORTEL_32) return 2 * macht * quotient(flank, y);
  const omgekeerd = 1 / (y * y);
  return (2 * macht * (EEN_DOOR_WORTEL_2PI - omgekeerd * quotient(staart, omgekeerd))) / y;
}

/**
 * How many standard errors lie on either side of an estimate for an interval of 95%, with the standard error taken from
 * the data itself (Student's t).
 *
 * Expansion of Cornish and Fisher around the normal value: within 0.0001 from 10 degrees of freedom on.
 *
 * @example tVoor95(22) // 2.0739
 */
export function tVoor95(vrijheidsgraden: number): number {
  const z = 1.959963984540054;
  const kwadraat = z * z;
  const termen = [
    kwadraat + 1,
    (kwadraat * 5 + 16) * kwadraat + 3,
    ((kwadraat * 3 + 19) * kwadraat + 17) * kwadraat - 15,
    (((kwadraat * 79 + 776) * kwadraat + 1482) * kwadraat - 1920) * kwadraat - 945,
  ];
  const delers = [4, 96, 384, 92_160];
  return termen.reduce((som, term, i) => som + (z * term) / ((delers[i] as number) * vrijheidsgraden ** (i + 1)), z);
}

/** How chance is written: three decimals, and "< 0,001" for what is smaller. */
export function noemKans(q: number): string {
  if (Number.isNaN(q)) return 'niet te bepalen';
  return q < 0.001 ? '< 0,001' : q.toLocaleString('nl-NL', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}
