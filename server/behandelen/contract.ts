import * as z from 'zod/mini';
import { datum, geometrie } from '../geo/contract.ts';
import { rdPunt } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { verplichteTekst, vrijeTekst } from '../indienen/contract.ts';
import { type Status, statussen } from '../indienen/domain/status.ts';
import { handelingen } from './domain/handelingen.ts';

const lezen = { gegeven: 'behandeling', doe: 'lezen' } as const;
const schrijven = { gegeven: 'behandeling', doe: 'schrijven' } as const;
const tag = 'Behandelen';

export const status = z.enum(Object.keys(statussen) as [Status, ...Status[]]);
export const procedure = z.enum(['regulier', 'uitgebreid', 'melding', 'geen']);
const id = z.uuid('Dit is geen nummer van een zaak');

/** Key of something in a register. */
const sleutel = (melding: string) => z.string().check(z.regex(/^[a-z0-9-]{0,80}$/, melding));

/** A row of the work that waits. */
export const voorraadZaak = z.object({
  id: z.string(),
  kenmerk: z.string(),
  zaaktype: z.string(),
  omschrijving: z.string(),
  plaats: z.string(),
  status,
  procedure,
  ontvangenOp: datum,
  /** The next day on which a term runs out; null: none runs. */
  termijnOp: z.nullable(datum),
  /** The term stands still: `termijnOp` is the last day to send what is missing. */
  opgeschort: z.boolean(),
  behandelaar: z.nullable(z.string()),
  vanMij: z.boolean(),
  x: z.number(),
  y: z.number(),
  geometrie,
});
export type VoorraadZaak = z.infer<typeof voorraadZaak>;

export const voorraadMaximum = 200;

/** The term of a zaak, or that none runs, with its id. */
function isPlaatsInLijst(tekst: string): boolean {
  const [dag, zaak, ...meer] = tekst.split('_');
  return meer.length === 0 && (dag === 'infinity' || datum.safeParse(dag).success) && id.safeParse(zaak).success;
}

export const leesWerkvoorraad = endpoint({
  method: 'GET',
  path: '/werkvoorraad',
  role: lezen,
  tag,
  summary: 'Zaken die wachten op behandeling, wat het eerst afloopt bovenaan',
  input: z.object({
    status: z.optional(status),
    zaaktype: z.optional(sleutel('Dit is geen zaaktype')),
    van: z._default(z.enum(['allen', 'mij', 'niemand']), 'allen'),
    termijn: z._default(z.enum(['alle', 'te-laat', 'week', 'twee-weken']), 'alle'),
    /** Kenmerk, or a part of adres or omschrijving. */
    zoek: z._default(vrijeTekst(100), ''),
    /** `volgende` of the page before. */
    na: z.optional(z.string().check(z.refine(isPlaatsInLijst, 'dit is geen plaats in de lijst'))),
    aantal: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(voorraadMaximum)), 50),
  }),
  output: z.object({
    zaken: z.array(voorraadZaak),
    volgende: z.nullable(z.string()),
    tellingen: z.object({
      open: z.number(),
      teLaat: z.number(),
      week: z.number(),
      niemand: z.number(),
      mij: z.number(),
    }),
  }),
});

const mag = z.object({ mag: z.boolean(), reden: z.nullable(z.string()) });

const gebeurtenis = z.object({
  id: z.string(),
  soort: z.string(),
  wanneer: z.string(),
  doorRol: z.string(),
  tekst: z.string(),
  zichtbaarVoorAanvrager: z.boolean(),
});

const vereiste = z.object({
  id: z.string(),
  tekst: z.string(),
  artikel: z.string(),
  bevinding: z.nullable(z.enum(['aanwezig', 'ontbreekt', 'nvt'])),
});

export const zaakBijlage = z.object({
  id: z.string(),
  naam: z.string(),
  soort: z.string(),
  mediatype: z.nullable(z.string()),
  bytes: z.number(),
  gemaaktOp: z.string(),
});

/** A document that the gemeente made. */
export const zaakDocument = z.object({ id: z.string(), soort: z.string(), titel: z.string(), gemaaktOp: z.string() });

/** What the aanvrager and the gemeente write each other. */
export const zaakBericht = z.object({
  id: z.string(),
  van: z.enum(['aanvrager', 'gemeente']),
  tekst: z.string(),
  wanneer: z.string(),
});

export const zaakBekendmaking = z.object({
  identificatie: z.string(),
  soort: z.string(),
  titel: z.string(),
  tekst: z.string(),
  gepubliceerd: datum,
});

