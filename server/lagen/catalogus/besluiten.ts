import { kenmerken, klasse, type LaagDefinitie } from './laag.ts';

/** Kinds of subject that look alike on a map; besluiten of a whole gemeente have no place on it. */
const klassen: readonly [label: string, kleur: string, onderwerpen: readonly string[]][] = [
  ['Bouwen en slopen', '#0b5cad', ['bouwen', 'sloop', 'monument']],
  ['Bomen en natuur', '#1b7f4b', ['kap', 'natuur']],
  ['Milieu en water', '#0a7c8c', ['milieu', 'water']],
  ['Wegen en inritten', '#5b5f66', ['verkeer', 'inrit']],
  ['Evenementen en horeca', '#b0318c', ['evenement', 'horeca']],
  ['Plannen en gebruik', '#b3541e', ['plan', 'gebruik']],
];
const overig = 'overig';

/** Besluiten as one point each; far away they are counted per cell. */
export const besluiten: LaagDefinitie = {
  id: 'besluiten',
  naam: 'Besluiten',
  groep: 'Besluiten',
  uitleg: 'Vergunningen, meldingen, plannen en andere besluiten, genomen en voorgenomen. Ver weg ziet u het aantal.',
  geometrie: 'punt',
  ondergrond: false,
  standaardAan: false,
  minZoom: 10,
  maxZoom: 24,
  veld: 'klasse',
  legenda: [
    ...klassen.map(([label, kleur], i) => klasse(label, String(i), kleur, '#ffffff')),
    klasse('Iets anders', overig, '#8a6d00', '#ffffff'),
  ],
  tekstVeld: null,
  tegelZoom: 15,
  role: 'iedereen',
  collectie: 'besluiten',
  tabellen: ['besluit'],
  velden: ['klasse', 'jaar'],
  geteldTot: 15,
  heeftBereik: true,
  objecten: {
    sql: `
      SELECT identificatie AS sleutel,
        CASE WHEN ST_Dimension(geom) = 0 THEN ST_GeometryN(geom, 1) ELSE ST_PointOnSurface(geom) END AS geom,
        geom AS bereik, mercator,
        15::smallint AS van,
        CASE ${klassen
          .map(([, , namen], i) => `WHEN onderwerp IN (${namen.map((naam) => `'${naam}'`).join(', ')}) THEN '${i}'`)
          .join(' ')} ELSE '${overig}' END AS klasse,
        extract(year FROM gepubliceerd)::integer AS jaar, titel,
        ${kenmerken({
          Soort: 'soort',
          Onderwerp: 'onderwerp',
          Gepubliceerd: `to_char(gepubliceerd, 'DD-MM-YYYY')`,
          'Bevoegd gezag': 'bevoegd_gezag',
        })} AS kenmerken
      FROM besluit WHERE plaats_soort <> 'gemeente'`,
    bindings: [],
  },
  gegevens: {
    titel: 'Besluiten',
    beschrijving:
      'Kennisgevingen van vergunningen, meldingen, plannen en andere besluiten, genomen en voorgenomen. ' +
      'Een besluit voor de hele gemeente heeft de grens van de gemeente.',
    tijd: 'gepubliceerd',
    eigenschappen: {
      soort: { type: 'string', titel: 'Soort besluit' },
      onderwerp: { type: 'string', titel: 'Onderwerp' },
      titel: { type: 'string', titel: 'Titel' },
      zaaknummer: { type: 'string', titel: 'Zaaknummer' },
      procedure: { type: 'string', titel: 'Procedure: regulier of uitgebreid' },
      bevoegdGezag: { type: 'string', titel: 'Bevoegd gezag' },
      gemeenteCode: { type: 'string', titel: 'Code van de gemeente' },
      gepubliceerd: { type: 'date', titel: 'Dag van publicatie' },
      ontvangen: { type: 'date', titel: 'Dag waarop de aanvraag binnenkwam' },
      verzonden: { type: 'date', titel: 'Dag van bekendmaking aan de aanvrager' },
      terInzage: { type: 'date', titel: 'Dag waarop het ter inzage is gelegd' },
      inWerking: { type: 'date', titel: 'Dag waarop het in werking treedt' },
      plaatsSoort: { type: 'string', titel: 'Hoe precies de plaats is' },
      url: { type: 'string', titel: 'De kennisgeving zelf' },
    },
    objecten: {
      sql: `
        SELECT identificatie AS sleutel, geom, soort, onderwerp, titel, zaaknummer, procedure, bevoegd_gezag,
          gemeente_code, gepubliceerd, ontvangen, verzonden, ter_inzage, in_werking, plaats_soort, url
        FROM besluit`,
      bindings: [],
    },
  },
  combineren: {
    alleen: `o.plaats_soort <> 'gemeente'`,
    weggelaten: 'Besluiten voor de hele gemeente tellen niet mee: zij hebben geen eigen plek.',
  },
};
