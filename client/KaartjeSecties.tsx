import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Besluit } from '../server/besluiten/contract.ts';
import type { RdPunt } from '../server/geo/rd.ts';
import { BesluitenSection } from './besluiten/BesluitenSection.tsx';
import { OmstandighedenSection } from './omstandigheden/OmstandighedenSection.tsx';
import { RegelsSection } from './regels/RegelsSection.tsx';
import { SectionFrame } from './ui/Section.tsx';
import { type Sectie, secties, type UrlState } from './url.ts';

const sectieNamen: Record<Sectie, string> = {
  regels: 'Regels',
  omstandigheden: 'Omstandigheden',
  besluiten: 'Besluiten',
  kaart: 'Op de kaart',
};

interface KaartjeSectiesProps {
  state: UrlState;
  plaats: RdPunt;
  go(state: UrlState, move?: { replace?: boolean }): void;
  gemarkeerd: string | null;
  onMarkeer(identificatie: string | null): void;
  onBesluiten(besluiten: readonly Besluit[]): void;
  /** The section to lead to, once there is something above it. */
  begin: Sectie | null;
  /** What the map shows here, as a list. */
  kaart: ReactNode;
}

/** The sections of the card; which stand open is in the address. */
export function KaartjeSecties(props: KaartjeSectiesProps) {
  const { state, plaats, go, gemarkeerd, onMarkeer, onBesluiten, begin, kaart } = props;
  const root = useRef<HTMLDivElement>(null);
  useBegin(root, begin);
  const section = (sectie: Sectie) => ({
    plaats,
    open: state.secties.includes(sectie),
    onToggle: () =>
      go(
        {
          ...state,
          secties: secties.filter((een) => state.secties.includes(een) !== (een === sectie)),
        },
        { replace: true },
      ),
  });
  /** Opens a section and brings it into view, with the focus on its heading. */
  const naar = (sectie: Sectie) => {
    if (!state.secties.includes(sectie)) section(sectie).onToggle();
    const knop = document.querySelector<HTMLElement>(`#${sectie}-kop > button`);
    knop?.focus({ preventScroll: true });
    knop?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="secties" ref={root}>
      <nav aria-label="Onderdelen van deze plek" className="sprong geen-druk">
        <ul>
          {secties.map((sectie) => (
            <li key={sectie}>
              <a
                href={`#${sectie}-kop`}
                onClick={(event) => {
                  event.preventDefault();
                  naar(sectie);
                }}
              >
                {sectieNamen[sectie]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <RegelsSection
        {...section('regels')}
        datum={state.datum}
        onDatum={(datum) => go({ ...state, datum })}
        filter={state.regels}
        onFilter={(regels) => go({ ...state, regels }, { replace: true })}
      />
      <OmstandighedenSection {...section('omstandigheden')} />
      <BesluitenSection
        {...section('besluiten')}
        filter={state.besluiten}
        onFilter={(besluiten) => go({ ...state, besluiten }, { replace: true })}
        gemarkeerd={gemarkeerd}
        onMarkeer={onMarkeer}
        onBesluiten={onBesluiten}
      />
      <SectionFrame
        id="kaart"
        title={sectieNamen.kaart}
        {...section('kaart')}
        summary={!state.secties.includes('kaart') && <p className="stil">Wat de kaart hier toont, als lijst.</p>}
      >
        {() => kaart}
      </SectionFrame>
    </div>
  );
}

/** How long the sections may take to find their size, in ms. */
const zetTijd = 8_000;

/** Leads to a section: focus on its heading, and in view while those around it load, until the person does something. */
function useBegin(root: RefObject<HTMLElement | null>, sectie: Sectie | null): void {
  useEffect(() => {
    if (!sectie || !root.current) return;
    const knop = document.querySelector<HTMLElement>(`#${sectie}-kop > button`);
    if (!document.activeElement?.closest('[data-houdt-focus]')) knop?.focus({ preventScroll: true });
    const toon = () => knop?.scrollIntoView({ block: 'start' });
    const volg = new ResizeObserver(toon);
    volg.observe(root.current);
    const daden = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;
    const stop = () => {
      volg.disconnect();
      clearTimeout(klok);
      for (const daad of daden) window.removeEventListener(daad, stop);
    };
    const klok = setTimeout(stop, zetTijd);
    for (const daad of daden) window.addEventListener(daad, stop, { passive: true });
    return stop;
  }, [root, sectie]);
}
