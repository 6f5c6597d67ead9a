import * as z from 'zod/mini';
import { bronKort } from '../../bronnen/contract.ts';
import { datum, gemeenteCode } from '../../geo/contract.ts';
import { endpoint } from '../../http/endpoint.ts';
import { verplichteTekst, vrijeTekst } from '../../indienen/contract.ts';
import { stelsels } from '../domain/klassen.ts';
import { maand } from '../domain/periode.ts';
import { themas } from '../domain/velden.ts';

const tag = 'Veiligheid';
const thema = z.string().check(z.refine((nummer) => themas.has(nummer), 'Dit thema is er niet'));
const lezen = { gegeven: 'veiligheidsbeeld', doe: 'lezen' } as const;
const schrijven = { gegeven: 'veiligheidsbeeld', doe: 'schrijven' } as const;
/** What somebody writes, as plain text. */
const tekst = vrijeTekst(4_000);
const regel = verplichteTekst(200, 'Vul dit in');

const stand = z.enum(['beter', 'slechter', 'gelijk', 'onbekend']);

const meting = z.object({
  jaar: z.int(),
  /** Percentage, mark, or a protected count; null: not known. */
  waarde: z.union([z.number(), z.literal('<5'), z.literal('achtergehouden'), z.null()]),
  /** The true count is this or more. */
  minstens: z.boolean(),
  /** Half of the 95% interval. */
  marge: z.nullable(z.number()),
  perDuizend: z.nullable(z.number()),
});

const gebiedStand = z.object({
  code: z.string(),
  naam: z.string(),
  reeks: z.array(meting),
  /** From the first measurement to the last, beyond the margins of both. */
  verschil: stand,
  /** Over all periods (Mann-Kendall). */
  trend: z.object({
    stand: z.union([stand, z.literal('te weinig')]),
    per: z.enum(['jaar', 'kwartaal']),
    /** How many periods are known, and the last that there is: 2025, or 2025-3. */
    perioden: z.int(),
    tot: z.nullable(z.string()),
    p: z.nullable(z.number()),
  }),
  /** Beside the benchmark: of a wijk the gemeente, of the gemeente what was chosen. */
  vergeleken: stand,
});
export type GebiedStand = z.infer<typeof gebiedStand>;

const indicator = z.object({
  key: z.string(),
  naam: z.string(),
  /** Registered by the police, or asked from people. */
  soort: z.enum(['politie', 'enquete']),
  eenheid: z.enum(['aantal', '%', 'cijfer']),
  goed: z.enum(['hoger', 'lager']),
  bron: bronKort,
  gemeente: gebiedStand,
  wijken: z.array(gebiedStand),
  /** `gehaald` null: not known. Of counts per 1,000 inwoners. */
  streef: z.nullable(z.object({ waarde: z.number(), jaar: z.int(), gehaald: z.nullable(z.boolean()) })),
  /** `gekozen`: by who wrote the beeld; otherwise it comes with the bron. */
  vergelijk: z.nullable(z.object({ waarde: z.number(), met: z.string(), gekozen: z.boolean() })),
});
export type Indicator = z.infer<typeof indicator>;

const effect = z.object({
  /** -0.2: a fifth less than without the intervention; `van` to `tot` is its 95% interval. */
  verschil: z.number(),
  van: z.number(),
  tot: z.number(),
});
export type EffectStand = z.infer<typeof effect>;

const interventie = z.object({
  id: z.string(),
  thema: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  stelsel: z.enum(stelsels),
  klassen: z.array(z.object({ code: z.string(), naam: z.string() })),
  /** YYYY-MM: the first month after it began. */
  begin: z.string(),
  maanden: z.int(),
  /** How many squares of 100 m: their numbers are with the internal view only. */
  aantalCellen: z.int(),
  meting: z.discriminatedUnion('stand', [
    z.object({
      stand: z.literal('gemeten'),
      gebied: effect,
      /** Around it: more may be what moved away; null: too little to say. */
      ring: z.nullable(effect),
      samen: z.nullable(effect),
      /** Cells where nothing was done and that it is set against. */
      controle: z.int(),
    }),
    z.object({ stand: z.literal('onbekend'), reden: z.enum(['nog bezig', 'maanden ontbreken', 'te weinig']) }),
  ]),
});
export type Interventie = z.infer<typeof interventie>;

