import { type ComponentProps, type RefObject, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { RdPunt } from '../server/geo/rd.ts';
import { formatDatum, formatMoment } from './format.ts';
import { KaartjeSecties } from './KaartjeSecties.tsx';
import { Identity } from './locatie/Identity.tsx';
import { naamVan } from './locatie/naam.ts';
import { useStand } from './offline/use-stand.ts';
import { paden } from './paden.ts';
import { Uittreksel } from './rapport/Uittreksel.tsx';
import { Button } from './ui/Button.tsx';
import { QueryState } from './ui/Section.tsx';
import type { usePlek } from './use-plek.ts';

interface KaartjeProps extends Omit<ComponentProps<typeof KaartjeSecties>, 'begin'> {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt;
  plek: Pick<ReturnType<typeof usePlek>, 'locatie' | 'beginSectie'>;
  hrefOf(path: string): string;
}

/** The card of a place: what lies there, all that is known about it, and what one can do with it. */
export function Kaartje({ heading, plek, hrefOf, ...secties }: KaartjeProps) {
  const { state, plaats } = secties;
  const { locatie, beginSectie } = plek;
  const naam = locatie.data && naamVan(locatie.data);
  return (
    <article className="kaartje">
      <PrintHead />
      <div className="kaartje__kop">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          {naam ?? 'Gekozen plek'}
        </h1>
        <p className="alleen-voorlezen" role="status">
          {naam && `${naam} is geladen`}
        </p>
        <QueryState query={locatie} what="Plaats">
          {(data) => <Identity locatie={data} />}
        </QueryState>
        <p className="geen-druk">
          <Link className="nl-link" to={hrefOf(paden.check)}>
            Heb ik hier een vergunning nodig?
          </Link>
          {' · '}
          <Link className="nl-link" to={hrefOf(`${paden.indienen}/nieuw/melding-openbare-ruimte`)}>
            Melding doen
          </Link>
          {' · '}
          <Link className="nl-link" to={hrefOf(paden.volgen)}>
            Volg deze plek
          </Link>
          {' · '}
          <Link className="nl-link" to={hrefOf(paden.tijdlijn)}>
            Wat verandert hier?
          </Link>
        </p>
      </div>
      <KaartjeSecties {...secties} begin={locatie.data ? beginSectie : null} />
      <div className="kaartje__voet stapel">
        <div className="geen-druk">
          <Button icon="druk" onClick={() => window.print()}>
            Druk af of bewaar als pdf
          </Button>
        </div>
        <Uittreksel plaats={plaats} datum={state.datum} straalM={state.besluiten.straal} />
      </div>
    </article>
  );
}

/** Stands above the card on paper only: whose it is, when it was printed, how old it is, and where to find it again. */
function PrintHead() {
  const [druk, setDruk] = useState(() => ({ op: new Date(), adres: window.location.href }));
  const { van } = useStand();
  useEffect(() => {
    const onPrint = () => setDruk({ op: new Date(), adres: window.location.href });
    window.addEventListener('beforeprint', onPrint);
    return () => window.removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <div className="alleen-druk druk-kop">
      <span className="kop__logo" aria-hidden="true" />
      <p>
        <strong>Omgevingsloket op de kaart</strong>
        <br />
        Afgedrukt op {formatDatum(druk.op.toISOString())}
        {van && `, met de stand van ${formatMoment(van)}`}
        <br />
        {druk.adres}
      </p>
    </div>
  );
}
