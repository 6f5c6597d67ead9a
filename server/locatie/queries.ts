import type { Knex } from 'knex';
import { factsStatement } from '../../db/statement.ts';
import { loadStand } from '../bronnen/queries.ts';
import { binnen, bronJson, gebiedJson, gebiedSql, geojson, omhullendeJson } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { BeginFeiten, LocatieFeiten } from './domain/locatie.ts';
import { pandGrens } from './domain/locatie.ts';
import { aantalVoorbeelden, voorbeeldSoorten } from './domain/voorbeelden.ts';
import type { ZoekItem } from './domain/zoekantwoord.ts';
import type { Zoekvraag } from './domain/zoekterm.ts';

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

/** {@link LocatieFeiten} of `gebied` as one value, with the bindings of {@link locatieMaten}. */
export const locatieSql = `(
   WITH adres_hier AS (
     SELECT a.* FROM gebied g JOIN adres a ON g.is_perceel AND ST_Covers(g.geom, a.geom)
     UNION
     SELECT a.*
     FROM gebied g
     JOIN pand p ON ST_Intersects(p.geom, g.geom)
     JOIN adres a ON a.pand_identificatie = p.identificatie
     WHERE NOT g.is_perceel OR ST_Area(ST_Intersection(p.geom, g.geom)) > ST_Area(p.geom) * :hoofddeel
   ),
   pand_hier AS (
     SELECT * FROM (
       SELECT p.*, ST_Area(p.geom) AS m2, CASE WHEN g.is_perceel THEN ST_Area(ST_Intersection(p.geom, g.geom)) END AS op_perceel
       FROM gebied g JOIN pand p ON ST_Intersects(p.geom, g.geom)
     ) p
     WHERE op_perceel IS NULL OR op_perceel > :pandM2 OR op_perceel > m2 * :pandDeel
   ),
   dekking AS (
     SELECT t.tabel, b.id, ST_Covers(b.dekking, g.punt) AS om_punt,
       CASE WHEN g.is_perceel THEN ${binnen('b.dekking')} END AS deel
     FROM gebied g
     JOIN bron b ON ST_Intersects(b.dekking, g.geom)
     JOIN unnest(ARRAY['perceel', 'adres', 'pand']) t (tabel) ON (b.aantallen -> t.tabel) IS NOT NULL
   )
   SELECT json_build_object(
     'gebied', ${gebiedJson},
     'lonLat', (
       SELECT json_build_object('lon', round(ST_X(p)::numeric, 7), 'lat', round(ST_Y(p)::numeric, 7))
       FROM ST_Transform(g.punt, 4326) p
     ),
     'gemeenteCode', g.gemeente_code,
     'gemeenteNaam', (SELECT naam FROM gemeente WHERE code = g.gemeente_code),
     'eigen', EXISTS (SELECT FROM bron b WHERE b.gemeente_code = g.gemeente_code),
     'wijk', (
       SELECT json_build_object('code', code, 'naam', naam) FROM wijk
       WHERE ST_Covers(wijk.geom, g.punt) ORDER BY code LIMIT 1
     ),
     'buurt', (
       SELECT json_build_object('code', code, 'naam', naam) FROM buurt
       WHERE ST_Covers(buurt.geom, g.punt) ORDER BY code LIMIT 1
     ),
     'perceel', (
       SELECT json_build_object(
         'identificatie', identificatie, 'kadastraleAanduiding', kadastrale_aanduiding, 'grootteM2', grootte_m2,
         'soortGrootte', soort_grootte, 'oppervlakteM2', round(g.m2::numeric, 2),
         'omhullende', ${omhullendeJson('geom')}, 'geometrie', ${geojson('geom')}, 'bronId', bron_id)
       FROM perceel WHERE identificatie = g.identificatie
     ),
     'adressen', (
       SELECT json_agg(json_build_object(
         'identificatie', identificatie, 'weergave', weergave, 'gebruiksdoelen', gebruiksdoelen,
         'oppervlakteM2', oppervlakte_m2,
         'punt', json_build_object('x', round(ST_X(geom)::numeric, 2), 'y', round(ST_Y(geom)::numeric, 2)),
         'bronId', bron_id) ORDER BY straat, huisnummer, huisletter, toevoeging, identificatie)
       FROM adres_hier
     ),
     'panden', (
       SELECT json_agg(json_build_object(
         'identificatie', identificatie, 'bouwjaar', bouwjaar, 'status', status, 'gebruiksdoelen', gebruiksdoelen,
         'hoogteM', hoogte_m, 'oppervlakteM2', round(m2::numeric, 2), 'opPerceelM2', round(op_perceel::numeric, 2),
         'geometrie', ${geojson('geom')}, 'bronId', bron_id) ORDER BY op_perceel DESC, identificatie)
       FROM pand_hier
     ),
     'dekking', (
       SELECT json_object_agg(tabel, json_build_object('raakt', raakt, 'm2', m2))
       FROM (
         SELECT tabel, bool_or(om_punt) AS raakt, ST_Area(ST_Union(deel)) AS m2 FROM dekking GROUP BY tabel
       ) d
     ),
     'bronnen', (
       SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
       WHERE b.id IN (
         SELECT id FROM dekking UNION SELECT g.bron_id UNION SELECT bron_id FROM adres_hier UNION SELECT bron_id FROM pand_hier)
     )
   )
   FROM gebied g
 )`;

