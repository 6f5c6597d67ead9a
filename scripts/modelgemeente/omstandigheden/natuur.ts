import { Prng } from '../prng.ts';
import type { Punt, Ring, Town, Vlak } from '../town.ts';
import {
  afstandTotLijn,
  buffer,
  cirkel,
  doorsnede,
  ligtIn,
  midden,
  oppervlakte,
  strook,
  verenig,
  verschil,
} from '../vlakken.ts';
import { alleen, buurtenDie, type Maker, zonesMet } from './kaart.ts';

export const grondwaterbescherming: Maker = (town) => {
  const bron = waterwinning(town);
  const [winning, bescherming, boringsvrij] = [140, 480, 1100].map((straal) =>
    doorsnede([cirkel(bron, straal, 64)], [town.grens]),
  ) as [Vlak[], Vlak[], Vlak[]];
  return {
    vlakken: [
      ...alleen('waterwingebied', winning),
      ...alleen('grondwaterbeschermingsgebied', verschil(bescherming, winning)),
      ...alleen('boringsvrije zone', verschil(boringsvrij, bescherming)),
    ],
    dekking: [town.grens],
  };
};

/** Only the largest stretch of nature is under European protection; woods elsewhere are not. */
export const natura2000: Maker = (town) => {
  const natuur = verenig(zonesMet(town, 'natuur'));
  const [kern] = verenig(buffer(natuur, 60)).sort((a, b) => oppervlakte([b]) - oppervlakte([a]));
  const gebied = kern ? doorsnede(natuur, [kern]) : [];
  return {
    vlakken: [
      ...alleen('Natura 2000-gebied', gebied),
      ...alleen(
        'binnen 500 meter van Natura 2000-gebied',
        doorsnede(verschil(buffer(gebied, 500), gebied), [town.grens]),
      ),
    ],
    dekking: [town.grens],
  };
};

/** Trees are listed inside the bebouwde kom. */
export const bomen: Maker = (town) => {
  const dekking = buurtenDie(town, ({ karakter }) => karakter !== 'buitengebied' && karakter !== 'recreatiepark');
  const rng = new Prng(`${town.code}/${town.seed}/bomen`);
  const bomen = town.bgt
    .filter(({ soort, punt }) => soort === 'vegetatieobject' && punt)
    .map(({ punt }) => punt as Punt);
  // The whole crown lies inside.
  const binnen = buffer(dekking, -10);
  const monumentaal = bomen.filter((punt) => rng.chance(0.02) && ligtIn(punt, binnen));
  const lanen = town.wegen.filter(({ klasse }) => klasse === 'hoofdweg' || klasse === 'gracht');
  const groen = verenig([
    ...zonesMet(town, 'groen'),
    ...strook(
      lanen.map(({ as }) => as),
      9,
    ),
  ]);
  const kronen = monumentaal.map((punt) => cirkel(punt, 6 + 3 * rng.next(), 16));
  return {
    vlakken: [
      ...kronen.map((vlak) => ({ omschrijving: 'monumentale boom', waarde: null, vlak: [vlak] })),
      ...alleen('boom in de hoofdgroenstructuur', doorsnede(groen, dekking)),
    ],
    dekking,
  };
};

/** The wells: in the agrarisch or natuur zone that lies farthest from the panden. */
function waterwinning(town: Town): Punt {
  const zones = town.zones.filter(({ bestemming }) => bestemming === 'agrarisch' || bestemming === 'natuur');
  const huizen = town.panden.filter((_, i) => i % 20 === 0).map(({ vlak }) => midden(vlak));
  let best: { punt: Punt; ver: number } | null = null;
  for (const [vlak] of zones.map((zone) => zone.vlak)) {
    const punt = vlak ? midden(vlak) : null;
    if (!punt || !ligtIn(punt, [town.grens])) continue;
    const ver = Math.min(
      ...huizen.map(([x, y]) => Math.hypot(x - punt[0], y - punt[1])),
      afstandTotLijn(punt, town.grens[0] as Ring),
    );
    if (!best || ver > best.ver) best = { punt, ver };
  }
  return best?.punt ?? midden(town.grens);
}
