import { stat } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Value } from '../../db/copy.ts';
import { haalBestand } from './bestand.ts';
import { type GdalFeature, readWithGdal } from './gdal.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';

const leeg = z.nullish(z.string());

const adresFeature = z.object({
  id: z.string().check(z.minLength(1)),
  straatnaam: z.string().check(z.minLength(1)),
  huisnummer: z.coerce.number().check(z.int(), z.gte(1), z.lte(99_999)),
  huisletter: leeg,
  toevoeging: leeg,
  postcode: z.nullish(z.string().check(z.regex(/^\d{4} ?[A-Z]{2}$/))),
  woonplaats: leeg,
});

export const adresColumns = [
  'identificatie',
  'weergave',
  'straat',
  'huisnummer',
  'huisletter',
  'toevoeging',
  'postcode',
  'woonplaats',
  'gemeente_code',
  'pand_identificatie',
  'gebruiksdoelen',
  'oppervlakte_m2',
  'geom',
] as const;

export interface Adres {
  straat: string;
  huisnummer: number;
  huisletter: string;
  toevoeging: string;
  /** 1234AB */
  postcode: string | null;
  woonplaats: string | null;
}

/** An adres as a person writes it: "Brummelweg 13A-2, 6731 SW Otterlo". */
export function formatAdres({ straat, huisnummer, huisletter, toevoeging, postcode, woonplaats }: Adres): string {
  const nummer = `${huisnummer}${huisletter}${toevoeging && `-${toevoeging}`}`;
  const plaats = [postcode?.replace(/^(\d{4})/, '$1 '), woonplaats].filter(Boolean).join(' ');
  return [`${straat} ${nummer}`, plaats].filter(Boolean).join(', ');
}

/** Adressen (points) in a vector file with the columns of the INSPIRE addresses of PDOK. */
export const adressen: Importer = {
  naam: 'adressen',
  uitleg: 'Adressen: GeoPackage (of ander vectorbestand) met straatnaam, huisnummer, postcode en woonplaats',
  tabellen: ['adres'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('adressen', context);
    const path = await haalBestand(pad, context);
    if ((await stat(path)).isDirectory()) throw new ImportFault(`${pad} is een map. Geef één bestand met adressen.`);
    const bron: Bron = {
      id,
      soort: 'adressen',
      naam: 'Adressen (Basisregistratie Adressen en Gebouwen)',
      licentie: 'CC0 1.0',
      url: 'https://www.pdok.nl/introductie/-/article/adressen-inspire-geharmoniseerd-',
      ...(gemeenteCode ? { gemeenteCode } : {}),
      peildatum: peildatum ?? (await lastChangeOf(path, context)),
      dekking: 'concaaf',
    };
    return [
      {
        bron,
        tabellen: [
          {
            table: 'adres',
            columns: adresColumns,
            geometry: { column: 'geom', soort: 'punt' },
            rows: readAdressen(path, bron, context),
          },
        ],
      },
    ];
  },
};

/** The day on which a GeoPackage last changed. */
async function lastChangeOf(path: string, { tijdelijkeMap }: ImportContext): Promise<string> {
  const sql = 'SELECT max(last_change) AS dag FROM gpkg_contents';
  try {
    for await (const { properties } of readWithGdal(path, { tijdelijkeMap, sql, crs: 'EPSG:28992' })) {
      const dag = String(properties.dag ?? '')
        .replaceAll('/', '-')
        .slice(0, 10);
      if (/^\d{4}-\d\d-\d\d$/.test(dag)) return dag;
    }
  } catch (error) {
    if (!(error instanceof ImportFault) || error.message.includes('apt-get')) throw error;
  }
  throw new ImportFault(
    'In dit bestand staat niet van welke dag het is, of het is geen bestand met adressen. Geef --peildatum.',
  );
}

async function* readAdressen(
  path: string,
  { id, gemeenteCode }: Bron,
  { keurAf, tijdelijkeMap }: ImportContext,
): AsyncGenerator<readonly Value[]> {
  let recognised = false;
  for await (const { properties, geometry } of readWithGdal(path, { tijdelijkeMap })) {
    if (!recognised && !('straatnaam' in properties && 'huisnummer' in properties)) {
      throw new ImportFault(`In ${path} staan geen adressen: de kolommen straatnaam en huisnummer ontbreken.`);
    }
    recognised = true;
    const row = toRow(properties, geometry, gemeenteCode);
    if (typeof row === 'string') keurAf(id, row, String(properties.id ?? ''));
    else yield row;
  }
}

function toRow(
  properties: GdalFeature['properties'],
  geometry: GdalFeature['geometry'],
  gemeenteCode: string | undefined,
): readonly Value[] | string {
  const read = adresFeature.safeParse(properties);
  if (!read.success) return `het veld ${read.error.issues[0]?.path.join('.')} ontbreekt of klopt niet`;
  const { id, straatnaam, huisnummer, huisletter, toevoeging, postcode, woonplaats } = read.data;
  const adres: Adres = {
    straat: straatnaam,
    huisnummer,
    huisletter: huisletter ?? '',
    toevoeging: toevoeging ?? '',
    postcode: postcode?.replace(' ', '') ?? null,
    woonplaats: woonplaats || null,
  };
  return [
    id,
    formatAdres(adres),
    adres.straat,
    adres.huisnummer,
    adres.huisletter,
    adres.toevoeging,
    adres.postcode,
    adres.woonplaats,
    gemeenteCode ?? null,
    null,
    [],
    null,
    geometry as Value,
  ];
}
