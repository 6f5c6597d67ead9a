import { lengteBij } from '../afstand.ts';
import { getekendM2, type Punt, zijdenVan } from '../punt.ts';
import type { Vlak } from '../vlak.ts';
import type { KaartVlak } from './kaartrij.ts';
import { aaneengesloten } from './vorm.ts';

/** Surfaces of the BGT that may be open to the public. */
export const vlakSoorten: readonly string[] = [
  'wegdeel',
  'ondersteunendwegdeel',
  'begroeidterreindeel',
  'onbegroeidterreindeel',
  'waterdeel',
];

/** Structures of the BGT that are no pand and may have a roof. */
export const bouwwerkSoorten: readonly string[] = ['overigbouwwerk', 'gebouwinstallatie'];

const metDak = new Set(['overkapping', 'open loods', 'luifel']);
export const heeftDak = ({ functie }: Pick<KaartVlak, 'functie'>): boolean => metDak.has(functie ?? '');

/** `ja`, `nee`, `achterpad`, or `misschien`: no register says so, and a person has to. */
export type Openbaar = 'ja' | 'nee' | 'achterpad' | 'misschien';

const vaarwater = new Set(['rivier', 'kanaal', 'haven', 'gracht', 'vaart']);
const geenVaarwater = new Set(['sloot', 'greppel, droge sloot', 'greppel', 'bron']);
const landbouw = new Set(['bouwland', 'grasland agrarisch', 'fruitteelt', 'boomteelt', 'akkerbouw']);

/**
 * Whether everybody may come on a surface, as far as the BGT can tell: it knows function, cover and who keeps it, not who
 * may come there.
 *
 * @source Bbl bijlage I, openbaar toegankelijk gebied: roads, squares, parks, public gardens, public navigable water;
 * not the ways that only give plots access for slow traffic
 */
export function isOpenbaar({ soort, functie, voorkomen, bronhouder, naam }: KaartVlak): Openbaar {
  const vanOverheid = /^[GPR]/.test(bronhouder ?? '');
  switch (soort) {
    case 'wegdeel':
      if (naam?.toLowerCase().includes('achterpad')) return 'achterpad';
      return functie === 'spoorbaan' ? 'nee' : 'ja';
    case 'ondersteunendwegdeel':
      return 'ja';
    case 'begroeidterreindeel':
      if (landbouw.has(voorkomen ?? '')) return 'nee';
      return voorkomen === 'groenvoorziening' && vanOverheid ? 'ja' : 'misschien';
    case 'onbegroeidterreindeel':
      return voorkomen === 'erf' ? 'nee' : 'misschien';
    case 'waterdeel': {
      const water = voorkomen ?? functie ?? '';
      if (geenVaarwater.has(water) || geenVaarwater.has(functie ?? '')) return 'nee';
      return vaarwater.has(water) ? 'ja' : 'misschien';
    }
    default:
      return 'nee';
  }
}

/** A path narrower than this (m) on average may be an achterpad. */
const SMAL_PAD_M = 2.5;
/** A path with other public ground along less than this part of its edge lies between plots. */
const LANGS_OPENBAAR = 0.2;
const ERNAAST_M = 0.5;

const paden = new Set(['voetpad', 'voetpad op trap']);
const isPad = ({ vlak }: Oppervlak) => vlak.soort === 'wegdeel' && paden.has(vlak.functie ?? '');

/** A surface around the local origin. */
export interface Oppervlak {
  vlak: KaartVlak;
  gebied: Vlak;
}

/**
 * The surfaces by what they are. A narrow path between plots, with no other public ground beside it, may be there for
 * those plots alone: the BGT does not tell, so it is `misschien`.
 */
export function deelOpenbaarIn(oppervlakken: readonly Oppervlak[]): Record<Openbaar, Oppervlak[]> {
  const delen: Record<Openbaar, Oppervlak[]> = { ja: [], nee: [], achterpad: [], misschien: [] };
  for (const oppervlak of oppervlakken) delen[isOpenbaar(oppervlak.vlak)].push(oppervlak);
  const anders = delen.ja.filter((oppervlak) => !isPad(oppervlak)).flatMap(({ gebied }) => aaneengesloten(gebied));
  const los = new Set(delen.ja.filter((oppervlak) => isPad(oppervlak) && ligtTussenPercelen(oppervlak, anders)));
  return {
    ...delen,
    ja: delen.ja.filter((oppervlak) => !los.has(oppervlak)),
    misschien: [...delen.misschien, ...los],
  };
}

function ligtTussenPercelen({ gebied }: Oppervlak, anders: readonly Punt[][]): boolean {
  const ringen = aaneengesloten(gebied);
  const zijden = ringen.flatMap(zijdenVan);
  const omtrek = zijden.reduce((som, { lengteM }) => som + lengteM, 0);
  const m2 = ringen.reduce((som, ring) => som + Math.abs(getekendM2(ring)), 0);
  if (omtrek === 0 || (2 * m2) / omtrek > SMAL_PAD_M) return false;
  let som = 0;
  return zijden.every(({ a, b }) => {
    som += lengteBij(a, b, anders, ERNAAST_M);
    return som < LANGS_OPENBAAR * omtrek;
  });
}
