import { createHash, timingSafeEqual } from 'node:crypto';
import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { Problem } from '../http/problem.ts';
import { geefOpdracht } from '../opdrachten/boss.ts';
import { zaakBijwerken } from './bijwerken.ts';
import { ontvangNotificatie } from './contract.ts';
import { findOpUrl } from './queries.ts';

/** What the loket itself does there is notified too: its own work is done by then, in seconds. */
const rustS = 10;

const som = (tekst: string) => createHash('sha256').update(tekst).digest();

/** What the zaaksysteem tells. It only says that something changed: what, is asked of the zaaksysteem itself. */
export function mountOverdracht(router: Router, { db, mountOptions, diensten: { zaaksystemen } }: AppContext): void {
  const afzender = (authorization: string | undefined) => {
    const gegeven = som(authorization ?? '');
    return zaaksystemen.find(
      ({ notificatieToken }) => notificatieToken && timingSafeEqual(som(notificatieToken), gegeven),
    );
  };

  mount(router, ontvangNotificatie, mountOptions, async (bericht, _signal, { verantwoord }, { request }) => {
    const systeem = afzender(request.get('authorization'));
    if (!systeem) {
      throw new Problem({
        status: 401,
        type: 'geen-afzender',
        title: 'Wij kennen de afzender niet',
        detail: 'Stuur in Authorization wat bij dit zaaksysteem is ingesteld.',
      });
    }
    await db.transaction(async (trx) => {
      const { kanaal, hoofdObject, resource, actie } = bericht;
      const vanHem = kanaal === 'zaken' && hoofdObject.startsWith(systeem.zaken);
      const zaak = vanHem ? await findOpUrl(trx, hoofdObject) : null;
      const telt = resource === 'zaak' ? actie.endsWith('update') : resource === 'status' || resource === 'resultaat';
      if (zaak && telt) await geefOpdracht(trx, zaakBijwerken, { zaakId: zaak.zaakId }, { overS: rustS });
      await verantwoord(trx, {
        betrokkenen: zaak?.eigenaar ? [zaak.eigenaar] : [],
        ...(zaak && { object: { soort: 'zaak', id: zaak.zaakId } }),
        handeling: 'verzamelen',
      });
    });
    return bericht;
  });
}
