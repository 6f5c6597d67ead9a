import type { Knex } from 'knex';
import knexPostgis from 'knex-postgis';
import { puntInRd } from '../../../db/punt.ts';
import type { BijlageRij } from '../../bijlagen/queries.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { Bevinding } from '../contract.ts';
import type { Staat, Team } from '../domain/staat.ts';
import { adresBij } from '../queries.ts';

/** Of supervision (AVG) or of an offence (Wpg): they share no table. */
export type Tabel = 'bevinding' | 'boa_registratie';

export interface FotoRij
  extends Pick<BijlageRij, 'id' | 'naam' | 'bytes' | 'sleutel' | 'status' | 'mediatype' | 'reden'> {
  bevindingId: string;
  soort: 'gezien' | 'bewijs';
}

/** A bevinding as the database has it. */
export interface BevindingRij extends Omit<Bevinding, 'ikzelf' | 'kan' | 'fotos' | 'door' | 'toegewezenAan'> {
  bevoegdGezag: string;
  door: string;
  doorNaam: string;
  toegewezenAan: string | null;
  toegewezenNaam: string | null;
  sluiter: string | null;
  inhoudHash: string;
  fotos: FotoRij[];
}

const fotoJson = `json_build_object('id', f.id, 'bevindingId', f.bevinding_id, 'soort', f.soort, 'naam', f.naam,
  'bytes', CAST(f.bytes AS float8), 'sleutel', f.sleutel, 'status', f.status, 'mediatype', f.mediatype, 'reden', f.reden)`;

/** Rows of a table as {@link BevindingRij}. */
const kolommen = (tabel: Tabel) => `
  b.id, b.bevoegd_gezag AS "bevoegdGezag", b.versie, b.staat, b.thema, b.gezien, b.maatregel, to_json(b.adviezen) AS adviezen,
  ST_X(b.punt) AS x, ST_Y(b.punt) AS y, (SELECT adres FROM ${adresBij('b.punt')}) AS adres, b.nauwkeurigheid_m AS "nauwkeurigheidM", b.plaats, b.melding_id AS melding, b.team,
  b.toegewezen_aan AS "toegewezenAan", b.toegewezen_naam AS "toegewezenNaam", b.door, b.door_naam AS "doorNaam", b.sluiter,
  b.inhoud_hash AS "inhoudHash", b.klok_twijfel AS "klokTwijfel",
  to_json(b.gezien_op) AS "gezienOp", to_json(b.ontvangen_op) AS "ontvangenOp", to_json(b.tablet_op) AS "tabletOp",
  (SELECT coalesce(json_agg(${fotoJson} ORDER BY f.gemaakt_op, f.id), '[]') FROM ${tabel}_foto f WHERE f.bevinding_id = b.id)
    AS fotos,
  (SELECT coalesce(json_agg(json_build_object('soort', e.soort, 'door', e.door_naam, 'tekst', e.tekst, 'wanneer', e.wanneer,
      'tabletOp', e.tablet_op) ORDER BY e.wanneer, e.id), '[]')
    FROM ${tabel}_gebeurtenis e WHERE e.bevinding_id = b.id) AS verloop`;

/** @param slot keeps others from changing it until the transaction ends */
export async function findBevinding(db: Knex, tabel: Tabel, id: string, slot = false): Promise<BevindingRij | null> {
  const { rows } = await db.raw<{ rows: BevindingRij[] }>(
    `SELECT ${kolommen(tabel)} FROM ${tabel} b WHERE b.id = CAST(:id AS uuid)${slot ? ' FOR UPDATE OF b' : ''}`,
    { id },
  );
  return rows[0] ?? null;
}

export interface LijstVraag {
  bevoegdGezag: readonly string[];
  gebied: string | null;
  staat: Staat | null;
  /** Only with this advice; null: any. */
  advies: string | null;
  maximum: number;
}

/** The newest first. */
export async function loadBevindingen(db: Knex, tabel: Tabel, vraag: LijstVraag): Promise<BevindingRij[]> {
  const { bevoegdGezag, gebied, staat, advies, maximum } = vraag;
  const st = knexPostgis(db);
  const query = db({ b: tabel })
    .select(db.raw(kolommen(tabel)))
    .whereIn('b.bevoegd_gezag', [...bevoegdGezag])
    .orderBy([{ column: 'b.gezien_op', order: 'desc' }, 'b.id'])
    .limit(maximum);
  if (staat) query.where('b.staat', staat);
  if (advies) query.whereRaw('? = ANY(b.adviezen)', [advies]);
  if (gebied) {
    const grens = (soort: 'wijk' | 'buurt') => db(soort).select('geom').where({ code: gebied });
    query.where(st.intersects('b.punt', db.raw('?', [grens('wijk').unionAll(grens('buurt')).limit(1)])));
  }
  return query;
}

/** The gemeente around a point; null: its border is not loaded. */
export async function findGemeente(db: Knex, punt: RdPunt): Promise<string | null> {
  const st = knexPostgis(db);
  const gemeente = await db('gemeente')
    .where(st.intersects('geom', puntInRd(db, punt)))
    .orderBy('code')
    .first('code');
  return gemeente?.code ?? null;
}

