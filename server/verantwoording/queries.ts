import type { Knex } from 'knex';
import type { Kader } from '../toegang/domain.ts';
import type { Handeling, Uitkomst } from './domain.ts';

/** One act, as both logs keep it. */
export interface Akte {
  traceId: Buffer;
  spanId: Buffer;
  parentSpanId: Buffer | null;
  /** Pseudonym of who acts; null: without login. */
  persoon: string | null;
  rol: string;
  bevoegdGezag: readonly string[];
  /** GET /zaken/:id */
  bewerking: string;
  handeling: Handeling;
  gegeven: string;
  kader: Kader;
  object: { soort: string; id: string } | null;
  uitkomst: Uitkomst;
  /** ms since 1970. */
  begin: number;
  eind: number;
  resource: Record<string, string>;
  /** URI of the entry in the register of processing activities. */
  activiteit: string;
  /** Pseudonyms of whose data it was: each gets a line in the log of data processing. */
  betrokkenen: readonly string[];
  fout: { message: string; type: string; stacktrace: string } | null;
}

/** The tables of a law. Public data falls under no log of its own: what is written to it stands under the AVG. */
const logVan = ({ wet }: Kader) => (wet === 'Wpg' ? 'wpg' : 'avg');

/**
 * Writes one act to the audit log and, per data subject, to the log of data processing: in one statement, in the
 * transaction of the act itself where there is one.
 */
export async function writeAkte(db: Knex, akte: Akte): Promise<void> {
  const log = logVan(akte.kader);
  const { kader, object, fout, resource, ...velden } = akte;
  await db.raw(
    `WITH audit AS (
       INSERT INTO audit_${log} (trace_id, span_id, persoon, rol, bevoegd_gezag, bewerking, handeling, gegeven, grondslag,
         doel, object_soort, object_id, uitkomst)
       VALUES (:traceId, :spanId, CAST(:persoon AS text), :rol, CAST(:bevoegdGezag AS text[]), :bewerking, :handeling,
         :gegeven, :grondslag, :doel, CAST(:soort AS text), CAST(:object AS text), :uitkomst)
     )
     INSERT INTO dataverwerking_${log} (trace_id, span_id, parent_span_id, status, name, start_time, end_time, resource,
       processing_activity_id, data_subject_id, data_subject_id_type, exception_message, exception_type,
       exception_stacktrace)
     SELECT :traceId, :spanId, CAST(:parentSpanId AS bytea), :status, :bewerking, CAST(:begin AS bigint),
       CAST(:eind AS bigint), CAST(:resource AS jsonb), :activiteit, betrokkene, 'pseudoniem', CAST(:message AS text),
       CAST(:type AS text), CAST(:stacktrace AS text)
     FROM unnest(CAST(:betrokkenen AS text[])) betrokkene`,
    {
      ...velden,
      betrokkenen: [...new Set(akte.betrokkenen)],
      bevoegdGezag: [...akte.bevoegdGezag],
      grondslag: kader.grondslag,
      doel: kader.doel,
      soort: object?.soort ?? null,
      object: object?.id ?? null,
      status: fout ? 'Error' : 'Ok',
      resource: JSON.stringify(resource),
      message: fout?.message ?? null,
      type: fout?.type ?? null,
      stacktrace: fout?.stacktrace ?? null,
    },
  );
}

export interface Pagina {
  aantal: number;
  /** Only what stands before this row. */
  voor?: string | undefined;
}

export type Log = 'avg' | 'wpg';

/** What the audit log keeps of an act. */
export interface AuditRij {
  id: string;
  op: string;
  traceId: string;
  spanId: string;
  persoon: string | null;
  rol: string;
  bevoegdGezag: string[];
  bewerking: string;
  handeling: Handeling;
  gegeven: string;
  grondslag: string;
  doel: string;
  objectSoort: string | null;
  objectId: string | null;
  uitkomst: Uitkomst;
}

export interface AuditFilter {
  van?: string | undefined;
  tot?: string | undefined;
  persoon?: string | undefined;
  rol?: string | undefined;
  gegeven?: string | undefined;
  handeling?: string | undefined;
  uitkomst?: string | undefined;
  objectSoort?: string | undefined;
  objectId?: string | undefined;
}

/** Moments are those of Dutch days. */
const dagBegin = (dag: string) => `(CAST(${dag} AS date)::timestamp AT TIME ZONE 'Europe/Amsterdam')`;

/** A page of the audit log, newest first. */
export async function loadAudit(
  db: Knex,
  log: Log,
  filter: AuditFilter,
  { aantal, voor }: Pagina,
): Promise<AuditRij[]> {
  const gelijk = { rol: 'rol', persoon: 'persoon', gegeven: 'gegeven', handeling: 'handeling', uitkomst: 'uitkomst' };
  const voorwaarden = [
    ...Object.entries({ ...gelijk, objectSoort: 'object_soort', objectId: 'object_id' })
      .filter(([veld]) => filter[veld as keyof AuditFilter] !== undefined)
      .map(([veld, kolom]) => `${kolom} = :${veld}`),
    ...(filter.van === undefined ? [] : [`op >= ${dagBegin(':van')}`]),
    ...(filter.tot === undefined ? [] : [`op < ${dagBegin(':tot')} + interval '1 day'`]),
    ...(voor === undefined ? [] : ['id < CAST(:voor AS bigint)']),
  ];
  const { rows } = await db.raw<{ rows: AuditRij[] }>(
    `SELECT id::text, to_json(op)#>>'{}' AS op, encode(trace_id, 'hex') AS "traceId", encode(span_id, 'hex') AS "spanId",
       persoon, rol, bevoegd_gezag AS "bevoegdGezag", bewerking, handeling, gegeven, grondslag, doel,
       object_soort AS "objectSoort", object_id AS "objectId", uitkomst
     FROM audit_${log} ${voorwaarden.length > 0 ? `WHERE ${voorwaarden.join(' AND ')}` : ''}
     ORDER BY id DESC LIMIT :aantal`,
    { ...(filter as Record<string, string>), aantal, ...(voor !== undefined && { voor }) },
  );
  return rows;
}

