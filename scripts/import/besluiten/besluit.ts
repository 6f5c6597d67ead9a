import type { Value } from '../../../db/copy.ts';
import type { Gemeente, ImportContext, TabelLevering } from '../importer.ts';
import { ImportFault } from '../importer.ts';
import { readTitel } from './titel.ts';

/** A publication, ready for the table besluit. */
export interface Publicatie {
  /** gmb-2024-456130: the first letters tell the blad, and so who publishes. */
  identificatie: string;
  titel: string;
  rubriek: string;
  bevoegdGezag: string;
  gemeenteCode: string | null;
  /** YYYY-MM-DD */
  gepubliceerd: string;
  ontvangen?: string | null;
  zaaknummer?: string | null;
  url: string | null;
  plaatsSoort: PlaatsSoort;
  /** EWKT in EPSG:28992 */
  geom: string;
}

export type PlaatsSoort = 'punt' | 'adres' | 'perceel' | 'lijn' | 'vlak' | 'gemeente';

const kolommen = [
  'identificatie',
  'soort',
  'onderwerp',
  'titel',
  'zaaknummer',
  'procedure',
  'bevoegd_gezag',
  'gemeente_code',
  'gepubliceerd',
  'ontvangen',
  'url',
  'plaats_soort',
  'geom',
];

/** The day of sending is not published, so `verzonden` stays empty: the bezwaar term is then not known. */
export function besluitTabel(publicaties: readonly Publicatie[]): TabelLevering {
  return {
    table: 'besluit',
    columns: kolommen,
    geometry: { column: 'geom', soort: 'alles' },
    rows: publicaties.map((publicatie): Value[] => {
      const { soort, onderwerp, procedure, zaaknummer } = readTitel(publicatie.titel, publicatie.rubriek);
      return [
        publicatie.identificatie,
        soort,
        onderwerp,
        publicatie.titel,
        publicatie.zaaknummer ?? zaaknummer,
        procedure,
        publicatie.bevoegdGezag,
        publicatie.gemeenteCode,
        publicatie.gepubliceerd,
        publicatie.ontvangen ?? null,
        publicatie.url,
        publicatie.plaatsSoort,
        publicatie.geom,
      ];
    }),
  };
}

/** Who publishes in a blad, by the first letters of the identificatie. */
const bladen: Readonly<Record<string, string>> = { gmb: 'Gemeente', prb: 'Provincie', wsb: 'Waterschap' };

export function bladVan(identificatie: string): string | null {
  return bladen[identificatie.split('-')[0] ?? ''] ?? null;
}

/** The option `--gemeente` of both importers. */
export const gemeenteOptie = {
  gemeente: 'gemeentecode waarvoor deze bron telt (gm0228); haar grens is dan het gebied waarvoor wij besluiten kennen',
};

/** @throws ImportFault when the option is not a code */
export async function readGemeenteOptie({ opties, findGemeente }: ImportContext): Promise<Gemeente | null> {
  const { gemeente } = opties;
  if (gemeente === undefined) return null;
  if (!/^gm\d{4}$/i.test(gemeente)) throw new ImportFault(`--gemeente ${gemeente} is geen gemeentecode, zoals gm0228.`);
  const code = gemeente.toLowerCase();
  return (await findGemeente({ code })) ?? { code, naam: '', geom: '' };
}

/** What a bron says of the gemeente for which it counts: its code, and where it speaks when the border is loaded. */
export function bronVan(gemeente: Gemeente | null): { gemeenteCode?: string; dekking?: string } {
  if (!gemeente) return {};
  return { gemeenteCode: gemeente.code, ...(gemeente.geom ? { dekking: gemeente.geom } : {}) };
}

/** A day as YYYY-MM-DD; a moment counts as the day in the Netherlands. Null: not a date. */
export function dagVan(tekst: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(tekst)) return Number.isNaN(Date.parse(tekst)) ? null : tekst;
  const moment = new Date(tekst);
  return Number.isNaN(moment.getTime()) ? null : dagInNederland.format(moment);
}

const dagInNederland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
