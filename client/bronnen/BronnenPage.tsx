import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { leesBronnen } from '../../server/bronnen/contract.ts';
import { formatDatumKort, formatGetal } from '../format.ts';
import { ask } from '../query.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QueryState } from '../ui/Section.tsx';

/** Where everything comes from: each source with its age, licence, counts and what was rejected. */
export function BronnenPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const query = useQuery(ask(leesBronnen, {}));
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Bronnen
      </h1>
      <p className="nl-paragraph">Hier staat waar onze gegevens vandaan komen en hoe oud ze zijn.</p>
      <QueryState query={query} what="Bronnen">
        {({ bronnen }) =>
          bronnen.length === 0 ? (
            <p>Er zijn nog geen gegevens geladen.</p>
          ) : (
            <div>
              {bronnen.map((bron) => (
                <Disclosure
                  key={bron.id}
                  summary={bron.naam}
                  extra={
                    <span className="stil">
                      Peildatum {formatDatumKort(bron.peildatum)}, {bron.licentie}
                    </span>
                  }
                >
                  {() => (
                    <div className="stapel stapel--dicht">
                      <Tellingen kop="Geladen" tellingen={bron.aantallen} leeg="Niets" />
                      <Tellingen kop="Afgekeurd" tellingen={bron.afgekeurd} leeg="Niets" />
                      <p className="stil">Geladen op {formatDatumKort(bron.geladenOp)}.</p>
                      {bron.url && (
                        <p>
                          <a className="nl-link" href={bron.url} rel="external">
                            Naar de bron <Icon name="extern" />
                          </a>
                        </p>
                      )}
                    </div>
                  )}
                </Disclosure>
              ))}
            </div>
          )
        }
      </QueryState>
    </div>
  );
}

function Tellingen({ kop, tellingen, leeg }: { kop: string; tellingen: Record<string, number>; leeg: string }) {
  const rijen = Object.entries(tellingen);
  return (
    <p>
      <strong>{kop}:</strong>{' '}
      {rijen.length === 0 ? leeg : rijen.map(([naam, keer]) => `${naam} ${formatGetal(keer)}`).join(', ')}.
    </p>
  );
}
