import type { Value } from '../../../db/copy.ts';
import { adresColumns, formatAdres } from '../adressen.ts';
import { bgtColumns, pandKey } from '../bgt.ts';
import { perceelColumns } from '../brk.ts';
import type { TabelLevering } from '../importer.ts';

export interface Feature {
  id: string;
  properties: Readonly<Record<string, unknown>>;
  /** GeoJSON, or null. */
  geometry: object | null;
}

/** A row, or why there is none: left out because it no longer exists, or rejected. */
export type Oordeel = { row: readonly Value[] } | { weggelaten: string } | { afgekeurd: string };

/** How the features of one collection become rows of one table. */
export interface Collectie {
  table: string;
  columns: readonly string[];
  geometry: NonNullable<TabelLevering['geometry']>;
  dubbel?: TabelLevering['dubbel'];
  /** Whether the objects lie against each other, so that together they are the area of which we know all. */
  sluitend: boolean;
  toRow(feature: Feature, geheugen: Geheugen): Oordeel;
}

/** What one collection tells that another needs. */
export interface Geheugen {
  gemeenteCode: string | undefined;
  /** Last part of the address of a pand in the API -> its BAG number; filled when panden come first. */
  panden: Map<string, string>;
}

const text = ({ properties }: Feature, ...names: string[]): string | null => {
  for (const name of names) {
    const value = properties[name];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value).trim();
  }
  return null;
};

