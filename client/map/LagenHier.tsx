import './map.css';
import { useQuery } from '@tanstack/react-query';
import type { RdPunt } from '../../server/geo/rd.ts';
import { type Laag, leesLagenHier } from '../../server/lagen/contract.ts';
import { metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import type { LaagKeuze } from './map-view.types.ts';

interface LagenHierProps {
  plaats: RdPunt;
  catalogus: readonly Laag[];
  lagen: readonly LaagKeuze[];
}

/** In words what the map shows at the chosen place: the background and the chosen layers. */
export function LagenHier({ plaats, catalogus, lagen }: LagenHierProps) {
  const gekozen = lagen.flatMap(({ id }) => catalogus.filter((laag) => laag.id === id && !laag.ondergrond));
  const onder = catalogus.filter(({ ondergrond, geometrie }) => ondergrond && geometrie !== 'label');
  const gevraagd = [...gekozen, ...onder];
  const query = useQuery({
    ...ask(leesLagenHier, { ...plaats, lagen: gevraagd.map(({ id }) => id).join(',') }, plaats),
    enabled: gevraagd.length > 0,
  });
  return (
    <div className="lagen-hier">
      <p className="stil">Wat de kaart toont binnen 10 meter van het punt dat u koos.</p>
      <QueryState query={query} what="Op de kaart">
        {(data) => (
          <dl className="stapel">
            {data.lagen
              .filter(({ id, objecten }) => objecten.length > 0 || gekozen.some((laag) => laag.id === id))
              .map((laag) => (
                <div key={laag.id}>
                  <dt>
                    <strong>{laag.naam}</strong>
                  </dt>
                  <dd>
                    {laag.objecten.length === 0 ? (
                      <LeegHier laag={catalogus.find(({ id }) => id === laag.id)} />
                    ) : (
                      <Objecten laag={laag} />
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </QueryState>
    </div>
  );
}

/** Nothing here means something only where data was loaded at all. */
function LeegHier({ laag }: { laag: Laag | undefined }) {
  if (laag?.stand === 'leeg') return <p>Wij hebben hier geen gegevens over. Wij weten dus niet wat hier is.</p>;
  if (laag?.stand === 'wordt-gemaakt') return <p>Deze laag wordt nog gemaakt. Wij weten dus nog niet wat hier is.</p>;
  return <p>Op de kaart staat hier niets van deze laag.</p>;
}

type LaagHier = ReturnType<typeof leesLagenHier.output.parse>['lagen'][number];

function Objecten({ laag }: { laag: LaagHier }) {
  return (
    <>
      <ul className="stapel stapel--dicht">
        {laag.objecten.map((object, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the objects have no key of their own and the list never reorders
          <li key={i}>
            <span className="lagen-hier__titel">{metHoofdletter(object.titel)}</span>
            {object.afstandM > 0 && <span className="stil"> op {afstand(object.afstandM)}</span>}
            {object.kenmerken.length > 0 && (
              <p className="stil">{object.kenmerken.map(({ naam, waarde }) => `${naam}: ${waarde}`).join(' · ')}</p>
            )}
          </li>
        ))}
      </ul>
      {laag.meer && <p className="stil">Er is hier meer dan deze lijst kan tonen.</p>}
    </>
  );
}

const afstand = (metres: number) => `${metres.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} m`;
