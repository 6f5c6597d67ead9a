import type { Knex } from 'knex';

/**
 * How text is written in zoek_item, so that it meets what `parseZoekterm` makes of a term: lower case, no diacritics,
 * one space between words, and a single letter after a number joined to it ("13 A" is "13a").
 */
const inZoekvorm = (sql: string) =>
  `regexp_replace(trim(regexp_replace(zoekvorm(${sql}), '[^a-z0-9]+', ' ', 'g')), '(\\d) ([a-z])(?= |$)', '\\1\\2', 'g')`;

const rondom = (geom: string) =>
  `ST_ClosestPoint(ST_Collect(${geom}), ST_Centroid(ST_Collect(${geom}))), ST_Envelope(ST_Buffer(ST_Collect(${geom}), 25))`;

/** The gemeente of a row, or else of the bron that delivered it. */
const adresMetGemeente = `
  (SELECT a.*, coalesce(a.gemeente_code, b.gemeente_code) AS gemeente FROM adres a JOIN bron b ON b.id = a.bron_id) a`;

const huisnummer = `a.huisnummer || a.huisletter || ' ' || a.toevoeging`;
const postcode = `replace(a.postcode, ' ', '')`;

interface ZoekItems {
  tabel: string;
  soort: string;
  /** ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende. */
  select: string;
}

/**
 * What can be found, and how it is typed. An adres and a perceel have two ways, each a row: street first or postcode
 * first, and the code or the name of the kadastrale gemeente.
 */
const zoekItems: readonly ZoekItems[] = [
  {
    tabel: 'gemeente',
    soort: 'gemeente',
    select: `
      SELECT g.code, g.naam, NULL, ${inZoekvorm('g.naam')},
        CASE WHEN EXISTS (SELECT FROM bron b WHERE b.gemeente_code = g.code) THEN 1000000 ELSE 9000000 END,
        g.code, ST_PointOnSurface(g.geom), ST_Envelope(g.geom)
      FROM gemeente g`,
  },
  {
    tabel: 'adres',
    soort: 'woonplaats',
    select: `
      SELECT concat_ws('|', gemeente, woonplaats), woonplaats, NULL, ${inZoekvorm('woonplaats')}, 2000000, gemeente,
        ${rondom('geom')}
      FROM ${adresMetGemeente} WHERE woonplaats IS NOT NULL GROUP BY gemeente, woonplaats`,
  },
  {
    tabel: 'adres',
    soort: 'straat',
    select: `
      SELECT concat_ws('|', gemeente, woonplaats, straat), straat, woonplaats,
        ${inZoekvorm(`concat_ws(' ', straat, woonplaats)`)}, 3000000, gemeente, ${rondom('geom')}
      FROM ${adresMetGemeente} GROUP BY gemeente, woonplaats, straat`,
  },
  {
    tabel: 'adres',
    soort: 'postcode',
    select: `
      SELECT concat_ws('|', gemeente, woonplaats, ${postcode}), regexp_replace(${postcode}, '^(\\d{4})', '\\1 '),
        concat_ws(', ', string_agg(DISTINCT straat, '; '), woonplaats),
        ${inZoekvorm(`concat_ws(' ', ${postcode}, woonplaats)`)}, 4000000, gemeente, ${rondom('geom')}
      FROM ${adresMetGemeente} WHERE postcode IS NOT NULL GROUP BY gemeente, woonplaats, ${postcode}`,
  },
  {
    tabel: 'wijk',
    soort: 'wijk',
    select: `
      SELECT code, naam, NULL, ${inZoekvorm('naam')}, 5000000, gemeente_code, ST_PointOnSurface(geom), ST_Envelope(geom)
      FROM wijk`,
  },
  {
    tabel: 'buurt',
    soort: 'buurt',
    select: `
      SELECT code, naam, NULL, ${inZoekvorm('naam')}, 6000000, gemeente_code, ST_PointOnSurface(geom), ST_Envelope(geom)
      FROM buurt`,
  },
  {
    tabel: 'adres',
    soort: 'adres',
    select: `
      SELECT a.identificatie, a.weergave, NULL,
        ${inZoekvorm(`concat_ws(' ', a.straat, ${huisnummer}, a.woonplaats, ${postcode})`)},
        7000000 + a.huisnummer, a.gemeente, a.geom, NULL::geometry
      FROM ${adresMetGemeente}
      UNION ALL
      SELECT a.identificatie || '#postcode', a.weergave, NULL,
        ${inZoekvorm(`concat_ws(' ', ${postcode}, ${huisnummer}, a.woonplaats)`)},
        7000000 + a.huisnummer, a.gemeente, a.geom, NULL::geometry
      FROM ${adresMetGemeente} WHERE a.postcode IS NOT NULL`,
  },
  {
    tabel: 'perceel',
    soort: 'perceel',
    select: `
      SELECT ref, p.kadastrale_aanduiding, nullif(p.kadastrale_gemeente, split_part(p.kadastrale_aanduiding, ' ', 1)),
        lower(way), 8000000 + p.perceelnummer, b.gemeente_code, ST_PointOnSurface(p.geom), NULL::geometry
      FROM perceel p
      JOIN bron b ON b.id = p.bron_id
      CROSS JOIN LATERAL (VALUES
        (p.identificatie, concat_ws(' ', split_part(p.kadastrale_aanduiding, ' ', 1), p.sectie, p.perceelnummer)),
        (CASE WHEN p.kadastrale_aanduiding NOT LIKE p.kadastrale_gemeente || ' %' THEN p.identificatie || '#naam' END,
          concat_ws(' ', ${inZoekvorm('p.kadastrale_gemeente')}, p.sectie, p.perceelnummer))
      ) AS ways (ref, way)
      WHERE ref IS NOT NULL`,
  },
];

/**
 * Makes the search items again that come from these tables, and those of gemeenten: which of them are ours can change
 * with every bron.
 *
 * @param tabellen names of the tables whose rows changed
 */
export async function rebuildZoekItems(trx: Knex.Transaction, tabellen: readonly string[]): Promise<void> {
  const changed = zoekItems.filter(({ tabel }) => tabel === 'gemeente' || tabellen.includes(tabel));
  await trx('zoek_item')
    .whereIn(
      'soort',
      changed.map(({ soort }) => soort),
    )
    .delete();
  for (const { soort, select } of changed) {
    await trx.raw(
      `INSERT INTO zoek_item (soort, ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende)
       SELECT '${soort}', * FROM (${select.replaceAll('?', '\\?')}) item`,
    );
  }
}
