import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type * as z from 'zod/mini';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { leesZaak, leesZaken, schrijfBericht, type zaak } from '../../server/zaken/contract.ts';
import { call } from '../api.ts';
import { ask } from '../query.ts';

type Daad = Endpoint<z.ZodMiniType, typeof zaak>;

/** Told when an act is done; null: who does it stays where he is. */
export const Gedaan = createContext<(() => void) | null>(null);

/** Something that a person does with his zaak: the page shows at once how it stands then. */
export function useDaad<E extends Daad>(id: string, operation: E) {
  const client = useQueryClient();
  const gedaan = useContext(Gedaan);
  return useMutation({
    mutationFn: (invoer: z.input<E['input']>) => call(operation, invoer),
    onSuccess: (nu) => {
      client.setQueryData(ask(leesZaak, { id }).queryKey, nu as z.infer<typeof zaak>);
      void client.invalidateQueries({ queryKey: ask(leesZaken, {}).queryKey });
      gedaan?.();
    },
  });
}

export const useZaak = (id: string) => ({ berichtSturen: useDaad(id, schrijfBericht) });
