import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { CheckAntwoord, Onderdeel } from '../../server/vergunningcheck/contract.ts';
import { schrijfGemist } from '../../server/vergunningcheck/domain/toon.ts';
import { formatM2 } from '../format.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { useTekenvel } from '../use-tekenvel.ts';
import { vang } from '../vormen.ts';
import { MatenForm } from './MatenForm.tsx';
import {
  gevelNaar,
  gevelsVan,
  matenVan,
  middenVan,
  oppervlakteM2,
  type Ring,
  rechthoekUit,
  verschoven,
  zijdenVan,
} from './maten.ts';
import type { Tekenplek } from './tekenplek.ts';
import { toonUitkomst } from './uitkomsten.ts';
import { useGeschiedenis } from './use-geschiedenis.ts';

interface TekenStapProps {
  heading: RefObject<HTMLHeadingElement | null>;
  onderdeel: Onderdeel;
  naam: string;
  /** Other bouwwerken of this check. */
  andere: readonly Ring[];
  plek: Tekenplek;
  /** Judges with another ring; runs in the browser, on every move. */
  beoordeel(ring: Ring | null): CheckAntwoord;
  onRing(ring: Ring | null): void;
  onVerder(): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** Steps of the arrow keys, in metres. */
const stap = { gewoon: 0.1, groot: 1 } as const;

/** Draws one bouwwerk: on the map, or by typing its measures. The verdict stands beside it and moves along. */
export function TekenStap(props: TekenStapProps) {
  const { heading, onderdeel, naam, andere, plek, beoordeel, onRing, onVerder, onTekenaar } = props;
  const { nu: ring, toon, stap: maakStap, terug, opnieuw } = useGeschiedenis<Ring | null>(onderdeel.ring);
  /** The ring before it was dragged. */
  const vast = useRef<Ring | null>(onderdeel.ring);
  const vel = useTekenvel(onTekenaar, {
    vang: (punt, bereikM) => plek.vormen && vang(plek.vormen, punt, bereikM),
    onRing: (getekend, klaar) => (klaar ? zet(getekend) : toon(getekend)),
    onLeg: (nieuw) => {
      nieuw.toon(vast.current);
      if (plek.perceel) nieuw.kijkNaar(plek.perceel);
    },
  });

  const leg = (nieuw: Ring | null) => {
    vast.current = nieuw;
    vel?.toon(nieuw);
    onRing(nieuw);
  };
  const zet = (nieuw: Ring | null) => {
    maakStap(nieuw, vast.current);
    leg(nieuw);
  };
  const herstel = (naar: (() => Ring | null) | null) => {
    if (naar) leg(naar());
  };

  useEffect(() => {
    vel?.achtergrond({
      gebieden: plek.achtererf,
      andere,
      teksten: ring
        ? zijdenVan(ring).map(({ lengteM, midden, buiten }) => ({ punt: midden, tekst: lengteTekst(lengteM), buiten }))
        : [],
    });
  }, [vel, ring, plek.achtererf, andere]);

  const gevel = useMemo(() => {
    if (!plek.hoofdgebouw) return null;
    const tuin = plek.achtererf[0]?.[0];
    return tuin ? gevelNaar(plek.hoofdgebouw, middenVan(tuin)) : (gevelsVan(plek.hoofdgebouw)[0] ?? null);
  }, [plek]);
  const maten = ring && gevel && plek.perceel ? matenVan(ring, gevel, plek.perceel) : null;
  const antwoord = useMemo(() => beoordeel(ring), [beoordeel, ring]);

  const toets = (event: React.KeyboardEvent) => {
    const pijlen: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const pijl = pijlen[event.key];
    if (!pijl || !ring || !gevel) return;
    event.preventDefault();
    const metres = event.shiftKey ? stap.groot : stap.gewoon;
    zet(verschoven(ring, gevel, pijl[0] * metres, pijl[1] * metres));
  };

  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Waar komt het, en hoe groot?
        </h1>
        <p className="nl-paragraph">
          {naam}. Klik op de kaart om de hoeken te zetten; de lijn pakt de rand van uw perceel en huis vast. Of vul
          hieronder de maten in.
        </p>
      </div>
      {plek.melding && (
        <Notice soort="warning" title={plek.melding}>
          U kunt gewoon tekenen. Wat wij niet kunnen berekenen, vragen wij u of zoekt de gemeente uit.
        </Notice>
      )}
      <LiveOordeel antwoord={antwoord} sleutel={onderdeel.sleutel} ring={ring} />
      <div className="rij">
        <Button disabled={!terug} onClick={() => herstel(terug)}>
          Maak ongedaan
        </Button>
        <Button disabled={!opnieuw} onClick={() => herstel(opnieuw)}>
          Doe opnieuw
        </Button>
        <Button disabled={!ring} icon="kruis" onClick={() => zet(null)}>
          Wis de tekening
        </Button>
      </div>
      {gevel && plek.perceel ? (
        <section aria-labelledby="maten" className="stapel">
          <h2 id="maten" className="kop-klein">
            Maten
          </h2>
          {ring && !maten && (
            <p className="nl-paragraph stil">
              Uw tekening is geen rechthoek langs het huis. De zijden zijn{' '}
              {zijdenVan(ring)
                .map(({ lengteM }) => lengteTekst(lengteM))
                .join(', ')}
              . Vult u hieronder maten in, dan maken wij er een rechthoek van.
            </p>
          )}
          <MatenForm
            maten={maten}
            onMaten={(gevraagd) => {
              const nieuw = plek.perceel && rechthoekUit(gevraagd, gevel, plek.perceel);
              if (nieuw) zet(nieuw);
              return nieuw !== null;
            }}
          />
          {ring && (
            // biome-ignore lint/a11y/useSemanticElements: a group of keys, with the same done by the fields above
            <div
              role="group"
              aria-label="Verschuif met de pijltjestoetsen"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: takes the arrow keys
              tabIndex={0}
              className="verschuif"
              onKeyDown={toets}
            >
              Verschuif met de pijltjestoetsen: 10 cm per keer, met Shift 1 meter.
            </div>
          )}
        </section>
      ) : (
        <Notice soort="info" title="Wij weten niet waar uw huis staat">
          Daardoor kunt u hier geen maten vanaf het huis invullen. Teken op de kaart, of vraag het de gemeente.
        </Notice>
      )}
      <div>
        <Button soort="primary" onClick={onVerder}>
          {ring ? 'Ga verder' : 'Ga verder zonder tekening'}
        </Button>
      </div>
    </div>
  );
}

