import type { Knex } from 'knex';
import type { Stelsel } from '../domain/klassen.ts';
import type { Doel } from './contract.ts';
import type { BeeldFeiten } from './domain/beeld.ts';
import type { HerhalingFeit } from './domain/herhaling.ts';
import { EERDER } from './domain/interventie.ts';

/** So many years of figures of the police are told. */
const JAREN = 5;

const bronJson = (soort: string, ids: string) => `
  (SELECT json_build_object('naam', coalesce(string_agg(naam, ', ' ORDER BY naam), '${soort}'), 'peildatum', max(peildatum))
   FROM bron WHERE id IN (${ids}))`;

/**
 * All that a veiligheidsbeeld is made of, in one statement.
 *
 * @param zonder kinds of classes that are left out, as in server/veiligheid/domain/lagen.ts
 * @param perBuurt figures of the CBS of every area; else only of the gemeente, where VNG-INP has those of the wijken
 * @returns null: there is no such gemeente
 */
export async function loadBeeld(
  db: Knex,
  { gemeente, zonder, perBuurt }: { gemeente: string; zonder: readonly string[]; perBuurt: boolean },
): Promise<(BeeldFeiten & { vastgesteld: VastgesteldKop | null }) | null> {
  const { rows } = await db.raw<{
    rows: (BeeldFeiten & { vastgesteld: VastgesteldKop | null; gemeente: BeeldFeiten['gemeente'] | null })[];
  }>(
    `WITH gebied AS (
       SELECT 1 AS orde, code, naam, 'gemeente' AS soort, NULL::text AS ouder,
         (SELECT sum(inwoners)::int FROM wijk w WHERE w.gemeente_code = gemeente.code) AS inwoners
       FROM gemeente WHERE code = :gemeente
       UNION ALL SELECT 2, code, naam, 'wijk', gemeente_code, inwoners FROM wijk WHERE gemeente_code = :gemeente
       UNION ALL SELECT 3, code, naam, 'buurt', wijk_code, inwoners FROM buurt WHERE gemeente_code = :gemeente
     ),
     hier AS (SELECT id FROM bron WHERE gemeente_code = :gemeente),
     enquete AS (
       SELECT i.gebied_code AS gebied, i.indicator AS key, i.jaar, i.waarde::float8 AS waarde, i.marge::float8 AS marge, i.bron_id
       FROM veiligheid_indicator i JOIN hier ON hier.id = i.bron_id
       WHERE i.gebied_code = 'nl01' OR i.gebied_code IN (SELECT code FROM gebied WHERE soort <> 'buurt')
     ),
     laatste AS (
       SELECT max(extract(year FROM c.begin))::int AS jaar FROM veiligheid_cijfer c JOIN hier ON hier.id = c.bron_id
       WHERE c.duur = 'jaar' AND c.herkomst <> 'levering'
     ),
     cijfer AS (
       SELECT c.*, extract(year FROM c.begin)::int AS jaar
       FROM veiligheid_cijfer c JOIN hier ON hier.id = c.bron_id, laatste
       WHERE c.duur = 'jaar' AND c.begin > make_date(laatste.jaar - :jaren, 1, 1)
         AND c.gebied_code IN (SELECT code FROM gebied)
     ),
     vng AS (
       SELECT gebied_code AS gebied, onderwerp AS thema, jaar, aantal, bron_id FROM cijfer
       WHERE herkomst = 'vng-inp' AND stelsel = 'thema' AND gebied_code IN (SELECT code FROM gebied WHERE soort <> 'buurt')
     ),
     cbs AS (
       SELECT c.gebied_code AS gebied, k.thema, c.jaar, c.stelsel, c.onderwerp AS code, k.naam, k.basis = 'S' AS genoemd,
         k.bijzonder IS NOT DISTINCT FROM 'gevoelig' AS gevoelig, c.aantal, c.bron_id
       FROM cijfer c
       JOIN veiligheid_klasse k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.onderwerp
       WHERE c.herkomst = 'cbs' AND k.thema IS NOT NULL
         AND (:perBuurt OR c.gebied_code = :gemeente OR NOT EXISTS (SELECT FROM vng))
         AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder)
           OR c.gebied_code = :gemeente AND k.bijzonder = 'gevoelig')
     ),
     maand AS (
       SELECT to_char(c.begin, 'YYYY-Q') AS kwartaal, c.begin, k.thema, c.stelsel, c.onderwerp AS code, c.aantal
       FROM veiligheid_cijfer c JOIN hier ON hier.id = c.bron_id
       JOIN veiligheid_klasse k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.onderwerp
       WHERE c.herkomst = 'cbs' AND c.duur = 'maand' AND c.gebied_code = :gemeente AND k.thema IS NOT NULL AND k.bijzonder IS NULL
         AND c.begin > (SELECT max(begin) FROM veiligheid_cijfer WHERE duur = 'maand' AND herkomst = 'cbs'
           AND gebied_code = :gemeente) - make_interval(years => :jaren)
     ),
     kwartaal AS (
       SELECT kwartaal, thema, stelsel, code, CASE WHEN count(aantal) = 3 THEN sum(aantal)::int END AS aantal
       FROM maand WHERE kwartaal IN (SELECT kwartaal FROM maand GROUP BY kwartaal HAVING count(DISTINCT begin) = 3)
       GROUP BY kwartaal, thema, stelsel, code
     )
     SELECT
       (SELECT json_build_object('code', code, 'naam', naam) FROM gebied WHERE soort = 'gemeente') AS gemeente,
       (SELECT coalesce(json_agg(json_build_object('code', code, 'naam', naam, 'soort', soort, 'ouder', ouder,
          'inwoners', inwoners) ORDER BY orde, naam, code), '[]') FROM gebied) AS gebieden,
       json_build_object('bron', ${bronJson('Veiligheidsmonitor', 'SELECT bron_id FROM enquete')},
         'rijen', (SELECT coalesce(json_agg(json_build_object('gebied', gebied, 'key', key, 'jaar', jaar,
            'waarde', waarde, 'marge', marge) ORDER BY jaar), '[]') FROM enquete)) AS enquete,
       json_build_object('bron', ${bronJson('VNG-INP', 'SELECT bron_id FROM vng')},
         'rijen', (SELECT coalesce(json_agg(json_build_object('gebied', gebied, 'thema', thema, 'jaar', jaar,
            'aantal', aantal)), '[]') FROM vng)) AS vng,
       json_build_object('bron', ${bronJson('CBS', 'SELECT bron_id FROM cbs')},
         'rijen', (SELECT coalesce(json_agg(json_build_object('gebied', gebied, 'thema', thema, 'jaar', jaar,
            'stelsel', stelsel, 'code', code, 'naam', naam, 'genoemd', genoemd, 'gevoelig', gevoelig,
            'aantal', aantal) ORDER BY stelsel DESC, code), '[]') FROM cbs),
         'kwartalen', (SELECT coalesce(json_agg(json_build_object('kwartaal', kwartaal, 'thema', thema,
            'stelsel', stelsel, 'code', code, 'aantal', aantal)), '[]') FROM kwartaal)) AS cbs,
       (SELECT coalesce(json_agg(json_build_object('indicator', indicator, 'streefwaarde', streefwaarde,
          'streefjaar', streefjaar, 'vergelijk', vergelijk, 'vergelijkMet', vergelijk_met)), '[]')
        FROM veiligheidsbeeld_doel WHERE gemeente_code = :gemeente) AS doelen,
       (SELECT coalesce(json_agg(json_build_object('thema', thema, 'prioriteit', prioriteit, 'problematiek', problematiek,
          'aanpak', aanpak, 'extra', extra, 'versie', versie)), '[]')
        FROM veiligheidsbeeld_thema WHERE gemeente_code = :gemeente) AS teksten,
       ${interventies} AS interventies,
       (SELECT coalesce(json_agg(json_build_object('cel', cel, 'adressen', adressen) ORDER BY cel), '[]')
        FROM cel_noemer WHERE gemeente_code = :gemeente AND rooster = 'vierkant') AS rooster,
       (SELECT ${kopJson} FROM veiligheidsbeeld_vastgesteld v WHERE gemeente_code = :gemeente
        ORDER BY gemaakt_op DESC LIMIT 1) AS vastgesteld`,
    { gemeente, zonder, perBuurt, jaren: JAREN },
  );
  const [rij] = rows;
  return rij?.gemeente ? rij : null;
}

