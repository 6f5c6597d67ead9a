import type { Knex } from 'knex';
import { factsStatement, statement } from '../../db/statement.ts';
import { omhullendeJson } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { Cyclus, Plaatsen, Plaatsnaam, PlekFeiten, Werkgebied, WerkStop } from './contract.ts';
import { adresBereikM, type Cirkel } from './domain/plek.ts';

/** Wijken and buurten of the gemeenten that are loaded, by name. */
export async function loadGebieden(db: Knex): Promise<Werkgebied[]> {
  const { rows } = await db.raw<{ rows: Werkgebied[] }>(
    `SELECT code, naam, 'wijk' AS soort, NULL AS wijk, gemeente_code AS gemeente, ${omhullendeJson('geom')} AS omhullende
     FROM wijk
     UNION ALL
     SELECT code, naam, 'buurt', wijk_code, gemeente_code, ${omhullendeJson('geom')} FROM buurt
     ORDER BY 2, 1`,
  );
  return rows;
}

/** A wijk or buurt by its code, with the binding `:gebied`. */
const gebiedSql = `
  gebied AS MATERIALIZED (
    SELECT code, gemeente_code, geom FROM wijk WHERE code = :gebied
    UNION ALL SELECT code, gemeente_code, geom FROM buurt WHERE code = :gebied
  )`;

/** The gemeente of a wijk or buurt; null: it is not there. */
export async function findGemeenteVan(db: Knex, gebied: string): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { gemeente_code: string }[] }>(
    `WITH ${gebiedSql} SELECT gemeente_code FROM gebied`,
    { gebied },
  );
  return rows[0]?.gemeente_code ?? null;
}

/** The house number as people write it. */
const nummer = `a.huisnummer || a.huisletter || CASE WHEN a.toevoeging <> '' THEN '-' || a.toevoeging ELSE '' END`;

/**
 * The adres nearest to a point, for FROM: `adres` and `afstand_m`; no row: there is none nearby. The index gives the
 * nearest few: of a front door with more numbers the first of those is named.
 */
export const adresBij = (punt: string): string => `(
  SELECT adres, afstand_m FROM (
    SELECT a.straat || ' ' || ${nummer} AS adres, ST_Distance(a.geom, ${punt}) AS afstand_m
    FROM (SELECT * FROM adres ORDER BY geom <-> ${punt} LIMIT 4) a
    ORDER BY afstand_m, a.huisnummer, a.identificatie LIMIT 1
  ) eerste WHERE afstand_m <= ${adresBereikM}
) dichtbij`;

const plaatsen = statement<Plaatsen>(
  `WITH ${gebiedSql},
   hier AS (
     SELECT DISTINCT ON (a.straat, round(ST_X(a.geom)), round(ST_Y(a.geom))) a.straat,
       json_build_array(round(ST_X(a.geom)), round(ST_Y(a.geom)), ${nummer}) AS adres, a.huisnummer
     FROM gebied g JOIN adres a ON a.geom && g.geom AND ST_Intersects(g.geom, a.geom)
     ORDER BY a.straat, round(ST_X(a.geom)), round(ST_Y(a.geom)), a.huisnummer, a.identificatie
   )
   SELECT (SELECT ST_AsGeoJSON(geom, 1)::json->'coordinates' FROM gebied) AS vlakken,
     (SELECT coalesce(json_agg(json_build_object('naam', s.straat, 'adressen', s.adressen) ORDER BY s.straat), '[]')
      FROM (SELECT straat, json_agg(adres ORDER BY huisnummer) AS adressen FROM hier GROUP BY straat) s) AS straten`,
);

/** The border of a wijk or buurt and its adressen, one per front door; null: that area is not there. */
export async function loadPlaatsen(db: Knex, gebied: string): Promise<Plaatsen | null> {
  const [rij] = await plaatsen(db, { gebied });
  return rij?.vlakken ? rij : null;
}

