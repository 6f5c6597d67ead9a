import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import { leesRegels, leesRegeltekst } from './contract.ts';
import { toonRegeling, toonRegels } from './domain/regels.ts';
import { loadRegels, loadRegeltekst } from './queries.ts';

export function mountRegels(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesRegels, mountOptions, async ({ x, y, datum = vandaag() }) =>
    toonRegels(await loadRegels(db, { x, y }, datum), datum),
  );
  mount(router, leesRegeltekst, mountOptions, async ({ id }) => {
    const tekst = await loadRegeltekst(db, id);
    if (!tekst)
      throw notFound('Deze regeltekst kennen wij niet. Misschien is de regeling vervangen: zoek de plaats opnieuw.');
    return { ...tekst, regeling: toonRegeling(tekst.regeling, vandaag()) };
  });
}
