import * as z from 'zod/mini';
import { apiBase, type Endpoint, inAdres } from './endpoint.ts';

type Json = Record<string, unknown>;

const problem: Json = {
  description: 'Het verzoek klopt niet, of een bron geeft geen antwoord (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'instance'],
        properties: {
          type: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          instance: { type: 'string', format: 'uri' },
          fouten: {
            type: 'array',
            items: { type: 'object', properties: { veld: { type: 'string' }, melding: { type: 'string' } } },
          },
        },
      },
    },
  },
};

/** Describes the API as OpenAPI 3.1, from the contracts. */
export function describeApi(operations: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Omgevingsloket op de kaart',
      version,
      description: 'Wat er op een plaats ligt, wat er is besloten, wat er mag en wat de plaats toelaat.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Modelgemeente', url: 'https://modelgemeente.example', email: 'loket@modelgemeente.example' },
    },
    servers: [{ url: apiBase }],
    paths,
    components: {
      securitySchemes: {
        sessie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-loket-sessie',
          description: 'Cookie na inloggen. Wat iets verandert, vraagt ook de header X-Loket-Verzoek.',
        },
      },
    },
  };
}

function describeOperation(operation: Endpoint): Json {
  const { method, path, role, summary, tag, input, output, antwoord, inhoud } = operation;
  const schema = jsonSchema(input, 'input');
  const { inPath, rest } = splitPath(path, schema);
  const parameters = describeParameters(inPath, 'path').concat(
    inAdres(operation) ? describeParameters(rest, 'query') : [],
  );
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z]+(.)?/g, (_, letter: string = '') => letter.toUpperCase())}`,
    summary,
    tags: [tag],
    ...(role !== 'iedereen' && {
      security: role.anoniem ? [{}, { sessie: [] }] : [{ sessie: [] }],
      description: `Recht: ${role.gegeven} ${role.doe}.`,
    }),
    ...(parameters.length > 0 || inAdres(operation) ? { parameters } : {}),
    ...(inhoud && { requestBody: { required: true, content: { [inhoud]: {} } } }),
    ...(!inAdres(operation) && { requestBody: { required: true, content: { 'application/json': { schema: rest } } } }),
    responses: {
      '200': {
        description: summary,
        headers: { 'API-Version': { schema: { type: 'string' } } },
        content: antwoord ? { [antwoord]: {} } : { 'application/json': { schema: jsonSchema(output, 'output') } },
      },
      default: problem,
    },
  };
}

/** The fields of the input that stand in the path, and the others. */
function splitPath(path: string, schema: Json): { inPath: Json; rest: Json } {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const part = (inPath: boolean) => {
    const has = (name: string) => names.includes(name) === inPath;
    const { properties = {}, required = [], ...others } = schema as { properties?: Json; required?: string[] };
    return {
      ...others,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => has(name))),
      ...(required.some(has) && { required: required.filter(has) }),
    };
  };
  return names.length === 0 ? { inPath: {}, rest: schema } : { inPath: part(true), rest: part(false) };
}

function describeParameters(schema: Json, place: 'path' | 'query'): Json[] {
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const list = property.type === 'array' ? { style: 'form', explode: false } : {};
    return { name, in: place, required: place === 'path' || required.includes(name), schema: property, ...list };
  });
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: described }) => {
      const definition = zodSchema._zod.def as {
        type: string;
        coerce?: boolean;
        in?: { _zod: { def: { type: string } } };
        out?: z.ZodMiniType;
      };
      if (definition.type === 'pipe' && definition.in?._zod.def.type === 'transform' && definition.out) {
        Object.assign(described, jsonSchema(definition.out, io));
      }
    },
  }) as Json;
  return rest;
}
