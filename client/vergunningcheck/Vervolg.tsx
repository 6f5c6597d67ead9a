import type { Indieningsvereiste, Oordeel, VraagSleutel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { metHoofdletter, metKleineLetter, somOp, vraagNaam } from '../../server/vergunningcheck/domain/woorden.ts';
import { formatDatum } from '../format.ts';

const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

const noemVragen = (vragen: readonly VraagSleutel[]) => somOp(vragen.map((vraag) => metKleineLetter(vraagNaam[vraag])));

/** What to do, by when, with what, and what it costs. */
export function Vervolg({ oordeel }: { oordeel: Oordeel }) {
  const { acties, procedure, indieningsvereisten, leges, bevoegdGezag } = oordeel;
  return (
    <>
      {acties.length > 0 && (
        <section aria-labelledby="acties" className="stapel">
          <h2 id="acties" className="nl-heading nl-heading--level-2">
            Wat u nu doet
          </h2>
          <ol className="acties">
            {acties.map(({ tekst, wie, uiterlijk, artikel }) => (
              <li key={`${tekst} ${artikel}`}>
                {tekst}
                <span className="stil">
                  {wie !== 'u' && ` Door: ${wie}.`}
                  {uiterlijk && ` Uiterlijk ${formatDatum(uiterlijk)}.`}
                  {artikel && ` ${artikel}.`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {procedure && (
        <section aria-labelledby="procedure" className="stapel stapel--dicht">
          <h2 id="procedure" className="nl-heading nl-heading--level-2">
            Hoe lang het duurt
          </h2>
          <p className="nl-paragraph">
            {procedure.naam}: {procedure.termijn}. Dient u vandaag in, dan is dat uiterlijk{' '}
            <strong>{formatDatum(procedure.laatsteDag)}</strong>.
          </p>
          <p className="stil">
            {procedure.uitleg}
            {!procedure.uitleg.includes(procedure.artikel) && ` ${procedure.artikel}.`}
          </p>
        </section>
      )}
      {indieningsvereisten.length > 0 && (
        <section aria-labelledby="vereisten" className="stapel stapel--dicht">
          <h2 id="vereisten" className="nl-heading nl-heading--level-2">
            Wat u daarvoor nodig hebt
          </h2>
          <Vereisten vereisten={indieningsvereisten} />
        </section>
      )}
      {leges && (
        <section aria-labelledby="leges" className="stapel stapel--dicht">
          <h2 id="leges" className="nl-heading nl-heading--level-2">
            Wat het kost
          </h2>
          <p className="nl-paragraph">
            {leges.bedrag === null ? (
              'Wij kunnen dit nog niet schatten.'
            ) : (
              <>
                {leges.vanaf ? 'Ten minste' : 'Naar schatting'} <strong>{euro.format(leges.bedrag)}</strong> aan leges.
              </>
            )}{' '}
            {leges.uitleg}
          </p>
          <ul className="stil">
            {leges.regels.map(({ omschrijving, bedrag }) => (
              <li key={omschrijving}>
                {omschrijving}: {bedrag === null ? 'nog niet te schatten' : euro.format(bedrag)}
              </li>
            ))}
            <li>Tarieven: {leges.tariefversie}</li>
          </ul>
        </section>
      )}
      {bevoegdGezag.length > 0 && (
        <section aria-labelledby="gezag" className="stapel stapel--dicht">
          <h2 id="gezag" className="nl-heading nl-heading--level-2">
            Wie beslist
          </h2>
          <ul className="vereisten">
            {bevoegdGezag.map(({ naam, voor }) => (
              <li key={naam}>
                {metHoofdletter(naam)} <span className="stil">over {noemVragen(voor)}.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What to hand in, put together per question that it is for. */
function Vereisten({ vereisten }: { vereisten: readonly Indieningsvereiste[] }) {
  const groepen = [...new Set(vereisten.map(({ voor }) => noemVragen(voor)))];
  return groepen.map((voor) => (
    <div key={voor} className="stapel stapel--dicht">
      {groepen.length > 1 && <h3 className="kop-klein">Voor {voor}</h3>}
      <ul className="vereisten">
        {vereisten
          .filter((een) => noemVragen(een.voor) === voor)
          .map(({ id, tekst, omdat, artikel }) => (
            <li key={id}>
              {tekst}{' '}
              <span className="stil">
                {omdat && `Nodig omdat ${omdat}. `}
                {artikel}.
              </span>
            </li>
          ))}
      </ul>
    </div>
  ));
}
