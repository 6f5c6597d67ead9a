import { uitkomstWoord } from '../../vergunningcheck/domain/woorden.ts';
import type { Kaartuitkomst } from '../../vergunningcheck/omgekeerd/contract.ts';
import { laagVan, omgekeerdeLagen } from '../../vergunningcheck/omgekeerd/domain.ts';
import type { LegendaKlasse } from '../contract.ts';
import { kenmerken, type LaagDefinitie } from './laag.ts';

type Beeld = Omit<LegendaKlasse, 'waarde' | 'rand'> & { opKaart: string };

/** Per outcome its word, colour and picture, as everywhere in the check; hatched where something is still open. */
const beelden: Record<Kaartuitkomst, Beeld> = {
  VRIJ: beeld('VRIJ', 'Vrij', '#2e8b57', 'vink'),
  VRIJ_PLANTOETS: { ...beeld('VRIJ_PLANTOETS', 'Vrij, met regels', '#5fae7e', 'vinkNotitie'), arcering: true },
  INFORMATIEPLICHT: beeld('INFORMATIEPLICHT', 'Laten weten', '#6fa8dc', 'informatie'),
  MELDING: beeld('MELDING', 'Melden', '#2f6fb5', 'bel'),
  VERGUNNING: beeld('VERGUNNING', 'Vergunning', '#e0a100', 'document'),
  VERBOD: beeld('VERBOD', 'Mag niet', '#b3262e', 'stop'),
  HANGT_AF: {
    label: 'Hangt af van uw antwoord: doe de check',
    opKaart: 'Hangt ervan af',
    kleur: '#5b4b8a',
    arcering: true,
    icoon: 'vraag',
  },
  ONBEKEND: { ...beeld('ONBEKEND', 'Onbekend', '#767676', 'vraag'), arcering: true },
};

function beeld(
  uitkomst: keyof typeof uitkomstWoord,
  opKaart: string,
  kleur: string,
  icoon: NonNullable<LegendaKlasse['icoon']>,
): Beeld {
  return { label: uitkomstWoord[uitkomst], opKaart, kleur, arcering: false, icoon };
}

const klasseVan = (uitkomst: Kaartuitkomst): LegendaKlasse => {
  const { opKaart: _, ...rest } = beelden[uitkomst];
  return { ...rest, waarde: uitkomst, rand: null };
};

/** What the map shows, as an SQL expression on the column `uitkomst`. */
const inWoorden = (woordVan: (beeld: Beeld) => string) =>
  `CASE v.uitkomst ${Object.entries(beelden)
    .map(([uitkomst, een]) => `WHEN '${uitkomst}' THEN '${woordVan(een)}'`)
    .join(' ')} END`;

/** Where an activiteit is free, bound to a permit or forbidden: one layer per activiteit that depends on the place. */
export const vergunningkaart: readonly LaagDefinitie[] = omgekeerdeLagen.map(
  ({ werkzaamheid, naam, uitgaande, uitkomsten }): LaagDefinitie => {
    const klassen = [...uitkomsten, 'HANGT_AF', 'ONBEKEND'] as const;
    return {
      id: laagVan(werkzaamheid),
      naam,
      groep: 'Waar mag dit?',
      uitleg: `Per perceel de uitkomst van de vergunningcheck voor ${uitgaande}. Hebt u een ander plan? Doe dan zelf de check.`,
      geometrie: 'vlak',
      ondergrond: false,
      standaardAan: false,
      minZoom: 10,
      maxZoom: 24,
      veld: 'klasse',
      legenda: klassen.map(klasseVan),
      tekstVeld: 'woord',
      tegelZoom: 15,
      collectie: laagVan(werkzaamheid),
      role: 'iedereen',
      tabellen: ['vergunningkaart_vlak'],
      velden: ['klasse', 'woord'],
      klaar: `EXISTS (SELECT FROM vergunningkaart WHERE gemaakt_op IS NOT NULL) OR NOT EXISTS (SELECT FROM perceel)`,
      objecten: {
        sql: `
          SELECT v.gemeente_code || '.' || v.uitkomst AS sleutel, v.geom, 10::smallint AS van, v.gemeente_code,
            v.werkzaamheid, v.uitkomst, v.percelen, round(v.oppervlakte_m2)::bigint AS oppervlakte_m2,
            (k.gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date AS gemaakt_op,
            CASE WHEN v.uitkomst IN (${klassen.map((klasse) => `'${klasse}'`).join(', ')}) THEN v.uitkomst ELSE 'ONBEKEND' END AS klasse,
            ${inWoorden(({ opKaart }) => opKaart)} AS woord,
            ${inWoorden(({ label }) => label)} AS titel,
            ${kenmerken({ 'Berekend op': `to_char(k.gemaakt_op AT TIME ZONE 'Europe/Amsterdam', 'DD-MM-YYYY')` })} AS kenmerken
          FROM vergunningkaart_vlak v JOIN vergunningkaart k ON k.gemeente_code = v.gemeente_code
          WHERE v.werkzaamheid = ?`,
        bindings: [werkzaamheid],
      },
      gegevens: {
        titel: `Waar mag dit: ${naam}`,
        beschrijving: `De uitkomst van de vergunningcheck per perceel, voor ${uitgaande}. Percelen met dezelfde uitkomst zijn samengevoegd. ONBEKEND: wij weten het niet. HANGT_AF: dat hangt af van een antwoord. Het is een indicatie en geen besluit.`,
        eigenschappen: {
          gemeenteCode: { type: 'string', titel: 'Code van de gemeente' },
          werkzaamheid: { type: 'string', titel: 'Werkzaamheid van de vergunningcheck' },
          uitkomst: { type: 'string', titel: 'Uitkomst van de vergunningcheck' },
          percelen: { type: 'integer', titel: 'Aantal percelen met deze uitkomst' },
          oppervlakteM2: { type: 'integer', titel: 'Oppervlakte in vierkante meters' },
          gemaaktOp: { type: 'date', titel: 'Dag waarop dit is berekend' },
        },
      },
      combineren: {
        // it speaks where the map is made, from the percelen of that gemeente
        dekking: {
          sql: `
            SELECT g.geom, b.id AS bron_id
            FROM vergunningkaart k
            JOIN gemeente g ON g.code = k.gemeente_code
            JOIN bron b ON coalesce(b.gemeente_code, g.code) = g.code
              AND EXISTS (SELECT FROM perceel p WHERE p.bron_id = b.id)
            WHERE k.gemaakt_op IS NOT NULL`,
          bindings: [],
        },
      },
    };
  },
);
