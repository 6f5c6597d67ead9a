import { useQuery } from '@tanstack/react-query';
import { leesCyclus } from '../../server/toezicht/contract.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import { formatDatumKort } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import { adviesNamen } from './woorden.ts';

/** What was found in the last weeks, in totals: what the short cycle of the gemeente goes by. */
export function CyclusDeel({ gemeenten: [gemeente] }: { gemeenten: readonly string[] }) {
  const cyclus = useQuery({ ...ask(leesCyclus, { gemeente: gemeente ?? '' }), enabled: gemeente !== undefined });
  return (
    <section className="stapel" aria-labelledby="cyclus">
      <h2 id="cyclus" className="nl-heading nl-heading--level-2">
        De korte cyclus
      </h2>
      <QueryState query={cyclus} what="Bevindingen per week">
        {({ weken, themas: rijen }) =>
          rijen.length === 0 ? (
            <p className="nl-paragraph">In de laatste acht weken is op straat niets vastgelegd.</p>
          ) : (
            <div className="toezicht__tabel">
              <table className="utrecht-table">
                <caption className="alleen-voorlezen">
                  Bevindingen per thema vanaf {formatDatumKort(weken[0] ?? '')}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Thema</th>
                    <th scope="col">Deze week</th>
                    <th scope="col">Acht weken</th>
                    <th scope="col">Open</th>
                    <th scope="col">Afgesloten</th>
                    <th scope="col">Vaakst nodig</th>
                  </tr>
                </thead>
                <tbody>
                  {rijen.map(({ thema, nieuw, open, gesloten, adviezen: [vaakst] }) => (
                    <tr key={thema}>
                      <th scope="row">
                        {thema} {themas.get(thema)?.naam}
                      </th>
                      <td>{nieuw.at(-1)}</td>
                      <td>{nieuw.reduce((som, n) => som + n, 0)}</td>
                      <td>{open}</td>
                      <td>{gesloten}</td>
                      <td>{vaakst ? `${adviesNamen[vaakst.advies]} (${vaakst.aantal})` : 'niets'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryState>
    </section>
  );
}
