import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bewaarConcept, type Concept, leesConcept, sleutelHeader } from '../../server/indienen/contract.ts';
import { ApiError, call } from '../api.ts';
import { useSession, ververs } from '../session.ts';
import { bewaarLokaal, type Lokaal, leesLokaal } from './lokaal.ts';

/** What the server says of a concept, and what this device makes of it. */
export interface ConceptStand {
  /** Null: not known yet. */
  concept: Lokaal | null;
  /** As the server has it: with its bijlagen. */
  opServer: Concept | null;
  fout: Error | null;
  headers: Record<string, string>;
  wijzig(nieuw: Partial<Pick<Lokaal, 'antwoorden' | 'plaats' | 'idempotentie'>>): void;
  /** Brings what is new to the server. @throws ApiError */
  bewaar(stap: string): Promise<Lokaal>;
  /** It was changed elsewhere: take that, or put this device's over it. */
  kies(welke: 'server' | 'hier'): Promise<void>;
  botst: boolean;
  ververs(): Promise<unknown>;
}

export const metSleutel = (sleutel: string | null): Record<string, string> =>
  sleutel ? { [sleutelHeader]: sleutel } : {};

const vanServer = (concept: Concept, eerder: Lokaal | null): Lokaal => ({
  id: concept.id,
  zaaktype: concept.zaaktype,
  // who has logged in has it by login from now on
  sleutel: concept.eigen ? null : (eerder?.sleutel ?? null),
  antwoorden: concept.antwoorden,
  plaats: concept.plaats,
  oordeelId: concept.oordeelId,
  versie: concept.versie,
  idempotentie: eerder?.idempotentie ?? crypto.randomUUID(),
  vuil: false,
  op: Date.now(),
});

/** A concept that is being filled in: on this device at once, on the server at each step. */
export function useConcept(id: string): ConceptStand {
  const client = useQueryClient();
  // another person gets another answer
  const persoon = useSession().ingelogd?.persoon ?? null;
  const [concept, setConcept] = useState(() => leesLokaal(id));
  const [botst, setBotst] = useState(false);
  const nu = useRef(concept);
  const zet = useCallback((nieuw: Lokaal) => {
    nu.current = nieuw;
    bewaarLokaal(nieuw);
    setConcept(nieuw);
  }, []);
  const sleutel = concept?.sleutel ?? null;
  const queryKey = [leesConcept.path, id, sleutel, persoon];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(leesConcept, { id }, signal, undefined, metSleutel(sleutel)),
    staleTime: 0,
  });
  const opServer = query.data ?? null;
  useEffect(() => {
    if (!opServer) return;
    const hier = nu.current;
    if (!hier || (!hier.vuil && opServer.versie > hier.versie)) zet(vanServer(opServer, hier));
    else if (hier.vuil && opServer.versie > hier.versie) setBotst(true);
  }, [opServer, zet]);

  const wijzig = useCallback<ConceptStand['wijzig']>(
    (nieuw) => {
      if (nu.current) zet({ ...nu.current, ...nieuw, vuil: true });
    },
    [zet],
  );
  const stuur = async (hier: Lokaal, stap: string): Promise<Lokaal> => {
    const { versie, antwoorden, plaats, oordeelId } = hier;
    const invoer = { id, versie, antwoorden: antwoorden as Concept['antwoorden'], plaats, oordeelId, stap };
    try {
      const bewaard = await call(bewaarConcept, invoer, undefined, undefined, metSleutel(hier.sleutel));
      client.setQueryData([leesConcept.path, id, bewaard.eigen ? null : hier.sleutel, persoon], bewaard);
      const verder =
        nu.current === hier ? vanServer(bewaard, hier) : { ...(nu.current as Lokaal), versie: bewaard.versie };
      zet(verder);
      return verder;
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        setBotst(true);
        await query.refetch();
      }
      // who is no longer logged in is asked to do so again
      if (error instanceof ApiError && error.status === 404) await ververs(client);
      throw error;
    }
  };
  return {
    concept,
    opServer,
    fout: query.error,
    headers: metSleutel(sleutel),
    wijzig,
    bewaar: async (stap) => {
      const hier = nu.current;
      if (!hier) throw new Error('There is nothing to keep yet');
      return hier.vuil ? stuur(hier, stap) : hier;
    },
    kies: async (welke) => {
      const { data, error } = await query.refetch();
      if (error) throw error;
      if (!data || !nu.current) return;
      setBotst(false);
      if (welke === 'server') zet(vanServer(data, nu.current));
      else await stuur({ ...nu.current, versie: data.versie }, data.stap);
    },
    botst,
    ververs: query.refetch,
  };
}
