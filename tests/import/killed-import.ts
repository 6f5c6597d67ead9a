/**
 * A process that imports and stands still at a chosen moment, for killed.test.ts to kill.
 *
 * Arguments: the engine as JSON, and the moment: `lezen` (half of the rows are written) or `wissel` (the old rows are
 * deleted and the new ones inserted, but not committed).
 */
import { connect, type Engine } from '../../db/connect.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { delivers, levering, perceelTabel, percelen, vierkant } from './levering.ts';

const [engine, moment] = process.argv.slice(2);

/** Holds this thread for good, so that nothing is written any more. */
function standStill(): never {
  process.stdout.write('staat stil\n');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
}

function* rows() {
  yield* percelen(...Array.from({ length: 20_000 }, (_, index) => vierkant(100_000 + index, 450_000, 1)));
  if (moment === 'lezen') standStill();
}

const half = levering('kadaster', perceelTabel(rows()));
if (moment === 'wissel') {
  // The runner asks for the dekking after it has written the rows.
  Object.defineProperty(half.bron, 'dekking', { get: standStill });
}
await runImport(
  connect(JSON.parse(engine ?? '') as Engine),
  delivers(() => [half]),
  '',
);
