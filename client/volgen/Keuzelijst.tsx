import '../ui/opties.css';
import type { ReactNode } from 'react';

interface KeuzelijstProps<T extends string> {
  legenda: string;
  /** Of the fields, as they stand on this page once. */
  naam: string;
  nu: T;
  keuzen: readonly { waarde: T; tekst: ReactNode; uitleg?: string }[];
  onKies(waarde: T): void;
}

/** One of a few, below each other. */
export function Keuzelijst<T extends string>({ legenda, naam, nu, keuzen, onKies }: KeuzelijstProps<T>) {
  return (
    <fieldset>
      <legend className="kop-klein">{legenda}</legend>
      <div className="opties">
        {keuzen.map(({ waarde, tekst, uitleg }) => (
          <label key={waarde} className="optie optie--dicht">
            <input type="radio" name={naam} checked={waarde === nu} onChange={() => onKies(waarde)} />
            <span>
              {tekst}
              {uitleg && <span className="stil">{uitleg}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
