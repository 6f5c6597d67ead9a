import { geluidIndustrie, geluidSpoor, geluidWeg } from './omstandigheden-geluid.ts';
import { Raster } from './omstandigheden-raster.ts';
import {
  afstandTotLijn,
  buffer,
  cirkel,
  doorsnede,
  ligtIn,
  midden,
  omhullende,
  oppervlakte,
  strook,
  type Vlakken,
  verenig,
  verschil,
} from './omstandigheden-vlakken.ts';
import { Prng } from './prng.ts';
import type { Bestemming, Buurt, Herkenningspunt, Karakter, Pand, Punt, Ring, Town, Vlak } from './town.ts';

/** One area of a thema. Areas of one thema with a class do not overlap; bands of risk and of protection may. */
export interface KaartVlak {
  /** Equal to the `sleutel` of a class, or words for a value. */
  omschrijving: string;
  /** Lower limit of its class, in the eenheid of the thema; null where the class is a name. */
  waarde: number | null;
  vlak: Vlakken;
}

/** What is known of one thema, and where it was looked into. */
export interface Kaart {
  vlakken: KaartVlak[];
  dekking: Vlakken;
}

/** Lines that the town does not have of itself. */
export interface Leidingen {
  buisleiding: readonly Punt[];
  hoogspanning: readonly Punt[];
}

/** The keys of data/omstandigheden/themas.json that are worked out here. */
export type Thema =
  | 'geluid-weg'
  | 'geluid-spoor'
  | 'geluid-industrie'
  | 'overstroming'
  | 'hitte'
  | 'bodem'
  | 'archeologie'
  | 'monument'
  | 'beschermd-gezicht'
  | 'aandachtsgebied'
  | 'plaatsgebonden-risico'
  | 'grondwaterbescherming'
  | 'natura-2000'
  | 'buisleiding'
  | 'hoogspanning'
  | 'warmtenet'
  | 'netcongestie'
  | 'bomen'
  | 'openbare-verlichting';

const landelijk: readonly Karakter[] = ['buitengebied', 'recreatiepark', 'dorp'];

const zonesMet = (town: Town, ...bestemmingen: Bestemming[]): Vlak[] =>
  town.zones.filter((zone) => bestemmingen.includes(zone.bestemming)).flatMap(({ vlak }) => vlak);

const buurtenDie = (town: Town, wil: (buurt: Buurt) => boolean): Vlak[] =>
  verenig(town.buurten.filter(wil).flatMap(({ vlak }) => vlak));

/** The town itself, without dorpen and polder. */
const stad = (town: Town): Vlak[] => buurtenDie(town, ({ karakter }) => !landelijk.includes(karakter));

const alleen = (omschrijving: string, vlak: Vlakken, waarde: number | null = null): KaartVlak[] =>
  vlak.length > 0 ? [{ omschrijving, waarde, vlak }] : [];

/** Bands of a grid inside what was looked into, as areas with their lower limit. */
function banden(
  raster: Raster,
  grenzen: readonly number[],
  binnen: Vlakken,
  woorden: (vanaf: number, tot: number | null) => string,
): KaartVlak[] {
  return raster.banden(grenzen).flatMap(({ vanaf, vlakken }, n) => {
    const vlak = doorsnede(vlakken, binnen);
    return alleen(woorden(vanaf, grenzen[n + 1] ?? null), vlak, vanaf);
  });
}

const decibel = (bron: string) => (vanaf: number, tot: number | null) =>
  tot === null ? `${bron}: ${vanaf} dB of meer` : `${bron}: ${vanaf} tot ${tot} dB`;

