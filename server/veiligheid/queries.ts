import type { Knex } from 'knex';
import type { Stelsel, Stroom } from './domain/klassen.ts';
import type { Rooster } from './domain/rooster.ts';

export interface BronFeit {
  naam: string;
  peildatum: string | null;
}

export interface AanbodRij {
  gemeente: string;
  naam: string;
  stroom: Stroom;
  bron: BronFeit;
  maanden: string[];
  gelezen: number;
  geplaatst: number;
}

/** What was delivered, per gemeente and stroom: the months of all bronnen together. */
export async function loadAanbod(db: Knex): Promise<AanbodRij[]> {
  const { rows } = await db.raw<{ rows: AanbodRij[] }>(
    `SELECT b.gemeente_code AS gemeente, coalesce(g.naam, b.gemeente_code) AS naam, m.stroom,
       json_build_object('naam', string_agg(DISTINCT b.naam, ', '), 'peildatum', max(b.peildatum)) AS bron,
       json_agg(to_char(m.maand, 'YYYY-MM') ORDER BY m.maand) AS maanden,
       sum(m.gelezen)::int AS gelezen, sum(m.geplaatst)::int AS geplaatst
     FROM veiligheid_maand m
     JOIN bron b ON b.id = m.bron_id
     LEFT JOIN gemeente g ON g.code = b.gemeente_code
     WHERE b.gemeente_code IS NOT NULL
     GROUP BY b.gemeente_code, g.naam, m.stroom
     ORDER BY b.gemeente_code, m.stroom DESC`,
  );
  return rows;
}

export interface CelRij {
  cel: number;
  adressen: number;
  buurt: string | null;
}

export async function loadRooster(
  db: Knex,
  { gemeente, rooster }: { gemeente: string; rooster: Rooster },
): Promise<{ cellen: CelRij[]; buurten: { code: string; naam: string; wijk: string }[] }> {
  const { rows } = await db.raw(
    `SELECT
       (SELECT coalesce(json_agg(json_build_object('cel', cel, 'adressen', adressen, 'buurt', buurt_code) ORDER BY cel), '[]')
        FROM cel_noemer WHERE gemeente_code = :gemeente AND rooster = :rooster) AS cellen,
       (SELECT coalesce(json_agg(json_build_object('code', b.code, 'naam', b.naam, 'wijk', coalesce(w.naam, b.wijk_code))
          ORDER BY b.naam, b.code), '[]')
        FROM buurt b LEFT JOIN wijk w ON w.code = b.wijk_code WHERE b.gemeente_code = :gemeente) AS buurten`,
    { gemeente, rooster },
  );
  return rows[0];
}

/** The bronnen of a gemeente with what they say of one stroom. */
const bronnen = `
  bronnen AS (
    SELECT b.id, b.naam, b.peildatum FROM bron b
    WHERE b.gemeente_code = :gemeente
      AND EXISTS (SELECT FROM veiligheid_maand m WHERE m.bron_id = b.id AND m.stroom = :stroom)
  )`;
const bronJson = `(SELECT json_build_object('naam', coalesce(string_agg(naam, ', ' ORDER BY naam), ''),
  'peildatum', max(peildatum)) FROM bronnen)`;
/** Classes that may be used for this question: \`telt\` when one of the themas is their first. */
const klassen = `
  klassen AS (
    SELECT k.bron_id, k.stelsel, k.code, k.naam, k.thema, k.thema = ANY(:themas) AS telt
    FROM veiligheid_klasse k JOIN bronnen b ON b.id = k.bron_id
    WHERE k.thema = ANY(:themas) AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder))
  )`;
const stelselsVan = (stroom: Stroom): Stelsel[] => (stroom === 'melding' ? ['melding'] : ['misdrijf', 'overlast']);

interface Vraag {
  gemeente: string;
  stroom: Stroom;
  themas: readonly string[];
  /** Kinds of classes that are left out. */
  zonder: readonly string[];
}

export interface HotspotFeiten {
  bron: BronFeit;
  maanden: string[];
  cellen: { adressen: number; aantal: number }[];
}