const integer = (feature: Feature, ...names: string[]): number | null => {
  const value = Number(text(feature, ...names) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
};

const ontbreekt = (veld: string): Oordeel => ({ afgekeurd: `het veld ${veld} ontbreekt of klopt niet` });

/** BAG statuses after which an object is not there (any more). */
const weg = /ingetrokken|gesloopt|niet gerealiseerd|ten onrechte opgevoerd/i;

/** "0228", "GM0228" or "gm0228" -> gm0228 */
function toGemeenteCode(code: string | null): string | null {
  const [, cijfers] = code?.match(/^(?:gm)?(\d{4})$/i) ?? [];
  return cijfers ? `gm${cijfers}` : null;
}

/** Codes that the BAG uses for a year that nobody knows. */
const onbekendeBouwjaren = [1005, 9999];

const pand: Collectie = {
  table: 'pand',
  columns: ['identificatie', 'bouwjaar', 'status', 'gebruiksdoelen', 'geom'],
  geometry: { column: 'geom', soort: 'vlak' },
  dubbel: 'samenvoegen',
  sluitend: false,
  toRow(feature, { panden }) {
    const lokaalId = text(feature, 'lokaal_id');
    const identificatie = lokaalId
      ? pandKey(text(feature, 'identificatie_bag_pnd'), lokaalId)
      : text(feature, 'identificatie');
    if (!identificatie) return ontbreekt('identificatie');
    if (text(feature, 'eind_registratie', 'termination_date')) return { weggelaten: 'historisch object (beëindigd)' };
    const status = text(feature, 'status');
    if (status && weg.test(status)) return { weggelaten: `pand met status "${status}"` };
    panden.set(feature.id, identificatie);
    const bouwjaar = integer(feature, 'bouwjaar');
    return {
      row: [
        identificatie,
        bouwjaar !== null && onbekendeBouwjaren.includes(bouwjaar) ? null : bouwjaar,
        status,
        toGebruiksdoelen(feature),
        feature.geometry as Value,
      ],
    };
  },
};

function toGebruiksdoelen({ properties }: Feature): string[] {
  const { gebruiksdoel } = properties;
  const parts = Array.isArray(gebruiksdoel) ? gebruiksdoel.map(String) : String(gebruiksdoel ?? '').split(',');
  return parts.map((doel) => doel.trim()).filter(Boolean);
}

const adres: Collectie = {
  table: 'adres',
  columns: adresColumns,
  geometry: { column: 'geom', soort: 'punt' },
  sluitend: false,
  toRow(feature, { gemeenteCode, panden }) {
    const identificatie = text(feature, 'hoofdadres_identificatie', 'identificatie', 'id');
    const straat = text(feature, 'openbare_ruimte_naam', 'straatnaam');
    const huisnummer = integer(feature, 'huisnummer');
    if (!identificatie) return ontbreekt('identificatie');
    const status = text(feature, 'status');
    if (status && weg.test(status)) return { weggelaten: `adres met status "${status}"` };
    if (!straat) return ontbreekt('openbare_ruimte_naam');
    if (huisnummer === null) return ontbreekt('huisnummer');
    const postcode = text(feature, 'postcode')?.replace(/\s/g, '') ?? null;
    const delen = {
      straat,
      huisnummer,
      huisletter: text(feature, 'huisletter') ?? '',
      toevoeging: text(feature, 'toevoeging') ?? '',
      postcode,
      woonplaats: text(feature, 'woonplaats_naam', 'woonplaats'),
    };
    return {
      row: [
        identificatie,
        formatAdres(delen),
        delen.straat,
        delen.huisnummer,
        delen.huisletter,
        delen.toevoeging,
        delen.postcode,
        delen.woonplaats,
        toGemeenteCode(text(feature, 'bronhouder_identificatie')) ?? gemeenteCode ?? null,
        findPand(feature, panden),
        toGebruiksdoelen(feature),
        integer(feature, 'oppervlakte'),
        feature.geometry as Value,
      ],
    };
  },
};

function findPand(feature: Feature, panden: ReadonlyMap<string, string>): string | null {
  const named = text(feature, 'pand_identificatie');
  if (named) return named;
  const hrefs = feature.properties['pand.href'];
  const [href] = Array.isArray(hrefs) ? hrefs : [hrefs];
  return (typeof href === 'string' && panden.get(href.slice(href.lastIndexOf('/') + 1))) || null;
}

const perceel: Collectie = {
  table: 'perceel',
  columns: perceelColumns,
  geometry: { column: 'geom', soort: 'vlak' },
  sluitend: true,
  toRow(feature) {
    const identificatie = text(feature, 'identificatie_lokaal_id', 'identificatie');
    if (!identificatie) return ontbreekt('identificatie_lokaal_id');
    const code = text(feature, 'akr_kadastrale_gemeente_code_waarde');
    if (!code) return ontbreekt('akr_kadastrale_gemeente_code_waarde');
    const sectie = text(feature, 'sectie');
    if (!sectie) return ontbreekt('sectie');
    const nummer = integer(feature, 'perceelnummer');
    if (nummer === null) return ontbreekt('perceelnummer');
    const grootte = Number(text(feature, 'kadastrale_grootte_waarde') ?? Number.NaN);
    return {
      row: [
        identificatie,
        `${code} ${sectie} ${nummer}`,
        text(feature, 'kadastrale_gemeente_waarde') ?? code,
        sectie,
        nummer,
        Number.isFinite(grootte) ? grootte : null,
        text(feature, 'soort_grootte_waarde'),
        feature.geometry as Value,
      ],
    };
  },
};

function bgtObject(soort: string): Collectie {
  const known = (value: string | null) =>
    value && !['waardeOnbekend', 'geenWaarde', 'niet-bgt', 'transitie'].includes(value) ? value : null;
  return {
    table: 'bgt_object',
    columns: bgtColumns,
    geometry: { column: 'geom', soort: 'alles' },
    sluitend: true,
    toRow(feature) {
      const identificatie = text(feature, 'lokaal_id', 'identificatie_lokaal_id');
      if (!identificatie) return ontbreekt('lokaal_id');
      if (text(feature, 'eind_registratie', 'termination_date')) return { weggelaten: 'historisch object (beëindigd)' };
      const hoogte =
        text(feature, 'relatieve_hoogteligging') === null ? 0 : integer(feature, 'relatieve_hoogteligging');
      if (hoogte === null) return ontbreekt('relatieve_hoogteligging');
      const hoek = Number(text(feature, 'hoek') ?? Number.NaN);
      return {
        row: [
          identificatie,
          soort,
          known(text(feature, 'functie')) ?? known(text(feature, 'type')) ?? known(text(feature, 'plus_type')),
          known(text(feature, 'fysiek_voorkomen')) ?? known(text(feature, 'plus_fysiek_voorkomen')),
          text(feature, 'bronhouder'),
          text(feature, 'openbare_ruimte_naam', 'tekst', 'naam'),
          hoogte,
          // The BGT counts clockwise.
          Number.isFinite(hoek) && Math.abs(hoek) <= 360 ? 0 - hoek : null,
          feature.geometry as Value,
        ],
      };
    },
  };
}

function gebied(table: 'gemeente' | 'wijk' | 'buurt'): Collectie {
  const extra = {
    gemeente: [],
    wijk: ['gemeente_code', 'inwoners'],
    buurt: ['wijk_code', 'gemeente_code', 'inwoners'],
  };
  return {
    table,
    columns: ['code', 'naam', ...extra[table], 'geom'],
    geometry: { column: 'geom', soort: 'vlak' },
    sluitend: true,
    toRow(feature) {
      const gemeenteCode = toGemeenteCode(text(feature, 'gemeentecode', 'gemeente_code', 'statcode', 'code'));
      const code = table === 'gemeente' ? gemeenteCode : text(feature, `${table}code`, `${table}_code`, 'statcode');
      const naam = text(feature, `${table}naam`, `${table}_naam`, 'statnaam', 'naam');
      if (!code) return ontbreekt(`${table}code`);
      if (!naam) return ontbreekt(`${table}naam`);
      if (text(feature, 'water')?.toUpperCase() === 'JA')
        return { weggelaten: `${table} die alleen uit water bestaat` };
      // A negative number is how CBS writes that it does not tell.
      const inwoners = integer(feature, 'aantal_inwoners', 'inwoners');
      const values = {
        gemeente_code: gemeenteCode,
        wijk_code: text(feature, 'wijkcode', 'wijk_code'),
        inwoners: inwoners !== null && inwoners >= 0 ? inwoners : null,
      };
      const middle = extra[table].map((column) => values[column as keyof typeof values]);
      return { row: [code, naam, ...middle, feature.geometry as Value] };
    },
  };
}

const bgtSoorten = [
  'bak',
  'begroeidterreindeel',
  'bord',
  'functioneelgebied',
  'gebouwinstallatie',
  'installatie',
  'kast',
  'kunstwerkdeel',
  'mast',
  'onbegroeidterreindeel',
  'ondersteunendwaterdeel',
  'ondersteunendwegdeel',
  'ongeclassificeerdobject',
  'openbareruimtelabel',
  'overbruggingsdeel',
  'overigbouwwerk',
  'overigescheiding',
  'paal',
  'put',
  'scheiding',
  'sensor',
  'spoor',
  'straatmeubilair',
  'tunneldeel',
  'vegetatieobject',
  'waterdeel',
  'waterinrichtingselement',
  'wegdeel',
  'weginrichtingselement',
];

/** The collections that we know, by the id that PDOK gives them. */
export const collecties: Readonly<Record<string, Collectie>> = {
  pand,
  verblijfsobject: adres,
  standplaats: adres,
  ligplaats: adres,
  adres,
  perceel,
  gemeenten: gebied('gemeente'),
  gemeentegebied: gebied('gemeente'),
  wijken: gebied('wijk'),
  buurten: gebied('buurt'),
  ...Object.fromEntries(bgtSoorten.map((soort) => [soort, bgtObject(soort)])),
};
