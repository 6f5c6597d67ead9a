import * as z from 'zod/mini';
import { endpoint } from '../../http/endpoint.ts';
import { uitkomst } from '../domain/oordeel.ts';

/** What the map says at a place: what the check says, or that it cannot say so without an answer of the person. */
export const kaartuitkomst = z.enum([...uitkomst.options, 'HANGT_AF']);
export type Kaartuitkomst = z.infer<typeof kaartuitkomst>;

/** Where something may be done: per outcome of the check how many percelen have it, and in which buurten. */
export const vergunningkaart = z.object({
  /** The layer that shows it on the map, and its features: /ogc/v1/collections/{laag}. */
  laag: z.string(),
  naam: z.string(),
  /** What it assumes of the plan, in plain words. */
  uitgaande: z.string(),
  /** YYYY-MM-DD; null: it has still to be made, so nothing is known yet. */
  gemaaktOp: z.nullable(z.string()),
  /** From free to strict; then what depends on an answer or is not known. */
  uitkomsten: z.array(
    z.object({
      uitkomst: kaartuitkomst,
      percelen: z.number(),
      oppervlakteM2: z.number(),
      /** Those with most percelen first. */
      buurten: z.array(
        z.object({
          /** Null: these percelen lie in no buurt. */
          naam: z.nullable(z.string()),
          percelen: z.number(),
        }),
      ),
    }),
  ),
});
export type Vergunningkaart = z.infer<typeof vergunningkaart>;

export const leesVergunningkaart = endpoint({
  method: 'GET',
  path: '/vergunningcheck/waar',
  role: 'iedereen',
  tag: 'Vergunningcheck',
  summary:
    'Waar een werkzaamheid vrij is, een melding of vergunning vraagt, of niet mag: aantallen percelen per uitkomst',
  input: z.object({ werkzaamheid: z.string().check(z.minLength(1), z.maxLength(100)) }),
  output: z.object({
    /** Null: for this werkzaamheid there is no map, because it hardly depends on the place. */
    kaart: z.nullable(vergunningkaart),
  }),
});
