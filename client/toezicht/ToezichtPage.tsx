import './toezicht.css';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { leesGebieden } from '../../server/toezicht/contract.ts';
import { paden } from '../paden.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Skeleton } from '../ui/Section.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { BevindingenDeel } from './BevindingenDeel.tsx';
import { BevindingForm, bevindingFormId } from './BevindingForm.tsx';
import { CyclusDeel } from './CyclusDeel.tsx';
import { GebiedDeel } from './GebiedDeel.tsx';
import { OptredenDeel } from './OptredenDeel.tsx';
import type { Concept } from './opdrachten.ts';
import { usePlaatsbepaling } from './plek.ts';
import { StandDeel } from './StandDeel.tsx';
import { useVeldKaart } from './use-kaart.ts';
import { useVeld } from './use-veld.ts';
import { MagNiet, WachtVanAnderen } from './WachtNog.tsx';
import { WerklijstDeel } from './WerklijstDeel.tsx';

interface ToezichtPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  /** The place in the address bar: searched for, or chosen on the map. */
  plaats: RdPunt | null;
  onPlaats(punt: RdPunt): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

const delen: readonly { pad: string; naam: string; icoon: IconName }[] = [
  { pad: '', naam: 'Gebied', icoon: 'wijk' },
  { pad: '/werklijst', naam: 'Werklijst', icoon: 'straat' },
  { pad: '/optreden', naam: 'Optreden', icoon: 'vraag' },
  { pad: '/bevindingen', naam: 'Bevindingen', icoon: 'document' },
];

const leegBeeld: VeldBeeld = { cellen: [], stops: [], begin: null, cirkel: null, regimes: [] };

/** For who supervises in the street, with one hand and also without network. */
export function ToezichtPage({ heading, plaats, onPlaats, onTekenaar }: ToezichtPageProps) {
  const { pathname, search } = useLocation();
  const { mag, ingelogd } = useSession();
  const veld = useVeld();
  const plek = usePlaatsbepaling();
  const [beeld, setBeeld] = useState<VeldBeeld>(leegBeeld);
  const { dienst, wie } = veld;
  const concept = useRef<Concept | null>(null);
  const { wijsAan } = plek;
  // a place that is searched for or pointed at is where somebody stands, until he measures
  useEffect(() => {
    if (plaats) wijsAan(plaats);
  }, [plaats, wijsAan]);
  const gebieden = useQuery({ ...ask(leesGebieden, {}), enabled: veld.online });
  const hoeken = dienst?.gebied.omhullende.join();
  // the device is read again and again: only another area moves the map
  // biome-ignore lint/correctness/useExhaustiveDependencies: the corners say it all
  const box = useMemo(() => dienst?.gebied.omhullende ?? null, [hoeken]);
  const deel = pathname.slice(paden.toezicht.length);
  const werkt = wie !== null && (ingelogd ? mag('bevinding', 'schrijven') : dienst !== null);
  const leest = ingelogd !== null && mag('bevinding', 'lezen');
  // whose role was taken away, or who logged out, sees nothing of it on the map either
  useVeldKaart(werkt || leest ? beeld : leegBeeld, box, { onTekenaar, onPlek: onPlaats });
  const kop = (
    <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
      Toezicht op straat
    </h1>
  );
  if (veld.bezig) return <Skeleton what="Toezicht" />;
  if (!werkt) {
    return (
      <div className="pagina stapel stapel--ruim toezicht">
        {kop}
        {ingelogd && <MagNiet veld={veld} />}
        {veld.vanAnderen > 0 && <WachtVanAnderen aantal={veld.vanAnderen} />}
        {ingelogd && leest ? (
          <>
            <CyclusDeel gemeenten={ingelogd.bevoegdGezag} />
            {ingelogd.rechten.bevinding !== 'A' && <BevindingenDeel veld={veld} onBeeld={setBeeld} leeg={leegBeeld} />}
          </>
        ) : (
          <MetRecht gegeven="bevinding" doe="lezen" wat="toezicht op straat">
            {null}
          </MetRecht>
        )}
      </div>
    );
  }
  return (
    <div className="toezicht toezicht--veld">
      <div className="pagina stapel stapel--ruim">
        {kop}
        <StandDeel veld={veld} bijBevindingen={deel.startsWith('/bevinding')} />
        {deel === '' && (
          <GebiedDeel veld={veld} gebieden={gebieden.data?.gebieden ?? null} onBeeld={setBeeld} leeg={leegBeeld} />
        )}
        {deel === '/werklijst' && <WerklijstDeel veld={veld} plek={plek} onBeeld={setBeeld} leeg={leegBeeld} />}
        {deel === '/optreden' && <OptredenDeel veld={veld} plek={plek} onBeeld={setBeeld} leeg={leegBeeld} />}
        {deel === '/bevindingen' && <BevindingenDeel veld={veld} onBeeld={setBeeld} leeg={leegBeeld} />}
        {deel === '/bevinding' && <BevindingForm {...{ veld, plek, concept }} onBeeld={setBeeld} leeg={leegBeeld} />}
      </div>
      <div className="toezicht__voet">
        {deel === '/bevinding' ? (
          <Button type="submit" form={bevindingFormId} soort="primary" icon="vink">
            Leg vast
          </Button>
        ) : (
          <Link className="nl-button nl-button--primary" to={`${paden.toezicht}/bevinding${search}`}>
            <span className="nl-button__icon-start">
              <Icon name="plus" />
            </span>
            <span className="nl-button__label">Nieuwe bevinding</span>
          </Link>
        )}
        <nav aria-label="Toezicht" className="toezicht__balk">
          {delen.map(({ pad, naam, icoon }) => (
            <NavLink key={pad} to={`${paden.toezicht}${pad}${search}`} end className="toezicht__tab">
              <Icon name={icoon} />
              {naam}
            </NavLink>
          ))}
        </nav>
      </div>
    </div>
  );
}
