import { beforeAll, describe, expect, test } from 'vitest';
import { queenBuren } from '../../server/veiligheid/domain/buren.ts';
import { kiesControle, meetEffect, ringRond } from '../../server/veiligheid/domain/effect.ts';
import { bepaalHotspots } from '../../server/veiligheid/domain/hotspots.ts';
import { bepaalKubus } from '../../server/veiligheid/domain/patroon.ts';
import { celVan, kolomVan, rijVan } from '../../server/veiligheid/domain/rooster.ts';
import { type Sensor, Uurmeting } from '../../server/veiligheid/domain/sensoren.ts';
import { dagdeelVan, momentOp, UREN_PER_WEEK } from '../../server/veiligheid/domain/tijd.ts';
import { afwijkingVanVerwacht } from '../../server/veiligheid/domain/verhouding.ts';
import type { Levering } from '../import/importer.ts';
import { makeTown, type Town } from './town.ts';
import { veiligheidLeveringen } from './veiligheid.ts';
import { Voorvallen } from './veiligheid-voorvallen.ts';
import type { Geplant } from './veiligheid-waarheid.ts';

const peildatum = '2026-11-27';
/** A town that was not looked at while the hot spots were made. */
const zaad = 20_261_127;

type Rij = readonly unknown[];
let town: Town;
let tabellen: Map<string, Rij[]>;
let waarheid: Voorvallen;
/** All cells with an adres, and those in which something was planted, in order. */
let cellen: number[];
let adressen: Float64Array;
let buren: ReturnType<typeof queenBuren>;
let maanden: string[];

async function allRows(leveringen: readonly Levering[]): Promise<Map<string, Rij[]>> {
  const rijen = new Map<string, Rij[]>();
  for (const { bron, tabellen } of leveringen) {
    for (const { table, rows } of tabellen) {
      const lijst: Rij[] = [];
      for await (const rij of rows) lijst.push(rij);
      rijen.set(`${bron.soort} ${table}`, lijst);
    }
  }
  return rijen;
}

beforeAll(async () => {
  town = makeTown({ inwoners: 30_000, seed: zaad });
  tabellen = await allRows(await veiligheidLeveringen(town, { voortgang: () => {}, daarna: () => {} }, peildatum));
  waarheid = new Voorvallen(town, peildatum);
  const perCel = new Map<number, number>();
  for (const {
    punt: [x, y],
  } of town.adressen) {
    const cel = celVan('vierkant', Math.round(x * 1000), Math.round(y * 1000));
    perCel.set(cel, (perCel.get(cel) ?? 0) + 1);
  }
  cellen = [...new Set([...perCel.keys(), ...waarheid.geplant.flatMap((plant) => plant.cellen)])].sort((a, b) => a - b);
  adressen = Float64Array.from(cellen, (cel) => perCel.get(cel) ?? 0);
  buren = queenBuren({ kolom: cellen.map(kolomVan), rij: cellen.map(rijVan) });
  maanden = (tabellen.get('incidenten veiligheid_maand') ?? []).map(([, maand]) => maand as string).sort();
}, 60_000);

const geplant = (naam: Geplant['naam']): Geplant => waarheid.geplant.find((plant) => plant.naam === naam)!;
const plaatsen = (plant: Geplant) => plant.cellen.map((cel) => cellen.indexOf(cel));

/** Counts of a class per cell, month after month. */
function tel({ stelsel, klasse }: Pick<Geplant, 'stelsel' | 'klasse'>, welke: readonly string[]): Float64Array {
  const aantallen = new Float64Array(welke.length * cellen.length);
  const plek = new Map(cellen.map((cel, i) => [cel, i]));
  const bron = stelsel === 'melding' ? 'meldingen cel_maand' : 'incidenten cel_maand';
  for (const [rooster, s, k, maand, nummers, getallen] of tabellen.get(bron) ?? []) {
    const m = welke.indexOf(maand as string);
    if (rooster !== 'vierkant' || s !== stelsel || k !== klasse || m < 0) continue;
    for (const [i, cel] of (nummers as number[]).entries()) {
      const p = plek.get(cel);
      if (p !== undefined) aantallen[m * cellen.length + p]! += (getallen as number[])[i]!;
    }
  }
  return aantallen;
}

