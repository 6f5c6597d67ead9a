import { formatMoment } from '../format.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Veld } from './use-veld.ts';
import { noemDuur } from './woorden.ts';

/** A clock that is wrong by more than this deserves a word, in ms. */
const merkbaarMs = 2 * 60_000;

/** How this tablet stands: what waits, how old what it shows is, and what to do when something is the matter. */
export function StandDeel({ veld }: { veld: Veld }) {
  const { inlogAdres, ingelogd } = useSession();
  const { pakket, wachtrij, afloop, online, fout, voortgang } = veld;
  const wacht = wachtrij.filter(({ stand }) => stand === 'wacht').length;
  const aandacht = wachtrij.length - wacht;
  return (
    <div className="stapel stapel--dicht">
      <p className="toezicht__stand" role="status">
        {pakket ? `${pakket.gebied.naam}. ` : ''}
        {wacht > 0
          ? `${wacht} ${wacht === 1 ? 'bericht wacht' : 'berichten wachten'} op verzenden.`
          : wachtrij.length === 0 && 'Alles is verzonden.'}
        {voortgang !== null && ` Ophalen: ${Math.round(voortgang * 100)}%.`}
      </p>
      {pakket && <p className="stil">Opgehaald op {formatMoment(new Date(pakket.opgehaaldOp).toISOString())}.</p>}
      {!online && wacht > 0 && <p className="stil">Wij sturen het vanzelf als er weer verbinding is.</p>}
      {fout && (
        <Notice soort="warning" title="Let op" live>
          {fout}
        </Notice>
      )}
      {aandacht > 0 && (
        <Notice soort="warning" title={`Kijk naar ${aandacht === 1 ? 'een bericht' : `${aandacht} berichten`}`} live>
          Dat kon niet zo worden verzonden. U vindt het bij Bevindingen, met wat u kunt doen. Er is niets weg.
        </Notice>
      )}
      {(afloop === 'inloggen' || (!ingelogd && online && wachtrij.length > 0)) && (
        <Notice soort="warning" title="Log opnieuw in om te verzenden" live>
          <p className="nl-paragraph">Uw sessie is voorbij. Wat u vastlegde, staat nog op deze tablet.</p>
          <div>
            <a className="nl-button nl-button--primary" href={inlogAdres()}>
              <span className="nl-button__label">Inloggen</span>
            </a>
          </div>
        </Notice>
      )}
      {afloop === 'geen-recht' && (
        <Notice soort="error" title="U mag dit niet meer verzenden" live>
          <p className="nl-paragraph">
            Uw rol is intussen gewijzigd of ingetrokken. Wat u vastlegde, staat nog op deze tablet. Bel uw coördinator:
            met uw rol terug sturen wij het alsnog. Log niet uit voordat dit is opgelost.
          </p>
        </Notice>
      )}
      {pakket && Math.abs(pakket.verschil) > merkbaarMs && (
        <Notice
          soort="warning"
          title={`De klok van deze tablet loopt ${noemDuur(pakket.verschil)} ${pakket.verschil > 0 ? 'achter' : 'voor'}`}
        >
          Wij bewaren beide tijden en rekenen met die van de gemeente. Zet de klok goed als u kunt.
        </Notice>
      )}
      {pakket && !online && (
        <div>
          <Button onClick={() => void veld.wis()}>Wis de gegevens van dit gebied</Button>
        </div>
      )}
    </div>
  );
}
