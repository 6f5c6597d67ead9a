import { dagKleuren } from '../../server/lagen/catalogus/kleuren.ts';

/** `contrast` is for sunlight: white ground, dark lines. */
export type MapKleuren = 'licht' | 'donker' | 'contrast';

/** What the background and the selection look like. */
export interface Palet {
  grond: string;
  terrein: Readonly<Record<string, string>>;
  water: string;
  weg: Readonly<Record<string, string>>;
  spoor: string;
  bouwwerk: string;
  pand: string;
  pandrand: string;
  perceel: string;
  grens: string;
  tekst: string;
  tekstStil: string;
  tekstHalo: string;
  /** The selection: a line and the halo around it, which stand out on every ground and on each other. */
  keuze: string;
  keuzeHalo: string;
  accent: string;
  eigenLocatie: string;
}

/** Muted, so that the one strong colour on the map belongs to the question of the person. */
export const paletten: Readonly<Record<MapKleuren, Palet>> = {
  licht: { ...dagKleuren, grens: '#6e4f80', eigenLocatie: '#1565c0' },
  donker: {
    grond: '#1e2528',
    terrein: {
      bos: '#1d3226',
      heide: '#2a2e24',
      oever: '#1c312d',
      akker: '#2b2b22',
      weide: '#223026',
      groen: '#213427',
      berm: '#202e25',
      zand: '#332f23',
      erf: '#1e2528',
      verhard: '#262d30',
    },
    water: '#16344a',
    weg: {
      hoofd: '#5b5237',
      straat: '#434c50',
      erf: '#394145',
      fiets: '#46383a',
      voet: '#2f373a',
      overig: '#2b3235',
      spoorbaan: '#30312f',
    },
    spoor: '#7f8a8f',
    bouwwerk: '#353d40',
    pand: '#3c4548',
    pandrand: '#5a6569',
    perceel: '#5f6b70',
    grens: '#b695c9',
    tekst: '#e6ecee',
    tekstStil: '#b4bfc3',
    tekstHalo: '#141a1c',
    keuze: '#ffe066',
    keuzeHalo: '#0b0f11',
    accent: '#7fd0d9',
    eigenLocatie: '#82b7f5',
  },
  contrast: {
    grond: '#ffffff',
    terrein: {
      bos: '#cfe8c4',
      heide: '#eeeedd',
      oever: '#dff0e4',
      akker: '#ffffff',
      weide: '#f1f8ea',
      groen: '#e2f2da',
      berm: '#eef6e9',
      zand: '#fff8e3',
      erf: '#ffffff',
      verhard: '#f2f2f2',
    },
    water: '#8cc4ea',
    weg: {
      hoofd: '#ffd966',
      straat: '#d9d9d9',
      erf: '#e3e3e3',
      fiets: '#f0c8bb',
      voet: '#ececec',
      overig: '#ececec',
      spoorbaan: '#d0d0d0',
    },
    spoor: '#000000',
    bouwwerk: '#bdbdbd',
    pand: '#b3b3b3',
    pandrand: '#000000',
    perceel: '#4a4a4a',
    grens: '#5b0f8a',
    tekst: '#000000',
    tekstStil: '#000000',
    tekstHalo: '#ffffff',
    keuze: '#000000',
    keuzeHalo: '#ffdd00',
    accent: '#00323a',
    eigenLocatie: '#003d99',
  },
};
