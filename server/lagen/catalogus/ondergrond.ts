import {
  type Eigenschap,
  eigenGemeenten,
  type Gegevens,
  kenmerken,
  type LaagDefinitie,
  vanafOppervlakte,
} from './laag.ts';

/** The background map. All of it travels in one tile set, so that a first view takes few requests. */
const achtergrond = (
  laag: Pick<LaagDefinitie, 'id' | 'naam' | 'geometrie' | 'minZoom' | 'tabellen' | 'velden' | 'heeftBereik'> & {
    objecten: string;
    gegevens: Omit<Gegevens, 'titel'> & { titel?: string };
  },
): LaagDefinitie => ({
  ...laag,
  role: 'iedereen',
  groep: 'Ondergrond',
  uitleg: '',
  ondergrond: true,
  standaardAan: true,
  maxZoom: 24,
  veld: null,
  legenda: [],
  tekstVeld: null,
  tegelZoom: 16,
  collectie: 'ondergrond',
  objecten: { sql: laag.objecten, bindings: [] },
  gegevens: {
    titel: laag.naam,
    ...laag.gegevens,
  },
});

const tekst = (titel: string): Eigenschap => ({ type: 'string', titel });

/** What an object of the BGT says of itself, and the columns that hold it. */
const bgtKolommen = 'identificatie AS sleutel, soort, functie, voorkomen, relatieve_hoogte, bronhouder';
const bgtEigenschappen = {
  soort: tekst('Soort object in de BGT'),
  functie: tekst('Functie'),
  voorkomen: tekst('Fysiek voorkomen'),
  relatieveHoogte: { type: 'integer', titel: 'Ligging ten opzichte van de grond: 0 is op de grond' },
  bronhouder: tekst('Bronhouder'),
} as const;

const van = (oppervlakte: string) => `(${oppervlakte})::smallint AS van`;

/**
 * Land: what grows or is paved beside the roads, by class of the BGT. Yards look like the ground of the map, and their
 * many corners would be half of a tile: only near by they are drawn.
 */
const terreinSoort = `CASE soort WHEN 'begroeidterreindeel' THEN 'begroeid terrein'
  WHEN 'onbegroeidterreindeel' THEN 'onbegroeid terrein' WHEN 'ondersteunendwegdeel' THEN 'berm of talud van een weg'
  WHEN 'ondersteunendwaterdeel' THEN 'oever of slootkant' END`;

const terrein = achtergrond({
  id: 'terrein',
  naam: 'Terrein',
  geometrie: 'vlak',
  minZoom: 8,
  tabellen: ['bgt_object'],
  velden: ['klasse'],
  objecten: `
    SELECT ${bgtKolommen}, geom,
      ${van(`CASE WHEN soort = 'onbegroeidterreindeel' AND voorkomen IS DISTINCT FROM 'zand' THEN 15 ELSE ${vanafOppervlakte('ST_Area(geom)')} END`)},
      CASE
        WHEN voorkomen LIKE '%bos' OR voorkomen = 'houtwal' THEN 'bos'
        WHEN voorkomen IN ('heide', 'struiken', 'duin') THEN 'heide'
        WHEN voorkomen IN ('moeras', 'rietland', 'kwelder') OR soort = 'ondersteunendwaterdeel' THEN 'oever'
        WHEN voorkomen IN ('bouwland', 'boomteelt', 'fruitteelt') THEN 'akker'
        WHEN voorkomen = 'grasland agrarisch' THEN 'weide'
        WHEN voorkomen LIKE 'gras%' OR voorkomen = 'groenvoorziening' OR soort = 'begroeidterreindeel' THEN 'groen'
        WHEN soort = 'ondersteunendwegdeel' THEN 'berm'
        WHEN voorkomen = 'zand' THEN 'zand'
        WHEN voorkomen = 'erf' THEN 'erf'
        ELSE 'verhard'
      END AS klasse,
      coalesce(voorkomen, functie, soort) AS titel,
      ${kenmerken({ Soort: terreinSoort, Functie: 'functie' })} AS kenmerken
    FROM bgt_object
    WHERE soort IN ('begroeidterreindeel', 'onbegroeidterreindeel', 'ondersteunendwegdeel', 'ondersteunendwaterdeel')
      AND relatieve_hoogte >= 0`,
  gegevens: {
    beschrijving: 'Begroeide en onbegroeide terreinen, bermen en oevers uit de BGT, op of boven de grond.',
    eigenschappen: bgtEigenschappen,
  },
});

