import { apiBase } from '../../server/http/endpoint.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import type { Zienswijze } from '../../server/inspraak/contract.ts';

/** The receipt of a zienswijze as PDF. */
export const ontvangstPad = (id: string): string => `${apiBase}/zienswijzen/${id}/ontvangstbevestiging/pdf`;

/** The files that came along with a zienswijze or reaction; nothing where there are none. */
export function ZienswijzeBestanden({ id, bijlagen }: Pick<Zienswijze, 'id' | 'bijlagen'>) {
  if (bijlagen.length === 0) return null;
  return (
    <ul className="stapel stapel--dicht" aria-label="Bestanden">
      {bijlagen.map((bijlage) => (
        <li key={bijlage.id}>
          <a className="nl-link" href={`${apiBase}/zienswijzen/${id}/bijlagen/${bijlage.id}`} download>
            <bdi>{bijlage.naam}</bdi>
          </a>
          <span className="stil"> {schrijfGrootte(bijlage.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
