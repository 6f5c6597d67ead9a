import { type RefObject, useState } from 'react';
import type { CheckAntwoord, Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Feit, Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { aantal, formatDatumKort } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VraagForm } from './VraagForm.tsx';

interface FeitenStapProps {
  heading: RefObject<HTMLHeadingElement | null>;
  antwoord: CheckAntwoord;
  onBetwist(sleutel: string, waarde: Waarde): void;
  onVerder(): void;
}

/** What the map says of the place, with its bron. Whoever knows better says so, and it counts as his statement. */
export function FeitenStap({ heading, antwoord, onBetwist, onVerder }: FeitenStapProps) {
  const vanKaart = antwoord.oordeel.feiten.filter(({ herkomst }) => herkomst === 'kaart' || herkomst === 'betwist');
  const bekend = vanKaart.filter(({ stand }) => stand === 'bekend');
  const onbekend = vanKaart.filter(({ stand }) => stand === 'onbekend');
  const { tegaan } = antwoord.voortgang;
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Klopt wat wij van uw plek weten?
        </h1>
        <p className="nl-paragraph">Dit vonden wij op de kaart en in registers. U hoeft het niet zelf op te zoeken.</p>
      </div>
      {bekend.length === 0 ? (
        <Notice soort="info" title="Voor deze werkzaamheden hebben wij niets van de kaart nodig">
          Wij stellen u alleen vragen.
        </Notice>
      ) : (
        <section aria-labelledby="wel-bekend" className="stapel">
          <h2 id="wel-bekend" className="kop-klein">
            Dit weten wij
          </h2>
          <ul className="kaartfeiten">
            {bekend.map((feit) => (
              <Kaartfeit
                key={feit.sleutel}
                feit={feit}
                vraag={antwoord.betwistbaar.find(({ sleutel }) => sleutel === feit.sleutel) ?? null}
                onBetwist={(waarde) => onBetwist(feit.sleutel, waarde)}
              />
            ))}
          </ul>
        </section>
      )}
      {onbekend.length > 0 && (
        <section aria-labelledby="niet-bekend" className="stapel">
          <h2 id="niet-bekend" className="kop-klein">
            Dit weten wij niet
          </h2>
          <ul className="kaartfeiten">
            {onbekend.map((feit) => (
              <li key={feit.sleutel} className="kaartfeit">
                <Icon name="vraag" />
                <div>
                  <p>{feit.tekst}</p>
                  <p className="stil">
                    {nogTeVragen(antwoord, feit) ? 'Wij vragen het u hierna.' : nietTeVragen(feit)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button soort="primary" onClick={onVerder}>
          {tegaan > 0 ? `Ga verder naar ${aantal(tegaan, 'vraag', 'vragen')}` : 'Bekijk de uitkomst'}
        </Button>
      </div>
    </div>
  );
}

const nogTeVragen = ({ volgendeVragen }: CheckAntwoord, { sleutel }: Feit) =>
  volgendeVragen.some((vraag) => vraag.sleutel === sleutel);

const nietTeVragen = ({ reden }: Feit) =>
  reden === 'bron-faalt'
    ? 'Laad deze pagina straks opnieuw. Tot dan blijft een deel van de uitkomst open.'
    : 'De gemeente moet dit uitzoeken. In de uitkomst staat hoe u het vraagt.';

interface KaartfeitProps {
  feit: Feit;
  /** Asks what it must be instead; null: it cannot be contested. */
  vraag: Vraag | null;
  onBetwist(waarde: Waarde): void;
}

function Kaartfeit({ feit, vraag, onBetwist }: KaartfeitProps) {
  const [open, setOpen] = useState(false);
  const betwist = feit.herkomst === 'betwist';
  return (
    <li className="kaartfeit">
      <Icon name={betwist ? 'plicht' : 'vink'} />
      <div className="stapel stapel--dicht">
        <p>{feit.tekst}</p>
        <p className="stil">
          {betwist ? 'Dit zegt u zelf. Op de kaart stond iets anders. ' : ''}
          {feit.bron && (
            <>
              Bron: {feit.bron.naam}
              {feit.bron.peildatum && `, ${formatDatumKort(feit.bron.peildatum)}`}
            </>
          )}
        </p>
        {betwist && (
          <div>
            <Button soort="subtle" onClick={() => onBetwist(null)}>
              Neem toch wat op de kaart staat
            </Button>
          </div>
        )}
        {!betwist && vraag && (
          <details className="betwist" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>
              Dit klopt niet<span className="alleen-voorlezen">: {feit.naam}</span>
            </summary>
            {open && (
              <div className="betwist__inhoud">
                <VraagForm
                  vraag={vraag}
                  antwoord={feit.waarde}
                  niveau={3}
                  verder="Neem dit over"
                  onAntwoord={(waarde) => {
                    setOpen(false);
                    if (waarde !== feit.waarde) onBetwist(waarde);
                  }}
                />
                <p className="stil">
                  Uw opgave telt voor deze check. De gemeente controleert die als u iets aanvraagt of meldt.
                </p>
              </div>
            )}
          </details>
        )}
      </div>
    </li>
  );
}
