import * as z from 'zod/mini';
import { bronKort } from '../bronnen/contract.ts';
import { gemeenteCode } from '../geo/contract.ts';
import { endpoint } from '../http/endpoint.ts';
import { stelsels } from './domain/klassen.ts';
import { maand } from './domain/periode.ts';
import { roosters } from './domain/rooster.ts';
import { themas } from './domain/velden.ts';

const thema = z.string().check(z.refine((nummer) => themas.has(nummer), 'Dit thema is er niet'));
const stroom = z.enum(['politie', 'melding']);
const rooster = z._default(z.enum(roosters), 'vierkant');
const jaar = z.coerce.number('Dit is geen jaar').check(z.int(), z.gte(1990), z.lte(2100));

/** One or more themas, with a comma between them. */
const themaLijst = z.pipe(
  z.pipe(
    z.string(),
    z.transform((tekst) => [...new Set(tekst.split(',').map((deel) => deel.trim()))]),
  ),
  z.array(thema).check(z.minLength(1)),
);

const periode = z.object({ jaar: z.int(), kwartaal: z.nullable(z.literal([1, 2, 3, 4])) });

export const leesAanbod = endpoint({
  method: 'GET',
  path: '/veiligheid',
  role: { gegeven: 'hotspotOpenbaar', doe: 'lezen', anoniem: true },
  tag: 'Veiligheid',
  summary: 'Wat er over veiligheid is: gemeenten, maanden, perioden, en wie wat mag zien',
  input: z.object({}),
  output: z.object({
    gemeenten: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        stromen: z.array(
          z.object({
            stroom,
            bron: bronKort,
            /** Delivered, in order: YYYY-MM. A month that is not here is unknown. */
            maanden: z.array(z.string()),
            /** What the public may choose, latest first. */
            perioden: z.array(periode),
            /** Records that were read, and how many of them have a place in the gemeente; both rounded to tens. */
            gelezen: z.int(),
            geplaatst: z.int(),
          }),
        ),
        /** Whether who asks may see the counts of this gemeente. */
        intern: z.boolean(),
      }),
    ),
    lagen: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        plaats: z.string(),
        tijd: z.string(),
        toont: z.string(),
        wet: z.string(),
        grondslag: z.string(),
        doel: z.string(),
        mag: z.boolean(),
      }),
    ),
  }),
});

/** Cells with exposure, in order; every other answer speaks of them by their place in this list. */
export const leesRooster = endpoint({
  method: 'GET',
  path: '/veiligheid/rooster',
  role: { gegeven: 'hotspotOpenbaar', doe: 'lezen', anoniem: true },
  tag: 'Veiligheid',
  summary: 'De cellen van een gemeente met een adres of een weg, met hun adressen',
  input: z.object({ gemeente: gemeenteCode, rooster }),
  output: z.object({
    rooster: z.enum(roosters),
    /** Number of the first cell, and for each next one how much more. */
    stappen: z.array(z.int()),
    adressen: z.array(z.int()),
    buurten: z.array(z.object({ code: z.string(), naam: z.string(), wijk: z.string() })),
    /** Place in `buurten` per cell; -1: in none. */
    buurt: z.array(z.int()),
  }),
});
export type RoosterAntwoord = z.infer<typeof leesRooster.output>;

export const leesHotspots = endpoint({
  method: 'GET',
  path: '/veiligheid/hotspots',
  role: { gegeven: 'hotspotOpenbaar', doe: 'lezen', anoniem: true },
  tag: 'Veiligheid',
  summary: 'Waar in een jaar of kwartaal duidelijk meer of minder gebeurde dan door toeval: alleen de klasse',
  input: z.object({
    gemeente: gemeenteCode,
    stroom,
    thema,
    jaar,
    kwartaal: z.optional(z.coerce.number('Dit is geen kwartaal').check(z.int(), z.gte(1), z.lte(4))),
    per: z._default(z.enum(['aantal', 'adressen']), 'aantal'),
  }),
  output: z.object({
    periode,
    bron: bronKort,
    /** Cells that were judged. */
    n: z.int(),
    /** Why this map says nothing; null: it does. */
    tekort: z.nullable(z.string()),
    /** Per class of significance (-3 to 3, without 0) the places of its cells in the grid. */
    cellen: z.array(z.object({ bin: z.int(), plekken: z.array(z.int()) })),
  }),
});
export type HotspotsAntwoord = z.infer<typeof leesHotspots.output>;

const openbaarAantal = z.union([z.int(), z.literal('<5'), z.literal('achtergehouden'), z.null()]);

const cijfers = z.object({
  jaar: z.int(),
  bron: bronKort,
  gebieden: z.array(
    z.object({
      code: z.string(),
      naam: z.string(),
      soort: z.enum(['gemeente', 'wijk', 'buurt']),
      ouder: z.nullable(z.string()),
      inwoners: z.nullable(z.int()),
      aantal: openbaarAantal,
      /** Part of the classes is withheld by the source: the true count is this or more. */
      minstens: z.boolean(),
      /** Of the count that is shown, per 1,000 inwoners; null where that says nothing. */
      perDuizend: z.nullable(z.number()),
    }),
  ),
  /** Of the whole gemeente only. */
  klassen: z.array(z.object({ stelsel: z.enum(stelsels), code: z.string(), naam: z.string(), aantal: openbaarAantal })),
});
export type Cijfers = z.infer<typeof cijfers>;
export type Gebied = Cijfers['gebieden'][number];

