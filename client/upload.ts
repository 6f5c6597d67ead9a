import { bijlageGrenzen } from '../server/bijlagen/domain.ts';
import { apiBase, verzoekHeader } from '../server/http/endpoint.ts';
import type { Bijlage } from '../server/indienen/contract.ts';
import { ApiError } from './api.ts';

interface Verzending {
  bestand: Blob;
  headers: Record<string, string>;
  signal: AbortSignal;
  /** From 0 to 1. */
  onVoortgang(deel: number): void;
}

export interface Zending extends Verzending {
  conceptId: string;
  /** Chosen once per file: sent again it stays the same bijlage. */
  bijlageId: string;
  soort: string;
  bestand: File;
}

/** Why a file need not be sent; null: it can. */
export function foutVanBestand({ size }: Blob): string | null {
  if (size === 0) return 'Dit bestand is leeg. Kies een ander bestand.';
  return size > bijlageGrenzen.bytes ? 'Dit bestand is groter dan 50 MB. Maak het kleiner.' : null;
}

/** How often a part is tried again when the connection breaks, 1, 2, 4 ... seconds later. */
const pogingen = 5;

/** Sends a file of a concept in parts; see {@link stuurInDelen}. */
export const stuurBestand = ({ conceptId, bijlageId, soort, ...zending }: Zending): Promise<Bijlage> =>
  stuurInDelen(
    `/concepten/${conceptId}/bijlagen/${bijlageId}`,
    { naam: zending.bestand.name || 'foto', soort },
    zending,
  );

/**
 * Sends a file in parts. A part that does not arrive is sent again, from where the server has it.
 *
 * @param pad below the API
 * @throws ApiError when the server refuses it, or when the connection does not come back
 */
export async function stuurInDelen<T extends Pick<Bijlage, 'status' | 'ontvangen'>>(
  pad: string,
  vraag: Record<string, string>,
  zending: Verzending,
): Promise<T> {
  const { bestand, signal } = zending;
  let vanaf = 0;
  let mislukt = 0;
  for (;;) {
    signal.throwIfAborted();
    try {
      const antwoord = await stuurDeel<T>(pad, vraag, zending, vanaf);
      mislukt = 0;
      if ('hervat' in antwoord) vanaf = antwoord.hervat;
      else if (antwoord.status !== 'ontvangen') return antwoord;
      else vanaf = antwoord.ontvangen;
      zending.onVoortgang(vanaf / bestand.size);
    } catch (error) {
      if (!(error instanceof ApiError) || !error.tijdelijk || mislukt >= pogingen) throw error;
      await new Promise((wacht) => setTimeout(wacht, 1_000 * 2 ** mislukt));
      mislukt += 1;
    }
  }
}

function stuurDeel<T>(
  pad: string,
  vraag: Record<string, string>,
  { bestand, headers, signal, onVoortgang }: Verzending,
  vanaf: number,
): Promise<T | { hervat: number }> {
  const query = new URLSearchParams({ ...vraag, bytes: String(bestand.size), vanaf: String(vanaf) });
  const stuk = bestand.slice(vanaf, vanaf + bijlageGrenzen.deel);
  return new Promise((done, fail) => {
    // fetch tells nothing of how far a request has been sent
    const verzoek = new XMLHttpRequest();
    verzoek.open('PUT', `${apiBase}${pad}?${query}`);
    for (const [naam, waarde] of Object.entries({ ...headers, [verzoekHeader]: '1' })) {
      verzoek.setRequestHeader(naam, waarde);
    }
    verzoek.setRequestHeader('Content-Type', 'application/octet-stream');
    verzoek.responseType = 'json';
    verzoek.upload.onprogress = ({ loaded }) => onVoortgang(Math.min(1, (vanaf + loaded) / bestand.size));
    verzoek.onload = () => {
      const { status } = verzoek;
      const body = (verzoek.response ?? {}) as Record<string, unknown>;
      if (status === 200) done(body as T);
      else if (status === 409 && typeof body.ontvangen === 'number') done({ hervat: body.ontvangen });
      else {
        fail(
          new ApiError({
            soort: status === 503 ? 'bron' : status >= 500 ? 'storing' : 'invoer',
            status,
            title: String(body.title ?? 'Sturen lukte niet'),
            detail: String(body.detail ?? 'Probeer het opnieuw.'),
          }),
        );
      }
    };
    verzoek.onerror = () =>
      fail(
        new ApiError({
          soort: navigator.onLine ? 'onbereikbaar' : 'offline',
          title: 'De verbinding viel weg',
          detail: 'Het bestand is nog niet helemaal verstuurd. Wij gaan verder waar wij waren.',
        }),
      );
    verzoek.onabort = () => fail(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => verzoek.abort(), { once: true });
    verzoek.send(stuk);
  });
}
