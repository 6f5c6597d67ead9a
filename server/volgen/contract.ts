import * as z from 'zod/mini';
import { rdBereik, rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { emailadres } from '../post/contract.ts';

/** What somebody can want to hear of. */
export const onderwerp = z.enum(['aanvragen', 'ontwerpen', 'besluiten', 'regels']);
export type Onderwerp = z.infer<typeof onderwerp>;

/** `direct`: as soon as it is known. `dag`: together, each morning. */
export const hoeVaak = z.enum(['direct', 'dag']);
export type HoeVaak = z.infer<typeof hoeVaak>;

/** The distances in metres around a place that can be followed. */
export const volgStralen = [100, 250, 500, 1000, 2000] as const;

/** Of an area that somebody draws: corners, and square metres. */
export const tekenGrenzen = { hoeken: 100, kleinsteM2: 1, grootsteM2: 25_000_000 } as const;

/** Days in which somebody must confirm; after that his address is forgotten. */
export const bevestigDagen = 3;

const code = z.string().check(z.regex(/^(bu|wk)[0-9]{4,10}$/i, 'Dit is geen code van een buurt of wijk'));
const hoek = z.tuple([
  z.number().check(z.gte(rdBereik.minX), z.lte(rdBereik.maxX)),
  z.number().check(z.gte(rdBereik.minY), z.lte(rdBereik.maxY)),
]);
const straal = z.coerce
  .number('De straal is geen getal')
  .check(
    z.refine(
      (meter) => (volgStralen as readonly number[]).includes(meter),
      `Kies een straal van ${volgStralen.join(', ')} meter`,
    ),
  );

/** A place with what lies around it, a buurt or wijk by its code, or an own area: an open ring in RD metres. */
export const volgGebied = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('plek'), ...rdPuntVelden, straal }),
  z.object({ soort: z.literal('buurt'), code }),
  z.object({ soort: z.literal('wijk'), code }),
  z.object({
    soort: z.literal('gebied'),
    ring: z
      .array(hoek)
      .check(
        z.minLength(3, 'Teken minstens drie hoeken'),
        z.maxLength(tekenGrenzen.hoeken, `Teken ten hoogste ${tekenGrenzen.hoeken} hoeken`),
      ),
  }),
]);
export type VolgGebied = z.infer<typeof volgGebied>;

const onderwerpen = z.array(onderwerp).check(z.minLength(1, 'Kies minstens één onderwerp'), z.maxLength(4));

const recht = (doe: 'lezen' | 'schrijven') => ({ gegeven: 'abonnement', doe, anoniem: true }) as const;

export const volg = endpoint({
  method: 'POST',
  path: '/abonnementen',
  role: recht('schrijven'),
  tag: 'Volgen',
  summary: 'Vraag om berichten over een plek of gebied; ze beginnen na bevestiging per e-mail',
  input: z.object({
    gebied: volgGebied,
    onderwerpen,
    hoeVaak,
    email: emailadres,
  }),
  /** The same whether or not that address followed it already: who asks learns nothing about another. */
  output: z.object({ naam: z.string(), bevestigDagen: z.number() }),
});

const sleutel = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'De link is niet heel overgekomen'));

export const abonnement = z.object({
  naam: z.string(),
  /** As it was chosen; null: that was not kept, so another area is a new abonnement. */
  gebied: z.nullable(volgGebied),
  onderwerpen,
  hoeVaak,
  bevestigd: z.boolean(),
  punt: rdPunt,
});
export type Abonnement = z.infer<typeof abonnement>;

/** The secret travels in the body, so that it stands in no address or log. */
export const leesAbonnement = endpoint({
  method: 'POST',
  path: '/abonnementen/_bekijk',
  role: recht('lezen'),
  tag: 'Volgen',
  summary: 'Wat de link uit een mail volgt',
  input: z.object({ sleutel }),
  output: abonnement,
});

export const bevestigAbonnement = endpoint({
  method: 'POST',
  path: '/abonnementen/_bevestig',
  role: recht('schrijven'),
  tag: 'Volgen',
  summary: 'Bevestig met de link uit de mail; vanaf nu komen er berichten',
  input: z.object({ sleutel }),
  output: abonnement,
});

export const wijzigAbonnement = endpoint({
  method: 'POST',
  path: '/abonnementen/_wijzig',
  role: recht('schrijven'),
  tag: 'Volgen',
  summary: 'Volg met dezelfde link een ander gebied, andere onderwerpen, of hoor het vaker of minder vaak',
  input: z.object({
    sleutel,
    /** Left out: it stays as it is. */
    gebied: z.optional(volgGebied),
    onderwerpen,
    hoeVaak,
  }),
  output: abonnement,
});

/**
 * Stops at once; asked again it is still done. A mail program asks this by itself (RFC 8058), so the secret stands in the
 * address: it is worth nothing afterwards.
 */
export const meldAf = endpoint({
  method: 'POST',
  path: '/abonnementen/_afmelden',
  role: recht('schrijven'),
  tag: 'Volgen',
  summary: 'Stop de berichten en vergeet het e-mailadres',
  input: z.object({ sleutel }),
  output: z.object({ gestopt: z.literal(true) }),
  inhoud: 'application/x-www-form-urlencoded',
});

/** The fields of {@link volgGebied} as an address holds them: `vlak` is x,y,x,y,… */
const gebiedAdres = {
  x: z.optional(rdPuntVelden.x),
  y: z.optional(rdPuntVelden.y),
  straal: z.optional(straal),
  buurt: z.optional(code),
  wijk: z.optional(code),
  vlak: z.optional(z.string().check(z.maxLength(tekenGrenzen.hoeken * 24))),
};
export type GebiedAdres = z.infer<z.ZodMiniObject<typeof gebiedAdres>>;

export const leesFeed = endpoint({
  method: 'GET',
  path: '/wijzigingen/atom',
  role: 'iedereen',
  tag: 'Volgen',
  summary: 'Wat op een plek of in een gebied is gepubliceerd, het nieuwste eerst, als Atom-feed (RFC 4287)',
  input: z.object({
    ...gebiedAdres,
    onderwerpen: z.optional(
      z.pipe(
        z.transform((value: unknown) => (typeof value === 'string' ? value.split(',') : value)),
        onderwerpen,
      ),
    ),
  }),
  output: z.unknown(),
  antwoord: 'application/atom+xml',
});