/** Counts per cell of a thema over some months, for all cells with exposure and in their order. */
export async function loadHotspots(
  db: Knex,
  { maanden, ...vraag }: Vraag & { maanden: readonly string[] },
): Promise<HotspotFeiten> {
  const { rows } = await db.raw(
    `WITH ${bronnen}, ${klassen},
     geteld AS (
       SELECT u.cel, sum(u.aantal)::int AS aantal
       FROM cel_maand c
       JOIN klassen k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.klasse,
         LATERAL unnest(c.cellen, c.aantallen) AS u(cel, aantal)
       WHERE c.rooster = 'vierkant' AND c.stelsel = ANY(:stelsels) AND c.maand = ANY(CAST(:maanden AS date[]))
       GROUP BY u.cel
     )
     SELECT ${bronJson} AS bron,
       (SELECT coalesce(json_agg(to_char(m.maand, 'YYYY-MM') ORDER BY m.maand), '[]')
        FROM veiligheid_maand m JOIN bronnen b ON b.id = m.bron_id
        WHERE m.maand = ANY(CAST(:maanden AS date[]))) AS maanden,
       (SELECT coalesce(json_agg(json_build_object('adressen', n.adressen, 'aantal', coalesce(g.aantal, 0)) ORDER BY n.cel), '[]')
        FROM cel_noemer n LEFT JOIN geteld g USING (cel)
        WHERE n.gemeente_code = :gemeente AND n.rooster = 'vierkant') AS cellen`,
    { ...vraag, stelsels: stelselsVan(vraag.stroom), maanden: maanden.map((een) => `${een}-01`) },
  );
  return rows[0];
}

export interface KlasseRij {
  stelsel: Stelsel;
  code: string;
  naam: string;
  thema: string | null;
  telt: boolean;
}

export interface TellingFeiten {
  bron: BronFeit;
  rooster: number[];
  maanden: string[];
  klassen: KlasseRij[];
  rijen: { stelsel: Stelsel; klasse: string; maand: string; cellen: number[]; aantallen: number[] }[];
  gevoelig: boolean;
}

/** Counts per cell, class and month. */
export async function loadTellingen(
  db: Knex,
  vraag: Vraag & { rooster: Rooster; van: string; tot: string },
): Promise<TellingFeiten> {
  const { rows } = await db.raw(
    `WITH ${bronnen}, ${klassen.replace('WHERE k.thema = ANY(:themas)', 'WHERE (k.thema = ANY(:themas) OR k.ook && CAST(:themas AS text[]))')}
     SELECT ${bronJson} AS bron,
       (SELECT coalesce(json_agg(cel ORDER BY cel), '[]') FROM cel_noemer
        WHERE gemeente_code = :gemeente AND rooster = :rooster) AS rooster,
       (SELECT coalesce(json_agg(to_char(m.maand, 'YYYY-MM') ORDER BY m.maand), '[]')
        FROM veiligheid_maand m JOIN bronnen b ON b.id = m.bron_id
        WHERE m.maand BETWEEN CAST(:van AS date) AND CAST(:tot AS date)) AS maanden,
       (SELECT coalesce(json_agg(json_build_object('stelsel', stelsel, 'code', code, 'naam', naam, 'thema', thema, 'telt', telt)
          ORDER BY telt DESC, stelsel, code), '[]')
        FROM (SELECT DISTINCT ON (stelsel, code) * FROM klassen ORDER BY stelsel, code) k) AS klassen,
       (SELECT coalesce(json_agg(json_build_object('stelsel', c.stelsel, 'klasse', c.klasse,
          'maand', to_char(c.maand, 'YYYY-MM'), 'cellen', c.cellen, 'aantallen', c.aantallen)), '[]')
        FROM cel_maand c JOIN klassen k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.klasse
        WHERE c.rooster = :rooster AND c.stelsel = ANY(:stelsels)
          AND c.maand BETWEEN CAST(:van AS date) AND CAST(:tot AS date)) AS rijen,
       EXISTS (SELECT FROM veiligheid_klasse k JOIN bronnen b ON b.id = k.bron_id
         WHERE k.thema = ANY(:themas) AND k.bijzonder = 'gevoelig' AND k.bijzonder = ANY(:zonder)) AS gevoelig`,
    { ...vraag, stelsels: stelselsVan(vraag.stroom), van: `${vraag.van}-01`, tot: `${vraag.tot}-01` },
  );
  return rows[0];
}

export interface DagdeelFeiten {
  bron: BronFeit;
  rooster: number[];
  rijen: { jaar: number; weekdeel: string; dagdeel: string; thema: string; cellen: number[]; aantallen: number[] }[];
}

