import './vergunningcheck.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { beoordeelCheck, type CheckAntwoord } from '../../server/vergunningcheck/contract.ts';
import type { Voorstel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { type Check, metAntwoord, metBetwisting } from './check.ts';
import { FeitenStap } from './FeitenStap.tsx';
import { UitkomstStap } from './UitkomstStap.tsx';
import { type CheckUrl, leesBewaardeCheck, type Stap, stappen, useCheck, wisBewaardeCheck } from './use-check.ts';
import { VragenStap } from './VragenStap.tsx';
import { WerkzaamhedenStap } from './WerkzaamhedenStap.tsx';

interface VergunningcheckPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt | null;
  /** The name of the place, once it is known. */
  plaatsNaam: string | null;
  onMijnLocatie(): void;
  /** Puts the focus in the search box. */
  onZoek(): void;
}

const stapNamen: Record<Stap, string> = {
  werkzaamheden: 'Wat u doet',
  feiten: 'Uw plek',
  vragen: 'Vragen',
  uitkomst: 'Uitkomst',
};

/** The vergunningcheck: choose, see what the map knows, answer the rest, read the outcome. */
export function VergunningcheckPage(props: VergunningcheckPageProps) {
  const { heading, plaats, plaatsNaam, onMijnLocatie, onZoek } = props;
  const url = useCheck();
  const { check, stap, ga } = url;
  const [bewaard, setBewaard] = useState(leesBewaardeCheck);
  const leeg = check.onderdelen.length === 0;
  useEffect(() => {
    if (leeg && stap !== 'werkzaamheden') ga({ stap: 'werkzaamheden', replace: true });
  }, [leeg, stap, ga]);
  return (
    <div className="pagina check stapel stapel--ruim">
      <Stappen url={url} />
      {url.onleesbaar && (
        <Notice soort="warning" title="Deze link is niet heel overgekomen">
          Wij kunnen de check in de link niet lezen. Vraag de link opnieuw, of kies hieronder wat u wilt doen.
        </Notice>
      )}
      {leeg || stap === 'werkzaamheden' ? (
        <WerkzaamhedenStap
          heading={heading}
          check={check}
          bewaard={bewaard}
          onCheck={(nieuw) => ga({ check: nieuw, replace: true })}
          onVerder={() => ga({ stap: 'feiten' })}
          onHervat={(eerder) => {
            if (eerder.onderdelen.length > 0) return ga({ check: eerder, stap: 'feiten' });
            wisBewaardeCheck();
            setBewaard(null);
            heading.current?.focus();
          }}
        />
      ) : plaats === null ? (
        <div className="stapel">
          <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
            Waar wilt u dit doen?
          </h1>
          <p className="nl-paragraph">
            Zoek hierboven uw adres of perceel, of klik op de kaart. Uw keuzes blijven staan.
          </p>
          <div className="rij">
            <Button soort="primary" icon="zoek" onClick={onZoek}>
              Zoek een adres
            </Button>
            <Button icon="doel" onClick={onMijnLocatie}>
              Mijn locatie
            </Button>
          </div>
        </div>
      ) : (
        <Beoordeling heading={heading} plaats={plaats} plaatsNaam={plaatsNaam} url={url} />
      )}
    </div>
  );
}

/** Where one is; earlier steps can be gone back to. */
function Stappen({ url: { stap, check, hrefVan } }: { url: CheckUrl }) {
  const hier = stappen.indexOf(stap);
  return (
    <nav aria-label="Stappen van de vergunningcheck" className="stappen geen-druk">
      <ol>
        {stappen.map((een, nummer) => (
          <li key={een} {...(een === stap && { 'aria-current': 'step' })} data-gedaan={nummer < hier}>
            {nummer < hier && check.onderdelen.length > 0 ? (
              <Link to={hrefVan(een)}>{stapNamen[een]}</Link>
            ) : (
              stapNamen[een]
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface BeoordelingProps extends Pick<VergunningcheckPageProps, 'heading' | 'plaatsNaam'> {
  plaats: RdPunt;
  url: CheckUrl;
}

/** The steps that need the oordeel of the server on what is known now. */
function Beoordeling({ heading, plaats, plaatsNaam, url: { check, stap, bewerkt, ga } }: BeoordelingProps) {
  const query = useQuery({
    ...ask(beoordeelCheck, { ...plaats, ...check }, plaats),
    placeholderData: keepPreviousData,
  });
  const bezig = query.isPlaceholderData;
  const naarUitkomst = useCallback(() => ga({ stap: 'uitkomst', replace: true }), [ga]);
  const toon = (antwoord: CheckAntwoord) => {
    switch (stap) {
      case 'feiten':
        return (
          <FeitenStap
            heading={heading}
            antwoord={antwoord}
            onBetwist={(sleutel, waarde) => ga({ check: metBetwisting(check, sleutel, waarde), replace: true })}
            onVerder={() => ga({ stap: antwoord.volgendeVragen.length > 0 ? 'vragen' : 'uitkomst' })}
          />
        );
      case 'vragen':
        return (
          <VragenStap
            heading={heading}
            antwoord={antwoord}
            bewerkt={bewerkt}
            bezig={bezig}
            onAntwoord={(vraag, waarde) => ga({ check: metAntwoord(check, vraag, waarde) })}
            onBewerk={(plek) => ga({ bewerkt: plek })}
            onTerug={() => ga({ stap: 'feiten' })}
            onKlaar={naarUitkomst}
          />
        );
      default:
        return (
          <UitkomstStap
            heading={heading}
            antwoord={antwoord}
            onPasToe={(onderdeel, voorstel) => {
              ga({ check: metVoorstel(check, onderdeel, voorstel) });
              heading.current?.focus();
            }}
            onBewerk={(plek) => ga({ stap: 'vragen', bewerkt: plek })}
            onVragen={() => ga({ stap: 'vragen' })}
          />
        );
    }
  };
  return (
    <>
      {plaatsNaam && <p className="check__plaats">{plaatsNaam}</p>}
      <QueryState query={query} what="Vergunningcheck">
        {toon}
      </QueryState>
      <p className="alleen-voorlezen" role="status">
        {bezig ? 'Wij rekenen uw check opnieuw uit' : ''}
      </p>
    </>
  );
}

/** The answers with the measures of a proposal. */
const metVoorstel = (check: Check, onderdeel: string, { wijzigingen }: Voorstel): Check =>
  wijzigingen.reduce((tot, { feit, naar }) => metAntwoord(tot, { onderdeel, sleutel: feit }, naar), check);
