/** The worker thread that computes the achtererfgebied of a portion of the percelen. */
import { parentPort } from 'node:worker_threads';
import { alleRegels, regelsMetVersie } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { berekenPerceel, type PerceelUitkomst } from './bereken.ts';

export interface Portie {
  regelVersie: string;
  percelen: readonly { identificatie: string; rij: string }[];
}

export interface PortieAntwoord {
  uitkomsten: [identificatie: string, uitkomst: PerceelUitkomst][];
  /** CPU of this thread is one core: milliseconds spent. */
  ms: number;
}

parentPort?.on('message', ({ regelVersie, percelen }: Portie) => {
  const begin = performance.now();
  const regels = regelsMetVersie(regelVersie) ?? alleRegels[0]!;
  const uitkomsten = percelen.map(({ identificatie, rij }): [string, PerceelUitkomst] => [
    identificatie,
    berekenPerceel(JSON.parse(rij), regels),
  ]);
  parentPort?.postMessage({ uitkomsten, ms: performance.now() - begin } satisfies PortieAntwoord);
});
