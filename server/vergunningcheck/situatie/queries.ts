import type { Knex } from 'knex';
import { factsStatement } from '../../../db/statement.ts';
import { gebiedSql } from '../../geo/queries.ts';
import type { RdPunt } from '../../geo/rd.ts';
import { MEESTE_WONINGEN } from '../domain/meetkunde/kaart/gebouwen.ts';
import type { KaartRij } from '../domain/meetkunde/kaart/kaartrij.ts';
import { bouwwerkSoorten, vlakSoorten } from '../domain/meetkunde/kaart/vlakken.ts';

/** How far around the perceel the map is read (m): streets and houses beside it, neighbours, names of streets. */
const reik = { straatM: 12, randM: 20, rijM: 10, burenM: 50, labelM: 250, buren: 40, deelM2: 1 } as const;

const opMillimeter = (geom: string) => `ST_AsGeoJSON(${geom}, 3)::json`;

const adresKolommen = 'identificatie, weergave, straat, gebruiksdoelen, oppervlakte_m2, pand_identificatie, geom';

/** A row of `gebied g` as a {@link KaartRij}. Each part is one index scan. */
const rijJson = `json_build_object(
  'perceel', CASE WHEN g.is_perceel THEN json_build_object(
    'identificatie', g.identificatie, 'kadastraleAanduiding', g.kadastrale_aanduiding, 'vorm', ${opMillimeter('g.geom')}
  ) END,
  'gemeenteCode', g.gemeente_code,
  'panden', (
    SELECT json_agg(json_build_object('identificatie', p.identificatie, 'bouwjaar', p.bouwjaar,
      'hoogteM', p.hoogte_m::float8, 'gebruiksdoelen', p.gebruiksdoelen, 'vorm', ${opMillimeter('p.geom')})
      ORDER BY p.identificatie)
    FROM pand p
    WHERE ST_DWithin(p.geom, g.geom, ${reik.rijM})
      AND (cardinality(p.gebruiksdoelen) > 0 OR ST_Intersects(p.geom, g.geom))
  ),
  'adressen', (
    SELECT json_agg(json_build_object('weergave', a.weergave, 'straat', a.straat, 'gebruiksdoelen', a.gebruiksdoelen,
      'oppervlakteM2', a.oppervlakte_m2, 'pand', a.pand_identificatie, 'x', ST_X(a.geom), 'y', ST_Y(a.geom))
      ORDER BY a.geom <-> g.punt, a.identificatie)
    FROM (
      -- of a tower the nearest few of each kind tell as much as all of them
      SELECT *, row_number() OVER (
        PARTITION BY pand_identificatie, straat, gebruiksdoelen, ST_Covers(g.geom, geom)
        ORDER BY geom <-> g.punt, identificatie
      ) AS hoeveelste
      FROM (
        SELECT ${adresKolommen} FROM adres WHERE ST_Covers(g.geom, adres.geom)
        UNION
        SELECT ${adresKolommen} FROM adres WHERE pand_identificatie IN (
          SELECT p.identificatie FROM pand p WHERE ST_Intersects(p.geom, g.geom)
        )
      ) hier
    ) a
    WHERE a.pand_identificatie IS NULL OR a.hoeveelste <= ${MEESTE_WONINGEN + 1}
  ),
  'naast', (
    SELECT json_agg(json_build_object('kadastraleAanduiding', q.kadastrale_aanduiding, 'vorm', ${opMillimeter('q.geom')},
      'adressen', (SELECT count(*) FROM adres a WHERE ST_Covers(q.geom, a.geom))) ORDER BY q.identificatie)
    FROM perceel q
    WHERE q.identificatie IN (
      SELECT ander.identificatie
      FROM (
        SELECT geom FROM pand
        WHERE ST_Overlaps(pand.geom, g.geom) AND ST_Area(ST_Intersection(pand.geom, g.geom, 0.001)) > ${reik.deelM2}
        OFFSET 0
      ) p
      JOIN perceel ander ON ST_Overlaps(p.geom, ander.geom)
        AND ST_Area(ST_Intersection(p.geom, ander.geom, 0.001)) > ${reik.deelM2}
      WHERE ander.identificatie <> g.identificatie
    )
  ),
  'buren', (
    SELECT json_agg(json_build_object('straat', a.straat, 'x', ST_X(a.geom), 'y', ST_Y(a.geom)))
    FROM (
      SELECT straat, geom FROM adres
      WHERE ST_DWithin(adres.geom, g.geom, ${reik.burenM}) AND NOT ST_Covers(g.geom, adres.geom)
      ORDER BY adres.geom <-> g.geom, identificatie LIMIT ${reik.buren}
    ) a
  ),
  'labels', (
    SELECT json_agg(json_build_object('naam', l.naam, 'hoek', l.hoek::float8, 'x', ST_X(l.punt), 'y', ST_Y(l.punt)))
    FROM (
      SELECT naam, hoek, ST_Centroid(o.geom) AS punt FROM bgt_object o
      WHERE o.soort = 'openbareruimtelabel' AND ST_DWithin(o.geom, g.geom, ${reik.labelM}) AND naam IS NOT NULL
    ) l
  ),
  'vlakken', (
    SELECT json_agg(json_build_object('soort', o.soort, 'functie', o.functie, 'voorkomen', o.voorkomen,
      'bronhouder', o.bronhouder, 'naam', o.naam,
      'vorm', ${opMillimeter(`ST_ClipByBox2D(o.geom, ST_Expand(g.geom, ${reik.randM}))`)}))
    FROM bgt_object o
    WHERE o.soort = ANY(:vlakSoorten) AND o.relatieve_hoogte >= 0 AND ST_DWithin(o.geom, g.geom, ${reik.straatM})
      AND ST_Dimension(o.geom) = 2
  ),
  'bouwwerken', (
    SELECT json_agg(json_build_object('soort', o.soort, 'functie', o.functie, 'vorm', ${opMillimeter('o.geom')}))
    FROM bgt_object o
    WHERE o.soort = ANY(:bouwwerkSoorten) AND o.relatieve_hoogte >= 0 AND ST_Intersects(o.geom, g.geom)
      AND ST_Dimension(o.geom) = 2
  ),
  'bronnen', (
    SELECT json_agg(json_build_object('naam', b.naam, 'peildatum', b.peildatum, 'tabellen', (
      SELECT array_agg(tabel) FROM jsonb_each_text(b.aantallen) AS t (tabel, aantal) WHERE aantal::bigint > 0
    )) ORDER BY b.id)
    FROM bron b
    WHERE jsonb_exists_any(b.aantallen, ARRAY['perceel', 'pand', 'adres', 'bgt_object']) AND ST_Covers(b.dekking, g.punt)
  )
)`;

