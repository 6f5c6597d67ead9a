import { availableParallelism } from 'node:os';
import { alleRegels } from '../../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { berekenAllePercelen } from '../../achtererf/alle-percelen.ts';
import type { Job } from '../job.ts';

/** The achtererfgebied of every perceel, and what becomes of a plain shed in the back garden of every woning. */
export const achtererfgebied: Job = {
  name: 'achtererfgebied',
  uitleg: 'het achtererfgebied van elk perceel, en een schuurtje van 12 m² in elke achtertuin',
  async run({ db, short, tell }) {
    const { percelen, seconden, rekenSeconden, achtererf, schuurtje } = await berekenAllePercelen(db, {
      regelVersie: alleRegels[0]!.versie,
      threads: availableParallelism(),
      ...(short ? { hoogstens: 1_000 } : {}),
      voortgang: (gedaan) => tell(`${gedaan} percelen`),
    });
    const woningen = Object.values(schuurtje).reduce((som, aantal) => som + aantal, 0);
    return {
      figures: {
        percelen,
        'percelen per seconde': percelen / seconden,
        'rekenen per perceel, ms': (1_000 * rekenSeconden) / percelen,
        ...Object.fromEntries(
          Object.entries(achtererf).map(([naam, aantal]) => [`achtererf ${naam}, percelen`, aantal]),
        ),
        'schuurtje onbekend, % van de woningen': (100 * (schuurtje.ONBEKEND ?? 0)) / Math.max(1, woningen),
      },
    };
  },
};
