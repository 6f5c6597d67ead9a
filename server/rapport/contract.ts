import * as z from 'zod/mini';
import { besluit, besluiten, leesBesluiten } from '../besluiten/contract.ts';
import { datum, omhullende } from '../geo/contract.ts';
import { rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { storing } from '../kaart/contract.ts';
import { locatie, pand, perceel } from '../locatie/contract.ts';
import { omstandigheden } from '../omstandigheden/contract.ts';
import { regels } from '../regels/contract.ts';

/** Something that this extract does not tell, why, and what to do about it. */
export const ontbrekend = z.object({
  onderdeel: z.enum(['plaats', 'regels', 'omstandigheden', 'besluiten', 'kaart']),
  wat: z.string(),
  reden: z.string(),
  volgendeStap: z.string(),
});
export type Ontbrekend = z.infer<typeof ontbrekend>;

const delen = z.array(z.array(z.tuple([z.number(), z.number()])));

/** What the picture of the map shows, in RD metres: enough to draw it again without the data. */
export const kaartbeeld = z.object({
  /** 500 means 1:500 on A4. */
  schaal: z.number(),
  vak: omhullende,
  /** From below to above. */
  objecten: z.array(
    z.object({
      /** As in the catalogue of layers; `klasse` is what its colour depends on. */
      laag: z.string(),
      klasse: z.nullable(z.string()),
      vorm: z.enum(['vlak', 'lijn']),
      /** Of a vlak the rings, borders of holes included; of a lijn its parts. Cut off at `vak`. */
      delen,
    }),
  ),
  labels: z.array(
    z.object({ laag: z.string(), tekst: z.string(), punt: rdPunt, /** Degrees, clockwise. */ hoek: z.number() }),
  ),
  /** The chosen perceel, exact; null: the place is a point. */
  perceel: z.nullable(delen),
  /** There was more to draw than fits in a picture. */
  onvolledig: z.boolean(),
});
export type Kaartbeeld = z.infer<typeof kaartbeeld>;

/**
 * What the loket says of a place for a day: the location card as one object. The hash is taken of this.
 *
 * It is the card of the API with two differences, so that the same data gives the same content in any database.
 * Numbers that a database hands out (`regelingId`, `regeltekstId`) count from 1 in the order of the extract, and shapes
 * are in RD metres only, in `kaartbeeld`.
 *
 * The text of an artikel is not in it: `regelteksten` names each text that is cited by the identification of its official
 * publication and its SHA-256, so that a text that was changed shows.
 */
export const uittrekselInhoud = z.object({
  versie: z.literal(1),
  /** `datum` is the day of which the rules are told and from which the days left to react are counted. */
  vraag: z.object({ punt: rdPunt, datum: z.string(), straalM: z.number() }),
  locatie: z.extend(z.omit(locatie, { lonLat: true }), {
    perceel: z.nullable(z.omit(perceel, { geometrie: true })),
    panden: z.array(z.omit(pand, { geometrie: true })),
  }),
  regels: z.union([
    z.extend(regels, {
      regelteksten: z.array(
        z.object({
          id: z.number(),
          regelingId: z.number(),
          identificatie: z.string(),
          artikel: z.string(),
          sha256: z.string(),
        }),
      ),
    }),
    storing,
  ]),
  omstandigheden: z.union([omstandigheden, storing]),
  besluiten: z.union([z.extend(besluiten, { besluiten: z.array(z.omit(besluit, { geometrie: true })) }), storing]),
  kaartbeeld: z.union([kaartbeeld, storing]),
  /** Everything above that we do not know, in one list. */
  ontbreekt: z.array(ontbrekend),
});
export type UittrekselInhoud = z.infer<typeof uittrekselInhoud>;

const kenmerken = {
  id: z.string(),
  /** SHA-256 of the canonical JSON (RFC 8785) of `inhoud`. */
  hash: z.string(),
  gemaaktOp: z.string(),
  /** YYYY-MM-DD: the last day on which it can be asked for. */
  bewaardTot: z.string(),
  json: z.string(),
  pdf: z.string(),
};

export const uittreksel = z.object({
  ...kenmerken,
  /** False: what is kept is no longer what was made. */
  hashKlopt: z.boolean(),
  schema: z.string(),
  inhoud: uittrekselInhoud,
});
export type Uittreksel = z.infer<typeof uittreksel>;

export const maakUittreksel = endpoint({
  method: 'POST',
  path: '/uittreksels',
  role: 'iedereen',
  tag: 'Uittreksels',
  summary: 'Maak en bewaar een uittreksel van de kaart van een plaats, op een datum',
  input: z.object({ ...rdPuntVelden, datum: z.optional(datum), straal: leesBesluiten.input.shape.straal }),
  output: z.object(kenmerken),
});

export const leesUittreksel = endpoint({
  method: 'GET',
  path: '/uittreksels/:id',
  role: 'iedereen',
  tag: 'Uittreksels',
  summary: 'Een uittreksel precies zoals het is gemaakt',
  input: z.object({ id: z.uuid('Dit is geen nummer van een uittreksel') }),
  output: uittreksel,
});
