import type { Knex } from 'knex';

/** Per table the kinds of zoek_item that it gives, with the query that makes them. */
const zoekItems: Readonly<Record<string, readonly { soort: string; select: string }[]>> = {
  adres: [
    {
      soort: 'adres',
      select: `
        SELECT identificatie, weergave, NULL,
          concat_ws(' ', straat, huisnummer || huisletter || coalesce('-' || nullif(toevoeging, ''), ''), postcode, woonplaats),
          10, gemeente_code, geom, NULL::geometry
        FROM adres`,
    },
    {
      soort: 'straat',
      select: `
        SELECT concat_ws('|', gemeente_code, woonplaats, straat), straat, woonplaats, concat_ws(' ', straat, woonplaats),
          20, gemeente_code, ST_ClosestPoint(ST_Collect(geom), ST_Centroid(ST_Collect(geom))),
          ST_Envelope(ST_Buffer(ST_Collect(geom), 25))
        FROM adres GROUP BY gemeente_code, woonplaats, straat`,
    },
    {
      soort: 'postcode',
      select: `
        SELECT concat_ws('|', gemeente_code, postcode), regexp_replace(postcode, '^(\\d{4})\\s*', '\\1 '),
          string_agg(DISTINCT concat_ws(', ', straat, woonplaats), '; '), postcode,
          30, gemeente_code, ST_ClosestPoint(ST_Collect(geom), ST_Centroid(ST_Collect(geom))),
          ST_Envelope(ST_Buffer(ST_Collect(geom), 25))
        FROM adres WHERE postcode IS NOT NULL GROUP BY gemeente_code, postcode`,
    },
    {
      soort: 'woonplaats',
      select: `
        SELECT concat_ws('|', gemeente_code, woonplaats), woonplaats, NULL, woonplaats,
          5, gemeente_code, ST_ClosestPoint(ST_Collect(geom), ST_Centroid(ST_Collect(geom))),
          ST_Envelope(ST_Buffer(ST_Collect(geom), 25))
        FROM adres WHERE woonplaats IS NOT NULL GROUP BY gemeente_code, woonplaats`,
    },
  ],
  perceel: [
    {
      soort: 'perceel',
      select: `
        SELECT identificatie, kadastrale_aanduiding, 'Perceel, ' || kadastrale_gemeente,
          concat_ws(' ', kadastrale_aanduiding, kadastrale_gemeente, sectie, perceelnummer),
          40, NULL, ST_PointOnSurface(geom), ST_Envelope(ST_Buffer(geom, 10))
        FROM perceel`,
    },
  ],
  wijk: [{ soort: 'wijk', select: gebied('wijk', '8') }],
  buurt: [{ soort: 'buurt', select: gebied('buurt', '9') }],
  gemeente: [
    {
      soort: 'gemeente',
      select: `SELECT code, naam, NULL, naam, 4, code, ST_PointOnSurface(geom), ST_Envelope(geom) FROM gemeente`,
    },
  ],
};

function gebied(tabel: string, gewicht: string): string {
  return `SELECT code, naam, NULL, naam, ${gewicht}, gemeente_code, ST_PointOnSurface(geom), ST_Envelope(geom) FROM ${tabel}`;
}

/**
 * Makes the search items again that come from these tables.
 *
 * @param tabellen names of the tables whose rows changed
 */
export async function rebuildZoekItems(trx: Knex.Transaction, tabellen: readonly string[]): Promise<void> {
  for (const { soort, select } of tabellen.flatMap((tabel) => zoekItems[tabel] ?? [])) {
    await trx('zoek_item').where({ soort }).delete();
    await trx.raw(
      `INSERT INTO zoek_item (soort, ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende)
       SELECT :soort, ref, naam, toelichting, zoekvorm(zoek), gewicht, gemeente_code, punt, omhullende
       FROM (${select}) item (ref, naam, toelichting, zoek, gewicht, gemeente_code, punt, omhullende)`,
      { soort },
    );
  }
}
