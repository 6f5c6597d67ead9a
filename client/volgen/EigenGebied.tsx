import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { useTekenvel } from '../use-tekenvel.ts';
import { leesHoeken, type Ring, schrijfHoeken } from './hoeken.ts';

interface EigenGebiedProps {
  /** The corners as text: what is drawn is written there, and what is typed is drawn. */
  tekst: string;
  onTekst(tekst: string): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** An area of one's own: drawn on the map, or typed. */
export function EigenGebied({ tekst, onTekst, onTekenaar }: EigenGebiedProps) {
  const vel = useTekenvel(onTekenaar, {
    vang: () => null,
    onRing: (ring, klaar) => klaar && onTekst(schrijfHoeken(ring)),
    onLeg: (nieuw) => nieuw.toon(vlakVan(tekst)),
  });
  const zet = (nieuw: string) => {
    onTekst(nieuw);
    vel?.toon(vlakVan(nieuw));
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

/** @returns null for fewer than three corners, or a line that is no corner */
function vlakVan(tekst: string): Ring | null {
  const ring = leesHoeken(tekst);
  return ring && ring.length >= 3 ? ring : null;
}
