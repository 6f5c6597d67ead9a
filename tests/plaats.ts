import type { Knex } from 'knex';
import { rebuildZoekItems } from '../server/locatie/zoeken/queries.ts';

/** A point on MGT01 A 1, a perceel of 20 by 30 m; and one on its eastern neighbour MGT01 A 2. */
export const opPerceel = { x: 146_003, y: 505_020 };
export const opBuurperceel = { x: 146_030, y: 505_020 };
/** In the gemeente, where no bron of percelen, panden or adressen speaks. */
export const zonderGegevens = { x: 145_100, y: 504_100 };
/** In the gemeente next door, which has its own omgevingsplan in this database. */
export const inBuurgemeente = { x: 147_500, y: 505_000 };
/** In the Netherlands, where no border is loaded. */
export const zonderGrens = { x: 200_000, y: 400_000 };

const vak = (x1: number, y1: number, x2: number, y2: number) =>
  `SRID=28992;MULTIPOLYGON(((${x1} ${y1},${x2} ${y1},${x2} ${y2},${x1} ${y2},${x1} ${y1})))`;

/**
 * A few invented percelen in the gemeente gm9999 with their panden, adressen, rules, omstandigheden and besluiten, and
 * a gemeente gm9998 next door whose plan hangs over the border.
 */
export async function plantPlaats(db: Knex): Promise<void> {
  const gemeente = vak(145_000, 504_000, 147_000, 506_000);
  const dorp = vak(145_900, 504_900, 146_300, 505_300);
  await db.transaction(async (trx) => {
    const bron = (id: string, gemeenteCode: string | null, dekking: string | null, tabel = 'rijen') => ({
      id,
      soort: 'proef',
      naam: `Bron ${id}`,
      licentie: 'CC0',
      gemeente_code: gemeenteCode,
      peildatum: '2026-01-31',
      dekking,
      aantallen: JSON.stringify({ [tabel]: 3 }),
      afgekeurd: JSON.stringify({ 'zonder geometrie': 1 }),
    });
    await trx('bron').insert([
      bron('grenzen', null, null),
      bron('brk', 'gm9999', dorp, 'perceel'),
      bron('adressen', 'gm9999', dorp, 'adres'),
      bron('panden', 'gm9999', dorp, 'pand'),
      bron('plan', 'gm9999', gemeente),
      bron('plan-buur', 'gm9998', null),
      bron('water', null, null),
      bron('besluiten', 'gm9999', gemeente, 'besluit'),
      bron('omgeving', 'gm9999', null),
    ]);
    await trx('gemeente').insert([
      { code: 'gm9999', naam: 'Modelgemeente', geom: gemeente, bron_id: 'grenzen' },
      { code: 'gm9998', naam: 'Buurgemeente', geom: vak(147_000, 504_000, 149_000, 506_000), bron_id: 'grenzen' },
    ]);
    await trx('wijk').insert({ code: 'WK999901', naam: 'Oost', gemeente_code: 'gm9999', geom: dorp, bron_id: 'brk' });
    await trx('buurt').insert({
      code: 'BU99990101',
      naam: 'Hofbuurt',
      wijk_code: 'WK999901',
      gemeente_code: 'gm9999',
      geom: dorp,
      bron_id: 'brk',
    });
    await trx('perceel').insert(
      [
        { nummer: 1, geom: vak(146_000, 505_000, 146_020, 505_030) },
        { nummer: 2, geom: vak(146_020, 505_000, 146_040, 505_030) },
        { nummer: 3, geom: vak(146_005, 505_002, 146_010, 505_007) },
      ].map(({ nummer, geom }) => ({
        identificatie: `perceel-${nummer}`,
        kadastrale_aanduiding: `MGT01 A ${nummer}`,
        kadastrale_gemeente: 'Modelstad',
        sectie: 'A',
        perceelnummer: nummer,
        grootte_m2: nummer === 1 ? 598 : null,
        geom,
        bron_id: 'brk',
      })),
    );
    await trx('pand').insert([
      {
        identificatie: 'pand-1',
        bouwjaar: 1931,
        gebruiksdoelen: ['woonfunctie'],
        geom: vak(146_004, 505_010, 146_014, 505_020),
        bron_id: 'panden',
      },
      // The wall of the neighbour is drawn 5 cm over the border: 0.5 m².
      { identificatie: 'pand-2', geom: vak(146_019.95, 505_010, 146_030, 505_020), bron_id: 'panden' },
      // A shed of 3 m² that stands with 0.9 m² on MGT01 A 1.
      { identificatie: 'schuur', geom: vak(146_019.7, 505_000, 146_020.7, 505_003), bron_id: 'panden' },
    ]);
    const adres = (id: string, straat: string, huisnummer: number, x: number, y: number, extra = {}) => ({
      identificatie: id,
      weergave: `${straat} ${huisnummer}, 1234 AB Modelstad`,
      straat,
      huisnummer,
      postcode: '1234AB',
      woonplaats: 'Modelstad',
      geom: `SRID=28992;POINT(${x} ${y})`,
      bron_id: 'adressen',
      huisletter: '',
      toevoeging: '',
      pand_identificatie: null as string | null,
      gebruiksdoelen: [] as string[],
      ...extra,
    });
    await trx('adres').insert([
      adres('a1', 'Dorpsstraat', 1, 146_008, 505_015, { gebruiksdoelen: ['woonfunctie'] }),
      adres('a1a', 'Dorpsstraat', 1, 146_008, 504_995, {
        huisletter: 'a',
        weergave: 'Dorpsstraat 1a, 1234 AB Modelstad',
        pand_identificatie: 'pand-1',
      }),
      adres('a2', 'Dorpsstraat', 2, 146_030, 505_015, {
        gebruiksdoelen: ['winkelfunctie'],
        pand_identificatie: 'pand-2',
      }),
      adres('a10', 'Dorpsstraat', 10, 146_100, 505_015),
      adres('b1', 'Dorpsstraat', 1, 146_200, 505_015, {
        weergave: 'Dorpsstraat 1, 1234 CD Modeldorp',
        woonplaats: 'Modeldorp',
        postcode: '1234CD',
      }),
      adres('r5', 'Ruïnelaan', 5, 146_120, 505_100, {
        weergave: 'Ruïnelaan 5-2, 1235 XY Modelstad',
        toevoeging: '2',
        postcode: '1235XY',
      }),
      adres('g3', "'s-Gravenweg", 3, 146_140, 505_100, {
        weergave: "'s-Gravenweg 3, 1235 XZ Modelstad",
        postcode: '1235XZ',
      }),
    ]);
    await plantRegels(trx, gemeente);
    await plantOmstandigheden(trx, dorp);
    await plantBesluiten(trx);
    await rebuildZoekItems(trx, ['gemeente', 'wijk', 'buurt', 'adres', 'perceel']);
  });
  await db.raw('ANALYZE');
}

