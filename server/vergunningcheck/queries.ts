import type { Knex } from 'knex';
import { factsStatement } from '../../db/statement.ts';
import { randGrens } from '../geo/gebied.ts';
import { bronJson, gebiedJson, gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import { omstandighedenJson, omstandighedenSql } from '../omstandigheden/queries.ts';
import type { Kaartbeeld } from '../rapport/contract.ts';
import type { CheckInvoer } from './contract.ts';
import type { Omgeving } from './domain/beoordeel.ts';
import type { VraagSleutel, Werkzaamheid } from './domain/oordeel.ts';
import type { Plaatsgegevens } from './domain/plaatsgegevens.ts';

/** A part of what is known of a place, as CTE's and as JSON; each can be asked for by itself. */
interface Deel {
  sql: string;
  json: string;
}

const kop: Deel = {
  sql: '',
  json: `json_build_object(
    'gebied', ${gebiedJson},
    'gemeenteCode', g.gemeente_code,
    'gemeenteNaam', (SELECT naam FROM gemeente WHERE code = g.gemeente_code),
    'eigen', EXISTS (SELECT FROM bron b WHERE b.gemeente_code = g.gemeente_code)
  )`,
};

/**
 * The rules that bind on a day: where they lie and which norms they give. A locatie without geometry may lie here, so it
 * counts as not known.
 */
const regels: Deel = {
  sql: `
    regeling_hier AS MATERIALIZED (
      SELECT r.*, r.geom IS NOT NULL OR b.gemeente_code IS NULL OR b.gemeente_code = g.gemeente_code AS kan_hier
      FROM gebied g
      CROSS JOIN regeling r
      JOIN bron b ON b.id = r.bron_id
      WHERE NOT r.ontwerp
        AND (r.geldig_vanaf IS NULL OR r.geldig_vanaf <= CAST(:datum AS date))
        AND (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:datum AS date))
        AND (r.geom IS NULL OR ST_Intersects(r.geom, g.geom))
        AND (r.bestuurslaag <> 'gemeente' OR b.gemeente_code IS NULL OR g.gemeente_code IS NULL
             OR b.gemeente_code = g.gemeente_code)
    ),
    raakt AS MATERIALIZED (
      SELECT d.locatie_id AS id,
        CASE WHEN g.is_perceel AND max(ST_Dimension(d.geom)) = 2
          THEN sum(CASE WHEN ST_Covers(d.geom, g.geom) THEN g.m2 ELSE ST_Area(ST_Intersection(d.geom, g.geom)) END)
        END AS m2
      FROM gebied g
      JOIN locatie_deel d ON ST_Intersects(d.geom, g.geom)
      GROUP BY d.locatie_id, g.is_perceel
    ),
    plek AS MATERIALIZED (
      SELECT l.id, l.noemer, l.regeling_id, raakt.m2, true AS zeker
      FROM raakt
      JOIN locatie l USING (id)
      JOIN regeling_hier r ON r.id = l.regeling_id
      WHERE raakt.m2 IS NULL OR raakt.m2 >= :raaktM2
      UNION ALL
      SELECT l.id, l.noemer, l.regeling_id, NULL, false
      FROM locatie l
      JOIN regeling_hier r ON r.id = l.regeling_id
      WHERE l.geom IS NULL AND r.kan_hier
    )`,
  json: `json_build_object(
    'regelingen', (
      SELECT json_agg(json_build_object('id', id, 'identificatie', identificatie, 'soort', soort,
        'naam', coalesce(citeertitel, opschrift), 'bestuurslaag', bestuurslaag, 'bevoegdGezag', bevoegd_gezag,
        'geldigVanaf', geldig_vanaf, 'bronId', bron_id) ORDER BY id)
      FROM regeling_hier
    ),
    'gebieden', (
      SELECT json_agg(json_build_object('naam', naam, 'regelingId', regeling_id, 'm2', m2, 'zeker', zeker)
        ORDER BY naam, regeling_id)
      FROM (
        SELECT noemer AS naam, regeling_id, m2, zeker FROM plek WHERE noemer IS NOT NULL
        UNION
        SELECT ga.naam, p.regeling_id, p.m2, p.zeker
        FROM plek p
        JOIN gebiedsaanwijzing_locatie t ON t.locatie_id = p.id
        JOIN gebiedsaanwijzing ga ON ga.id = t.gebiedsaanwijzing_id
      ) x
    ),
    'normen', (
      SELECT json_agg(json_build_object('naam', n.naam, 'eenheid', n.eenheid, 'kwantitatief', w.kwantitatief::float8,
        'kwalitatief', w.kwalitatief, 'regelingId', p.regeling_id, 'm2', p.m2, 'zeker', p.zeker)
        ORDER BY n.naam, w.kwantitatief)
      FROM plek p
      JOIN normwaarde_locatie t ON t.locatie_id = p.id
      JOIN normwaarde w ON w.id = t.normwaarde_id
      JOIN norm n ON n.id = w.norm_id
    ),
    'bronnen', (SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b WHERE b.id IN (SELECT bron_id FROM regeling_hier))
  )`,
};

/** How many adressen there are on the perceel, that nearest to the point, and when its panden were built. */
const gebouwen: Deel = {
  sql: `
    adres_hier AS MATERIALIZED (
      SELECT a.weergave, a.gebruiksdoelen, a.bron_id, a.geom <-> g.punt AS afstand
      FROM gebied g JOIN adres a ON ST_Covers(g.geom, a.geom)
    ),
    pand_hier AS MATERIALIZED (
      SELECT p.bouwjaar, p.gebruiksdoelen, p.bron_id
      FROM gebied g JOIN pand p ON ST_Intersects(p.geom, g.geom)
      WHERE NOT g.is_perceel OR ST_Area(ST_Intersection(p.geom, g.geom)) >= 1
    )`,
  json: `json_build_object(
    'adressen', (
      SELECT json_build_object(
        'eerste', (array_agg(weergave ORDER BY afstand, weergave))[1],
        'aantal', count(*),
        'metDoel', count(*) FILTER (WHERE cardinality(gebruiksdoelen) > 0),
        'woningen', count(*) FILTER (WHERE 'woonfunctie' = ANY(gebruiksdoelen))
      )
      FROM adres_hier
    ),
    'panden', (
      SELECT json_agg(json_build_object('bouwjaar', bouwjaar, 'gebruiksdoelen', gebruiksdoelen) ORDER BY bouwjaar)
      FROM pand_hier
    ),
    'bronnen', (
      SELECT json_agg(${bronJson} ORDER BY b.id) FROM bron b
      WHERE b.id IN (SELECT bron_id FROM adres_hier UNION SELECT bron_id FROM pand_hier)
    )
  )`,
};

/** Which version of a file of toepasbare regels answers for each werkzaamheid on the day, by its hash. */
const regelbestanden: Deel = {
  sql: `
    regelbestand AS (
      SELECT DISTINCT ON (r.werkzaamheid) r.werkzaamheid, r.inhoud_hash
      FROM gebied g
      JOIN toepasbare_regel r ON r.gemeente_code = g.gemeente_code
      JOIN bron b ON b.id = r.bron_id
      WHERE r.werkzaamheid = ANY(CAST(:werkzaamheden AS text[])) AND r.soort = 'conclusie'
        AND r.geldig_vanaf <= CAST(:datum AS date) AND (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:datum AS date))
      ORDER BY r.werkzaamheid, r.geldig_vanaf DESC, b.geladen_op DESC, r.bron_id
    )`,
  json: `(SELECT coalesce(json_object_agg(werkzaamheid, inhoud_hash), '{}'::json) FROM regelbestand)`,
};

const delen = {
  regelbestanden,
  omstandigheden: { sql: omstandighedenSql, json: omstandighedenJson },
  regels,
  gebouwen,
} satisfies Record<string, Deel>;
type DeelNaam = keyof typeof delen;
const namen = Object.keys(delen) as DeelNaam[];

const vraagNaar = (gevraagd: readonly DeelNaam[]) => {
  const ctes = [gebiedSql, ...gevraagd.map((naam) => delen[naam].sql)].join(',');
  const json = gevraagd.map((naam) => `, '${naam}', ${delen[naam].json}`).join('');
  return factsStatement<Plaatsgegevens>(
    `WITH ${ctes} SELECT json_build_object('kop', ${kop.json}${json}) AS feiten FROM gebied g`,
  );
};
const alles = vraagNaar(namen);
const alleen = {
  kop: vraagNaar([]),
  regelbestanden: vraagNaar(['regelbestanden']),
  omstandigheden: vraagNaar(['omstandigheden']),
  regels: vraagNaar(['regels']),
  gebouwen: vraagNaar(['gebouwen']),
} satisfies Record<DeelNaam | 'kop', unknown>;

/**
 * What the map says of a place, in one statement. When that fails each part is asked for by itself, so that a part that
 * cannot answer is not known and the others stand.
 *
 * @param punt RD metres
 * @param datum YYYY-MM-DD: the day for which the rules are looked up
 * @param themas keys of data/omstandigheden/themas.json
 * @param werkzaamheden of which the version of the rules is asked
 * @param meldFout is told which parts failed and why
 * @throws when not even the place itself can be found
 */
export async function loadPlaatsgegevens(
  db: Knex,
  punt: RdPunt,
  datum: string,
  { themas, werkzaamheden }: { themas: readonly string[]; werkzaamheden: readonly string[] },
  meldFout: (deel: string, error: unknown) => void,
): Promise<Plaatsgegevens> {
  const waarden = { x: punt.x, y: punt.y, datum, themas, werkzaamheden, raaktM2: randGrens.raaktM2 };
  try {
    return await alles(db, waarden);
  } catch (error) {
    meldFout('alles', error);
    const basis = await alleen.kop(db, waarden);
    for (const naam of namen) {
      const antwoord = await alleen[naam](db, waarden).catch((fout: unknown) => {
        meldFout(naam, fout);
        return null;
      });
      Object.assign(basis, { [naam]: antwoord?.[naam] ?? null });
    }
    return basis;
  }
}

/** A werkzaamheid that is answered by a file, with the questions that its parts answer. */
export interface BestandWerkzaamheid extends Omit<Werkzaamheid, 'motor' | 'vragen'> {
  delen: VraagSleutel[];
}

/** The werkzaamheden for which a gemeente of this loket has a file of toepasbare regels on a day. */
export async function loadBestandWerkzaamheden(db: Knex, dag: string): Promise<BestandWerkzaamheid[]> {
  const { rows } = await db.raw<{ rows: { werkzaamheid: BestandWerkzaamheid }[] }>(
    `SELECT DISTINCT ON (r.werkzaamheid) jsonb_set(r.koppeling->'werkzaamheid', '{delen}',
       (SELECT coalesce(jsonb_agg(DISTINCT deel->'vraag'), '[]') FROM jsonb_array_elements(r.koppeling->'delen') deel)
     ) AS werkzaamheid
     FROM toepasbare_regel r JOIN bron b ON b.id = r.bron_id
     WHERE r.soort = 'conclusie' AND r.geldig_vanaf <= CAST(:dag AS date)
       AND (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:dag AS date))
     ORDER BY r.werkzaamheid, r.geldig_vanaf DESC, b.geladen_op DESC, r.bron_id`,
    { dag },
  );
  return rows.map(({ werkzaamheid }) => werkzaamheid);
}

/** An oordeel as it is kept. */
export interface OordeelRij {
  id: string;
  hash: string;
  /** Canonical JSON. */
  inhoud: string;
  invoer: CheckInvoer;
  omgeving: Omit<Omgeving, 'werkzaamheden'>;
  gemaaktOp: Date;
  /** YYYY-MM-DD. */
  bewaardTot: string;
  /** The map of then; null: it gave no answer. */
  kaartbeeld: Kaartbeeld | null;
}

const oordeelKolommen =
  'id, hash, inhoud, invoer, omgeving, kaartbeeld, gemaakt_op AS "gemaaktOp", bewaard_tot::text AS "bewaardTot"';

/**
 * Keeps an oordeel with its rules. Rules that were kept before are kept once.
 *
 * @param maximumPerUur of oordelen in an hour, of everybody together
 * @returns null: that maximum is reached
 */
export async function keepOordeel(
  db: Knex,
  rij: {
    hash: string;
    inhoud: string;
    invoer: string;
    omgeving: string;
    kaartbeeld: string | null;
    bewaardTot: string;
    regels: readonly { werkzaamheid: string; hash: string; inhoud: string }[];
  },
  maximumPerUur: number,
): Promise<OordeelRij | null> {
  const { regels, ...rest } = rij;
  const { rows } = await db.raw<{ rows: OordeelRij[] }>(
    `WITH gegeven AS (
       SELECT * FROM json_to_recordset(CAST(:regels AS json)) AS r (werkzaamheid text, hash text, inhoud text)
     ),
     oordeel_nieuw AS (
       INSERT INTO oordeel (hash, inhoud, invoer, omgeving, kaartbeeld, bewaard_tot)
       SELECT :hash, :inhoud, CAST(:invoer AS jsonb), CAST(:omgeving AS jsonb), CAST(:kaartbeeld AS jsonb),
         CAST(:bewaardTot AS date)
       WHERE (SELECT count(*) FROM oordeel WHERE gemaakt_op > now() - interval '1 hour') < :maximum
       RETURNING *
     ),
     nieuw AS (
       INSERT INTO oordeel_regels (hash, inhoud)
       SELECT DISTINCT hash, inhoud FROM gegeven WHERE EXISTS (SELECT FROM oordeel_nieuw)
       -- holds the row, so that it is not cleared away meanwhile
       ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash
     ),
     gekoppeld AS (
       INSERT INTO oordeel_regel (oordeel_id, werkzaamheid, regels_hash)
       SELECT o.id, g.werkzaamheid, g.hash FROM oordeel_nieuw o CROSS JOIN gegeven g
     )
     SELECT ${oordeelKolommen} FROM oordeel_nieuw`,
    { ...rest, regels: JSON.stringify(regels), maximum: maximumPerUur },
  );
  return rows[0] ?? null;
}

/**
 * Clears away oordelen that nobody has to keep any more, and then the rules that no oordeel needs.
 *
 * @param vandaag YYYY-MM-DD
 */
export async function clearOordelen(db: Knex, vandaag: string): Promise<void> {
  await db.raw('DELETE FROM oordeel WHERE bewaard_tot < CAST(? AS date)', [vandaag]);
  await db.raw(
    'DELETE FROM oordeel_regels r WHERE NOT EXISTS (SELECT FROM oordeel_regel k WHERE k.regels_hash = r.hash)',
  );
}

/** An oordeel by its id; null: never made, or no longer kept. */
export async function loadOordeel(db: Knex, id: string): Promise<OordeelRij | null> {
  const { rows } = await db.raw<{ rows: OordeelRij[] }>(`SELECT ${oordeelKolommen} FROM oordeel WHERE id = ?`, [id]);
  return rows[0] ?? null;
}

/** The rules that an oordeel was judged by, per werkzaamheid, as canonical JSON. */
export async function loadOordeelRegels(db: Knex, id: string): Promise<{ werkzaamheid: string; inhoud: string }[]> {
  const { rows } = await db.raw<{ rows: { werkzaamheid: string; inhoud: string }[] }>(
    `SELECT k.werkzaamheid, r.inhoud
     FROM oordeel_regel k JOIN oordeel_regels r ON r.hash = k.regels_hash
     WHERE k.oordeel_id = ? ORDER BY k.werkzaamheid`,
    [id],
  );
  return rows;
}
