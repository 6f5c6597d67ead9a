import { parseDatum } from '../termijnen/datum.ts';
import type { BesluitStand } from './domain/weg.ts';
import type { BesluitRij } from './queries.ts';

/** A notice of the database, as what can be done with it depends on it. */
export const besluitStandVan = ({
  verzonden,
  terInzage,
  gepubliceerd,
  initiatief,
  ...rij
}: BesluitRij): BesluitStand => ({
  ...rij,
  verzonden: parseDatum(verzonden),
  terInzage: parseDatum(terInzage),
  gepubliceerd: parseDatum(gepubliceerd),
  initiatief: initiatief && { kenmerk: initiatief.kenmerk, reagerenTot: parseDatum(initiatief.reagerenTot) },
});
