import type { Knex } from 'knex';
import { gebiedSql } from '../geo/queries.ts';
import type { Abonnement, HoeVaak, Onderwerp, VolgGebied } from './contract.ts';

/** An area to follow, found and named. */
export interface GevondenGebied {
  soort: VolgGebied['soort'];
  naam: string;
  /** EWKB, EPSG:28992. */
  geom: string;
  straalM: number;
  /** As it was chosen. */
  keuze: VolgGebied;
}

/** What is chosen, as one row: soort, naam, geom, straal; and for a drawn area whether it can be used. */
function gebiedRij(gebied: VolgGebied): { sql: string; bindings: Record<string, unknown> } {
  switch (gebied.soort) {
    case 'plek':
      return {
        sql: `WITH ${gebiedSql}
          SELECT coalesce(
              (SELECT a.weergave FROM adres a WHERE g.is_perceel AND ST_Covers(g.geom, a.geom)
               ORDER BY a.geom <-> g.punt, a.weergave LIMIT 1),
              'perceel ' || g.kadastrale_aanduiding,
              'plek ' || round(CAST(:x AS numeric)) || ', ' || round(CAST(:y AS numeric))) AS naam,
            g.geom, true AS goed
          FROM gebied g`,
        bindings: { x: gebied.x, y: gebied.y },
      };
    case 'buurt':
    case 'wijk':
      return {
        sql: `SELECT naam, geom, true AS goed FROM ${gebied.soort} WHERE upper(code) = upper(:code)`,
        bindings: { code: gebied.code },
      };
    case 'gebied':
      return {
        sql: `SELECT NULL AS naam, v.geom, ST_IsValid(v.geom) AND ST_Area(v.geom) > 0 AS goed
          FROM (SELECT ST_SetSRID(ST_MakePolygon(ST_AddPoint(r.ring, ST_StartPoint(r.ring))), 28992) AS geom
                FROM (SELECT ST_MakeLine(ST_MakePoint(p.x, p.y) ORDER BY p.nr) AS ring
                      FROM json_to_recordset(CAST(:ring AS json)) p (nr integer, x float8, y float8)) r) v`,
        bindings: { ring: JSON.stringify(gebied.ring.map(([x, y], nr) => ({ nr, x, y }))) },
      };
  }
}

/**
 * Where somebody wants to follow: the perceel at the place (or the point), the buurt or wijk, or the drawn area.
 *
 * @returns null when there is no such buurt or wijk; `kruist` when the drawn border crosses itself
 */
export async function findGebied(
  db: Knex,
  gebied: VolgGebied,
): Promise<{ naam: string | null; geom: string; m2: number } | 'kruist' | null> {
  const { sql, bindings } = gebiedRij(gebied);
  const { rows } = await db.raw<{ rows: { naam: string | null; geom: string; m2: number; goed: boolean }[] }>(
    `SELECT naam, goed, ST_AsHEXEWKB(geom) AS geom, CASE WHEN goed THEN ST_Area(geom) ELSE 0 END AS m2 FROM (${sql}) v`,
    bindings,
  );
  const [rij] = rows;
  if (!rij) return null;
  return rij.goed ? rij : 'kruist';
}

export interface NieuwAbonnement extends GevondenGebied {
  email: string;
  onderwerpen: readonly Onderwerp[];
  hoeVaak: HoeVaak;
}

/** How many a person may ask for: mail that nobody asked for must not go out in his name. */
export interface Grenzen {
  /** Mails to one address in a day that nobody has answered. */
  perAdres: number;
  /** New ones of all people together in an hour. */
  perUur: number;
  /** Areas that one address can follow. */
  gebieden: number;
}

export interface Aangevraagd {
  id: string;
  /** Confirmed before: there is nothing left to confirm. */
  bevestigd: boolean;
}

/**
 * Keeps what somebody asked for, until it is confirmed. The same area again takes the new choice as long as nobody has
 * confirmed the old one: an own choice is not changed by who knows the address.
 *
 * @returns `te-druk`, or `genoeg` when this address got enough mail or follows enough
 */
