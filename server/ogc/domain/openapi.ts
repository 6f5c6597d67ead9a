import { conformsTo, filterMaximum, itemsParameters, limietMaximum, limietStandaard, mediaTypes } from '../contract.ts';
import type { Aanbod, Collectie } from './collecties.ts';
import { crs84, crsLijst } from './crs.ts';
import { schemaVan } from './documenten.ts';
import { filterbaar } from './filter.ts';

type Json = Record<string, unknown>;

const param = (naam: string) => ({ $ref: `#/components/parameters/${naam}` });

const antwoord = (description: string, types: Readonly<Record<string, Json>>): Json => ({
  '200': {
    description,
    headers: { 'API-Version': { schema: { type: 'string' } } },
    content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
  },
  default: { $ref: '#/components/responses/probleem' },
});

const document = (description: string, summary: string, operationId: string, parameters: Json[] = []): Json => ({
  get: {
    tags: ['OGC API'],
    summary,
    operationId,
    parameters: [...parameters, param('f')],
    responses: antwoord(description, { [mediaTypes.json]: { type: 'object' }, [mediaTypes.html]: { type: 'string' } }),
  },
});

const query = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'query',
  description,
  required: false,
  style: 'form',
  explode: false,
  schema,
});

const crsSchema: Json = { type: 'string', format: 'uri', enum: crsLijst.map(({ uri }) => uri), default: crs84.uri };

