import type { Knex } from 'knex';
import { roteerNaS, type SessieGrenzen, type SessieStand, uitloopS } from './domain/sessie.ts';
import type { Persoon } from './domain.ts';

export interface SessieRij {
  wie: Persoon;
  /** The login service that vouched for who it is. */
  dienst: string;
  stand: SessieStand;
}

/** The session of an id, by the SHA-256 of that id: also when it has run out, or carries the id from before. */
export async function findSessie(db: Knex, hash: Buffer): Promise<SessieRij | null> {
  const { rows } = await db.raw(
    `SELECT persoon, eigenaar, naam, rol, rollen, namens, organisatie, bevoegd_gezag AS "bevoegdGezag", middel, niveau, dienst,
       id_hash = :hash AS huidig, vorige_hash IS NOT NULL AND vorige_tot IS NULL AS onbevestigd,
       extract(epoch FROM now() - vorige_tot)::float8 AS "vorigeVoorbijS",
       extract(epoch FROM now() - gezien_op)::float8 AS "stilS",
       extract(epoch FROM now() - begonnen_op)::float8 AS "bestaatS",
       extract(epoch FROM now() - geroteerd_op)::float8 AS "geroteerdS"
     FROM sessie WHERE id_hash = :hash OR vorige_hash = :hash`,
    { hash },
  );
  const [rij] = rows;
  if (!rij) return null;
  const { dienst, huidig, onbevestigd, vorigeVoorbijS, stilS, bestaatS, geroteerdS, ...wie } = rij;
  return { wie, dienst, stand: { huidig, onbevestigd, vorigeVoorbijS, stilS, bestaatS, geroteerdS } };
}

/**
 * Keeps that the session was used just now, and that its newest id arrived.
 *
 * @param nieuw SHA-256 of the id to go on with; the present one then still works until the new one has arrived
 * @returns true when the id was replaced: of several requests at once only one does
 */
export async function touchSessie(
  db: Knex,
  hash: Buffer,
  { bevestig, nieuw }: { bevestig: boolean; nieuw: Buffer | null },
): Promise<boolean> {
  if (nieuw) {
    const { rows } = await db.raw(
      `UPDATE sessie SET gezien_op = now(), geroteerd_op = now(), id_hash = :nieuw, vorige_hash = :hash, vorige_tot = NULL
       WHERE (id_hash = :hash OR (vorige_hash = :hash AND vorige_tot IS NULL))
         AND geroteerd_op <= now() - :roteerNaS * interval '1 second'
       RETURNING true`,
      { hash, nieuw, roteerNaS },
    );
    return rows.length > 0;
  }
  await db.raw(
    `UPDATE sessie SET gezien_op = now(),
       vorige_tot = CASE WHEN :bevestig AND id_hash = :hash THEN coalesce(vorige_tot, now() + :uitloopS * interval '1 second')
         ELSE vorige_tot END
     WHERE id_hash = :hash OR vorige_hash = :hash`,
    { hash, bevestig, uitloopS },
  );
  return false;
}

/** Begins a session; ends the one that this browser had before, and clears away what has run out. */
export async function createSessie(
  db: Knex,
  { wie, dienst, hash, vorige }: { wie: Persoon; dienst: string; hash: Buffer; vorige: Buffer | null },
  { stilS, maximumS }: SessieGrenzen,
): Promise<void> {
  await db.raw(
    `WITH oud AS (
       DELETE FROM sessie WHERE id_hash = CAST(:vorige AS bytea) OR vorige_hash = CAST(:vorige AS bytea)
         OR gezien_op <= now() - :stilS * interval '1 second' OR begonnen_op <= now() - :maximumS * interval '1 second'
     )
     INSERT INTO sessie (id_hash, persoon, eigenaar, naam, rol, rollen, namens, organisatie, bevoegd_gezag,
       middel, niveau, dienst)
     VALUES (:hash, :persoon, :eigenaar, :naam, :rol, CAST(:rollen AS text[]), CAST(:namens AS text), CAST(:organisatie AS jsonb),
       CAST(:bevoegdGezag AS text[]), :middel, :niveau, :dienst)`,
    {
      ...wie,
      rollen: [...wie.rollen],
      bevoegdGezag: [...wie.bevoegdGezag],
      organisatie: wie.organisatie && JSON.stringify(wie.organisatie),
      hash,
      vorige,
      dienst,
      stilS,
      maximumS,
    },
  );
}

/** Removes logins that ran out, and sessions that no configuration keeps alive so long: nobody can use them any more. */
export async function clearSessies(db: Knex): Promise<void> {
  await db('inlogpoging').where('verloopt_op', '<=', db.fn.now()).del();
  await db('sessie')
    .whereRaw(`gezien_op <= now() - interval '1 day' OR begonnen_op <= now() - interval '7 days'`)
    .del();
}

/** Ends one session. Returns how many there were. */
export async function endSessie(db: Knex, hash: Buffer): Promise<number> {
  return db('sessie').where('id_hash', hash).orWhere('vorige_hash', hash).del();
}

/** Ends every session of a person, on every device. Returns how many there were. */
export async function endSessies(db: Knex, persoon: string): Promise<number> {
  return db('sessie').where({ persoon }).del();
}

/** From now on this person acts in another of his roles, under a new session id. */
export async function setRol(db: Knex, hash: Buffer, { rol, nieuw }: { rol: string; nieuw: Buffer }): Promise<void> {
  await db('sessie').where('id_hash', hash).orWhere('vorige_hash', hash).update({
    rol,
    id_hash: nieuw,
    vorige_hash: hash,
    vorige_tot: null,
    geroteerd_op: db.fn.now(),
    gezien_op: db.fn.now(),
  });
}

export interface Inlogpoging {
  dienst: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  /** A page of the loket to return to. */
  terug: string;
}

/** Keeps a login that begins, for as long as a person may take over it. */
export async function keepInlogpoging(db: Knex, hash: Buffer, poging: Inlogpoging, geldigS: number): Promise<void> {
  await db.raw(
    `WITH oud AS (DELETE FROM inlogpoging WHERE verloopt_op <= now())
     INSERT INTO inlogpoging (id_hash, dienst, state, nonce, code_verifier, terug, verloopt_op)
     VALUES (:hash, :dienst, :state, :nonce, :codeVerifier, :terug, now() + :geldigS * interval '1 second')`,
    { ...poging, hash, geldigS },
  );
}

/** Takes a login that is under way: it can be taken once. Null: never begun, taken before, or too long ago. */
export async function takeInlogpoging(db: Knex, hash: Buffer): Promise<Inlogpoging | null> {
  const { rows } = await db.raw(
    `DELETE FROM inlogpoging WHERE id_hash = :hash
     RETURNING dienst, state, nonce, code_verifier AS "codeVerifier", terug, verloopt_op > now() AS geldig`,
    { hash },
  );
  const [rij] = rows;
  if (!rij?.geldig) return null;
  const { geldig: _, ...poging } = rij;
  return poging;
}
