/** The worker thread that judges percelen and joins them, so that the server goes on answering meanwhile. */
import { parentPort } from 'node:worker_threads';
import type { Plaatskennis } from '../contract.ts';
import type { BuurtTelling, VergunningVlak } from './queries.ts';
import { Rekenaar, type RekenVraag, type Voorbeeldplaats } from './rekenaar.ts';

export type RekenOpdracht =
  | { doe: 'begin'; vraag: RekenVraag }
  /** JSON texts of PerceelRij. */
  | { doe: 'percelen'; rijen: readonly string[] }
  | { doe: 'beoordeel'; plaats: Voorbeeldplaats; kennis: Plaatskennis }
  | { doe: 'vlakken' };

export type RekenAntwoord =
  | { nieuw: Voorbeeldplaats[] }
  | { vlakken: VergunningVlak[]; tellingen: BuurtTelling[]; groepen: number }
  | { klaar: true }
  | { fout: string };

let rekenaar: Rekenaar | null = null;

function doe(opdracht: RekenOpdracht): RekenAntwoord {
  if (opdracht.doe === 'begin') {
    rekenaar = new Rekenaar(opdracht.vraag);
    return { klaar: true };
  }
  if (!rekenaar) return { fout: 'Nothing was begun' };
  switch (opdracht.doe) {
    case 'percelen':
      return { nieuw: rekenaar.neemPercelen(opdracht.rijen.map((rij) => JSON.parse(rij))) };
    case 'beoordeel':
      rekenaar.beoordeel(opdracht.plaats, opdracht.kennis);
      return { klaar: true };
    case 'vlakken':
      return {
        vlakken: [...rekenaar.vlakken()],
        tellingen: rekenaar.tellingen(),
        groepen: rekenaar.aantalGroepen,
      };
  }
}

parentPort?.on('message', (opdracht: RekenOpdracht) => {
  let antwoord: RekenAntwoord;
  try {
    antwoord = doe(opdracht);
  } catch (error) {
    antwoord = { fout: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(antwoord);
});
