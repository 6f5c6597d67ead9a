/** The worker thread that makes PDFs, so that the server goes on answering meanwhile. */
import { parentPort } from 'node:worker_threads';
import type { Stuk } from '../domain/stuk.ts';
import { maakPdf } from './document.ts';

export interface PdfVraag {
  nummer: number;
  stuk: Stuk;
}

/** `brieven`: so many letters are written, and it goes on. */
export type PdfAntwoord = { nummer: number } & ({ brieven: number } | { pdf: Uint8Array } | { fout: string });

parentPort?.on('message', ({ nummer, stuk }: PdfVraag) => {
  const meld = (brieven: number) => parentPort?.postMessage({ nummer, brieven } satisfies PdfAntwoord);
  maakPdf(stuk, meld).then(
    (pdf) => parentPort?.postMessage({ nummer, pdf: new Uint8Array(pdf) } satisfies PdfAntwoord),
    (error: Error) => parentPort?.postMessage({ nummer, fout: error.stack ?? error.message } satisfies PdfAntwoord),
  );
});
