import type { Worker } from 'node:worker_threads';
import { startThread } from '../thread.ts';
import type { BlokAntwoord, BlokVraag, Tegel } from './tegel-thread.ts';

/** Encodes tiles in a thread of its own, so that the server goes on answering meanwhile. */
export interface Tekenaar {
  /** One block at a time. */
  teken(vraag: BlokVraag): Promise<Tegel[]>;
  stop(): Promise<void>;
}

/** The thread starts with the first block, and stays until it is stopped: the next block need not wait for it. */
export function openTekenaar(): Tekenaar {
  let thread: Worker | null = null;
  return {
    teken: (vraag) =>
      new Promise((resolve, reject) => {
        thread ??= startThread(new URL('./tegel-thread.ts', import.meta.url));
        const worker = thread;
        const fail = (error: Error) => {
          thread = null;
          reject(error);
        };
        const stopped = (code: number) => fail(new Error(`The thread that encodes tiles stopped with code ${code}`));
        worker.once('exit', stopped);
        worker.once('error', fail);
        worker.once('message', (antwoord: BlokAntwoord) => {
          worker.off('exit', stopped);
          worker.off('error', fail);
          if ('fout' in antwoord) reject(new Error(`Encoding tiles failed: ${antwoord.fout}`));
          else resolve(antwoord.tegels);
        });
        worker.postMessage(vraag);
      }),
    stop: async () => {
      await thread?.terminate();
      thread = null;
    },
  };
}
