import * as z from 'zod/mini';
import { bijlageGrenzen } from '../bijlagen/domain.ts';
import { bronKort } from '../bronnen/contract.ts';
import { gemeenteCode, omhullende, vlakken } from '../geo/contract.ts';
import { rdPuntVelden } from '../geo/rd.ts';
import { endpoint } from '../http/endpoint.ts';
import { vrijeTekst } from '../indienen/contract.ts';
import { themas } from '../veiligheid/domain/velden.ts';
import { grootsteStraalM, windstreken } from './domain/plek.ts';
import { adviezen, handelingen, staten, type Team, teams } from './domain/staat.ts';
import { steunen } from './domain/steun.ts';

const tag = 'Toezicht';
const gebiedCode = z.string().check(z.regex(/^(wk\d{6}|bu\d{8})$/, 'Schrijf een gebied als wk999901 of bu99990101'));
const straal = z.coerce
  .number('De straal is geen getal')
  .check(
    z.gt(0, 'De straal is groter dan 0 meter'),
    z.lte(
      grootsteStraalM,
      `De straal is ten hoogste ${grootsteStraalM} meter: loop naar een open plek en meet opnieuw`,
    ),
  );
/** Within three centuries: further away is a mistake, and not every clock can say it. */
const moment = z.iso.datetime({ offset: true, error: 'Schrijf een moment als 2026-11-22T20:15:00+01:00' }).check(
  z.refine((tekst) => {
    const op = Date.parse(tekst);
    return op >= Date.UTC(1900, 0) && op < Date.UTC(2200, 0);
  }, 'Kies een moment tussen 1900 en 2200'),
);

const werkgebied = z.object({
  code: z.string(),
  naam: z.string(),
  soort: z.enum(['wijk', 'buurt']),
  /** The wijk of a buurt. */
  wijk: z.nullable(z.string()),
  gemeente: z.string(),
  omhullende,
});
export type Werkgebied = z.infer<typeof werkgebied>;

