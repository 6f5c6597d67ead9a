/**
 * The head of every statement that starts from a place, with the bindings `:x` and `:y` (RD metres).
 *
 * `gebied` is one row: the smallest perceel around the point, or else the point itself.
 * - `punt` the point that was asked about, `geom` the perceel or that point (EPSG:28992)
 * - `is_perceel`, and of the perceel: `identificatie`, `kadastrale_aanduiding`, `m2` (planar), `bron_id`; else null
 * - `gemeente_code` of the border around the point, or else of the bron of the perceel; null when neither is known
 */
export const gebiedSql = `
  gebied AS MATERIALIZED (
    SELECT q.punt, coalesce(p.geom, q.punt) AS geom, p.identificatie IS NOT NULL AS is_perceel,
      p.identificatie, p.kadastrale_aanduiding, ST_Area(p.geom) AS m2, p.bron_id,
      coalesce(
        (SELECT code FROM gemeente WHERE ST_Covers(gemeente.geom, q.punt) ORDER BY code LIMIT 1),
        (SELECT gemeente_code FROM bron WHERE bron.id = p.bron_id)
      ) AS gemeente_code
    FROM (SELECT ST_SetSRID(ST_MakePoint(:x, :y), 28992) AS punt) q
    LEFT JOIN LATERAL (
      SELECT * FROM perceel WHERE ST_Covers(perceel.geom, q.punt) ORDER BY ST_Area(perceel.geom), identificatie LIMIT 1
    ) p ON true
  )`;

/** `gebied` as the contract shows it. */
export const gebiedJson = `json_build_object(
    'soort', CASE WHEN g.is_perceel THEN 'perceel' ELSE 'punt' END,
    'kadastraleAanduiding', g.kadastrale_aanduiding,
    'oppervlakteM2', round(g.m2::numeric, 2)
  )`;

/** A bron as the contract shows it, of a row `b` of the table bron. */
export const bronJson = `json_build_object(
    'id', b.id, 'naam', b.naam, 'licentie', b.licentie, 'url', b.url, 'peildatum', b.peildatum
  )`;

/** A column as GeoJSON in CRS84 with seven decimals: a centimetre. */
export const geojson = (column: string) => `ST_AsGeoJSON(ST_Transform(${column}, 4326), 7)::json`;

/** A box in RD metres, rounded outwards to centimetres. */
export const omhullendeJson = (geom: string) => `json_build_array(
    floor(ST_XMin(${geom}) * 100) / 100, floor(ST_YMin(${geom}) * 100) / 100,
    ceil(ST_XMax(${geom}) * 100) / 100, ceil(ST_YMax(${geom}) * 100) / 100
  )`;

/** The part of the place inside the area of `column`; of a perceel only what has area. */
export const binnen = (column: string) => `
  CASE
    WHEN NOT g.is_perceel OR ST_Covers(${column}, g.geom) THEN g.geom
    WHEN ST_Dimension(${column}) = 2 THEN ST_CollectionExtract(ST_Intersection(${column}, g.geom), 3)
    ELSE ST_Intersection(${column}, g.geom)
  END`;
