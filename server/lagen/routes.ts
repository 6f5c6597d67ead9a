import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { invalidInput, notFound } from '../http/problem.ts';
import { achtergronden } from './catalogus/achtergrond.ts';
import { catalogus } from './catalogus/index.ts';
import type { LaagDefinitie } from './catalogus/laag.ts';
import { type Laag, laag, leesLagen, leesLagenHier } from './contract.ts';
import { hierMaximum, loadLagenHier, loadTegelStanden, type TegelStand } from './queries.ts';
import { explainTegel, tegelRoute, versieInAdres } from './tegel-route.ts';

export function mountLagen(router: Router, { db, vandaag, mountOptions, achtergrond = 'eigen' }: AppContext): void {
  mount(router, leesLagen, mountOptions, async () => {
    const standen = new Map((await loadTegelStanden(db)).map((stand) => [stand.laag, stand]));
    return {
      lagen: catalogus.map((laag) => toLaag(laag, standen.get(laag.collectie))),
      achtergrond: achtergronden[achtergrond],
    };
  });

  mount(router, leesLagenHier, mountOptions, async ({ x, y, lagen }) => {
    const ids = [...new Set(lagen.split(',').filter((id) => id !== ''))];
    const gekozen = ids.map((id) => {
      const laag = catalogus.find((kandidaat) => kandidaat.id === id);
      if (!laag) throw invalidInput([{ veld: 'lagen', melding: `Er is geen laag "${id.slice(0, 100)}"` }]);
      return laag;
    });
    const rijen = new Map((await loadLagenHier(db, gekozen, { x, y }, vandaag())).map((rij) => [rij.id, rij.objecten]));
    return {
      lagen: gekozen.map(({ id, naam }) => {
        const objecten = rijen.get(id) ?? [];
        return { id, naam, objecten: objecten.slice(0, hierMaximum), meer: objecten.length > hierMaximum };
      }),
    };
  });

  router.get(tegelRoute, ({ params }) => {
    throw explainTegel(params) ?? notFound('Deze kaarttegel is er niet.');
  });
}

/** What the browser is told about a layer: without the SQL, with where its tiles are and in what state. */
function toLaag(definitie: LaagDefinitie, stand: TegelStand | undefined): Laag {
  const versie = stand?.versie ?? 0;
  // the contract keeps what it names and drops the rest, also of what the definition gets later
  return laag.parse({
    ...definitie,
    stand: versie === 0 ? 'wordt-gemaakt' : stand?.gevuld ? 'gereed' : 'leeg',
    tegels: `/ogc/v1/collections/${definitie.collectie}/tiles/WebMercatorQuad/{z}/{y}/{x}${versie === 0 ? '' : versieInAdres(versie)}`,
  });
}