export const leesGebieden = endpoint({
  method: 'GET',
  path: '/toezicht/gebieden',
  role: { gegeven: 'basiskaart', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Wijken en buurten om in te werken',
  input: z.object({}),
  output: z.object({ gebieden: z.array(werkgebied) }),
});

const venster = z.object({
  van: z.nullable(z.string()),
  tot: z.nullable(z.string()),
  dagen: z.nullable(z.array(z.int())),
  uren: z.nullable(z.tuple([z.int(), z.int()])),
});
const vergunning = {
  identificatie: z.string(),
  soort: z.string(),
  titel: z.string(),
  zaaknummer: z.nullable(z.string()),
  gepubliceerd: z.string(),
  /** First day on which it may be used; null: not known. */
  inWerking: z.nullable(z.string()),
  url: z.nullable(z.string()),
  bron: bronKort,
  x: z.number(),
  y: z.number(),
};
const activiteit = {
  naam: z.string(),
  kwalificatie: z.string(),
  artikel: z.string(),
  opschrift: z.nullable(z.string()),
  regeling: z.string(),
  bron: bronKort,
};

/** All that is needed to say, without network too, which regimes a circle touches. Geometry is cut to the surroundings. */
export const plekFeiten = z.object({
  gemeenten: z.array(z.object({ code: z.string(), naam: z.string(), vlakken })),
  regimes: z.array(
    z.object({
      regime: z.string(),
      naam: z.string(),
      artikel: z.nullable(z.string()),
      besluit: z.nullable(z.string()),
      url: z.nullable(z.string()),
      venster,
      bron: bronKort,
      vlakken,
    }),
  ),
  /** Where a bron knows all areas of a kind. */
  regimesBekend: z.array(z.object({ regime: z.string(), bron: bronKort, vlakken })),
  activiteiten: z.array(z.object({ vlakken, regels: z.array(z.object(activiteit)) })),
  /** Where an omgevingsplan is in force. */
  plannen: z.array(z.object({ vlakken })),
  vergunningen: z.array(z.object({ ...vergunning, reikM: z.number() })),
  /** Those that were published before this day are not among them; null: all are. */
  vergunningenVanaf: z.nullable(z.string()),
  /** Where a bron knows the besluiten. */
  besluiten: z.array(z.object({ vlakken })),
});
export type PlekFeiten = z.infer<typeof plekFeiten>;

export const leesPlekFeiten = endpoint({
  method: 'GET',
  path: '/toezicht/plekfeiten',
  role: { gegeven: 'omgevingsplan', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Regimes, activiteiten en vergunningen van een wijk of buurt, om op de tablet te bewaren',
  input: z.object({ gebied: gebiedCode }),
  output: plekFeiten,
});

/** Adressen to name a place by, per street; of a building with many the first. Where a point is, in whole metres. */
const straat = z.object({ naam: z.string(), adressen: z.array(z.tuple([z.number(), z.number(), z.string()])) });

export const leesPlaatsen = endpoint({
  method: 'GET',
  path: '/toezicht/plaatsen',
  role: { gegeven: 'basiskaart', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Grens en adressen van een wijk of buurt, om zonder verbinding te zeggen waar iets is',
  input: z.object({ gebied: gebiedCode }),
  output: z.object({ vlakken, straten: z.array(straat) }),
});
export type Plaatsen = z.infer<typeof leesPlaatsen.output>;

export const leesPlaatsnaam = endpoint({
  method: 'GET',
  path: '/toezicht/plaatsnaam',
  role: { gegeven: 'basiskaart', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Hoe een plek heet: het dichtste adres, en in welke gemeente zij ligt',
  input: z.object(rdPuntVelden),
  output: z.object({
    /** Null: none nearby. */
    adres: z.nullable(z.object({ naam: z.string(), afstandM: z.number() })),
    /** Null: no border is loaded around this place. */
    gemeente: z.nullable(z.object({ code: z.string(), naam: z.string() })),
  }),
});

export type Plaatsnaam = z.infer<typeof leesPlaatsnaam.output>;

const loop = z.array(
  z.object({ naar: z.enum(['binnen', 'buiten']), meters: z.number(), richting: z.enum(windstreken) }),
);
const steunt = z.enum(steunen);
const optreden = z.object({
  cirkel: z.object({ x: z.number(), y: z.number(), straalM: z.number() }),
  gebied: z.object({ uitkomst: z.enum(['ja', 'nee', 'onbekend']), uitleg: z.string(), loop }),
  regimes: z.array(
    z.object({
      regime: z.string(),
      naam: z.string(),
      wat: z.string(),
      doe: z.string(),
      artikel: z.nullable(z.string()),
      uitkomst: z.enum(['geldt', 'geldt-niet', 'onbekend']),
      gebied: z.nullable(z.string()),
      besluit: z.nullable(z.string()),
      url: z.nullable(z.string()),
      /** First and last day of the area that was pointed out; null: there is none here. Within it null: not known. */
      geldig: z.nullable(z.object({ van: z.nullable(z.string()), tot: z.nullable(z.string()) })),
      bron: z.nullable(bronKort),
      steunt,
      reden: z.string(),
      loop,
    }),
  ),
  /** What the omgevingsplan says of activiteiten here or on whose border the circle lies. */
  activiteiten: z.array(z.object({ ...activiteit, uitkomst: z.enum(['geldt', 'onbekend']), loop })),
  activiteitenBekend: z.boolean(),
  vergunningen: z.array(z.object({ ...vergunning, afstandM: z.number() })),
  vergunningenBekend: z.boolean(),
  vergunningenVanaf: z.nullable(z.string()),
  bevoegdheden: z.array(z.object({ kan: z.string(), artikel: z.string(), steunt })),
  /** Day on which a jurist checked these texts; null: nobody did yet. */
  nagekeken: z.nullable(z.string()),
});
export type Optreden = z.infer<typeof optreden>;

export const leesOptreden = endpoint({
  method: 'GET',
  path: '/toezicht/optreden',
  role: { gegeven: 'omgevingsplan', doe: 'lezen', anoniem: true },
  tag,
  summary: 'Mag ik hier optreden? Wat geldt waar de cirkel ligt, en wat ik mag',
  input: z.object({
    ...rdPuntVelden,
    straal,
    /** Another moment than now. */
    op: z.optional(moment),
  }),
  output: optreden,
});

export const leesWerkHotspots = endpoint({
  method: 'GET',
  path: '/toezicht/hotspots',
  role: { gegeven: 'hotspotIntern', doe: 'lezen' },
  tag,
  summary: 'Cellen in een wijk of buurt waar op een deel van de dag duidelijk meer gebeurt dan door toeval',
  input: z.object({ gebied: gebiedCode }),
  output: z.object({
    stromen: z.array(
      z.object({
        stroom: z.enum(['politie', 'melding']),
        bron: bronKort,
        /** The years that were counted. */
        jaren: z.array(z.int()),
        delen: z.array(
          z.object({
            weekdeel: z.enum(['doordeweeks', 'weekend']),
            dagdeel: z.enum(['nacht', 'dag', 'avond']),
            /** Why this part of the day says nothing; null: it does. */
            tekort: z.nullable(z.string()),
            cellen: z.array(
              z.object({
                cel: z.int(),
                bin: z.int(),
                aantal: z.int(),
                buurt: z.nullable(z.string()),
                /** The themas that weigh most, first the most. */
                themas: z.array(z.object({ thema: z.string(), aantal: z.int() })),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
});
export type WerkHotspots = z.infer<typeof leesWerkHotspots.output>;

const stop = z.object({
  /** Stable, so that a list keeps its place. */
  id: z.string(),
  soort: z.enum(['melding', 'plek']),
  titel: z.string(),
  tekst: z.string(),
  plaats: z.string(),
  x: z.number(),
  y: z.number(),
  /** Of a melding the day on which it came; of a place the last month that was counted, YYYY-MM. */
  datum: z.string(),
  uiterlijk: z.nullable(z.string()),
});
export type WerkStop = z.infer<typeof stop>;

export const leesWerklijst = endpoint({
  method: 'GET',
  path: '/toezicht/werklijst',
  role: { gegeven: 'meldingInhoud', doe: 'lezen' },
  tag,
  summary: 'Open meldingen en plekken met veel meldingen in een wijk of buurt',
  input: z.object({ gebied: gebiedCode }),
  output: z.object({ stops: z.array(stop), bron: z.nullable(bronKort) }),
});

const team = z.enum(Object.keys(teams) as [Team, ...Team[]]);
const uuid = (wat: string) => z.uuid(`Dit is geen nummer van ${wat}`);
/** Times of the tablet, by its own clock. */
const tabletVelden = {
  gestuurdOp: moment,
  /** How many ms the clock of the server was ahead when the tablet last heard of it before; null: never. */
  verschilVoor: z._default(z.nullable(z.int().check(z.gte(-4e12), z.lte(4e12))), null),
  /** The tablet saw that its clock was moved before this was made. */
  klokVerzet: z._default(z.boolean(), false),
};

const foto = z.object({
  id: z.string(),
  naam: z.string(),
  soort: z.enum(['gezien', 'bewijs']),
  bytes: z.number(),
  ontvangen: z.number(),
  status: z.enum(['ontvangen', 'gekeurd', 'geweigerd']),
  reden: z.nullable(z.string()),
});
export type Foto = z.infer<typeof foto>;

const bevinding = z.object({
  id: z.string(),
  versie: z.int(),
  staat: z.enum(staten),
  thema: z.string(),
  gezien: z.string(),
  maatregel: z.string(),
  adviezen: z.array(z.enum(adviezen)),
  x: z.number(),
  y: z.number(),
  /** The nearest adres; null: none nearby. */
  adres: z.nullable(z.string()),
  nauwkeurigheidM: z.nullable(z.number()),
  plaats: z.string(),
  melding: z.nullable(z.string()),
  team: z.nullable(team),
  toegewezenAan: z.nullable(z.string()),
  door: z.string(),
  ikzelf: z.boolean(),
  /** By the clock of the server. */
  gezienOp: z.string(),
  ontvangenOp: z.string(),
  /** By the clock of the tablet, kept beside it. */
  tabletOp: z.string(),
  klokTwijfel: z.boolean(),
  fotos: z.array(foto),
  verloop: z.array(
    z.object({ soort: z.string(), door: z.string(), tekst: z.string(), wanneer: z.string(), tabletOp: z.string() }),
  ),
  /** What who reads can do now. */
  kan: z.array(z.enum(handelingen)),
});
export type Bevinding = z.infer<typeof bevinding>;

/**
 * The endpoints of findings. Twice: what a toezichthouder sees falls under the AVG, what a boa notes for an offence under
 * the Wpg. Each has its own right, table and log.
 */
const bevindingEndpoints = <const G extends 'bevinding' | 'boaRegistratie'>(
  gegeven: G,
  pad: `/${string}`,
  wat: string,
) => ({
  lijst: endpoint({
    method: 'GET',
    path: pad,
    role: { gegeven, doe: 'lezen' },
    tag,
    summary: `${wat} in een wijk of buurt, of van een adviessoort; de nieuwste eerst`,
    input: z.object({
      gebied: z.optional(gebiedCode),
      staat: z.optional(z.enum(staten)),
    }),
    output: z.object({ bevindingen: z.array(bevinding), meer: z.boolean() }),
  }),
  een: endpoint({
    method: 'GET',
    path: `${pad}/:id`,
    role: { gegeven, doe: 'lezen' },
    tag,
    summary: `${wat}: een`,
    input: z.object({ id: uuid('een bevinding') }),
    output: bevinding,
  }),
  bewaar: endpoint({
    method: 'PUT',
    path: `${pad}/:id`,
    role: { gegeven, doe: 'schrijven' },
    tag,
    summary: `${wat}: leg vast. Het nummer kiest de tablet: opnieuw sturen geeft dezelfde bevinding`,
    input: z.object({
      id: uuid('een bevinding'),
      thema: z.string().check(z.refine((nummer) => themas.has(nummer), 'Dit thema is er niet')),
      gezien: vrijeTekst(4_000).check(z.refine((tekst) => tekst.trim().length >= 3, 'Schrijf wat u zag')),
      maatregel: z._default(vrijeTekst(2_000), ''),
      adviezen: z._default(z.array(z.enum(adviezen)).check(z.maxLength(adviezen.length)), []),
      ...rdPuntVelden,
      nauwkeurigheidM: z._default(z.nullable(z.number().check(z.gte(0), z.lte(10_000))), null),
      plaats: z._default(vrijeTekst(200), ''),
      melding: z._default(z.nullable(uuid('een melding')), null),
      gezienOp: moment,
      ...tabletVelden,
    }),
    output: bevinding,
  }),
  handel: endpoint({
    method: 'POST',
    path: `${pad}/:id/_handel`,
    role: { gegeven, doe: 'schrijven' },
    tag,
    summary: `${wat}: wijs toe, pak op, sluit af, betwist of heropen`,
    input: z.object({
      id: uuid('een bevinding'),
      /** Chosen by the tablet: the same act twice is done once. */
      handelingId: uuid('een handeling'),
      /** The version that was in view. */
      versie: z.int(),
      handeling: z.enum(handelingen),
      team: z._default(z.nullable(team), null),
      tekst: z._default(vrijeTekst(2_000), ''),
      gedaanOp: moment,
      ...tabletVelden,
    }),
    output: bevinding,
  }),
  stuurFoto: endpoint({
    method: 'PUT',
    path: `${pad}/:id/fotos/:foto`,
    role: { gegeven, doe: 'schrijven' },
    tag,
    summary: `${wat}: stuur een foto, in één keer of in delen. Het mag opnieuw`,
    input: z.object({
      id: uuid('een bevinding'),
      foto: uuid('een foto'),
      naam: vrijeTekst(20_000).check(z.minLength(1, 'Het bestand heeft geen naam')),
      soort: z._default(z.enum(['gezien', 'bewijs']), 'gezien'),
      bytes: z.coerce
        .number('De grootte is geen getal')
        .check(z.int(), z.gte(1, 'Het bestand is leeg'), z.lte(bijlageGrenzen.bytes, 'Een foto is ten hoogste 50 MB')),
      vanaf: z._default(z.coerce.number('Dit is geen begin').check(z.int(), z.gte(0), z.lte(bijlageGrenzen.bytes)), 0),
    }),
    output: foto,
    inhoud: 'application/octet-stream',
  }),
  leesFoto: endpoint({
    method: 'GET',
    path: `${pad}/:id/fotos/:foto`,
    role: { gegeven, doe: 'lezen' },
    tag,
    summary: `${wat}: een foto`,
    input: z.object({ id: uuid('een bevinding'), foto: uuid('een foto') }),
    output: z.unknown(),
    antwoord: 'application/octet-stream',
  }),
});
export type BevindingEndpoints = ReturnType<typeof bevindingEndpoints>;

export const bevindingen = bevindingEndpoints('bevinding', '/toezicht/bevindingen', 'Bevindingen op straat');
export const registraties = bevindingEndpoints('boaRegistratie', '/toezicht/registraties', 'Registraties van de boa');
export const {
  lijst: leesBevindingen,
  een: leesBevinding,
  bewaar: bewaarBevinding,
  handel: handelBevinding,
  stuurFoto: stuurBevindingFoto,
  leesFoto: leesBevindingFoto,
} = bevindingen;
export const {
  lijst: leesRegistraties,
  een: leesRegistratie,
  bewaar: bewaarRegistratie,
  handel: handelRegistratie,
  stuurFoto: stuurRegistratieFoto,
  leesFoto: leesRegistratieFoto,
} = registraties;

export const leesCyclus = endpoint({
  method: 'GET',
  path: '/toezicht/cyclus',
  role: { gegeven: 'bevinding', doe: 'lezen' },
  tag,
  summary: 'De korte cyclus: bevindingen per thema en week, en hoeveel daarvan zijn afgesloten',
  input: z.object({ gemeente: gemeenteCode }),
  output: z.object({
    weken: z.array(z.string()),
    themas: z.array(
      z.object({
        thema: z.string(),
        /** Per week of `weken`. */
        nieuw: z.array(z.int()),
        open: z.int(),
        gesloten: z.int(),
        adviezen: z.array(z.object({ advies: z.enum(adviezen), aantal: z.int() })),
      }),
    ),
  }),
});
export type Cyclus = z.infer<typeof leesCyclus.output>;
