import { Prng } from '../scripts/modelgemeente/prng.ts';
import { addDagen, parseDatum } from '../server/termijnen/datum.ts';
import type { Onderwerp } from '../server/volgen/contract.ts';
import { onderwerpenAlle, onderwerpVan } from '../server/volgen/domain/nieuws.ts';
import { afstandTussen, type Vorm } from './vormen-vlak.ts';

/** A besluit as it comes in, or comes in again because its place was wrong. */
export interface Komst {
  identificatie: string;
  soort: keyof typeof onderwerpVan;
  gepubliceerd: string;
  vorm: Vorm;
}

export interface Volger {
  naam: string;
  vorm: Vorm;
  straalM: number;
  onderwerpen: Onderwerp[];
  direct: boolean;
}

export interface Ronde {
  dag: string;
  begint: Volger[];
  stopt: string[];
  komt: Komst[];
}

type Hoek = readonly [number, number];
const vak = (x: number, y: number, b: number, h: number): Hoek[] => [
  [x, y],
  [x + b, y],
  [x + b, y + h],
  [x, y + h],
];

/**
 * A year of besluiten and of people who begin and stop following, once every four weeks. All lies on a grid of 50 m, so that
 * much touches, shares a border, lies in a hole or at a distance of exactly the radius.
 */
export function maakJaar(): Ronde[] {
  const rng = new Prng('een jaar volgen');
  const plek = (): Hoek => [145_000 + 50 * rng.int(0, 60), 504_000 + 50 * rng.int(0, 60)];
  const vormen: (() => Vorm)[] = [
    () => ({ punten: [plek()] }),
    () => ({ punten: [plek(), plek()] }),
    () => ({ lijnen: [[plek(), plek(), plek()]] }),
    () => ({ vlakken: [[vak(...plek(), 50 * rng.int(1, 4), 50 * rng.int(1, 4))]] }),
    () => {
      const [x, y] = plek();
      return { vlakken: [[vak(x, y, 600, 500), vak(x + 150, y + 150, 250, 150)]] };
    },
    () => {
      const [x, y] = plek();
      // the shape of an L, and a square apart from it
      return {
        vlakken: [
          [
            [
              [x, y],
              [x + 300, y],
              [x + 300, y + 100],
              [x + 100, y + 100],
              [x + 100, y + 300],
              [x, y + 300],
            ],
          ],
          [vak(x + 200, y + 200, 100, 100)],
        ],
      };
    },
  ];
  const soorten = Object.keys(onderwerpVan) as Komst['soort'][];
  const geweest: Komst[] = [];
  const volgt: string[] = [];
  return Array.from({ length: 13 }, (_, nr) => {
    const dag = addDagen(parseDatum('2026-01-05')!, 28 * nr);
    const begint = Array.from({ length: nr < 10 ? 3 : 0 }, (_, i): Volger => {
      const gebied = rng.chance(0.4);
      return {
        naam: `volger ${nr}.${i}`,
        vorm: rng.pick(gebied ? vormen.slice(3) : vormen.slice(0, 1).concat(vormen.slice(3, 4)))(),
        straalM: gebied ? 0 : rng.pick([100, 250, 500, 1000]),
        onderwerpen: rng.chance(0.4) ? onderwerpenAlle : [rng.pick(['aanvragen', 'ontwerpen', 'besluiten'] as const)],
        direct: nr % 4 === 0,
      };
    });
    const stopt = nr > 3 && rng.chance(0.5) ? volgt.splice(rng.int(0, volgt.length - 1), 1) : [];
    volgt.push(...begint.map(({ naam }) => naam));
    const nieuw = Array.from(
      { length: 34 },
      (_, i): Komst => ({
        identificatie: `B${String(nr).padStart(2, '0')}${String(i).padStart(2, '0')}`,
        soort: rng.pick(soorten),
        gepubliceerd: addDagen(dag, -(rng.chance(0.8) ? rng.int(0, 27) : rng.int(28, 90))),
        vorm: rng.pick(vormen)(),
      }),
    );
    const verbeterd = geweest.length > 0 ? [{ ...rng.pick(geweest), vorm: rng.pick(vormen)() }] : [];
    geweest.push(...nieuw);
    return { dag, begint, stopt, komt: [...nieuw, ...verbeterd] };
  });
}

/** Who must have been told of what by the end of the year, by trying everybody against everything. */
export function verwachtInJaar(jaar: readonly Ronde[], terugDagen: number): Map<string, Set<string>> {
  const volgers = new Map<string, Volger & { vanaf: string; hoort: Set<string> }>();
  for (const { dag, begint, stopt, komt } of jaar) {
    for (const naam of stopt) volgers.delete(naam);
    const vanaf = addDagen(parseDatum(dag)!, -terugDagen);
    for (const volger of begint) volgers.set(volger.naam, { ...volger, vanaf, hoort: new Set() });
    for (const { identificatie, soort, gepubliceerd, vorm } of komt) {
      for (const volger of volgers.values()) {
        const hoort =
          volger.onderwerpen.includes(onderwerpVan[soort]) &&
          gepubliceerd >= volger.vanaf &&
          afstandTussen(vorm, volger.vorm) <= volger.straalM;
        if (hoort) volger.hoort.add(identificatie);
      }
    }
  }
  return new Map([...volgers].map(([naam, { hoort }]) => [naam, hoort]));
}
