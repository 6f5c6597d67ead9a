/**
 * All that a version of a regeling says, each with where it applies: texts, activiteiten, gebiedsaanwijzingen and
 * normwaarden. Without a locatie: where it applies was not delivered.
 */
const inhoudSql = `
  SELECT t.regeling_id, concat_ws('|', 'regel', t.nummer, t.opschrift, t.tekst) AS zegt, jl.locatie_id
  FROM regeltekst t
  LEFT JOIN juridische_regel j ON j.regeltekst_id = t.id
  LEFT JOIN juridische_regel_locatie jl ON jl.regel_id = j.id
  UNION ALL
  SELECT t.regeling_id, concat_ws('|', 'activiteit', t.nummer, ac.naam, al.kwalificatie), aw.locatie_id
  FROM activiteit_locatieaanduiding al
  JOIN activiteit ac ON ac.id = al.activiteit_id
  JOIN juridische_regel j ON j.id = al.regel_id
  JOIN regeltekst t ON t.id = j.regeltekst_id
  LEFT JOIN activiteit_locatieaanduiding_locatie aw ON aw.aanduiding_id = al.id
  UNION ALL
  SELECT g.regeling_id, concat_ws('|', 'gebied', g.type, g.naam, g.groep), gl.locatie_id
  FROM gebiedsaanwijzing g LEFT JOIN gebiedsaanwijzing_locatie gl ON gl.gebiedsaanwijzing_id = g.id
  UNION ALL
  SELECT n.regeling_id, concat_ws('|', 'norm', n.naam, n.type, n.eenheid, w.kwantitatief, w.kwalitatief, w.in_regeltekst),
    wl.locatie_id
  FROM norm n JOIN normwaarde w ON w.norm_id = n.id LEFT JOIN normwaarde_locatie wl ON wl.normwaarde_id = w.id`;

/**
 * CTEs that compare each regeling in `open` with the version before it of the same work, where that is here too:
 * `opvolger` (id, voor, heel) and `gewijzigd` (regeling_id, locatie_id), the locaties of all that came, went, or moved.
 *
 * `heel`: it is told wherever the regeling applies, because there is nothing to compare it with, its own border changed,
 * or where a change applies is not known.
 */
export const wijzigingenSql = `
  versie AS MATERIALIZED (
    SELECT r.id, r.geom, (
      SELECT v.id FROM regeling v
      WHERE NOT v.ontwerp AND v.geldig_vanaf < r.geldig_vanaf
        AND split_part(v.identificatie, '/nld@', 1) = split_part(r.identificatie, '/nld@', 1)
      ORDER BY v.geldig_vanaf DESC, v.id DESC LIMIT 1) AS voor
    FROM open o JOIN regeling r ON r.identificatie = o.identificatie
    WHERE o.soort = 'regeling' AND NOT r.ontwerp
  ),
  vergelijk AS MATERIALIZED (
    SELECT id, id AS van, false AS eerder FROM versie WHERE voor IS NOT NULL
    UNION ALL SELECT id, voor, true FROM versie WHERE voor IS NOT NULL
  ),
  vorm AS MATERIALIZED (
    SELECT l.id, md5(ST_AsBinary(l.geom)) AS vorm FROM locatie l WHERE l.regeling_id IN (SELECT van FROM vergelijk)
  ),
  inhoud AS MATERIALIZED (
    SELECT v.id AS regeling_id, v.eerder, md5(i.zegt) AS zegt, i.locatie_id, f.vorm
    FROM vergelijk v
    JOIN (${inhoudSql}) i ON i.regeling_id = v.van
    LEFT JOIN vorm f ON f.id = i.locatie_id
  ),
  gewijzigd AS MATERIALIZED (
    SELECT DISTINCT regeling_id, locatie_id, vorm IS NULL AS onbekend FROM (
      SELECT i.*, bool_or(eerder) OVER zelfde AS was, bool_or(NOT eerder) OVER zelfde AS is_nu
      FROM inhoud i WINDOW zelfde AS (PARTITION BY regeling_id, zegt, vorm)
    ) vergeleken
    WHERE NOT (was AND is_nu) OR vorm IS NULL
  ),
  opvolger AS MATERIALIZED (
    SELECT v.id, v.voor IS NULL
        OR NOT EXISTS (SELECT FROM inhoud i WHERE i.regeling_id = v.id AND i.eerder)
        OR NOT EXISTS (SELECT FROM inhoud i WHERE i.regeling_id = v.id AND NOT i.eerder)
        OR EXISTS (SELECT FROM gewijzigd g WHERE g.regeling_id = v.id AND g.onbekend)
        OR EXISTS (SELECT FROM regeling w WHERE w.id = v.voor AND ST_AsBinary(w.geom) IS DISTINCT FROM ST_AsBinary(v.geom))
        AS heel
    FROM versie v
  )`;

/** Whether something changes within `straal` of `geom` in the regeling `r`, of which {@link wijzigingenSql} knows all. */
export const wijzigingRaakt = (geom: string, straal: string) => `EXISTS (
  SELECT FROM locatie_deel d
  WHERE ST_DWithin(d.geom, ${geom}, ${straal})
    AND (r.id, d.locatie_id) IN (SELECT regeling_id, locatie_id FROM gewijzigd WHERE locatie_id IS NOT NULL))`;
