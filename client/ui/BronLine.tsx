import type { Bron } from '../../server/bronnen/contract.ts';
import { formatDatumKort } from '../format.ts';

/** The quiet line under facts: where they come from, how old they are, and under which licence. */
export function BronLine({ bronnen }: { bronnen: readonly Bron[] }) {
  if (bronnen.length === 0) return null;
  return (
    <p className="bronnen">
      {bronnen.length === 1 ? 'Bron: ' : 'Bronnen: '}
      {bronnen.map((bron, index) => (
        <span key={bron.id}>
          {index > 0 && '; '}
          {bron.url ? (
            <a className="nl-link" href={bron.url} rel="external">
              {bron.naam}
            </a>
          ) : (
            bron.naam
          )}
          , peildatum {formatDatumKort(bron.peildatum)}, {bron.licentie}
        </span>
      ))}
      .
    </p>
  );
}
