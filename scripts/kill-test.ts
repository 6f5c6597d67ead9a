import { parseArgs } from 'node:util';
import { killTest } from './kill-test/kill-test.ts';
import { prepareMachine } from './test/machine.ts';

/**
 * `npm run kill-test -- --rondes <n>`: kills the server or the database at a random moment under load, n times. The last
 * line counts; ends with 1 on any loss or double.
 */
const { values } = parseArgs({ options: { rondes: { type: 'string', default: '20' } } });
const rondes = Number(values.rondes);
if (!Number.isInteger(rondes) || rondes < 1) {
  process.stderr.write('Give a number of rounds: npm run kill-test -- --rondes 20\n');
  process.exit(2);
}
prepareMachine();
const { acknowledged, found, lost, doubled } = await killTest(rondes, (regel) => process.stdout.write(`${regel}\n`));
process.stdout.write(`acknowledged ${acknowledged}, found ${found}, lost ${lost}, doubled ${doubled}\n`);
process.exit(lost + doubled === 0 && acknowledged > 0 ? 0 : 1);
