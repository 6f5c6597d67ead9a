import { Link } from 'react-router';
import type { Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { Balk } from '../ui/Balk.tsx';
import type { Stap } from './stappen.ts';

interface VoortgangProps {
  zaaktype: Zaaktype;
  stappen: readonly Stap[];
  nummer: number;
  hrefVan(stap: string): string;
}

/** How far one is, and the way back to the steps before. */
export function Voortgang({ zaaktype, stappen, nummer, hrefVan }: VoortgangProps) {
  return (
    <nav aria-label="Stappen van het formulier" className="formulier__stappen geen-druk">
      <p className="stil">
        {zaaktype.naam}. Stap {nummer + 1} van {stappen.length}
      </p>
      <Balk deel={(nummer + 1) / stappen.length} label="Hoe ver u bent" />
      {nummer > 0 && (
        <ol aria-label="Eerdere stappen">
          {stappen.slice(0, nummer).map(({ id, titel }) => (
            <li key={id}>
              <Link to={hrefVan(id)}>{titel}</Link>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}
