import { eigenGemeenten, kenmerken, type LaagDefinitie, vanafOppervlakte } from './laag.ts';

/** The background map. All of it travels in one tile set, so that a first view takes few requests. */
const achtergrond = (
  laag: Pick<LaagDefinitie, 'id' | 'naam' | 'geometrie' | 'minZoom' | 'tabellen' | 'velden' | 'heeftBereik'> & {
    objecten: string;
  },
): LaagDefinitie => ({
  ...laag,
  groep: 'Ondergrond',
  uitleg: '',
  ondergrond: true,
  standaardAan: true,
  maxZoom: 24,
  veld: null,
  legenda: [],
  tekstVeld: null,
  collectie: 'ondergrond',
  objecten: { sql: laag.objecten, bindings: [] },
});

const van = (oppervlakte: string) => `(${oppervlakte})::smallint AS van`;

/** Land: what grows or is paved beside the roads, by class of the BGT. */
const terrein = achtergrond({
  id: 'terrein',
  naam: 'Terrein',
  geometrie: 'vlak',
  minZoom: 8,
  tabellen: ['bgt_object'],
  velden: ['klasse'],
  objecten: `
    SELECT geom, ${van(vanafOppervlakte('ST_Area(geom)'))},
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
      ${kenmerken({ Soort: 'soort', Functie: 'functie' })} AS kenmerken
    FROM bgt_object
    WHERE soort IN ('begroeidterreindeel', 'onbegroeidterreindeel', 'ondersteunendwegdeel', 'ondersteunendwaterdeel')
      AND relatieve_hoogte >= 0`,
});

const water = achtergrond({
  id: 'water',
  naam: 'Water',
  geometrie: 'vlak',
  minZoom: 8,
  tabellen: ['bgt_object'],
  velden: [],
  objecten: `
    SELECT geom, ${van(vanafOppervlakte('ST_Area(geom)'))}, coalesce(naam, functie, 'water') AS titel,
      ${kenmerken({ Soort: 'functie' })} AS kenmerken
    FROM bgt_object WHERE soort = 'waterdeel'`,
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
    SELECT geom,
      (CASE
        WHEN functie LIKE 'rijbaan auto%' THEN 9
        WHEN functie = 'rijbaan regionale weg' THEN 10
        WHEN functie LIKE 'rijbaan%' OR functie = 'OV-baan' THEN 12
        WHEN functie IN ('woonerf', 'voetgangersgebied') THEN 13
        ELSE 14
      END)::smallint AS van,
      CASE
        WHEN functie LIKE 'rijbaan auto%' OR functie = 'rijbaan regionale weg' THEN 'hoofd'
        WHEN functie LIKE 'rijbaan%' OR functie IN ('OV-baan', 'overweg') THEN 'straat'
        WHEN functie IN ('woonerf', 'voetgangersgebied') THEN 'erf'
        WHEN functie IN ('fietspad', 'ruiterpad') THEN 'fiets'
        WHEN functie LIKE 'voetpad%' THEN 'voet'
        ELSE 'overig'
      END AS klasse,
      nullif(relatieve_hoogte, 0) AS hoogte,
      coalesce(functie, 'weg') AS titel, ${kenmerken({ Verharding: 'voorkomen' })} AS kenmerken
    FROM bgt_object WHERE soort = 'wegdeel' AND relatieve_hoogte >= 0`,
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
    SELECT CASE WHEN ST_Dimension(geom) = 2 THEN ST_Boundary(geom) ELSE geom END AS geom, geom AS bereik,
      10::smallint AS van,
      coalesce(functie, 'spoor') AS titel, '[]'::jsonb AS kenmerken
    FROM bgt_object WHERE soort = 'spoor'`,
});

