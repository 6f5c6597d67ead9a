/** The worker thread that makes PDFs, so that the server goes on answering meanwhile. */
import { parentPort } from 'node:worker_threads';
import type { Stuk } from '../domain/stuk.ts';
import { maakPdf } from './document.ts';

export interface PdfVraag {
  nummer: number;
  stuk: Stuk;
}

export type PdfAntwoord = { nummer: number } & ({ pdf: Uint8Array } | { fout: string });

parentPort?.on('message', ({ nummer, stuk }: PdfVraag) => {
  maakPdf(stuk).then(
    (pdf) => parentPort?.postMessage({ nummer, pdf: new Uint8Array(pdf) } satisfies PdfAntwoord),
    (error: Error) => parentPort?.postMessage({ nummer, fout: error.stack ?? error.message } satisfies PdfAntwoord),
  );
});
