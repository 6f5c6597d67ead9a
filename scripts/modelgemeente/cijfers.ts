import { readFileSync } from 'node:fs';
import type { Datum } from '../../server/termijnen/datum.ts';
import { jaren, maakZaken } from './besluiten.ts';
import type { Town, Woningtype } from './town.ts';

type Band = readonly [number, number];
interface Landelijk {
  personenPerWoning: { waarde: number };
  woningtypen: Record<Woningtype, number>;
  medianePerceelsgrootteM2: Record<Exclude<Woningtype, 'appartement'>, Band>;
  medianeOppervlakteM2: Record<Woningtype, Band>;
  bouwjaar: Readonly<Record<string, Band | string>>;
  besluitenPerDuizendInwonersPerJaar: { waarde: number };
}

const types: readonly Woningtype[] = ['tussenwoning', 'hoekwoning', 'twee-onder-een-kap', 'vrijstaand', 'appartement'];
const periods: readonly (readonly [string, number, number])[] = [
  ['tot 1945', 0, 1944],
  ['1945-1970', 1945, 1969],
  ['1970-1990', 1970, 1989],
  ['vanaf 1990', 1990, 9999],
];

export interface Cijfer {
  wat: string;
  hier: number;
  /** The national figure, or the band in which it lies. */
  landelijk: number | Band | null;
  eenheid: string;
}

/**
 * What the town is like in numbers, beside the same numbers of the whole country.
 *
 * @param peildatum the last day of the five years of besluiten
 */
export function countCijfers(town: Town, peildatum: Datum): Cijfer[] {
  const landelijk = JSON.parse(
    readFileSync(new URL('../../data/modelgemeente/landelijke-cijfers.json', import.meta.url), 'utf8'),
  ) as Landelijk;
  const homes = town.adressen.filter((adres) => adres.woningtype);
  const year = new Map(town.panden.map((pand) => [pand.identificatie, pand.bouwjaar]));
  const percelen = new Map(town.panden.map((pand) => [pand.identificatie, pand.percelen]));
  const size = new Map(town.percelen.map((perceel) => [perceel.identificatie, perceel.oppervlakte]));
  const ofType = (type: Woningtype) => homes.filter((adres) => adres.woningtype === type);
  const plot = (pand: string) => (percelen.get(pand) ?? []).reduce((sum, id) => sum + (size.get(id) ?? 0), 0);
  return [
    { wat: 'inwoners', hier: town.inwoners, landelijk: null, eenheid: '' },
    { wat: 'adressen', hier: town.adressen.length, landelijk: null, eenheid: '' },
    { wat: 'woningen', hier: homes.length, landelijk: null, eenheid: '' },
    { wat: 'percelen', hier: town.percelen.length, landelijk: null, eenheid: '' },
    { wat: 'panden', hier: town.panden.length, landelijk: null, eenheid: '' },
    {
      wat: 'personen per woning',
      hier: town.inwoners / homes.length,
      landelijk: landelijk.personenPerWoning.waarde,
      eenheid: '',
    },
    {
      wat: 'adressen per inwoner',
      hier: town.adressen.length / town.inwoners,
      landelijk: null,
      eenheid: '',
    },
    ...types.map((type) => ({
      wat: `aandeel ${type}`,
      hier: (100 * ofType(type).length) / homes.length,
      landelijk: 100 * landelijk.woningtypen[type],
      eenheid: '%',
    })),
    ...types.flatMap((type) =>
      type === 'appartement'
        ? []
        : [
            {
              wat: `perceel ${type}, mediaan`,
              hier: median(ofType(type).map((adres) => plot(adres.pandIdentificatie))),
              landelijk: landelijk.medianePerceelsgrootteM2[type],
              eenheid: 'm²',
            },
          ],
    ),
    ...types.map((type) => ({
      wat: `oppervlakte ${type}, mediaan`,
      hier: median(ofType(type).map((adres) => adres.oppervlakte)),
      landelijk: landelijk.medianeOppervlakteM2[type],
      eenheid: 'm²',
    })),
    ...periods.map(([label, from, to]) => ({
      wat: `woningen gebouwd ${label}`,
      hier:
        (100 *
          homes.filter((adres) => {
            const built = year.get(adres.pandIdentificatie) ?? 0;
            return built >= from && built <= to;
          }).length) /
        homes.length,
      landelijk: landelijk.bouwjaar[label] as Band,
      eenheid: '%',
    })),
    {
      wat: 'besluiten per 1.000 inwoners per jaar',
      hier: (1_000 * countBesluiten(town, peildatum)) / town.inwoners / jaren,
      landelijk: landelijk.besluitenPerDuizendInwonersPerJaar.waarde,
      eenheid: '',
    },
  ];
}

function countBesluiten(town: Town, peildatum: Datum): number {
  let count = 0;
  for (const { stappen } of maakZaken(town, peildatum)) count += stappen.length;
  return count;
}

/** The figures as a table for the terminal. */
export function formatCijfers(cijfers: readonly Cijfer[]): string {
  const digits = (value: number) =>
    value.toLocaleString('nl-NL', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
  const land = (value: Cijfer['landelijk']) =>
    value === null ? '' : typeof value === 'number' ? digits(value) : `${value[0]} tot ${value[1]}`;
  return [
    `${''.padEnd(38)}${'hier'.padStart(10)}${'landelijk'.padStart(14)}`,
    ...cijfers.map(
      ({ wat, hier, landelijk, eenheid }) =>
        `${wat.padEnd(38)}${digits(hier).padStart(10)}${land(landelijk).padStart(14)} ${eenheid}`,
    ),
  ].join('\n');
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
