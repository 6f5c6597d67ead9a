import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { formaten, noemFormaten } from '../../server/bijlagen/domain.ts';
import { type Bijlage, leesConcept, maakConcept, zienswijzeConcept } from '../../server/indienen/contract.ts';
import { call } from '../api.ts';
import { BijlagenVak } from '../ui/BijlagenVak.tsx';

interface Bestanden {
  /** The concept that carries them until they are given. */
  conceptId: string;
  bijlagen: readonly Bijlage[];
  /** Ids of those that arrived and were found good: they go along. */
  goed: readonly string[];
  /** One is on its way. */
  bezig: boolean;
  begin(): Promise<void>;
  ververs(): Promise<void>;
  onBezig(bezig: boolean): void;
}

const geen: Record<string, string> = {};

/** Files that go with what somebody writes. Their concept is made with the first. */
export function useBestanden(): Bestanden {
  const [conceptId] = useState(() => crypto.randomUUID());
  const [begonnen, setBegonnen] = useState(false);
  const [bezig, setBezig] = useState(false);
  const client = useQueryClient();
  const queryKey = [leesConcept.path, conceptId];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(leesConcept, { id: conceptId }, signal),
    enabled: begonnen,
    staleTime: 0,
  });
  const bijlagen = data?.bijlagen ?? [];
  return {
    conceptId,
    bijlagen,
    goed: bijlagen.filter(({ status }) => status === 'gekeurd').map(({ id }) => id),
    bezig,
    begin: useCallback(async () => {
      await call(maakConcept, { id: conceptId, zaaktype: zienswijzeConcept });
      setBegonnen(true);
    }, [conceptId]),
    ververs: () => client.invalidateQueries({ queryKey }),
    onBezig: setBezig,
  };
}

/** Choose, see and take back what goes along. */
export function BestandenVeld({ bestanden }: { bestanden: Bestanden }) {
  const { goed: _, bezig: __, ...vak } = bestanden;
  return (
    <fieldset className="veld">
      <legend>Bestanden (hoeft niet)</legend>
      <p className="stil">
        Bijvoorbeeld foto’s of een brief. {noemFormaten(formaten)}, ten hoogste 50 MB per bestand. De gemeente ziet een
        bestand zoals u het stuurt.
      </p>
      <BijlagenVak {...vak} headers={geen} toegestaan={formaten} soort="overig" over="bij wat u vindt" />
    </fieldset>
  );
}
