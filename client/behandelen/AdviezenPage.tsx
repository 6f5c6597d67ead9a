import './behandelen.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import { Link, Route, Routes, useParams } from 'react-router';
import { type AdviesDossier, geefAdvies, leesAdvies, leesAdviezen } from '../../server/behandelen/adviezen/contract.ts';
import { adviesWoord } from '../../server/behandelen/domain/woorden.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { datumInNederland, formatTotEnMet, parseDatum } from '../../server/termijnen/datum.ts';
import { call } from '../api.ts';
import { formatMoment, metHoofdletter } from '../format.ts';
import { type MetKaart, useEenOpKaart, useOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { SelectField, TextAreaField } from '../ui/Field.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';

interface PageProps extends MetKaart {
  heading: RefObject<HTMLHeadingElement | null>;
}

const tot = (dag: string) => {
  const datum = parseDatum(dag);
  return datum ? formatTotEnMet(datum, datumInNederland(new Date())) : dag;
};

/** What a partner in the chain was asked, and one question with what was laid before him. */
export function AdviezenPage({ heading, ...kaart }: PageProps) {
  return (
    <Routes>
      <Route
        index
        element={
          <div className="pagina stapel stapel--ruim">
            <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
              Adviesvragen
            </h1>
            <MetRecht gegeven="advies" doe="lezen" wat="uw adviesvragen">
              <Lijst {...kaart} />
            </MetRecht>
          </div>
        }
      />
      <Route path=":id" element={<Vraag heading={heading} onObjecten={kaart.onObjecten} />} />
    </Routes>
  );
}

function Lijst({ gemarkeerd, onMarkeer, onObjecten }: MetKaart) {
  const query = useQuery(ask(leesAdviezen, {}));
  const { data } = query;
  const opKaart = useMemo(
    () => data?.adviezen.map(({ id: sleutel, geometrie }) => ({ sleutel, geometrie })) ?? null,
    [data],
  );
  useOpKaart(onObjecten, opKaart);
  return (
    <QueryState query={query} what="Adviesvragen">
      {({ adviezen }) =>
        adviezen.length === 0 ? (
          <p className="nl-paragraph">Er is u nu niets gevraagd. Vraagt de gemeente uw advies, dan staat het hier.</p>
        ) : (
          <ul className="voorraad">
            {adviezen.map(({ id, kenmerk, plaats, vraag, uiterlijk, gegevenOp }) => (
              <li
                key={id}
                className={gemarkeerd === id ? 'wachtend wachtend--gemarkeerd' : 'wachtend'}
                onMouseEnter={() => onMarkeer(id)}
                onMouseLeave={() => onMarkeer(null)}
              >
                <Link
                  className="nl-link"
                  to={`/adviezen/${id}`}
                  onFocus={() => onMarkeer(id)}
                  onBlur={() => onMarkeer(null)}
                >
                  {kenmerk}, {plaats}
                </Link>
                <p className="wachtend__tekst">{vraag}</p>
                <p className="stil">
                  {gegevenOp ? `Advies gegeven op ${formatMoment(gegevenOp)}` : `Graag ${tot(uiterlijk)}`}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Vraag({ heading, onObjecten }: Pick<PageProps, 'heading' | 'onObjecten'>) {
  const { id = '' } = useParams();
  const magZien = useSession().mag('advies', 'lezen');
  const query = useQuery({ ...ask(leesAdvies, { id }), enabled: magZien });
  useEenOpKaart(onObjecten, id, query.data?.geometrie);
  return (
    <div className="pagina stapel stapel--ruim">
      <p>
        <Link className="nl-link" to="/adviezen">
          Naar alle adviesvragen
        </Link>
      </p>
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {magZien && query.data ? `Advies over ${query.data.kenmerk}` : 'Adviesvraag'}
      </h1>
      <MetRecht gegeven="advies" doe="lezen" wat="deze adviesvraag">
        <QueryState query={query} what="Adviesvraag">
          {(advies) => <Inhoud advies={advies} />}
        </QueryState>
      </MetRecht>
    </div>
  );
}

function Inhoud({ advies }: { advies: AdviesDossier }) {
  const { id, bijlagen, punt } = advies;
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <p>
          {metHoofdletter(advies.ding)}: {advies.omschrijving}
        </p>
        <p>
          <Link className="nl-link" to={`/locatie?x=${punt.x}&y=${punt.y}`}>
            {advies.plaats}
          </Link>
        </p>
      </div>
      <section className="stapel" aria-labelledby="vraag">
        <h2 id="vraag" className="nl-heading nl-heading--level-3">
          Wat de gemeente wil weten
        </h2>
        <p>{advies.vraag}</p>
        <p className="stil">Graag {tot(advies.uiterlijk)}</p>
      </section>
      <section className="stapel" aria-labelledby="stukken">
        <h2 id="stukken" className="nl-heading nl-heading--level-3">
          Stukken
        </h2>
        {bijlagen.length === 0 ? (
          <p className="stil">Er zijn geen stukken bij deze vraag.</p>
        ) : (
          <ul className="stapel stapel--dicht">
            {bijlagen.map((bijlage) => (
              <li key={bijlage.id}>
                <a className="nl-link" href={`${apiBase}/adviezen/${id}/bijlagen/${bijlage.id}`} download>
                  {bijlage.naam}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {advies.uitkomst ? (
        <Notice soort="ok" title={`Uw advies: ${adviesWoord[advies.uitkomst].toLowerCase()}`}>
          {advies.advies ?? ''}
        </Notice>
      ) : advies.gesloten ? (
        <Notice soort="info" title="De gemeente heeft al besloten">
          Een advies telt niet meer mee.
        </Notice>
      ) : (
        <Geef id={id} />
      )}
    </div>
  );
}

function Geef({ id }: { id: string }) {
  const client = useQueryClient();
  const [uitkomst, setUitkomst] = useState<keyof typeof adviesWoord>('positief');
  const [tekst, setTekst] = useState('');
  const daad = useMutation({
    mutationFn: () => call(geefAdvies, { id, uitkomst, advies: tekst }),
    onSuccess: (nu) => {
      client.setQueryData(ask(leesAdvies, { id }).queryKey, nu);
      void client.invalidateQueries({ queryKey: ask(leesAdviezen, {}).queryKey });
    },
  });
  return (
    <Formulier
      knop="Geef advies"
      soort="primary"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate()}
    >
      <SelectField
        label="Uw advies"
        value={uitkomst}
        onChange={(event) => setUitkomst(event.target.value as typeof uitkomst)}
      >
        {Object.entries(adviesWoord).map(([sleutel, naam]) => (
          <option key={sleutel} value={sleutel}>
            {naam}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label="Toelichting"
        value={tekst}
        required
        maxLength={10_000}
        onChange={(event) => setTekst(event.target.value)}
      />
    </Formulier>
  );
}
