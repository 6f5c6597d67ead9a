/** Side of the pattern in device pixels of a screen with two per CSS pixel. */
const side = 24;

/**
 * A tile of slanted lines that repeats without a seam: how "we do not know" looks, on every ground and in print.
 *
 * @param kleur #rrggbb
 */
export function drawHatching(kleur: string): { width: number; height: number; data: Uint8ClampedArray } {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(kleur.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const across = (x + y) % side;
      // a line of three pixels with soft edges
      const distance = Math.min(Math.abs(across - 2), side - Math.abs(across - 2));
      const alpha = Math.round(255 * Math.min(1, Math.max(0, 2 - distance)));
      data.set([red, green, blue, alpha], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}