/** Sums of so many steps together: 3 makes quarters of months. */
function bundel(aantallen: Float64Array, stappen: number): Float64Array {
  const uit = new Float64Array(aantallen.length / stappen);
  for (const [i, aantal] of aantallen.entries()) {
    const [maand, cel] = [Math.floor(i / cellen.length), i % cellen.length];
    uit[Math.floor(maand / stappen) * cellen.length + cel]! += aantal;
  }
  return uit;
}

const warm = (waarden: ArrayLike<number>): Set<number> => {
  const { q, z } = bepaalHotspots(waarden, buren);
  return new Set(cellen.map((_, cel) => cel).filter((cel) => q[cel]! <= 0.05 && z[cel]! > 0));
};

test('the counts are those of what happened, nothing more, and the same in every table', () => {
  const som = (tabel: string, kolom: number, kies: (rij: Rij) => boolean = () => true) =>
    (tabellen.get(tabel) ?? [])
      .filter(kies)
      .reduce((geheel, rij) => geheel + [rij[kolom]].flat().reduce<number>((a, b) => a + Number(b), 0), 0);
  const geplaatst = som('incidenten veiligheid_maand', 3);
  const gebeurd = [...waarheid.politie()].filter(({ code }) => code !== '3.2.1').length;
  expect(geplaatst).toBe(gebeurd);
  for (const rooster of ['vierkant', 'zeshoek'])
    expect(som('incidenten cel_maand', 5, ([r]) => r === rooster)).toBe(geplaatst);
  expect(som('incidenten buurt_uur', 5)).toBe(geplaatst);
  expect(som('meldingen melding_punt', 4)).toBe(som('meldingen veiligheid_maand', 3));
  expect(maanden).toHaveLength(60);
  expect([maanden[0], maanden.at(-1)]).toEqual(['2021-11-01', '2026-10-01']);
});

test('what may never be on the map stands per year of the whole gemeente only', () => {
  const klassen = (tabel: string, kolom: number) => new Set((tabellen.get(tabel) ?? []).map((rij) => rij[kolom]));
  expect(klassen('incidenten cel_maand', 2).has('3.2.1')).toBe(false);
  expect(klassen('incidenten buurt_uur', 1).has('3.2.1')).toBe(false);
  expect(
    (tabellen.get('incidenten veiligheid_cijfer') ?? []).every(
      ([, gebied, , klasse, duur]) => gebied === town.code && klasse === '3.2.1' && duur === 'jaar',
    ),
  ).toBe(true);
});

