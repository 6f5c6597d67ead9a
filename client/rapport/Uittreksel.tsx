import { useMutation } from '@tanstack/react-query';
import type { RdPunt } from '../../server/geo/rd.ts';
import { maakUittreksel } from '../../server/rapport/contract.ts';
import { call } from '../api.ts';
import { formatDatum } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface UittrekselProps {
  plaats: RdPunt;
  /** YYYY-MM-DD; null: today. */
  datum: string | null;
  straalM: number;
}

/** Keeps the card as an extract, and tells where it is; on paper the extract that was made, if any. */
export function Uittreksel({ plaats, datum, straalM }: UittrekselProps) {
  const vraag = { ...plaats, straal: straalM, ...(datum && { datum }) };
  const sleutel = JSON.stringify(vraag);
  const maak = useMutation({ mutationFn: async () => ({ sleutel, ...(await call(maakUittreksel, vraag)) }) });
  // an extract of another place or day is not that of this card
  const gemaakt = maak.data?.sleutel === sleutel ? maak.data : null;
  return (
    <div className={gemaakt ? 'stapel' : 'stapel geen-druk'}>
      <div className="geen-druk">
        <Button icon="document" disabled={maak.isPending} onClick={() => maak.mutate()}>
          {maak.isPending ? 'Wij maken het uittreksel' : 'Bewaar als uittreksel (PDF, JSON)'}
        </Button>
      </div>
      {maak.isError && (
        <Notice soort="error" title="Het uittreksel is niet bewaard" live>
          {maak.error.message}
        </Notice>
      )}
      <div aria-live="polite">
        {gemaakt && (
          <div className="stapel stapel--dicht">
            <p>
              <strong>Uittreksel bewaard op {formatDatum(gemaakt.gemaaktOp)}.</strong> U kunt het opvragen tot en met{' '}
              {formatDatum(gemaakt.bewaardTot)}.
            </p>
            <ul>
              <li>
                <a className="nl-link" href={gemaakt.pdf}>
                  Download het uittreksel als PDF
                </a>
              </li>
              <li>
                <a className="nl-link" href={gemaakt.json}>
                  Bekijk het uittreksel als JSON
                </a>
              </li>
            </ul>
            <p className="stil uittreksel__code">
              Nummer {gemaakt.id}
              <br />
              Controlecode {gemaakt.hash}
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
