import { onlineManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { bewaardOp } from '../query.ts';
import { useOnline } from '../ui/use-online.ts';

export interface Stand {
  /** Whether this device has a connection. */
  online: boolean;
  /** When the oldest answer in view was given, as a timestamp; null: all of it is of now, or nothing is in view. */
  van: string | null;
}

/** How old what is in view is, while there is no network or the server does not answer. */
export function useStand(): Stand {
  const client = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => {
      // answers arrive while others render: what follows from them is for the next moment
      const later = () => queueMicrotask(onChange);
      const stops = [client.getQueryCache().subscribe(later), onlineManager.subscribe(later)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [client],
  );
  const van = useSyncExternalStore(subscribe, () => oudste(client, onlineManager.isOnline()));
  return { online: useOnline(), van };
}

function oudste(client: QueryClient, online: boolean): string | null {
  const momenten = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined)
    .flatMap((query) => bewaardOp(query) ?? (online ? [] : new Date(query.state.dataUpdatedAt).toISOString()));
  return momenten.sort()[0] ?? null;
}
