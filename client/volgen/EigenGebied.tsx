import { useEffect, useRef } from 'react';
import type { Tekenaar } from '../tekenaar.ts';
import type { Tekenvel } from '../tekenvel.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { leesHoeken, schrijfHoeken } from './hoeken.ts';

interface EigenGebiedProps {
  /** The corners as text: what is drawn is written there, and what is typed is drawn. */
  tekst: string;
  onTekst(tekst: string): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** An area of one's own: drawn on the map, or typed. */
export function EigenGebied({ tekst, onTekst, onTekenaar }: EigenGebiedProps) {
  const vel = useRef<Tekenvel | null>(null);
  const laatste = useRef({ tekst, onTekst });
  laatste.current = { tekst, onTekst };
  const toon = (hoeken: string) => {
    const ring = leesHoeken(hoeken);
    vel.current?.toon(ring && ring.length >= 3 ? ring : null);
  };
  useEffect(() => {
    let weg = false;
    void import('../tekenvel.ts').then(({ startTekenvel }) => {
      if (weg) return;
      onTekenaar((map, palet) => {
        const nieuw = startTekenvel(map, {
          palet,
          vang: () => null,
          onRing: (ring, klaar) => klaar && laatste.current.onTekst(schrijfHoeken(ring)),
        });
        vel.current = nieuw;
        const ring = leesHoeken(laatste.current.tekst);
        if (ring && ring.length >= 3) nieuw.toon(ring);
        return () => {
          vel.current = null;
          nieuw.stop();
        };
      });
    });
    return () => {
      weg = true;
      onTekenaar(null);
    };
  }, [onTekenaar]);
  const zet = (nieuw: string) => {
    onTekst(nieuw);
    toon(nieuw);
  };
  return (
    <div className="stapel stapel--dicht">
      <p className="nl-paragraph">
        Klik op de kaart om de hoeken te zetten, en klik op de eerste hoek als u klaar bent. Of vul de hoeken hier in.
      </p>
      <TextAreaField
        label="Hoeken van het gebied"
        uitleg="Eén hoek per regel: x en y in RD-meters, bijvoorbeeld 146000 505000."
        rows={4}
        value={tekst}
        onChange={({ target }) => zet(target.value)}
      />
      <div>
        <Button icon="kruis" disabled={tekst === ''} onClick={() => zet('')}>
          Wis het gebied
        </Button>
      </div>
    </div>
  );
}
