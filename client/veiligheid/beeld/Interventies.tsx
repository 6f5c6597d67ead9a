import { Link } from 'react-router';
import type { Interventie } from '../../../server/veiligheid/beeld/contract.ts';
import { zinVanMeting } from '../../../server/veiligheid/beeld/domain/woorden.ts';
import { noemMaand } from '../../../server/veiligheid/domain/periode.ts';
import { aantal } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { EffectLijn } from './EffectLijn.tsx';
import { padVanInterventie } from './pad.ts';

interface InterventieLijstProps {
  interventies: readonly Interventie[];
  /** Level of their headings. */
  Kop: 'h3' | 'h4';
  /** Takes one away; left out: reading only. */
  onWis?(interventie: Interventie): void;
  bezig?: boolean;
}

/** What was done and what it changed: in words, and as a line with its interval. */
export function InterventieLijst({ interventies, Kop, onWis, bezig = false }: InterventieLijstProps) {
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
        <div className="rij">
          <Link className="nl-button nl-button--secondary" to={padVanInterventie(interventie.id)}>
            <span className="nl-button__label">
              Wijzig<span className="alleen-voorlezen"> {interventie.naam}</span>
            </span>
          </Link>
          <Button disabled={bezig} onClick={() => onWis(interventie)}>
            Haal<span className="alleen-voorlezen"> {interventie.naam}</span> weg
          </Button>
        </div>
      )}
    </section>
  ));
}
