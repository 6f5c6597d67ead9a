import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Knex } from 'knex';
import { startThread } from '../../server/thread.ts';
import { loadKaartRijen } from '../../server/vergunningcheck/situatie/queries.ts';
import type { PerceelUitkomst } from './bereken.ts';
import type { Portie, PortieAntwoord } from './worker.ts';

const PORTIE = 250;

export interface Telling {
  percelen: number;
  seconden: number;
  /** Spent in the threads together. */
  rekenSeconden: number;
  achtererf: Record<string, number>;
  /** Of percelen with one dwelling, and with more. */
  schuurtje: Record<string, number>;
  schuurtjeMeerWoningen: Record<string, number>;
  twijfel: Record<string, number>;
}

const tel = (telling: Record<string, number>, naam: string) => {
  telling[naam] = (telling[naam] ?? 0) + 1;
};

/**
 * Computes the achtererfgebied of every perceel: the database reads portion after portion while the threads compute.
 *
 * @param hoogstens stop after this many
 * @param zie is given each perceel
 */
export async function berekenAllePercelen(
  db: Knex,
  options: {
    regelVersie: string;
    threads: number;
    hoogstens?: number;
    voortgang?: (gedaan: number) => void;
    zie?: (identificatie: string, uitkomst: PerceelUitkomst) => void;
  },
): Promise<Telling> {
  const { regelVersie, threads, hoogstens = Number.POSITIVE_INFINITY, voortgang, zie } = options;
  const begin = performance.now();
  const telling: Telling = {
    percelen: 0,
    seconden: 0,
    rekenSeconden: 0,
    achtererf: {},
    schuurtje: {},
    schuurtjeMeerWoningen: {},
    twijfel: {},
  };
  let na = '';
  let lezen: Promise<Portie['percelen']> = Promise.resolve([]);
  /** Portions are read one after the other, each beginning where the last ended. */
  const volgende = (): Promise<Portie['percelen']> => {
    lezen = lezen.then(async () => {
      const percelen = await loadKaartRijen(db, na, PORTIE);
      na = percelen.at(-1)?.identificatie ?? na;
      return percelen;
    });
    return lezen;
  };
  const verwerk = ({ uitkomsten, ms }: PortieAntwoord) => {
    telling.rekenSeconden += ms / 1000;
    for (const [identificatie, uitkomst] of uitkomsten) {
      telling.percelen += 1;
      tel(telling.achtererf, uitkomst.achtererf);
      if (uitkomst.schuurtje) {
        tel(uitkomst.woningen === 1 ? telling.schuurtje : telling.schuurtjeMeerWoningen, uitkomst.schuurtje);
      }
      if (uitkomst.twijfel && uitkomst.woningen === 1) tel(telling.twijfel, uitkomst.twijfel);
      zie?.(identificatie, uitkomst);
    }
    voortgang?.(telling.percelen);
  };
  const werk = async (thread: Worker) => {
    while (telling.percelen < hoogstens) {
      const percelen = await volgende();
      if (percelen.length === 0) return;
      thread.postMessage({ regelVersie, percelen } satisfies Portie);
      verwerk((await once(thread, 'message'))[0]);
    }
  };
  const ploeg = Array.from({ length: threads }, () => startThread(new URL('./worker.ts', import.meta.url)));
  try {
    await Promise.all(ploeg.map(werk));
  } finally {
    await Promise.all(ploeg.map((thread) => thread.terminate()));
  }
  telling.seconden = (performance.now() - begin) / 1000;
  return telling;
}
