import { formaten, fotoFormaten, noemFormaten } from '../../server/bijlagen/domain.ts';
import type { Bijlage } from '../../server/indienen/contract.ts';
import type { Vereiste } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { BijlagenVak } from '../ui/BijlagenVak.tsx';
import { veldId } from './VeldInvoer.tsx';

interface BijlagenStapProps {
  conceptId: string;
  headers: Record<string, string>;
  fotos: boolean;
  vereisten: readonly Vereiste[];
  bijlagen: readonly Bijlage[];
  ververs(): Promise<unknown>;
}

/** The documents: what belongs to it, what has come, and what is on its way. */
export function BijlagenStap({ fotos, vereisten, ...vak }: BijlagenStapProps) {
  const toegestaan = fotos ? fotoFormaten : formaten;
  return (
    <div className="stapel stapel--ruim" id={veldId('bijlagen')} tabIndex={-1}>
      <p className="nl-paragraph">
        Stuur {noemFormaten(toegestaan)}, ten hoogste 50 MB per bestand. Wij kijken naar de inhoud van het bestand, niet
        naar de naam.
        {!fotos && vereisten.length > 0 && ' Hebt u iets nog niet? Dan kunt u het later aanvullen (Awb 4:5).'}
      </p>
      {vereisten.map(({ id, tekst, artikel }) => (
        <section key={id} className="stapel stapel--dicht" aria-label={tekst}>
          <p>
            {tekst} <span className="formulier__artikel">{artikel}</span>
          </p>
          <BijlagenVak {...vak} toegestaan={toegestaan} soort={id} over={tekst} />
        </section>
      ))}
      <section className="stapel stapel--dicht" aria-label={fotos ? 'Foto’s' : 'Iets anders'}>
        {vereisten.length > 0 && <p>Iets anders</p>}
        <BijlagenVak {...vak} toegestaan={toegestaan} soort="overig" over={fotos ? 'foto' : 'iets anders'} />
        {fotos && <p className="stil">Zet geen mensen of kentekens op de foto. U kunt deze stap overslaan.</p>}
      </section>
    </div>
  );
}
