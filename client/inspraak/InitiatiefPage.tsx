import './inspraak.css';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { type Initiatief, leesInitiatief } from '../../server/inspraak/initiatief/contract.ts';
import { aantal, formatDatum, formatDatumKort } from '../format.ts';
import { ask } from '../query.ts';
import { MetRecht } from '../ui/MetRecht.tsx';
import { QueryState } from '../ui/Section.tsx';
import { ZienswijzeForm } from './ZienswijzeForm.tsx';

/** A plan, for everybody: what, where, how to react and until when, and what was done with reactions. */
export function InitiatiefPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { kenmerk = '' } = useParams();
  const query = useQuery({ ...ask(leesInitiatief, { kenmerk }), staleTime: 0 });
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {query.data?.titel ?? 'Een plan in de buurt'}
      </h1>
      <QueryState query={query} what="Dit plan">
        {(initiatief) => <Inhoud {...initiatief} />}
      </QueryState>
    </div>
  );
}

function Inhoud(initiatief: Initiatief) {
  const { kenmerk, plaats, punt, gemeente, zaaktype, statusNaam, gewijzigdOp, bekendmakingen } = initiatief;
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    // the address in a letter has no place: the map goes to that of the plan
    if (!search.has('x')) setSearch({ x: String(punt.x), y: String(punt.y) }, { replace: true });
  }, [search, setSearch, punt]);
  return (
    <>
      <p>
        {plaats}.{' '}
        <Link className="nl-link" to={`/locatie?x=${punt.x}&y=${punt.y}&open=besluiten`}>
          Naar deze plek op de kaart
        </Link>
      </p>
      <Deel id="plan" kop="Wat het plan is">
        <Alineas tekst={initiatief.plan} />
        <p className="stil">
          Dit is een {zaaktype}. Hoe het ervoor staat: {statusNaam.toLowerCase()}.
        </p>
      </Deel>
      <Reageren {...initiatief} />
      <Deel id="uitkomst" kop="Wat met reacties is gedaan">
        <p>
          {initiatief.reacties === 0
            ? 'Er is hier nog niet gereageerd.'
            : `Er is hier ${aantal(initiatief.reacties, 'keer', 'keer')} gereageerd.`}
        </p>
        {initiatief.uitkomst ? (
          <Alineas tekst={initiatief.uitkomst} />
        ) : (
          <p className="stil">De gemeente vertelt het hier als zij de reacties heeft gelezen.</p>
        )}
      </Deel>
      {bekendmakingen.length > 0 && (
        <Deel id="bekendmakingen" kop="Berichten over dit plan">
          <ul className="stapel stapel--dicht">
            {bekendmakingen.map(({ identificatie, titel, gepubliceerd, reactie }) => (
              <li key={identificatie}>
                <Link className="nl-link" to={`/bekendmakingen/${identificatie}`}>
                  {titel}
                </Link>
                <span className="stil"> op {formatDatumKort(gepubliceerd)}</span>
                {reactie.stand === 'loopt' && reactie.totEnMet && (
                  <p>
                    Reageren kan t/m {formatDatum(reactie.totEnMet)}.{' '}
                    <Link className="nl-link" to={`/inspraak/${identificatie}`}>
                      Zo doet u dat
                    </Link>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Deel>
      )}
      <p className="stil">
        Zaak {kenmerk}. {gemeente} schreef deze pagina en veranderde haar het laatst op {formatDatum(gewijzigdOp)}.
      </p>
    </>
  );
}

function Reageren({ kenmerk, weg, reageren, bekendmakingen, punt }: Initiatief) {
  const ontwerp = bekendmakingen.find(({ reactie }) => reactie.soort === 'zienswijze' && reactie.stand === 'loopt');
  if (ontwerp) {
    return (
      <Deel id="reageren" kop="Hoe u reageert">
        {reageren && <Alineas tekst={reageren} />}
        <p className="nl-paragraph">Het ontwerp van het besluit ligt ter inzage. {ontwerp.reactie.uitleg}</p>
        <p>
          <Link
            className="nl-button nl-button--primary"
            to={`/inspraak/${ontwerp.identificatie}?x=${punt.x}&y=${punt.y}`}
          >
            <span className="nl-button__label">Geef uw zienswijze</span>
          </Link>
        </p>
      </Deel>
    );
  }
  return (
    <Deel id="reageren" kop="Hoe u reageert">
      {reageren && <Alineas tekst={reageren} />}
      <p className="nl-paragraph">{weg.uitleg}</p>
      {weg.kan ? (
        <MetRecht gegeven="zienswijze" doe="schrijven" wat="uw reactie">
          <ZienswijzeForm over={{ initiatief: kenmerk }} weg={weg} />
        </MetRecht>
      ) : (
        <ul className="opsomming">
          {weg.watNog.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
    </Deel>
  );
}

function Deel({ id, kop, children }: { id: string; kop: string; children: React.ReactNode }) {
  return (
    <section className="stapel" aria-labelledby={id}>
      <h2 id={id} className="nl-heading nl-heading--level-2">
        {kop}
      </h2>
      {children}
    </section>
  );
}

/** Text as it was typed, in paragraphs. */
function Alineas({ tekst }: { tekst: string }) {
  return (
    <div className="inspraak__alineas" dir="auto">
      {tekst}
    </div>
  );
}
