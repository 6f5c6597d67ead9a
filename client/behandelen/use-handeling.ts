import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type * as z from 'zod/mini';
import { type Dossier, type dossier, leesBehandeling, leesWerkvoorraad } from '../../server/behandelen/contract.ts';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { call } from '../api.ts';
import { ask } from '../query.ts';

type Handeling = Endpoint<z.ZodMiniType, typeof dossier>;

/** Told when an act is done; null: who does it stays where he is. */
export const Gedaan = createContext<(() => void) | null>(null);

/**
 * The version that was seen goes along: who is second hears so, and keeps what he had typed.
 *
 * @param blijft the form stays open: it was kept, and is not done
 */
export function useHandeling<E extends Handeling>(
  { id, versie }: Pick<Dossier, 'id' | 'versie'>,
  operation: E,
  { blijft = false } = {},
) {
  const client = useQueryClient();
  const gedaan = useContext(Gedaan);
  return useMutation({
    mutationFn: (invoer: Omit<z.input<E['input']>, 'id' | 'versie'>) =>
      call(operation, { id, versie, ...invoer } as z.input<E['input']>),
    onSuccess: (nu) => {
      client.setQueryData(ask(leesBehandeling, { id }).queryKey, nu as Dossier);
      void client.invalidateQueries({ queryKey: [leesWerkvoorraad.path] });
      if (!blijft) gedaan?.();
    },
  });
}

/** Asks the zaak again, as it is now. */
export function useVernieuw(id: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ask(leesBehandeling, { id }).queryKey });
}
