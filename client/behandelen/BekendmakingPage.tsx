import './behandelen.css';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useParams } from 'react-router';
import { leesBekendmaking } from '../../server/behandelen/publicatie/contract.ts';
import type { Reactie } from '../../server/besluiten/contract.ts';
import { formatDatum } from '../format.ts';
import { type MetKaart, useEenOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';

const wegen: Partial<Record<Reactie['soort'], string>> = { zienswijze: 'Geef uw zienswijze', bezwaar: 'Maak bezwaar' };

interface BekendmakingPageProps extends Pick<MetKaart, 'onObjecten'> {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The text of a notice that this loket published, with what a person can still do. */
export function BekendmakingPage({ heading, onObjecten }: BekendmakingPageProps) {
  const { id = '' } = useParams();
  const query = useQuery(ask(leesBekendmaking, { id }));
  useEenOpKaart(onObjecten, id, query.data?.geometrie);
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {query.data?.titel ?? 'Bekendmaking'}
      </h1>
      <QueryState query={query} what="Bekendmaking">
        {({ tekst, gepubliceerd, gemeente, kenmerk, punt, reactie }) => (
          <>
            <p className="bekendmaking">{tekst}</p>
            <section className="stapel stapel--dicht" aria-labelledby="reageren">
              <h2 id="reageren" className="nl-heading nl-heading--level-3">
                Kunt u nog reageren?
              </h2>
              <p className="nl-paragraph">{reactie.uitleg}</p>
              <p>
                <Link className="nl-link" to={`/inspraak/${id}?x=${punt.x}&y=${punt.y}`}>
                  {(reactie.stand === 'loopt' && wegen[reactie.soort]) || 'Wat u kunt doen'}
                </Link>
              </p>
            </section>
            <p>
              <Link className="nl-link" to={`/locatie?x=${punt.x}&y=${punt.y}&open=besluiten`}>
                Naar deze plek op de kaart
              </Link>
            </p>
            <p className="stil">
              Zaak {kenmerk}. Gepubliceerd in dit loket door {gemeente} op {formatDatum(gepubliceerd)}.
            </p>
          </>
        )}
      </QueryState>
    </div>
  );
}
