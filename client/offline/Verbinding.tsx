import { formatMoment } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { useStand } from './use-stand.ts';
import { useNieuweVersie } from './versie.ts';

/** Above the page: that there is no network and how old what is in view is, and that there is a newer version. */
export function Verbinding() {
  const { online, van } = useStand();
  const nieuw = useNieuweVersie();
  return (
    <div role="status" className="verbinding">
      {!online && (
        <p>
          <strong>U bent offline.</strong>{' '}
          {van
            ? `Dit is de stand van ${formatMoment(van)}. Wij verversen dit als uw verbinding terug is.`
            : 'Zoeken kan weer als uw verbinding terug is.'}
        </p>
      )}
      {online && van && (
        <p>
          <strong>Het loket geeft nu geen antwoord.</strong> Dit is de stand van {formatMoment(van)}. Wij proberen het
          steeds opnieuw.
        </p>
      )}
      {online && nieuw && (
        <p className="verbinding__versie">
          <span>
            <strong>Er is een nieuwe versie van dit loket.</strong> Laad die als u klaar bent met wat u doet. U komt
            terug op dezelfde plek.
          </span>
          <Button soort="secondary" onClick={() => window.location.reload()}>
            Laad de nieuwe versie
          </Button>
        </p>
      )}
    </div>
  );
}
