import * as z from 'zod/mini';
import { apiBase, type Endpoint } from './endpoint.ts';

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
  };
}

function describeOperation({ method, path, summary, tag, input, output }: Endpoint): Json {
  const schema = jsonSchema(input, 'input');
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z]+(.)?/g, (_, letter: string = '') => letter.toUpperCase())}`,
    summary,
    tags: [tag],
    ...(method === 'GET'
      ? { parameters: parameters(path, schema) }
      : { requestBody: { required: true, content: { 'application/json': { schema } } } }),
    responses: {
      '200': {
        description: summary,
        headers: { 'API-Version': { schema: { type: 'string' } } },
        content: { 'application/json': { schema: jsonSchema(output, 'output') } },
      },
      default: problem,
    },
  };
}

function parameters(path: string, schema: Json): Json[] {
  const required = (schema.required ?? []) as string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const inPath = path.includes(`:${name}`);
    const list = property.type === 'array' ? { style: 'form', explode: false } : {};
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || required.includes(name),
      schema: property,
      ...list,
    };
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
