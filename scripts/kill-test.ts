import { killTest } from './kill-test/kill-test.ts';
import { leesAantal, leesOpties } from './opties.ts';
import { prepareMachine } from './test/machine.ts';

/**
 * `npm run kill-test -- --rondes <n>`: kills the server or the database at a random moment under load, n times. The last
 * line counts; ends with 1 on any loss or double.
 */
const { values } = leesOpties({ options: { rondes: { type: 'string', default: '20' } } });
const rondes = leesAantal('rondes', values.rondes);
prepareMachine();
const { acknowledged, found, lost, doubled } = await killTest(rondes, (regel) => process.stdout.write(`${regel}\n`));
process.stdout.write(`acknowledged ${acknowledged}, found ${found}, lost ${lost}, doubled ${doubled}\n`);
process.exit(lost + doubled === 0 && acknowledged > 0 ? 0 : 1);
