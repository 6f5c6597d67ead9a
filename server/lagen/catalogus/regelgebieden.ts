import { kenmerken, klasse, type LaagDefinitie } from './laag.ts';

/**
 * The groups of the type functie that look alike on a map, in seven classes.
 *
 * @source IMOW waardelijst functiegroep
 */
const functieKlassen: readonly [label: string, kleur: string, groepen: readonly string[]][] = [
  ['Wonen', '#f2cf63', ['wonen', 'woongebied']],
  [
    'Centrum, winkels, horeca en kantoren',
    '#e88f74',
    [
      'centrumgebied',
      'detailhandel',
      'dienstverlening',
      'horeca',
      'kantoor',
      'kantoorlocatie',
      'cultuur',
      'ontspanning',
    ],
  ],
  [
    'Bedrijven en industrie',
    '#b79ac8',
    ['bedrijf', 'bedrijventerrein', 'industrie', 'industrieterrein', 'zuiveringtechnisch werk'],
  ],
  ['Scholen, zorg en andere voorzieningen', '#c98a5e', ['maatschappelijk']],
  [
    'Groen, natuur, sport en recreatie',
    '#7fb56b',
    ['groen', 'natuur', 'recreatie', 'dagrecreatie', 'verblijfsrecreatie', 'sport', 'buitenplaats', 'duingebied'],
  ],
  ['Landbouw', '#c6cf8b', ['agrarisch', 'landbouw', 'landelijk gebied', 'glastuinbouw', 'tuinbouw', 'veehouderij']],
];
const overig = 'overig';

/** Gebiedsaanwijzingen in force, a layer per type of IMOW. */
const perType = (type: string, naam: string, uitleg: string, kleur: string): LaagDefinitie => {
  const functies = type === 'functie';
  return {
    id: `regels-${type.replaceAll(' ', '-')}`,
    naam,
    groep: 'Regels',
    uitleg,
    geometrie: 'vlak',
    ondergrond: false,
    standaardAan: false,
    minZoom: 10,
    maxZoom: 24,
    veld: functies ? 'klasse' : null,
    legenda: functies
      ? [
          ...functieKlassen.map(([label, kleurVanKlasse], i) => klasse(label, String(i), kleurVanKlasse)),
          klasse('Iets anders', overig, '#a9adb5'),
        ]
      : [klasse(naam, null, kleur)],
    tekstVeld: 'naam',
    tegelZoom: 16,
    collectie: `regels-${type.replaceAll(' ', '-')}`,
    role: 'iedereen',
    tabellen: ['regeling', 'gebiedsaanwijzing', 'gebiedsaanwijzing_locatie', 'locatie'],
    velden: functies ? ['naam', 'klasse'] : ['naam'],
    tijdelijk: true,
    objecten: {
      sql: `
        SELECT g.id || '.' || l.id AS sleutel, l.id AS locatie_id, l.geom, 10::smallint AS van, g.naam, r.geldig_vanaf, r.geldig_tot,
          g.identificatie, g.type, g.groep, l.noemer AS gebied, coalesce(r.citeertitel, r.opschrift) AS regeling,
          r.bevoegd_gezag, r.bestuurslaag,
          ${functies ? klasseVanGroep : 'NULL'} AS klasse,
          g.naam AS titel,
          ${kenmerken({
            Soort: 'g.type',
            Groep: 'g.groep',
            Gebied: 'nullif(l.noemer, g.naam)',
            Regeling: 'coalesce(r.citeertitel, r.opschrift)',
            'Bevoegd gezag': 'r.bevoegd_gezag',
          })} AS kenmerken
        FROM gebiedsaanwijzing g
        JOIN gebiedsaanwijzing_locatie gl ON gl.gebiedsaanwijzing_id = g.id
        JOIN locatie l ON l.id = gl.locatie_id
        JOIN regeling r ON r.id = g.regeling_id
        WHERE lower(g.type) = ? AND l.geom IS NOT NULL AND NOT r.ontwerp`,
      bindings: [type],
    },
    gegevens: {
      titel: `Regels: ${naam}`,
      beschrijving: `${uitleg} Gebiedsaanwijzingen van het type ${type}, zoals ze vandaag gelden; met datetime die van een andere dag.`,
      tijd: ['geldigVanaf', 'geldigTot'],
      eigenschappen: {
        identificatie: { type: 'string', titel: 'Identificatie in de regeling' },
        naam: { type: 'string', titel: 'Naam' },
        type: { type: 'string', titel: 'Type gebiedsaanwijzing' },
        groep: { type: 'string', titel: 'Groep' },
        gebied: { type: 'string', titel: 'Naam van het gebied' },
        regeling: { type: 'string', titel: 'Regeling' },
        bevoegdGezag: { type: 'string', titel: 'Bevoegd gezag' },
        bestuurslaag: { type: 'string', titel: 'Bestuurslaag' },
        geldigVanaf: { type: 'date', titel: 'Eerste dag waarop de regeling geldt' },
        geldigTot: { type: 'date', titel: 'Eerste dag waarop de regeling niet meer geldt' },
      },
    },
    combineren: { delen: { tabel: 'locatie_deel', verwijzing: 'locatie_id' } },
  };
};

