import { existsSync, readFileSync } from 'node:fs';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { parse } from 'yaml';

/** What the loket may ask of each API; anything else the mock does not know. */
export const gebruikt = {
  zaken: {
    spec: 'zaken-1.6.0',
    doet: [
      'get /zaken',
      'post /zaken',
      'get /zaken/{uuid}',
      'patch /zaken/{uuid}',
      'get /rollen',
      'post /rollen',
      'get /statussen',
      'get /statussen/{uuid}',
      'post /statussen',
      'get /resultaten',
      'get /resultaten/{uuid}',
      'post /resultaten',
      'get /zaakobjecten',
      'post /zaakobjecten',
      'get /zaakinformatieobjecten',
      'post /zaakinformatieobjecten',
      'get /zaken/{zaak_uuid}/zaakeigenschappen',
      'post /zaken/{zaak_uuid}/zaakeigenschappen',
    ],
  },
  documenten: {
    spec: 'documenten-1.6.0',
    doet: [
      'get /enkelvoudiginformatieobjecten',
      'post /enkelvoudiginformatieobjecten',
      'patch /enkelvoudiginformatieobjecten/{uuid}',
      'post /enkelvoudiginformatieobjecten/{uuid}/lock',
      'post /enkelvoudiginformatieobjecten/{uuid}/unlock',
      'put /bestandsdelen/{uuid}',
    ],
  },
  besluiten: {
    spec: 'besluiten-1.1.0',
    doet: ['get /besluiten', 'post /besluiten', 'get /besluitinformatieobjecten', 'post /besluitinformatieobjecten'],
  },
  catalogi: {
    spec: 'catalogi-1.3.3',
    doet: [
      'get /catalogussen',
      'get /zaaktypen',
      'get /statustypen',
      'get /statustypen/{uuid}',
      'get /resultaattypen',
      'get /resultaattypen/{uuid}',
      'get /roltypen',
      'get /eigenschappen',
      'get /informatieobjecttypen',
      'get /besluittypen',
    ],
  },
} as const;
export type Api = keyof typeof gebruikt;

export type Json = Record<string, unknown>;
export type Operaties = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

const map = new URL('../../shared/data/zgw/', import.meta.url);
export const heeftSpecificaties = existsSync(map);

/**
 * The operations of a specification of the VNG that are used here.
 *
 * Five things in it stop Prism, which then checks nothing and says nothing: references to other files (only for
 * `_expand`), a pattern that is no regular expression under /u, a keyword in schemas that it cannot merge, `nullable`
 * without a type, and headers named Content-Type, which OpenAPI says to ignore. They are taken out; what is left is
 * checked, and a test proves it for each kind of thing that is made.
 */
export async function leesOperaties(api: Api): Promise<Operaties> {
  const { spec, doet } = gebruikt[api];
  const schoon = (deel: unknown): unknown => {
    if (Array.isArray(deel)) return deel.map(schoon);
    if (typeof deel !== 'object' || deel === null) return deel;
    const { $ref, ...rest } = deel as { $ref?: string } & Json;
    if (typeof $ref === 'string') return $ref.startsWith('#') ? { $ref } : {};
    if (rest.nullable && rest.type === undefined) delete rest.nullable;
    if (rest.pattern === '[a-z\\_]+') rest.pattern = '^[a-z_]+$';
    return Object.fromEntries(
      Object.entries(rest).flatMap(([sleutel, waarde]) =>
        sleutel === '_expand' || sleutel === 'externalDocs' ? [] : [[sleutel, schoon(waarde)]],
      ),
    );
  };
  const document = schoon(parse(readFileSync(new URL(`${spec}.openapi.yaml`, map), 'utf8'))) as {
    paths: Record<string, Record<string, { parameters?: { name?: string }[] }>>;
    components: Record<string, Json>;
  };
  const paths: typeof document.paths = {};
  for (const doen of doet) {
    const [methode, pad] = doen.split(' ') as [string, string];
    const gevonden = document.paths[pad]?.[methode];
    if (!gevonden) throw new Error(`${spec} does not know ${doen}`);
    const parameters = (gevonden.parameters ?? []).filter(({ name }) => name !== 'Content-Type');
    const vanPad = document.paths[pad]?.parameters;
    paths[pad] = { ...paths[pad], ...(vanPad && { parameters: vanPad }), [methode]: { ...gevonden, parameters } };
  }
  return getHttpOperationsFromSpec({ ...document, paths, components: bereikt(document.components, paths) });
}

/** Of the components only those that the paths come to: the rest costs seconds. */
function bereikt(components: Record<string, Json>, paths: unknown): Record<string, Json> {
  const gezien: Record<string, Json> = {};
  const loop = (deel: unknown): void => {
    if (typeof deel === 'string' && deel.startsWith('#/components/')) {
      const [, , soort, naam] = deel.split('/') as [string, string, string, string];
      if (gezien[soort]?.[naam] !== undefined) return;
      gezien[soort] = { ...gezien[soort], [naam]: components[soort]?.[naam] };
      loop(components[soort]?.[naam]);
    } else if (typeof deel === 'object' && deel !== null) Object.values(deel).forEach(loop);
  };
  loop(paths);
  return { ...gezien, ...(components.securitySchemes && { securitySchemes: components.securitySchemes }) };
}
