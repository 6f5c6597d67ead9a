import './vergunningcheck.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { beoordeelCheck, type CheckAntwoord, leesWerkzaamheden } from '../../server/vergunningcheck/contract.ts';
import type { Voorstel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { ask } from '../query.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState, Skeleton } from '../ui/Section.tsx';
import { type Check, metAntwoord, metBetwisting } from './check.ts';
import { FeitenStap } from './FeitenStap.tsx';
import { UitkomstStap } from './UitkomstStap.tsx';
import { type CheckUrl, leesBewaardeCheck, type Stap, stappen, useCheck, wisBewaardeCheck } from './use-check.ts';
import { VragenStap } from './VragenStap.tsx';
import { WerkzaamhedenStap } from './WerkzaamhedenStap.tsx';

/** Drawing, and judging in the browser, is asked for when there is something to draw. */
const TekeningDeel = lazy(async () => ({ default: (await import('./TekeningDeel.tsx')).TekeningDeel }));

interface VergunningcheckPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt | null;
  /** The name of the place, once it is known. */
  plaatsNaam: string | null;
  onMijnLocatie(): void;
  /** Puts the focus in the search box. */
  onZoek(): void;
  /** Takes the map over to draw on, and gives it back. */
  onTekenaar(tekenaar: Tekenaar | null): void;
  /** Puts a layer on the map. */
  onToonLaag(laag: string): void;
}

const stapNamen: Record<Stap, string> = {
  werkzaamheden: 'Wat u doet',
  tekening: 'Tekening',
  feiten: 'Uw plek',
  vragen: 'Vragen',
  uitkomst: 'Uitkomst',
};

/** The vergunningcheck: choose, see what the map knows, answer the rest, read the outcome. */
export function VergunningcheckPage(props: VergunningcheckPageProps) {
  const { heading, plaats, plaatsNaam, onMijnLocatie, onZoek, onTekenaar, onToonLaag } = props;
  const url = useCheck();
  const { check, stap, ga } = url;
  const [bewaard, setBewaard] = useState(leesBewaardeCheck);
  const leeg = check.onderdelen.length === 0;
  const werkzaamheden = useQuery(ask(leesWerkzaamheden, {}));
  const noem = (id: string) => werkzaamheden.data?.werkzaamheden.find((een) => een.id === id);
  const sleutels = check.onderdelen.flatMap(({ sleutel, werkzaamheid }) =>
    noem(werkzaamheid)?.soort === 'bouwwerk' ? [sleutel] : [],
  );
  const sleutel = sleutels.find((een) => een === url.bewerkt) ?? sleutels[0];
  const getekend = check.onderdelen.find((een) => een.sleutel === sleutel);
  const nietsTeTekenen = werkzaamheden.data !== undefined && sleutels.length === 0;
  useEffect(() => {
    if (leeg && stap !== 'werkzaamheden') ga({ stap: 'werkzaamheden', replace: true });
    else if (nietsTeTekenen && stap === 'tekening') ga({ stap: 'feiten', replace: true });
  }, [leeg, nietsTeTekenen, stap, ga]);
  return (
    <div className="pagina check stapel stapel--ruim">
      <Stappen url={url} tekent={sleutels.length > 0} />
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
          onVerder={() => ga({ stap: sleutels.length > 0 ? 'tekening' : 'feiten' })}
          onHervat={(eerder) => {
            if (eerder.onderdelen.length > 0) return ga({ check: eerder });
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
      ) : stap === 'tekening' && sleutel && getekend ? (
        <Suspense fallback={<Skeleton what="Tekening" />}>
          <TekeningDeel
            heading={heading}
            plaats={plaats}
            check={check}
            sleutels={sleutels}
            sleutel={sleutel}
            naam={noem(getekend.werkzaamheid)?.naam ?? 'Bouwwerk'}
            onCheck={(nieuw, volgende) => ga({ check: nieuw, bewerkt: volgende ?? sleutel, replace: !volgende })}
            onVerder={(volgende) => ga(volgende ? { bewerkt: volgende } : { stap: 'feiten' })}
            onTekenaar={onTekenaar}
          />
        </Suspense>
      ) : stap === 'tekening' ? (
        <QueryState query={werkzaamheden} what="Tekening">
          {() => null}
        </QueryState>
      ) : (
        <Beoordeling heading={heading} plaats={plaats} plaatsNaam={plaatsNaam} url={url} onToonLaag={onToonLaag} />
      )}
    </div>
  );
}

/** Where one is; earlier steps can be gone back to. */
function Stappen({ url: { stap, check, hrefVan }, tekent }: { url: CheckUrl; tekent: boolean }) {
  const zichtbaar = stappen.filter((een) => tekent || een !== 'tekening');
  const hier = zichtbaar.indexOf(stap);
  return (
    <nav aria-label="Stappen van de vergunningcheck" className="stappen geen-druk">
      <ol>
        {zichtbaar.map((een, nummer) => (
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

interface BeoordelingProps extends Pick<VergunningcheckPageProps, 'heading' | 'plaatsNaam' | 'onToonLaag'> {
  plaats: RdPunt;
  url: CheckUrl;
}

/** The steps that need the oordeel of the server on what is known now. */
function Beoordeling({ heading, plaats, plaatsNaam, url, onToonLaag }: BeoordelingProps) {
  const { check, stap, bewerkt, ga } = url;
  const query = useQuery({
    ...ask(beoordeelCheck, { ...plaats, ...check }, plaats),
    placeholderData: keepPreviousData,
  });
  const bezig = query.isPlaceholderData;
  const geladen = query.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another page, though the heading is not read here
  useEffect(() => {
    // the button that led here is gone: a screen reader goes on from the heading, once it is there
    if (geladen && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [geladen, stap, heading]);
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
            invoer={{ ...plaats, ...check }}
            onPasToe={(onderdeel, voorstel) => {
              ga({ check: metVoorstel(check, onderdeel, voorstel) });
              heading.current?.focus();
            }}
            onBewerk={(plek) => ga({ stap: 'vragen', bewerkt: plek })}
            onVragen={() => ga({ stap: 'vragen' })}
            onToonLaag={onToonLaag}
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
