/**
 * Writes what the rules say now of every geval: `npm run nulmeting`. The test of omslagen compares with it.
 *
 * Do so when a version of the rules is done: after it every geval that comes out otherwise must be explained.
 */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { meetGevallen } from './geval/nulmeting.ts';
import { leesOpties } from './opties.ts';

leesOpties({ options: {} });
const pad = resolve(import.meta.dirname, '../tests/gevallen/nulmeting.json');
const gemeten = meetGevallen();
const gesorteerd = Object.fromEntries(Object.entries(gemeten).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(pad, `${JSON.stringify(gesorteerd, null, 1)}\n`);
console.log(`${Object.keys(gemeten).length} gevallen staan in ${pad}.`);
