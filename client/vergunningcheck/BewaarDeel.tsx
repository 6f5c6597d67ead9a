import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type CheckInvoer,
  type GemeenteVraag,
  maakGemeenteVraag,
  maakOordeel,
} from '../../server/vergunningcheck/contract.ts';
import { call } from '../api.ts';
import { formatDatum } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface BewaarDeelProps {
  invoer: CheckInvoer;
  /** Something is not known yet, or the gemeente must be asked. */
  vraagOpen: boolean;
}

/** Keeps the oordeel as it is now, and makes of what is open a question to the gemeente that is ready to send. */
export function BewaarDeel({ invoer, vraagOpen }: BewaarDeelProps) {
  const sleutel = JSON.stringify(invoer);
  const bewaar = useMutation({ mutationFn: async () => ({ sleutel, ...(await call(maakOordeel, invoer)) }) });
  const vraag = useMutation({
    mutationFn: async (toelichting: string) => {
      // the question speaks of the oordeel that is in view
      const eerder = bewaar.data?.sleutel === sleutel ? bewaar.data : await bewaar.mutateAsync();
      return { sleutel, ...(await call(maakGemeenteVraag, { id: eerder.id, toelichting })) };
    },
  });
  const [toelichting, setToelichting] = useState('');
  const bewaard = bewaar.data?.sleutel === sleutel ? bewaar.data : null;
  const gevraagd = vraag.data?.sleutel === sleutel ? vraag.data : null;
  return (
    <div className="stapel">
      <div className="rij geen-druk">
        <Button icon="document" disabled={bewaar.isPending} onClick={() => bewaar.mutate()}>
          {bewaar.isPending ? 'Wij bewaren de uitkomst' : 'Bewaar de uitkomst (PDF, JSON)'}
        </Button>
      </div>
      {bewaar.isError && (
        <Notice soort="error" title="De uitkomst is niet bewaard" live>
          {bewaar.error.message} Uw check staat nog in de link.
        </Notice>
      )}
      <div aria-live="polite">
        {bewaard && (
          <div className="stapel stapel--dicht">
            <p>
              <strong>Bewaard op {formatDatum(bewaard.gemaaktOp)}.</strong> U kunt de uitkomst opvragen tot en met{' '}
              {formatDatum(bewaard.bewaardTot)}. Wij bewaren uw antwoorden en uw tekening, en geen naam of vrije tekst.
            </p>
            <ul>
              <li>
                <a className="nl-link" href={bewaard.pdf}>
                  Download de uitkomst als PDF
                </a>
              </li>
              <li>
                <a className="nl-link" href={bewaard.json}>
                  Bekijk de bewaarde uitkomst (JSON)
                </a>
              </li>
            </ul>
            <p className="stil uittreksel__code">
              Nummer {bewaard.id}
              <br />
              Controlecode {bewaard.hash}
            </p>
          </div>
        )}
      </div>
      {vraagOpen && (
        <section aria-labelledby="vraag-gemeente" className="stapel geen-druk">
          <h2 id="vraag-gemeente" className="nl-heading nl-heading--level-2">
            Vraag het de gemeente
          </h2>
          <p className="nl-paragraph">
            Wij zetten uw antwoorden, de kaart en wat nog open is voor u in een vraag. U kunt er iets bij schrijven.
          </p>
          <form
            className="stapel"
            onSubmit={(event) => {
              event.preventDefault();
              vraag.mutate(toelichting);
            }}
          >
            <label className="veld">
              <span className="utrecht-form-label">Uw toelichting (hoeft niet)</span>
              <textarea
                className="utrecht-textbox utrecht-textbox--html-input"
                rows={3}
                maxLength={2_000}
                value={toelichting}
                onChange={({ target }) => setToelichting(target.value)}
              />
            </label>
            <div>
              <Button type="submit" disabled={vraag.isPending}>
                Maak de vraag
              </Button>
            </div>
          </form>
          {vraag.isError && (
            <Notice soort="error" title="De vraag is niet gemaakt" live>
              {vraag.error.message} Uw toelichting staat er nog.
            </Notice>
          )}
          <div aria-live="polite">{gevraagd && <Vraag vraag={gevraagd} />}</div>
        </section>
      )}
    </div>
  );
}

/** The question, ready to send. Addresses are made whole: in a letter they must work by themselves. */
function Vraag({ vraag: { aan, onderwerp, tekst, bijlagen } }: { vraag: GemeenteVraag }) {
  const heel = (adres: string) => new URL(adres, window.location.href).href;
  const brief = bijlagen.reduce((tot, { adres }) => tot.replace(`op ${adres}.`, `op ${heel(adres)} .`), tekst);
  const mail = `mailto:?subject=${encodeURIComponent(onderwerp)}&body=${encodeURIComponent(brief)}`;
  return (
    <div className="stapel">
      <p>
        Aan: {aan}
        <br />
        Onderwerp: {onderwerp}
      </p>
      <label className="veld">
        <span className="utrecht-form-label">Uw vraag</span>
        <textarea className="utrecht-textbox utrecht-textbox--html-input" rows={12} readOnly value={brief} />
      </label>
      <div className="rij">
        <a className="nl-link" href={mail}>
          Open de vraag in uw e-mailprogramma
        </a>
        <Button onClick={() => void navigator.clipboard.writeText(`${onderwerp}\n\n${brief}`)}>Kopieer de vraag</Button>
      </div>
      <p>Voeg dit toe aan uw bericht:</p>
      <ul>
        {bijlagen.map(({ naam, adres }) => (
          <li key={adres}>
            <a className="nl-link" href={adres}>
              {naam}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