const soorten = { vlakSoorten: vlakSoorten as string[], bouwwerkSoorten: bouwwerkSoorten as string[] };

const rijBij = factsStatement<KaartRij>(`WITH ${gebiedSql} SELECT ${rijJson} AS feiten FROM gebied g`);

/**
 * What the registers hold of the perceel at a place and around it, in one statement.
 *
 * @param punt RD metres
 */
export const loadKaartRij = (db: Knex, { x, y }: RdPunt): Promise<KaartRij> => rijBij(db, { x, y, ...soorten });

/** The same for many percelen, as JSON text: those after `na` in the order of their identificatie. */
export async function loadKaartRijen(
  db: Knex,
  na: string,
  aantal: number,
): Promise<{ identificatie: string; rij: string }[]> {
  const { rows } = await db.raw(
    `WITH gebied AS MATERIALIZED (
       SELECT ST_PointOnSurface(p.geom) AS punt, p.geom, true AS is_perceel, p.identificatie, p.kadastrale_aanduiding,
         b.gemeente_code
       FROM perceel p JOIN bron b ON b.id = p.bron_id
       WHERE p.identificatie > :na ORDER BY p.identificatie LIMIT :aantal
     )
     SELECT g.identificatie, ${rijJson}::text AS rij FROM gebied g ORDER BY g.identificatie`,
    { na, aantal, ...soorten },
  );
  return rows;
}