/** Describes this part of the API as OpenAPI 3.0: the form that the standard and the programs that read it know. */
export function ogcOpenapi(basis: string, { collecties, tegelsets }: Aanbod, versie: string): Json {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Open gegevens van het Omgevingsloket op de kaart',
      description: 'OGC API Features en OGC API Tiles over de lagen van de kaart.',
      version: versie,
      license: { name: 'EUPL-1.2' },
      contact: { name: 'Modelgemeente', url: 'https://modelgemeente.example', email: 'loket@modelgemeente.example' },
    },
    servers: [{ url: basis }],
    tags: [{ name: 'OGC API' }, { name: 'Gegevens' }],
    paths: {
      '/': document('De ingang', 'De ingang van de open gegevens', 'leesIngang'),
      '/conformance': document(
        'De standaarden',
        `Welke ${conformsTo.length} delen van standaarden wij volgen`,
        'leesConformance',
      ),
      '/collections': document('De collecties', 'Welke gegevens er zijn', 'leesCollecties'),
      '/collections/{collectionId}': document('De collectie', 'Eén collectie', 'leesCollectie', [
        param('collectionId'),
      ]),
      '/collections/{collectionId}/queryables': document(
        'Het JSON Schema',
        'Waarop u kunt filteren',
        'leesQueryables',
        [param('collectionId')],
      ),
      '/collections/{collectionId}/tiles': document('De sets tegels', 'De collectie als tegels', 'leesTegelsets', [
        param('collectionId'),
      ]),
      '/collections/{collectionId}/tiles/WebMercatorQuad': document('De set tegels', 'Eén set tegels', 'leesTegelset', [
        param('collectionId'),
      ]),
      '/tiles': document('De sets tegels', 'Alle sets tegels', 'leesAlleTegelsets'),
      '/tileMatrixSets': document('De indelingen', 'De tegelindelingen', 'leesTegelindelingen'),
      '/tileMatrixSets/WebMercatorQuad': document('De indeling', 'De tegelindeling', 'leesTegelindeling'),
      '/collections/{tegelset}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}': {
        get: {
          tags: ['OGC API'],
          summary: 'Eén tegel',
          operationId: 'leesTegel',
          parameters: [
            { name: 'tegelset', in: 'path', required: true, schema: { type: 'string', enum: [...tegelsets.keys()] } },
            ...['tileMatrix', 'tileRow', 'tileCol'].map((name) => ({
              name,
              in: 'path',
              required: true,
              schema: { type: 'integer', minimum: 0 },
            })),
          ],
          responses: {
            ...antwoord('De tegel', { [mediaTypes.mvt]: { type: 'string', format: 'binary' } }),
            '204': { description: 'Hier is niets te tekenen' },
          },
        },
      },
      ...Object.assign({}, ...[...collecties.values()].map(gegevensPaden)),
    },
    components: {
      parameters: {
        f: query('f', 'De vorm van het antwoord; zonder f beslist de header Accept.', {
          type: 'string',
          enum: ['json', 'html'],
        }),
        collectionId: {
          name: 'collectionId',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: [...new Set([...collecties.keys(), ...tegelsets.keys()])] },
        },
        featureId: { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } },
        limit: query('limit', 'Hoeveel objecten er op een pagina staan. Meer dan het maximum telt als het maximum.', {
          type: 'integer',
          minimum: 1,
          maximum: limietMaximum,
          default: limietStandaard,
        }),
        na: query('na', 'Alleen objecten waarvan de sleutel hierna komt. Gebruik de link "next".', {
          type: 'string',
          maxLength: 500,
        }),
        bbox: query('bbox', 'Alleen objecten die dit vak raken: west, zuid, oost, noord in het stelsel van bbox-crs.', {
          type: 'array',
          oneOf: [
            { minItems: 4, maxItems: 4 },
            { minItems: 6, maxItems: 6 },
          ],
          items: { type: 'number' },
        }),
        'bbox-crs': query('bbox-crs', 'Het stelsel van bbox.', crsSchema),
        crs: query('crs', 'Het stelsel van het antwoord.', crsSchema),
        datetime: query(
          'datetime',
          'Alleen objecten van deze dag of periode: 2026-01-31, of 2026-01-01/2026-01-31, met .. als open einde.',
          { type: 'string' },
        ),
        filter: query('filter', 'Een voorwaarde in CQL2.', { type: 'string', maxLength: filterMaximum }),
        'filter-lang': query('filter-lang', 'De taal van filter.', {
          type: 'string',
          enum: ['cql2-text', 'cql2-json'],
          default: 'cql2-text',
        }),
        'filter-crs': query('filter-crs', 'Het stelsel van de vormen in filter.', crsSchema),
      },
      responses: {
        probleem: {
          description: 'Het verzoek klopt niet, of er is iets mis bij ons (RFC 9457)',
          content: {
            'application/problem+json': {
              schema: {
                type: 'object',
                required: ['type', 'title', 'status', 'detail', 'instance'],
                properties: {
                  type: { type: 'string' },
                  title: { type: 'string' },
                  status: { type: 'integer' },
                  detail: { type: 'string' },
                  instance: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  };
}

function gegevensPaden(van: Collectie): Json {
  const eigenschappen = Object.fromEntries(
    [...van.eigenschappen].map(([naam, eigenschap]) => [naam, { ...schemaVan(eigenschap), nullable: true }]),
  );
  const feature: Json = {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { type: 'object', nullable: true },
      properties: { type: 'object', properties: eigenschappen },
    },
  };
  const naam = van.id.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase());

  return {
    [`/collections/${van.id}/items`]: {
      get: {
        tags: ['Gegevens'],
        summary: van.titel,
        description: van.beschrijving,
        operationId: `lees${naam}`,
        parameters: [
          ...itemsParameters.map(param),
          ...filterbaar(van).map(([eigen, eigenschap]) => query(eigen, eigenschap.titel, schemaVan(eigenschap))),
        ],
        responses: antwoord('Eén pagina', {
          [mediaTypes.geojson]: {
            type: 'object',
            required: ['type', 'features'],
            properties: {
              type: { type: 'string', enum: ['FeatureCollection'] },
              features: { type: 'array', items: feature },
              links: { type: 'array', items: { type: 'object' } },
              timeStamp: { type: 'string', format: 'date-time' },
              numberMatched: { type: 'integer', minimum: 0 },
              numberReturned: { type: 'integer', minimum: 0 },
            },
          },
          [mediaTypes.html]: { type: 'string' },
        }),
      },
    },
    [`/collections/${van.id}/items/{featureId}`]: {
      get: {
        tags: ['Gegevens'],
        summary: `Eén object uit ${van.titel}`,
        operationId: `leesEen${naam}`,
        parameters: [param('featureId'), param('f'), param('crs')],
        responses: antwoord('Het object', { [mediaTypes.geojson]: feature, [mediaTypes.html]: { type: 'string' } }),
      },
    },
  };
}