export const adviesUitkomst = z.enum(['positief', 'positief-met-voorschriften', 'negatief', 'geen-bezwaar']);
/** Whom a behandelaar can ask. */
export const adviesRollen = ['omgevingsdienst', 'veiligheidsregio', 'waterschap', 'politie'] as const;

const advies = z.object({
  id: z.string(),
  aanRol: z.string(),
  vraag: z.string(),
  gevraagdOp: datum,
  uiterlijk: datum,
  uitkomst: z.nullable(adviesUitkomst),
  advies: z.nullable(z.string()),
  gegevenOp: z.nullable(z.string()),
});

/** The besluit that a bezwaar is against. */
export const bezwaarTegen = z.object({
  /** Identificatie of its notice; null: it was not published. */
  besluit: z.nullable(z.string()),
  titel: z.nullable(z.string()),
  ontvangenOp: datum,
  /** Last day to object; null: not known. */
  uiterlijk: z.nullable(datum),
  /** The zaak in which it was taken; null: not one of this loket. */
  zaakId: z.nullable(z.string()),
});

const besluitConcept = z.object({
  resultaat: sleutel('Dit is geen besluit'),
  motivering: vrijeTekst(20_000),
  voorschriften: z.array(vrijeTekst(4_000)).check(z.maxLength(100)),
  onomkeerbaar: z.boolean(),
});
export type BesluitConcept = z.infer<typeof besluitConcept>;

/** A zaak as the behandelaar has it before him. */
export const dossier = z.object({
  id: z.string(),
  kenmerk: z.string(),
  /** To send along with each act: the second of two at once hears that the first was there. */
  versie: z.number(),
  zaaktype: z.object({ id: z.string(), naam: z.string(), ding: z.string() }),
  omschrijving: z.string(),
  plaats: z.string(),
  punt: rdPunt,
  geometrie,
  status,
  procedure,
  resultaat: z.nullable(z.string()),
  ontvangenOp: datum,
  behandelaar: z.nullable(z.object({ naam: z.string(), ikzelf: z.boolean() })),
  aanvrager: z.array(z.object({ label: z.string(), waarde: z.string() })),
  antwoorden: z.array(z.object({ vraag: z.string(), antwoord: z.string() })),
  /** The outcome of the vergunningcheck that was sent along; null: none was. */
  oordeelId: z.nullable(z.string()),
  termijn: z.object({
    /** Last day to decide; null: no term runs. */
    uiterlijk: z.nullable(datum),
    dagen: z.nullable(z.number()),
    uitleg: z.nullable(z.string()),
    opgeschortSinds: z.nullable(datum),
    aanvullenTot: z.nullable(datum),
    verlengdMetWeken: z.nullable(z.number()),
    verlengenTot: z.nullable(datum),
    verlengArtikel: z.nullable(z.string()),
    zienswijzenTot: z.nullable(datum),
  }),
  aanvullingGevraagd: z.array(z.string()),
  vereisten: z.array(vereiste),
  bijlagen: z.array(zaakBijlage),
  documenten: z.array(zaakDocument),
  adviezen: z.array(advies),
  berichten: z.array(zaakBericht),
  bekendmakingen: z.array(zaakBekendmaking),
  /** Against its besluit. */
  bezwaren: z.array(
    z.object({
      /** The zaak of the bezwaar; null: it has none of its own. */
      zaakId: z.nullable(z.string()),
      kenmerk: z.nullable(z.string()),
      gronden: z.string(),
      ontvangenOp: datum,
      uiterlijk: z.nullable(datum),
      /** Null: the last day is not known. */
      tijdig: z.nullable(z.boolean()),
    }),
  ),
  /** Of a bezwaar: what it is against. */
  bezwaarTegen: z.nullable(bezwaarTegen),
  publiekeOmschrijving: z.nullable(z.string()),
  besluitConcept: z.nullable(besluitConcept),
  resultaten: z.array(z.string()),
  verloop: z.array(gebeurtenis),
  handelingen: z.record(z.enum(handelingen), mag),
});
export type Dossier = z.infer<typeof dossier>;

export const leesBehandeling = endpoint({
  method: 'GET',
  path: '/behandelingen/:id',
  role: lezen,
  tag,
  summary: 'Een zaak om te behandelen, met wat er nu kan en waarom iets niet kan',
  input: z.object({ id }),
  output: dossier,
});

/** What every act names: the zaak, and the version that was seen. */
const gezien = { id, versie: z.number().check(z.int(), z.gte(1)) };

const handeling = <V extends z.core.$ZodShape>(naam: string, summary: string, velden: V) =>
  endpoint({
    method: 'POST',
    path: `/behandelingen/:id/_${naam}`,
    role: schrijven,
    tag,
    summary,
    input: z.object({ ...gezien, ...velden }),
    output: dossier,
  });

