import type { Router } from 'express';
import type { AppContext } from '../../http/context.ts';
import { mount } from '../../http/mount.ts';
import { notFound } from '../../http/problem.ts';
import { parseDatum } from '../../termijnen/datum.ts';
import { reactietermijn } from '../../termijnen/reactietermijn.ts';
import { dagVan } from '../handel.ts';
import { leesBekendmaking } from './contract.ts';
import { findBekendmaking } from './queries.ts';

/** What this loket published, for everybody. */
export function mountBekendmakingen(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesBekendmaking, mountOptions, async ({ id }) => {
    const gevonden = await findBekendmaking(db, id);
    if (!gevonden) throw notFound('Deze bekendmaking is er niet. Zoek op de kaart naar besluiten in de buurt.');
    const { procedure, verzonden, terInzage, ...tekst } = gevonden;
    const reactie = reactietermijn(
      {
        soort: tekst.soort,
        procedure,
        verzonden: parseDatum(verzonden),
        terInzage: parseDatum(terInzage),
        gepubliceerd: parseDatum(tekst.gepubliceerd),
      },
      dagVan(vandaag()),
    );
    return { ...tekst, reactie };
  });
}
