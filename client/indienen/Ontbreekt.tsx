import type { ReactNode } from 'react';
import type { Ontvangst } from '../../server/indienen/contract.ts';
import { Notice } from '../ui/Notice.tsx';

/** What belongs to it and is not there yet; nothing when all is there. */
export function Ontbreekt({ stukken, children }: { stukken: Ontvangst['ontbreekt']; children: ReactNode }) {
  if (stukken.length === 0) return null;
  return (
    <Notice soort="warning" title="Dit hoort er nog bij">
      <ul className="opsomming stapel stapel--dicht">
        {stukken.map(({ id, tekst, artikel }) => (
          <li key={id}>
            {tekst} <span className="stil">{artikel}</span>
          </li>
        ))}
      </ul>
      <p className="nl-paragraph">{children}</p>
    </Notice>
  );
}
