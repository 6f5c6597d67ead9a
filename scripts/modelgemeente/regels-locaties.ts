import { kaartVan, leidingenVan, type Thema, themas } from './omstandigheden/index.ts';
import type { LocatieKeuze } from './regels-plan.ts';
import type { Herkenningspunt, Pand, Perceel, Punt, Ring, Town, Vlak } from './town.ts';
import {
  buffer,
  cirkel,
  doorsnede,
  ewktVlakken,
  omhul,
  oppervlakte,
  strook,
  type Vlakken,
  verenig,
  verschil,
} from './vlakken.ts';

/** One gebied of a locatie. */
export interface Gebied {
  soort: 'ambtsgebied' | 'gebied';
  noemer: string;
  vlak: Vlakken;
  /** The same as EWKT, once for all versions in which it stands. */
  ewkt: string;
  /** The main panden that stand in it, where its rule knows them: values that follow from the town need them. */
  panden: readonly Pand[];
}

interface Deel {
  vlak: readonly Vlak[];
  buurtCode?: string;
  naam?: string;
  panden?: readonly Pand[];
  percelen?: readonly string[];
}

/** An area smaller than this, in m², is what rounding left over. */
const kleinste = 1;

/** Finds the gebieden of every locatie of one regeling in a town, each once. */
export class Locaties {
  private readonly town: Town;
  private readonly keuzes: ReadonlyMap<string, LocatieKeuze>;
  private readonly gevonden = new Map<string, Gebied[]>();
  private readonly index: Index;

  constructor(town: Town, keuzes: ReadonlyMap<string, LocatieKeuze>) {
    this.town = town;
    this.keuzes = keuzes;
    this.index = indexVan(town);
  }

  /** The gebieden of a locatie; none where the town has no such place. */
  find(naam: string): readonly Gebied[] {
    let gebieden = this.gevonden.get(naam);
    if (!gebieden) {
      const keuze = this.keuzes.get(naam);
      if (!keuze) throw new Error(`No locatie ${naam}`);
      gebieden = this.resolve(keuze);
      this.gevonden.set(naam, gebieden);
    }
    return gebieden;
  }

  private resolve(keuze: LocatieKeuze): Gebied[] {
    const { town } = this;
    if (keuze.ambtsgebied) {
      const vlak = [town.grens];
      const noemer = `${keuze.noemer} (${town.naam})`;
      return [{ soort: 'ambtsgebied', noemer, vlak, ewkt: ewktVlakken(vlak), panden: [] }];
    }
    const zonder = (keuze.zonder ?? []).flatMap((naam) => this.find(naam).flatMap(({ vlak }) => vlak));
    let nummer = 0;
    return groepeer(this.delen(keuze), keuze.per ?? (keuze.bouwvlakken ? 'zone' : 'geheel'), this.index).flatMap(
      (deel): Gebied[] => {
        let vlak: Vlakken = deel.vlak.length > 1 ? verenig(deel.vlak) : deel.vlak;
        if (keuze.buffer) vlak = doorsnede(buffer(vlak, keuze.buffer), [town.grens]);
        if (zonder.length > 0) vlak = verschil(vlak, zonder);
        if (oppervlakte(vlak) < kleinste) return [];
        nummer += 1;
        const noemer = this.noem(keuze.noemer, deel, nummer);
        return [{ soort: 'gebied', noemer, vlak, ewkt: ewktVlakken(vlak), panden: deel.panden ?? [] }];
      },
    );
  }

  private noem(noemer: string, deel: Deel, nummer: number): string {
    const buurt = this.index.buurten.get(deel.buurtCode ?? '');
    const adres = deel.percelen?.map((perceel) => this.index.adres.get(perceel)).find((found) => found !== undefined);
    const straat = adres?.straat ?? buurt?.naam ?? '';
    return noemer
      .replace('{straat} {nr}', adres ? `${adres.straat} ${adres.huisnummer}` : `${straat} ${nummer}`.trim())
      .replace('{straat}', straat)
      .replace('{buurt}', buurt?.naam ?? '')
      .replace('{wijk}', this.index.wijken.get(buurt?.wijkCode ?? '')?.naam ?? '')
      .replace('{naam}', deel.naam || buurt?.naam || '')
      .replace('{nr}', String(nummer))
      .trim();
  }

