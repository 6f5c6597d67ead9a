import type { Knex } from 'knex';
import type { BesluitSoort } from '../../besluiten/contract.ts';
import type { Onderwerp } from '../contract.ts';
import { type BesluitNieuws, type Nieuws, onderwerpVan, type RegelingNieuws } from '../domain/nieuws.ts';

const soorten = Object.keys(onderwerpVan) as BesluitSoort[];

/** Bindings of the list `k` (soort, onderwerp): under what a besluit is told. */
export const onderwerpBindings = { soorten, onderwerpen: soorten.map((soort) => onderwerpVan[soort]) };
export const onderwerpLijst = 'unnest(CAST(:soorten AS text[]), CAST(:onderwerpen AS text[])) k (soort, onderwerp)';

/** {@link BesluitNieuws} of a row `b` of besluit, seen from the geometry `van`. */
export const besluitJson = (van: string) => `json_build_object(
  'identificatie', b.identificatie, 'soort', b.soort, 'onderwerp', b.onderwerp, 'titel', b.titel, 'procedure', b.procedure,
  'bevoegdGezag', b.bevoegd_gezag, 'gepubliceerd', b.gepubliceerd, 'verzonden', b.verzonden,
  'terInzage', b.ter_inzage, 'url', b.url, 'afstandM', round(ST_Distance(b.geom, ${van})::numeric, 1),
  'punt', json_build_object('x', round(b.midden[0]::numeric, 2), 'y', round(b.midden[1]::numeric, 2)))`;

/** {@link RegelingNieuws} of a row `r` of regeling. */
export const regelingJson = (zeker: string) => `json_build_object(
  'identificatie', r.identificatie, 'opschrift', coalesce(r.citeertitel, r.opschrift), 'bevoegdGezag', r.bevoegd_gezag,
  'ontwerp', r.ontwerp, 'geldigVanaf', r.geldig_vanaf, 'url', r.url, 'zeker', ${zeker}, 'bekendOp', (
    SELECT (n.gezien_op AT TIME ZONE 'Europe/Amsterdam')::date FROM nieuws n
    WHERE n.soort = 'regeling' AND n.identificatie = r.identificatie))`;

/**
 * Whether a regeling `r` (with its bron `rb`) touches what lies within `straal` of `geom`: in its regelingsgebied, or where
 * that border is missing in one of its locaties. NULL: neither was delivered for this gemeente, so it may.
 */
export const regelingRaakt = (geom: string, straal: string) => `CASE
  WHEN r.geom IS NOT NULL THEN ST_DWithin(r.geom, ${geom}, ${straal})
  WHEN EXISTS (
    SELECT FROM locatie l JOIN locatie_deel d ON d.locatie_id = l.id
    WHERE l.regeling_id = r.id AND ST_DWithin(d.geom, ${geom}, ${straal})
  ) THEN true
  WHEN EXISTS (SELECT FROM locatie l WHERE l.regeling_id = r.id AND l.geom IS NOT NULL)
    AND NOT EXISTS (SELECT FROM locatie l WHERE l.regeling_id = r.id AND l.geom IS NULL) THEN false
  WHEN EXISTS (SELECT FROM gemeente g WHERE g.code = rb.gemeente_code AND NOT ST_DWithin(g.geom, ${geom}, ${straal}))
    THEN false
  END`;

interface NieuwsVraag {
  /** EWKB, as hexadecimal text. */
  geom: string;
  straalM: number;
  onderwerpen: readonly Onderwerp[];
  /** Besluiten. */
  maximum: number;
  /** YYYY-MM-DD; regelingen that have ended by then are left out. */
  vandaag: string;
}

/** What was published in an area, the newest first. */
export async function loadNieuws(db: Knex, { onderwerpen, ...vraag }: NieuwsVraag): Promise<Nieuws> {
  const { rows } = await db.raw<{ rows: { besluiten: BesluitNieuws[]; regelingen: RegelingNieuws[] }[] }>(
    `WITH kring AS MATERIALIZED (SELECT ST_GeomFromEWKB(decode(:geom, 'hex')) AS geom),
     lijst AS (
       SELECT b.* FROM kring, besluit b
       JOIN ${onderwerpLijst} ON k.soort = b.soort AND k.onderwerp = ANY(CAST(:gevraagd AS text[]))
       WHERE ST_DWithin(b.geom, kring.geom, :straalM)
       ORDER BY b.gepubliceerd DESC, b.identificatie LIMIT :maximum
     ),
     regels AS (
       SELECT r.*, ${regelingRaakt('kring.geom', ':straalM')} AS raakt
       FROM kring, regeling r JOIN bron rb ON rb.id = r.bron_id
       WHERE 'regels' = ANY(CAST(:gevraagd AS text[]))
         AND (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:vandaag AS date))
     )
     SELECT
       (SELECT coalesce(json_agg(${besluitJson('kring.geom')} ORDER BY b.gepubliceerd DESC, b.identificatie), '[]')
        FROM kring, lijst b) AS besluiten,
       (SELECT coalesce(json_agg(${regelingJson('raakt IS NOT NULL')} ORDER BY r.id DESC), '[]')
        FROM regels r WHERE raakt IS NOT FALSE) AS regelingen`,
    { ...onderwerpBindings, ...vraag, gevraagd: [...onderwerpen] },
  );
  return rows[0] as Nieuws;
}