const water = achtergrond({
  id: 'water',
  naam: 'Water',
  geometrie: 'vlak',
  minZoom: 8,
  tabellen: ['bgt_object'],
  velden: [],
  objecten: `
    SELECT ${bgtKolommen}, naam, geom, ${van(vanafOppervlakte('ST_Area(geom)'))}, coalesce(naam, functie, 'water') AS titel,
      ${kenmerken({ Soort: 'functie' })} AS kenmerken
    FROM bgt_object WHERE soort = 'waterdeel'`,
  gegevens: {
    beschrijving: 'Waterdelen uit de BGT.',
    eigenschappen: { naam: tekst('Naam'), ...bgtEigenschappen },
  },
});

/** Main roads stay whole at every zoom: dropping their small pieces would leave holes. */
const weg = achtergrond({
  id: 'weg',
  naam: 'Wegen',
  geometrie: 'vlak',
  minZoom: 9,
  tabellen: ['bgt_object'],
  velden: ['klasse', 'hoogte'],
  objecten: `
    SELECT ${bgtKolommen}, geom,
      (CASE
        WHEN functie LIKE 'rijbaan auto%' THEN 9
        WHEN functie = 'rijbaan regionale weg' THEN 10
        WHEN functie LIKE 'rijbaan%' OR functie IN ('OV-baan', 'spoorbaan') THEN 12
        WHEN functie IN ('woonerf', 'voetgangersgebied') THEN 13
        WHEN functie IN ('fietspad', 'ruiterpad') THEN 14
        ELSE 15
      END)::smallint AS van,
      CASE
        WHEN functie LIKE 'rijbaan auto%' OR functie = 'rijbaan regionale weg' THEN 'hoofd'
        WHEN functie LIKE 'rijbaan%' OR functie IN ('OV-baan', 'overweg') THEN 'straat'
        WHEN functie IN ('woonerf', 'voetgangersgebied') THEN 'erf'
        WHEN functie = 'spoorbaan' THEN 'spoorbaan'
        WHEN functie IN ('fietspad', 'ruiterpad') THEN 'fiets'
        WHEN functie LIKE 'voetpad%' THEN 'voet'
        ELSE 'overig'
      END AS klasse,
      nullif(relatieve_hoogte, 0) AS hoogte,
      coalesce(functie, 'weg') AS titel, ${kenmerken({ Verharding: 'voorkomen' })} AS kenmerken
    FROM bgt_object WHERE soort = 'wegdeel' AND relatieve_hoogte >= 0`,
  gegevens: {
    beschrijving: 'Wegdelen uit de BGT, op of boven de grond.',
    eigenschappen: bgtEigenschappen,
  },
});

const spoor = achtergrond({
  id: 'spoor',
  naam: 'Spoor',
  geometrie: 'lijn',
  heeftBereik: true,
  minZoom: 10,
  tabellen: ['bgt_object'],
  velden: [],
  objecten: `
    SELECT ${bgtKolommen},
      CASE WHEN ST_Dimension(geom) = 2 THEN ST_Boundary(geom) ELSE geom END AS geom, geom AS bereik,
      10::smallint AS van,
      coalesce(functie, 'spoor') AS titel, '[]'::jsonb AS kenmerken
    FROM bgt_object WHERE soort = 'spoor'`,
  gegevens: {
    beschrijving: 'Sporen uit de BGT.',
    eigenschappen: bgtEigenschappen,
  },
});

