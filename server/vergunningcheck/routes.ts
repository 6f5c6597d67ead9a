import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import { activiteiten } from './activiteiten/index.ts';
import { findOordeel, repeatOordeel, storeOordeel } from './bewaard.ts';
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
    storeOordeel(db, invoer, await loadOmgeving(wereld(), invoer)),
  );

  mount(router, leesOordeel, mountOptions, ({ id }) => find(id));

  mount(router, herhaalOordeel, mountOptions, async ({ id }) => (await repeatOordeel(db, id)) ?? weg());

  mount(router, maakGemeenteVraag, mountOptions, async ({ id, toelichting }) => maakVraag(await find(id), toelichting));
}

function weg(): never {
  throw notFound('Dit oordeel is er niet, of het wordt niet meer bewaard. Doe de check opnieuw.');
}