/** How a place is called, and in which gemeente it lies. */
export async function loadPlaatsnaam(db: Knex, punt: RdPunt): Promise<Plaatsnaam> {
  const { rows } = await db.raw<{ rows: [Plaatsnaam] }>(
    `SELECT (SELECT json_build_object('naam', adres, 'afstandM', round(CAST(afstand_m AS numeric))) FROM ${adresBij('p.punt')}) AS adres,
       (SELECT json_build_object('code', g.code, 'naam', g.naam) FROM gemeente g WHERE ST_Covers(g.geom, p.punt)
        ORDER BY g.code LIMIT 1) AS gemeente
     FROM (SELECT ST_SetSRID(ST_MakePoint(:x, :y), 28992) AS punt) p`,
    { x: punt.x, y: punt.y },
  );
  return rows[0];
}

/** Polygons cut to the frame around a place, as coordinates in RD. */
const geknipt = (geom: string) =>
  `ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_ClipByBox2D(${geom}, CAST(k.vak AS box2d))), 3))`;
const ringen = (geom: string) => `ST_AsGeoJSON(${geom}, CAST(:decimalen AS integer))::json->'coordinates'`;
const bronVan = `json_build_object('naam', b.naam, 'peildatum', b.peildatum)`;
/** Where a bron speaks: its dekking, or the gemeente for which it was delivered. */
const waarBronSpreekt = `coalesce(b.dekking, (SELECT geom FROM gemeente WHERE code = b.gemeente_code))`;

