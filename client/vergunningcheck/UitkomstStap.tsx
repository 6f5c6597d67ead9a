import { type RefObject, useState } from 'react';
import type { CheckAntwoord, CheckInvoer, Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Oordeel, Voorstel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { formatDatum, formatDatumKort } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { schrijfAntwoord } from './antwoord.ts';
import { BewaarDeel } from './BewaarDeel.tsx';
import { IndienDeel } from './IndienDeel.tsx';
import { OnderdeelUitkomst } from './OnderdeelUitkomst.tsx';
import { toonUitkomst } from './uitkomsten.ts';
import { Vervolg } from './Vervolg.tsx';
import { vraagPlek } from './VragenStap.tsx';
import { WaarDeel } from './WaarDeel.tsx';

interface UitkomstStapProps {
  heading: RefObject<HTMLHeadingElement | null>;
  antwoord: CheckAntwoord;
  /** What was asked, to keep it with its oordeel. */
  invoer: CheckInvoer;
  onPasToe(onderdeel: string, voorstel: Voorstel): void;
  onBewerk(plek: string): void;
  onVragen(): void;
  onToonLaag(laag: string): void;
}

/** The oordeel: first what it comes down to and what to do, then everything behind it. */
export function UitkomstStap(props: UitkomstStapProps) {
  const { heading, antwoord, invoer, onPasToe, onBewerk, onVragen, onToonLaag } = props;
  const { oordeel, volgendeVragen } = antwoord;
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          De uitkomst van uw check
        </h1>
        <div className="hoofduitkomst">
          <Outcome {...toonUitkomst(oordeel.uitkomst)} />
        </div>
        <p className="stil">
          {[
            [
              oordeel.plaats.adres,
              oordeel.plaats.kadastraleAanduiding && `perceel ${oordeel.plaats.kadastraleAanduiding}`,
            ]
              .filter(Boolean)
              .join(', '),
            `Berekend op ${formatDatum(oordeel.gemaaktOp)}`,
          ]
            .filter(Boolean)
            .join('. ')}
          .
        </p>
      </div>
      {volgendeVragen.length > 0 && (
        <Notice soort="warning" title="Er staan nog vragen open">
          <p className="nl-paragraph">Met uw antwoord kan de uitkomst nog veranderen.</p>
          <div className="geen-druk">
            <Button onClick={onVragen}>Beantwoord de volgende vraag</Button>
          </div>
        </Notice>
      )}
      {oordeel.meldingen.map(({ code, onderdeel, tekst, volgendeStap }) => (
        <Notice key={`${code} ${onderdeel}`} soort="warning" title={tekst}>
          {volgendeStap.tekst}
        </Notice>
      ))}
      {oordeel.onderdelen.map((onderdeel) => (
        <OnderdeelUitkomst
          key={onderdeel.onderdeel}
          oordeel={onderdeel}
          feiten={oordeel.feiten}
          onPasToe={(voorstel) => onPasToe(onderdeel.onderdeel, voorstel)}
        />
      ))}
      <Vervolg oordeel={oordeel} />
      <IndienDeel oordeel={oordeel} invoer={invoer} />
      {[...new Set(oordeel.onderdelen.map(({ werkzaamheid }) => werkzaamheid))].map((werkzaamheid) => (
        <WaarDeel key={werkzaamheid} werkzaamheid={werkzaamheid} onToonLaag={onToonLaag} />
      ))}
      <section aria-labelledby="antwoorden" className="stapel stapel--dicht">
        <h2 id="antwoorden" className="nl-heading nl-heading--level-2">
          Waarop de uitkomst steunt
        </h2>
        {antwoord.beantwoord.length > 0 && (
          <Disclosure opPapier summary="Uw antwoorden">
            {() => (
              <ul className="antwoorden">
                {antwoord.beantwoord.map((vraag) => (
                  <Gegeven key={vraagPlek(vraag)} vraag={vraag} onBewerk={() => onBewerk(vraagPlek(vraag))} />
                ))}
              </ul>
            )}
          </Disclosure>
        )}
        <Disclosure opPapier summary="Wat de kaart en registers zeggen">
          {() => (
            <ul className="toetsen">
              {oordeel.feiten
                .filter(({ herkomst }) => herkomst === 'kaart' || herkomst === 'betwist')
                .map((feit) => (
                  <li key={feit.sleutel} className="toets">
                    <span>{feit.tekst}</span>
                    <span className="stil">
                      {feit.herkomst === 'betwist' && 'Volgens u; op de kaart staat iets anders. '}
                      {feit.bron
                        ? `Bron: ${feit.bron.naam}${feit.bron.peildatum ? `, ${formatDatumKort(feit.bron.peildatum)}` : ''}.`
                        : 'Geen bron.'}
                    </span>
                  </li>
                ))}
            </ul>
          )}
        </Disclosure>
        <Disclosure opPapier summary="Versies van de regels">
          {() => (
            <dl className="feiten">
              {Object.entries(oordeel.regelVersies).map(([naam, versie]) => (
                <div key={naam} className="utrecht-data-list__item">
                  <dt>{naam}</dt>
                  <dd>{versie}</dd>
                </div>
              ))}
            </dl>
          )}
        </Disclosure>
      </section>
      <p className="nl-paragraph stil">{oordeel.voorbehoud}</p>
      <BewaarDeel invoer={invoer} vraagOpen={moetVragen(oordeel)} />
      <Delen />
    </div>
  );
}

function Gegeven({ vraag, onBewerk }: { vraag: CheckAntwoord['beantwoord'][number] & Vraag; onBewerk(): void }) {
  return (
    <li className="gegeven">
      <span className="stil">{vraag.vraag}</span>
      <span>{schrijfAntwoord(vraag, vraag.antwoord)}</span>
      <span className="geen-druk">
        <Button soort="subtle" onClick={onBewerk}>
          Wijzig<span className="alleen-voorlezen">: {vraag.vraag}</span>
        </Button>
      </span>
    </li>
  );
}

const moetVragen = ({ onderdelen, meldingen }: Oordeel) =>
  onderdelen.some(({ delen }) =>
    delen.some(({ uitkomst, volgendeStap }) => uitkomst === 'ONBEKEND' || volgendeStap.soort === 'vraag-gemeente'),
  ) || meldingen.some(({ volgendeStap }) => volgendeStap.soort === 'vraag-gemeente');

/** Keeps the check: on paper, or as a link that holds it whole. */
function Delen() {
  const [gekopieerd, setGekopieerd] = useState<'ja' | 'nee' | null>(null);
  return (
    <div className="rij geen-druk">
      <Button icon="druk" onClick={() => window.print()}>
        Druk af
      </Button>
      <Button
        icon="brief"
        onClick={() =>
          navigator.clipboard.writeText(window.location.href).then(
            () => setGekopieerd('ja'),
            () => setGekopieerd('nee'),
          )
        }
      >
        Kopieer de link
      </Button>
      <p role="status" className="stil">
        {gekopieerd === 'ja' && 'De link is gekopieerd. Wie hem opent, ziet uw hele check.'}
        {gekopieerd === 'nee' && 'Kopiëren lukte niet. Neem het adres over uit de adresbalk.'}
      </p>
    </div>
  );
}
