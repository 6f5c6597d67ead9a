import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { aandeel, datum, gebied } from '../geo/contract.ts';
import { rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

export const bestuurslaag = z.enum(['gemeente', 'waterschap', 'provincie', 'rijk']);

export const regelingStatus = z.enum(['geldend', 'ontwerp', 'toekomstig']);

export const regeling = z.object({
  id: z.number(),
  identificatie: z.string(),
  soort: z.string(),
  opschrift: z.string(),
  bestuurslaag,
  bevoegdGezag: z.string(),
  status: regelingStatus,
  /** YYYY-MM-DD; null: the delivery does not say. */
  geldigVanaf: z.nullable(z.string()),
  geldigTot: z.nullable(z.string()),
  url: z.nullable(z.string()),
  bronId: z.string(),
});
export type Regeling = z.infer<typeof regeling>;

/** A rule at this place: where it stands and how much of the place it covers. */
const vindplaats = {
  regelingId: z.number(),
  regeltekstId: z.number(),
  /** As cited: "Artikel 22.27 lid 2". */
  artikel: z.string(),
  opschrift: z.nullable(z.string()),
  themas: z.array(z.string()),
  /** `indicatief`: the border is not exact and must not be shown as such. */
  idealisatie: z.enum(['exact', 'indicatief']),
  /** `onbekend`: the border of the rule was not delivered, so we do not know if it applies here. */
  werking: z.enum(['geldt', 'onbekend']),
  aandeel: z.nullable(aandeel),
};

export type Vindplaats = z.infer<z.ZodMiniObject<typeof vindplaats>>;

export const regels = z.object({
  datum,
  gebied,
  /** Per bestuurslaag: do we have rules that cover this place, or do we not know. */
  bestuurslagen: z.array(z.object({ bestuurslaag, stand: z.enum(['bekend', 'geen-gegevens']) })),
  regelingen: z.array(regeling),
  activiteiten: z.array(
    z.object({
      naam: z.string(),
      groep: z.string(),
      aanduidingen: z.array(z.object({ kwalificatie: z.string(), ...vindplaats })),
    }),
  ),
  normen: z.array(
    z.object({
      naam: z.string(),
      soort: z.enum(['omgevingsnorm', 'omgevingswaarde']),
      type: z.string(),
      groep: z.string(),
      eenheid: z.nullable(z.string()),
      waarden: z.array(
        z.object({
          /** Number as text in the precision of the source; null when it is words, or stands in the regeltekst. */
          kwantitatief: z.nullable(z.string()),
          kwalitatief: z.nullable(z.string()),
          inRegeltekst: z.boolean(),
          ...vindplaats,
        }),
      ),
    }),
  ),
  gebiedsaanwijzingen: z.array(z.object({ naam: z.string(), type: z.string(), groep: z.string(), ...vindplaats })),
  /** Rules here that name no activiteit, norm or gebiedsaanwijzing. */
  overig: z.array(z.object(vindplaats)),
  bronnen: z.array(bron),
});
export type Regels = z.infer<typeof regels>;

export const leesRegels = endpoint({
  method: 'GET',
  path: '/regels',
  role: 'iedereen',
  tag: 'Regels',
  summary: 'De regels op een plaats, op een datum',
  input: z.object({ ...rdPuntVelden, datum: z.optional(datum) }),
  output: regels,
});

export const regeltekst = z.object({
  id: z.number(),
  nummer: z.string(),
  opschrift: z.nullable(z.string()),
  /** Plain text, a line per paragraph or list item. */
  tekst: z.string(),
  regeling,
});
export type Regeltekst = z.infer<typeof regeltekst>;

export const leesRegeltekst = endpoint({
  method: 'GET',
  path: '/regelteksten/:id',
  role: 'iedereen',
  tag: 'Regels',
  summary: 'De tekst van een artikel of lid',
  input: z.object({ id: z.coerce.number('Dit nummer kennen wij niet').check(z.int(), z.gte(1), z.lte(2_147_483_647)) }),
  output: regeltekst,
});
