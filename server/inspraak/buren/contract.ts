import * as z from 'zod/mini';
import { bron } from '../../bronnen/contract.ts';
import { geometrie } from '../../geo/contract.ts';
import { endpoint } from '../../http/endpoint.ts';
import { verplichteTekst } from '../../indienen/contract.ts';

const tag = 'Behandelen';
const lezen = { gegeven: 'behandeling', doe: 'lezen' } as const;
const id = z.uuid('Dit is geen nummer van een zaak');
const brief = z.uuid('Dit is geen nummer van een brief');

/** As many adressen as one list, and one set of letters, holds at most. */
export const burenMaximum = 2_000;

const meters = z
  .number('De afstand is geen getal')
  .check(z.gte(1, 'Kies ten minste 1 meter'), z.lte(1_000, 'Kies ten hoogste 1.000 meter'));
const buurtCode = z.string().check(z.regex(/^[A-Z]{2}[0-9A-Z]{4,12}$/, 'Dit is geen buurt'));

const eenVanTwee = 'Kies een afstand of een buurt, niet allebei';

export const buur = z.object({
  /** Identificatie of the nummeraanduiding. */
  id: z.string(),
  /** Street and number. */
  straatregel: z.string(),
  /** Postcode and town; null: not known. */
  plaatsregel: z.nullable(z.string()),
  /** Somebody lives there, as far as the BAG knows. */
  woning: z.boolean(),
  /** On a perceel of the zaak itself. */
  eigenPerceel: z.boolean(),
  /** From the place of the zaak, in metres. */
  afstandM: z.number(),
});
export type Buur = z.infer<typeof buur>;

const gemaakt = z.object({
  id: z.string(),
  titel: z.string(),
  keuze: z.string(),
  aantal: z.number(),
  gemaaktOp: z.string(),
  /** Letters of the PDF that are done. */
  geschreven: z.number(),
  /** The PDF can be had at once. */
  klaar: z.boolean(),
});
export type Burenbrief = z.infer<typeof gemaakt>;

export const leesBuren = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/buren',
  role: lezen,
  tag,
  summary: 'De adressen rond een zaak, binnen een afstand of in een buurt; zonder namen',
  input: z
    .object({ id, afstand: z.optional(z.pipe(z.transform(Number), meters)), buurt: z.optional(buurtCode) })
    .check(z.refine(({ afstand, buurt }) => (afstand === undefined) !== (buurt === undefined), eenVanTwee)),
  output: z.object({
    kenmerk: z.string(),
    plaats: z.string(),
    /** From what the distance is measured: what was drawn, else the percelen of the zaak, else its point. */
    vanaf: z.enum(['vlak', 'perceel', 'punt']),
    /** How the adressen were chosen, in words: "binnen 100 meter". */
    keuze: z.string(),
    /** The area in which they were looked for. */
    gebied: geometrie,
    /** Buurten within a kilometre, the nearest first. */
    buurten: z.array(z.object({ code: z.string(), naam: z.string() })),
    /** `deels`: a part of the area is not in a bron that we have. `geen-gegevens`: an empty list means nothing. */
    stand: z.enum(['bekend', 'deels', 'geen-gegevens']),
    /** More than the list holds means: choose a smaller area. */
    aantal: z.number(),
    adressen: z.array(z.extend(buur, { geometrie })),
    bronnen: z.array(bron),
    voorstel: z.object({ titel: z.string(), tekst: z.string() }),
    brieven: z.array(gemaakt),
  }),
});

export const maakBurenbrief = endpoint({
  method: 'POST',
  path: '/behandelingen/:id/_burenbrief',
  role: { gegeven: 'behandeling', doe: 'schrijven' },
  tag,
  summary: 'Maak een brief per adres rond een zaak, zonder namen. Twee keer hetzelfde nummer geeft één brief',
  input: z
    .object({
      id,
      brief,
      afstand: z.optional(meters),
      buurt: z.optional(buurtCode),
      /** Also to adressen on the percelen of the zaak itself. */
      eigenPerceel: z.boolean(),
      titel: verplichteTekst(200, 'Schrijf waar de brief over gaat'),
      tekst: verplichteTekst(6_000, 'Schrijf de brief'),
    })
    .check(z.refine(({ afstand, buurt }) => (afstand === undefined) !== (buurt === undefined), eenVanTwee)),
  output: gemaakt,
});

export const leesBurenbrief = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/burenbrieven/:brief',
  role: lezen,
  tag,
  summary: 'Hoe ver het maken van de brieven is',
  input: z.object({ id, brief }),
  output: gemaakt,
});

const bestand = (vorm: 'pdf' | 'csv', antwoord: string, summary: string) =>
  endpoint({
    method: 'GET',
    path: `/behandelingen/:id/burenbrieven/:brief/${vorm}`,
    role: lezen,
    tag,
    summary,
    input: z.object({ id, brief }),
    output: z.unknown(),
    antwoord,
  });

export const leesBurenbriefPdf = bestand('pdf', 'application/pdf', 'Alle brieven van één keer, om af te drukken');
export const leesBurenbriefCsv = bestand('csv', 'text/csv', 'De adressen van één keer, als lijst');