/** The interventions with the counts of their classes in the months that are compared, and before. */
const interventies = `
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'thema', i.thema, 'naam', i.naam,
      'omschrijving', i.omschrijving, 'stelsel', i.stelsel, 'begin', to_char(i.begin, 'YYYY-MM'), 'maanden', i.maanden,
      'cellen', i.cellen,
      'klassen', (SELECT json_agg(json_build_object('code', code, 'naam', naam) ORDER BY code)
        FROM (SELECT k.code, coalesce(min(v.naam), k.code) AS naam
          FROM unnest(i.klassen) AS k(code)
          LEFT JOIN veiligheid_klasse v ON v.stelsel = i.stelsel AND v.code = k.code AND v.bron_id IN (SELECT id FROM hier)
          GROUP BY k.code) k),
      'tellingen', (SELECT coalesce(json_agg(json_build_object('maand', to_char(c.maand, 'YYYY-MM'),
          'cellen', c.cellen, 'aantallen', c.aantallen)), '[]')
        FROM cel_maand c JOIN hier ON hier.id = c.bron_id
        JOIN veiligheid_klasse k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.klasse
        WHERE c.rooster = 'vierkant' AND c.stelsel = i.stelsel AND c.klasse = ANY(i.klassen)
          AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder)) AND c.maand BETWEEN i.van AND i.tot),
      'geleverd', (SELECT coalesce(json_agg(DISTINCT to_char(m.maand, 'YYYY-MM')), '[]')
        FROM veiligheid_maand m JOIN hier ON hier.id = m.bron_id
        WHERE m.stroom = CASE WHEN i.stelsel = 'melding' THEN 'melding' ELSE 'politie' END
          AND m.maand BETWEEN i.van AND i.tot)
    ) ORDER BY i.begin DESC, i.naam), '[]')
   FROM (SELECT *, begin - make_interval(months => maanden + ${EERDER}) AS van,
       begin + make_interval(months => maanden - 1) AS tot
     FROM veiligheid_interventie WHERE gemeente_code = :gemeente AND weg_op IS NULL) i)`;

