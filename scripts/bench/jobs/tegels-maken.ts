import { vandaagInNederland } from '../../../server/http/context.ts';
import { collecties } from '../../../server/lagen/catalogus/index.ts';
import { maakTegels } from '../../../server/lagen/tegels.ts';
import type { Job } from '../job.ts';

export const alleTegels = 'alle tegels, s';

/** Every tile of the gemeente made again, as after an import of everything. */
export const tegelsMaken: Job = {
  name: 'tegels-maken',
  uitleg: 'alle kaarttegels van de gemeente opnieuw maken',
  async run({ db, tell }) {
    const begin = performance.now();
    const gemaakt = await maakTegels(db, {
      vandaag: vandaagInNederland(),
      collecties: [...collecties.keys()],
      voortgang: tell,
    });
    const seconds = (performance.now() - begin) / 1000;
    const totaal = [...gemaakt.values()].reduce((som, { tegels }) => som + tegels, 0);
    return { figures: { [alleTegels]: seconds, tegels: totaal } };
  },
};