/** What everybody may read of it; no names. */
const omschrijving = verplichteTekst(200, 'Schrijf waar het over gaat, zonder namen');

export const neemZaak = handeling('neem', 'Neem een zaak in behandeling, of neem hem over van een collega', {});
export const geefZaakTerug = handeling('geef-terug', 'Geef een zaak terug aan de werkvoorraad', {});

export const beoordeelVolledigheid = handeling('beoordeel', 'Leg per stuk vast of het er is', {
  bevindingen: z.record(sleutel('Dit is geen vereiste'), z.enum(['aanwezig', 'ontbreekt', 'nvt'])),
});

export const vraagAanvulling = handeling(
  'vraag-aanvulling',
  'Vraag de aanvrager om aan te vullen: de termijn staat stil (Awb 4:5 en 4:15)',
  {
    wat: z
      .array(verplichteTekst(500, 'Schrijf wat er ontbreekt'))
      .check(z.minLength(1, 'Schrijf wat er ontbreekt'), z.maxLength(40)),
    uiterlijk: datum,
  },
);

export const hervatBehandeling = handeling('hervat', 'Ga verder: de termijn loopt weer', {});

export const kiesProcedure = handeling('kies-procedure', 'Kies de reguliere of de uitgebreide procedure', {
  procedure: z.enum(['regulier', 'uitgebreid']),
  /** Ow 16.65 lid 1 and 4, Ob 10.24. */
  reden: z.enum(['verplicht', 'verzoek', 'bopa', 'herstel']),
});

export const verlengTermijn = handeling('verleng', 'Verleng de beslistermijn, één keer, en publiceer dat', {
  weken: z.number().check(z.int(), z.gte(1, 'Kies 1 tot en met 6 weken'), z.lte(6, 'Kies 1 tot en met 6 weken')),
  reden: verplichteTekst(2_000, 'Schrijf waarom er meer tijd nodig is'),
  omschrijving,
});

export const vraagAdvies = handeling('vraag-advies', 'Vraag advies: de adviseur ziet alleen de vraag en deze stukken', {
  aanRol: z.enum(adviesRollen),
  vraag: verplichteTekst(4_000, 'Schrijf wat u wilt weten'),
  uiterlijk: datum,
  bijlagen: z.array(z.uuid()).check(z.maxLength(100)),
});

export const publiceerAanvraag = handeling('publiceer-aanvraag', 'Zet de aanvraag op de kaart (Ow 16.57)', {
  omschrijving,
});

export const bewaarBesluit = handeling('bewaar-besluit', 'Bewaar het besluit waaraan u werkt', {
  besluit: besluitConcept,
});

const besluitVelden = {
  omschrijving,
  besluit: z.extend(besluitConcept, {
    resultaat: z.string().check(z.regex(/^[a-z-]{1,40}$/, 'Kies wat u besluit')),
    motivering: verplichteTekst(20_000, 'Schrijf waarom u dit besluit (Awb 3:46)'),
  }),
};

export const legTerInzage = handeling(
  'leg-ter-inzage',
  'Leg het ontwerp van het besluit ter inzage en publiceer het (Awb 3:11, 3:12)',
  { ...besluitVelden, vanaf: datum },
);

export const neemBesluit = handeling(
  'besluit',
  'Neem het besluit: het wordt verzonden, gepubliceerd en staat meteen op de kaart',
  besluitVelden,
);

export const rondAf = handeling('rond-af', 'Rond de zaak af', {
  resultaat: z.nullable(sleutel('Dit is geen resultaat')),
  toelichting: z._default(vrijeTekst(2_000), ''),
});

export const stuurBericht = handeling('bericht', 'Stuur de aanvrager een bericht', {
  tekst: verplichteTekst(4_000, 'Schrijf een bericht'),
});

export const leesBesluitVoorbeeld = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/besluit-voorbeeld',
  role: lezen,
  tag,
  summary: 'Het bewaarde besluit zoals het op papier komt',
  input: z.object({ id }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesZaakDocument = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/documenten/:document',
  role: lezen,
  tag,
  summary: 'Een document van de gemeente bij een zaak, als PDF',
  input: z.object({ id, document: z.uuid('Dit is geen nummer van een document') }),
  output: z.unknown(),
  antwoord: 'application/pdf',
});

export const leesZaakBijlage = endpoint({
  method: 'GET',
  path: '/behandelingen/:id/bijlagen/:bijlage',
  role: lezen,
  tag,
  summary: 'Een bestand dat de aanvrager bij een zaak stuurde',
  input: z.object({ id, bijlage: z.uuid('Dit is geen nummer van een bijlage') }),
  output: z.unknown(),
  antwoord: 'application/octet-stream',
});
