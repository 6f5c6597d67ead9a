import './zienswijzen.css';
import { Link } from 'react-router';
import type { Zienswijze } from '../../server/inspraak/contract.ts';
import { formatDatum, formatDatumKort } from '../format.ts';
import { ontvangstPad, ZienswijzeBestanden } from './ZienswijzeBestanden.tsx';

/** Zienswijzen and reactions, each with who gave it and what it is about. */
export function Zienswijzen({ zienswijzen, metNaam }: { zienswijzen: readonly Zienswijze[]; metNaam: boolean }) {
  return (
    <ul className="zienswijzen">
      {zienswijzen.map(({ id, kenmerk, soort, titel, tekst, ontvangenOp, uiterlijk, besluit, zaak, ...van }) => (
        <li key={id} className="stapel stapel--dicht">
          <p>
            <strong>{soort === 'zienswijze' ? 'Zienswijze' : 'Reactie'}</strong> {kenmerk}, ontvangen op{' '}
            {formatDatumKort(ontvangenOp)}
            {uiterlijk && <span className="stil"> (kon t/m {formatDatum(uiterlijk)})</span>}
          </p>
          <p>
            <Link
              className="nl-link"
              to={besluit ? `/inspraak/${encodeURIComponent(besluit)}` : `/initiatieven/${zaak ?? ''}`}
            >
              {titel}
            </Link>
          </p>
          {metNaam && (
            <p className="stil">
              {[van.naam, van.namens && `namens ${van.namens}`, van.adres, van.email].filter(Boolean).join(', ')}
            </p>
          )}
          {van.belang && <p dir="auto">Waarom het deze persoon raakt: {van.belang}</p>}
          <p className="zienswijzen__tekst" dir="auto">
            {tekst}
          </p>
          <ZienswijzeBestanden id={id} bijlagen={van.bijlagen} />
          {!metNaam && (
            <p>
              <a className="nl-link" href={ontvangstPad(id)} download>
                Ontvangstbevestiging {kenmerk} (pdf)
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
