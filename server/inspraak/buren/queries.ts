import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import { plaatsSql } from '../../behandelen/queries.ts';
import { bronJson, geojson } from '../../geo/queries.ts';
import type { Buur, leesBuren } from './contract.ts';
import type { Keuze } from './domain/brief.ts';

/** What lies round a zaak, as the database has it. Days are YYYY-MM-DD. */
export interface BurenFeiten
  extends Pick<
    z.infer<typeof leesBuren.output>,
    'kenmerk' | 'plaats' | 'vanaf' | 'buurten' | 'aantal' | 'adressen' | 'bronnen'
  > {
  eigenaar: string | null;
  behandelaar: string | null;
  zaaktype: string;
  gemeente: string;
  omschrijving: string | null;
  status: string;
  terInzageOp: string | null;
  initiatief: { reagerenTot: string | null } | null;
  bekendmaking: string | null;
  /** Null: there is no such buurt. */
  gebied: z.infer<typeof leesBuren.output>['gebied'] | null;
  buurtNaam: string | null;
  /** How much of the area lies in a bron with adressen: all, a part, or nothing. */
  dekking: 'geheel' | 'deels' | 'niets';
  brieven: (Omit<z.infer<typeof leesBuren.output>['brieven'][number], 'keuze'> & { keuze: Keuze })[];
}

/**
 * The adressen within a distance of a zaak, or in a buurt, by street and number; in one statement. Distances are planar,
 * in metres, from what was drawn, else from the percelen of the zaak, else from its point.
 */
export async function loadBuren(
  db: Knex,
  {
    zaakId,
    afstand,
    buurt,
    maximum,
  }: { zaakId: string; afstand: number | null; buurt: string | null; maximum: number },
): Promise<BurenFeiten | null> {
  const { rows } = await db.raw<{ rows: { buren: BurenFeiten }[] }>(
    `WITH eigen AS MATERIALIZED (
       SELECT p.geom FROM zaak z JOIN perceel p ON p.kadastrale_aanduiding = ANY(z.perceel) AND ST_DWithin(p.geom, z.punt, 5000)
       WHERE z.id = CAST(:zaakId AS uuid)
     ),
     plek AS MATERIALIZED (
       SELECT z.*, coalesce(z.vlak, (SELECT ST_Union(geom) FROM eigen), z.punt) AS geom,
         CASE WHEN z.vlak IS NOT NULL THEN 'vlak' WHEN EXISTS (SELECT FROM eigen) THEN 'perceel' ELSE 'punt' END AS vanaf
       FROM zaak z WHERE z.id = CAST(:zaakId AS uuid)
     ),
     zone AS MATERIALIZED (
       SELECT b.naam, coalesce(b.geom, ST_Buffer(p.geom, CAST(:afstand AS double precision))) AS geom
       FROM plek p LEFT JOIN buurt b ON b.code = CAST(:buurt AS text)
     ),
     gevonden AS MATERIALIZED (
       SELECT a.*, ST_Distance(a.geom, p.geom) AS afstand,
         EXISTS (SELECT FROM eigen e WHERE ST_Covers(e.geom, a.geom)) AS eigen_perceel
       FROM plek p, zone, adres a
       WHERE ${buurt === null ? 'ST_DWithin(a.geom, p.geom, CAST(:afstand AS double precision))' : 'ST_Covers(zone.geom, a.geom)'}
     ),
     spreekt AS (
       SELECT b.*, b.dekking IS NULL OR ST_Covers(b.dekking, zone.geom) AS geheel
       FROM zone, plek p, bron b
       WHERE (b.aantallen -> 'adres') IS NOT NULL
         AND (ST_Intersects(b.dekking, zone.geom) OR (b.dekking IS NULL AND b.gemeente_code = p.bevoegd_gezag))
     )
     SELECT json_build_object(
       'kenmerk', z.kenmerk, 'eigenaar', z.eigenaar, 'behandelaar', z.behandelaar, 'zaaktype', z.zaaktype,
       'plaats', ${plaatsSql}, 'vanaf', z.vanaf, 'omschrijving', z.publieke_omschrijving, 'status', z.status,
       'terInzageOp', z.ter_inzage_op,
       'gemeente', 'Gemeente ' || coalesce((SELECT g.naam FROM gemeente g WHERE g.code = z.bevoegd_gezag), z.bevoegd_gezag),
       'initiatief', (SELECT json_build_object('reagerenTot', i.reageren_tot) FROM initiatief i WHERE i.zaak_id = z.id AND i.zichtbaar),
       'bekendmaking', (SELECT k.identificatie FROM bekendmaking k WHERE k.zaak_id = z.id ORDER BY k.gepubliceerd DESC, k.identificatie DESC LIMIT 1),
       'gebied', (SELECT ${geojson('geom')} FROM zone), 'buurtNaam', (SELECT naam FROM zone),
       'buurten', coalesce((
         SELECT json_agg(json_build_object('code', code, 'naam', naam) ORDER BY afstand, code) FROM (
           SELECT b.code, b.naam, ST_Distance(b.geom, z.geom) AS afstand FROM buurt b
           WHERE ST_DWithin(b.geom, z.geom, 1000)) dichtbij), '[]'),
       'dekking', (SELECT CASE WHEN bool_or(geheel) THEN 'geheel' WHEN count(*) > 0 THEN 'deels' ELSE 'niets' END FROM spreekt),
       'bronnen', coalesce((SELECT json_agg(${bronJson} ORDER BY b.id) FROM spreekt b), '[]'),
       'aantal', (SELECT count(*) FROM gevonden),
       'adressen', coalesce((
         SELECT json_agg(json_build_object('id', identificatie,
           'straatregel', concat(straat, ' ', huisnummer, huisletter, CASE WHEN toevoeging <> '' THEN '-' || toevoeging END),
           'plaatsregel', nullif(concat_ws('  ', left(replace(postcode, ' ', ''), 4) || ' ' || substr(replace(postcode, ' ', ''), 5), woonplaats), ''),
           'woning', gebruiksdoelen = '{}' OR 'woonfunctie' = ANY(gebruiksdoelen),
           'eigenPerceel', eigen_perceel, 'afstandM', round(afstand::numeric, 1), 'geometrie', ${geojson('geom')})
           ORDER BY straat, huisnummer, huisletter, toevoeging, identificatie)
         FROM (SELECT * FROM gevonden ORDER BY straat, huisnummer, huisletter, toevoeging, identificatie LIMIT :maximum) lijst), '[]'),
       'brieven', coalesce((
         SELECT json_agg(json_build_object('id', r.id, 'titel', r.titel, 'keuze', r.keuze,
           'aantal', jsonb_array_length(r.adressen), 'geschreven', r.geschreven, 'klaar', r.sleutel IS NOT NULL, 'gemaaktOp', r.gemaakt_op) ORDER BY r.gemaakt_op DESC)
         FROM burenbrief r WHERE r.zaak_id = z.id), '[]')
     ) AS buren
     FROM plek z`,
    { zaakId, afstand, buurt, maximum },
  );
  return rows[0]?.buren ?? null;
}