  private delen(keuze: LocatieKeuze): Deel[] {
    const { town, index } = this;
    if (keuze.zones) {
      const { bestemming, karakter } = keuze.zones;
      return town.zones
        .filter((zone) => bestemming.includes(zone.bestemming))
        .filter(({ buurtCode }) => !karakter || karakter.includes(index.buurten.get(buurtCode)?.karakter ?? ''))
        .map(({ id, vlak, buurtCode }) => ({ vlak, buurtCode, panden: index.panden.get(id) ?? [] }));
    }
    if (keuze.buurten) {
      const { buurten } = keuze;
      return town.buurten
        .filter(({ karakter }) => buurten.includes(karakter))
        .map(({ vlak, code }) => ({ vlak, buurtCode: code }));
    }
    if (keuze.percelen) {
      const { bestemming, aard } = keuze.percelen;
      return town.percelen.flatMap((perceel) => {
        const panden = index.pandenOp.get(perceel.identificatie) ?? [];
        const past =
          bestemming.includes(index.zones.get(perceel.zone)?.bestemming ?? '') &&
          (aard ? panden.some((pand) => aard.includes(pand.aard)) : panden.some(isHoofdgebouw));
        return past ? [deelVan(perceel, panden)] : [];
      });
    }
    if (keuze.bouwvlakken) return this.bouwvlakken(keuze.bouwvlakken);
    if (keuze.wateren) {
      const { wateren } = keuze;
      return town.waters
        .filter(({ soort }) => wateren.includes(soort))
        .map(({ vlak, naam, buurtCode }) => ({ vlak: [vlak], naam, buurtCode }));
    }
    if (keuze.langs) {
      const { lijn, meter } = keuze.langs;
      return [{ vlak: doorsnede(strook(this.lijnen(lijn), meter), [town.grens]) }];
    }
    if (keuze.rond) {
      const { herkenningspunt, meter } = keuze.rond;
      return this.landmarks(herkenningspunt as Herkenningspunt['soort'][]).map(({ punt, naam, buurtCode }) => ({
        vlak: doorsnede([cirkel(punt, meter)], [town.grens]),
        naam,
        buurtCode,
      }));
    }
    if (keuze.thema) {
      return Object.entries(keuze.thema).flatMap(([thema, klassen]) => {
        if (!themas.includes(thema as Thema)) throw new Error(`No thema ${thema}`);
        return kaartVan(town, thema as Thema)
          .vlakken.filter(({ omschrijving }) => klassen === 'alle' || klassen.includes(omschrijving))
          .map(({ vlak }) => ({ vlak }));
      });
    }
    return (keuze.samen ?? []).map((naam) => ({ vlak: this.find(naam).flatMap(({ vlak }) => vlak) }));
  }

  private bouwvlakken({ bestemming, aard, per, marge, sluit }: NonNullable<LocatieKeuze['bouwvlakken']>): Deel[] {
    const { town, index } = this;
    const past = (pand: Pand) => (aard ? aard.includes(pand.aard) : isHoofdgebouw(pand));
    if (per === 'perceel') {
      return town.percelen.flatMap((perceel) => {
        const panden = index.pandenOp.get(perceel.identificatie) ?? [];
        if (!panden.some(past)) return [];
        const vlak = doorsnede(
          omhul(
            panden.map((pand) => pand.vlak),
            marge,
            sluit,
          ),
          [perceel.vlak],
        );
        return [{ ...deelVan(perceel, panden), vlak }];
      });
    }
    return town.zones.flatMap((zone) => {
      if (bestemming && !bestemming.includes(zone.bestemming)) return [];
      const panden = (index.panden.get(zone.id) ?? []).filter(past);
      if (panden.length === 0) return [];
      const omhuld = omhul(
        panden.map((pand) => pand.vlak),
        marge,
        sluit,
      );
      const percelen = panden.flatMap((pand) => pand.percelen);
      return [{ vlak: doorsnede(omhuld, zone.vlak), buurtCode: zone.buurtCode, panden, percelen }];
    });
  }

  private lijnen(lijn: NonNullable<LocatieKeuze['langs']>['lijn']): (readonly Punt[])[] {
    if (lijn === 'spoor') return [this.town.spoor];
    if (lijn === 'grens') return [this.town.grens[0] as Ring];
    if (lijn === 'provinciale weg')
      return this.town.wegen.filter(({ klasse }) => klasse === 'regionaal').map(({ as }) => as);
    return [leidingenVan(this.town)[lijn]];
  }

