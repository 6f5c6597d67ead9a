import { monumenten } from './omstandigheden/erfgoed.ts';
import type { Prng } from './prng.ts';
import { bestuurVan } from './regels.ts';
import type { Adres, Perceel, Punt, Ring, Town } from './town.ts';
import { ewktLijn, ewktPunt, ewktVlakken } from './vlakken.ts';

export interface Plek {
  /** As a notice names it: Lindelaan 12 Modelstad. */
  naam: string;
  soort: 'punt' | 'adres' | 'perceel' | 'lijn' | 'vlak' | 'gemeente';
  ewkt: string;
}

/** What data/besluiten/zaken.yaml may name as plaats. */
export const plaatsen = [
  'adres',
  'woning',
  'winkel',
  'horeca',
  'bedrijf',
  'buitengebied',
  'perceel',
  'gebouwperceel',
  'bedrijfsperceel',
  'gemeentelijk monument',
  'rijksmonument',
  'straat',
  'straatpunt',
  'evenementenplek',
  'water',
  'buurt',
  'gemeente',
] as const;
export type Plaats = (typeof plaatsen)[number];

/** Draws places in a town, each kind from what is really there. */
export class Plekken {
  private readonly town: Town;
  private readonly perceel: Map<string, Perceel>;
  private readonly woonplaats: Map<string, string>;
  private readonly adressen = new Map<Plaats, readonly Adres[]>();

  constructor(town: Town) {
    this.town = town;
    this.perceel = new Map(town.percelen.map((perceel) => [perceel.identificatie, perceel]));
    this.woonplaats = new Map(town.buurten.map(({ code, woonplaats }) => [code, woonplaats]));
  }

  kies(rng: Prng, plaats: Plaats): Plek {
    const { town } = this;
    switch (plaats) {
      case 'gemeente':
        return { naam: bestuurVan(town), soort: 'gemeente', ewkt: ewktVlakken([town.grens]) };
      case 'buurt': {
        const { naam, woonplaats, vlak } = rng.pick(town.buurten);
        return { naam: `${naam} ${woonplaats}`, soort: 'vlak', ewkt: ewktVlakken(vlak) };
      }
      case 'straat':
      case 'straatpunt': {
        const { straat, as, buurtCode } = this.straat(rng);
        const naam = `${straat} ${this.woonplaats.get(buurtCode) ?? town.naam}`;
        if (plaats === 'straat') return { naam, soort: 'lijn', ewkt: ewktLijn(as) };
        return { naam, soort: 'punt', ewkt: ewktPunt(langs(as, rng.next())) };
      }
      case 'evenementenplek': {
        const soorten = ['markt', 'park', 'sportpark', 'haven', 'winkelcentrum', 'recreatiepark'];
        const gekozen = town.herkenningspunten.filter(({ soort }) => soorten.includes(soort));
        if (gekozen.length === 0) return this.kies(rng, 'straatpunt');
        const { naam, punt, vlak, buurtCode } = rng.pick(gekozen);
        const woonplaats = this.woonplaats.get(buurtCode) ?? town.naam;
        if (vlak && vlak.length > 0) return { naam: `${naam} ${woonplaats}`, soort: 'vlak', ewkt: ewktVlakken(vlak) };
        return { naam: `${naam} ${woonplaats}`, soort: 'punt', ewkt: ewktPunt(punt) };
      }
      case 'water': {
        const water = town.waters.length > 0 ? rng.pick(town.waters) : null;
        if (!water) return this.kies(rng, 'straatpunt');
        const woonplaats = this.woonplaats.get(water.buurtCode) ?? town.naam;
        const oever = rng.pick(water.vlak[0] as Ring);
        return { naam: `${water.naam || 'sloot'} ${woonplaats}`, soort: 'punt', ewkt: ewktPunt(oever) };
      }
      default:
        return this.adresPlek(rng, plaats);
    }
  }

  private adresPlek(rng: Prng, plaats: Plaats): Plek {
    const lijst = this.lijst(plaats);
    const adres = rng.pick(lijst.length > 0 ? lijst : this.town.adressen);
    const naam = `${adres.straat} ${adres.huisnummer}${adres.huisletter}${adres.toevoeging ? `-${adres.toevoeging}` : ''} ${adres.woonplaats}`;
    const perceel = this.perceel.get(adres.perceelIdentificatie);
    if (plaats.endsWith('perceel') && perceel) return { naam, soort: 'perceel', ewkt: ewktVlakken([perceel.vlak]) };
    return { naam, soort: 'adres', ewkt: ewktPunt(adres.punt) };
  }

  private straat(rng: Prng) {
    for (let poging = 0; poging < 20; poging += 1) {
      const weg = rng.pick(this.town.wegen);
      if (weg.klasse !== 'pad' && weg.straat) return weg;
    }
    return this.town.wegen[0] as Town['wegen'][number];
  }

  private lijst(plaats: Plaats): readonly Adres[] {
    let lijst = this.adressen.get(plaats);
    if (!lijst) {
      lijst = this.zoek(plaats);
      this.adressen.set(plaats, lijst);
    }
    return lijst;
  }

  private zoek(plaats: Plaats): readonly Adres[] {
    const { adressen, buurten } = this.town;
    const heeft = (...doelen: string[]) =>
      adressen.filter(({ gebruiksdoelen }) => gebruiksdoelen.some((doel) => doelen.includes(doel)));
    switch (plaats) {
      case 'woning':
      case 'perceel':
        return adressen.filter(({ woningtype }) => woningtype !== undefined && woningtype !== 'appartement');
      case 'winkel':
        return heeft('winkelfunctie', 'kantoorfunctie');
      case 'horeca':
        return heeft('bijeenkomstfunctie', 'winkelfunctie', 'logiesfunctie');
      case 'bedrijf':
      case 'bedrijfsperceel':
        return heeft('industriefunctie');
      case 'gebouwperceel':
        return heeft('onderwijsfunctie', 'gezondheidszorgfunctie', 'kantoorfunctie', 'bijeenkomstfunctie');
      case 'buitengebied': {
        const land = new Set(buurten.filter(({ karakter }) => karakter === 'buitengebied').map(({ code }) => code));
        return adressen.filter(({ buurtCode }) => land.has(buurtCode));
      }
      case 'gemeentelijk monument':
      case 'rijksmonument': {
        const panden = new Set(
          monumenten(this.town).flatMap(({ klasse, pand }) => (klasse === plaats ? [pand.identificatie] : [])),
        );
        return adressen.filter(({ pandIdentificatie }) => panden.has(pandIdentificatie));
      }
      default:
        return adressen;
    }
  }
}

/** The position at this share of the length of a line. */
function langs(lijn: readonly Punt[], deel: number): Punt {
  const lengtes = lijn.slice(1).map(([x, y], i) => Math.hypot(x - (lijn[i] as Punt)[0], y - (lijn[i] as Punt)[1]));
  let over = deel * lengtes.reduce((sum, lengte) => sum + lengte, 0);
  for (const [i, lengte] of lengtes.entries()) {
    const [[ax, ay], [bx, by]] = [lijn[i] as Punt, lijn[i + 1] as Punt];
    if (over <= lengte) {
      const t = lengte === 0 ? 0 : over / lengte;
      return [ax + t * (bx - ax), ay + t * (by - ay)];
    }
    over -= lengte;
  }
  return lijn.at(-1) as Punt;
}