/** Locaties over MGT01 A 1 (600 m²), each with a rule on an activiteit of the same name. */
async function plantRegels(trx: Knex.Transaction, gemeente: string): Promise<void> {
  const regeling = (id: number, extra = {}) => ({
    id,
    identificatie: `/akn/nl/act/gm9999/2026/regeling-${id}`,
    soort: 'omgevingsplan',
    opschrift: `Regeling ${id}`,
    bestuurslaag: 'gemeente',
    bevoegd_gezag_code: 'gm9999',
    bevoegd_gezag: 'Gemeente Modelgemeente',
    geldig_vanaf: '2024-01-01' as string | null,
    geom: gemeente as string | null,
    bron_id: 'plan',
    ontwerp: false,
    geldig_tot: null as string | null,
    ...extra,
  });
  await trx('regeling').insert([
    regeling(1),
    regeling(2, { ontwerp: true }),
    regeling(3, { geldig_vanaf: '2027-01-01' }),
    regeling(4, { geldig_vanaf: '2020-01-01', geldig_tot: '2024-01-01' }),
    regeling(5, { bron_id: 'plan-buur', geom: vak(145_500, 504_000, 149_000, 506_000) }),
    regeling(6, { bron_id: 'plan-buur', geom: null }),
    regeling(7, { geom: null, geldig_vanaf: null }),
    regeling(8, {
      bestuurslaag: 'waterschap',
      soort: 'waterschapsverordening',
      bron_id: 'water',
      geom: vak(146_010, 505_000, 146_500, 505_500),
    }),
  ]);
  const heel = vak(145_000, 504_000, 147_000, 506_000);
  const locaties: { id: number; regeling: number; naam: string; geom: string | null }[] = [
    { id: 11, regeling: 1, naam: 'heel', geom: heel },
    { id: 12, regeling: 1, naam: 'oosthelft', geom: vak(146_010, 504_990, 146_100, 505_040) },
    { id: 13, regeling: 1, naam: 'rand', geom: vak(146_019.98, 504_990, 146_060, 505_040) },
    { id: 14, regeling: 1, naam: 'onbekend', geom: null },
    { id: 15, regeling: 1, naam: 'raakt', geom: vak(146_020, 504_990, 146_060, 505_040) },
    { id: 16, regeling: 1, naam: 'elders', geom: vak(146_500, 505_500, 146_600, 505_600) },
    { id: 17, regeling: 1, naam: 'noordhelft', geom: vak(145_990, 505_015, 146_030, 505_040) },
    { id: 18, regeling: 1, naam: 'lijn', geom: 'SRID=28992;LINESTRING(146000 505000, 146020 505030)' },
    { id: 21, regeling: 2, naam: 'ontwerp', geom: heel },
    { id: 31, regeling: 3, naam: 'toekomst', geom: heel },
    { id: 41, regeling: 4, naam: 'vervallen', geom: heel },
    { id: 51, regeling: 5, naam: 'buurplan', geom: vak(145_500, 504_000, 149_000, 506_000) },
    { id: 61, regeling: 6, naam: 'buurplan zonder grens', geom: null },
    { id: 71, regeling: 7, naam: 'plan zonder grens', geom: null },
    { id: 81, regeling: 8, naam: 'water', geom: vak(146_010, 505_000, 146_500, 505_500) },
  ];
  await trx('locatie').insert(
    locaties.map(({ id, regeling: regeling_id, geom }) => ({
      id,
      regeling_id,
      identificatie: `loc-${id}`,
      soort: 'Gebied',
      geom,
    })),
  );
  await trx.raw(
    `INSERT INTO locatie_deel (locatie_id, geom) SELECT id, ST_Subdivide(geom, 32) FROM locatie WHERE geom IS NOT NULL`,
  );
  // A rule per locatie, on an activiteit with the name of that locatie.
  for (const { id, regeling: regeling_id, naam } of locaties)
    await plantRegel(trx, { id, regeling_id, naam, regel: [id], object: [id] });
  // A rule over the whole gemeente whose kwalificatie holds in one half only, or nowhere here.
  await plantRegel(trx, { id: 101, regeling_id: 1, naam: 'deel van heel', regel: [11], object: [12] });
  await plantRegel(trx, { id: 102, regeling_id: 1, naam: 'elders in heel', regel: [11], object: [16] });
  // Rule and kwalificatie each cover half: a quarter has both. And two halves that overlap: three quarters together.
  await plantRegel(trx, { id: 103, regeling_id: 1, naam: 'kwart', regel: [17], object: [12] });
  await plantRegel(trx, { id: 104, regeling_id: 1, naam: 'driekwart', regel: [12, 17], object: [12, 17] });
  await plantRegel(trx, { id: 105, regeling_id: 1, naam: 'misschien', regel: [14], object: [11] });
  await trx('gebiedsaanwijzing').insert({
    id: 1,
    regeling_id: 1,
    identificatie: 'ga-1',
    type: 'functie',
    naam: 'Centrum',
    groep: 'centrumgebied',
  });
  await trx('gebiedsaanwijzing_locatie').insert({ gebiedsaanwijzing_id: 1, locatie_id: 12 });
  await trx('juridische_regel_gebiedsaanwijzing').insert({ regel_id: 11, gebiedsaanwijzing_id: 1 });
  await trx('norm').insert({
    id: 1,
    regeling_id: 1,
    identificatie: 'norm-1',
    soort: 'omgevingsnorm',
    naam: 'maximum bouwhoogte',
    type: 'maximum bouwhoogte',
    groep: 'maatvoering',
    eenheid: 'meter',
  });
  await trx('juridische_regel_norm').insert({ regel_id: 11, norm_id: 1 });
  await trx('normwaarde').insert([
    { id: 1, norm_id: 1, kwantitatief: '10.50' },
    { id: 2, norm_id: 1, kwalitatief: 'een bouwlaag' },
    { id: 3, norm_id: 1, in_regeltekst: true },
  ]);
  await trx('normwaarde_locatie').insert([
    { normwaarde_id: 1, locatie_id: 12 },
    { normwaarde_id: 2, locatie_id: 17 },
    { normwaarde_id: 3, locatie_id: 16 },
  ]);
}

