import type { Knex } from 'knex';
import { factsStatement } from '../../db/statement.ts';
import type { BesluitFeiten } from '../besluiten/domain.ts';
import { besluitenSql, besluitenVraag } from '../besluiten/queries.ts';
import { randGrens } from '../geo/gebied.ts';
import { gebiedSql } from '../geo/queries.ts';
import type { RdPunt } from '../geo/rd.ts';
import type { LocatieFeiten } from '../locatie/domain/locatie.ts';
import { locatieMaten, locatieSql } from '../locatie/queries.ts';
import type { OmstandigheidFeiten } from '../omstandigheden/domain/omstandigheden.ts';
import { omstandighedenJson, omstandighedenSql } from '../omstandigheden/queries.ts';
import { type RegelsHier, regelsJson, regelsSql } from '../regels/queries.ts';

export interface KaartPlaats {
  punt: RdPunt;
  /** YYYY-MM-DD: the day for which the rules are read. */
  datum: string;
  straalM: number;
  /** As many besluiten as are told at most. */
  maximum: number;
}

/** What the database found for every section of the card. */
export interface KaartFeiten {
  locatie: LocatieFeiten;
  regels: RegelsHier;
  omstandigheden: OmstandigheidFeiten;
  besluiten: BesluitFeiten;
}

const kaartHier = factsStatement<KaartFeiten>(
  `WITH ${gebiedSql}
   SELECT json_build_object(
     'locatie', ${locatieSql},
     'regels', (WITH ${regelsSql} SELECT ${regelsJson} FROM gebied g),
     'omstandigheden', (WITH ${omstandighedenSql} SELECT ${omstandighedenJson} FROM gebied g),
     'besluiten', ${besluitenSql}
   ) AS feiten`,
);

/**
 * All that a card shows, in one statement: the place is looked up once.
 *
 * @param themas keys of data/omstandigheden/themas.json
 * @throws what the database says when any section fails
 */
export const loadKaartFeiten = (
  db: Knex,
  { punt, datum, straalM, maximum }: KaartPlaats,
  themas: readonly string[],
): Promise<KaartFeiten> =>
  kaartHier(db, {
    ...punt,
    ...locatieMaten,
    ...besluitenVraag({ straal: straalM, maximum }),
    datum,
    themas,
    raaktM2: randGrens.raaktM2,
  });