export interface BurenbriefRij {
  id: string;
  zaakId: string;
  kenmerk: string;
  gemeente: string;
  eigenaar: string | null;
  titel: string;
  tekst: string;
  keuze: Keuze;
  adressen: Buur[];
  gemaaktOp: string;
  /** Of all that was asked; null: of before this was kept. */
  inhoudHash: string | null;
  /** Letters of the PDF that are done. */
  geschreven: number;
  /** Under which the PDF is stored; null: not made yet. */
  sleutel: string | null;
}

/** Keeps it once: with an id that is there already nothing changes. @returns false when it was there */
export async function insertBurenbrief(
  trx: Knex,
  brief: {
    id: string;
    zaakId: string;
    keuze: Keuze;
    titel: string;
    tekst: string;
    adressen: readonly Buur[];
    inhoudHash: string;
    door: string;
  },
): Promise<boolean> {
  const rijen = await trx('burenbrief')
    .insert({
      id: brief.id,
      zaak_id: brief.zaakId,
      keuze: JSON.stringify(brief.keuze),
      titel: brief.titel,
      tekst: brief.tekst,
      adressen: JSON.stringify(brief.adressen),
      inhoud_hash: brief.inhoudHash,
      gemaakt_door: brief.door,
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  return rijen.length > 0;
}

/** Null: this zaak has no such letter. */
export async function findBurenbrief(db: Knex, zaakId: string, id: string): Promise<BurenbriefRij | null> {
  const { rows } = await db.raw<{ rows: BurenbriefRij[] }>(
    `SELECT r.id, r.zaak_id AS "zaakId", z.kenmerk, z.eigenaar, r.titel, r.tekst, r.keuze, r.adressen,
       r.inhoud_hash AS "inhoudHash", r.geschreven, r.sleutel,
       to_json(r.gemaakt_op)#>>'{}' AS "gemaaktOp",
       'Gemeente ' || coalesce((SELECT g.naam FROM gemeente g WHERE g.code = z.bevoegd_gezag), z.bevoegd_gezag) AS gemeente
     FROM burenbrief r JOIN zaak z ON z.id = r.zaak_id
     WHERE r.id = CAST(:id AS uuid) AND r.zaak_id = CAST(:zaakId AS uuid)`,
    { zaakId, id },
  );
  return rows[0] ?? null;
}

/** How far the PDF of a set of letters is. */
export const writeGeschreven = async (db: Knex, id: string, geschreven: number): Promise<void> => {
  await db('burenbrief').where({ id }).update({ geschreven });
};

/** The PDF is stored. */
export const writeSleutel = async (db: Knex, id: string, sleutel: string): Promise<void> => {
  await db('burenbrief').where({ id }).update({ sleutel });
};
