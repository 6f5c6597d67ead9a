import { useEffect, useRef } from 'react';
import type { Fout } from '../../server/indienen/domain/formulier.ts';
import { Notice } from '../ui/Notice.tsx';
import { veldId } from './VeldInvoer.tsx';

interface FoutenLijstProps {
  fouten: readonly Fout[];
  /** One more each time that somebody tries: then the focus comes here again. */
  poging: number;
  /** The question of a field, to tell which one it is about. */
  vraagVan(veld: string): string | null;
  /** Leads to a field that is in another step. */
  onNaar?(veld: string): void;
}

/** All that is wrong, at the top, each with a link to its field. */
export function FoutenLijst({ fouten, poging, vraagVan, onNaar }: FoutenLijstProps) {
  const lijst = useRef<HTMLDivElement>(null);
  // who mends one of them goes on typing: the focus comes here only when he tries again
  useEffect(() => {
    if (poging > 0) lijst.current?.focus();
  }, [poging]);
  if (fouten.length === 0) return null;
  return (
    <div ref={lijst} tabIndex={-1} className="formulier__fouten">
      <Notice
        soort="error"
        title={fouten.length === 1 ? 'Er is nog iets niet goed' : `Er zijn ${fouten.length} dingen nog niet goed`}
        live
      >
        <ul className="stapel stapel--dicht">
          {fouten.map(({ veld, melding }) => (
            <li key={`${veld} ${melding}`}>
              <a
                className="nl-link"
                href={`#${veldId(veld)}`}
                onClick={(event) => {
                  event.preventDefault();
                  if (onNaar) return onNaar(veld);
                  const doel = document.getElementById(veldId(veld));
                  doel?.scrollIntoView({ block: 'center' });
                  doel?.focus({ preventScroll: true });
                }}
              >
                {vraagVan(veld) ? `${vraagVan(veld)} ${melding}` : melding}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
