import { Prng } from '../prng.ts';
import type { Pand, Town } from '../town.ts';
import { buffer, cirkel, doorsnede, verenig, verschil } from '../vlakken.ts';
import { alleen, buurtenDie, type Maker } from './kaart.ts';

/** Known for the town of before the war, the dorpen and the old vaarten; the newer wijken were never looked into. */
export const archeologie: Maker = (town) => {
  const waardevol = verenig(
    town.herkenningspunten
      .filter(({ soort }) => soort === 'kerk')
      .slice(0, 4)
      .map(({ punt }) => cirkel(punt, 90)),
  );
  const kern = buurtenDie(town, ({ karakter }) => karakter === 'centrum' || karakter === 'dorp');
  const langsWater = doorsnede(
    buffer(
      town.waters.filter(({ soort }) => soort === 'vaart' || soort === 'kanaal').map(({ vlak }) => vlak),
      60,
    ),
    [town.grens],
  );
  const dekking = verenig([
    ...buurtenDie(town, ({ karakter }) => ['centrum', 'vooroorlogs', 'dorp', 'buitengebied'].includes(karakter)),
    ...langsWater,
  ]);
  const hoog = verschil(kern, waardevol);
  const middelhoog = verschil(langsWater, [...kern, ...waardevol]);
  const laag = verschil(dekking, [...kern, ...waardevol, ...langsWater]);
  return {
    vlakken: [
      ...doorsnede(waardevol, dekking).map((vlak) => ({ omschrijving: 'waardevol', waarde: null, vlak: [vlak] })),
      ...alleen('hoog', hoog),
      ...alleen('middelhoog', middelhoog),
      ...alleen('laag', laag),
    ],
    dekking,
  };
};

export const monument: Maker = (town) => ({
  vlakken: monumenten(town).map(({ klasse, pand }) => ({ omschrijving: klasse, waarde: null, vlak: [pand.vlak] })),
  dekking: [town.grens],
});

export const beschermdGezicht: Maker = (town) => {
  const dorpen = town.buurten.filter(({ karakter }) => karakter === 'dorp');
  return {
    vlakken: [
      ...alleen(
        'rijksbeschermd stadsgezicht',
        buurtenDie(town, ({ karakter }) => karakter === 'centrum'),
      ),
      ...dorpen.slice(0, 1).flatMap(({ vlak }) => alleen('gemeentelijk beschermd dorpsgezicht', vlak)),
    ],
    dekking: [town.grens],
  };
};

type MonumentKlasse = 'rijksmonument' | 'gemeentelijk monument' | 'karakteristiek pand';

/** Churches, the gemeentehuis and mills; of old panden the older the likelier. */
export function monumenten(town: Town): { klasse: MonumentKlasse; pand: Pand }[] {
  const rng = new Prng(`${town.code}/${town.seed}/monumenten`);
  return town.panden.flatMap((pand): { klasse: MonumentKlasse; pand: Pand }[] => {
    const draw = rng.next();
    const { aard, bouwjaar, gebruiksdoelen } = pand;
    if (bouwjaar >= 1950 || (gebruiksdoelen.length === 0 && aard !== 'molen')) return [];
    if (aard === 'kerk' || aard === 'molen' || aard === 'gemeentehuis') return [{ klasse: 'rijksmonument', pand }];
    if (bouwjaar < 1850)
      return draw < 0.12
        ? [{ klasse: 'rijksmonument', pand }]
        : draw < 0.3
          ? [{ klasse: 'gemeentelijk monument', pand }]
          : [];
    if (bouwjaar < 1920)
      return draw < 0.05
        ? [{ klasse: 'gemeentelijk monument', pand }]
        : draw < 0.1
          ? [{ klasse: 'karakteristiek pand', pand }]
          : [];
    return draw < 0.012 ? [{ klasse: 'karakteristiek pand', pand }] : [];
  });
}