const klasseVanGroep = `CASE ${functieKlassen
  .map(([, , groepen], i) => `WHEN lower(g.groep) IN (${groepen.map((groep) => `'${groep}'`).join(', ')}) THEN '${i}'`)
  .join(' ')} ELSE '${overig}' END`;

export const regelgebieden: readonly LaagDefinitie[] = [
  perType('functie', 'Functies', 'Waar de grond voor is bedoeld volgens het omgevingsplan.', '#a9adb5'),
  perType('bouw', 'Bouwgebieden', 'Gebieden met eigen regels over bouwen, zoals een bouwvlak.', '#b5473c'),
  perType(
    'beperkingengebied',
    'Beperkingengebieden',
    'Gebieden waar door een weg, dijk, leiding of terrein minder mag.',
    '#8a5a00',
  ),
  perType(
    'erfgoed',
    'Erfgoed',
    'Gebieden met regels voor monumenten, archeologie of het beeld van de buurt.',
    '#7a4fa3',
  ),
  perType('externe veiligheid', 'Externe veiligheid', 'Gebieden met regels vanwege gevaarlijke stoffen.', '#c2185b'),
  perType('geluid', 'Geluid', 'Gebieden met regels over geluid.', '#5b5ea6'),
  perType('geur', 'Geur', 'Gebieden met regels over geur.', '#7d6b2e'),
  perType('lucht', 'Lucht', 'Gebieden met regels over de lucht.', '#4a7a8c'),
  perType('bodem', 'Bodem', 'Gebieden met regels over de bodem.', '#8d6748'),
  perType('water en watersysteem', 'Water', 'Gebieden met regels over water.', '#1f6fb2'),
  perType('natuur', 'Natuur', 'Gebieden met regels over natuur.', '#2e7d32'),
  perType('landschap', 'Landschap', 'Gebieden met regels over het landschap.', '#6b8e23'),
  perType('ruimtelijk gebruik', 'Ruimtelijk gebruik', 'Gebieden met regels over hoe u de grond gebruikt.', '#a0522d'),
  perType('verkeer', 'Verkeer', 'Gebieden met regels over verkeer.', '#555f6b'),
  perType('recreatie', 'Recreatie', 'Gebieden met regels over recreatie.', '#00897b'),
  perType('leiding', 'Leidingen', 'Gebieden met regels vanwege een leiding.', '#b26a00'),
  perType('energievoorziening', 'Energie', 'Gebieden met regels over energie.', '#c77800'),
  perType('defensie', 'Defensie', 'Gebieden met regels vanwege een terrein van Defensie.', '#4e5d3a'),
  perType('mijnbouw', 'Mijnbouw', 'Gebieden met regels over mijnbouw.', '#5d4037'),
];
