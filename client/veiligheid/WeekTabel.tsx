import type { CSSProperties } from 'react';
import { formatGetal } from '../format.ts';

const dagen = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

interface WeekTabelProps {
  /** 24 × weekday (Monday 0) + hour; null: not known. */
  uren: readonly (number | null)[];
  bijschrift: string;
}

/** Weekday by hour, darker where there is more. Shades run from the least to the most where nothing is near zero. */
export function WeekTabel({ uren, bijschrift }: WeekTabelProps) {
  const bekend = uren.flatMap((waarde) => waarde ?? []);
  const hoogst = Math.max(1, ...bekend);
  const laagst = Math.min(hoogst, ...bekend);
  const vanaf = laagst > hoogst / 2 ? laagst : 0;
  const sterk = (waarde: number) => Math.round((100 * (waarde - vanaf)) / Math.max(1e-9, hoogst - vanaf));
  return (
    <table className="klok">
      <caption>{bijschrift}</caption>
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
            {uren.slice(rij * 24, rij * 24 + 24).map((waarde, uur) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day do not move
                key={uur}
                title={`${dag} ${uur} uur: ${waarde === null ? 'onbekend' : formatGetal(waarde)}`}
                style={{ '--sterk': `${waarde === null ? 0 : sterk(waarde)}%` } as CSSProperties}
              >
                <span className="alleen-voorlezen">{waarde === null ? 'onbekend' : formatGetal(waarde)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
