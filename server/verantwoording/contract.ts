import * as z from 'zod/mini';
import { datum } from '../geo/contract.ts';
import { endpoint } from '../http/endpoint.ts';
import { handelingen, uitkomsten } from './domain.ts';

export const activiteit = z.object({
  id: z.string(),
  gegeven: z.string(),
  naam: z.string(),
  /** Null: every role that has no entry of its own. */
  rol: z.nullable(z.string()),
  wet: z.enum(['openbaar', 'AVG', 'Wpg']),
  grondslag: z.string(),
  doel: z.string(),
});

export const leesActiviteiten = endpoint({
  method: 'GET',
  path: '/verwerkingsactiviteiten',
  role: 'iedereen',
  tag: 'Verantwoording',
  summary: 'Het register: welke gegevens dit loket verwerkt, waarvoor en op welke grond',
  input: z.object({}),
  output: z.object({ activiteiten: z.array(activiteit) }),
});

export const leesActiviteit = endpoint({
  method: 'GET',
  path: '/verwerkingsactiviteiten/:id',
  role: 'iedereen',
  tag: 'Verantwoording',
  summary: 'Eén verwerkingsactiviteit, zoals het logboek ernaar verwijst',
  input: z.object({ id: z.string().check(z.maxLength(80)) }),
  output: activiteit,
});

const pagina = {
  /** How many at most. */
  aantal: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  /** Only what stands before this one: `volgende` of the page before. */
  voor: z.optional(z.string().check(z.regex(/^\d{1,18}$/, 'dit is geen plaats in het logboek'))),
};

const bladzijde = {
  /** Newest first. Null: there is no more. */
  volgende: z.nullable(z.string()),
};

const pseudoniem = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'dit is geen pseudoniem'));

export const eigenVerwerking = z.object({
  /** When, as an instant. */
  op: z.string(),
  naam: z.string(),
  doel: z.string(),
  grondslag: z.string(),
  handeling: z.enum(handelingen),
  /** In which role it was used; nobody is named. */
  rol: z.string(),
  doorUzelf: z.boolean(),
  gelukt: z.boolean(),
});
export type EigenVerwerking = z.infer<typeof eigenVerwerking>;

export const leesEigenVerwerkingen = endpoint({
  method: 'GET',
  path: '/eigen-verwerkingen',
  role: { gegeven: 'eigenVerwerkingen', doe: 'lezen' },
  tag: 'Verantwoording',
  summary: 'Wat met uw gegevens is gedaan, waarvoor en door welke rol',
  input: z.object(pagina),
  output: z.object({ verwerkingen: z.array(eigenVerwerking), ...bladzijde }),
});

const naam = z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/, 'dit is geen naam'));

const filters = {
  van: z.optional(datum),
  /** Until and including this day. */
  tot: z.optional(datum),
  persoon: z.optional(pseudoniem),
  rol: z.optional(naam),
  gegeven: z.optional(naam),
  handeling: z.optional(z.enum(handelingen)),
  uitkomst: z.optional(z.enum(uitkomsten)),
  objectSoort: z.optional(naam),
  objectId: z.optional(z.string().check(z.regex(/^[\x20-\x7e]{1,200}$/, 'dit is geen kenmerk'))),
};

export const auditRegel = z.object({
  id: z.string(),
  op: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  persoon: z.nullable(z.string()),
  rol: z.string(),
  bevoegdGezag: z.array(z.string()),
  bewerking: z.string(),
  handeling: z.enum(handelingen),
  gegeven: z.string(),
  grondslag: z.string(),
  doel: z.string(),
  objectSoort: z.nullable(z.string()),
  objectId: z.nullable(z.string()),
  uitkomst: z.enum(uitkomsten),
});

const logboek = (gegeven: 'logboekAvg' | 'logboekWpg', wet: 'avg' | 'wpg') =>
  endpoint({
    method: 'GET',
    path: `/logboeken/${wet}`,
    role: { gegeven, doe: 'lezen' },
    tag: 'Verantwoording',
    summary: `Wie wat deed met welke gegevens onder de ${wet === 'avg' ? 'AVG' : 'Wpg'}, wanneer en waarvoor. Zonder inhoud`,
    input: z.object({ ...filters, ...pagina }),
    output: z.object({ regels: z.array(auditRegel), ...bladzijde }),
  });

export const leesLogboekAvg = logboek('logboekAvg', 'avg');
export const leesLogboekWpg = logboek('logboekWpg', 'wpg');

/** One line of the Logboek Dataverwerkingen 1.0. Ids are hexadecimal, times are ms since 1970. */
export const dataverwerking = z.object({
  trace_id: z.string(),
  span_id: z.string(),
  parent_span_id: z.nullable(z.string()),
  status: z.enum(['Unset', 'Ok', 'Error']),
  name: z.string(),
  start_time: z.number(),
  end_time: z.number(),
  resource: z.nullable(z.record(z.string(), z.string())),
  attributes: z.record(z.string(), z.nullable(z.string())),
});

const dataverwerkingen = (gegeven: 'logboekAvg' | 'logboekWpg', wet: 'avg' | 'wpg') =>
  endpoint({
    method: 'GET',
    path: `/dataverwerkingen/${wet}`,
    role: { gegeven, doe: 'lezen' },
    tag: 'Verantwoording',
    summary: `Logboek Dataverwerkingen onder de ${wet === 'avg' ? 'AVG' : 'Wpg'}: één regel per betrokkene`,
    input: z.object({
      betrokkene: z.optional(pseudoniem),
      traceId: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/, '32 hexadecimale tekens'))),
      ...pagina,
    }),
    output: z.object({ regels: z.array(dataverwerking), ...bladzijde }),
  });

export const leesDataverwerkingenAvg = dataverwerkingen('logboekAvg', 'avg');
export const leesDataverwerkingenWpg = dataverwerkingen('logboekWpg', 'wpg');
