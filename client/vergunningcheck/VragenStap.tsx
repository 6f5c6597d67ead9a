import { type RefObject, useEffect } from 'react';
import type { CheckAntwoord, Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { Balk } from '../ui/Balk.tsx';
import { Button } from '../ui/Button.tsx';
import { VraagForm } from './VraagForm.tsx';

export const vraagPlek = ({ onderdeel, sleutel }: Pick<Vraag, 'onderdeel' | 'sleutel'>) =>
  `${onderdeel ?? ''}/${sleutel}`;

interface VragenStapProps {
  heading: RefObject<HTMLHeadingElement | null>;
  antwoord: CheckAntwoord;
  /** The answered question that is open again; null: the next one. */
  bewerkt: string | null;
  /** The answer of the server is still on its way: what is shown may be answered already. */
  bezig: boolean;
  onAntwoord(vraag: Vraag, antwoord: Waarde): void;
  onBewerk(plek: string): void;
  onTerug(): void;
  onKlaar(): void;
}

/** One question on the screen: the next that can still change the outcome, or an earlier one to change. */
export function VragenStap(props: VragenStapProps) {
  const { heading, antwoord, bewerkt, bezig, onAntwoord, onBewerk, onTerug, onKlaar } = props;
  const eerder = antwoord.beantwoord.find((een) => vraagPlek(een) === bewerkt);
  const vraag: Vraag | undefined = eerder ?? antwoord.volgendeVragen[0];
  const plek = vraag ? vraagPlek(vraag) : null;
  const vorige = eerder
    ? antwoord.beantwoord[antwoord.beantwoord.indexOf(eerder) - 1]
    : antwoord.beantwoord[antwoord.beantwoord.length - 1];
  useEffect(() => {
    if (plek && !bezig) heading.current?.focus({ preventScroll: true });
  }, [plek, bezig, heading]);
  useEffect(() => {
    if (!vraag && !bezig) onKlaar();
  }, [vraag, bezig, onKlaar]);
  if (!vraag) return null;
  const naam = antwoord.oordeel.onderdelen.find(({ onderdeel }) => onderdeel === vraag.onderdeel)?.naam;
  const { beantwoord, tegaan } = antwoord.voortgang;
  return (
    <div className="stapel stapel--ruim" aria-busy={bezig}>
      <div className="stapel stapel--dicht">
        <p className="stil">
          {naam ?? 'Over uw plek'}
          {!eerder && `. Nog ${tegaan === 1 ? '1 vraag' : `ten hoogste ${tegaan} vragen`}.`}
        </p>
        <Balk deel={beantwoord / Math.max(1, beantwoord + tegaan)} label="Beantwoorde vragen" />
      </div>
      <VraagForm
        key={plek}
        vraag={vraag}
        antwoord={eerder?.antwoord}
        heading={heading}
        niveau={1}
        verder={eerder ? 'Bewaar' : 'Verder'}
        onAntwoord={(waarde) => onAntwoord(vraag, waarde)}
      >
        <Button soort="subtle" icon="pijlLinks" onClick={() => (vorige ? onBewerk(vraagPlek(vorige)) : onTerug())}>
          Vorige
        </Button>
      </VraagForm>
    </div>
  );
}