async function plantRegel(
  trx: Knex.Transaction,
  {
    id,
    regeling_id,
    naam,
    regel,
    object,
  }: { id: number; regeling_id: number; naam: string; regel: number[]; object: number[] },
): Promise<void> {
  await trx('regeltekst').insert({
    id,
    regeling_id,
    identificatie: `rt-${id}`,
    nummer: `Artikel ${id}`,
    opschrift: naam,
    tekst: `Over ${naam}.`,
    volgorde: id,
  });
  await trx('juridische_regel').insert({
    id,
    regeltekst_id: id,
    identificatie: `jr-${id}`,
    soort: 'RegelVoorIedereen',
    idealisatie: id === 12 ? 'indicatief' : 'exact',
    themas: ['bouwwerken'],
  });
  await trx('juridische_regel_locatie').insert(regel.map((locatie_id) => ({ regel_id: id, locatie_id })));
  await trx('activiteit').insert({
    id,
    regeling_id,
    identificatie: `act-${id}`,
    naam,
    groep: 'bouwactiviteit ruimtelijk',
  });
  await trx('activiteit_locatieaanduiding').insert({
    id,
    regel_id: id,
    activiteit_id: id,
    kwalificatie: 'vergunningplicht',
  });
  await trx('activiteit_locatieaanduiding_locatie').insert(
    object.map((locatie_id) => ({ aanduiding_id: id, locatie_id })),
  );
}