  private landmarks(soorten: readonly Herkenningspunt['soort'][]): Herkenningspunt[] {
    return this.town.herkenningspunten.filter(({ soort }) => soorten.includes(soort));
  }
}

const isHoofdgebouw = ({ gebruiksdoelen }: Pand) => gebruiksdoelen.length > 0;

const deelVan = (perceel: Perceel, panden: readonly Pand[]): Deel => ({
  vlak: [perceel.vlak],
  buurtCode: perceel.buurtCode,
  panden: panden.filter(isHoofdgebouw),
  percelen: [perceel.identificatie],
});

function groepeer(delen: readonly Deel[], per: NonNullable<LocatieKeuze['per']>, index: Index): Deel[] {
  if (per === 'zone' || per === 'perceel') return [...delen];
  if (per === 'vlak')
    return delen.flatMap((deel) =>
      deel.naam === undefined ? deel.vlak.map((vlak) => ({ ...deel, vlak: [vlak] })) : [deel],
    );
  const groepen = new Map<string, Deel>();
  for (const deel of delen) {
    const buurt = index.buurten.get(deel.buurtCode ?? '');
    const key = per === 'geheel' ? '' : per === 'wijk' ? (buurt?.wijkCode ?? '') : (deel.buurtCode ?? '');
    const groep = groepen.get(key);
    if (!groep) groepen.set(key, { ...deel });
    else {
      groep.vlak = [...groep.vlak, ...deel.vlak];
      groep.panden = [...(groep.panden ?? []), ...(deel.panden ?? [])];
    }
  }
  return [...groepen.values()];
}

interface Index {
  zones: Map<number, Town['zones'][number]>;
  buurten: Map<string, Town['buurten'][number]>;
  wijken: Map<string, Town['wijken'][number]>;
  /** Per zone, per perceel: the panden of which the first perceel is there. */
  panden: Map<number, Pand[]>;
  pandenOp: Map<string, Pand[]>;
  /** The first adres on a perceel. */
  adres: Map<string, Town['adressen'][number]>;
}

const indexen = new WeakMap<Town, Index>();

function indexVan(town: Town): Index {
  const bekend = indexen.get(town);
  if (bekend) return bekend;
  const index: Index = {
    zones: new Map(town.zones.map((zone) => [zone.id, zone])),
    buurten: new Map(town.buurten.map((buurt) => [buurt.code, buurt])),
    wijken: new Map(town.wijken.map((wijk) => [wijk.code, wijk])),
    panden: new Map(),
    pandenOp: new Map(),
    adres: new Map(),
  };
  const zoneVan = new Map(town.percelen.map(({ identificatie, zone }) => [identificatie, zone]));
  for (const pand of town.panden) {
    const perceel = pand.percelen[0] ?? '';
    push(index.pandenOp, perceel, pand);
    push(index.panden, zoneVan.get(perceel) ?? -1, pand);
  }
  for (const adres of town.adressen) {
    if (!index.adres.has(adres.perceelIdentificatie)) index.adres.set(adres.perceelIdentificatie, adres);
  }
  indexen.set(town, index);
  return index;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * A norm that follows from what stands in a gebied, rounded up to a multiple of `op`; null where nothing stands.
 *
 * @returns metres, bouwlagen or procent
 */
export function normVan(
  { panden, vlak }: Gebied,
  volgt: 'hoogste pand' | 'hoogste goot' | 'bouwlagen' | 'bebouwd deel',
  op = 1,
): number | null {
  if (panden.length === 0) return null;
  const omhoog = (waarde: number) => Math.round(Math.ceil(waarde / op - 1e-9) * op * 100) / 100;
  if (volgt === 'hoogste pand') return omhoog(Math.max(...panden.map(({ hoogte }) => hoogte)));
  if (volgt === 'hoogste goot') return omhoog(Math.max(...panden.map(({ goothoogte }) => goothoogte)));
  if (volgt === 'bouwlagen') return omhoog(Math.max(...panden.map(({ bouwlagen }) => bouwlagen)));
  const bebouwd = doorsnede(
    panden.map((pand) => pand.vlak),
    vlak,
  );
  return Math.min(100, omhoog((100 * oppervlakte(bebouwd)) / oppervlakte(vlak)));
}
