import type { Knex } from 'knex';
import { factsStatement, statement } from '../../db/statement.ts';
import { randGrens } from '../geo/gebied.ts';
import { binnen, bronJson, gebiedJson, gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { RegelFeiten, RegelingFeiten, RegeltekstFeiten } from './domain/regels.ts';
import { type Verdeling, type Vraag, verdeel } from './domain/regelwerk.ts';
import { loadRegelwerk } from './regelwerk/queries.ts';

const regelingJson = `
  'id', r.id, 'identificatie', r.identificatie, 'soort', r.soort, 'opschrift', coalesce(r.citeertitel, r.opschrift),
  'bestuurslaag', r.bestuurslaag, 'bevoegdGezag', r.bevoegd_gezag, 'ontwerp', r.ontwerp,
  'geldigVanaf', r.geldig_vanaf, 'geldigTot', r.geldig_tot, 'url', r.url, 'bronId', r.bron_id`;

/**
 * Rows of the regelingen here, and of the locaties that cover a place or may cover it; with the bindings `:datum`
 * (regelingen that have ended by then are left out) and `:raaktM2`.
 *
 * A regeling of a gemeente answers only in the gemeente of its bron. A locatie without geometry may lie here when the
 * place lies in the regelingsgebied, or, where that border is missing as well, in the gemeente of the bron.
 *
 * Many locaties have the same pieces (every version of a plan repeats them): each piece is measured once.
 */
export const regelsSql = `
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
  kandidaat AS MATERIALIZED (
    SELECT d.locatie_id, d.merk, d.geom
    FROM gebied g
    JOIN locatie_deel d ON d.geom && g.geom
    WHERE (SELECT l.regeling_id FROM locatie l WHERE l.id = d.locatie_id) = ANY(ARRAY(SELECT id FROM regeling_hier))
  ),
  gemeten AS MATERIALIZED (
    SELECT k.merk, ST_Dimension(k.geom) AS dimensie, ST_Area(${binnen('k.geom')}) AS m2
    FROM gebied g, (SELECT DISTINCT ON (merk) merk, geom FROM kandidaat) k
    WHERE ST_Intersects(k.geom, g.geom)
  ),
  hier AS MATERIALIZED (
    SELECT id, is_vlak, m2, NOT is_vlak OR m2_gebied - m2 < :raaktM2 AS geheel, true AS bekend
    FROM (
      SELECT k.locatie_id AS id, g.is_perceel AND max(m.dimensie) = 2 AS is_vlak, sum(m.m2) AS m2, g.m2 AS m2_gebied
      FROM gebied g, kandidaat k JOIN gemeten m USING (merk)
      GROUP BY k.locatie_id, g.is_perceel, g.m2
    ) l
    WHERE NOT is_vlak OR m2 >= :raaktM2
    UNION ALL
    SELECT l.id, false, NULL, false, false
    FROM locatie l
    JOIN regeling_hier r ON r.id = l.regeling_id
    WHERE l.geom IS NULL AND r.kan_hier
  )`;

/** {@link RegelsHier} of those rows. */
export const regelsJson = `json_build_object(
    'gebied', ${gebiedJson},
    'regelingen', (
      SELECT json_agg(json_build_object(${regelingJson}, 'zonderGrens', zonder_grens)
        ORDER BY array_position(ARRAY['gemeente', 'waterschap', 'provincie', 'rijk'], bestuurslaag), ontwerp, opschrift, id)
      FROM regeling_hier r
    ),
    'hier', (SELECT json_agg(json_build_array(id, is_vlak, m2, geheel, bekend) ORDER BY id) FROM hier),
    'bronnen', (SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b WHERE b.id IN (SELECT bron_id FROM regeling_hier))
  )`;

/** Which regelingen and locaties lie at a place; what holds in them is in the regelwerk. A list that is null is empty. */
export interface RegelsHier extends Pick<RegelFeiten, 'gebied' | 'regelingen' | 'bronnen'> {
  hier: [id: number, isVlak: boolean, m2: number | null, geheel: boolean, bekend: boolean][] | null;
}

const regelsHier = factsStatement<RegelsHier>(
  `WITH ${gebiedSql}, ${regelsSql} SELECT ${regelsJson} AS feiten FROM gebied g`,
);

/**
 * The rules that touch a place or may touch it, in one round trip once their locaties have been asked about before.
 *
 * @param punt RD metres
 * @param datum YYYY-MM-DD; regelingen that have ended by then are left out
 */
export async function loadRegels(db: Knex, punt: RdPunt, datum: string): Promise<RegelFeiten> {
  return completeRegels(db, { punt, datum }, await loadRegelsHier(db, { punt, datum }));
}

interface RegelsVraag {
  punt: RdPunt;
  datum: string;
}

const loadRegelsHier = (db: Knex, { punt, datum }: RegelsVraag): Promise<RegelsHier> =>
  regelsHier(db, { ...punt, datum, raaktM2: randGrens.raaktM2 });

/**
 * Adds to the locaties at a place what holds in them. When an import replaced them meanwhile, the place is asked again.
 *
 * @throws Error when that happens time after time
 */
export async function completeRegels(db: Knex, vraag: RegelsVraag, eerste: RegelsHier): Promise<RegelFeiten> {
  let gevonden = eerste;
  for (let poging = 0; poging < 3; poging += 1) {
    const { hier, ...rest } = gevonden;
    const verdeling = await loadVerdeling(db, vraag.punt, hier ?? []);
    if (verdeling) return { ...rest, verdeling };
    gevonden = await loadRegelsHier(db, vraag);
  }
  throw new Error('The rules changed while they were read');
}

/** @returns null when a locatie is not there any more */
async function loadVerdeling(
  db: Knex,
  punt: RdPunt,
  rijen: NonNullable<RegelsHier['hier']>,
): Promise<Verdeling | null> {
  const hier = rijen.map(([id, isVlak, m2, geheel, bekend]) => ({ id, isVlak, m2, geheel, bekend }));
  const regelwerk = await loadRegelwerk(
    db,
    hier.map(({ id }) => id),
  );
  if (!regelwerk) return null;
  const { verdeling, vragen } = verdeel(hier, regelwerk);
  if (vragen.length === 0) return verdeling;
  const antwoorden = await loadOverlap(db, punt, vragen);
  for (const [i, { antwoord }] of vragen.entries()) {
    const m2 = antwoorden[i] ?? null;
    if (m2 === null) return null;
    antwoord(m2);
  }
  return verdeling;
}

const overlap = statement<{ m2: number | null }>(
  `WITH ${gebiedSql},
   deel AS MATERIALIZED (
     SELECT d.locatie_id AS id, ST_Collect(${binnen('d.geom')}) AS deel
     FROM gebied g
     JOIN locatie_deel d ON d.geom && g.geom AND ST_Intersects(d.geom, g.geom)
     WHERE d.locatie_id = ANY(CAST(:locaties AS integer[]))
     GROUP BY d.locatie_id
   )
   SELECT ST_Area(CASE WHEN v.ander IS NULL THEN een.geom ELSE ST_Intersection(een.geom, ander.geom) END) AS m2
   FROM json_to_recordset(CAST(:vragen AS json)) v (nr integer, een integer[], ander integer[]),
     LATERAL (SELECT ST_Union(deel) AS geom FROM deel WHERE id = ANY(v.een)) een,
     LATERAL (SELECT ST_Union(deel) AS geom FROM deel WHERE id = ANY(v.ander)) ander
   ORDER BY v.nr`,
);

/** The areas in m² that only geometry can tell, null where it is gone; most places have none. */
async function loadOverlap(db: Knex, punt: RdPunt, vragen: readonly Vraag[]): Promise<(number | null)[]> {
  const rows = await overlap(db, {
    ...punt,
    locaties: [...new Set(vragen.flatMap(({ een, ander }) => [...een, ...(ander ?? [])]))],
    vragen: JSON.stringify(vragen.map(({ een, ander }, nr) => ({ nr, een, ander }))),
  });
  return rows.map(({ m2 }) => m2);
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
