import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { vlakken } from '../geo/contract.ts';
import { rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

const vorm = {
  identificatie: z.string(),
  vlakken,
  /** Planar, in RD. */
  oppervlakteM2: z.number(),
  bronId: z.string(),
};

/** How far one may ask, in metres. */
export const vormenStraal = { gewoon: 60, hoogste: 250 } as const;
/** Most shapes of one kind in an answer. */
export const vormenMaximum = 300;

export const vormen = z.object({
  percelen: z.array(z.object({ ...vorm, kadastraleAanduiding: z.string() })),
  panden: z.array(z.object({ ...vorm, bouwjaar: z.nullable(z.number()), hoogteM: z.nullable(z.number()) })),
  /**
   * Per kind: what is not in the list is not there. False where no bron speaks about a part of the circle, or where the
   * list is full: then there may be more than it holds.
   */
  volledig: z.object({ percelen: z.boolean(), panden: z.boolean() }),
  bronnen: z.array(bron),
});
export type Vormen = z.infer<typeof vormen>;

/** What drawing snaps to and what a click selects: the shapes as they are stored, where tiles hold drawings of them. */
export const leesVormen = endpoint({
  method: 'GET',
  path: '/vormen',
  role: 'iedereen',
  tag: 'Locatie',
  summary: 'De percelen en panden rond een plaats, met hun grens in RD-meters op de millimeter, dichtstbij eerst',
  input: z.object({
    ...rdPuntVelden,
    straal: z._default(
      z.coerce
        .number('De straal is geen getal')
        .check(
          z.gte(1, 'Kies een straal van ten minste 1 meter'),
          z.lte(vormenStraal.hoogste, `Kies een straal van ten hoogste ${vormenStraal.hoogste} meter`),
        ),
      vormenStraal.gewoon,
    ),
  }),
  output: vormen,
});
