import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../server/http/openapi.ts';
import { apiVersion, operations, schemas } from '../server/operations.ts';
import { leesOpties } from './opties.ts';

leesOpties({ options: {} });

/** `npm run openapi`: writes the description of the API, made from the contracts, to openapi.json. */
writeFileSync(
  join(import.meta.dirname, '..', 'openapi.json'),
  `${JSON.stringify(describeApi(operations, apiVersion, schemas), null, 2)}\n`,
);