const bouwwerk = achtergrond({
  id: 'bouwwerk',
  naam: 'Andere bouwwerken',
  geometrie: 'vlak',
  minZoom: 14,
  tabellen: ['bgt_object'],
  velden: ['hoogte'],
  objecten: `
    SELECT geom, 14::smallint AS van, nullif(relatieve_hoogte, 0) AS hoogte,
      coalesce(functie, voorkomen, soort) AS titel, ${kenmerken({ Soort: 'soort' })} AS kenmerken
    FROM bgt_object
    WHERE soort IN ('overigbouwwerk', 'overbruggingsdeel', 'kunstwerkdeel') AND ST_Dimension(geom) = 2
      AND relatieve_hoogte >= 0`,
});

const pand = achtergrond({
  id: 'pand',
  naam: 'Panden',
  geometrie: 'vlak',
  minZoom: 12,
  tabellen: ['pand'],
  velden: [],
  objecten: `
    SELECT geom, ${van(`CASE WHEN ST_Area(geom) >= 550 THEN 12 WHEN ST_Area(geom) >= 45 THEN 13 ELSE 14 END`)},
      'Pand ' || identificatie AS titel,
      ${kenmerken({ Bouwjaar: 'bouwjaar', Status: 'status', Gebruik: `nullif(array_to_string(gebruiksdoelen, ', '), '')` })} AS kenmerken
    FROM pand`,
});

const perceel = achtergrond({
  id: 'perceel',
  naam: 'Perceelgrenzen',
  geometrie: 'vlak',
  minZoom: 16,
  tabellen: ['perceel'],
  velden: [],
  objecten: `
    SELECT geom, 16::smallint AS van, kadastrale_aanduiding AS titel,
      ${kenmerken({ 'Grootte in m²': `to_char(grootte_m2, 'FM999G999G990')` })} AS kenmerken
    FROM perceel`,
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
    SELECT ST_Boundary(geom) AS geom, geom AS bereik, 8::smallint AS van, naam AS titel, '[]'::jsonb AS kenmerken
    FROM gemeente WHERE code IN (${eigenGemeenten})`,
});

const straatnaam = achtergrond({
  id: 'straatnaam',
  naam: 'Straatnamen',
  geometrie: 'label',
  minZoom: 14,
  tabellen: ['bgt_object'],
  velden: ['naam', 'hoek'],
  objecten: `
    SELECT geom, 14::smallint AS van, naam, -round(coalesce(hoek, 0)) AS hoek, naam AS titel, '[]'::jsonb AS kenmerken
    FROM bgt_object WHERE soort = 'openbareruimtelabel' AND naam IS NOT NULL AND ST_Dimension(geom) = 0`,
});

const huisnummer = achtergrond({
  id: 'huisnummer',
  naam: 'Huisnummers',
  geometrie: 'label',
  minZoom: 16,
  tabellen: ['adres'],
  velden: ['naam'],
  objecten: `
    SELECT geom, 16::smallint AS van,
      huisnummer || huisletter || CASE toevoeging WHEN '' THEN '' ELSE '-' || toevoeging END AS naam,
      weergave AS titel, ${kenmerken({ Gebruik: `nullif(array_to_string(gebruiksdoelen, ', '), '')` })} AS kenmerken
    FROM adres`,
});

const plaatsnaam = achtergrond({
  id: 'plaatsnaam',
  naam: 'Namen van plaatsen, wijken en buurten',
  geometrie: 'label',
  minZoom: 8,
  tabellen: ['zoek_item', 'adres', 'wijk', 'buurt'],
  velden: ['naam', 'klasse'],
  objecten: `
    SELECT punt AS geom, 8::smallint AS van, naam, 'woonplaats' AS klasse, naam AS titel, '[]'::jsonb AS kenmerken
      FROM zoek_item WHERE soort = 'woonplaats'
    UNION ALL
    SELECT ST_PointOnSurface(geom), 12::smallint, naam, 'wijk', naam, '[]'::jsonb FROM wijk
    UNION ALL
    SELECT ST_PointOnSurface(geom), 14::smallint, naam, 'buurt', naam, '[]'::jsonb FROM buurt`,
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
