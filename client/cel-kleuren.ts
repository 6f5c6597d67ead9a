/** Warm and cold, apart in lightness too, so that they survive colour blindness and print (after ColorBrewer RdBu). */
export const klasseKleuren: Readonly<Record<number, string>> = {
  3: '#99000d',
  2: '#de4b37',
  1: '#fdae61',
  [-1]: '#92c5de',
  [-2]: '#4393c3',
  [-3]: '#2166ac',
};

/** Of a comparison: hot in both, only here, only in the other. */
export const vergelijking = { beide: 3, hier: 2, daar: 1 } as const;
export const vergelijkKleuren: Readonly<Record<number, string>> = {
  [vergelijking.beide]: '#7a4a9e',
  [vergelijking.hier]: '#de4b37',
  [vergelijking.daar]: '#4393c3',
};
