import { useQuery } from '@tanstack/react-query';
import { leesKlok } from '../../server/veiligheid/contract.ts';
import { formatGetal } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';

const dagen = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

interface KlokProps {
  vraag: { gemeente: string; stroom: 'politie' | 'melding'; themas: readonly string[]; van: string; tot: string };
  buurt: { code: string; naam: string } | null;
}

/** Weekday by hour, of a buurt or the whole gemeente: never of a single cell. */
export function Klok({ vraag, buurt }: KlokProps) {
  const { themas, ...rest } = vraag;
  const query = useQuery(
    ask(leesKlok, { ...rest, themas: themas.join(','), ...(buurt && { buurt: buurt.code }) }, vraag.gemeente),
  );
  return (
    <QueryState query={query} what="Klok van de week">
      {({ uren, onbekend }) => {
        const hoogst = Math.max(1, ...uren);
        return (
          <>
            <table className="klok">
              <caption>
                Registraties per uur van de week in {buurt ? `de buurt ${buurt.naam}` : 'de hele gemeente'}. Hoe
                donkerder, hoe meer; het meeste is {formatGetal(hoogst)}.
              </caption>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="alleen-voorlezen">Dag</span>
                  </th>
                  {Array.from({ length: 24 }, (_, uur) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day do not move
                    <th scope="col" key={uur}>
                      <span className={uur % 6 === 0 ? '' : 'alleen-voorlezen'}>{uur}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {dagen.map((dag, rij) => (
                  <tr key={dag}>
                    <th scope="row" abbr={dag}>
                      {dag.slice(0, 2)}
                    </th>
                    {uren.slice(rij * 24, rij * 24 + 24).map((aantal, uur) => (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day do not move
                        key={uur}
                        title={`${dag} ${uur} uur: ${aantal}`}
                        style={{ '--sterk': `${Math.round((100 * aantal) / hoogst)}%` } as React.CSSProperties}
                      >
                        <span className="alleen-voorlezen">{aantal}</span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {onbekend > 0 && <p className="stil">Van {formatGetal(onbekend)} registraties is het uur niet bekend.</p>}
          </>
        );
      }}
    </QueryState>
  );
}