describe('what was planted is found', () => {
  const jaar = () => maanden.slice(-12);
  const zomer = () => maanden.filter((maand) => /-0[678]-/.test(maand)).slice(-3);

  test.each([
    ['vast', jaar],
    ['toenemend', jaar],
    ['uitgaan', jaar],
    ['zwerfvuil', jaar],
    ['interventie', jaar],
    ['nieuw', () => maanden.slice(-3)],
    ['seizoen', zomer],
  ] as const)('%s: at least four fifths of its cells', (naam, welke) => {
    const plant = geplant(naam);
    const gevonden = warm(bundel(tel(plant, welke()), welke().length));
    expect(plaatsen(plant).filter((cel) => gevonden.has(cel)).length / plant.cellen.length).toBeGreaterThanOrEqual(0.8);
  });

  test('and with what adressen would bring taken off, next to nothing elsewhere', () => {
    const namen = ['vast', 'toenemend', 'uitgaan', 'nieuw', 'seizoen', 'zwerfvuil'] as const;
    const elders = namen.flatMap((naam) => {
      const rond = new Set([...plaatsen(geplant(naam)), ...ringRond(plaatsen(geplant(naam)), buren)]);
      const gevonden = warm(afwijkingVanVerwacht(bundel(tel(geplant(naam), jaar()), 12), adressen));
      return [...gevonden].filter((cel) => !rond.has(cel));
    });
    expect(elders.length / (namen.length * cellen.length)).toBeLessThan(0.002);
  });

  test.each([
    ['nieuw', ['nieuw']],
    ['toenemend', ['toenemend']],
    ['seizoen', ['sporadisch']],
    ['vast', ['aanhoudend', 'toenemend', 'afnemend']],
  ] as const)('%s has its pattern over twenty quarters', (naam, verwacht) => {
    const kwartalen = bundel(tel(geplant(naam), maanden), 3);
    const overal = Float64Array.from(kwartalen, (_, i) => adressen[i % cellen.length]!);
    const { patronen } = bepaalKubus(afwijkingVanVerwacht(kwartalen, overal), buren);
    const gekregen = plaatsen(geplant(naam))
      .filter((cel) => adressen[cel]! > 0)
      .map((cel) => patronen[cel]!);
    const goed = gekregen.filter(
      ({ categorie, teken }) => teken === 'warm' && (verwacht as readonly string[]).includes(categorie),
    );
    expect(goed.length / gekregen.length).toBeGreaterThanOrEqual(0.8);
  });

  test('going out: in the nights and evenings of the weekend', () => {
    const delen = new Map<string, number>();
    const plek = new Set(geplant('uitgaan').cellen);
    for (const [, rooster, thema, , weekdeel, dagdeel, nummers, getallen] of tabellen.get('incidenten cel_dagdeel') ??
      []) {
      if (rooster !== 'vierkant' || thema !== '1.3') continue;
      const hier = (nummers as number[]).reduce(
        (som, cel, i) => som + (plek.has(cel) ? (getallen as number[])[i]! : 0),
        0,
      );
      delen.set(`${weekdeel} ${dagdeel}`, (delen.get(`${weekdeel} ${dagdeel}`) ?? 0) + hier);
    }
    const [[drukst] = []] = [...delen].sort(([, a], [, b]) => b - a);
    expect(drukst).toMatch(/^weekend (nacht|avond)$/);
    const weekend = (delen.get('weekend nacht') ?? 0) + (delen.get('weekend avond') ?? 0);
    expect(weekend / [...delen.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(0.4);
  });

  test('the sensors are busiest and loudest in the same hours; a month in which one was broken is not there', () => {
    const rijen = tabellen.get('sensoren sensor_uur') as [string, string, number, number, number, number][];
    const drukst = (sensor: string, soort: Sensor['soort']) => {
      const week = Array.from({ length: UREN_PER_WEEK }, () => new Uurmeting(soort));
      for (const [id, , uur, metingen, waarde] of rijen) if (id === sensor) week[uur]!.voegToe(waarde, metingen);
      const op = week.map(({ gemiddeld }, uur) => [gemiddeld, uur] as const).sort(([a], [b]) => b - a);
      return op.slice(0, 8).map(([, uur]) => dagdeelVan({ ...momentOp(4 + Math.floor(uur / 24), uur % 24) }));
    };
    for (const top of [drukst('druk-centrum-1', 'drukte'), drukst('geluid-centrum-1', 'geluid')])
      for (const { weekdeel, dagdeel } of top) expect(`${weekdeel} ${dagdeel}`).toMatch(/^weekend (nacht|avond)$/);
    expect(new Set(rijen.filter(([id]) => id === 'geluid-haven-1').map(([, maand]) => maand)).size).toBe(11);
    expect(new Set(rijen.map(([, maand]) => maand)).size).toBe(12);
  });

  test('near repeat of burglary: within 100 m and a week, and not further', () => {
    const vakken = (tabellen.get('incidenten near_repeat') ?? []).filter(([, klasse]) => klasse === '1.1.1');
    const vak = (afstand: number, dagen: number) => vakken.find((rij) => rij[4] === afstand && rij[5] === dagen)!;
    const [, , , , , , paren, verwacht, p] = vak(100, 7) as number[];
    expect(paren! / verwacht!).toBeGreaterThan(3);
    expect(p).toBeLessThan(0.01);
    expect(vak(400, 28)[8]).toBeGreaterThan(0.01);
  });

  test('the intervention: a fifth less lies within the interval', () => {
    const { begin = 0, ...plant } = geplant('interventie');
    const alles = tel(plant, maanden);
    const gebied = plaatsen(plant).sort((a, b) => a - b);
    const eerder = bundel(alles.slice((begin - 30) * cellen.length, (begin - 18) * cellen.length), 12);
    const controle = kiesControle({ gebied, niet: ringRond(gebied, buren), eerder, adressen, perCel: 2 });
    const effect = meetEffect({ aantallen: alles, cellen: cellen.length }, { gebied, controle, begin, maanden: 18 })!;
    expect(effect.van).toBeLessThan(-0.2);
    expect(effect.tot).toBeGreaterThan(-0.2);
    expect(effect.verschil).toBeLessThan(0);
  });
});