const themaBeeld = z.object({
  nummer: z.string(),
  /** 1 to 4; null: going concern. */
  prioriteit: z.nullable(z.int()),
  problematiek: z.string(),
  aanpak: z.string(),
  extra: z.string(),
  indicatoren: z.array(indicator),
  /** Sources that are named for this thema and of which the loket has no figures. */
  elders: z.array(z.string()),
});
export type ThemaBeeld = z.infer<typeof themaBeeld>;

/** The veiligheidsbeeld of a gemeente: what the page and the PDF both show. */
export const beeld = z.object({
  gemeente: z.object({ code: z.string(), naam: z.string() }),
  themas: z.array(themaBeeld),
  interventies: z.array(interventie),
});
export type Beeld = z.infer<typeof beeld>;

const vastgesteld = z.object({
  id: z.string(),
  vastgesteldOp: z.string(),
  besluit: z.string(),
  gemaaktOp: z.string(),
  hash: z.string(),
});

export const leesBeeld = endpoint({
  method: 'GET',
  path: '/veiligheid/beeld',
  role: lezen,
  tag,
  summary: 'Het veiligheidsbeeld in opbouw: per thema de drie vragen, cijfers, prioriteiten en interventies',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.extend(beeld, {
    /** Version of the texts per thema: send it back with a change. */
    versies: z.record(z.string(), z.int()),
    /** What everybody may read now; null: nothing was adopted yet. */
    vastgesteld: z.nullable(vastgesteld),
  }),
});

