import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { loadBegin } from './begin/queries.ts';
import { leesBegin, leesLocatie, zoekLocaties } from './contract.ts';
import { toonBegin, toonLocatie } from './domain/locatie.ts';
import { toonZoekresultaten } from './domain/zoekantwoord.ts';
import { parseZoekterm } from './domain/zoekterm.ts';
import { loadLocatie } from './queries.ts';
import { findZoekItems } from './zoeken/queries.ts';

export function mountLocatie(router: Router, { db, mountOptions }: AppContext): void {
  mount(router, leesBegin, mountOptions, async () => toonBegin(await loadBegin(db)));
  mount(router, leesLocatie, mountOptions, async (punt) => toonLocatie(punt, await loadLocatie(db, punt)));
  mount(router, zoekLocaties, mountOptions, async ({ zoekterm, maximum }) => {
    const vraag = parseZoekterm(zoekterm);
    const items = vraag.soort === 'tekst' ? await findZoekItems(db, vraag, maximum) : [];
    return toonZoekresultaten(vraag, items, maximum);
  });
}
