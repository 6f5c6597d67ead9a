import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { leesBegin } from '../../server/locatie/contract.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import type { Sectie } from '../url.ts';

interface StartPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  /** What the person wants to know, when that is chosen before the place. */
  vraag: Sectie | null;
  onVraag(sectie: Sectie): void;
  hrefCheck: string;
  hrefVeiligheid: string;
  hrefIndienen: string;
  onPlaats(punt: RdPunt): void;
  onMijnLocatie(): void;
}

/** The first screen: what this is, where to begin, and places to try. */
export function StartPage({
  heading,
  vraag,
  onVraag,
  hrefCheck,
  hrefVeiligheid,
  hrefIndienen,
  onPlaats,
  onMijnLocatie,
}: StartPageProps) {
  const query = useQuery(ask(leesBegin, {}));
  return (
    <div className="start stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Kies een plek en lees wat daar mag en wat daar is besloten
      </h1>
      <section aria-label="Begin met een vraag" className="stapel">
        <ul className="ingangen">
          <li>
            <button
              type="button"
              className="ingang"
              aria-pressed={vraag === 'regels'}
              onClick={() => onVraag('regels')}
            >
              <Icon name="document" />
              <span>
                <span className="ingang__naam">Wat mag hier?</span>
                <span className="stil">Regels en omstandigheden van een plek</span>
              </span>
              <Icon name="pijlRechts" />
            </button>
          </li>
          <li>
            <button
              type="button"
              className="ingang"
              aria-pressed={vraag === 'besluiten'}
              onClick={() => onVraag('besluiten')}
            >
              <Icon name="bel" />
              <span>
                <span className="ingang__naam">Besluiten in de buurt</span>
                <span className="stil">Vergunningen, aanvragen en plannen om u heen</span>
              </span>
              <Icon name="pijlRechts" />
            </button>
          </li>
          <li>
            <Link className="ingang" to={hrefCheck}>
              <Icon name="vraag" />
              <span>
                <span className="ingang__naam">Heb ik een vergunning nodig?</span>
                <span className="stil">Doe de check, van schuurtje tot terras</span>
              </span>
              <Icon name="pijlRechts" />
            </Link>
          </li>
          <li>
            <Link className="ingang" to={hrefIndienen}>
              <Icon name="brief" />
              <span>
                <span className="ingang__naam">Aanvragen of melden</span>
                <span className="stil">Een vergunning, een evenement of iets op straat</span>
              </span>
              <Icon name="pijlRechts" />
            </Link>
          </li>
          <li>
            <Link className="ingang" to={hrefVeiligheid}>
              <Icon name="wijk" />
              <span>
                <span className="ingang__naam">Veiligheid in de buurt</span>
                <span className="stil">Waar meer gebeurt dan past bij toeval</span>
              </span>
              <Icon name="pijlRechts" />
            </Link>
          </li>
        </ul>
        <div>
          <Button icon="doel" onClick={onMijnLocatie}>
            Mijn locatie
          </Button>
        </div>
        <p role="status" className="ingang__hint">
          {vraag && 'Vul hierboven een adres in, klik op de kaart of kies hieronder een plek.'}
        </p>
      </section>
      <QueryState query={query} what="Plaatsen om te proberen">
        {({ voorbeelden, omhullende }) =>
          omhullende === null ? (
            <Notice soort="info" title="Er zijn nog geen gegevens geladen">
              <p className="nl-paragraph">
                Het loket werkt, maar kent nog geen percelen, regels of besluiten. De beheerder laadt ze met{' '}
                <code>npm run import</code>. In de README staat hoe.
              </p>
            </Notice>
          ) : (
            voorbeelden.length > 0 && (
              <section aria-labelledby="voorbeelden" className="stapel stapel--dicht">
                <h2 id="voorbeelden" className="kop-klein">
                  Probeer een plek
                </h2>
                <ul className="ingangen">
                  {voorbeelden.map(({ naam, toelichting, punt }) => (
                    <li key={`${naam} ${punt.x} ${punt.y}`}>
                      <button type="button" className="ingang" onClick={() => onPlaats(punt)}>
                        <Icon name="plaats" />
                        <span>
                          <span className="ingang__naam">{naam}</span>
                          <span className="stil">{toelichting}</span>
                        </span>
                        <Icon name="pijlRechts" />
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          )
        }
      </QueryState>
    </div>
  );
}
