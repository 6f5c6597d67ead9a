import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Sessie } from '../http/toegang.ts';
import { beslisSessie, type SessieGrenzen } from './domain/sessie.ts';
import type { Persoon } from './domain.ts';
import { hashOf, type Koekjes, randomId } from './koekjes.ts';
import { createSessie, endSessie, findSessie, setRol, touchSessie } from './queries.ts';

const koekje = 'loket-sessie';

interface SessiesInit {
  db: Knex;
  log: Logger;
  koekjes: Koekjes;
  grenzen: SessieGrenzen;
}

/**
 * The sessions, kept in PostgreSQL, so that any server can take any request.
 *
 * A store of our own and not express-session: that saves the whole session after the answer, keeps its ids as they are in
 * the table, and knows no change of id that survives a lost answer, nor the end of all sessions of a person.
 */
export function createSessies({ db, log, koekjes, grenzen }: SessiesInit) {
  return {
    /** Whether the browser sent a session id at all, good or not. */
    has: (request: Request): boolean => koekjes.read(request, koekje) !== null,

    /**
     * Who is logged in on this browser; null: nobody.
     *
     * @param raak this request counts as an act: the session lives on, and its id is replaced when that is due
     */
    async find(request: Request, response: Response, raak: boolean): Promise<Sessie | null> {
      const id = koekjes.read(request, koekje);
      if (!id) return null;
      const hash = hashOf(id);
      const rij = await findSessie(db, hash);
      const stap = rij ? beslisSessie(rij.stand, grenzen) : 'verlopen';
      if (!rij || stap === 'verlopen') {
        koekjes.clear(response, koekje);
        return null;
      }
      if (stap === 'herhaald') {
        log.warn(
          { persoon: rij.wie.persoon },
          'a session id was used after it was replaced: the session has been ended',
        );
        await endSessie(db, hash);
        koekjes.clear(response, koekje);
        return null;
      }
      const { stand, wie, dienst } = rij;
      let heden = hash;
      if (raak && stap.roteer) {
        const nieuw = randomId();
        if (await touchSessie(db, hash, { bevestig: stap.bevestig, nieuw: hashOf(nieuw) })) {
          koekjes.set(response, koekje, nieuw);
          heden = hashOf(nieuw);
        }
      } else if (stap.bevestig || (raak && stap.raak)) {
        await touchSessie(db, hash, { bevestig: stap.bevestig, nieuw: null });
      }
      return {
        wie,
        dienst,
        hash: heden,
        verlooptOverS: raak ? grenzen.stilS : grenzen.stilS - stand.stilS,
        uiterlijkOverS: grenzen.maximumS - stand.bestaatS,
      };
    },

    /** Begins a session with a new id; the one that this browser had ends. */
    async begin(request: Request, response: Response, wie: Persoon, dienst: string, trx: Knex = db): Promise<void> {
      const id = randomId();
      const oud = koekjes.read(request, koekje);
      await createSessie(trx, { wie, dienst, hash: hashOf(id), vorige: oud ? hashOf(oud) : null }, grenzen);
      koekjes.set(response, koekje, id);
    },

    /** Goes on in another role, with a new id. */
    async neemRol(response: Response, { hash }: Sessie, rol: string): Promise<void> {
      const id = randomId();
      await setRol(db, hash, { rol, nieuw: hashOf(id) });
      koekjes.set(response, koekje, id);
    },

    forget(response: Response): void {
      koekjes.clear(response, koekje);
    },
  };
}

export type Sessies = ReturnType<typeof createSessies>;