/** {@link PlekFeiten} of the frame `k.vak`, with the bindings of {@link Peil}; `k.dichtbij` for vergunningen. */
const feitenSql = `
  regeling_nu AS MATERIALIZED (
    SELECT r.id, coalesce(r.citeertitel, r.opschrift) AS naam, r.geom, r.bron_id
    FROM kader k JOIN regeling r ON r.bestuurslaag = 'gemeente' AND NOT r.ontwerp
      AND (r.geldig_vanaf IS NULL OR r.geldig_vanaf <= CAST(:vandaag AS date))
      AND (r.geldig_tot IS NULL OR r.geldig_tot > CAST(:vandaag AS date))
      AND r.geom && k.vak
  ),
  aanduiding AS MATERIALIZED (
    SELECT act.naam, a.kwalificatie, rt.nummer, rt.opschrift, r.naam AS regeling, r.bron_id,
      array_agg(DISTINCT al.locatie_id ORDER BY al.locatie_id) AS locaties
    FROM regeling_nu r
    JOIN activiteit act ON act.regeling_id = r.id AND act.groep = ANY(:groepen)
    JOIN activiteit_locatieaanduiding a ON a.activiteit_id = act.id
    JOIN activiteit_locatieaanduiding_locatie al ON al.aanduiding_id = a.id
    JOIN juridische_regel jr ON jr.id = a.regel_id
    JOIN regeltekst rt ON rt.id = jr.regeltekst_id
    GROUP BY act.naam, a.kwalificatie, rt.nummer, rt.opschrift, r.naam, r.bron_id
  ),
  deel_hier AS MATERIALIZED (
    SELECT d.locatie_id, d.merk, d.geom FROM kader k JOIN locatie_deel d ON d.geom && k.vak
    WHERE d.locatie_id = ANY(ARRAY(SELECT DISTINCT unnest(locaties) FROM aanduiding))
  ),
  -- many say something of the same locaties: each set is put together once
  samen AS MATERIALIZED (
    SELECT s.locaties, ST_Union(d.geom) AS geom
    FROM (SELECT DISTINCT locaties FROM aanduiding) s,
      LATERAL (SELECT DISTINCT ON (merk) geom FROM deel_hier WHERE locatie_id = ANY(s.locaties) ORDER BY merk) d
    GROUP BY s.locaties
  ),
  vergunning AS MATERIALIZED (
    SELECT v.* FROM kader k JOIN besluit v ON v.geom && k.dichtbij
    WHERE v.soort IN ('verleend', 'definitief', 'apv-vergunning', 'alcohol') AND v.plaats_soort <> 'gemeente'
      AND v.gepubliceerd <= CAST(:vandaag AS date)
      AND (CAST(:vanaf AS date) IS NULL OR v.gepubliceerd >= CAST(:vanaf AS date))
      AND NOT EXISTS (
        SELECT FROM besluit i WHERE i.zaaknummer = v.zaaknummer AND i.soort IN ('intrekking', 'ingetrokken')
          AND i.gepubliceerd >= v.gepubliceerd
      )
  )
  SELECT json_build_object(
    'gemeenten', (
      SELECT coalesce(json_agg(json_build_object('code', g.code, 'naam', g.naam, 'vlakken', ${ringen(geknipt('g.geom'))})
        ORDER BY g.code), '[]')
      FROM kader k JOIN gemeente g ON g.geom && k.vak AND ST_Intersects(g.geom, k.vak)
    ),
    'regimes', (
      SELECT coalesce(json_agg(json_build_object('regime', r.regime, 'naam', r.naam, 'artikel', r.artikel,
        'besluit', r.besluit, 'url', r.url, 'bron', ${bronVan}, 'vlakken', ${ringen(geknipt('r.geom'))},
        'venster', json_build_object('van', r.geldig_van, 'tot', r.geldig_tot, 'dagen', to_json(r.dagen),
          'uren', CASE WHEN r.uur_van IS NOT NULL THEN json_build_array(r.uur_van, r.uur_tot) END)) ORDER BY r.id), '[]')
      FROM kader k JOIN regime_gebied r ON r.geom && k.vak AND ST_Intersects(r.geom, k.vak)
      JOIN bron b ON b.id = r.bron_id
    ),
    'regimesBekend', (
      SELECT coalesce(json_agg(json_build_object('regime', w.regime, 'bron', ${bronVan},
        'vlakken', ${ringen(geknipt(waarBronSpreekt))}) ORDER BY w.regime, b.id), '[]')
      FROM kader k, regime_bekend w JOIN bron b ON b.id = w.bron_id
      WHERE ST_Intersects(${waarBronSpreekt}, k.vak)
    ),
    'activiteiten', (
      SELECT coalesce(json_agg(json_build_object('vlakken', ${ringen(geknipt('s.geom'))}, 'regels', (
          SELECT json_agg(json_build_object('naam', a.naam, 'kwalificatie', a.kwalificatie, 'artikel', a.nummer,
            'opschrift', a.opschrift, 'regeling', a.regeling, 'bron', ${bronVan}) ORDER BY a.naam, a.nummer, a.kwalificatie)
          FROM aanduiding a JOIN bron b ON b.id = a.bron_id WHERE a.locaties = s.locaties))), '[]')
      FROM kader k, samen s
    ),
    'plannen', (
      SELECT coalesce(json_agg(json_build_object('vlakken', ${ringen(geknipt('r.geom'))})), '[]')
      FROM kader k, regeling_nu r
    ),
    'vergunningen', (
      SELECT coalesce(json_agg(json_build_object('identificatie', v.identificatie, 'soort', v.soort, 'titel', v.titel,
        'zaaknummer', v.zaaknummer, 'gepubliceerd', v.gepubliceerd, 'inWerking', v.in_werking, 'url', v.url,
        'bron', ${bronVan}, 'x', round(CAST(v.midden[0] AS numeric), 2), 'y', round(CAST(v.midden[1] AS numeric), 2),
        'reikM', round(CAST(v.reik_m AS numeric), 1)) ORDER BY v.gepubliceerd DESC, v.identificatie), '[]')
      FROM vergunning v JOIN bron b ON b.id = v.bron_id
    ),
    'vergunningenVanaf', CAST(:vanaf AS date),
    'besluiten', (
      SELECT coalesce(json_agg(json_build_object('vlakken', ${ringen(geknipt(waarBronSpreekt))})), '[]')
      FROM kader k, bron b WHERE b.aantallen -> 'besluit' IS NOT NULL AND ST_Intersects(${waarBronSpreekt}, k.vak)
    )
  ) AS feiten`;

