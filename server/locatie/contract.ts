import * as z from 'zod/mini';
import { bron } from '../bronnen/contract.ts';
import { geometrie, omhullende } from '../geo/contract.ts';
import { rdPunt, rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';

export const zoekSoort = z.enum([
  'adres',
  'straat',
  'postcode',
  'woonplaats',
  'perceel',
  'buurt',
  'wijk',
  'gemeente',
  'coordinaat',
]);

export const zoekResultaat = z.object({
  soort: zoekSoort,
  /** What the person reads: "Brummelweg 13, 6731 BX Otterlo". */
  naam: z.string(),
  toelichting: z.nullable(z.string()),
  punt: rdPunt,
  /** Where the map goes; null for a single place. */
  omhullende: z.nullable(omhullende),
  gemeenteCode: z.nullable(z.string()),
  /** `exact`: all that was typed is this; `begin`: it starts so; `lijkt`: a guess at a typing error. */
  gelijkenis: z.enum(['exact', 'begin', 'lijkt']),
});
export type ZoekResultaat = z.infer<typeof zoekResultaat>;

export const zoekAntwoord = z.object({
  resultaten: z.array(zoekResultaat),
  /** Why nothing or nothing exact was found and what else to type, in plain Dutch; null when there is nothing to say. */
  uitleg: z.nullable(z.string()),
});
export type ZoekAntwoord = z.infer<typeof zoekAntwoord>;

/** A POST, because an address does not belong in a URL. */
export const zoekLocaties = endpoint({
  method: 'POST',
  path: '/locaties/_zoek',
  role: 'iedereen',
  tag: 'Locatie',
  summary: 'Zoek een plaats op adres, postcode, straat, kadastrale aanduiding, buurt, wijk of coördinaten',
  input: z.object({
    zoekterm: z.string().check(
      z.overwrite((term) => term.replace(/\s+/g, ' ')),
      z.trim(),
      z.minLength(1, 'Vul iets in'),
      z.maxLength(200, 'Gebruik ten hoogste 200 tekens'),
      z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Gebruik alleen letters, cijfers en leestekens'),
    ),
    maximum: z._default(z.number().check(z.int(), z.gte(1), z.lte(20)), 8),
  }),
  output: zoekAntwoord,
});

/** `geen`: the bron speaks here and has none. `geen-gegevens`: no bron speaks here, so we do not know. */
export const stand = z.enum(['gevonden', 'geen', 'geen-gegevens']);
export type Stand = z.infer<typeof stand>;

export const perceel = z.object({
  identificatie: z.string(),
  kadastraleAanduiding: z.string(),
  /** As registered; null: not delivered. */
  grootteM2: z.nullable(z.number()),
  soortGrootte: z.nullable(z.string()),
  /** Of the border on the map. */
  oppervlakteM2: z.number(),
  omhullende,
  geometrie,
  bronId: z.string(),
});

export const adres = z.object({
  identificatie: z.string(),
  weergave: z.string(),
  gebruiksdoelen: z.array(z.string()),
  oppervlakteM2: z.nullable(z.number()),
  punt: rdPunt,
  bronId: z.string(),
});

export const pand = z.object({
  identificatie: z.string(),
  bouwjaar: z.nullable(z.number()),
  status: z.nullable(z.string()),
  gebruiksdoelen: z.array(z.string()),
  hoogteM: z.nullable(z.number()),
  /** Footprint of the whole pand, and the part of it on this perceel. */
  oppervlakteM2: z.number(),
  opPerceelM2: z.nullable(z.number()),
  geometrie,
  bronId: z.string(),
});

export const locatie = z.object({
  punt: rdPunt,
  lonLat: z.object({ lon: z.number(), lat: z.number() }),
  gemeente: z.object({
    /** `eigen`: of this loket. `andere`: another gemeente. `onbekend`: no border loaded around this place. */
    stand: z.enum(['eigen', 'andere', 'onbekend']),
    code: z.nullable(z.string()),
    naam: z.nullable(z.string()),
    /** Where to go for a place that is not ours. */
    landelijkLoket: z.string(),
  }),
  wijk: z.nullable(z.object({ code: z.string(), naam: z.string() })),
  buurt: z.nullable(z.object({ code: z.string(), naam: z.string() })),
  perceelStand: stand,
  perceel: z.nullable(perceel),
  adressenStand: stand,
  adressen: z.array(adres),
  pandenStand: stand,
  panden: z.array(pand),
  bronnen: z.array(bron),
});
export type Locatie = z.infer<typeof locatie>;

export const leesLocatie = endpoint({
  method: 'GET',
  path: '/locatie',
  role: 'iedereen',
  tag: 'Locatie',
  summary: 'Wat er op een plaats ligt: perceel, adressen en panden',
  input: z.object(rdPuntVelden),
  output: locatie,
});

export const begin = z.object({
  gemeenten: z.array(z.object({ code: z.string(), naam: z.nullable(z.string()) })),
  /** Null when no data is loaded yet. In RD metres, and in degrees for the map. */
  omhullende: z.nullable(omhullende),
  omhullendeLonLat: z.nullable(omhullende),
  voorbeelden: z.array(z.object({ naam: z.string(), toelichting: z.string(), punt: rdPunt })),
});
export type Begin = z.infer<typeof begin>;

/** What the first screen needs: where to look, and places to try. */
export const leesBegin = endpoint({
  method: 'GET',
  path: '/begin',
  role: 'iedereen',
  tag: 'Locatie',
  summary: 'De gemeenten van dit loket, waar de kaart begint, en plaatsen om te proberen',
  input: z.object({}),
  output: begin,
});