const kaarten: Readonly<Record<Thema, (town: Town, leidingen: Leidingen) => Kaart>> = {
  'geluid-weg': (town) => ({
    vlakken: banden(geluidWeg(town), [55, 60, 65, 70], [town.grens], decibel('Geluid van wegen')),
    dekking: [town.grens],
  }),

  // The register of the railway speaks of its own surroundings only.
  'geluid-spoor': (town) => {
    const dekking = doorsnede(strook([town.spoor], 1200), [town.grens]);
    return { vlakken: banden(geluidSpoor(town), [55, 60, 65], dekking, decibel('Geluid van het spoor')), dekking };
  },

  'geluid-industrie': (town) => {
    const { raster, terreinen } = geluidIndustrie(town);
    const dekking = doorsnede(buffer(terreinen, 1500), [town.grens]);
    return { vlakken: banden(raster, [50, 55, 60], dekking, decibel('Geluid van bedrijven')), dekking };
  },

  // Deepest in the polder; the old town and the dorpen lie higher. Nobody worked it out for the haven, outside the dike.
  overstroming: (town) => {
    const diepte: Partial<Record<Karakter, number>> = {
      centrum: 0.05,
      vooroorlogs: 0.3,
      dorp: 0.35,
      strokenbouw: 0.9,
      villawijk: 0.5,
      vinex: 1.1,
      buitengebied: 1.9,
      recreatiepark: 1.6,
    };
    const raster = new Raster([town.grens], 50, 1.2);
    for (const { vlak, karakter } of town.buurten) raster.vul(vlak, diepte[karakter] ?? 1);
    raster.vervaag(4);
    const { breed, hoog } = raster;
    raster.waarden.forEach((waarde, k) => {
      raster.waarden[k] = waarde + 0.5 * ((k % breed) / breed - Math.floor(k / breed) / hoog);
    });
    const dekking = verschil(
      [town.grens],
      buurtenDie(town, ({ karakter }) => karakter === 'haven'),
    );
    const meter = (waarde: number) => waarde.toLocaleString('nl-NL');
    return {
      vlakken: banden(raster, [0.2, 0.5, 1, 2], dekking, (vanaf, tot) =>
        tot === null ? `${meter(vanaf)} m water of meer` : `${meter(vanaf)} tot ${meter(tot)} m water`,
      ),
      dekking,
    };
  },

  // More stone is warmer, green and water are cooler. Only the town itself was measured.
  hitte: (town) => {
    const raster = new Raster([town.grens], 40);
    const { cel } = raster;
    const verhard = new Raster([town.grens], cel).vul(
      zonesMet(town, 'verkeer', 'spoor', 'bedrijf', 'haven', 'centrum'),
      1,
    );
    const koel = new Raster([town.grens], cel).vul(zonesMet(town, 'groen', 'water', 'natuur', 'sport', 'agrarisch'), 1);
    for (const { vlak } of town.panden) {
      const k = raster.celBij(midden(vlak));
      raster.waarden[k] = (raster.waarden[k] as number) + oppervlakte([vlak]) / (cel * cel);
    }
    raster.waarden.forEach((bebouwd, k) => {
      raster.waarden[k] =
        5 * Math.min(1, bebouwd) + 1.6 * (verhard.waarden[k] as number) - 0.8 * (koel.waarden[k] as number) + 0.4;
    });
    raster.vervaag(2);
    const dekking = stad(town);
    return {
      vlakken: banden(raster, [1, 2, 3], dekking, (vanaf, tot) =>
        tot === null ? `${vanaf} graden of meer warmer` : `${vanaf} tot ${tot} graden warmer`,
      ),
      dekking,
    };
  },

  // The class follows from use and age; the recreatiepark was left out of the map.
  bodem: (town) => {
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
  },

  // Known for the town of before the war, the dorpen and the old vaarten; the newer wijken were never looked into.
  archeologie: (town) => {
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
  },

  monument: (town) => ({
    vlakken: monumenten(town).map(({ klasse, pand }) => ({ omschrijving: klasse, waarde: null, vlak: [pand.vlak] })),
    dekking: [town.grens],
  }),

  'beschermd-gezicht': (town) => {
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
  },

  aandachtsgebied: (town, { buisleiding }) => {
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
  },

  'plaatsgebonden-risico': (town) => ({
    vlakken: [
      ...tankstations(town).map((punt) => [cirkel(punt, 45)]),
      ...risicobedrijven(town).map((punt) => [cirkel(punt, 70)]),
    ].flatMap((vlak) => alleen('binnen de contour 10⁻⁶ per jaar', doorsnede(vlak, [town.grens]))),
    dekking: [town.grens],
  }),

  grondwaterbescherming: (town) => {
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
  },

  // Only the largest stretch of nature is under European protection; woods elsewhere are not.
  'natura-2000': (town) => {
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
  },

  buisleiding: (town, { buisleiding }) => ({
    vlakken: alleen('belemmeringengebied van de leiding', doorsnede(strook([buisleiding], 5), [town.grens])),
    dekking: [town.grens],
  }),

  hoogspanning: (town, { hoogspanning }) => {
    const onder = doorsnede(strook([hoogspanning], 28), [town.grens]);
    return {
      vlakken: [
        ...alleen('vrijwaringszone hoogspanning', onder),
        ...alleen('magneetveldzone', verschil(doorsnede(strook([hoogspanning], 70), [town.grens]), onder)),
      ],
      dekking: [town.grens],
    };
  },

  // The warmteprogramma of the gemeente is about the town; for dorpen and polder it makes no choice yet.
  warmtenet: (town) => ({
    vlakken: [
      ...alleen(
        'warmtenet aanwezig',
        buurtenDie(town, ({ karakter }) => karakter === 'hoogbouw' || karakter === 'ziekenhuis'),
      ),
      ...alleen(
        'warmtenet gepland',
        buurtenDie(town, ({ karakter }) => karakter === 'strokenbouw' || karakter === 'station'),
      ),
    ],
    dekking: stad(town),
  }),

  // The area of one of two grid operators; the other, in the last wijk, gave nothing.
  netcongestie: (town) => {
    const zonderOpgave = town.wijken.at(-1)?.code;
    const gegeven = town.buurten.filter(({ wijkCode }) => town.wijken.length === 1 || wijkCode !== zonderOpgave);
    const dekking = verenig(gegeven.flatMap(({ vlak }) => vlak));
    const vol = verenig(
      gegeven
        .filter(({ karakter }) => karakter === 'bedrijventerrein' || karakter === 'haven')
        .flatMap(({ vlak }) => vlak),
    );
    const bijna = verenig(
      gegeven
        .filter(({ karakter }) => ['vinex', 'buitengebied', 'villawijk'].includes(karakter))
        .flatMap(({ vlak }) => vlak),
    );
    return {
      vlakken: [
        ...alleen('vol: wachtlijst voor afname en teruglevering', vol),
        ...alleen('bijna vol: wachtlijst voor teruglevering', bijna),
      ],
      dekking,
    };
  },

  // Trees are listed inside the bebouwde kom.
  bomen: (town) => {
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
  },

  // The gemeente keeps the lamps of its own streets; along other roads we do not know.
  'openbare-verlichting': (town) => {
    const dekking = buurtenDie(town, ({ karakter }) => karakter !== 'buitengebied' && karakter !== 'recreatiepark');
    const heleNacht = ['regionaal', 'hoofdweg', 'winkelstraat', 'gracht', 'industrie'];
    const gedimd = ['woonstraat', 'woonerf'];
    const langs = (klassen: readonly string[]) => {
      const perBreedte = new Map<number, (readonly Punt[])[]>();
      for (const { klasse, as, breedte } of town.wegen) {
        if (!klassen.includes(klasse)) continue;
        const breed = Math.round(breedte);
        perBreedte.set(breed, [...(perBreedte.get(breed) ?? []), as]);
      }
      const delen = [...perBreedte].flatMap(([breedte, assen]) => strook(assen, breedte / 2 + 3));
      return doorsnede(verenig(delen), dekking);
    };
    const fel = langs(heleNacht);
    return {
      vlakken: [...alleen('verlicht', fel), ...alleen('verlicht, gedimd na 23 uur', verschil(langs(gedimd), fel))],
      dekking,
    };
  },
};

