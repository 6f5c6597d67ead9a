import { bijbehorendBouwwerk } from './bijbehorend-bouwwerk.ts';
import type { Kind } from './geval.ts';
import { hotspots } from './hotspots.ts';
import { termijnen } from './termijnen.ts';
import { werkzaamheid } from './werkzaamheid.ts';

/** Every kind of case file, by the name that the command takes. */
export const kinds: Readonly<Record<string, Kind>> = {
  'bijbehorend-bouwwerk': bijbehorendBouwwerk,
  hotspots,
  termijnen,
  werkzaamheid,
};
