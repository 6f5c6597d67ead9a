import type { Knex } from 'knex';
import type * as z from 'zod/mini';
import type { BesluitSoort } from '../../besluiten/contract.ts';
import type { geometrie } from '../../geo/contract.ts';
import { geojson } from '../../geo/queries.ts';
import { markeerVakkenVerouderd, type RdBox } from '../../lagen/bijwerken/queries.ts';

/** A notice of a zaak, ready for the map. */
export interface Publicatie {
  zaakId: string;
  kenmerk: string;
  soort: BesluitSoort;
  onderwerp: string;
  titel: string;
  tekst: string;
  procedure: 'regulier' | 'uitgebreid' | null;
  bevoegdGezag: string;
  gemeente: string;
  gepubliceerd: string;
  ontvangen: string;
  verzonden: string | null;
  terInzage: string | null;
  inWerking: string | null;
}

/** The page of this loket on which a notice stands. */
export const bekendmakingPad = (identificatie: string): string => `/bekendmakingen/${identificatie}`;

/**
 * Puts a notice on the map, in the transaction of the act: the row that card, list, tiles and open data show, its text,
 * and the tiles there to be drawn again.
 *
 * Its bron does not claim to cover the gemeente: that this loket published nothing at a place, says nothing of others.
 *
 * @returns its identificatie
 */
export async function publiceer(trx: Knex, publicatie: Publicatie): Promise<string> {
  const { rows } = await trx.raw<{ rows: { identificatie: string; vak: RdBox }[] }>(
    `WITH nummer AS (
       SELECT 'loket-' || lower(:kenmerk) || '-' || (1 + count(*)) AS identificatie
       FROM bekendmaking WHERE zaak_id = CAST(:zaakId AS uuid)
     ), van AS (
       INSERT INTO bron (id, soort, naam, licentie, gemeente_code, peildatum)
       VALUES ('loket-' || :bevoegdGezag, 'loket', 'Bekendmakingen van dit loket, ' || :gemeente, 'CC0 1.0',
         CASE WHEN :bevoegdGezag ~ '^gm[0-9]{4}$' THEN :bevoegdGezag END, CAST(:gepubliceerd AS date))
       ON CONFLICT (id) DO UPDATE SET peildatum = excluded.peildatum, geladen_op = now()
       RETURNING id
     ), tekst AS (
       INSERT INTO bekendmaking (identificatie, zaak_id, soort, titel, tekst, gepubliceerd)
       SELECT identificatie, CAST(:zaakId AS uuid), :soort, :titel, :tekst, CAST(:gepubliceerd AS date) FROM nummer
     )
     INSERT INTO besluit (identificatie, soort, onderwerp, titel, zaaknummer, procedure, bevoegd_gezag, gemeente_code,
       gepubliceerd, ontvangen, verzonden, ter_inzage, in_werking, url, plaats_soort, geom, bron_id)
     SELECT n.identificatie, :soort, :onderwerp, :titel, :kenmerk, CAST(:procedure AS text), :gemeente,
       CASE WHEN :bevoegdGezag ~ '^gm[0-9]{4}$' THEN :bevoegdGezag END, CAST(:gepubliceerd AS date),
       CAST(:ontvangen AS date), CAST(:verzonden AS date), CAST(:terInzage AS date), CAST(:inWerking AS date),
       :pad || n.identificatie,
       CASE WHEN z.vlak IS NOT NULL THEN 'vlak' WHEN z.adres IS NOT NULL THEN 'adres' ELSE 'punt' END,
       coalesce(z.vlak, z.punt), van.id
     FROM nummer n, van, zaak z WHERE z.id = CAST(:zaakId AS uuid)
     RETURNING identificatie,
       json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) AS vak`,
    { ...publicatie, pad: bekendmakingPad('') },
  );
  const [rij] = rows;
  if (!rij) throw new Error(`There is no zaak ${publicatie.zaakId} to publish`);
  await markeerVakkenVerouderd(trx, 'besluit', [rij.vak]);
  return rij.identificatie;
}

export interface BekendmakingRij {
  identificatie: string;
  soort: BesluitSoort;
  titel: string;
  tekst: string;
  gepubliceerd: string;
  kenmerk: string;
  gemeente: string;
  procedure: 'regulier' | 'uitgebreid' | null;
  verzonden: string | null;
  terInzage: string | null;
  punt: { x: number; y: number };
  geometrie: z.infer<typeof geometrie>;
}

export async function findBekendmaking(db: Knex, identificatie: string): Promise<BekendmakingRij | null> {
  const { rows } = await db.raw<{ rows: BekendmakingRij[] }>(
    `SELECT k.identificatie, k.soort, k.titel, k.tekst, k.gepubliceerd::text, b.zaaknummer AS kenmerk,
       b.bevoegd_gezag AS gemeente, b.procedure, b.verzonden::text, b.ter_inzage::text AS "terInzage",
       json_build_object('x', round(ST_X(p)::numeric, 2), 'y', round(ST_Y(p)::numeric, 2)) AS punt,
       ${geojson('b.geom')} AS geometrie
     FROM bekendmaking k JOIN besluit b USING (identificatie), ST_PointOnSurface(b.geom) p
     WHERE k.identificatie = :identificatie`,
    { identificatie },
  );
  return rows[0] ?? null;
}
