/**
 * Runs a file of worked cases against the rules: `npm run --silent geval -- <kind> <file.json>`.
 *
 * Standard output: one JSON line per case, in the order of the file. `gelijk` is null without `verwacht`. A case that
 * cannot be computed has an empty uitkomst; why is on standard error.
 *
 * Exit status: 0 when no case differs, 1 when one does, 2 when the file cannot be read or does not fit its kind.
 */

import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Geval, Uitkomst } from './geval/geval.ts';
import { kinds } from './geval/index.ts';
import { komtOvereen } from './geval/vergelijk.ts';
import { leesOpties, leesReden } from './opties.ts';

/** The request itself is at fault: nothing can be run. */
class Onbruikbaar extends Error {}

const bekend = Object.keys(kinds).join(', ');
const gebruik = `Gebruik: npm run --silent geval -- <soort> <bestand.json>. Soorten: ${bekend}`;

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readGevallen(naam: string | undefined, pad: string | undefined): readonly Geval[] {
  if (!naam || !pad) throw new Onbruikbaar(gebruik);
  const kind = Object.hasOwn(kinds, naam) ? kinds[naam] : undefined;
  if (!kind) throw new Onbruikbaar(`De soort "${naam}" is er niet. Wel: ${bekend}`);
  try {
    return kind(JSON.parse(readFileSync(pad, 'utf8')));
  } catch (error) {
    if (!(error instanceof z.core.$ZodError))
      throw new Onbruikbaar(`${pad} is niet te lezen: ${leesReden(error as Error)}`);
    throw new Onbruikbaar(`${pad} past niet bij de soort ${naam}:\n${z.prettifyError(error)}`);
  }
}

function computeUitkomst({ id, compute }: Geval): Uitkomst | null {
  try {
    return compute();
  } catch (error) {
    console.error(`${id}: niet berekend: ${reason(error)}`);
    return null;
  }
}

function run(): number {
  const { positionals } = leesOpties({ allowPositionals: true, options: {} }, gebruik);
  const [naam, pad, ...rest] = positionals;
  if (rest.length > 0) throw new Onbruikbaar(gebruik);
  let status = 0;
  for (const geval of readGevallen(naam, pad)) {
    const uitkomst = computeUitkomst(geval);
    const gelijk = geval.verwacht && uitkomst !== null && komtOvereen(geval.verwacht, uitkomst);
    if (gelijk === false) status = 1;
    console.log(JSON.stringify({ id: geval.id, uitkomst: uitkomst ?? {}, gelijk }));
  }
  return status;
}

z.config(z.locales.nl());
try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof Onbruikbaar)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
