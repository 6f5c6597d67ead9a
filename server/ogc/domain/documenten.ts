import type { LaagDefinitie } from '../../lagen/catalogus/laag.ts';
import { conformsTo, type Link, mediaTypes } from '../contract.ts';
import type { Aanbod, Collectie, EigenschapMetKolom, Tegelgroep } from './collecties.ts';
import { type Box, crs84, crsLijst, opslagCrs } from './crs.ts';
import { filterbaar, geometrieNaam } from './filter.ts';

/** The documents of OGC API Features and Tiles, as plain objects. `basis` is the address of the landing page. */

type Json = Record<string, unknown>;

const tilesRel = 'http://www.opengis.net/def/rel/ogc/1.0';
const matrixSetUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad';
const webMercator = 'http://www.opengis.net/def/crs/EPSG/0/3857';
export const matrixSet = 'WebMercatorQuad';

/** The links of a document to itself and to its other form. */
const zelf = (href: string, type: string = mediaTypes.json): Link[] => [
  { href, rel: 'self', type, title: 'Dit document' },
  { href: `${href}?f=html`, rel: 'alternate', type: mediaTypes.html, title: 'Dit document als pagina' },
];

export function landingPage(basis: string) {
  return {
    title: 'Open gegevens van het Omgevingsloket op de kaart',
    description:
      'De lagen van de kaart als open gegevens: percelen, panden, besluiten, regels en omstandigheden. ' +
      'Te lezen met QGIS, ogr2ogr en elk programma dat OGC API Features kent.',
    links: [
      ...zelf(basis),
      {
        href: `${basis}/openapi.json`,
        rel: 'service-desc',
        type: mediaTypes.openapi,
        title: 'Beschrijving van de API',
      },
      { href: `${basis}/api`, rel: 'service-doc', type: mediaTypes.html, title: 'Uitleg van de API' },
      {
        href: `${basis}/conformance`,
        rel: 'conformance',
        type: mediaTypes.json,
        title: 'Welke standaarden wij volgen',
      },
      { href: `${basis}/collections`, rel: 'data', type: mediaTypes.json, title: 'De gegevens' },
      { href: `${basis}/tiles`, rel: `${tilesRel}/tilesets-vector`, type: mediaTypes.json, title: 'De tegels' },
      {
        href: `${basis}/tileMatrixSets`,
        rel: `${tilesRel}/tiling-schemes`,
        type: mediaTypes.json,
        title: 'De tegelindeling',
      },
    ] satisfies Link[],
  };
}

export const conformance = (basis: string) => ({ links: zelf(`${basis}/conformance`), conformsTo });

/** What the data itself says of a collection. */
export interface Omvang {
  vak: Box | null;
  dagen: readonly [string | null, string | null] | null;
}

export function collecties(basis: string, { collecties }: Aanbod, omvangen: ReadonlyMap<string, Omvang>) {
  return {
    links: zelf(`${basis}/collections`),
    crs: crsLijst.map(({ uri }) => uri),
    collections: [
      ...[...collecties.values()].map((een) => ({ ...collectie(basis, een, omvangen.get(een.id)), crs: ['#/crs'] })),
    ],
  };
}

export function collectie(basis: string, { id, titel, beschrijving }: Collectie, omvang: Omvang | undefined) {
  const hier = `${basis}/collections/${id}`;
  return {
    id,
    title: titel,
    description: beschrijving,
    itemType: 'feature',
    ...(omvang?.vak || omvang?.dagen
      ? {
          extent: {
            ...(omvang.vak ? { spatial: { bbox: [omvang.vak], crs: crs84.uri } } : {}),
            ...(omvang.dagen ? { temporal: { interval: [omvang.dagen.map(beginVanDag)] } } : {}),
          },
        }
      : {}),
    crs: crsLijst.map(({ uri }) => uri),
    storageCrs: opslagCrs.uri,
    links: [
      ...zelf(hier),
      { href: `${hier}/items`, rel: 'items', type: mediaTypes.geojson, title: `${titel}, als GeoJSON` },
      { href: `${hier}/items?f=html`, rel: 'items', type: mediaTypes.html, title: `${titel}, als lijst` },
      {
        href: `${hier}/queryables`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
        type: mediaTypes.schema,
        title: 'Waarop u kunt filteren',
      },
      {
        href: `${hier}/tiles`,
        rel: `${tilesRel}/tilesets-vector`,
        type: mediaTypes.json,
        title: 'Als tegels voor een kaart',
      },
    ] satisfies Link[],
  };
}

const beginVanDag = (dag: string | null) => (dag === null ? null : `${dag}T00:00:00Z`);

/** Layers that share a tile set. The set has an address; its features stand in the collections of the layers. */
export function tegelgroep(basis: string, { id, lagen }: Tegelgroep) {
  const hier = `${basis}/collections/${id}`;
  return {
    id,
    title: titelVan(id, lagen),
    description: `Alleen tegels, van deze lagen samen: ${lagen.map(({ gegevens }) => gegevens.titel).join(', ')}. De gegevens staan per laag in een eigen collectie.`,
    itemType: 'tile',
    crs: [webMercator],
    links: [
      ...zelf(hier),
      { href: `${hier}/tiles`, rel: `${tilesRel}/tilesets-vector`, type: mediaTypes.json, title: 'De tegels' },
      ...lagen.map((laag) => ({
        href: `${basis}/collections/${laag.id}`,
        rel: 'related',
        type: mediaTypes.json,
        title: laag.gegevens.titel,
      })),
    ] satisfies Link[],
  };
}