export const locatieMaten = { hoofddeel: 0.5, pandM2: pandGrens.m2, pandDeel: pandGrens.deel };

const locatieHier = factsStatement<LocatieFeiten>(`WITH ${gebiedSql} SELECT ${locatieSql} AS feiten`);

/**
 * What lies at a point, in one statement.
 *
 * @param punt RD metres
 */
export const loadLocatie = (db: Knex, punt: RdPunt): Promise<LocatieFeiten> =>
  locatieHier(db, { ...punt, ...locatieMaten });

/** What a beginning was worked out to be, per database, and of which state of its data. */
const begonnen = new WeakMap<object, { stand: string; feiten: Promise<BeginFeiten> }>();

/** Own gemeenten, the extent of their data, and places to try: worked out when the data has changed. */
export async function loadBegin(db: Knex): Promise<BeginFeiten> {
  const stand = await loadStand(db);
  const eerder = begonnen.get(db);
  if (eerder?.stand === stand) return eerder.feiten;
  const feiten = computeBegin(db);
  begonnen.set(db, { stand, feiten });
  feiten.catch(() => begonnen.delete(db));
  return feiten;
}

async function computeBegin(db: Knex): Promise<BeginFeiten> {
  const { rows } = await db.raw(
    `WITH eigen AS (SELECT DISTINCT gemeente_code AS code FROM bron WHERE gemeente_code IS NOT NULL),
     bereik AS (
       SELECT coalesce(
         -- where there is something to see on the map; adressen may reach beyond it
         (SELECT ST_Extent(dekking) FROM bron b
          WHERE gemeente_code IS NOT NULL AND coalesce(aantallen -> 'perceel', aantallen -> 'pand') IS NOT NULL),
         (SELECT ST_Extent(dekking) FROM bron b WHERE gemeente_code IS NOT NULL AND aantallen -> 'adres' IS NOT NULL),
         (SELECT ST_Extent(geom) FROM gemeente JOIN eigen USING (code))
       )::geometry AS box
     ),
     -- In an order that has nothing to do with the place, so that a few are spread over the town.
     gebruik AS MATERIALIZED (
       SELECT soort, weergave, straat, geom, pand_identificatie
       FROM (
         SELECT *, gebruiksdoelen[1] AS soort,
           row_number() OVER (PARTITION BY gebruiksdoelen[1] ORDER BY hashtext(identificatie), identificatie) AS n
         FROM (SELECT * FROM adres LIMIT :steekproef) a
         WHERE gebruiksdoelen[1] = ANY(CAST(:soorten AS text[]))
       ) a
       WHERE n <= :perSoort
     ),
     monument AS (
       SELECT 'monument', a.weergave, a.straat, a.geom, NULL
       FROM (SELECT * FROM omstandigheid WHERE thema = 'monument' ORDER BY id LIMIT :perSoort) o
       JOIN adres a ON ST_Covers(o.geom, a.geom)
       LIMIT :perSoort
     ),
     -- Where uses are not known: adressen in different streets, of which at least the perceel is.
     straat AS (
       SELECT DISTINCT ON (a.straat) 'adres', a.weergave, a.straat, a.geom, NULL
       FROM (SELECT * FROM perceel ORDER BY identificatie LIMIT 200) p
       JOIN adres a ON ST_Covers(p.geom, a.geom)
       WHERE (SELECT count(*) FROM gebruik) < :aantal
       ORDER BY a.straat, a.identificatie
     )
     SELECT json_build_object(
       'gemeenten', (SELECT json_agg(json_build_object('code', code, 'naam', naam) ORDER BY code)
                     FROM eigen LEFT JOIN gemeente USING (code)),
       'omhullende', (SELECT ${omhullendeJson('box')} FROM bereik WHERE box IS NOT NULL),
       'omhullendeLonLat', (
         SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
         FROM (SELECT ST_Transform(ST_SetSRID(box, 28992), 4326) AS b FROM bereik WHERE box IS NOT NULL) t
       ),
       'kandidaten', (
         SELECT json_agg(json_build_object('naam', weergave, 'straat', straat, 'soort', soort,
           'punt', json_build_object('x', round(ST_X(geom)::numeric, 2), 'y', round(ST_Y(geom)::numeric, 2)),
           'inRij', soort = 'woonfunctie' AND EXISTS (
             SELECT FROM pand p
             WHERE p.identificatie = pand_identificatie
               AND (SELECT count(*) FROM adres b WHERE b.pand_identificatie = p.identificatie) = 1
               AND (SELECT count(*) FROM pand b
                    WHERE b.geom && p.geom AND ST_Touches(b.geom, p.geom)) >= 2)))
         FROM (TABLE gebruik UNION ALL TABLE monument UNION ALL TABLE straat) k
       )
     ) AS begin`,
    { steekproef: 20_000, soorten: Object.keys(voorbeeldSoorten), perSoort: 40, aantal: aantalVoorbeelden },
  );
  return rows[0].begin;
}

/**
 * Makes the first card as quick as the next: a new session of PostgreSQL spends tens of milliseconds on its first
 * transformation. Call at the start, with the size of the pool.
 */
export async function warmUp(db: Knex, connections: number): Promise<void> {
  const one = () => loadLocatie(db, { x: 155_000, y: 463_000 });
  await Promise.all(Array.from({ length: connections }, one));
}