interface ThemaInvoer {
  gemeente: string;
  thema: string;
  problematiek: string;
  aanpak: string;
  extra: string;
  prioriteit: boolean;
  versie: number;
}

/**
 * Writes the texts of a thema over the version that was read. A priority gets the first of the four places that is free.
 *
 * @returns the new version; or why not: somebody else changed it, or there are four priorities already
 */
export async function writeThema(
  trx: Knex,
  invoer: ThemaInvoer,
): Promise<{ versie: number } | 'veranderd' | 'te veel prioriteiten'> {
  const { rows: bezet } = await trx.raw<{ rows: { thema: string; prioriteit: number | null; versie: number }[] }>(
    `SELECT thema, prioriteit, versie FROM veiligheidsbeeld_thema WHERE gemeente_code = :gemeente ORDER BY thema FOR UPDATE`,
    { gemeente: invoer.gemeente },
  );
  const nu = bezet.find(({ thema }) => thema === invoer.thema);
  if ((nu?.versie ?? 0) !== invoer.versie) return 'veranderd';
  const vol = new Set(bezet.map(({ prioriteit }) => prioriteit));
  const vrij = [1, 2, 3, 4].find((plaats) => !vol.has(plaats)) ?? null;
  const plaats = invoer.prioriteit ? (nu?.prioriteit ?? vrij) : null;
  if (invoer.prioriteit && plaats === null) return 'te veel prioriteiten';
  const { rows } = await trx.raw<{ rows: { versie: number }[] }>(
    `INSERT INTO veiligheidsbeeld_thema AS t (gemeente_code, thema, problematiek, aanpak, extra, prioriteit)
     VALUES (:gemeente, :thema, :problematiek, :aanpak, :extra, :plaats)
     ON CONFLICT (gemeente_code, thema) DO UPDATE SET problematiek = excluded.problematiek, aanpak = excluded.aanpak,
       extra = excluded.extra, prioriteit = excluded.prioriteit, versie = t.versie + 1, gewijzigd_op = now()
     WHERE t.versie = :versie
     RETURNING versie`,
    { ...invoer, plaats },
  );
  return rows[0] ?? 'veranderd';
}

