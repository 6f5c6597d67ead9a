import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { apiBase } from '../http/endpoint.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, notFound } from '../http/problem.ts';
import { stuurPdf } from '../rapport/pdf/stuur.ts';
import { activiteiten } from './activiteiten/index.ts';
import { findOordeel, findOordeelStuk, repeatOordeel, storeOordeel } from './bewaard.ts';
import {
  beoordeelCheck,
  herhaalOordeel,
  leesOordeel,
  leesPlaatskennis,
  leesWerkzaamheden,
  maakGemeenteVraag,
  maakOordeel,
} from './contract.ts';
import { beoordeel } from './domain/beoordeel.ts';
import { maakVraag } from './domain/gemeente-vraag.ts';
import { toonBestandWerkzaamheid, toonWerkzaamheden, toonWerkzaamheid } from './domain/werkzaamheden.ts';
import { loadKennis, loadOmgeving, loadSituatie } from './omgeving.ts';
import { loadBestandWerkzaamheden } from './queries.ts';

export function mountVergunningcheck(router: Router, { db, vandaag, mountOptions, log }: AppContext): void {
  const eigenWerkzaamheden = activiteiten.map(toonWerkzaamheid);
  const find = async (id: string) => (await findOordeel(db, id)) ?? weg();
  const wereld = () => ({ db, log, vandaag: vandaag() });

  mount(router, leesWerkzaamheden, mountOptions, async ({ zoekterm }) => {
    const bestanden = await loadBestandWerkzaamheden(db, vandaag());
    return toonWerkzaamheden([...eigenWerkzaamheden, ...bestanden.map(toonBestandWerkzaamheid)], zoekterm);
  });

  mount(router, leesPlaatskennis, mountOptions, async (punt) => {
    const [{ kennis }, { situatie, feiten }] = await Promise.all([
      loadKennis(wereld(), punt, []),
      loadSituatie(wereld(), punt),
    ]);
    return { kennis: { ...kennis, feiten: [...kennis.feiten, ...feiten] }, situatie };
  });

  mount(router, beoordeelCheck, mountOptions, async (invoer) =>
    beoordeel(invoer, await loadOmgeving(wereld(), invoer)),
  );

  mount(router, maakOordeel, mountOptions, async (invoer) =>
    storeOordeel(db, invoer, await loadOmgeving(wereld(), invoer), (err) =>
      log.error({ err }, 'picture of the map for an oordeel failed'),
    ),
  );

  mount(router, leesOordeel, mountOptions, ({ id }) => find(id));

  /** The oordeel on paper. */
  router.get(`${apiBase}${leesOordeel.path}/pdf`, async (request, response) => {
    const { data, error } = leesOordeel.input.safeParse(request.params);
    if (!data) throw invalidInput(error.issues.map(({ message }) => ({ veld: 'id', melding: message })));
    const { bewaard, maakStuk } = (await findOordeelStuk(db, data.id)) ?? weg();
    await stuurPdf(request, response, bewaard, `vergunningcheck-${bewaard.id}`, maakStuk);
  });

  mount(router, herhaalOordeel, mountOptions, async ({ id }) => (await repeatOordeel(db, id)) ?? weg());

  mount(router, maakGemeenteVraag, mountOptions, async ({ id, toelichting }) => maakVraag(await find(id), toelichting));
}

function weg(): never {
  throw notFound('Dit oordeel is er niet, of het wordt niet meer bewaard. Doe de check opnieuw.');
}
