import type { Regels, Vindplaats } from '../contract.ts';

/**
 * What hangs below a regeling, by number. A number never gets another meaning: an import gives new ones. Things that say
 * the same have the same `merk`, whatever their number.
 */
export interface Regelwerk {
  locaties: Map<number, LocatieInhoud>;
  regels: Map<number, RegelInhoud>;
  aanduidingen: Map<number, Inhoud<{ naam: string; groep: string; kwalificatie: string }>>;
  gebieden: Map<number, Inhoud<{ naam: string; groep: string; type: string }>>;
  waarden: Map<number, Inhoud<NormKop & NormWaarde>>;
}

/** The numbers of what holds in a locatie. */
export interface LocatieInhoud {
  regels: readonly number[];
  aanduidingen: readonly number[];
  gebieden: readonly number[];
  waarden: readonly number[];
}

export interface RegelInhoud
  extends Pick<Vindplaats, 'regelingId' | 'regeltekstId' | 'artikel' | 'opschrift' | 'themas' | 'idealisatie'> {
  id: number;
  /** Place of its text in the regeling. */
  volgorde: number;
  merk: number;
}

/** Something that rules say, each in its own locaties. */
export type Inhoud<T> = T & { regelIds: readonly number[]; merk: number };

export type NormKop = Omit<Regels['normen'][number], 'waarden'>;
export type NormWaarde = Pick<
  Regels['normen'][number]['waarden'][number],
  'kwantitatief' | 'kwalitatief' | 'inRegeltekst'
>;

/** A locatie at a place. */
export interface LocatieHier {
  id: number;
  /** It has area and so has the place: what they share is an area. */
  isVlak: boolean;
  m2: number | null;
  geheel: boolean;
  /** False: it came without geometry, so it may lie here. */
  bekend: boolean;
}

/** Locaties that belong together: do they cover the place for sure, can they, and how much of a perceel. */
export interface Plek {
  geldt: boolean;
  /** One of the locaties came without geometry. */
  onbekend: boolean;
  /** m²; null: a point or a line, or the place is a point. */
  m2: number | null;
  geheel: boolean;
}

/** An area that only geometry can tell: of locaties together, or of what two such groups have in common. */
export interface Vraag {
  een: readonly number[];
  /** Null: the area of `een` itself. */
  ander: readonly number[] | null;
  antwoord(m2: number): void;
}

interface BijPlek<T> {
  inhoud: T;
  plek: number;
}

/** What holds at a place, with the part of the place in which it does. */
export interface Verdeling {
  plekken: Plek[];
  /** Overlap in m² of two plekken that both cover the perceel in part, by their numbers: "3-7". */
  paren: Map<string, number>;
  regels: BijPlek<RegelInhoud>[];
  aanduidingen: BijPlek<Regelwerk['aanduidingen'] extends Map<number, infer T> ? T : never>[];
  gebieden: BijPlek<Regelwerk['gebieden'] extends Map<number, infer T> ? T : never>[];
  waarden: BijPlek<Regelwerk['waarden'] extends Map<number, infer T> ? T : never>[];
}

/** One plek while it is put together. */
interface Samen {
  leden: LocatieHier[];
  isVlak: boolean;
  plek: Plek;
}

/**
 * Divides what holds here over plekken: what lies in the same locaties shares one, so that its part of the perceel is
 * worked out once.
 *
 * @returns also the areas that have to be measured first; hardly ever any
 * @throws Error when the regelwerk lacks a locatie or what is in it
 */
export function verdeel(hier: readonly LocatieHier[], regelwerk: Regelwerk): { verdeling: Verdeling; vragen: Vraag[] } {
  const samen: Samen[] = [];
  const nummers = new Map<string, number>();
  const vragen: Vraag[] = [];
  const plekVan = (leden: LocatieHier[]): number => {
    const sleutel = leden.length === 1 ? String(leden[0]?.id) : leden.map(({ id }) => id).join(',');
    const bekend = nummers.get(sleutel);
    if (bekend !== undefined) return bekend;
    nummers.set(sleutel, samen.length);
    return samen.push(maakPlek(leden, vragen)) - 1;
  };
  const metPlek = <T>(soort: keyof LocatieInhoud, inhouden: ReadonlyMap<number, T>): BijPlek<T>[] => {
    const perNummer = new Map<number, LocatieHier[]>();
    for (const locatie of hier) {
      for (const nummer of vind(regelwerk.locaties, locatie.id)[soort]) {
        const leden = perNummer.get(nummer);
        if (leden) leden.push(locatie);
        else perNummer.set(nummer, [locatie]);
      }
    }
    return Array.from(perNummer, ([nummer, leden]) => ({ inhoud: vind(inhouden, nummer), plek: plekVan(leden) }));
  };
  const regels = metPlek('regels', regelwerk.regels);
  const aanduidingen = metPlek('aanduidingen', regelwerk.aanduidingen);
  const gebieden = metPlek('gebieden', regelwerk.gebieden);
  const waarden = metPlek('waarden', regelwerk.waarden);

  const paren = new Map<string, number>();
  const plekVanRegel = new Map(regels.map(({ inhoud, plek }) => [inhoud.id, plek]));
  const isDeel = (nr: number) => samen[nr]?.isVlak === true && !samen[nr].plek.geheel;
  for (const { inhoud, plek } of [...aanduidingen, ...gebieden, ...waarden]) {
    if (!isDeel(plek)) continue;
    for (const regelId of inhoud.regelIds) {
      const bij = plekVanRegel.get(regelId);
      if (bij === undefined || bij === plek || !isDeel(bij)) continue;
      const sleutel = `${bij}-${plek}`;
      if (paren.has(sleutel)) continue;
      paren.set(sleutel, 0);
      vragen.push({
        een: ledenVan(samen[bij]),
        ander: ledenVan(samen[plek]),
        antwoord: (m2) => void paren.set(sleutel, m2),
      });
    }
  }
  return {
    verdeling: { plekken: samen.map(({ plek }) => plek), paren, regels, aanduidingen, gebieden, waarden },
    vragen,
  };
}

const ledenVan = (samen: Samen | undefined): number[] =>
  (samen?.leden ?? []).filter(({ bekend }) => bekend).map(({ id }) => id);

function maakPlek(leden: LocatieHier[], vragen: Vraag[]): Samen {
  const zeker = leden.filter(({ bekend }) => bekend);
  const isVlak = leden.some((locatie) => locatie.isVlak);
  const geheel = leden.some((locatie) => locatie.geheel);
  const m2 = isVlak ? Math.max(...zeker.map((locatie) => locatie.m2 ?? 0)) : null;
  const plek: Plek = { geldt: zeker.length > 0, onbekend: zeker.length < leden.length, m2, geheel };
  if (isVlak && !geheel && zeker.length > 1) {
    vragen.push({
      een: zeker.map(({ id }) => id),
      ander: null,
      antwoord: (samen) => {
        plek.m2 = samen;
      },
    });
  }
  return { leden, isVlak, plek };
}

function vind<T>(inhouden: ReadonlyMap<number, T>, nummer: number): T {
  const inhoud = inhouden.get(nummer);
  if (inhoud === undefined) throw new Error(`The regelwerk lacks number ${nummer}`);
  return inhoud;
}
