import { Prng } from '../prng.ts';
import type { Town, Vlak } from '../town.ts';
import { doorsnede, verenig, verschil } from '../vlakken.ts';
import { alleen, buurtenDie, type Maker } from './kaart.ts';

/** The class follows from use and age; the recreatiepark was left out of the map. */
export const bodem: Maker = (town) => {
  const buurten = new Map(town.buurten.map((buurt) => [buurt.code, buurt]));
  const dekking = verschil(
    [town.grens],
    buurtenDie(town, ({ karakter }) => karakter === 'recreatiepark' || karakter === 'volkstuinen'),
  );
  const sporen = verdachtePercelen(town);
  const verdacht = verenig(
    town.percelen.filter(({ identificatie }) => sporen.has(identificatie)).map(({ vlak }) => vlak),
  );
  const perKlasse = new Map<string, Vlak[]>();
  for (const { bestemming, buurtCode, vlak } of town.zones) {
    const oud = (buurten.get(buurtCode)?.bouwperiode[1] ?? 2000) < 1985;
    const klasse = ['bedrijf', 'haven', 'spoor'].includes(bestemming)
      ? 'industrie'
      : ['agrarisch', 'natuur', 'groen', 'recreatie'].includes(bestemming) || !oud
        ? 'landbouw/natuur'
        : 'wonen';
    const own = perKlasse.get(klasse) ?? [];
    own.push(...vlak);
    perKlasse.set(klasse, own);
  }
  return {
    vlakken: [
      ...[...perKlasse].flatMap(([klasse, vlak]) =>
        alleen(klasse, verschil(doorsnede(verenig(vlak), dekking), verdacht)),
      ),
      ...doorsnede(verdacht, dekking).map((vlak) => ({ omschrijving: 'verdacht', waarde: null, vlak: [vlak] })),
    ],
    dekking,
  };
};

function verdachtePercelen(town: Town): ReadonlySet<string> {
  const rng = new Prng(`${town.code}/${town.seed}/bodem`);
  return new Set(
    town.panden
      .filter(({ gebruiksdoelen, bouwjaar }) => gebruiksdoelen.includes('industriefunctie') && bouwjaar < 1985)
      .filter(() => rng.chance(0.12))
      .flatMap(({ percelen }) => percelen),
  );
}