/** A line of the log of data processing, in the shape of the standard. */
export interface DataverwerkingRij {
  id: string;
  regel: {
    trace_id: string;
    span_id: string;
    parent_span_id: string | null;
    status: 'Unset' | 'Ok' | 'Error';
    name: string;
    start_time: number;
    end_time: number;
    resource: Record<string, string> | null;
    attributes: Record<string, string | null>;
  };
}

export async function loadDataverwerkingen(
  db: Knex,
  log: Log,
  { betrokkene, traceId }: { betrokkene?: string | undefined; traceId?: string | undefined },
  { aantal, voor }: Pagina,
): Promise<DataverwerkingRij[]> {
  const { rows } = await db.raw<{ rows: DataverwerkingRij[] }>(
    `SELECT id::text, json_build_object(
       'trace_id', encode(trace_id, 'hex'), 'span_id', encode(span_id, 'hex'),
       'parent_span_id', encode(parent_span_id, 'hex'), 'status', status, 'name', name,
       'start_time', start_time, 'end_time', end_time, 'resource', resource,
       'attributes', json_strip_nulls(json_build_object(
         'dpl.core.processing_activity_id', processing_activity_id,
         'dpl.core.data_subject_id', data_subject_id, 'dpl.core.data_subject_id_type', data_subject_id_type,
         'dpl.core.foreign_operation.span_id', encode(foreign_operation_span_id, 'hex'),
         'dpl.core.foreign_operation.processor', foreign_operation_processor,
         'exception.message', exception_message, 'exception.type', exception_type,
         'exception.stacktrace', exception_stacktrace))) AS regel
     FROM dataverwerking_${log}
     WHERE (CAST(:betrokkene AS text) IS NULL OR data_subject_id = :betrokkene)
       AND (CAST(:traceId AS text) IS NULL OR trace_id = decode(:traceId, 'hex'))
       AND (CAST(:voor AS bigint) IS NULL OR id < CAST(:voor AS bigint))
     ORDER BY id DESC LIMIT :aantal`,
    { betrokkene: betrokkene ?? null, traceId: traceId ?? null, voor: voor ?? null, aantal },
  );
  return rows;
}

export interface EigenRij {
  id: string;
  op: string;
  gegeven: string;
  grondslag: string;
  doel: string;
  handeling: Handeling;
  rol: string;
  doorUzelf: boolean;
  gelukt: boolean;
}

/** What was done under the AVG with the data of these data subjects, newest first. */
export async function loadEigenVerwerkingen(
  db: Knex,
  { persoon, eigenaar }: { persoon: string; eigenaar: string },
  { aantal, voor }: Pagina,
): Promise<EigenRij[]> {
  const { rows } = await db.raw<{ rows: EigenRij[] }>(
    `SELECT verwerking.id::text, to_json(audit.op)#>>'{}' AS op, gegeven, grondslag, doel, handeling, rol,
       audit.persoon IS NOT DISTINCT FROM :persoon AS "doorUzelf", uitkomst = 'gelukt' AS gelukt
     FROM dataverwerking_avg verwerking JOIN audit_avg audit USING (span_id)
     WHERE data_subject_id IN (:persoon, :eigenaar) AND (CAST(:voor AS bigint) IS NULL OR verwerking.id < CAST(:voor AS bigint))
     ORDER BY verwerking.id DESC LIMIT :aantal`,
    { persoon, eigenaar, voor: voor ?? null, aantal },
  );
  return rows;
}

/**
 * Removes from both logs of a law what was kept long enough, oldest first.
 *
 * @param hoogstens acts at once, so that no other write has to wait
 * @returns how many acts
 */
export async function deleteOudeAkten(db: Knex, log: Log, duur: string, hoogstens: number): Promise<number> {
  const { rows } = await db.raw<{ rows: { aantal: number }[] }>(
    `WITH weg AS (
       DELETE FROM audit_${log} WHERE id IN (
         SELECT id FROM audit_${log} WHERE op <= now() - CAST(:duur AS interval) ORDER BY op LIMIT :hoogstens)
       RETURNING trace_id, span_id
     ), regels AS (
       DELETE FROM dataverwerking_${log} regel USING weg
       WHERE regel.trace_id = weg.trace_id AND regel.span_id = weg.span_id
     )
     SELECT count(*)::int AS aantal FROM weg`,
    { duur, hoogstens },
  );
  return rows[0]?.aantal ?? 0;
}