const bouwwerk = achtergrond({
  id: 'bouwwerk',
  naam: 'Andere bouwwerken',
  geometrie: 'vlak',
  minZoom: 14,
  tabellen: ['bgt_object'],
  velden: ['hoogte'],
  objecten: `
    SELECT ${bgtKolommen}, geom, 14::smallint AS van, nullif(relatieve_hoogte, 0) AS hoogte,
      coalesce(functie, voorkomen, soort) AS titel, ${kenmerken({ Soort: 'soort' })} AS kenmerken
    FROM bgt_object
    WHERE soort IN ('overigbouwwerk', 'overbruggingsdeel', 'kunstwerkdeel') AND ST_Dimension(geom) = 2
      AND relatieve_hoogte >= 0`,
  gegevens: {
    beschrijving: 'Overige bouwwerken, bruggen en kunstwerken uit de BGT met een oppervlakte, op of boven de grond.',
    eigenschappen: bgtEigenschappen,
  },
});

const pand = achtergrond({
  id: 'pand',
  naam: 'Panden',
  geometrie: 'vlak',
  minZoom: 12,
  tabellen: ['pand'],
  velden: ['hoogte'],
  objecten: `
    SELECT identificatie AS sleutel, bouwjaar, status, gebruiksdoelen, hoogte_m, hoogte_m AS hoogte, geom,
      ${van(`CASE WHEN ST_Area(geom) >= 550 THEN 12 WHEN ST_Area(geom) >= 45 THEN 13 WHEN ST_Area(geom) >= 20 THEN 14 ELSE 15 END`)},
      'Pand ' || identificatie AS titel,
      ${kenmerken({ Bouwjaar: 'bouwjaar', Status: 'status', Gebruik: `nullif(array_to_string(gebruiksdoelen, ', '), '')` })} AS kenmerken
    FROM pand`,
  gegevens: {
    beschrijving: 'Panden uit de BAG of de BGT.',
    eigenschappen: {
      bouwjaar: { type: 'integer', titel: 'Bouwjaar' },
      status: tekst('Status'),
      gebruiksdoelen: { type: 'strings', titel: 'Gebruiksdoelen' },
      hoogteM: { type: 'number', titel: 'Hoogte in meters' },
    },
  },
});

const perceel = achtergrond({
  id: 'perceel',
  naam: 'Perceelgrenzen',
  geometrie: 'vlak',
  minZoom: 16,
  tabellen: ['perceel'],
  velden: [],
  objecten: `
    SELECT identificatie AS sleutel, kadastrale_gemeente, sectie, perceelnummer, kadastrale_aanduiding, grootte_m2,
      soort_grootte, geom, 16::smallint AS van, kadastrale_aanduiding AS titel,
      ${kenmerken({ Grootte: `replace(to_char(grootte_m2, 'FM999,999,990'), ',', '.') || ' m²'` })} AS kenmerken
    FROM perceel`,
  gegevens: {
    titel: 'Percelen',
    beschrijving: 'Kadastrale percelen uit de kadastrale kaart.',
    eigenschappen: {
      kadastraleAanduiding: tekst('Kadastrale gemeente, sectie en nummer'),
      kadastraleGemeente: tekst('Kadastrale gemeente'),
      sectie: tekst('Sectie'),
      perceelnummer: { type: 'integer', titel: 'Perceelnummer' },
      grootteM2: { type: 'number', titel: 'Kadastrale grootte in m²' },
      soortGrootte: tekst('Hoe zeker de grootte is'),
    },
  },
});

const gemeentegrens = achtergrond({
  id: 'gemeentegrens',
  naam: 'Gemeentegrens',
  geometrie: 'lijn',
  heeftBereik: true,
  minZoom: 8,
  tabellen: ['gemeente', 'bron'],
  velden: [],
  objecten: `
    SELECT code AS sleutel, code, naam, ST_Boundary(geom) AS geom, geom AS bereik, 8::smallint AS van, naam AS titel, '[]'::jsonb AS kenmerken
    FROM gemeente WHERE code IN (${eigenGemeenten})`,
  gegevens: {
    titel: 'Gemeenten',
    beschrijving: 'De gemeenten waarvoor dit loket werkt.',
    eigenschappen: { code: tekst('Code van de gemeente'), naam: tekst('Naam') },
  },
});