interface Peil {
  /** YYYY-MM-DD. */
  vandaag: string;
  /** Groups of activiteiten that matter in the street. */
  groepen: readonly string[];
  /** Vergunningen that were published before this day are left out; null: none are. */
  vanaf: string | null;
}

/** Of a place to the centimetre; what a tablet takes along to the decimetre, well below what its GPS can tell. */
const decimalen = { plek: 2, gebied: 1 } as const;

const plekFeiten = factsStatement<PlekFeiten>(
  `WITH kader AS MATERIALIZED (
     SELECT ST_Expand(punt, :ruimteM) AS vak, ST_Expand(punt, :ruimteM) AS dichtbij
     FROM (SELECT ST_SetSRID(ST_MakePoint(:x, :y), 28992) AS punt) p
   ), ${feitenSql}`,
);
const gebiedFeiten = factsStatement<PlekFeiten>(
  `WITH ${gebiedSql}, kader AS MATERIALIZED (
     SELECT ST_Expand(ST_Envelope(geom), :ruimteM) AS vak, ST_Envelope(geom) AS dichtbij FROM gebied
   ), ${feitenSql}`,
);

/** What holds around a circle, in one round trip. @param ruimteM how far beyond its middle geometry is kept */
export const loadPlekFeiten = (db: Knex, { x, y }: Cirkel, ruimteM: number, peil: Peil): Promise<PlekFeiten> =>
  plekFeiten(db, { x, y, ruimteM, decimalen: decimalen.plek, ...peil });

/** What holds in and around a wijk or buurt, to take along. */
export const loadGebiedFeiten = (db: Knex, gebied: string, ruimteM: number, peil: Peil): Promise<PlekFeiten> =>
  gebiedFeiten(db, { gebied, ruimteM, decimalen: decimalen.gebied, ...peil });

interface CelVanGebied {
  cel: number;
  buurt: string | null;
}

/** The cells of which the buurt lies in a wijk or is the buurt. */
export async function loadGebiedCellen(db: Knex, gebied: string): Promise<CelVanGebied[]> {
  const { rows } = await db.raw<{ rows: CelVanGebied[] }>(
    `SELECT c.cel, b.naam AS buurt FROM cel_noemer c JOIN buurt b ON b.code = c.buurt_code
     WHERE c.rooster = 'vierkant' AND (b.code = :gebied OR b.wijk_code = :gebied)`,
    { gebied },
  );
  return rows;
}

/** A stop of the work list with whose it is, for the log. */
export interface StopRij extends WerkStop {
  eigenaar: string | null;
}

