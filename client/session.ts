import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { type Ingelogde, leesSessie, stopSessie } from '../server/toegang/contract.ts';
import type { Drempel } from '../server/toegang/domain/niveau.ts';
import type { GegevenId } from '../server/toegang/domain.ts';
import { call } from './api.ts';
import { ask } from './query.ts';

/** Where a tab that was opened to log in ends. */
export const klaarPad = '/inloggen/klaar';

export interface Session {
  /** Null: nobody, or not known yet. */
  ingelogd: Ingelogde | null;
  /** Services to log in with; empty: nobody can log in here. */
  diensten: readonly { id: string; naam: string }[];
  oefenomgeving: boolean;
  /** Who is logged in is not known yet. */
  bezig: boolean;
  /** Whether the role of who is logged in may do this; the server decides again at each request. */
  mag(gegeven: GegevenId, doe: 'lezen' | 'schrijven'): boolean;
  /** The way to the login page, and back to the page in view or to `terug`. */
  inlogAdres(wens?: { terug?: string; niveau?: Drempel }): string;
}

/** Who is logged in on this device. */
export function useSession(): Session {
  const { data, isPending } = useQuery(ask(leesSessie, {}));
  const { pathname, search } = useLocation();
  const { ingelogd = null, diensten = [], oefenomgeving = false } = data ?? {};
  return {
    ingelogd,
    diensten,
    oefenomgeving,
    bezig: isPending,
    mag: (gegeven, doe) => {
      const cel = ingelogd?.rechten[gegeven] ?? '';
      return doe === 'schrijven' ? cel.endsWith('W') : /^[RAOT]/.test(cel);
    },
    inlogAdres: ({ terug = `${pathname}${search}`, niveau } = {}) => {
      const pad = diensten.length > 1 ? '/inloggen/kies' : '/inloggen';
      return `${pad}?${new URLSearchParams({ terug, ...(niveau && { niveau }) })}`;
    },
  };
}

/** Asks again who is logged in. */
export const ververs = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ask(leesSessie, {}).queryKey });

let kanaal: BroadcastChannel | null = null;

/** One per tab: it hears the others, and not itself. */
function openKanaal(): BroadcastChannel {
  kanaal ??= new BroadcastChannel('loket-sessie');
  return kanaal;
}

/** Tells the other tabs of the loket that somebody logged in or out. */
export const meldSessie = (): void => openKanaal().postMessage('veranderd');

/** Follows what other tabs tell, so that each shows who is logged in now. */
export function useSessieVanAnderen(): void {
  const client = useQueryClient();
  useEffect(() => {
    const hoor = () => void ververs(client);
    const open = openKanaal();
    open.addEventListener('message', hoor);
    return () => open.removeEventListener('message', hoor);
  }, [client]);
}

/**
 * Logs out, and opens a fresh page: nothing of who was here stays behind in this tab, and nothing of safety on this device.
 *
 * @throws Error when this device holds what was not sent yet: it would be lost
 */
export async function logUit(overal: boolean): Promise<void> {
  const { heeftApparaat, telWachtend, wisApparaat } = await import('./apparaat.ts');
  const heeft = await heeftApparaat();
  const wie = heeft ? (await call(leesSessie, {})).ingelogd : null;
  const wachtend = wie ? await telWachtend(wie.persoon) : 0;
  if (wachtend > 0) {
    throw new Error(
      `Op dit apparaat wacht nog werk om te versturen (${wachtend}). Ga naar "Toezicht op straat" en verstuur het, of gooi het daar weg. Log daarna uit.`,
    );
  }
  const { naar } = await call(stopSessie, { overal: overal ? 'true' : 'false' });
  if (heeft) await wisApparaat();
  meldSessie();
  window.location.assign(naar ?? '/');
}
