import type { Router } from 'express';
import type { AppContext } from '../../http/context.ts';
import { mount } from '../../http/mount.ts';
import { leesVergunningkaart } from './contract.ts';
import { kaartVolgorde, laagVan, omgekeerdeLagen } from './domain.ts';
import { loadVergunningkaart } from './queries.ts';

export function mountVergunningkaart(router: Router, { db, mountOptions }: AppContext): void {
  mount(router, leesVergunningkaart, mountOptions, async ({ werkzaamheid }) => {
    const laag = omgekeerdeLagen.find((een) => een.werkzaamheid === werkzaamheid);
    if (!laag) return { kaart: null };
    const { gemaaktOp, uitkomsten } = await loadVergunningkaart(db, werkzaamheid);
    const opVolgorde = kaartVolgorde.flatMap((uitkomst) => uitkomsten.filter((een) => een.uitkomst === uitkomst));
    const { naam, uitgaande } = laag;
    return { kaart: { laag: laagVan(werkzaamheid), naam, uitgaande, gemaaktOp, uitkomsten: opVolgorde } };
  });
}
