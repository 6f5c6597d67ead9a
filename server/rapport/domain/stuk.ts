import type { RdPunt } from '../../geo/rd.ts';
import type { Kaartbeeld } from '../contract.ts';
import { schrijfGetal } from './woorden.ts';

/** A part of a document as a person reads it, in reading order. */
export type Blok =
  | { soort: 'kop'; niveau: 1 | 2 | 3; tekst: string }
  /** `stil`: small print. */
  | { soort: 'alinea'; tekst: string; stil?: boolean }
  /** `ernst`: something that a reader must not miss. */
  | { soort: 'melding'; ernst: boolean; titel: string; tekst: string }
  /** Each row: what it is, and its value. */
  | { soort: 'feiten'; naam: string; rijen: [string, string][] }
  /** `breedtes` are parts of the whole width, together 1. */
  | { soort: 'tabel'; naam: string; kop: string[]; breedtes: number[]; rijen: string[][] }
  /** Begins a letter, on a page of its own: to whom it goes, where the window of an envelope shows it. */
  | { soort: 'adres'; regels: string[] }
  /** `tekening`: outlines over the map, RD metres, each with a short name. */
  | {
      soort: 'kaart';
      kaartbeeld: Kaartbeeld;
      punt: RdPunt;
      tekening?: { naam: string; ring: readonly (readonly [number, number])[] }[];
      beschrijving: string;
      bijschrift: string;
    };

/** A document on paper: an extract, a receipt, a besluit. The same content gives the same bytes. Plain data. */
export interface Stuk {
  titel: string;
  /** What it is about, for who searches a folder of files. */
  onderwerp: string;
  /** Who speaks in it: the gemeente. */
  auteur: string;
  /** What it is called at the top of the first page: "Uittreksel", "Besluit". */
  soortnaam: string;
  /** An instant. */
  gemaaktOp: string;
  blokken: Blok[];
  /** At the top of every next page. */
  kopregel: string;
  /** At the foot of every page: at most two lines. */
  voet: string[];
}

export const kop = (niveau: 1 | 2 | 3, tekst: string): Blok => ({ soort: 'kop', niveau, tekst });
export const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst });

/** Nothing where there are no rows. */
export const tabel = (naam: string, koppen: string[], breedtes: number[], rijen: string[][]): Blok[] =>
  rijen.length === 0 ? [] : [{ soort: 'tabel', naam, kop: koppen, breedtes, rijen }];

/** Says that a list is empty. */
export const leeg = (lijst: readonly unknown[], tekst: string): Blok[] => (lijst.length === 0 ? [alinea(tekst)] : []);

/** Under a picture of the map: its scale on paper, and its corners. */
export const schrijfSchaal = ({ schaal, vak }: Kaartbeeld): string =>
  `Schaal 1:${schrijfGetal(schaal)} als u dit op A4 afdrukt zonder te verkleinen. Linksonder x ${schrijfGetal(vak[0])}, y ${schrijfGetal(vak[1])}; rechtsboven x ${schrijfGetal(vak[2])}, y ${schrijfGetal(vak[3])} (RD, in meters).`;
