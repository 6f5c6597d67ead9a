import { celNummer, celVan, kolomVan, rijVan } from '../../server/veiligheid/domain/rooster.ts';
import type { Herkenningspunt, Town } from './town.ts';
import type { VeiligePlekken } from './veiligheid-plekken.ts';

/** Months of which there are counts; the last is the last whole month before the peildatum. */
export const MAANDEN = 60;

/** Something that was put into the town on purpose, to see whether it is found. */
export interface Geplant {
  naam: 'vast' | 'nieuw' | 'toenemend' | 'seizoen' | 'uitgaan' | 'zwerfvuil' | 'interventie' | 'vergelijking';
  stelsel: 'misdrijf' | 'overlast' | 'melding';
  klasse: string;
  thema: string;
  /** Squares of 100 m in which it lies, all with an adres or a road. */
  cellen: number[];
  /** Records per cell in a month, from 0 (five years ago) to 59. */
  perMaand: (maand: number, kalendermaand: number) => number;
  uren: 'gelijk' | 'dag' | 'avond' | 'nacht' | 'uitgaan';
  /** Of an intervention: the first month after it began. */
  begin?: number;
}

/** Share of burglaries that is followed by another within 100 m and a week. */
export const HERHALING = { klasse: '1.1.1', kans: 0.25, meter: 100, dagen: 7 } as const;
/** What the intervention does. */
export const INTERVENTIE = { effect: -0.2, begin: MAANDEN - 18, perMaand: 0.9 } as const;

type Ontwerp = Omit<Geplant, 'cellen'> & {
  /** Where it may lie, the first that is there; else in the busiest place that is left. */
  bij: readonly Herkenningspunt['soort'][];
  zijde: number;
};

const perJaar = (aantal: number) => () => aantal / 12;

const autos = { stelsel: 'misdrijf', klasse: '1.2.1', thema: '1.3', bij: [], zijde: 4, uren: 'nacht' } as const;

const ontwerpen: readonly Ontwerp[] = [
  {
    naam: 'uitgaan',
    stelsel: 'misdrijf',
    klasse: '1.4.5',
    thema: '1.3',
    bij: ['markt'],
    zijde: 3,
    uren: 'uitgaan',
    perMaand: perJaar(7),
  },
  {
    naam: 'toenemend',
    stelsel: 'misdrijf',
    klasse: '1.2.3',
    thema: '1.3',
    bij: ['station'],
    zijde: 3,
    uren: 'dag',
    perMaand: (maand) => (8 + (24 * maand) / MAANDEN) / 12,
  },
  {
    naam: 'vast',
    stelsel: 'misdrijf',
    klasse: '2.2.1',
    thema: '1.2',
    bij: ['winkelcentrum'],
    zijde: 3,
    uren: 'nacht',
    perMaand: perJaar(7),
  },
  {
    naam: 'nieuw',
    stelsel: 'overlast',
    klasse: 'E35',
    thema: '3.1',
    bij: ['school', 'sportpark'],
    zijde: 3,
    uren: 'avond',
    perMaand: (maand) => (maand >= MAANDEN - 3 ? 2.5 : 0),
  },
  {
    naam: 'seizoen',
    stelsel: 'overlast',
    klasse: 'E38',
    thema: '1.1',
    bij: ['park', 'recreatiepark'],
    zijde: 3,
    uren: 'avond',
    perMaand: (_, kalendermaand) => (kalendermaand >= 6 && kalendermaand <= 8 ? 3 : 0),
  },
  {
    naam: 'zwerfvuil',
    stelsel: 'melding',
    klasse: 'afval/veeg-zwerfvuil',
    thema: '1.2',
    bij: ['winkelcentrum', 'markt'],
    zijde: 3,
    uren: 'dag',
    perMaand: perJaar(8),
  },
  {
    ...autos,
    naam: 'interventie',
    begin: INTERVENTIE.begin,
    perMaand: (maand) => INTERVENTIE.perMaand * (maand < INTERVENTIE.begin ? 1 : 1 + INTERVENTIE.effect),
  },
  // Places that are as bad and where nothing was done: what an intervention is compared with.
  { ...autos, naam: 'vergelijking', perMaand: () => INTERVENTIE.perMaand },
  { ...autos, naam: 'vergelijking', perMaand: () => INTERVENTIE.perMaand },
];

/**
 * What is planted in a town, and where. Only the generator and the tests know it: the product has to find it.
 *
 * A small town has smaller and weaker ones, so that there is ground left on which nothing is going on.
 */
export function plantWaarheid(town: Town, plekken: VeiligePlekken): Geplant[] {
  const klein = town.inwoners < 20_000;
  const bezet = new Set<number>();
  return ontwerpen
    .filter(({ naam }) => !klein || naam !== 'vergelijking')
    .map(({ bij, zijde, perMaand, ...ontwerp }) => {
      const maat = klein ? zijde - 1 : zijde;
      const plaatsen = bij.flatMap((soort) => town.herkenningspunten.filter((punt) => punt.soort === soort));
      const rond = plaatsen.map(({ punt: [x, y] }) =>
        blok(celVan('vierkant', Math.round(x * 1000), Math.round(y * 1000)), maat),
      );
      const vrij = (cellen: readonly number[]) =>
        cellen.filter(plekken.heeftIets).length > cellen.length / 2 && !cellen.some((cel) => bezet.has(cel));
      const gekozen = rond.find(vrij) ?? drukste(town, plekken, maat).find(vrij) ?? rond[0] ?? [];
      for (const cel of gekozen) for (const om of blok(cel, 5)) bezet.add(om);
      const sterkte = klein ? 0.5 : 1;
      return {
        ...ontwerp,
        cellen: gekozen.filter(plekken.heeftIets),
        perMaand: (maand, kalendermaand) => sterkte * perMaand(maand, kalendermaand),
      };
    });
}

/** The square of cells around one. */
function blok(midden: number, zijde: number): number[] {
  const [kolom, rij] = [kolomVan(midden) - Math.floor(zijde / 2), rijVan(midden) - Math.floor(zijde / 2)];
  return Array.from({ length: zijde ** 2 }, (_, i) => celNummer(kolom + (i % zijde), rij + Math.floor(i / zijde)));
}

/** Squares of cells, from the one with most adressen on. */
function drukste(town: Town, plekken: VeiligePlekken, zijde: number): number[][] {
  const cellen = new Set(
    town.adressen.map(({ punt: [x, y] }) => celVan('vierkant', Math.round(x * 1000), Math.round(y * 1000))),
  );
  return [...cellen]
    .map((cel) => blok(cel, zijde))
    .map((vakken) => ({ vakken, adressen: vakken.reduce((som, cel) => som + plekken.telAdressen(cel), 0) }))
    .sort((a, b) => b.adressen - a.adressen || (a.vakken[0] as number) - (b.vakken[0] as number))
    .map(({ vakken }) => vakken);
}