/** Counts per cell, thema, year and part of the day. */
export async function loadDagdelen(
  db: Knex,
  vraag: Omit<Vraag, 'zonder'> & { rooster: Rooster },
): Promise<DagdeelFeiten> {
  const { rows } = await db.raw(
    `WITH ${bronnen}
     SELECT ${bronJson} AS bron,
       (SELECT coalesce(json_agg(cel ORDER BY cel), '[]') FROM cel_noemer
        WHERE gemeente_code = :gemeente AND rooster = :rooster) AS rooster,
       (SELECT coalesce(json_agg(json_build_object('jaar', c.jaar, 'weekdeel', c.weekdeel, 'dagdeel', c.dagdeel,
          'thema', c.thema, 'cellen', c.cellen, 'aantallen', c.aantallen)
          ORDER BY c.jaar, c.weekdeel, c.dagdeel, c.thema), '[]')
        FROM cel_dagdeel c JOIN bronnen b ON b.id = c.bron_id
        WHERE c.stroom = :stroom AND c.rooster = :rooster AND c.thema = ANY(:themas)) AS rijen`,
    vraag,
  );
  return rows[0];
}

/** Counts per hour of the week; hour 168 is that of which the hour is not known. */
export async function loadKlok(
  db: Knex,
  vraag: Vraag & { buurt: string | null; van: string; tot: string },
): Promise<{ bron: BronFeit; uren: { uur: number; aantal: number }[] }> {
  const { rows } = await db.raw(
    `WITH ${bronnen}, ${klassen}
     SELECT ${bronJson} AS bron,
       (SELECT coalesce(json_agg(u), '[]') FROM (
          SELECT u.uur, sum(u.aantal)::int AS aantal
          FROM buurt_uur c
          JOIN klassen k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.klasse,
            LATERAL unnest(c.buurten, c.uren, c.aantallen) AS u(buurt, uur, aantal)
          WHERE c.stelsel = ANY(:stelsels) AND c.maand BETWEEN CAST(:van AS date) AND CAST(:tot AS date)
            AND (CAST(:buurt AS text) IS NULL OR u.buurt = :buurt)
          GROUP BY u.uur) u) AS uren`,
    { ...vraag, stelsels: stelselsVan(vraag.stroom), van: `${vraag.van}-01`, tot: `${vraag.tot}-01` },
  );
  return rows[0];
}

export interface GebiedRij {
  code: string;
  naam: string;
  soort: 'gemeente' | 'wijk' | 'buurt';
  ouder: string | null;
  inwoners: number | null;
}

/** The gemeente with its wijken and buurten, of the division that is loaded. */
const gebieden = `
  (SELECT coalesce(json_agg(json_build_object('code', g.code, 'naam', g.naam, 'soort', g.soort, 'ouder', g.ouder,
      'inwoners', g.inwoners) ORDER BY g.orde, g.naam, g.code), '[]')
   FROM (
     SELECT 1 AS orde, code, naam, 'gemeente' AS soort, NULL::text AS ouder,
       (SELECT sum(inwoners)::int FROM wijk w WHERE w.gemeente_code = gemeente.code) AS inwoners
     FROM gemeente WHERE code = :gemeente
     UNION ALL SELECT 2, code, naam, 'wijk', gemeente_code, inwoners FROM wijk WHERE gemeente_code = :gemeente
     UNION ALL SELECT 3, code, naam, 'buurt', wijk_code, inwoners FROM buurt WHERE gemeente_code = :gemeente
   ) g)`;

export interface CbsFeiten {
  bron: BronFeit;
  gebieden: GebiedRij[];
  /** Null: withheld by the source. */
  cijfers: { gebied: string; stelsel: Stelsel; code: string; naam: string; gevoelig: boolean; aantal: number | null }[];
}

/** The figures of the CBS of the classes of a thema in a year, per area. */
export async function loadPolitiecijfers(
  db: Knex,
  vraag: { gemeente: string; thema: string; jaar: number; zonder: readonly string[] },
): Promise<CbsFeiten> {
  const { rows } = await db.raw(
    `WITH cijfer AS (
       SELECT c.gebied_code AS gebied, c.stelsel, c.onderwerp AS code, k.naam,
         k.bijzonder IS NOT DISTINCT FROM 'gevoelig' AS gevoelig, c.aantal, c.bron_id
       FROM veiligheid_cijfer c
       JOIN bron b ON b.id = c.bron_id
       JOIN veiligheid_klasse k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.onderwerp
       WHERE c.herkomst = 'cbs' AND c.duur = 'jaar' AND c.begin = make_date(:jaar, 1, 1)
         AND b.gemeente_code = :gemeente AND k.thema = :thema
         AND (k.bijzonder IS NULL OR k.bijzonder <> ALL(:zonder) OR c.gebied_code = :gemeente AND k.bijzonder = 'gevoelig')
     )
     SELECT
       (SELECT json_build_object('naam', coalesce(string_agg(naam, ', '), ''), 'peildatum', max(peildatum))
        FROM bron WHERE id IN (SELECT bron_id FROM cijfer)) AS bron,
       ${gebieden} AS gebieden,
       (SELECT coalesce(json_agg(json_build_object('gebied', gebied, 'stelsel', stelsel, 'code', code, 'naam', naam,
          'gevoelig', gevoelig, 'aantal', aantal)), '[]') FROM cijfer) AS cijfers`,
    vraag,
  );
  return rows[0];
}

