import type { Knex } from 'knex';
import { factsStatement } from '../../../db/statement.ts';
import { besluitenSql, besluitenVraag } from '../../besluiten/queries.ts';
import { bronJson, gebiedSql } from '../../geo/queries.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { TijdlijnFeiten } from './domain.ts';

/** As many besluiten as the timeline of one place shows. */
const maximum = 200;

const tijdlijnHier = factsStatement<TijdlijnFeiten>(`
  WITH ${gebiedSql},
  versie AS MATERIALIZED (
    SELECT r.* FROM gebied g
    CROSS JOIN regeling r JOIN bron b ON b.id = r.bron_id
    WHERE (r.geom IS NULL OR ST_Intersects(r.geom, g.geom))
      AND (r.bestuurslaag <> 'gemeente' OR b.gemeente_code IS NULL OR g.gemeente_code IS NULL
           OR b.gemeente_code = g.gemeente_code)
  )
  SELECT json_build_object(
    'besluiten', ${besluitenSql},
    'versies', (
      SELECT coalesce(json_agg(json_build_object(
        'id', id, 'identificatie', identificatie, 'opschrift', coalesce(citeertitel, opschrift),
        'bevoegdGezag', bevoegd_gezag, 'ontwerp', ontwerp, 'geldigVanaf', geldig_vanaf, 'geldigTot', geldig_tot,
        'zonderGrens', geom IS NULL, 'url', url, 'bronId', bron_id) ORDER BY geldig_vanaf, id), '[]')
      FROM versie),
    'bronnen', (
      SELECT coalesce(json_agg(${bronJson} ORDER BY b.id), '[]') FROM bron b WHERE b.id IN (SELECT bron_id FROM versie))
  ) AS feiten`);

/** What lies, was decided and changes at a place, in one statement. */
export const loadTijdlijn = (db: Knex, punt: RdPunt, straal: number): Promise<TijdlijnFeiten> =>
  tijdlijnHier(db, { ...punt, ...besluitenVraag({ straal, maximum }) });
