import type { Knex } from 'knex';
import type { Stroom } from '../../../server/veiligheid/domain/klassen.ts';
import type { RuimteGegevens } from '../../../server/veiligheid/domain/ruimte.ts';

/** Border, buurten and adressen of a gemeente as they are loaded; null when there are neither border nor buurten. */
export async function laadRuimte(db: Knex, gemeenteCode: string): Promise<RuimteGegevens | null> {
  const { rows } = await db.raw<{ rows: Omit<RuimteGegevens, 'gemeenteCode' | 'adressen'>[] }>(
    `SELECT
       (SELECT ST_AsGeoJSON(geom, 3)::json FROM gemeente WHERE code = :gemeenteCode) AS grens,
       (SELECT coalesce(json_agg(json_build_object(
          'code', code, 'inwoners', inwoners, 'vlak', ST_AsGeoJSON(geom, 3)::json) ORDER BY code), '[]')
        FROM buurt WHERE gemeente_code = :gemeenteCode) AS buurten,
       (SELECT extract(year FROM max(b.peildatum))::int
        FROM buurt JOIN bron b ON b.id = buurt.bron_id WHERE buurt.gemeente_code = :gemeenteCode) AS indeling`,
    { gemeenteCode },
  );
  const [gevonden] = rows;
  if (!gevonden || (!gevonden.grens && gevonden.buurten.length === 0)) return null;
  const { rows: adressen } = await db.raw<{ rows: RuimteGegevens['adressen'] }>(
    `SELECT round(ST_X(geom) * 1000)::float8 AS "xMm", round(ST_Y(geom) * 1000)::float8 AS "yMm",
       concat_ws(', ', straat, woonplaats) AS straat, huisnummer, 'woonfunctie' = ANY(gebruiksdoelen) AS woning
     FROM adres WHERE gemeente_code = ? ORDER BY identificatie`,
    [gemeenteCode],
  );
  return { gemeenteCode, ...gevonden, adressen };
}

/** Months of this gemeente that stand under another bron, with its id. */
export async function laadMaanden(
  db: Knex,
  { stroom, gemeenteCode, bronId }: { stroom: Stroom; gemeenteCode: string; bronId: string },
): Promise<Map<string, string>> {
  const { rows } = await db.raw<{ rows: { maand: string; bron: string }[] }>(
    `SELECT m.maand::text, m.bron_id AS bron FROM veiligheid_maand m JOIN bron b ON b.id = m.bron_id
     WHERE m.stroom = ? AND b.gemeente_code = ? AND m.bron_id <> ?`,
    [stroom, gemeenteCode, bronId],
  );
  return new Map(rows.map(({ maand, bron }) => [maand, bron]));
}
