import * as z from 'zod/mini';
import { apiBase, type Endpoint, inAdres } from './endpoint.ts';

type Json = Record<string, unknown>;
type Names = z.core.$ZodRegistry<{ id: string }>;

const problem: Json = {
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
};

/** Describes the API as OpenAPI 3.1, from the contracts. An answer refers to the schemas that have a name. */
export function describeApi(
  operations: readonly Endpoint[],
  version: string,
  schemas: ReadonlyMap<string, z.ZodMiniType>,
): Json {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of schemas) named.add(schema, { id });
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation, named, components) };
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
      schemas: { ...components, Problem: problem },
      responses: {
        Problem: {
          description: 'Het verzoek klopt niet, of een bron geeft geen antwoord (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      headers: { 'API-Version': { schema: { type: 'string' } } },
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

function describeOperation(operation: Endpoint, named: Names, components: Json): Json {
  const { method, path, role, summary, tag, input, output, antwoord, inhoud } = operation;
  // in full: a field that may be left out here is always there in an answer
  const schema = jsonSchema(input, 'input', z.registry(), {});
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
        headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
        content: antwoord
          ? { [antwoord]: {} }
          : { 'application/json': { schema: jsonSchema(output, 'output', named, components) } },
      },
      default: { $ref: '#/components/responses/Problem' },
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

/** A schema as JSON Schema; the parts of it that have a name are put in `components`. */
function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output', named: Names, components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    metadata: named,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: described }) => {
      const definition = zodSchema._zod.def as {
        type: string;
        coerce?: boolean;
        in?: { _zod: { def: { type: string } } };
        out?: z.ZodMiniType;
      };
      if (definition.type === 'pipe' && definition.in?._zod.def.type === 'transform' && definition.out) {
        Object.assign(described, jsonSchema(definition.out, io, named, components));
      }
    },
  }) as Json;
  Object.assign(components, inComponents($defs));
  return inComponents(rest);
}

/** What JSON Schema looks for beside a schema, OpenAPI keeps in one place. */
const inComponents = <T>(schema: T): T =>
  schema && JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