export const leesBeeldPdf = endpoint({
  method: 'GET',
  path: '/veiligheid/beeld/pdf',
  role: lezen,
  tag,
  summary: 'De voortgang van het veiligheidsbeeld in opbouw, als PDF',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

const doel = z.object({
  indicator: verplichteTekst(100, 'Noem een indicator'),
  streefwaarde: z.nullable(z.number().check(z.gte(0), z.lte(1_000_000))),
  streefjaar: z.nullable(z.int().check(z.gte(2000), z.lte(2100))),
  vergelijk: z.nullable(z.number().check(z.gte(0), z.lte(1_000_000))),
  vergelijkMet: vrijeTekst(200),
});
export type Doel = z.infer<typeof doel>;

export const schrijfThema = endpoint({
  method: 'PUT',
  path: '/veiligheid/beeld/themas/:thema',
  role: schrijven,
  tag,
  summary: 'Schrijf bij een thema de drie vragen, de streefwaarden en of het een prioriteit is',
  input: z.object({
    gemeente: gemeenteCode,
    thema,
    problematiek: tekst,
    aanpak: tekst,
    extra: tekst,
    prioriteit: z.boolean(),
    doelen: z.array(doel).check(z.maxLength(40)),
    /** Of what was read; 0: nothing was written yet. */
    versie: z.int().check(z.gte(0)),
  }),
  output: z.object({ versie: z.int() }),
});

const interventieVelden = {
  gemeente: gemeenteCode,
  thema,
  naam: regel,
  omschrijving: tekst,
  stelsel: z.enum(stelsels),
  klassen: z
    .array(verplichteTekst(100, 'Noem een klasse'))
    .check(z.minLength(1, 'Kies minstens een klasse'), z.maxLength(30)),
  begin: maand,
  maanden: z.int().check(z.gte(6, 'Vergelijk minstens 6 maanden'), z.lte(24, 'Vergelijk hoogstens 24 maanden')),
  cellen: z
    .array(z.int().check(z.gte(0), z.lte(2 ** 31 - 1)))
    .check(z.minLength(1, 'Kies minstens een cel'), z.maxLength(400, 'Kies hoogstens 400 cellen')),
};

export const maakInterventie = endpoint({
  method: 'POST',
  path: '/veiligheid/beeld/interventies',
  role: schrijven,
  tag,
  summary: 'Leg vast waar en wanneer iets is gedaan, om te meten wat het uitmaakt',
  input: z.object(interventieVelden),
  output: z.object({ id: z.string() }),
});

const interventieId = z.uuid('Dit is geen nummer van een interventie');
const interventiePad = '/veiligheid/beeld/interventies/:id';

export const leesInterventie = endpoint({
  method: 'GET',
  path: interventiePad,
  role: schrijven,
  tag,
  summary: 'Een interventie met haar cellen, om te wijzigen',
  input: z.object({ id: interventieId }),
  output: z.object({
    ...interventieVelden,
    /** Send it back with a change. */
    versie: z.int(),
  }),
});
export type InterventieVelden = z.infer<typeof leesInterventie.output>;

export const wijzigInterventie = endpoint({
  method: 'PUT',
  path: interventiePad,
  role: schrijven,
  tag,
  summary: 'Wijzig een interventie; het effect wordt opnieuw gemeten',
  input: z.object({ ...interventieVelden, id: interventieId, versie: z.int().check(z.gte(1)) }),
  output: z.object({ versie: z.int() }),
});

export const wisInterventie = endpoint({
  method: 'DELETE',
  path: interventiePad,
  role: schrijven,
  tag,
  summary: 'Haal een interventie weg; zij kan worden teruggezet',
  input: z.object({ id: interventieId }),
  output: z.object({ weg: z.literal(true) }),
});

export const zetInterventieTerug = endpoint({
  method: 'POST',
  path: `${interventiePad}/_zet-terug`,
  role: schrijven,
  tag,
  summary: 'Zet een interventie terug die is weggehaald',
  input: z.object({ id: interventieId }),
  output: z.object({ weg: z.literal(false) }),
});

export const stelVast = endpoint({
  method: 'POST',
  path: '/veiligheid/beeld/_stel-vast',
  role: schrijven,
  tag,
  summary: 'Maak het beeld openbaar zoals het is vastgesteld: de teksten, en cijfers die iedereen mag zien',
  input: z.object({ gemeente: gemeenteCode, besluit: regel, vastgesteldOp: datum }),
  output: vastgesteld,
});

export const leesVastgesteldBeeld = endpoint({
  method: 'GET',
  path: '/veiligheid/vastgesteld-beeld',
  role: { gegeven: 'bekendmakingen', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Het veiligheidsbeeld zoals het is vastgesteld, voor iedereen',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.object({ vastgesteld: z.nullable(z.extend(vastgesteld, { hashKlopt: z.boolean(), beeld })) }),
});

export const leesVastgesteldPdf = endpoint({
  method: 'GET',
  path: '/veiligheid/vastgesteld-beeld/:id/pdf',
  role: { gegeven: 'bekendmakingen', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Het vastgestelde veiligheidsbeeld als PDF',
  input: z.object({ id: z.uuid('Dit is geen nummer van een vastgesteld beeld') }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesHerhaling = endpoint({
  method: 'GET',
  path: '/veiligheid/herhaling',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag,
  summary: 'Of na een misdrijf dichtbij en kort daarna vaker iets gebeurt dan door toeval (near repeat)',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.object({
    bron: bronKort,
    klassen: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        van: z.string(),
        tot: z.string(),
        /** Per band of metres and days, by its upper end: pairs per pair that chance would give. Null: none expected. */
        vakken: z.array(
          z.object({
            afstand: z.int(),
            dagen: z.int(),
            /** A protected count. */
            paren: z.union([z.number(), z.literal('<5'), z.literal('achtergehouden'), z.null()]),
            verhouding: z.nullable(z.number()),
            p: z.number(),
          }),
        ),
      }),
    ),
  }),
});
export type Herhaling = z.infer<typeof leesHerhaling.output>;