export const themas = Object.keys(kaarten) as Thema[];

interface Omgeving {
  kaarten: Map<Thema, Kaart>;
  leidingen: Leidingen | null;
}
const gemaakt = new WeakMap<Town, Omgeving>();

function omgevingVan(town: Town): Omgeving {
  let omgeving = gemaakt.get(town);
  if (!omgeving) {
    omgeving = { kaarten: new Map(), leidingen: null };
    gemaakt.set(town, omgeving);
  }
  return omgeving;
}

/** What is known of a thema in this town; made once and kept, because the regelingen stand on the same areas. */
export function kaartVan(town: Town, thema: Thema): Kaart {
  const { kaarten: kept } = omgevingVan(town);
  let kaart = kept.get(thema);
  if (!kaart) {
    kaart = kaarten[thema](town, leidingenVan(town));
    kept.set(thema, kaart);
  }
  return kaart;
}

/** A gas pipeline and a high-voltage line through the polder, each where the fewest panden stand near. */
export function leidingenVan(town: Town): Leidingen {
  const omgeving = omgevingVan(town);
  omgeving.leidingen ??= { buisleiding: legLijn(town, 0.35, 130), hoogspanning: legLijn(town, 1.25, 90) };
  return omgeving.leidingen;
}

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

function verdachtePercelen(town: Town): ReadonlySet<string> {
  const rng = new Prng(`${town.code}/${town.seed}/bodem`);
  return new Set(
    town.panden
      .filter(({ gebruiksdoelen, bouwjaar }) => gebruiksdoelen.includes('industriefunctie') && bouwjaar < 1985)
      .filter(() => rng.chance(0.12))
      .flatMap(({ percelen }) => percelen),
  );
}

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
