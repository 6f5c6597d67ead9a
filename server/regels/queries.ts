import type { Knex } from 'knex';
import { randGrens } from '../geo/gebied.ts';
import { binnen, bronJson, gebiedJson, gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { RegelFeiten, RegelingFeiten, RegeltekstFeiten } from './domain.ts';

const regelingJson = `
  'id', r.id, 'identificatie', r.identificatie, 'soort', r.soort, 'opschrift', coalesce(r.citeertitel, r.opschrift),
  'bestuurslaag', r.bestuurslaag, 'bevoegdGezag', r.bevoegd_gezag, 'ontwerp', r.ontwerp,
  'geldigVanaf', r.geldig_vanaf, 'geldigTot', r.geldig_tot, 'url', r.url, 'bronId', r.bron_id`;

/** A table that ties an object to its locaties, of those that are here. */
const eigenaars = (soort: string, tabel: string, sleutel: string) =>
  `SELECT '${soort}' AS soort, t.${sleutel} AS id, t.locatie_id FROM ${tabel} t JOIN hier h ON h.id = t.locatie_id`;

/**
 * The rules that touch a place or may touch it, in one statement.
 *
 * A regeling of a gemeente answers only in the gemeente of its bron. A locatie without geometry may lie here when the
 * place lies in the regelingsgebied, or, where that border is missing as well, in the gemeente of the bron.
 *
 * The locaties of one object together are a plek. Objects that share their locaties share the plek, so that its part
 * of the perceel is computed once; `paren` are the plekken of a regel and its object that both cover the perceel in
 * part, where only the overlap counts.
 *
 * @param punt RD metres
 * @param datum YYYY-MM-DD; regelingen that have ended by then are left out
 */
export async function loadRegels(db: Knex, punt: RdPunt, datum: string): Promise<RegelFeiten> {
  const { rows } = await db.raw(
    `WITH ${gebiedSql},
     regeling_hier AS MATERIALIZED (
       SELECT r.*, r.geom IS NULL AS zonder_grens,
         r.geom IS NOT NULL OR b.gemeente_code IS NULL OR b.gemeente_code = g.gemeente_code AS kan_hier
       FROM gebied g
       CROSS JOIN regeling r
       JOIN bron b ON b.id = r.bron_id
       WHERE (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:datum AS date))
         AND (r.geom IS NULL OR ST_Intersects(r.geom, g.geom))
         AND (r.bestuurslaag <> 'gemeente' OR b.gemeente_code IS NULL OR g.gemeente_code IS NULL
              OR b.gemeente_code = g.gemeente_code)
     ),
     raak AS MATERIALIZED (
       SELECT id, ST_Collect(deel) AS deel, sum(ST_Area(deel)) AS m2, is_perceel AND max(dimensie) = 2 AS is_vlak,
         m2_gebied
       FROM (
         SELECT d.locatie_id AS id, ${binnen('d.geom')} AS deel, ST_Dimension(d.geom) AS dimensie, g.is_perceel,
           g.m2 AS m2_gebied
         FROM gebied g
         JOIN locatie_deel d ON ST_Intersects(d.geom, g.geom)
       ) stuk
       GROUP BY id, is_perceel, m2_gebied
     ),
     hier AS MATERIALIZED (
       SELECT raak.id, deel, is_vlak, m2, NOT is_vlak OR m2_gebied - m2 < :raaktM2 AS geheel
       FROM raak
       JOIN locatie l USING (id)
       JOIN regeling_hier r ON r.id = l.regeling_id
       WHERE NOT is_vlak OR m2 >= :raaktM2
       UNION ALL
       SELECT l.id, NULL, false, NULL, false
       FROM locatie l
       JOIN regeling_hier r ON r.id = l.regeling_id
       WHERE l.geom IS NULL AND r.kan_hier
     ),
     eigenaar AS (
       SELECT soort, id, array_agg(locatie_id ORDER BY locatie_id) AS locaties
       FROM (
         ${[
           eigenaars('regel', 'juridische_regel_locatie', 'regel_id'),
           eigenaars('aanduiding', 'activiteit_locatieaanduiding_locatie', 'aanduiding_id'),
           eigenaars('gebied', 'gebiedsaanwijzing_locatie', 'gebiedsaanwijzing_id'),
           eigenaars('waarde', 'normwaarde_locatie', 'normwaarde_id'),
         ].join(' UNION ALL ')}
       ) t
       GROUP BY soort, id
     ),
     plek AS MATERIALIZED (
       SELECT nr, locaties, bool_or(h.deel IS NOT NULL) AS geldt, bool_or(h.deel IS NULL) AS onbekend,
         coalesce(bool_or(h.geheel), false) AS geheel, bool_or(h.is_vlak) AS is_vlak,
         CASE WHEN count(h.deel) = 1 OR bool_or(h.geheel) THEN max(h.m2) ELSE ST_Area(ST_Union(h.deel)) END AS m2
       FROM (SELECT locaties, row_number() OVER () AS nr FROM eigenaar GROUP BY locaties) p
       JOIN hier h ON h.id = ANY(p.locaties)
       GROUP BY nr, locaties
     ),
     bij AS MATERIALIZED (SELECT e.soort, e.id, p.nr AS plek FROM eigenaar e JOIN plek p USING (locaties)),
     object AS MATERIALIZED (
       SELECT jr.regel_id, bij.soort, jr.aanduiding_id AS id, bij.plek
       FROM (SELECT regel_id, id AS aanduiding_id FROM activiteit_locatieaanduiding) jr
       JOIN bij ON bij.soort = 'aanduiding' AND bij.id = jr.aanduiding_id
       UNION ALL
       SELECT t.regel_id, bij.soort, t.gebiedsaanwijzing_id, bij.plek
       FROM juridische_regel_gebiedsaanwijzing t
       JOIN bij ON bij.soort = 'gebied' AND bij.id = t.gebiedsaanwijzing_id
       UNION ALL
       SELECT t.regel_id, bij.soort, w.id, bij.plek
       FROM juridische_regel_norm t
       JOIN normwaarde w USING (norm_id)
       JOIN bij ON bij.soort = 'waarde' AND bij.id = w.id
     ),
     paar AS (
       SELECT DISTINCT a.nr AS a, b.nr AS b
       FROM object o
       JOIN bij r ON r.soort = 'regel' AND r.id = o.regel_id
       JOIN plek a ON a.nr = r.plek
       JOIN plek b ON b.nr = o.plek
       WHERE a.nr <> b.nr AND a.is_vlak AND b.is_vlak AND NOT a.geheel AND NOT b.geheel
     )
     SELECT json_build_object(
       'gebied', ${gebiedJson},
       'regelingen', (
         SELECT json_agg(json_build_object(${regelingJson}, 'zonderGrens', zonder_grens)
           ORDER BY array_position(ARRAY['gemeente', 'waterschap', 'provincie', 'rijk'], bestuurslaag), ontwerp, opschrift, id)
         FROM regeling_hier r
       ),
       'plekken', (
         SELECT json_object_agg(nr, json_build_object('geldt', geldt, 'onbekend', onbekend,
           'm2', CASE WHEN is_vlak THEN m2 END, 'geheel', geheel))
         FROM plek
       ),
       'paren', (
         SELECT json_object_agg(a || '-' || b, coalesce((
           SELECT ST_Area(ST_Intersection(ST_Union(h.deel) FILTER (WHERE h.id = ANY(x.locaties)),
             ST_Union(h.deel) FILTER (WHERE h.id = ANY(y.locaties))))
           FROM hier h, plek x, plek y WHERE x.nr = a AND y.nr = b), 0))
         FROM paar
       ),
       'regels', (
         SELECT json_agg(json_build_object('id', jr.id, 'regeltekstId', jr.regeltekst_id, 'idealisatie', jr.idealisatie,
           'themas', jr.themas, 'plek', bij.plek, 'regelingId', rt.regeling_id, 'artikel', rt.nummer,
           'opschrift', rt.opschrift, 'tekstMerk', md5(rt.tekst)) ORDER BY rt.regeling_id, rt.volgorde, jr.id)
         FROM bij
         JOIN juridische_regel jr ON bij.soort = 'regel' AND jr.id = bij.id
         JOIN regeltekst rt ON rt.id = jr.regeltekst_id
       ),
       'aanduidingen', (
         SELECT json_agg(json_build_object('regelId', o.regel_id, 'plek', o.plek, 'kwalificatie', a.kwalificatie,
           'naam', act.naam, 'groep', act.groep))
         FROM object o
         JOIN activiteit_locatieaanduiding a ON o.soort = 'aanduiding' AND a.id = o.id
         JOIN activiteit act ON act.id = a.activiteit_id
       ),
       'gebiedsaanwijzingen', (
         SELECT json_agg(json_build_object('regelId', o.regel_id, 'plek', o.plek, 'naam', ga.naam, 'type', ga.type,
           'groep', ga.groep))
         FROM object o JOIN gebiedsaanwijzing ga ON o.soort = 'gebied' AND ga.id = o.id
       ),
       'waarden', (
         SELECT json_agg(json_build_object('regelId', o.regel_id, 'plek', o.plek, 'naam', n.naam,
           'soort', n.soort, 'type', n.type, 'groep', n.groep, 'eenheid', n.eenheid,
           'kwantitatief', w.kwantitatief::text, 'kwalitatief', w.kwalitatief, 'inRegeltekst', w.in_regeltekst))
         FROM object o
         JOIN normwaarde w ON o.soort = 'waarde' AND w.id = o.id
         JOIN norm n ON n.id = w.norm_id
       ),
       'bronnen', (SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b WHERE b.id IN (SELECT bron_id FROM regeling_hier))
     ) AS feiten
     FROM gebied g`,
    { ...punt, datum, raaktM2: randGrens.raaktM2 },
  );
  return rows[0].feiten;
}

/** The text of an artikel or lid; null: no such regeltekst. */
export async function loadRegeltekst(db: Knex, id: number): Promise<RegeltekstFeiten | null> {
  const { rows } = await db.raw<{ rows: (Omit<RegeltekstFeiten, 'regeling'> & { regeling: RegelingFeiten })[] }>(
    `SELECT t.id, t.nummer, t.opschrift, t.tekst, json_build_object(${regelingJson}) AS regeling
     FROM regeltekst t JOIN regeling r ON r.id = t.regeling_id
     WHERE t.id = ?`,
    [id],
  );
  return rows[0] ?? null;
}