async function plantOmstandigheden(trx: Knex.Transaction, dorp: string): Promise<void> {
  await trx('omstandigheid').insert([
    {
      id: 1,
      thema: 'geluid-weg',
      omschrijving: 'Lden',
      waarde: 62,
      eenheid: 'dB',
      geom: vak(146_015, 504_990, 146_100, 505_040),
      bron_id: 'omgeving',
    },
    {
      id: 2,
      thema: 'monument',
      omschrijving: 'rijksmonument',
      geom: 'SRID=28992;POINT(146008 505015)',
      bron_id: 'omgeving',
    },
    {
      id: 3,
      thema: 'archeologie',
      omschrijving: 'hoog',
      geom: vak(146_020, 505_000, 146_100, 505_040),
      bron_id: 'omgeving',
    },
  ]);
  await trx.raw(
    'INSERT INTO omstandigheid_deel (omstandigheid_id, geom) SELECT id, ST_Subdivide(geom, 32) FROM omstandigheid',
  );
  await trx('omstandigheid_dekking').insert([
    { thema: 'geluid-weg', geom: dorp, bron_id: 'omgeving' },
    { thema: 'archeologie', geom: dorp, bron_id: 'omgeving' },
    // Half of MGT01 A 1 was looked into.
    { thema: 'bodem', geom: vak(145_900, 504_900, 146_010, 505_300), bron_id: 'omgeving' },
  ]);
}

async function plantBesluiten(trx: Knex.Transaction): Promise<void> {
  const besluit = (identificatie: string, soort: string, gepubliceerd: string, geom: string, extra = {}) => ({
    identificatie,
    soort,
    onderwerp: 'bouwen',
    titel: `Besluit ${identificatie}`,
    bevoegd_gezag: 'Gemeente Modelgemeente',
    gemeente_code: 'gm9999',
    gepubliceerd,
    plaats_soort: 'punt',
    geom,
    bron_id: 'besluiten',
    procedure: null as string | null,
    verzonden: null as string | null,
    ter_inzage: null as string | null,
    ...extra,
  });
  const punt = (x: number, y: number) => `SRID=28992;POINT(${x} ${y})`;
  await trx('besluit').insert([
    besluit('hier', 'verleend', '2026-11-05', punt(146_010, 505_010), {
      procedure: 'regulier',
      verzonden: '2026-11-03',
    }),
    // 100 m east of the border of the perceel, 117 m from the point that is asked about.
    besluit('op 100 m', 'aanvraag', '2026-11-10', punt(146_120, 505_020)),
    besluit('op 480 m', 'ontwerp', '2026-10-01', punt(146_500, 505_020), {
      onderwerp: 'kap',
      ter_inzage: '2026-11-12',
    }),
    besluit('oud', 'verleend', '2020-05-05', punt(146_011, 505_011)),
    besluit('plan', 'plan-vastgesteld', '2026-06-01', vak(145_000, 504_000, 147_000, 506_000), {
      plaats_soort: 'gemeente',
      onderwerp: 'plan',
    }),
    besluit('ver weg', 'melding', '2026-11-11', punt(146_900, 505_900)),
  ]);
}