const lengteTekst = (metres: number) => `${metres.toFixed(2).replace('.', ',')} m`;

interface LiveOordeelProps {
  antwoord: CheckAntwoord;
  sleutel: string;
  ring: Ring | null;
}

/** The verdict on what is drawn now: the outcome, the room that is left, and the limit that is hit. */
function LiveOordeel({ antwoord, sleutel, ring }: LiveOordeelProps) {
  const oordeel = antwoord.oordeel.onderdelen.find(({ onderdeel }) => onderdeel === sleutel);
  const gebouwd = oordeel?.delen.find(({ vraag }) => vraag === 'R');
  if (!ring || !oordeel || !gebouwd) {
    return <p className="nl-paragraph stil">Zodra u tekent, ziet u hier of het zonder vergunning kan.</p>;
  }
  const { meting } = oordeel;
  const over =
    meting && meting.maximumM2 !== null && meting.gebruiktM2 !== null ? meting.maximumM2 - meting.gebruiktM2 : null;
  const geraakt = gebouwd.toetsen.filter(({ uitslag }) => uitslag === 'voldoet-niet');
  const open = gebouwd.toetsen.filter(({ uitslag }) => uitslag === 'onbekend').length;
  const meldingen = antwoord.oordeel.meldingen.filter(({ onderdeel }) => onderdeel === sleutel);
  return (
    <section aria-label="Oordeel over uw tekening" className="live stapel stapel--dicht">
      <div role="status">
        <Outcome {...toonUitkomst(gebouwd.uitkomst)} />
      </div>
      {meldingen.map(({ code, tekst, volgendeStap }) => (
        <p key={code}>
          <strong>{tekst}</strong> {volgendeStap.tekst}
        </p>
      ))}
      <p>
        Oppervlakte {formatM2(Math.abs(oppervlakteM2(ring)))}
        {over !== null &&
          (over >= 0
            ? `. U houdt ${formatM2(over)} over.`
            : `. Dat is ${formatM2(-over)} meer dan mag zonder vergunning.`)}
      </p>
      {geraakt.length > 0 && (
        <ul className="live__grenzen">
          {geraakt.map((toets) => (
            <li key={toets.id}>
              {schrijfGemist(toets)} {toets.wijziging?.tekst} <span className="stil">{toets.artikel}</span>
            </li>
          ))}
        </ul>
      )}
      {open > 0 && <p className="stil">Wat wij nog niet weten, vragen wij u hierna.</p>}
    </section>
  );
}
