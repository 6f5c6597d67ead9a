import type { Knex } from 'knex';
import { omhullendeJson } from '../../geo/queries.ts';
import type { ZoekItem } from '../domain/zoekantwoord.ts';
import type { Zoekvraag } from '../domain/zoekterm.ts';

/**
 * How text is written in zoek_item, so that it meets what `parseZoekterm` makes of a term: lower case, no diacritics,
 * one space between words, and a single letter after a number joined to it ("13 A" is "13a").
 */
const inZoekvorm = (sql: string) =>
  `regexp_replace(trim(regexp_replace(zoekvorm(${sql}), '[^a-z0-9]+', ' ', 'g')), '(\\d) ([a-z])\\y', '\\1\\2', 'g')`;

const rondom = (geom: string) =>
  `ST_ClosestPoint(ST_Collect(${geom}), ST_Centroid(ST_Collect(${geom}))), ST_Expand(ST_Collect(${geom}), 25)`;

/** The gemeente of a row, or else of the bron that delivered it. */
const adresMetGemeente = `
  (SELECT a.*, coalesce(a.gemeente_code, b.gemeente_code) AS gemeente FROM adres a JOIN bron b ON b.id = a.bron_id) a`;

const huisnummer = `a.huisnummer || a.huisletter || ' ' || a.toevoeging`;
const postcodeVorm = `replace(a.postcode, ' ', '')`;

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
      SELECT concat_ws('|', gemeente, woonplaats, ${postcodeVorm}), regexp_replace(${postcodeVorm}, '^(\\d{4})', '\\1 '),
        concat_ws(', ', string_agg(DISTINCT straat, '; '), woonplaats),
        ${inZoekvorm(`concat_ws(' ', ${postcodeVorm}, woonplaats)`)}, 4000000, gemeente, ${rondom('geom')}
      FROM ${adresMetGemeente} WHERE postcode IS NOT NULL GROUP BY gemeente, woonplaats, ${postcodeVorm}`,
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
        ${inZoekvorm(`concat_ws(' ', a.straat, ${huisnummer}, a.woonplaats, ${postcodeVorm})`)},
        7000000 + a.huisnummer, a.gemeente, a.geom, NULL::geometry
      FROM ${adresMetGemeente}
      UNION ALL
      SELECT a.identificatie || '#postcode', a.weergave, NULL,
        ${inZoekvorm(`concat_ws(' ', ${postcodeVorm}, ${huisnummer}, a.woonplaats)`)},
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

/** The tables whose rows can be found. */
export const zoekTabellen: ReadonlySet<string> = new Set(zoekItems.map(({ tabel }) => tabel));

/**
 * Makes the search items again that come from these tables, and those of the gemeenten themselves: which of them are
 * ours can change with every bron.
 *
 * @param tabellen names of the tables whose rows changed
 * @param gemeenten codes of the gemeenten whose rows changed; all when it is left out
 */
export async function rebuildZoekItems(
  trx: Knex.Transaction,
  tabellen: readonly string[],
  gemeenten?: readonly string[],
): Promise<void> {
  const changed = zoekItems.filter(({ tabel }) => tabel === 'gemeente' || tabellen.includes(tabel));
  const fill = async () => {
    for (const { soort, select } of changed) {
      const some = gemeenten && soort !== 'gemeente' ? gemeenten : null;
      const only = some ? 'gemeente_code = ANY(:some)' : 'true';
      await trx.raw(`DELETE FROM zoek_item WHERE soort = :soort AND ${only}`, { soort, some: some as string[] });
      await trx.raw(
        `INSERT INTO zoek_item (soort, ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende)
         SELECT :soort, * FROM (${select.replaceAll('?', '\\?')})
           item (ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende)
         WHERE ${only}`,
        { soort, some: some as string[] },
      );
    }
  };
  const { rows } = await trx.raw('SELECT NOT EXISTS (SELECT FROM zoek_item) AS leeg');
  await (rows[0].leeg ? withoutSimilarity(trx, fill) : fill());
}

/** A first filling goes several times as quick when its trigrams are indexed afterwards; nobody searches yet. */
async function withoutSimilarity(trx: Knex.Transaction, fill: () => Promise<void>): Promise<void> {
  await trx.raw('DROP INDEX zoek_item_lijkt');
  await fill();
  await trx.raw('CREATE INDEX zoek_item_lijkt ON zoek_item USING gist (zoek gist_trgm_ops)');
}

/** pg_trgm word similarity from which an item resembles a term: one wrong letter in six keeps 0.45 and more. */
const lijktVanaf = 0.45;

/** As many adressen as one street may have and still show its lowest numbers first: as text 10 comes before 2. */
const langsteStraat = 1_500;

const kern = `
  CASE i.soort
    WHEN 'adres' THEN ${inZoekvorm(`concat_ws(' ',
      CASE WHEN i.ref LIKE '%#postcode' THEN ${postcodeVorm} ELSE a.straat END, ${huisnummer})`)}
    WHEN 'straat' THEN ${inZoekvorm('i.naam')}
    WHEN 'postcode' THEN ${inZoekvorm(`replace(i.naam, ' ', '')`)}
    ELSE i.zoek
  END`;

/**
 * Search items for a term, in one statement: by prefix for each soort apart, so that thousands of adressen do not hide
 * one woonplaats, and by trigrams when that gives nothing.
 *
 * @param maximum how many will be shown; more are given, to choose from
 */
export async function findZoekItems(
  db: Knex,
  { vormen, alsPerceel, postcode }: Extract<Zoekvraag, { soort: 'tekst' }>,
  maximum: number,
): Promise<ZoekItem[]> {
  const soorten = zoekItems.map(({ soort }) => soort);
  const { rows } = await db.raw<{ rows: ZoekItem[] }>(
    `WITH vorm AS (SELECT DISTINCT zoekvorm(vorm) AS vorm FROM unnest(CAST(:vormen AS text[])) vorm),
     begin AS MATERIALIZED (
       SELECT DISTINCT i.soort, i.ref, true AS op_begin, 1::real AS lijkt
       FROM vorm
       CROSS JOIN unnest(CAST(:soorten AS text[])) s
       CROSS JOIN LATERAL (
         SELECT soort, ref
         FROM (
           SELECT soort, ref, gewicht, zoek FROM zoek_item
           WHERE soort = s AND zoek ~>=~ vorm AND zoek ~<~ (vorm || chr(1114111))
             AND (CAST(:postcode AS text) IS NULL OR position(:postcode in zoek) > 0)
           ORDER BY zoek USING ~<~
           LIMIT :straat
         ) van_de_straat
         ORDER BY gewicht, zoek
         LIMIT :ruim
       ) i
     ),
     lijkt AS (
       SELECT soort, ref, false AS op_begin, lijkt
       FROM (
         SELECT soort, ref, word_similarity(zoekvorm(:term), zoek) AS lijkt
         FROM zoek_item
         WHERE NOT EXISTS (SELECT FROM begin)
         ORDER BY zoek <->> zoekvorm(:term)
         LIMIT :ruim
       ) i
       WHERE lijkt >= :drempel AND soort = ANY(CAST(:soorten AS text[]))
     ),
     gevonden AS (
       SELECT soort, ref, bool_or(op_begin) AS op_begin, max(lijkt) AS lijkt
       FROM (TABLE begin UNION ALL TABLE lijkt) u
       GROUP BY soort, ref
     )
     SELECT i.soort, i.naam, i.toelichting, i.zoek, ${kern} AS kern, i.gewicht, g.op_begin AS "opBegin", g.lijkt, i.gemeente_code AS "gemeenteCode",
       json_build_object('x', round(ST_X(i.punt)::numeric, 2), 'y', round(ST_Y(i.punt)::numeric, 2)) AS punt,
       CASE WHEN i.omhullende IS NOT NULL THEN ${omhullendeJson('i.omhullende')} END AS omhullende
     FROM gevonden g
     JOIN zoek_item i USING (soort, ref)
     LEFT JOIN adres a ON i.soort = 'adres' AND a.identificatie = split_part(i.ref, '#postcode', 1)`,
    {
      vormen,
      soorten: alsPerceel ? ['perceel'] : postcode ? ['adres', 'postcode'] : soorten,
      postcode,
      term: postcode && !vormen[0]?.startsWith(postcode) ? `${vormen[0]} ${postcode}` : vormen[0],
      drempel: lijktVanaf,
      ruim: Math.max(30, maximum),
      straat: langsteStraat,
    },
  );
  return rows;
}
