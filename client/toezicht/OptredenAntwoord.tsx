import type { Optreden } from '../../server/toezicht/contract.ts';
import { formatAfstand, formatDatumKort } from '../format.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { kwalificatieWoorden, noemLoop, steunWoorden } from './woorden.ts';

const koppen = {
  ja: { naam: 'Ja, u mag hier optreden', icoon: 'vink' },
  nee: { naam: 'Nee, hier treedt u niet op', icoon: 'stop' },
  onbekend: { naam: 'Onbekend: uw plek is niet zeker genoeg', icoon: 'vraag' },
} as const;

const uitkomsten = {
  geldt: { naam: 'Geldt hier', icoon: 'vink' },
  onbekend: { naam: 'Onbekend', icoon: 'vraag' },
  'geldt-niet': { naam: 'Geldt hier nu niet', icoon: 'min' },
} as const;
const volgorde = ['geldt', 'onbekend', 'geldt-niet'] as const;

/** The answer in the order in which it is needed: may I, what holds here, who has a permit, what may I do. */
export function OptredenAntwoord({ antwoord }: { antwoord: Optreden }) {
  const { gebied, regimes, activiteiten, vergunningen, bevoegdheden } = antwoord;
  const kop = koppen[gebied.uitkomst];
  return (
    <div className="stapel stapel--ruim">
      <div className={`toezicht__antwoord toezicht__antwoord--${gebied.uitkomst}`} role="status">
        <p className="toezicht__uitkomst">
          <Icon name={kop.icoon} /> {kop.naam}
        </p>
        <p>{gebied.uitleg}</p>
        {gebied.loop.map((loop) => (
          <p key={loop.naar}>{noemLoop(loop)}</p>
        ))}
      </div>
      <section className="stapel stapel--dicht" aria-labelledby="regimes">
        <h3 id="regimes" className="kop-klein">
          Aangewezen gebieden
        </h3>
        <ul className="toezicht__lijst">
          {volgorde.flatMap((uitkomst) =>
            regimes
              .filter((regime) => regime.uitkomst === uitkomst)
              .map((regime) => <Regime key={regime.regime} regime={regime} />),
          )}
        </ul>
      </section>
      <section className="stapel stapel--dicht" aria-labelledby="activiteiten">
        <h3 id="activiteiten" className="kop-klein">
          Omgevingsplan: wat mag hier op straat
        </h3>
        {!antwoord.activiteitenBekend && (
          <p className="nl-paragraph">
            Onbekend: hier is geen omgevingsplan geladen, of u staat op de rand ervan. Vraag het team Vergunningen.
          </p>
        )}
        <ul className="toezicht__lijst">
          {activiteiten.map(({ naam, kwalificatie, artikel, opschrift, regeling, bron, uitkomst, loop }) => (
            <li key={`${naam} ${artikel} ${kwalificatie}`} className="toezicht__feit">
              <p className="toezicht__titel">
                {uitkomst === 'onbekend' && 'Onbekend: '}
                {naam}: {kwalificatieWoorden[kwalificatie] ?? kwalificatie}
              </p>
              {loop.map((een) => (
                <p key={een.naar}>{noemLoop(een)}</p>
              ))}
              <p className="stil">
                {artikel}
                {opschrift && `, ${opschrift}`}. {regeling}. <Bron bron={bron} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="stapel stapel--dicht" aria-labelledby="vergunningen">
        <h3 id="vergunningen" className="kop-klein">
          Verleende vergunningen hier
        </h3>
        {!antwoord.vergunningenBekend && (
          <p className="nl-paragraph">
            Onbekend: hier zijn niet alle besluiten geladen. Vraag de ander om zijn vergunning, of bel het team
            Vergunningen.
          </p>
        )}
        {vergunningen.length === 0 && antwoord.vergunningenBekend && (
          <p className="nl-paragraph">Er is hier geen vergunning bekendgemaakt die nog geldt.</p>
        )}
        <ul className="toezicht__lijst">
          {vergunningen.map(({ identificatie, titel, gepubliceerd, inWerking, afstandM, zaaknummer, url, bron }) => (
            <li key={identificatie} className="toezicht__feit">
              <p className="toezicht__titel">{titel}</p>
              <p className="stil">
                {afstandM === 0 ? 'Op deze plek' : `${formatAfstand(afstandM)} verder`}, bekendgemaakt op{' '}
                {formatDatumKort(gepubliceerd)}
                {inWerking && `, in werking vanaf ${formatDatumKort(inWerking)}`}
                {zaaknummer && `, zaak ${zaaknummer}`}. <Bron bron={bron} />
              </p>
              {url && (
                <p>
                  <a className="nl-link" href={url} target="_blank" rel="noreferrer">
                    Lees het besluit
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
        <p className="stil">
          Niet ingetrokken, voor zover bekend. Tot wanneer een vergunning geldt, staat in het besluit.
          {antwoord.vergunningenVanaf &&
            ` Op de tablet staan vergunningen vanaf ${formatDatumKort(antwoord.vergunningenVanaf)}.`}
        </p>
      </section>
      <Disclosure summary="Wat u overal mag, met het artikel">
        {() => (
          <ul className="toezicht__lijst">
            {bevoegdheden.map(({ kan, artikel, steunt }) => (
              <li key={kan} className="toezicht__feit">
                <p>{kan}</p>
                <p className="stil">
                  {artikel}. {steunWoorden[steunt]}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
      <p className="stil">
        {antwoord.nagekeken
          ? `Deze teksten keek een jurist van de gemeente na op ${formatDatumKort(antwoord.nagekeken)}.`
          : 'Deze teksten keek nog geen jurist van de gemeente na. Bij elke zin staat waar zij op rust. Ook het antwoord bovenaan is vakkennis: uw aanwijzing en uw akte gaan voor. Twijfelt u, bel dan uw coördinator.'}
      </p>
    </div>
  );
}

function Regime({ regime }: { regime: Optreden['regimes'][number] }) {
  const { naam, wat, doe, artikel, uitkomst, besluit, url, geldig, bron, steunt, reden, loop } = regime;
  const { naam: woord, icoon } = uitkomsten[uitkomst];
  return (
    <li className={`toezicht__feit toezicht__feit--${uitkomst}`}>
      <p className="toezicht__titel">
        <Icon name={icoon} /> {naam}: {woord.toLowerCase()}
      </p>
      {uitkomst !== 'geldt-niet' && <p>{wat}</p>}
      {!(uitkomst === 'geldt' && reden === 'Geldt hier.') && reden !== 'Geldt hier niet.' && <p>{reden}</p>}
      {loop.map((een) => (
        <p key={een.naar}>{noemLoop(een)}</p>
      ))}
      {uitkomst === 'geldt' && <p>{doe}</p>}
      <p className="stil">
        {artikel ? `${artikel}. ` : 'Het artikel staat in de APV van uw gemeente. '}
        {besluit &&
          (url ? (
            <a className="nl-link" href={url}>
              {besluit}
            </a>
          ) : (
            besluit
          ))}
        {besluit && '. '}
        {geldig && `${zegGeldig(geldig)} `}
        {bron && <Bron bron={bron} />}
      </p>
      {uitkomst !== 'geldt-niet' && <p className="stil">{steunWoorden[steunt]}</p>}
    </li>
  );
}

function zegGeldig({ van, tot }: { van: string | null; tot: string | null }): string {
  if (!van && !tot) return 'Tot wanneer de aanwijzing geldt, weten wij niet: kijk in het besluit.';
  return `Aangewezen ${van ? `vanaf ${formatDatumKort(van)}` : ''}${van && tot ? ' ' : ''}${tot ? `tot en met ${formatDatumKort(tot)}` : ', einde niet bekend'}.`;
}

const Bron = ({ bron: { naam, peildatum } }: { bron: { naam: string; peildatum: string | null } }) =>
  `Bron: ${naam}${peildatum ? `, peildatum ${formatDatumKort(peildatum)}` : ''}.`;
