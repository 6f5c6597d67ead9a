import './map.css';
import { type ComponentProps, type RefObject, useId } from 'react';
import type { Laag, LegendaKlasse } from '../../server/lagen/contract.ts';
import { Icon } from '../ui/Icon.tsx';
import { groepen, moveLaag, setDekking, toggleLaag } from './lagen-keuze.ts';
import type { LaagKeuze } from './map-view.types.ts';
import { Panden3d } from './Panden3d.tsx';

interface LagenKaartProps extends ComponentProps<typeof Panden3d> {
  catalogus: readonly Laag[];
  /** From top to bottom. */
  lagen: readonly LaagKeuze[];
  onChange(lagen: LaagKeuze[]): void;
  /** Gets the focus when the card opens. */
  kopRef?: RefObject<HTMLHeadingElement | null>;
}

/** Which layers the map shows, how strong and in which order, with what their colours mean. */
export function LagenKaart({ catalogus, lagen, onChange, kopRef, ...panden3d }: LagenKaartProps) {
  const gekozen = lagen.flatMap((keuze) => {
    const laag = catalogus.find(({ id, ondergrond }) => id === keuze.id && !ondergrond);
    return laag ? [{ laag, keuze }] : [];
  });
  return (
    <div className="lagen">
      <h2 className="nl-heading nl-heading--level-3" tabIndex={-1} {...(kopRef && { ref: kopRef })}>
        Kaartlagen
      </h2>
      {gekozen.length > 0 && (
        <section aria-label="Lagen op de kaart, de bovenste eerst">
          <ol className="lagen__stapel">
            {gekozen.map(({ laag, keuze }, i) => (
              <GekozenLaag
                key={laag.id}
                laag={laag}
                keuze={keuze}
                eerste={i === 0}
                laatste={i === gekozen.length - 1}
                onWeg={() => onChange(toggleLaag(lagen, laag.id))}
                onDekking={(dekking) => onChange(setDekking(lagen, laag.id, dekking))}
                onMove={(step) => onChange(moveLaag(lagen, laag.id, step))}
              />
            ))}
          </ol>
        </section>
      )}
      <Panden3d {...panden3d} />
      {groepen(catalogus).map(({ groep, lagen: metGegevens, leeg }) => (
        <fieldset key={groep} className="lagen__groep">
          <legend>{groep}</legend>
          {metGegevens.map((laag) => (
            <label key={laag.id} className="aanvinken">
              <input
                type="checkbox"
                className="utrecht-checkbox utrecht-checkbox--html-input"
                checked={lagen.some(({ id }) => id === laag.id)}
                onChange={() => onChange(toggleLaag(lagen, laag.id))}
              />
              <span>
                {laag.naam}
                {laag.stand === 'wordt-gemaakt' && <span className="stil"> (wordt nog gemaakt)</span>}
              </span>
            </label>
          ))}
          {leeg.length > 0 && (
            <p className="stil">
              {metGegevens.length === 0 ? 'Wij hebben hier geen gegevens over: ' : 'Geen gegevens over: '}
              {leeg.map(({ naam }) => naam.toLowerCase()).join(', ')}.
            </p>
          )}
        </fieldset>
      ))}
    </div>
  );
}

interface GekozenLaagProps {
  laag: Laag;
  keuze: LaagKeuze;
  eerste: boolean;
  laatste: boolean;
  onWeg(): void;
  onDekking(dekking: number): void;
  onMove(step: -1 | 1): void;
}

function GekozenLaag({ laag, keuze, eerste, laatste, onWeg, onDekking, onMove }: GekozenLaagProps) {
  const dekkingId = useId();
  return (
    <li className="laag">
      <div className="laag__kop">
        <strong className="laag__naam">{laag.naam}</strong>
        <SmallButton icon="pijlOmhoog" naam={`Leg ${laag.naam} hoger`} disabled={eerste} onClick={() => onMove(-1)} />
        <SmallButton icon="pijlOmlaag" naam={`Leg ${laag.naam} lager`} disabled={laatste} onClick={() => onMove(1)} />
        <SmallButton icon="kruis" naam={`Haal ${laag.naam} van de kaart`} onClick={onWeg} />
      </div>
      <p className="stil">{laag.uitleg}</p>
      {laag.stand === 'leeg' && (
        <p className="stil">Wij hebben hier geen gegevens over: een lege kaart zegt dus niets.</p>
      )}
      {laag.stand === 'wordt-gemaakt' && (
        <p className="stil">Deze laag wordt nog gemaakt: een lege kaart zegt dus nog niets.</p>
      )}
      <Legenda laag={laag} />
      <div className="laag__dekking">
        <label htmlFor={dekkingId}>Zichtbaarheid</label>
        <input
          id={dekkingId}
          type="range"
          min={10}
          max={100}
          step={10}
          value={Math.round(keuze.dekking * 100)}
          aria-valuetext={`${Math.round(keuze.dekking * 100)} procent`}
          onChange={(event) => onDekking(Number(event.target.value) / 100)}
        />
        <output htmlFor={dekkingId}>{Math.round(keuze.dekking * 100)}%</output>
      </div>
    </li>
  );
}

interface SmallButtonProps {
  icon: 'pijlOmhoog' | 'pijlOmlaag' | 'kruis';
  naam: string;
  disabled?: boolean;
  onClick(): void;
}

/** Stays focusable when it has nothing to do, so that the keyboard does not lose its place at the end of the pile. */
function SmallButton({ icon, naam, disabled = false, onClick }: SmallButtonProps) {
  return (
    <button
      type="button"
      className="kaart__knop kaart__knop--kaal"
      aria-label={naam}
      title={naam}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What the colours of a layer mean. */
export function Legenda({ laag }: { laag: Laag }) {
  return (
    <ul className="legenda" aria-label={`Legenda van ${laag.naam}`}>
      {laag.legenda.map((klasse) => (
        <li key={klasse.waarde ?? klasse.label}>
          <Swatch klasse={klasse} rond={laag.geometrie === 'punt'} />
          {klasse.icoon && <Icon name={klasse.icoon} className="legenda__icoon" />}
          {klasse.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ klasse, rond }: { klasse: LegendaKlasse; rond: boolean }) {
  const { kleur, arcering } = klasse;
  const id = useId();
  return (
    <svg className="legenda__vak" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {arcering && (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" stroke={kleur} strokeWidth="2.5" />
        </pattern>
      )}
      {rond ? (
        <circle cx="10" cy="10" r="7" fill={kleur} stroke={kleur} />
      ) : (
        <rect
          x="1"
          y="3"
          width="18"
          height="14"
          rx="2"
          fill={arcering ? `url(#${id})` : kleur}
          fillOpacity={arcering ? 1 : 0.6}
          stroke={kleur}
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
