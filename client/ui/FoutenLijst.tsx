import { useEffect, useRef } from 'react';
import { Notice } from './Notice.tsx';

interface Genoemd {
  /** Of the field that it is about. */
  id: string;
  tekst: string;
}

interface FoutenLijstProps {
  fouten: readonly Genoemd[];
  /** One more each time that somebody tries: then the focus comes here again. */
  poging: number;
  /** Leads to a field that is not on this page. */
  onNaar?(id: string): void;
}

/** What is wrong with the answer to a question, as one sentence or two. */
export const bijVraag = (vraag: string, melding: string): string =>
  vraag === '' ? melding : `${vraag}${vraag.endsWith('?') ? '' : ':'} ${melding}`;

/** Brings a field into view and the focus to it. */
export function gaNaarVeld(id: string): void {
  const doel = document.getElementById(id);
  const veld = doel?.closest('.veld, .formulier__veld') ?? doel;
  // of a field that is higher than the window, the question and what is wrong with it
  veld?.scrollIntoView({ block: veld.clientHeight > window.innerHeight / 2 ? 'start' : 'center' });
  doel?.focus({ preventScroll: true });
}

/** All that is wrong, at the top, each with a link to its field. */
export function FoutenLijst({ fouten, poging, onNaar = gaNaarVeld }: FoutenLijstProps) {
  const lijst = useRef<HTMLDivElement>(null);
  // who mends one of them goes on typing: the focus comes here only when he tries again
  useEffect(() => {
    if (poging > 0) lijst.current?.focus();
  }, [poging]);
  if (fouten.length === 0) return null;
  return (
    <div ref={lijst} tabIndex={-1} className="fouten">
      <Notice
        soort="error"
        title={fouten.length === 1 ? 'Er is nog iets niet goed' : `Er zijn ${fouten.length} dingen nog niet goed`}
        live
      >
        <ul className="stapel stapel--dicht">
          {fouten.map(({ id, tekst }) => (
            <li key={`${id} ${tekst}`}>
              <a
                className="nl-link"
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  onNaar(id);
                }}
              >
                {tekst}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
