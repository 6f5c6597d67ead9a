import themas from '../../../data/omstandigheden/themas.json' with { type: 'json' };
import { eigenGemeenten, geenGegevens, kenmerken, klasse, type LaagDefinitie } from './laag.ts';

interface Klasse {
  label: string;
  vanaf?: number;
  tot?: number | null;
  sleutel?: string;
}

/** From little to much, even in lightness, told apart with every kind of colour blindness (cividis family). */
const oplopend = ['#fbe69a', '#e9b55c', '#cf7c4a', '#9c3d54', '#5a1d5e'];
/** Kinds without order, told apart with every kind of colour blindness (after Okabe and Ito). */
const soorten = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00'];
const anders = 'anders';

/** How the ramp is spread over the classes: the last class always has the strongest colour. */
function kleurVan(i: number, aantal: number, geordend: boolean): string {
  const palet = geordend ? oplopend : soorten;
  return palet[geordend && aantal > 1 ? Math.round((i * (palet.length - 1)) / (aantal - 1)) : i % palet.length]!;
}

function perThema(thema: (typeof themas.themas)[number]): LaagDefinitie {
  const klassen: readonly Klasse[] = thema.klassen;
  const geordend = klassen.every(({ vanaf }) => vanaf !== undefined);
  const gevallen = klassen.map(({ vanaf, tot, sleutel }, i) =>
    geordend
      ? `WHEN waarde >= ${Number(vanaf)}${typeof tot === 'number' ? ` AND waarde < ${tot}` : ''} THEN '${i}'`
      : { sql: `WHEN omschrijving = ? THEN '${i}'`, sleutel: sleutel ?? '' },
  );
  const sql = gevallen.map((geval) => (typeof geval === 'string' ? geval : geval.sql)).join(' ');
  const sleutels = gevallen.flatMap((geval) => (typeof geval === 'string' ? [] : [geval.sleutel]));
  return {
    id: `omstandigheid-${thema.key}`,
    naam: thema.naam,
    groep: 'Omstandigheden',
    uitleg: thema.uitleg,
    geometrie: 'vlak',
    ondergrond: false,
    standaardAan: false,
    minZoom: 10,
    maxZoom: 24,
    veld: 'klasse',
    legenda: [
      ...klassen.map(({ label }, i) => klasse(label, String(i), kleurVan(i, klassen.length, geordend))),
      ...(geordend ? [] : [klasse('Iets anders', anders, '#8b919c')]),
      geenGegevens,
    ],
    tekstVeld: null,
    // contours and zones: 20 cm is more precise than their source, and a gemeente takes four times fewer tiles
    tegelZoom: 15,
    collectie: `omstandigheid-${thema.key}`,
    role: 'iedereen',
    tabellen: ['omstandigheid', 'omstandigheid_dekking', 'gemeente', 'bron'],
    velden: ['klasse'],
    objecten: {
      sql: `
        SELECT id::text AS sleutel, id AS omstandigheid_id, geom, true AS bekend, omschrijving, waarde, eenheid,
          10::smallint AS van, CASE ${sql} ELSE '${geordend ? geenGegevens.waarde : anders}' END AS klasse, omschrijving AS titel,
          ${kenmerken({ Waarde: `replace(waarde::text, '.', ',') || coalesce(' ' || eenheid, '')` })} AS kenmerken
        FROM omstandigheid WHERE thema = ? ${geordend ? `AND (waarde IS NULL OR waarde >= ${Number(klassen[0]?.vanaf)})` : ''}
        UNION ALL
        SELECT 'onbekend-' || zonder.code, NULL, zonder.geom, false, NULL, NULL, NULL,
          10::smallint, '${geenGegevens.waarde}', 'Wij hebben hier geen gegevens over', '[]'::jsonb
        FROM (
          SELECT g.code, CASE WHEN d.geom IS NULL THEN g.geom ELSE ST_Difference(g.geom, d.geom, 0.01) END AS geom
          FROM gemeente g
          LEFT JOIN LATERAL (
            SELECT ST_Union(geom) AS geom FROM omstandigheid_dekking WHERE thema = ? AND geom && g.geom
          ) d ON true
          WHERE g.code IN (${eigenGemeenten}) AND EXISTS (SELECT FROM omstandigheid_dekking WHERE thema = ?)
        ) zonder WHERE NOT ST_IsEmpty(zonder.geom)`,
      bindings: [...sleutels, thema.key, thema.key, thema.key],
    },
    gegevens: {
      titel: thema.naam,
      beschrijving: `${thema.uitleg} Waar bekend "false" is, hebben wij geen gegevens: daar weten wij het niet.`,
      eigenschappen: {
        bekend: { type: 'boolean', titel: 'Of wij hier gegevens hebben' },
        omschrijving: { type: 'string', titel: 'Omschrijving' },
        waarde: { type: 'number', titel: 'Waarde' },
        eenheid: { type: 'string', titel: 'Eenheid van de waarde' },
      },
    },
    combineren: {
      alleen: 'o.bekend',
      delen: { tabel: 'omstandigheid_deel', verwijzing: 'omstandigheid_id' },
      dekking: { sql: 'SELECT geom, bron_id FROM omstandigheid_dekking WHERE thema = ?', bindings: [thema.key] },
    },
  };
}

export const omstandigheden: readonly LaagDefinitie[] = themas.themas.map(perThema);
