import { Link, useLocation } from 'react-router';
import { formatMoment } from '../format.ts';
import { paden } from '../paden.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Veld } from './use-veld.ts';
import { MagNiet, WachtVanAnderen } from './WachtNog.tsx';
import { noemBerichten, noemDuur } from './woorden.ts';

/** A clock that is wrong by more than this deserves a word, in ms. */
const merkbaarMs = 2 * 60_000;

/** How this tablet stands: what waits, how old what it shows is, and what to do when something is the matter. */
export function StandDeel({ veld, bijBevindingen }: { veld: Veld; bijBevindingen: boolean }) {
  const { search } = useLocation();
  const { inlogAdres, ingelogd } = useSession();
  const { dienst, pakket, wachtrij, afloop, online, fout, voortgang } = veld;
  const wacht = wachtrij.filter(({ stand }) => stand === 'wacht').length;
  const aandacht = wachtrij.length - wacht;
  const opgehaald = dienst && formatMoment(new Date(dienst.opgehaaldOp + dienst.verschilToen).toISOString());
  return (
    <div className="stapel stapel--dicht">
      <p className="toezicht__stand" role="status">
        {dienst ? `${dienst.gebied.naam}. ` : ''}
        {wacht > 0
          ? `${noemBerichten(wacht)} ${wacht === 1 ? 'wacht' : 'wachten'} op verzenden.`
          : wachtrij.length === 0 && 'Alles is verzonden.'}
        {voortgang !== null && ` Ophalen: ${Math.round(voortgang * 100)}%.`}
      </p>
      {pakket && <p className="stil">Opgehaald op {opgehaald}.</p>}
      {!online && wacht > 0 && <p className="stil">Wij sturen het vanzelf als er weer verbinding is.</p>}
      {dienst && !pakket && voortgang === null && (
        <Notice soort="warning" title={`De gegevens van ${dienst.gebied.naam} staan niet meer op deze tablet`} live>
          <p className="nl-paragraph">
            Opgehaald op {opgehaald}, en na een week of door u gewist. Wat u vastlegde, is er nog, en vastleggen kan
            gewoon. Een werklijst is er niet, en wij weten niet wat hier geldt.
          </p>
          <p className="nl-paragraph">
            {online
              ? 'Haal bij Gebied uw gebied opnieuw op.'
              : 'Zoek verbinding en haal bij Gebied uw gebied opnieuw op.'}
          </p>
        </Notice>
      )}
      {fout && (
        <Notice soort="warning" title="Let op" live>
          {fout}
        </Notice>
      )}
      {online && wacht > 0 && afloop === 'later' && (
        <Notice soort="warning" title="Het loket geeft geen antwoord" live>
          <p className="nl-paragraph">
            Wat niet aankwam, staat nog op deze tablet. Wij proberen het elke halve minuut opnieuw. Dubbel kan het niet
            aankomen.
          </p>
          <div>
            <Button onClick={veld.verstuurNu}>Verstuur nu</Button>
          </div>
        </Notice>
      )}
      {aandacht > 0 && !bijBevindingen && (
        <Notice soort="warning" title={`Kijk naar ${aandacht === 1 ? 'een bericht' : noemBerichten(aandacht)}`} live>
          <p className="nl-paragraph">Dat kon niet zo worden verzonden. Er is niets weg.</p>
          <div>
            <Link className="nl-button nl-button--secondary" to={`${paden.toezicht}/bevindingen${search}`}>
              <span className="nl-button__label">Bekijk wat u kunt doen</span>
            </Link>
          </div>
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
      {afloop === 'geen-recht' && <MagNiet veld={veld} />}
      {veld.vanAnderen > 0 && <WachtVanAnderen aantal={veld.vanAnderen} />}
      <Klok veld={veld} />
    </div>
  );
}

/** Whether the clock of this tablet can be trusted. */
function Klok({ veld: { dienst } }: { veld: Veld }) {
  if (dienst?.klok.teruggezet) {
    return (
      <Notice soort="warning" title="De klok van deze tablet is teruggezet" live>
        Hoe laat het is, weten wij nu niet zeker. Wat op dagen of uren geldt, staat als onbekend. Bij wat u vastlegt,
        staat straks dat de tijd niet zeker is. Zet de klok goed, of zoek verbinding.
      </Notice>
    );
  }
  if (!dienst || Math.abs(dienst.verschil) <= merkbaarMs) return null;
  return (
    <Notice
      soort="warning"
      title={`De klok van deze tablet loopt ${noemDuur(dienst.verschil)} ${dienst.verschil > 0 ? 'achter' : 'voor'}`}
    >
      Wij bewaren beide tijden en rekenen met die van de gemeente. Zet de klok goed als u kunt.
    </Notice>
  );
}
