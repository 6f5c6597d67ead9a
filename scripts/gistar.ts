/**
 * Gi* of a grid in CSV, to lay beside R or PySAL: `npm run --silent gistar -- <input.csv> --weights queen|six|band:<m>`.
 *
 * Input: a header with `cell`, `n`, and for queen and six `col` and `row`, for a band `x` and `y` (metres); other columns
 * are passed over. A cell that is absent is outside the analysis. For `six` every odd row stands half a cell to the right.
 *
 * Standard output: `cell,k,z,p,p_bh` for every row, in the order of the input. k counts the cell itself. z, p and p_bh
 * are empty where Gi* is not defined: all n are equal, or every cell is near this one. A cell without neighbours has
 * k = 1 and a z, as in R's spdep.
 *
 * Exit status: 0, or 2 when the input cannot be read; then standard error says what and where, and nothing is printed.
 */
import { once } from 'node:events';
import { bandBuren, queenBuren, RoosterFout, zesBuren } from '../server/veiligheid/domain/buren.ts';
import { giSter } from '../server/veiligheid/domain/gi-ster.ts';
import { benjaminiHochberg } from '../server/veiligheid/domain/meervoudig.ts';
import { tweezijdigeP } from '../server/veiligheid/domain/normaal.ts';
import { type Invoer, leesInvoer, Onbruikbaar } from './gistar/invoer.ts';
import { leesOpties } from './opties.ts';

const usage = 'Gebruik: npm run --silent gistar -- <invoer.csv> --weights queen|six|band:<meter>';

type Gewichten = { soort: 'queen' | 'six' } | { soort: 'band'; meter: number };

function readGewichten(tekst: string | undefined): Gewichten {
  if (tekst === 'queen' || tekst === 'six') return { soort: tekst };
  const meter = Number(/^band:(\d+(?:\.\d+)?)$/.exec(tekst ?? '')?.[1]);
  if (!(meter > 0)) throw new Onbruikbaar(`--weights ${tekst ?? ''} kan niet. ${usage}`);
  return { soort: 'band', meter };
}

function readArguments(argumenten: string[]): { pad: string; gewichten: Gewichten } {
  const { values, positionals } = leesOpties(
    { args: argumenten, allowPositionals: true, options: { weights: { type: 'string' } } },
    usage,
  );
  const [pad, ...rest] = positionals;
  if (!pad || rest.length > 0) throw new Onbruikbaar(usage);
  return { pad, gewichten: readGewichten(values.weights) };
}

/** Gi* wants the cells in order of row and column: `volgorde` holds for each place in that order the row of the input. */
function compute({ a, b, n }: Invoer, gewichten: Gewichten) {
  const volgorde = Uint32Array.from(n, (_, i) => i).sort(
    (i, j) => (b[i] as number) - (b[j] as number) || (a[i] as number) - (a[j] as number),
  );
  const gerangschikt = (waarden: Float64Array) => Float64Array.from(volgorde, (i) => waarden[i] as number);
  const [dwars, op] = [gerangschikt(a), gerangschikt(b)];
  const buren =
    gewichten.soort === 'band'
      ? bandBuren(dwars, op, gewichten.meter)
      : (gewichten.soort === 'queen' ? queenBuren : zesBuren)({ kolom: dwars, rij: op });
  const { k, z } = giSter(gerangschikt(n), buren);
  const p = z.map(tweezijdigeP);
  return { volgorde, k, z, p, pBh: benjaminiHochberg(p) };
}

const toon = (waarde: number | undefined): string => (Number.isFinite(waarde) ? String(waarde) : '');

async function main(argumenten: string[]): Promise<void> {
  const { pad, gewichten } = readArguments(argumenten);
  const invoer = await leesInvoer(pad, gewichten.soort === 'band' ? ['x', 'y'] : ['col', 'row']);
  const { volgorde, k, z, p, pBh } = compute(invoer, gewichten);
  const plek = new Uint32Array(volgorde.length);
  for (const [rang, i] of volgorde.entries()) plek[i] = rang;
  let tekst = 'cell,k,z,p,p_bh\n';
  for (const [i, cel] of invoer.cell.entries()) {
    const rang = plek[i] as number;
    tekst += `${cel},${k[rang]},${toon(z[rang])},${toon(p[rang])},${toon(pBh[rang])}\n`;
    if (tekst.length < 1 << 16) continue;
    if (!process.stdout.write(tekst)) await once(process.stdout, 'drain');
    tekst = '';
  }
  process.stdout.write(tekst);
}

// Whoever reads may have seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main(process.argv.slice(2)).catch((error: Error) => {
  if (!(error instanceof Onbruikbaar) && !(error instanceof RoosterFout)) throw error;
  console.error(error.message);
  process.exitCode = 2;
});