/** Replaces the targets of these indicators; one without any value is taken away. */
export async function writeDoelen(trx: Knex, gemeente: string, doelen: readonly Doel[]): Promise<void> {
  if (doelen.length === 0) return;
  await trx('veiligheidsbeeld_doel')
    .where({ gemeente_code: gemeente })
    .whereIn(
      'indicator',
      doelen.map(({ indicator }) => indicator),
    )
    .delete();
  const gevuld = doelen.filter(({ streefwaarde, vergelijk }) => streefwaarde !== null || vergelijk !== null);
  if (gevuld.length === 0) return;
  await trx('veiligheidsbeeld_doel').insert(
    gevuld.map(({ indicator, streefwaarde, streefjaar, vergelijk, vergelijkMet }) => ({
      ...{ gemeente_code: gemeente, indicator, streefwaarde, streefjaar, vergelijk },
      vergelijk_met: vergelijkMet,
    })),
  );
}

interface InterventieInvoer {
  gemeente: string;
  thema: string;
  naam: string;
  omschrijving: string;
  stelsel: Stelsel;
  klassen: string[];
  begin: string;
  maanden: number;
  cellen: number[];
}

/** That the classes and cells are of this gemeente, and may be counted here. */
const magTellen = `NOT EXISTS (
    SELECT FROM unnest(CAST(:klassen AS text[])) AS gevraagd(code)
    WHERE NOT EXISTS (
      SELECT FROM veiligheid_klasse k JOIN bron b ON b.id = k.bron_id
      WHERE b.gemeente_code = :gemeente AND k.stelsel = :stelsel AND k.code = gevraagd.code
        AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder))))
  AND NOT EXISTS (
    SELECT FROM unnest(CAST(:cellen AS int[])) AS gevraagd(cel)
    WHERE NOT EXISTS (SELECT FROM cel_noemer n
      WHERE n.gemeente_code = :gemeente AND n.rooster = 'vierkant' AND n.cel = gevraagd.cel))`;

/** @returns null: some of the classes or cells are not of this gemeente, or may not be counted here */
export async function insertInterventie(
  trx: Knex,
  invoer: InterventieInvoer,
  zonder: readonly string[],
): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO veiligheid_interventie
       (gemeente_code, thema, naam, omschrijving, stelsel, klassen, begin, maanden, cellen)
     SELECT :gemeente, :thema, :naam, :omschrijving, :stelsel, CAST(:klassen AS text[]), CAST(:begin AS date), :maanden,
       CAST(:cellen AS int[])
     WHERE ${magTellen}
     RETURNING id`,
    { ...invoer, begin: `${invoer.begin}-01`, zonder },
  );
  return rows[0]?.id ?? null;
}

/** @returns the new version; null: as with {@link insertInterventie}; or that somebody else changed it or took it away */
export async function updateInterventie(
  trx: Knex,
  { id, versie, ...invoer }: InterventieInvoer & { id: string; versie: number },
  zonder: readonly string[],
): Promise<number | 'veranderd' | null> {
  const nu = await trx('veiligheid_interventie').where({ id, weg_op: null }).forUpdate().first('versie');
  if (nu?.versie !== versie) return 'veranderd';
  const { rows } = await trx.raw<{ rows: { versie: number }[] }>(
    `UPDATE veiligheid_interventie SET thema = :thema, naam = :naam, omschrijving = :omschrijving, stelsel = :stelsel,
       klassen = CAST(:klassen AS text[]), begin = CAST(:begin AS date), maanden = :maanden, cellen = CAST(:cellen AS int[]),
       versie = versie + 1, gewijzigd_op = now()
     WHERE id = :id AND ${magTellen}
     RETURNING versie`,
    { ...invoer, id, begin: `${invoer.begin}-01`, zonder },
  );
  return rows[0]?.versie ?? null;
}

/** @returns null: it is not there, or was taken away */
export async function findInterventie(db: Knex, id: string): Promise<(InterventieInvoer & { versie: number }) | null> {
  const { rows } = await db.raw<{ rows: (InterventieInvoer & { versie: number })[] }>(
    `SELECT gemeente_code AS gemeente, thema, naam, omschrijving, stelsel, klassen, to_char(begin, 'YYYY-MM') AS begin,
       maanden, cellen, versie
     FROM veiligheid_interventie WHERE id = ? AND weg_op IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** @returns the gemeente of an intervention that is there (`weg` false) or was taken away; null: there is none such */