/** Whether a melding openbare ruimte with this number is there, of this gemeente. */
export async function isMelding(db: Knex, id: string, bevoegdGezag: string): Promise<boolean> {
  const rij = await db('zaak')
    .where({ id, zaaktype: 'melding-openbare-ruimte', bevoegd_gezag: bevoegdGezag })
    .first('id');
  return rij !== undefined;
}

export interface NieuweBevinding {
  id: string;
  bevoegdGezag: string;
  thema: string;
  gezien: string;
  maatregel: string;
  adviezen: readonly string[];
  x: number;
  y: number;
  nauwkeurigheidM: number | null;
  plaats: string;
  melding: string | null;
  team: Team | null;
  staat: Staat;
  door: string;
  doorNaam: string;
  gezienOp: string;
  tabletOp: string;
  klokVerschilMs: number;
  klokTwijfel: boolean;
  inhoudHash: string;
}

/** @returns whether it is new; false: this number was there already, and stays as it was */
export async function insertBevinding(db: Knex, tabel: Tabel, nieuw: NieuweBevinding): Promise<boolean> {
  const rijen = await db(tabel)
    .insert({
      id: nieuw.id,
      bevoegd_gezag: nieuw.bevoegdGezag,
      thema: nieuw.thema,
      gezien: nieuw.gezien,
      maatregel: nieuw.maatregel,
      adviezen: [...nieuw.adviezen],
      punt: puntInRd(db, nieuw),
      nauwkeurigheid_m: nieuw.nauwkeurigheidM,
      plaats: nieuw.plaats,
      melding_id: nieuw.melding,
      team: nieuw.team,
      staat: nieuw.staat,
      door: nieuw.door,
      door_naam: nieuw.doorNaam,
      gezien_op: nieuw.gezienOp,
      tablet_op: nieuw.tabletOp,
      klok_verschil_ms: nieuw.klokVerschilMs,
      klok_twijfel: nieuw.klokTwijfel,
      inhoud_hash: nieuw.inhoudHash,
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  return rijen.length > 0;
}

export interface Gebeurtenis {
  id: string;
  bevinding_id: string;
  soort: string;
  door: string;
  door_naam: string;
  tekst: string;
  tablet_op: string;
}

export async function insertGebeurtenis(db: Knex, tabel: Tabel, gebeurtenis: Gebeurtenis): Promise<void> {
  await db(`${tabel}_gebeurtenis`).insert(gebeurtenis);
}

/** An act that was done before under this number; null: it is new. */
export async function findHandeling(
  db: Knex,
  tabel: Tabel,
  handelingId: string,
): Promise<Pick<Gebeurtenis, 'bevinding_id' | 'soort' | 'tekst'> | null> {
  return (await db(`${tabel}_gebeurtenis`).where({ id: handelingId }).first('bevinding_id', 'soort', 'tekst')) ?? null;
}

export interface Wijziging {
  staat: Staat;
  team?: Team | null;
  toegewezen_aan?: string | null;
  toegewezen_naam?: string | null;
  sluiter?: string | null;
}

export async function wijzigBevinding(db: Knex, tabel: Tabel, id: string, wijziging: Wijziging): Promise<void> {
  await db(tabel)
    .where({ id })
    .update({
      ...wijziging,
      gesloten_op: wijziging.staat === 'gesloten' ? db.fn.now() : null,
      versie: db.raw('versie + 1'),
    });
}

/** The row of a photo that is about to arrive: the one that is there, or a new one; null: there are enough. */
export async function claimFoto(
  db: Knex,
  tabel: Tabel,
  nieuw: Pick<FotoRij, 'id' | 'bevindingId' | 'soort' | 'naam' | 'bytes' | 'sleutel'>,
  maximum: number,
): Promise<FotoRij | null> {
  const { rows } = await db.raw<{ rows: { foto: FotoRij }[] }>(
    `WITH erbij AS (
       INSERT INTO ${tabel}_foto (id, bevinding_id, soort, naam, bytes, sleutel)
       SELECT CAST(:id AS uuid), CAST(:bevindingId AS uuid), :soort, :naam, :bytes, :sleutel
       WHERE (SELECT count(*) FROM ${tabel}_foto WHERE bevinding_id = CAST(:bevindingId AS uuid)) < :maximum
       ON CONFLICT (id) DO NOTHING RETURNING *
     )
     SELECT ${fotoJson} AS foto FROM erbij f
     UNION ALL (SELECT ${fotoJson} FROM ${tabel}_foto f WHERE f.id = CAST(:id AS uuid)) LIMIT 1`,
    { ...nieuw, maximum },
  );
  return rows[0]?.foto ?? null;
}

export async function findFoto(db: Knex, tabel: Tabel, id: string): Promise<FotoRij | null> {
  const { rows } = await db.raw<{ rows: { foto: FotoRij }[] }>(
    `SELECT ${fotoJson} AS foto FROM ${tabel}_foto f WHERE f.id = CAST(:id AS uuid)`,
    { id },
  );
  return rows[0]?.foto ?? null;
}

/** Writes down what was found of a photo that is complete; one that was judged before stays as it was. */
export async function keurFoto(
  db: Knex,
  tabel: Tabel,
  id: string,
  uitslag: { status: 'gekeurd'; mediatype: string; sha256: string } | { status: 'geweigerd'; reden: string },
): Promise<FotoRij | null> {
  await db(`${tabel}_foto`).where({ id, status: 'ontvangen' }).update(uitslag);
  return findFoto(db, tabel, id);
}
