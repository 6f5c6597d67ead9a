import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import { readMoment } from '../veiligheid/domain/tijd.ts';
import { themas } from '../veiligheid/domain/velden.ts';
import { loadDagdelen } from '../veiligheid/queries.ts';
import { mountBevindingen } from './bevindingen/handel.ts';
import {
  bevindingen,
  leesCyclus,
  leesGebieden,
  leesOptreden,
  leesPlaatsen,
  leesPlaatsnaam,
  leesPlekFeiten,
  leesWerkHotspots,
  leesWerklijst,
  registraties,
} from './contract.ts';
import { hotspotsPerDagdeel } from './domain/dagdelen.ts';
import { beoordeelPlek } from './domain/optreden.ts';
import { grootsteStraalOnderwegM, ruimteOm } from './domain/plek.ts';
import { activiteitgroepen } from './domain/regimes.ts';
import {
  findGemeenteVan,
  loadCyclus,
  loadGebiedCellen,
  loadGebieden,
  loadGebiedFeiten,
  loadPlaatsen,
  loadPlaatsnaam,
  loadPlekFeiten,
  loadWerklijst,
} from './queries.ts';

const strooms = ['politie', 'melding'] as const;
const geenGebied = 'Deze wijk of buurt is er niet. Kies er een uit de lijst.';

/** The same day some years earlier, for the 28th at most: a tablet does not keep every permit that ever was. */
const jarenTerug = (dag: string, jaren: number): string =>
  `${Number(dag.slice(0, 4)) - jaren}${dag.slice(4, 8)}${String(Math.min(28, Number(dag.slice(8)))).padStart(2, '0')}`;

/** For who supervises in the street: where to go, what holds there, and what was found. */
export function mountToezicht(router: Router, context: AppContext): void {
  const { db, vandaag, mountOptions } = context;
  const peil = () => ({ vandaag: vandaag(), groepen: activiteitgroepen });

  /** @throws Problem 404, the same for an area that is not there and for one of another gemeente; the last is logged */
  async function magHier(toegang: Toegang, gebied: string): Promise<string> {
    const gemeente = await findGemeenteVan(db, gebied);
    if (gemeente === null) throw notFound(geenGebied);
    if (toegang.wie.bevoegdGezag.includes(gemeente)) return gemeente;
    throw await toegang.nietVanU({ soort: 'gebied', id: gebied }, geenGebied);
  }

  mount(router, leesGebieden, mountOptions, async () => ({ gebieden: await loadGebieden(db) }));

  mount(router, leesPlekFeiten, mountOptions, async ({ gebied }) => {
    if ((await findGemeenteVan(db, gebied)) === null) throw notFound(geenGebied);
    return loadGebiedFeiten(db, gebied, ruimteOm(grootsteStraalOnderwegM), {
      ...peil(),
      vanaf: jarenTerug(vandaag(), 2),
    });
  });

  mount(router, leesPlaatsen, mountOptions, async ({ gebied }) => {
    const plaatsen = await loadPlaatsen(db, gebied);
    if (!plaatsen) throw notFound(geenGebied);
    return plaatsen;
  });

  mount(router, leesPlaatsnaam, mountOptions, async (punt) => loadPlaatsnaam(db, punt));

  mount(router, leesOptreden, mountOptions, async ({ x, y, straal, op }, _signal, { wie }) => {
    const cirkel = { x, y, straalM: straal };
    const feiten = await loadPlekFeiten(db, cirkel, ruimteOm(straal), { ...peil(), vanaf: null });
    const moment = readMoment(op ?? new Date().toISOString());
    if (!moment) throw notFound('Dit moment bestaat niet.');
    return beoordeelPlek(feiten, cirkel, moment, { rol: wie?.rol ?? null, bevoegdGezag: wie?.bevoegdGezag ?? [] });
  });

  mount(router, leesWerkHotspots, mountOptions, async ({ gebied }, _signal, toegang) => {
    const gemeente = await magHier(toegang, gebied);
    const vraag = { gemeente, themas: [...themas.keys()], rooster: 'vierkant' } as const;
    const [cellen, ...feiten] = await Promise.all([
      loadGebiedCellen(db, gebied),
      ...strooms.map((stroom) => loadDagdelen(db, { ...vraag, stroom })),
    ]);
    const hier = new Map(cellen.map(({ cel, buurt }) => [cel, buurt]));
    await toegang.verantwoord(db, { betrokkenen: [], object: { soort: 'veiligheid-dagdelen', id: gebied } });
    return {
      stromen: feiten.map(({ bron, rooster, rijen }, i) => ({
        stroom: strooms[i] ?? 'politie',
        bron,
        ...hotspotsPerDagdeel(rooster, rijen, hier),
      })),
    };
  });

  mount(router, leesWerklijst, mountOptions, async ({ gebied }, _signal, toegang) => {
    await magHier(toegang, gebied);
    const { stops, bron } = await loadWerklijst(db, gebied);
    await toegang.verantwoord(db, {
      betrokkenen: stops.flatMap(({ eigenaar }) => eigenaar ?? []),
      object: { soort: 'werklijst', id: gebied },
    });
    return { stops: stops.map(({ eigenaar: _eigenaar, ...stop }) => stop), bron };
  });

  mount(router, leesCyclus, mountOptions, async ({ gemeente }, _signal, toegang) => {
    if (!toegang.wie.bevoegdGezag.includes(gemeente)) {
      throw await toegang.nietVanU({ soort: 'gemeente', id: gemeente }, 'Van deze gemeente zijn er geen bevindingen.');
    }
    const cyclus = await loadCyclus(db, { gemeente, vandaag: vandaag() });
    await toegang.verantwoord(db, { betrokkenen: [], object: { soort: 'cyclus', id: gemeente } });
    return cyclus;
  });

  mountBevindingen(router, context, bevindingen, 'bevinding');
  mountBevindingen(router, context, registraties, 'boa_registratie');
}
