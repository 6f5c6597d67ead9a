/**
 * A smooth picture of counts on a square grid, for the eye only: it has no chance and no significance, and it always
 * shows a hill. Never derive anything from it.
 *
 * Each count is spread around its cell by a Gaussian, cut off at three times the bandwidth. What spreads over the edge
 * of the grid is lost.
 *
 * @param aantallen row after row: of column c in row r at r·kolommen + c
 * @param bandbreedte standard deviation of the Gaussian, in cells, above zero
 * @returns counts per cell, in the same order
 */
export function spreidUit(aantallen: ArrayLike<number>, kolommen: number, bandbreedte: number): Float32Array {
  const rijen = aantallen.length / kolommen;
  const ver = Math.ceil(3 * bandbreedte);
  const kern = Float64Array.from({ length: 2 * ver + 1 }, (_, i) =>
    Math.exp(-((i - ver) ** 2) / (2 * bandbreedte ** 2)),
  );
  const geheel = kern.reduce((som, deel) => som + deel, 0);
  for (let i = 0; i < kern.length; i += 1) kern[i] = (kern[i] as number) / geheel;
  const breed = new Float64Array(aantallen.length);
  for (let i = 0; i < aantallen.length; i += 1) {
    const kolom = i % kolommen;
    for (let d = Math.max(-ver, -kolom); d <= Math.min(ver, kolommen - 1 - kolom); d += 1) {
      breed[i] = (breed[i] as number) + (aantallen[i + d] as number) * (kern[d + ver] as number);
    }
  }
  const hoog = new Float32Array(aantallen.length);
  for (let i = 0; i < aantallen.length; i += 1) {
    const rij = Math.floor(i / kolommen);
    let som = 0;
    for (let d = Math.max(-ver, -rij); d <= Math.min(ver, rijen - 1 - rij); d += 1) {
      som += (breed[i + d * kolommen] as number) * (kern[d + ver] as number);
    }
    hoog[i] = som;
  }
  return hoog;
}
