import type { Worker } from 'node:worker_threads';
import { Problem } from '../../http/problem.ts';
import { startThread } from '../../thread.ts';
import type { Stuk } from '../domain/stuk.ts';
import type { PdfAntwoord, PdfVraag } from './thread.ts';

interface Wachtend {
  onVoortgang?: ((brieven: number) => void) | undefined;
  done(pdf: Buffer): void;
  fail(error: Error): void;
}

type PdfMaker = (stuk: Stuk, onVoortgang?: (brieven: number) => void) => Promise<Buffer>;

/** @param maximumWachtend more than these wait: the next one is asked to come back */
function createPdfMaker(maximumWachtend: number): PdfMaker {
  const wachtend = new Map<number, Wachtend>();
  let thread: Worker | null = null;
  let laatste = 0;

  function start(): Worker {
    const nieuw = startThread(new URL('./thread.ts', import.meta.url));
    nieuw.on('message', (antwoord: PdfAntwoord) => {
      const { done, fail, onVoortgang } = wachtend.get(antwoord.nummer) as Wachtend;
      if ('brieven' in antwoord) return onVoortgang?.(antwoord.brieven);
      wachtend.delete(antwoord.nummer);
      if (wachtend.size === 0) nieuw.unref();
      if ('pdf' in antwoord) done(Buffer.from(antwoord.pdf));
      else fail(new Error(antwoord.fout));
    });
    const stop = (error: Error) => {
      if (thread === nieuw) thread = null;
      for (const { fail } of wachtend.values()) fail(error);
      wachtend.clear();
    };
    nieuw.on('error', stop);
    nieuw.on('exit', (code) => stop(new Error(`The thread that makes PDFs stopped with ${code}`)));
    return nieuw;
  }

  return (stuk, onVoortgang) => {
    if (wachtend.size >= maximumWachtend) {
      throw new Problem({
        status: 503,
        type: 'te-druk',
        title: 'Er worden nu veel PDF-bestanden gemaakt',
        detail: 'Probeer het over een minuut opnieuw. Wat u al had bewaard, blijft bewaard.',
      });
    }
    thread ??= start();
    thread.ref();
    const bezig = thread;
    laatste += 1;
    const nummer = laatste;
    return new Promise((done, fail) => {
      wachtend.set(nummer, { done, fail, onVoortgang });
      bezig.postMessage({ nummer, stuk } satisfies PdfVraag);
    });
  };
}

/**
 * Makes PDFs in one thread of this server, one after the other. The thread starts with the first, and again after a
 * crash; it does not keep the process alive.
 *
 * @throws Problem when too many wait
 */
export const maakPdfElders = createPdfMaker(20);

/**
 * Makes a PDF of many letters in a thread of its own: nobody who wants one document waits for two thousand letters.
 *
 * @throws Problem when too many wait
 */
export const maakBrievenElders = createPdfMaker(5);
