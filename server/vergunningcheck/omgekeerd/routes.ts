import type { Router } from 'express';
import type { AppContext } from '../../http/context.ts';
import { mount } from '../../http/mount.ts';
import { notFound } from '../../http/problem.ts';
import { activiteitenOpId } from '../activiteiten/index.ts';
import { loadBestandWerkzaamheden } from '../queries.ts';
import { leesVergunningkaart } from './contract.ts';
import { kaartVolgorde, laagVan, omgekeerdeLagen } from './domain.ts';
import { loadVergunningkaart } from './queries.ts';

export function mountVergunningkaart(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  const isWerkzaamheid = async (id: string) =>
    Boolean(activiteitenOpId[id]) || (await loadBestandWerkzaamheden(db, vandaag())).some((een) => een.id === id);

  mount(router, leesVergunningkaart, mountOptions, async ({ werkzaamheid }) => {
    const laag = omgekeerdeLagen.find((een) => een.werkzaamheid === werkzaamheid);
    if (!laag) {
      if (await isWerkzaamheid(werkzaamheid)) return { kaart: null };
      throw notFound('Deze werkzaamheid kennen wij niet. Kies er een uit de lijst van de vergunningcheck.');
    }
    const { gemaaktOp, uitkomsten } = await loadVergunningkaart(db, werkzaamheid);
    const opVolgorde = kaartVolgorde.flatMap((uitkomst) => uitkomsten.filter((een) => een.uitkomst === uitkomst));
    const { naam, uitgaande } = laag;
    return { kaart: { laag: laagVan(werkzaamheid), naam, uitgaande, gemaaktOp, uitkomsten: opVolgorde } };
  });
}
