import * as z from 'zod/mini';
import { rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

/** One class of the legend; the map paints it the same way. */
export const legendaKlasse = z.object({
  label: z.string(),
  /** Value of the field `veld` of the layer that this class stands for; null: every object. */
  waarde: z.nullable(z.string()),
  kleur: z.string(),
  rand: z.nullable(z.string()),
  /** Hatched: here we do not know, or something is still open. */
  arcering: z.boolean(),
  /** A picture beside the colour, for what must be told apart without colour. */
  icoon: z.optional(z.enum(['vink', 'vinkNotitie', 'informatie', 'bel', 'document', 'stop', 'vraag'])),
});
export type LegendaKlasse = z.infer<typeof legendaKlasse>;

/**
 * `gereed`: there are tiles. `leeg`: they were made and hold nothing, so no data is loaded. `wordt-gemaakt`: not yet
 * made, so the map knows nothing about it.
 */
export const laagStand = z.enum(['gereed', 'leeg', 'wordt-gemaakt']);

export const laag = z.object({
  id: z.string(),
  naam: z.string(),
  groep: z.string(),
  uitleg: z.string(),
  geometrie: z.enum(['punt', 'lijn', 'vlak', 'label']),
  /** Part of the background map: always there, not in the switcher. */
  ondergrond: z.boolean(),
  /** On when nobody chose. */
  standaardAan: z.boolean(),
  minZoom: z.number(),
  maxZoom: z.number(),
  /** The field that decides the class; null: one class. */
  veld: z.nullable(z.string()),
  legenda: z.array(legendaKlasse),
  /** The field that is written beside the shape; null: no text. */
  tekstVeld: z.nullable(z.string()),
  stand: laagStand,
  /** The deepest zoom with tiles; deeper ones are enlarged from it. */
  tegelZoom: z.number(),
  /** Tile template below the origin of this server. The id of the layer is the name of the source layer in the tile. */
  tegels: z.string(),
});
export type Laag = z.infer<typeof laag>;

/** A background map of others in the place of our own; see catalogus/achtergrond.ts. */
export const achtergrond = z.object({
  naam: z.string(),
  /** Where its tiles are: {z}, {x} and {y} in Web Mercator. */
  tegels: z.string(),
  /** Side of a tile in pixels. */
  zijde: z.number(),
  minZoom: z.number(),
  maxZoom: z.number(),
  /** What its licence asks to be named. */
  bronvermelding: z.string(),
  bronUrl: z.string(),
});
export type Achtergrond = z.infer<typeof achtergrond>;

export const leesLagen = endpoint({
  method: 'GET',
  path: '/lagen',
  role: 'iedereen',
  tag: 'Lagen',
  summary: 'De kaartlagen, met legenda en waar de tegels staan',
  input: z.object({}),
  output: z.object({
    lagen: z.array(laag),
    /** Null: our own background, which needs nobody else. */
    achtergrond: z.nullable(achtergrond),
  }),
});

/** The list behind the map: what each chosen layer holds at a place. */
export const leesLagenHier = endpoint({
  method: 'GET',
  path: '/lagen/hier',
  role: 'iedereen',
  tag: 'Lagen',
  summary: 'Wat de gekozen kaartlagen op een plaats laten zien, als lijst',
  input: z.object({
    ...rdPuntVelden,
    /** Ids separated by commas. */
    lagen: z.string().check(z.maxLength(1_000)),
  }),
  output: z.object({
    lagen: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        objecten: z.array(
          z.object({
            titel: z.string(),
            kenmerken: z.array(z.object({ naam: z.string(), waarde: z.string() })),
            afstandM: z.number(),
            punt: rdPunt,
          }),
        ),
        /** More objects than the list holds. */
        meer: z.boolean(),
      }),
    ),
  }),
});
