import type { RdPunt } from '../../geo/rd.ts';
import { activiteitenOpId } from '../activiteiten/index.ts';
import type { Plaatskennis } from '../contract.ts';
import { beoordeel, type Omgeving, type Regels } from '../domain/beoordeel.ts';
import { leesVorm } from '../domain/meetkunde/kaart/vorm.ts';
import type { Punt } from '../domain/meetkunde/punt.ts';
import { naarVeelhoeken, samenvoegen, type Vlak } from '../domain/meetkunde/vlak.ts';
import { readToepasbaar } from '../omgeving.ts';
import type { Regelversie } from '../regelbestanden/queries.ts';
import type { Kaartuitkomst } from './contract.ts';
import { type Kaartwoorden, kleurVan, merkVan, type OmgekeerdeLaag, type PerceelRij, vraagVoor } from './domain.ts';
import type { BuurtTelling, VergunningVlak } from './queries.ts';

export interface RekenVraag {
  lagen: readonly OmgekeerdeLaag[];
  bestanden: readonly Regelversie[];
  woorden: Kaartwoorden;
  /** YYYY-MM-DD */
  vandaag: string;
}

/** A place whose answer holds for every perceel with the same merk. */
export interface Voorbeeldplaats {
  merk: string;
  punt: RdPunt;
}

interface Groep {
  vlakken: Vlak[];
  /** Percelen per buurt; '': in none. */
  buurten: Map<string, number>;
  /** Per layer. */
  uitkomsten: Kaartuitkomst[];
}

/** Percelen by what a check sees of them, the answers of the check for each, and the areas that follow. */
export class Rekenaar {
  readonly #vraag: RekenVraag;
  readonly #regels: ReadonlyMap<string, Regels>;
  readonly #groepen = new Map<string, Groep>();
  #oorsprong: Punt | null = null;

  constructor(vraag: RekenVraag) {
    this.#vraag = vraag;
    this.#regels = new Map(
      vraag.lagen.flatMap(({ werkzaamheid }): [string, Regels][] => {
        const activiteit = activiteitenOpId[werkzaamheid];
        if (activiteit) return [[werkzaamheid, { activiteit }]];
        const versie = vraag.bestanden.find((bestand) => bestand.werkzaamheid === werkzaamheid);
        return versie
          ? [[werkzaamheid, { toepasbaar: readToepasbaar(versie.bestand, versie.koppeling, versie.hash) }]]
          : [];
      }),
    );
  }

  /** @returns the places that must be asked about: the first of each merk */
  neemPercelen(rijen: readonly PerceelRij[]): Voorbeeldplaats[] {
    const nieuw: Voorbeeldplaats[] = [];
    for (const rij of rijen) {
      this.#oorsprong ??= [Math.floor(rij.punt.x), Math.floor(rij.punt.y)];
      const merk = merkVan(rij, this.#vraag.woorden);
      let groep = this.#groepen.get(merk);
      if (!groep) {
        groep = { vlakken: [], buurten: new Map(), uitkomsten: [] };
        this.#groepen.set(merk, groep);
        nieuw.push({ merk, punt: rij.punt });
      }
      groep.vlakken.push(leesVorm(rij.vorm, this.#oorsprong));
      tel(groep.buurten, rij.buurt ?? '', 1);
    }
    return nieuw;
  }

  /** The same judge as that of the check, on what the map knows of a place. */
  beoordeel({ merk, punt }: Voorbeeldplaats, kennis: Plaatskennis): void {
    const omgeving: Omgeving = {
      vandaag: this.#vraag.vandaag,
      kennis,
      werkzaamheden: this.#regels,
      tarieven: null,
      meetkunde: null,
    };
    const groep = this.#groepen.get(merk);
    if (groep) groep.uitkomsten = this.#vraag.lagen.map((laag) => kleurVan(beoordeel(vraagVoor(punt, laag), omgeving)));
  }

  /** Per layer and outcome everything that has it. */
  *vlakken(): Generator<VergunningVlak> {
    const [ox, oy] = this.#oorsprong ?? [0, 0];
    // percelen that are alike in every layer are joined once
    const gelijk = [...groepeer([...this.#groepen.values()], ({ uitkomsten }) => uitkomsten.join()).values()].map(
      (groepen) => ({
        uitkomsten: groepen[0]!.uitkomsten,
        percelen: groepen.reduce((som, { vlakken }) => som + vlakken.length, 0),
        vlak: samenvoegen(groepen.flatMap(({ vlakken }) => vlakken)),
      }),
    );
    for (const [index, { werkzaamheid }] of this.#vraag.lagen.entries()) {
      for (const [uitkomst, delen] of groepeer(gelijk, ({ uitkomsten }) => uitkomsten[index]!)) {
        const coordinates = naarVeelhoeken(samenvoegen(delen.map(({ vlak }) => vlak))).map((ringen) =>
          ringen.map((ring) => ring.map(([x, y]) => [opMillimeter(x + ox), opMillimeter(y + oy)])),
        );
        const percelen = delen.reduce((som, deel) => som + deel.percelen, 0);
        yield { werkzaamheid, uitkomst, percelen, vorm: JSON.stringify({ type: 'MultiPolygon', coordinates }) };
      }
    }
  }

  /** How many percelen of each buurt have which outcome. */
  tellingen(): BuurtTelling[] {
    return this.#vraag.lagen.flatMap(({ werkzaamheid }, index) => {
      const perUitkomst = new Map<string, BuurtTelling>();
      for (const { uitkomsten, buurten } of this.#groepen.values()) {
        const uitkomst = uitkomsten[index]!;
        for (const [buurt, percelen] of buurten) {
          const sleutel = `${uitkomst} ${buurt}`;
          const al = perUitkomst.get(sleutel)?.percelen ?? 0;
          perUitkomst.set(sleutel, { werkzaamheid, uitkomst, buurt, percelen: al + percelen });
        }
      }
      return [...perUitkomst.values()];
    });
  }

  get aantalGroepen(): number {
    return this.#groepen.size;
  }
}

const opMillimeter = (getal: number) => Math.round(getal * 1000) / 1000;

function tel(tellingen: Map<string, number>, sleutel: string, aantal: number): void {
  tellingen.set(sleutel, (tellingen.get(sleutel) ?? 0) + aantal);
}

function groepeer<T, S>(dingen: readonly T[], sleutelVan: (ding: T) => S): Map<S, T[]> {
  const groepen = new Map<S, T[]>();
  for (const ding of dingen) {
    const sleutel = sleutelVan(ding);
    const groep = groepen.get(sleutel);
    if (groep) groep.push(ding);
    else groepen.set(sleutel, [ding]);
  }
  return groepen;
}