export interface MeldingFeiten {
  bron: BronFeit;
  maanden: string[];
  gebieden: GebiedRij[];
  klassen: { code: string; naam: string; buurt: string; aantal: number }[];
  punten: { x: number; y: number; soort: 'straatdeel' | 'buurt'; buurt: string | null; aantal: number }[];
}

/** Meldingen of a thema in a year: per class and buurt, and per fixed point of a stretch of street. */
export async function loadMeldingen(
  db: Knex,
  vraag: { gemeente: string; themas: readonly string[]; jaar: number; zonder: readonly string[] },
): Promise<MeldingFeiten> {
  const { rows } = await db.raw(
    `WITH ${bronnen}, ${klassen},
     geteld AS (
       SELECT k.code, k.naam, u.buurt, sum(u.aantal)::int AS aantal
       FROM buurt_uur c JOIN klassen k ON k.bron_id = c.bron_id AND k.stelsel = c.stelsel AND k.code = c.klasse,
         LATERAL unnest(c.buurten, c.aantallen) AS u(buurt, aantal)
       WHERE c.stelsel = 'melding' AND c.maand >= make_date(:jaar, 1, 1) AND c.maand < make_date(:jaar + 1, 1, 1)
       GROUP BY k.code, k.naam, u.buurt
     ),
     punt AS (
       SELECT p.geom, p.plaats_soort, p.buurt_code, sum(p.aantal)::int AS aantal
       FROM melding_punt p JOIN klassen k ON k.bron_id = p.bron_id AND k.stelsel = 'melding' AND k.code = p.klasse
       WHERE p.maand >= make_date(:jaar, 1, 1) AND p.maand < make_date(:jaar + 1, 1, 1)
       GROUP BY p.geom, p.plaats_soort, p.buurt_code
     )
     SELECT ${bronJson} AS bron,
       (SELECT coalesce(json_agg(to_char(m.maand, 'YYYY-MM') ORDER BY m.maand), '[]')
        FROM veiligheid_maand m JOIN bronnen b ON b.id = m.bron_id
        WHERE m.maand >= make_date(:jaar, 1, 1) AND m.maand < make_date(:jaar + 1, 1, 1)) AS maanden,
       ${gebieden} AS gebieden,
       (SELECT coalesce(json_agg(g ORDER BY g.code, g.buurt), '[]') FROM geteld g) AS klassen,
       (SELECT coalesce(json_agg(json_build_object('x', ST_X(geom), 'y', ST_Y(geom), 'soort', plaats_soort,
          'buurt', buurt_code, 'aantal', aantal) ORDER BY geom), '[]') FROM punt) AS punten`,
    { ...vraag, stroom: 'melding' },
  );
  return rows[0];
}

export interface SensorFeiten {
  bron: BronFeit;
  rijen: { sensor: string; maand: string; uur: number; metingen: number; waarde: number; hoogste: number }[];
}

/** Measurements per hour of the week of the last twelve months that were delivered. */
export async function loadSensoren(db: Knex, gemeente: string): Promise<SensorFeiten> {
  const { rows } = await db.raw<{ rows: SensorFeiten[] }>(
    `WITH uur AS (SELECT u.*, b.naam, b.peildatum FROM sensor_uur u JOIN bron b ON b.id = u.bron_id WHERE b.gemeente_code = :gemeente)
     SELECT json_build_object('naam', coalesce(string_agg(DISTINCT naam, ', '), ''), 'peildatum', max(peildatum)) AS bron,
       coalesce(json_agg(json_build_object('sensor', sensor, 'maand', to_char(maand, 'YYYY-MM'), 'uur', uur,
         'metingen', metingen, 'waarde', waarde, 'hoogste', hoogste) ORDER BY sensor, maand, uur), '[]') AS rijen
     FROM uur WHERE maand > (SELECT max(maand) FROM uur) - interval '12 months'`,
    { gemeente },
  );
  return rows[0] as SensorFeiten;
}
