import * as z from 'zod/mini';
import * as adviezen from './behandelen/adviezen/contract.ts';
import * as behandelen from './behandelen/contract.ts';
import * as publicatie from './behandelen/publicatie/contract.ts';
import * as besluiten from './besluiten/contract.ts';
import * as bijlagen from './bijlagen/contract.ts';
import * as bronnen from './bronnen/contract.ts';
import * as combineren from './combineren/contract.ts';
import * as geo from './geo/contract.ts';
import type { Endpoint } from './http/endpoint.ts';
import * as indienen from './indienen/contract.ts';
import * as buren from './inspraak/buren/contract.ts';
import * as inspraak from './inspraak/contract.ts';
import * as initiatieven from './inspraak/initiatief/contract.ts';
import * as kaart from './kaart/contract.ts';
import * as lagen from './lagen/contract.ts';
import * as locatie from './locatie/contract.ts';
import * as omstandigheden from './omstandigheden/contract.ts';
import * as opdrachten from './opdrachten/contract.ts';
import * as overdracht from './overdracht/contract.ts';
import * as rapport from './rapport/contract.ts';
import * as regels from './regels/contract.ts';
import * as toegang from './toegang/contract.ts';
import * as toezicht from './toezicht/contract.ts';
import * as veiligheidsbeeld from './veiligheid/beeld/contract.ts';
import * as veiligheid from './veiligheid/contract.ts';
import * as verantwoording from './verantwoording/contract.ts';
import * as vergunningcheck from './vergunningcheck/contract.ts';
import * as oordeel from './vergunningcheck/domain/oordeel.ts';
import * as vergunningkaart from './vergunningcheck/omgekeerd/contract.ts';
import * as volgen from './volgen/contract.ts';
import * as tijdlijn from './volgen/tijdlijn/contract.ts';
import * as vormen from './vormen/contract.ts';
import * as zaken from './zaken/contract.ts';

/**
 * The contract of every subject. An endpoint in it is part of the API and of its description; an object that it exports
 * stands there once, as `subject.name`.
 */
const contracts: Record<string, Record<string, unknown>> = {
  geo,
  oordeel,
  locatie,
  vormen,
  kaart,
  regels,
  omstandigheden,
  besluiten,
  lagen,
  bronnen,
  rapport,
  combineren,
  vergunningcheck,
  vergunningkaart,
  indienen,
  bijlagen,
  toegang,
  veiligheid,
  toezicht,
  veiligheidsbeeld,
  verantwoording,
  opdrachten,
  overdracht,
  zaken,
  behandelen,
  adviezen,
  publicatie,
  inspraak,
  initiatieven,
  volgen,
  buren,
  tijdlijn,
};

/** Version of the API, as in the header API-Version. */
export const apiVersion = '1.0.0';

export const operations: Endpoint[] = Object.values(contracts).flatMap((contract) =>
  Object.values(contract).filter(isEndpoint),
);

export const schemas: ReadonlyMap<string, z.ZodMiniObject> = new Map(
  Object.entries(contracts).flatMap(([subject, contract]) =>
    Object.entries(contract).flatMap(([name, value]) =>
      value instanceof z.ZodMiniObject ? [[`${subject}.${name}`, value] as const] : [],
    ),
  ),
);

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'output' in value && 'role' in value;
}