const jsonSchemaVan: Readonly<Record<EigenschapMetKolom['type'], Json>> = {
  string: { type: 'string' },
  strings: { type: 'array', items: { type: 'string' } },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
};

/** The JSON Schema of what can stand in a filter. */
export function queryables(basis: string, van: Collectie) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${basis}/collections/${van.id}/queryables`,
    type: 'object',
    title: van.titel,
    description: van.beschrijving,
    properties: {
      [geometrieNaam]: { title: 'De vorm', 'x-ogc-role': 'primary-geometry', format: 'geometry-any' },
      ...Object.fromEntries(
        filterbaar(van).map(([naam, { titel, type }]) => [naam, { title: titel, ...jsonSchemaVan[type] }]),
      ),
    },
    additionalProperties: false,
  };
}

/** The schema of one property as OpenAPI writes it. */
export const schemaVan = ({ titel, type }: EigenschapMetKolom): Json => ({ title: titel, ...jsonSchemaVan[type] });

/** All sets of tiles: the ones of `aanbod`, also those that several layers share. */
export function alleTilesets(basis: string, { tegelsets }: Aanbod) {
  return {
    links: zelf(`${basis}/tiles`),
    tilesets: [...tegelsets].map(([id, lagen]) => tilesetItem(basis, id, id, titelVan(id, lagen))),
  };
}

const titelVan = (id: string, lagen: readonly LaagDefinitie[]) =>
  lagen.find((laag) => laag.id === id)?.gegevens.titel ?? `${id[0]?.toUpperCase()}${id.slice(1)}`;

export const tilesets = (basis: string, id: string, tegelset: string, titel: string) => ({
  links: zelf(`${basis}/collections/${id}/tiles`),
  tilesets: [tilesetItem(basis, id, tegelset, titel)],
});

const tilesetItem = (basis: string, id: string, tegelset: string, titel: string) => ({
  title: titel,
  dataType: 'vector',
  crs: webMercator,
  tileMatrixSetURI: matrixSetUri,
  links: [
    { href: `${basis}/collections/${id}/tiles/${matrixSet}`, rel: 'self', type: mediaTypes.json, title: titel },
    ...tegelLinks(basis, tegelset),
  ],
});

export function tileset(basis: string, id: string, tegelset: string, titel: string, lagen: readonly LaagDefinitie[]) {
  return {
    title: titel,
    dataType: 'vector',
    crs: webMercator,
    tileMatrixSetURI: matrixSetUri,
    layers: lagen.map((laag) => ({
      id: laag.id,
      title: laag.gegevens.titel,
      dataType: 'vector',
      minTileMatrix: String(laag.minZoom),
      links: [
        { href: `${basis}/collections/${laag.id}`, rel: 'geodata', type: mediaTypes.json, title: 'De gegevens zelf' },
      ],
    })),
    links: [...zelf(`${basis}/collections/${id}/tiles/${matrixSet}`), ...tegelLinks(basis, tegelset)],
  };
}

function tegelLinks(basis: string, tegelset: string): Link[] {
  return [
    {
      href: `${basis}/tileMatrixSets/${matrixSet}`,
      rel: `${tilesRel}/tiling-scheme`,
      type: mediaTypes.json,
      title: 'De tegelindeling',
    },
    {
      href: `${basis}/collections/${tegelset}/tiles/${matrixSet}/{tileMatrix}/{tileRow}/{tileCol}`,
      rel: 'item',
      type: mediaTypes.mvt,
      title: 'Een tegel',
      templated: true,
    },
  ];
}

export function matrixSets(basis: string) {
  return {
    links: zelf(`${basis}/tileMatrixSets`),
    tileMatrixSets: [
      {
        id: matrixSet,
        title: 'Google Maps Compatible for the World',
        uri: matrixSetUri,
        crs: webMercator,
        links: [{ href: `${basis}/tileMatrixSets/${matrixSet}`, rel: 'self', type: mediaTypes.json, title: matrixSet }],
      },
    ],
  };
}

/** Half the width of the world in web mercator, in metres. */
const halveWereld = 20_037_508.342_789_2;
/** Width in metres of a pixel of 0.28 mm, as the standard defines the scale. */
const pixel = 0.000_28;

/** @source OGC 17-083r4, annex D.1 */
export function webMercatorQuad(basis: string) {
  return {
    id: matrixSet,
    title: 'Google Maps Compatible for the World',
    uri: matrixSetUri,
    crs: webMercator,
    orderedAxes: ['X', 'Y'],
    wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
    links: zelf(`${basis}/tileMatrixSets/${matrixSet}`),
    tileMatrices: Array.from({ length: 25 }, (_, z) => {
      const cellSize = (2 * halveWereld) / 256 / 2 ** z;
      return {
        id: String(z),
        scaleDenominator: cellSize / pixel,
        cellSize,
        pointOfOrigin: [-halveWereld, halveWereld],
        tileWidth: 256,
        tileHeight: 256,
        matrixWidth: 2 ** z,
        matrixHeight: 2 ** z,
      };
    }),
  };
}
