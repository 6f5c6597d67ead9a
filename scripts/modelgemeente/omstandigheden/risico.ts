import type { Herkenningspunt, Punt, Town } from '../town.ts';
import {
  afstandTotLijn,
  cirkel,
  doorsnede,
  midden,
  omhullende,
  oppervlakte,
  strook,
  type Vlakken,
  verschil,
} from '../vlakken.ts';
import { alleen, type KaartVlak, type Leidingen, type Maker } from './kaart.ts';

export const aandachtsgebied: Maker = (town, { buisleiding }) => {
  const vlakken: KaartVlak[] = [];
  const voeg = (omschrijving: string, vlak: Vlakken) => {
    for (const deel of doorsnede(vlak, [town.grens])) vlakken.push({ omschrijving, waarde: null, vlak: [deel] });
  };
  for (const punt of tankstations(town)) {
    voeg('brandaandachtsgebied', [cirkel(punt, 60)]);
    voeg('explosieaandachtsgebied', [cirkel(punt, 160)]);
  }
  for (const punt of risicobedrijven(town)) {
    voeg('brandaandachtsgebied', [cirkel(punt, 90)]);
    voeg('gifwolkaandachtsgebied', [cirkel(punt, 500)]);
  }
  voeg('brandaandachtsgebied', strook([buisleiding], 110));
  return { vlakken, dekking: [town.grens] };
};

export const plaatsgebondenRisico: Maker = (town) => ({
  vlakken: [
    ...tankstations(town).map((punt) => [cirkel(punt, 45)]),
    ...risicobedrijven(town).map((punt) => [cirkel(punt, 70)]),
  ].flatMap((vlak) => alleen('binnen de contour 10⁻⁶ per jaar', doorsnede(vlak, [town.grens]))),
  dekking: [town.grens],
});

export const buisleiding: Maker = (town, { buisleiding }) => ({
  vlakken: alleen('belemmeringengebied van de leiding', doorsnede(strook([buisleiding], 5), [town.grens])),
  dekking: [town.grens],
});

export const hoogspanning: Maker = (town, { hoogspanning }) => {
  const onder = doorsnede(strook([hoogspanning], 28), [town.grens]);
  return {
    vlakken: [
      ...alleen('vrijwaringszone hoogspanning', onder),
      ...alleen('magneetveldzone', verschil(doorsnede(strook([hoogspanning], 70), [town.grens]), onder)),
    ],
    dekking: [town.grens],
  };
};

/** A gas pipeline and a high-voltage line through the polder, each where the fewest panden stand near. */
export const legLeidingen = (town: Town): Leidingen => ({
  buisleiding: legLijn(town, 0.35, 130),
  hoogspanning: legLijn(town, 1.25, 90),
});

/** Of 25 parallel lines across the gemeente, the one with the fewest panden within `vrij` metres. */
function legLijn(town: Town, hoek: number, vrij: number): Punt[] {
  const { x0, y0, x1, y1 } = omhullende([town.grens]);
  const [mx, my, straal] = [(x0 + x1) / 2, (y0 + y1) / 2, Math.hypot(x1 - x0, y1 - y0) / 2];
  const [ex, ey] = [Math.cos(hoek), Math.sin(hoek)];
  const middens = town.panden.map(({ vlak }) => midden(vlak));
  let best: { lijn: Punt[]; druk: number } | null = null;
  for (let n = 0; n < 25; n += 1) {
    const opzij = (n / 24 - 0.5) * 1.5 * straal;
    const lijn: Punt[] = [-1, 1].map((kant) => [
      mx + kant * straal * ex - opzij * ey,
      my + kant * straal * ey + opzij * ex,
    ]);
    const binnen = oppervlakte(doorsnede(strook([lijn], 1), [town.grens])) / 2;
    if (binnen < straal * 0.7) continue;
    const druk = middens.filter((punt) => afstandTotLijn(punt, lijn) < vrij).length / binnen;
    if (!best || druk < best.druk) best = { lijn, druk };
  }
  return (
    best?.lijn ?? [
      [x0, y0],
      [x1, y1],
    ]
  );
}

const landmarks = (town: Town, soort: Herkenningspunt['soort']) =>
  town.herkenningspunten.filter((punt) => punt.soort === soort);

/** Stations that sell lpg: at most four, and where the town has none one at the edge of a bedrijventerrein. */
function tankstations(town: Town): Punt[] {
  const bekend = landmarks(town, 'tankstation').map(({ punt }) => punt);
  if (bekend.length > 0) return bekend.slice(0, 4);
  return town.panden
    .filter(({ aard }) => aard.startsWith('bedrijf'))
    .slice(0, 1)
    .map(({ vlak }) => midden(vlak));
}

/** Companies in the haven that keep dangerous substances: one of every forty. */
function risicobedrijven(town: Town): Punt[] {
  const havens = new Set(town.buurten.filter(({ karakter }) => karakter === 'haven').map(({ code }) => code));
  return town.panden
    .filter(({ buurtCode, gebruiksdoelen }) => havens.has(buurtCode) && gebruiksdoelen.includes('industriefunctie'))
    .filter((_, i) => i % 40 === 0)
    .map(({ vlak }) => midden(vlak));
}
