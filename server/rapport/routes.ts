import type { Router } from 'express';
import * as z from 'zod/mini';
import type { AppContext } from '../http/context.ts';
import { apiBase } from '../http/endpoint.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, notFound } from '../http/problem.ts';
import { leesUittreksel, maakUittreksel, uittrekselInhoud } from './contract.ts';
import { maakUittrekselStuk } from './domain/uittreksel/stuk.ts';
import { stuurPdf } from './pdf/stuur.ts';
import { findUittreksel, storeUittreksel, toonKenmerken } from './uittreksel.ts';

export function mountRapport(router: Router, { db, vandaag, mountOptions, log }: AppContext): void {
  const find = async (id: string) => {
    const uittreksel = await findUittreksel(db, id);
    if (!uittreksel) {
      throw notFound('Dit uittreksel is er niet, of het wordt niet meer bewaard. Maak een nieuw uittreksel.');
    }
    return uittreksel;
  };

  mount(router, maakUittreksel, mountOptions, async ({ x, y, datum = vandaag(), straal }) =>
    toonKenmerken(
      await storeUittreksel(db, { punt: { x, y }, datum, straalM: straal }, vandaag(), (sectie, err) =>
        log.error({ err, sectie }, 'section of an extract failed'),
      ),
    ),
  );

  mount(router, leesUittreksel, mountOptions, ({ id }) => find(id));

  /** The extract on paper: made from what is kept, so the browser may keep it as well. */
  router.get(`${apiBase}${leesUittreksel.path}/pdf`, async (request, response) => {
    const { data, error } = leesUittreksel.input.safeParse(request.params);
    if (!data) throw invalidInput(error.issues.map(({ message }) => ({ veld: 'id', melding: message })));
    const uittreksel = await find(data.id);
    await stuurPdf(request, response, uittreksel, `uittreksel-${uittreksel.id}`, () => maakUittrekselStuk(uittreksel));
  });

  const schema = JSON.stringify({
    $id: `${apiBase}/schemas/uittreksel`,
    title: 'Inhoud van een uittreksel van de locatiekaart',
    ...z.toJSONSchema(uittrekselInhoud),
  });
  router.get(`${apiBase}/schemas/uittreksel`, (_request, response) => {
    response.type('application/schema+json').set('Cache-Control', 'public, max-age=3600').send(schema);
  });
}