const straatnaam = achtergrond({
  id: 'straatnaam',
  naam: 'Straatnamen',
  geometrie: 'label',
  minZoom: 14,
  tabellen: ['bgt_object'],
  velden: ['naam', 'hoek'],
  objecten: `
    SELECT identificatie AS sleutel, geom, 14::smallint AS van, naam, -round(coalesce(hoek, 0)) AS hoek, naam AS titel, '[]'::jsonb AS kenmerken
    FROM bgt_object WHERE soort = 'openbareruimtelabel' AND naam IS NOT NULL AND ST_Dimension(geom) = 0`,
  gegevens: {
    beschrijving: 'Namen van openbare ruimten uit de BGT, op de plaats waar ze op de kaart staan.',
    eigenschappen: { naam: tekst('Naam'), hoek: { type: 'number', titel: 'Draaiing met de klok mee, in graden' } },
  },
});

const huisnummer = achtergrond({
  id: 'huisnummer',
  naam: 'Huisnummers',
  geometrie: 'label',
  minZoom: 16,
  tabellen: ['adres'],
  velden: ['naam'],
  objecten: `
    SELECT identificatie AS sleutel, weergave, straat, huisnummer, huisletter, toevoeging, postcode, woonplaats,
      gebruiksdoelen, oppervlakte_m2, geom, 16::smallint AS van,
      huisnummer || huisletter || CASE toevoeging WHEN '' THEN '' ELSE '-' || toevoeging END AS naam,
      weergave AS titel, ${kenmerken({ Gebruik: `nullif(array_to_string(gebruiksdoelen, ', '), '')` })} AS kenmerken
    FROM adres`,
  gegevens: {
    titel: 'Adressen',
    beschrijving: 'Adressen uit de BAG, met gebruiksdoel en oppervlakte waar die bekend zijn.',
    eigenschappen: {
      weergave: tekst('Adres zoals mensen het schrijven'),
      straat: tekst('Straat'),
      huisnummer: { type: 'integer', titel: 'Huisnummer' },
      huisletter: tekst('Huisletter'),
      toevoeging: tekst('Toevoeging'),
      postcode: tekst('Postcode'),
      woonplaats: tekst('Woonplaats'),
      gebruiksdoelen: { type: 'strings', titel: 'Gebruiksdoelen' },
      oppervlakteM2: { type: 'integer', titel: 'Oppervlakte in m²' },
    },
  },
});

const plaatsnaam = achtergrond({
  id: 'plaatsnaam',
  naam: 'Namen van plaatsen, wijken en buurten',
  geometrie: 'label',
  minZoom: 8,
  tabellen: ['zoek_item', 'adres', 'wijk', 'buurt'],
  velden: ['naam', 'klasse'],
  objecten: `
    SELECT 'woonplaats-' || ref AS sleutel, punt AS geom, 8::smallint AS van, naam, 'woonplaats' AS klasse, naam AS titel, '[]'::jsonb AS kenmerken
      FROM zoek_item WHERE soort = 'woonplaats'
    UNION ALL
    SELECT code, ST_PointOnSurface(geom), 12::smallint, naam, 'wijk', naam, '[]'::jsonb FROM wijk
    UNION ALL
    SELECT code, ST_PointOnSurface(geom), 14::smallint, naam, 'buurt', naam, '[]'::jsonb FROM buurt`,
  gegevens: {
    titel: 'Woonplaatsen, wijken en buurten',
    beschrijving: 'Wijken en buurten met hun grens en aantal inwoners, en woonplaatsen als punt.',
    eigenschappen: {
      code: tekst('Code van de wijk of buurt'),
      naam: tekst('Naam'),
      soort: tekst('Soort: woonplaats, wijk of buurt'),
      inwoners: { type: 'integer', titel: 'Aantal inwoners' },
    },
    objecten: {
      sql: `
      SELECT code AS sleutel, geom, code, naam, 'buurt' AS soort, inwoners FROM buurt
      UNION ALL
      SELECT code, geom, code, naam, 'wijk', inwoners FROM wijk
      UNION ALL
      SELECT 'woonplaats-' || ref, punt, NULL, naam, soort, NULL FROM zoek_item WHERE soort = 'woonplaats'`,
      bindings: [],
    },
  },
});

export const ondergrond: readonly LaagDefinitie[] = [
  terrein,
  water,
  weg,
  spoor,
  bouwwerk,
  pand,
  perceel,
  gemeentegrens,
  straatnaam,
  huisnummer,
  plaatsnaam,
];
