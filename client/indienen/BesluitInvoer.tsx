import { useQuery } from '@tanstack/react-query';
import { leesInspraak } from '../../server/inspraak/contract.ts';
import { formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';

/** The besluit that a bezwaar is against: what it is called, and whether it is in time. */
export function BesluitInvoer({ besluit }: { besluit: string }) {
  const query = useQuery({ ...ask(leesInspraak, { besluit }), enabled: besluit !== '' });
  if (besluit === '') {
    return (
      <Notice soort="info" title="Kies eerst een besluit">
        Zoek het besluit op de kaart of open uw zaak bij Mijn zaken, en kies daar Maak bezwaar.
      </Notice>
    );
  }
  return (
    <QueryState query={query} what="Het besluit">
      {({ titel, weg, reactie }) => (
        <>
          <p>
            <strong>{titel}</strong>
          </p>
          {weg.soort !== 'bezwaar' ? (
            <Notice soort="warning" title="Bezwaar kan hier niet">
              {[weg.uitleg, ...weg.watNog].join(' ')}
            </Notice>
          ) : reactie.stand === 'voorbij' && reactie.totEnMet ? (
            <Notice soort="warning" title={`Bezwaar kon t/m ${formatDatum(reactie.totEnMet)}`}>
              U kunt het nog sturen. Schrijf hieronder waarom het later is. Kon u er niets aan doen, dan behandelt de
              gemeente uw bezwaar toch (Awb 6:11).
            </Notice>
          ) : (
            <p className="nl-paragraph">{weg.uitleg}</p>
          )}
        </>
      )}
    </QueryState>
  );
}