const werklijst = statement<{ stops: StopRij[]; bron: { naam: string; peildatum: string | null } | null }>(
  `WITH ${gebiedSql},
   laatste AS (
     SELECT max(m.maand) AS maand FROM veiligheid_maand m JOIN bron b ON b.id = m.bron_id
     WHERE m.stroom = 'melding' AND b.gemeente_code = (SELECT gemeente_code FROM gebied)
   ),
   punt AS (
     SELECT p.geom, sum(p.aantal)::int AS aantal, string_agg(DISTINCT k.naam, ', ') AS klassen, max(p.maand) AS maand
     FROM gebied g
     JOIN melding_punt p ON p.geom && g.geom AND ST_Intersects(p.geom, g.geom)
     JOIN veiligheid_klasse k ON k.bron_id = p.bron_id AND k.stelsel = 'melding' AND k.code = p.klasse
     WHERE p.maand > (SELECT maand FROM laatste) - interval '3 months' AND k.bijzonder IS NULL
       AND p.plaats_soort = 'straatdeel'
     GROUP BY p.geom
     HAVING sum(p.aantal) >= 2
     ORDER BY 2 DESC, p.geom
     LIMIT 15
   )
   SELECT
     (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT z.id::text, 'melding' AS soort, z.kenmerk AS titel, z.omschrijving AS tekst,
          coalesce(z.adres, z.formulier->'plaats'->>'naam', 'een plek op de kaart') AS plaats,
          round(CAST(ST_X(z.punt) AS numeric), 2) AS x, round(CAST(ST_Y(z.punt) AS numeric), 2) AS y,
          z.ontvangen_op::text AS datum, z.uiterste_datum::text AS uiterlijk, z.eigenaar
        FROM gebied g JOIN zaak z ON ST_Intersects(g.geom, z.punt)
        WHERE z.zaaktype = 'melding-openbare-ruimte' AND z.bevoegd_gezag = g.gemeente_code
          AND z.status NOT IN ('afgehandeld', 'ingetrokken')
        UNION ALL
        SELECT 'plek-' || round(ST_X(p.geom)) || '-' || round(ST_Y(p.geom)), 'plek',
          p.aantal || ' meldingen in drie maanden', p.klassen,
          coalesce((SELECT a.straat FROM adres a ORDER BY a.geom <-> p.geom LIMIT 1), 'deze straat'),
          round(CAST(ST_X(p.geom) AS numeric), 2), round(CAST(ST_Y(p.geom) AS numeric), 2),
          to_char(p.maand, 'YYYY-MM'), NULL, NULL
        FROM punt p
      ) s) AS stops,
     (SELECT json_build_object('naam', string_agg(b.naam, ', '), 'peildatum', max(b.peildatum))
      FROM bron b WHERE b.gemeente_code = (SELECT gemeente_code FROM gebied)
        AND EXISTS (SELECT FROM veiligheid_maand m WHERE m.bron_id = b.id AND m.stroom = 'melding')
      HAVING count(*) > 0) AS bron`,
);

/** Open meldingen of a wijk or buurt, and places with many of them of late. */
export async function loadWerklijst(
  db: Knex,
  gebied: string,
): Promise<{ stops: StopRij[]; bron: { naam: string; peildatum: string | null } | null }> {
  const [rij] = await werklijst(db, { gebied });
  return rij ?? { stops: [], bron: null };
}

/** What was found over eight weeks, per thema. Only of supervision (AVG): offences have no place in these totals. */
export async function loadCyclus(db: Knex, vraag: { gemeente: string; vandaag: string }): Promise<Cyclus> {
  const { rows } = await db.raw<{ rows: [Cyclus] }>(
    `WITH week AS (
       SELECT generate_series(date_trunc('week', CAST(:vandaag AS date)) - interval '7 weeks',
         date_trunc('week', CAST(:vandaag AS date)), '1 week')::date AS begin
     ),
     gevonden AS (
       SELECT thema, adviezen, staat, date_trunc('week', gezien_op AT TIME ZONE 'Europe/Amsterdam')::date AS week
       FROM bevinding
       WHERE bevoegd_gezag = :gemeente AND gezien_op >= (SELECT min(begin) FROM week)
     )
     SELECT
       (SELECT json_agg(begin ORDER BY begin) FROM week) AS weken,
       (SELECT coalesce(json_agg(json_build_object(
          'thema', t.thema,
          'nieuw', (SELECT json_agg((SELECT count(*) FROM gevonden g WHERE g.thema = t.thema AND g.week = w.begin)
            ORDER BY w.begin) FROM week w),
          'open', t.open, 'gesloten', t.gesloten,
          'adviezen', (SELECT coalesce(json_agg(json_build_object('advies', a.advies, 'aantal', a.aantal) ORDER BY a.aantal DESC,
            a.advies), '[]') FROM (
              SELECT advies, count(*) AS aantal FROM gevonden g, unnest(g.adviezen) advies
              WHERE g.thema = t.thema GROUP BY advies) a)) ORDER BY t.thema), '[]')
        FROM (SELECT thema, count(*) FILTER (WHERE staat <> 'gesloten') AS open,
            count(*) FILTER (WHERE staat = 'gesloten') AS gesloten
          FROM gevonden GROUP BY thema) t) AS themas`,
    vraag,
  );
  return rows[0];
}