export async function insertAbonnement(
  trx: Knex,
  nieuw: NieuwAbonnement,
  { perAdres, perUur, gebieden }: Grenzen,
): Promise<Aangevraagd | 'te-druk' | 'genoeg'> {
  const { rows: stand } = await trx.raw<{ rows: { druk: boolean; genoeg: boolean }[] }>(
    `SELECT
       (SELECT count(*) FROM abonnement WHERE bevestigd_op IS NULL AND gemaakt_op > now() - interval '1 hour')
         >= :perUur AS druk,
       count(DISTINCT a.id) >= :gebieden
         OR count(s.hash) FILTER (WHERE s.gemaakt_op > now() - interval '1 day'
              AND (a.bevestigd_op IS NULL OR s.gevraagd)) >= :perAdres AS genoeg
     FROM abonnement a LEFT JOIN abonnement_sleutel s ON s.abonnement_id = a.id
     WHERE lower(a.email) = lower(:email)`,
    { perAdres, perUur, gebieden, email: nieuw.email },
  );
  if (stand[0]?.druk) return 'te-druk';
  if (stand[0]?.genoeg) return 'genoeg';
  const { rows } = await trx.raw<{ rows: Aangevraagd[] }>(
    `INSERT INTO abonnement (email, soort, naam, geom, straal_m, keuze, onderwerpen, hoe_vaak)
     VALUES (:email, :soort, :naam, ST_GeomFromEWKB(decode(:geom, 'hex')), :straalM, CAST(:keuze AS jsonb),
       CAST(:onderwerpen AS text[]), :hoeVaak)
     ON CONFLICT (lower(email), md5(ST_AsBinary(geom)), straal_m) DO UPDATE SET
       onderwerpen = CASE WHEN abonnement.bevestigd_op IS NULL THEN excluded.onderwerpen ELSE abonnement.onderwerpen END,
       hoe_vaak = CASE WHEN abonnement.bevestigd_op IS NULL THEN excluded.hoe_vaak ELSE abonnement.hoe_vaak END
     RETURNING id, bevestigd_op IS NOT NULL AS bevestigd`,
    { ...nieuw, keuze: JSON.stringify(nieuw.keuze), onderwerpen: [...new Set(nieuw.onderwerpen)] },
  );
  return rows[0] as Aangevraagd;
}

/**
 * Changes what somebody follows.
 *
 * @param gebied null: it stays as it is
 * @returns false when this mailbox follows that area already: then nothing changes
 */
export async function updateAbonnement(
  trx: Knex,
  id: string,
  {
    gebied,
    onderwerpen,
    hoeVaak,
  }: Pick<NieuwAbonnement, 'onderwerpen' | 'hoeVaak'> & { gebied: GevondenGebied | null },
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `WITH nieuw AS (
       SELECT a.id, coalesce(ST_GeomFromEWKB(decode(CAST(:geom AS text), 'hex')), a.geom) AS geom,
         coalesce(CAST(:straalM AS double precision), a.straal_m) AS straal_m
       FROM abonnement a WHERE a.id = CAST(:id AS uuid)
     )
     UPDATE abonnement a SET geom = nieuw.geom, straal_m = nieuw.straal_m,
       soort = coalesce(CAST(:soort AS text), a.soort), naam = coalesce(CAST(:naam AS text), a.naam),
       keuze = coalesce(CAST(:keuze AS jsonb), a.keuze), onderwerpen = CAST(:onderwerpen AS text[]), hoe_vaak = :hoeVaak
     FROM nieuw
     WHERE a.id = nieuw.id AND NOT EXISTS (
       SELECT FROM abonnement ander
       WHERE ander.id <> a.id AND lower(ander.email) = lower(a.email) AND ander.straal_m = nieuw.straal_m
         AND md5(ST_AsBinary(ander.geom)) = md5(ST_AsBinary(nieuw.geom)))
     RETURNING a.id`,
    {
      id,
      ...(gebied ?? { geom: null, straalM: null, soort: null, naam: null }),
      keuze: gebied && JSON.stringify(gebied.keuze),
      onderwerpen: [...new Set(onderwerpen)],
      hoeVaak,
    },
  );
  return rows.length > 0;
}

/** @param gevraagd for a mail that somebody asked for by typing the address; not: for news */
export async function insertSleutel(trx: Knex, abonnementId: string, hash: Buffer, gevraagd: boolean): Promise<void> {
  await trx('abonnement_sleutel').insert({ hash, abonnement_id: abonnementId, gevraagd });
}

const abonnementKolommen = `a.id, a.naam, a.keuze AS gebied, a.onderwerpen, a.hoe_vaak AS "hoeVaak", a.bevestigd_op IS NOT NULL AS bevestigd,
  (SELECT json_build_object('x', round(ST_X(p)::numeric, 2), 'y', round(ST_Y(p)::numeric, 2))
   FROM ST_PointOnSurface(a.geom) p) AS punt`;

/** Whose mail it was; null: no such secret, or it has stopped. */
export async function findAbonnement(db: Knex, hash: Buffer): Promise<(Abonnement & { id: string }) | null> {
  const { rows } = await db.raw<{ rows: (Abonnement & { id: string })[] }>(
    `SELECT ${abonnementKolommen} FROM abonnement_sleutel s JOIN abonnement a ON a.id = s.abonnement_id WHERE s.hash = ?`,
    [hash],
  );
  return rows[0] ?? null;
}

export async function bevestig(trx: Knex, id: string): Promise<void> {
  await trx.raw('UPDATE abonnement SET bevestigd_op = coalesce(bevestigd_op, now()) WHERE id = CAST(? AS uuid)', [id]);
}

/** Forgets it, with what waited to be sent. */
export async function deleteAbonnement(trx: Knex, id: string): Promise<void> {
  await trx('abonnement').where({ id }).delete();
}

/** Forgets who did not confirm in time. */
export async function deleteOnbevestigd(db: Knex, dagen: number): Promise<void> {
  await db.raw('DELETE FROM abonnement WHERE bevestigd_op IS NULL AND gemaakt_op < now() - make_interval(days => ?)', [
    dagen,
  ]);
}
