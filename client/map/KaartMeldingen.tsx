import { Notice } from '../ui/Notice.tsx';
import type { Fault } from './listen.ts';
import type { MapViewProps } from './map-view.types.ts';

interface KaartMeldingenProps {
  fault: Fault | null;
  online: boolean;
  /** The map was drawn once. */
  ready: boolean;
  catalogus: MapViewProps['catalogus'];
  /** The name of the background of others that does not come; null: it does, or none was asked. */
  achtergrondWeg: string | null;
  onOpnieuw(): void;
}

/** What the map cannot show now, and what to do about it. */
export function KaartMeldingen({ fault, online, ready, catalogus, achtergrondWeg, onOpnieuw }: KaartMeldingenProps) {
  return (
    <>
      {fault === 'geen-webgl' && (
        <Notice soort="warning" title="De kaart kan hier niet worden getekend" live>
          Uw browser of apparaat ondersteunt geen WebGL 2, of dat staat uit. Zoek op een adres of perceel: alles wat de
          kaart toont leest u ook in de tekst.
        </Notice>
      )}
      {fault === 'tegels' && !online && (
        <Notice soort="info" title="U bent offline: een deel van de kaart staat niet op uw apparaat" live>
          Wat u hier mist kan er wel zijn. Wij halen het op als uw verbinding terug is.
        </Notice>
      )}
      {fault === 'tegels' && online && (
        <Notice soort="warning" title="Een deel van de kaart laadt niet" live>
          <p className="nl-paragraph">
            Wat u op de kaart mist kan er wel zijn. De teksten op deze pagina werken gewoon.
          </p>
          <button type="button" className="nl-button nl-button--secondary" onClick={onOpnieuw}>
            <span className="nl-button__label">Laad de kaart opnieuw</span>
          </button>
        </Notice>
      )}
      {achtergrondWeg && (
        <Notice soort="info" title="U ziet onze eigen achtergrondkaart" live>
          {`${achtergrondWeg} laadt nu niet. De lagen van dit loket staan er gewoon op.`}
        </Notice>
      )}
      {fault === null && wordtGemaakt(catalogus) && (
        <Notice soort="info" title="De kaart wordt nog gemaakt" live>
          Dat duurt na het laden van gegevens ongeveer een minuut. Zoeken en lezen kan al.
        </Notice>
      )}
      {fault === null && !ready && (
        <p className="kaart__laden" role="status">
          De kaart wordt geladen
        </p>
      )}
    </>
  );
}

/** The background has no tiles yet, so an empty map says nothing. */
const wordtGemaakt = (catalogus: MapViewProps['catalogus']) =>
  catalogus.some(({ ondergrond, stand }) => ondergrond && stand === 'wordt-gemaakt');
