import './tijdlijn.css';
import type { ReactNode } from 'react';
import { formatMoment } from '../format.ts';

interface TijdlijnProps {
  gebeurtenissen: readonly { id: string; wanneer: string; tekst: string; extra?: string | null }[];
  /** What comes next. */
  straks?: ReactNode;
}

/** What happened, from the beginning, and what comes next. */
export function Tijdlijn({ gebeurtenissen, straks }: TijdlijnProps) {
  return (
    <ol className="tijdlijn">
      {gebeurtenissen.map(({ id, wanneer, tekst, extra }) => (
        <li key={id}>
          <p>{tekst}</p>
          <p className="stil">
            <time dateTime={wanneer}>{formatMoment(wanneer)}</time>
            {extra && `, ${extra}`}
          </p>
        </li>
      ))}
      {straks && <li className="tijdlijn__straks">{straks}</li>}
    </ol>
  );
}