export const leesPolitiecijfers = endpoint({
  method: 'GET',
  path: '/veiligheid/politiecijfers',
  role: { gegeven: 'cbsCijfers', doe: 'lezen', anoniem: true },
  tag: 'Veiligheid',
  summary: 'Misdrijven en overlast van een thema in een jaar, per wijk en buurt, zoals het CBS ze geeft',
  input: z.object({ gemeente: gemeenteCode, thema, jaar }),
  output: cijfers,
});

export const leesMeldingen = endpoint({
  method: 'GET',
  path: '/veiligheid/meldingen',
  role: { gegeven: 'meldingKaart', doe: 'lezen', anoniem: true },
  tag: 'Veiligheid',
  summary: 'Meldingen van een thema in een jaar, per wijk, buurt en stuk straat',
  input: z.object({ gemeente: gemeenteCode, thema, jaar }),
  output: z.extend(cijfers, {
    punten: z.array(
      z.object({
        x: z.number(),
        y: z.number(),
        soort: z.enum(['straatdeel', 'buurt']),
        buurt: z.nullable(z.string()),
        aantal: openbaarAantal,
      }),
    ),
  }),
});

const klasse = z.object({
  stelsel: z.enum(stelsels),
  code: z.string(),
  naam: z.string(),
  thema: z.nullable(z.string()),
  /** Counts for one of the asked themas as its first; otherwise it is only there to be added by hand. */
  telt: z.boolean(),
});

export const leesTellingen = endpoint({
  method: 'GET',
  path: '/veiligheid/tellingen',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag: 'Veiligheid',
  summary: 'Aantallen per cel, klasse en maand, om in de browser mee te rekenen',
  input: z.object({
    gemeente: gemeenteCode,
    stroom,
    themas: themaLijst,
    rooster,
    van: z.optional(maand),
    tot: z.optional(maand),
  }),
  output: z.object({
    bron: bronKort,
    /** Delivered within the asked months, in order: YYYY-MM. */
    maanden: z.array(z.string()),
    /** `tellingen`: per month a text of server/veiligheid/domain/reeks.ts. */
    klassen: z.array(z.extend(klasse, { tellingen: z.array(z.string()) })),
    /** Records in a cell without adres or road: in no map. */
    buitenRooster: z.int(),
    /** Classes of these themas that are left out because they are sensitive. */
    gevoeligWeg: z.boolean(),
  }),
});
export type Tellingen = z.infer<typeof leesTellingen.output>;

export const leesDagdelen = endpoint({
  method: 'GET',
  path: '/veiligheid/dagdelen',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag: 'Veiligheid',
  summary: 'Aantallen per cel, thema, jaar en deel van de dag',
  input: z.object({ gemeente: gemeenteCode, stroom, themas: themaLijst, rooster }),
  output: z.object({
    bron: bronKort,
    jaren: z.array(z.int()),
    delen: z.array(
      z.object({ jaar: z.int(), weekdeel: z.string(), dagdeel: z.string(), thema: z.string(), telling: z.string() }),
    ),
    buitenRooster: z.int(),
  }),
});
export type Dagdelen = z.infer<typeof leesDagdelen.output>;

export const leesKlok = endpoint({
  method: 'GET',
  path: '/veiligheid/klok',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag: 'Veiligheid',
  summary: 'Aantallen per uur van de week, van een buurt of de hele gemeente',
  input: z.object({
    gemeente: gemeenteCode,
    stroom,
    themas: themaLijst,
    buurt: z.optional(z.string().check(z.regex(/^bu\d{8}$/, 'Schrijf een buurt als bu99990101'))),
    van: z.optional(maand),
    tot: z.optional(maand),
  }),
  output: z.object({
    bron: bronKort,
    /** 24 × weekday (Monday 0) + hour. */
    uren: z.array(z.int()),
    onbekend: z.int(),
  }),
});
export type Klok = z.infer<typeof leesKlok.output>;

export const leesSensoren = endpoint({
  method: 'GET',
  path: '/veiligheid/sensoren',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag: 'Veiligheid',
  summary: 'Wat de sensoren uit het register meten, per uur van de week, over de laatste twaalf maanden',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.object({
    bron: bronKort,
    sensoren: z.array(
      z.object({
        id: z.string(),
        soort: z.enum(['drukte', 'geluid']),
        plaats: z.string(),
        meet: z.string(),
        doel: z.string(),
        /** First and last month; null: nothing was delivered of this sensor, so what it measures is unknown. */
        periode: z.nullable(z.object({ van: z.string(), tot: z.string() })),
        /** Months in between without a measurement. */
        zonder: z.array(z.string()),
        /** 24 × weekday (Monday 0) + hour: the mean; null: not measured. */
        uren: z.array(z.nullable(z.number())),
        hoogste: z.nullable(z.number()),
      }),
    ),
  }),
});
export type Sensoren = z.infer<typeof leesSensoren.output>;
