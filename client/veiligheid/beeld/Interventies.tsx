import type { Interventie } from '../../../server/veiligheid/beeld/contract.ts';
import { zinVanMeting } from '../../../server/veiligheid/beeld/domain/woorden.ts';
import { noemMaand } from '../../../server/veiligheid/domain/periode.ts';
import { aantal } from '../../format.ts';
import { EffectLijn } from './EffectLijn.tsx';

interface InterventieLijstProps {
  interventies: readonly Interventie[];
  /** Level of their headings. */
  Kop: 'h3' | 'h4';
  /** Takes one away; left out: reading only. */
  onWis?(interventie: Interventie): void;
}

/** What was done and what it changed: in words, and as a line with its interval. */
export function InterventieLijst({ interventies, Kop, onWis }: InterventieLijstProps) {
  return interventies.map((interventie) => (
    <section key={interventie.id} className="beeld__interventie stapel stapel--dicht" aria-label={interventie.naam}>
      <Kop className="kop-klein">{interventie.naam}</Kop>
      {interventie.omschrijving && <p>{interventie.omschrijving}</p>}
      <p className="stil">
        Vanaf {noemMaand(interventie.begin)}, in {aantal(interventie.aantalCellen, 'cel', 'cellen')} van 1 hectare.
        Geteld: {interventie.klassen.map(({ naam }) => naam).join(', ')}.
      </p>
      {interventie.meting.stand === 'gemeten' && <EffectLijn meting={interventie.meting} />}
      {zinVanMeting(interventie).map((zin) => (
        <p key={zin}>{zin}</p>
      ))}
      {onWis && (
        <div>
          <button
            type="button"
            className="nl-button nl-button--subtle"
            onClick={() => window.confirm(`Wilt u "${interventie.naam}" weghalen?`) && onWis(interventie)}
          >
            <span className="nl-button__label">Haal deze interventie weg</span>
          </button>
        </div>
      )}
    </section>
  ));
}