export async function findGemeenteVanInterventie(db: Knex, id: string, weg: boolean): Promise<string | null> {
  const vraag = db('veiligheid_interventie').where({ id });
  const rij = await (weg ? vraag.whereNotNull('weg_op') : vraag.whereNull('weg_op')).first('gemeente_code');
  return rij?.gemeente_code ?? null;
}

/** Takes an intervention away, or puts it back. */
export async function zetInterventieWeg(trx: Knex, id: string, weg: boolean): Promise<void> {
  await trx('veiligheid_interventie')
    .where({ id })
    .update({ weg_op: weg ? trx.fn.now() : null, gewijzigd_op: trx.fn.now() });
}

/** How an adopted veiligheidsbeeld is known. */
export interface VastgesteldKop {
  id: string;
  /** YYYY-MM-DD */
  vastgesteldOp: string;
  besluit: string;
  /** An instant. */
  gemaaktOp: string;
  hash: string;
}

const kopJson = `json_build_object('id', v.id, 'vastgesteldOp', v.vastgesteld_op, 'besluit', v.besluit,
  'gemaaktOp', to_char(v.gemaakt_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'hash', v.hash)`;

export interface VastgesteldRij {
  kop: VastgesteldKop;
  /** Canonical JSON. */
  inhoud: string;
  gemeente: string;
}

export async function insertVastgesteld(
  trx: Knex,
  rij: { gemeente: string; vastgesteldOp: string; besluit: string; inhoud: string; hash: string },
): Promise<VastgesteldKop> {
  const { rows } = await trx.raw<{ rows: { kop: VastgesteldKop }[] }>(
    `INSERT INTO veiligheidsbeeld_vastgesteld AS v (gemeente_code, vastgesteld_op, besluit, inhoud, hash)
     VALUES (:gemeente, CAST(:vastgesteldOp AS date), :besluit, :inhoud, :hash)
     RETURNING ${kopJson} AS kop`,
    rij,
  );
  return (rows[0] as { kop: VastgesteldKop }).kop;
}

const vastgesteldVelden = `${kopJson} AS kop, v.inhoud, v.gemeente_code AS gemeente`;

/** What was adopted last; null: nothing yet. */
export async function findVastgesteld(db: Knex, gemeente: string): Promise<VastgesteldRij | null> {
  const { rows } = await db.raw<{ rows: VastgesteldRij[] }>(
    `SELECT ${vastgesteldVelden} FROM veiligheidsbeeld_vastgesteld v WHERE gemeente_code = ? ORDER BY gemaakt_op DESC LIMIT 1`,
    [gemeente],
  );
  return rows[0] ?? null;
}

export async function loadVastgesteld(db: Knex, id: string): Promise<VastgesteldRij | null> {
  const { rows } = await db.raw<{ rows: VastgesteldRij[] }>(
    `SELECT ${vastgesteldVelden} FROM veiligheidsbeeld_vastgesteld v WHERE id = ?`,
    [id],
  );
  return rows[0] ?? null;
}

export interface HerhalingFeiten {
  bron: { naam: string; peildatum: string | null };
  rijen: HerhalingFeit[];
}

/** Pairs near each other in place and time, per class; of sensitive classes only for who may see those. */
export async function loadHerhaling(
  db: Knex,
  { gemeente, zonder }: { gemeente: string; zonder: readonly string[] },
): Promise<HerhalingFeiten> {
  const { rows } = await db.raw<{ rows: HerhalingFeiten[] }>(
    `WITH vak AS (
       SELECT n.*, k.naam FROM near_repeat n JOIN bron b ON b.id = n.bron_id
       JOIN veiligheid_klasse k ON k.bron_id = n.bron_id AND k.stelsel = n.stelsel AND k.code = n.klasse
       WHERE b.gemeente_code = :gemeente AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder))
     )
     SELECT ${bronJson('', 'SELECT bron_id FROM vak')} AS bron,
       (SELECT coalesce(json_agg(json_build_object('code', klasse, 'naam', naam, 'van', to_char(van, 'YYYY-MM'),
          'tot', to_char(tot, 'YYYY-MM'), 'afstand', afstand, 'dagen', dagen, 'paren', paren, 'verwacht', verwacht, 'p', p)
          ORDER BY bron_id, klasse, afstand, dagen), '[]') FROM vak) AS rijen`,
    { gemeente, zonder },
  );
  return rows[0] as HerhalingFeiten;
}
