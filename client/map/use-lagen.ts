import { useQuery } from '@tanstack/react-query';
import { leesLagen } from '../../server/lagen/contract.ts';
import { ask, verversNa } from '../query.ts';

/** The catalogue of layers. While tiles are being made it is asked again, so that the map appears by itself. */
export function useLagen() {
  return useQuery({
    ...ask(leesLagen, {}),
    refetchInterval: (query) =>
      query.state.data?.lagen.some(({ stand }) => stand === 'wordt-gemaakt') ? 4_000 : verversNa(query),
  });
}
