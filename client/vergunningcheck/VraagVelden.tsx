import '../ui/opties.css';
import { useId } from 'react';
import type { Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Eenheid } from '../../server/vergunningcheck/domain/oordeel.ts';
import { type Invoer, optiesVan } from './antwoord.ts';

interface VraagVeldenProps {
  vraag: Vraag;
  /** Id of the text that asks: the heading of the page, or a label. */
  gevraagdDoor: string;
  /** Ids of help and error, in that order. */
  uitlegDoor: string;
  fout: boolean;
  invoer: Invoer;
  onInvoer(invoer: Invoer): void;
}

const eenheidWoord: Record<Eenheid, string> = {
  m: 'meter',
  m2: 'm²',
  m3: 'm³',
  cm: 'cm',
  graden: 'graden',
  stuks: '',
  jaar: '',
  dB: 'dB',
  procent: '%',
  euro: 'euro',
};

/** The fields of one question. */
export function VraagVelden({ vraag, gevraagdDoor, uitlegDoor, fout, invoer, onInvoer }: VraagVeldenProps) {
  const naam = useId();
  const aria = {
    'aria-labelledby': gevraagdDoor,
    ...(uitlegDoor && { 'aria-describedby': uitlegDoor }),
    ...(fout && { 'aria-invalid': true }),
  };
  const opties = optiesVan(vraag);
  if (opties.length > 0) {
    const meer = vraag.soort === 'keuzes';
    const gekozen = [invoer].flat();
    return (
      <fieldset
        aria-labelledby={gevraagdDoor}
        {...(uitlegDoor && { 'aria-describedby': uitlegDoor })}
        className="opties"
      >
        {opties.map(({ waarde, tekst, uitleg }) => (
          <label key={waarde} className="optie">
            <input
              type={meer ? 'checkbox' : 'radio'}
              name={naam}
              value={waarde}
              checked={gekozen.includes(waarde)}
              onChange={({ target }) => {
                if (!meer) return onInvoer(waarde);
                onInvoer(target.checked ? [...gekozen, waarde] : gekozen.filter((een) => een !== waarde));
              }}
            />
            <span>
              <span className="optie__naam">{tekst}</span>
              {uitleg && <span className="stil">{uitleg}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  }
  const tekst = typeof invoer === 'string' ? invoer : '';
  if (vraag.soort === 'tekst') {
    return (
      <textarea
        {...aria}
        className="utrecht-textbox utrecht-textbox--html-input"
        rows={4}
        maxLength={500}
        value={tekst}
        onChange={({ target }) => onInvoer(target.value)}
      />
    );
  }
  return (
    <div className="maatveld">
      <input
        {...aria}
        className="utrecht-textbox utrecht-textbox--html-input"
        type={vraag.soort === 'datum' ? 'date' : 'text'}
        inputMode={vraag.soort === 'getal' ? 'decimal' : undefined}
        autoComplete="off"
        value={tekst}
        onChange={({ target }) => onInvoer(target.value)}
      />
      {vraag.eenheid && <span>{eenheidWoord[vraag.eenheid]}</span>}
    </div>
  );
}
