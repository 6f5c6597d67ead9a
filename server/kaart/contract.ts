import * as z from 'zod/mini';
import { besluiten, leesBesluiten } from '../besluiten/contract.ts';
import { rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { locatie } from '../locatie/contract.ts';
import { omstandigheden } from '../omstandigheden/contract.ts';
import { leesRegels, regels } from '../regels/contract.ts';

/** Stands in the place of a section that failed: what it would have said is unknown. */
export const storing = z.object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string() });
export type Storing = z.infer<typeof storing>;

export const isStoring = (sectie: object): sectie is Storing => 'type' in sectie && 'status' in sectie;

/** The location card as one object: what lies at a place, and the sections as their own endpoints give them. */
export const kaart = z.extend(locatie, {
  regels: z.union([regels, storing]),
  omstandigheden: z.union([omstandigheden, storing]),
  besluiten: z.union([besluiten, storing]),
});
export type Kaart = z.infer<typeof kaart>;

const { straal, maximum } = leesBesluiten.input.shape;

export const leesKaart = endpoint({
  method: 'GET',
  path: '/kaart',
  role: 'iedereen',
  tag: 'Locatie',
  summary: 'De hele kaart van een plaats: wat er ligt, de regels, de omstandigheden en de besluiten',
  input: z.object({ ...rdPuntVelden, datum: leesRegels.input.shape.datum, straal, maximum }),
  output: kaart,
});
