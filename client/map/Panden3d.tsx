import { useId } from 'react';
import { hoogsteKanteling } from '../url.ts';
import type { HoogtesInBeeld } from './panden-3d.ts';

/** How steep the map is seen when somebody asks for heights. */
const beginKanteling = 45;

const uitleg: Record<HoogtesInBeeld, string> = {
  alle: 'Van alle panden in beeld is de hoogte bekend.',
  deels: 'Van een deel van de panden in beeld weten wij de hoogte niet. Die staan plat en gearceerd.',
  geen: 'Van geen van de panden in beeld weten wij de hoogte. Zij staan plat en gearceerd.',
  'geen-panden': 'In beeld staan geen panden.',
  'te-ver': 'Zoom in om te zien hoe hoog de panden zijn.',
};

interface Panden3dProps {
  /** In degrees; null: the map is flat. */
  kanteling: number | null;
  onKanteling(kanteling: number | null): void;
  /** Null: not known yet. */
  hoogtes: HoogtesInBeeld | null;
}

/** Shows the panden as high as they are, and how steep the map is seen. */
export function Panden3d({ kanteling, onKanteling, hoogtes }: Panden3dProps) {
  const id = useId();
  return (
    <fieldset className="lagen__groep">
      <legend>Weergave</legend>
      <label className="aanvinken">
        <input
          type="checkbox"
          className="utrecht-checkbox utrecht-checkbox--html-input"
          checked={kanteling !== null}
          onChange={({ target }) => onKanteling(target.checked ? beginKanteling : null)}
        />
        <span>Panden in 3D</span>
      </label>
      {kanteling !== null && (
        <>
          <div className="laag__dekking">
            <label htmlFor={id}>Kanteling</label>
            <input
              id={id}
              type="range"
              min={0}
              max={hoogsteKanteling}
              step={5}
              value={kanteling}
              aria-valuetext={`${kanteling} graden`}
              onChange={({ target }) => onKanteling(Number(target.value))}
            />
            <output htmlFor={id}>{kanteling}°</output>
          </div>
          <p className="stil" role="status">
            {hoogtes && uitleg[hoogtes]}
          </p>
          <p className="stil">
            Elk pand is zo hoog als zijn bron zegt: één hoogte per pand, zonder dakvorm. U draait de kaart met de
            knoppen bij het zoomen, of met Shift en de pijltjestoetsen.
          </p>
        </>
      )}
    </fieldset>
  );
}
