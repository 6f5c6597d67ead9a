import * as z from 'zod/mini';
import { wisBestanden } from '../bijlagen/wissen.ts';
import { opdracht } from '../opdrachten/opdracht.ts';
import { deleteOudePost } from '../post/queries.ts';
import { deleteZaak, loadLangIngetrokken } from '../zaken/queries.ts';
import { bewaartermijnen } from './bewaartermijn.ts';
import { deleteOudeAkten } from './queries.ts';
import { schrijfVanzelf } from './vanzelf.ts';

const perKeer = 10_000;
/** A reference from another table still needs it. */
const nogNodig = '23503';

/** Removes what was kept long enough, every night: logs, mail, and zaken that were taken back. */
export const bewaartermijnenUitvoeren = opdracht({
  soort: 'bewaartermijnen-uitvoeren',
  data: z.object({}),
  herhalingen: 2,
  wachtS: 60,
  termijnS: 3_600,
  elke: '40 3 * * *',
  async doe(_data, { db, log, publicUrl }) {
    const { logboeken, post, ingetrokken } = bewaartermijnen;
    for (const wet of ['avg', 'wpg'] as const) {
      while ((await deleteOudeAkten(db, wet, logboeken.duur, perKeer)) === perKeer);
    }
    await deleteOudePost(db, post.duur);
    for (const zaak of await loadLangIngetrokken(db, ingetrokken.duur)) {
      try {
        await db.transaction(async (trx) => {
          await schrijfVanzelf(trx, {
            opdracht: 'bewaartermijnen-uitvoeren',
            gegeven: 'eigenDossier',
            handeling: 'vernietigen',
            zaak,
            publicUrl,
          });
          await wisBestanden(trx, await deleteZaak(trx, zaak.id));
        });
      } catch (error) {
        if ((error as { code?: string }).code !== nogNodig) throw error;
        log.warn({ zaak: zaak.id }, 'a zaak that was taken back long ago is kept: something still refers to it');
      }
    }
  },
});
