/** The worker thread that encodes and compresses tiles, so that the server goes on answering meanwhile. */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { encodeBlok, type TegelObject, type TegelPlaats } from './domain.ts';

export interface BlokVraag {
  blok: TegelPlaats;
  tot: number;
  diepste: number;
  /** Layer to JSON text of TegelObject[]. */
  lagen: Readonly<Record<string, string>>;
}

export interface Tegel extends TegelPlaats {
  etag: string;
  /** Mapbox Vector Tile, gzip. */
  inhoud: Uint8Array;
}

export type BlokAntwoord = { tegels: Tegel[] } | { fout: string };

parentPort?.on('message', ({ blok, tot, diepste, lagen }: BlokVraag) => {
  let antwoord: BlokAntwoord;
  try {
    const objecten = Object.fromEntries(
      Object.entries(lagen).map(([laag, json]) => [laag, JSON.parse(json) as TegelObject[]]),
    );
    const tegels = Array.from(encodeBlok(blok, tot, diepste, objecten), ({ inhoud, ...plaats }) => ({
      ...plaats,
      etag: `"${createHash('sha256').update(inhoud).digest('base64url').slice(0, 22)}"`,
      inhoud: new Uint8Array(gzipSync(inhoud, { level: 9 })),
    }));
    antwoord = { tegels };
  } catch (error) {
    antwoord = { fout: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(antwoord);
});
