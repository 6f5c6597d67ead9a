import { useId } from 'react';
import type {
  DeelOordeel,
  Feit,
  OnderdeelOordeel,
  Toets,
  Voorstel,
} from '../../server/vergunningcheck/domain/oordeel.ts';
import { toonMeting, toonToets } from '../../server/vergunningcheck/domain/toon.ts';
import { schrijfMaat, somOp, uitkomstWoord } from '../../server/vergunningcheck/domain/woorden.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { toonUitkomst, toonUitslag } from './uitkomsten.ts';

interface OnderdeelUitkomstProps {
  oordeel: OnderdeelOordeel;
  feiten: readonly Feit[];
  /** Takes a proposal over into the answers; null where it is not an answer of a question. */
  onPasToe(voorstel: Voorstel): void;
}

/** What holds for one werkzaamheid: every question apart, why, and the smallest change that makes it freer. */
export function OnderdeelUitkomst({ oordeel, feiten, onPasToe }: OnderdeelUitkomstProps) {
  const id = useId();
  const noem = (sleutel: string) => feiten.find((feit) => feit.sleutel === sleutel)?.naam.toLowerCase() ?? sleutel;
  return (
    <section aria-labelledby={id} className="onderdeel stapel">
      <h2 id={id} className="nl-heading nl-heading--level-2">
        {oordeel.naam}
      </h2>
      <div>
        <Outcome {...toonUitkomst(oordeel.uitkomst)} />
      </div>
      {oordeel.meting && <Meting meting={oordeel.meting} />}
      {oordeel.kleinsteWijzigingen.map((voorstel) => (
        <Notice
          key={`${voorstel.vraag} ${voorstel.naar} ${voorstel.wijzigingen.map(({ feit }) => feit).join()}`}
          soort="ok"
          title="De kleinste verandering die helpt"
        >
          <ul>
            {voorstel.wijzigingen.map(({ feit, tekst, van, naar, eenheid }) => (
              <li key={feit}>
                {tekst}{' '}
                <span className="stil">
                  Van {schrijfMaat(van, eenheid)} naar {schrijfMaat(naar, eenheid)}.
                </span>
              </li>
            ))}
          </ul>
          <p className="nl-paragraph">
            Dan geldt: <strong>{uitkomstWoord[voorstel.naar].toLowerCase()}</strong>
            {voorstel.mits.length > 0 && ', als uw andere antwoorden dat toelaten'}.
          </p>
          <div className="geen-druk">
            <Button onClick={() => onPasToe(voorstel)}>Reken hiermee verder</Button>
          </div>
        </Notice>
      ))}
      <ul className="delen">
        {oordeel.delen.map((deel) => (
          <li key={deel.vraag}>
            <Deel deel={deel} noem={noem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deel({ deel, noem }: { deel: DeelOordeel; noem(sleutel: string): string }) {
  const { naam, uitkomst, uitleg, toetsen, plantoets, ontbreekt, volgendeStap, bevoegdGezag, artikel } = deel;
  const gemist = uitkomst === 'VRIJ' ? [] : toetsen.filter(({ uitslag }) => uitslag === 'voldoet-niet');
  return (
    <div className="deel stapel stapel--dicht">
      <h3 className="kop-klein">{naam}</h3>
      <div>
        <Outcome {...toonUitkomst(uitkomst)} />
      </div>
      <p className="nl-paragraph">{uitleg}</p>
      {gemist.length > 0 && <Toetsen toetsen={gemist} />}
      {ontbreekt.length > 0 && <p className="nl-paragraph">Wij missen: {somOp(ontbreekt.map(noem))}.</p>}
      <p className="nl-paragraph">
        <strong>Volgende stap:</strong> {volgendeStap.tekst}
      </p>
      <Disclosure
        opPapier
        summary="Waarom?"
        extra={
          <span className="stil">
            {artikel}. Hierover beslist: {bevoegdGezag}.
          </span>
        }
      >
        {() => (
          <div className="stapel">
            <Toetsen toetsen={toetsen} />
            {plantoets && (
              <>
                <h4 className="kop-klein">Past het in de regels van uw wijk?</h4>
                <p className="nl-paragraph">{plantoets.uitleg}</p>
                <Toetsen toetsen={plantoets.toetsen} />
              </>
            )}
            <p className="stil">Regels: {deel.regelVersie}.</p>
          </div>
        )}
      </Disclosure>
    </div>
  );
}

function Toetsen({ toetsen }: { toetsen: readonly Toets[] }) {
  if (toetsen.length === 0) return <p className="stil">Hiervoor hoefden wij niets te toetsen.</p>;
  return (
    <ul className="toetsen">
      {toetsen.map((toets) => {
        const { waarde, grens } = toonToets(toets);
        return (
          <li key={toets.id} className="toets">
            <Outcome {...toonUitslag[toets.uitslag]} />
            <span>{toets.omschrijving}</span>
            <span className="stil">
              {waarde && `U: ${waarde}. `}
              {grens && `Grens: ${grens}. `}
              {toets.artikel}.
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Meting({ meting }: { meting: NonNullable<OnderdeelOordeel['meting']> }) {
  return (
    <>
      <dl className="feiten">
        {toonMeting(meting).map(([naam, maat]) => (
          <div key={naam} className="utrecht-data-list__item">
            <dt>{naam}</dt>
            <dd>{maat}</dd>
          </div>
        ))}
      </dl>
      {meting.nietTeBerekenen && <p className="nl-paragraph">{meting.nietTeBerekenen}</p>}
    </>
  );
}
