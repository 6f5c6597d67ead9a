import { useMutation, useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useParams } from 'react-router';
import { apiBase } from '../../server/http/endpoint.ts';
import { leesOntvangst, leesOntvangstPdf, type Ontvangst } from '../../server/indienen/contract.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import { call } from '../api.ts';
import { formatDatum } from '../format.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { Antwoorden } from './Antwoorden.tsx';
import { leesBon } from './lokaal.ts';
import { Ontbreekt } from './Ontbreekt.tsx';
import { metSleutel } from './use-concept.ts';

/** The receipt: that it came, what happens now, and what somebody can do. */
export function OntvangstPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { zaakId = '' } = useParams();
  const headers = metSleutel(leesBon(zaakId));
  const query = useQuery({
    queryKey: [leesOntvangst.path, zaakId],
    queryFn: ({ signal }) => call(leesOntvangst, { id: zaakId }, signal, undefined, headers),
  });
  return (
    <QueryState query={query} what="Ontvangstbevestiging">
      {(ontvangst) => <Bevestiging heading={heading} ontvangst={ontvangst} headers={headers} />}
    </QueryState>
  );
}

interface BevestigingProps {
  heading: RefObject<HTMLHeadingElement | null>;
  ontvangst: Ontvangst;
  headers: Record<string, string>;
}

function Bevestiging({ heading, ontvangst, headers }: BevestigingProps) {
  const { kenmerk, ding, procedure, plaats, email, ontbreekt, leges, bijlagen } = ontvangst;
  const { mag } = useSession();
  return (
    <div className="stapel stapel--ruim">
      <div className="formulier__ontvangen stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          <Icon name="vink" /> Wij hebben uw {ding} ontvangen
        </h1>
        <p className="formulier__kenmerk">
          Kenmerk <strong>{kenmerk}</strong>
        </p>
        <p>
          {formatDatum(ontvangst.ontvangenOp)}
          {plaats.adres && `, ${plaats.adres}`}
          {plaats.percelen.length > 0 && <span className="stil"> Perceel {plaats.percelen.join(', ')}</span>}
        </p>
        {email && <p>Wij sturen deze bevestiging ook naar {email}.</p>}
      </div>
      <section aria-labelledby="vervolg" className="stapel stapel--dicht">
        <h2 id="vervolg" className="nl-heading nl-heading--level-2">
          Wat gebeurt er nu?
        </h2>
        <p className="nl-paragraph">
          {procedure.naam}. {procedure.uitleg} <span className="formulier__artikel">{procedure.artikel}</span>
        </p>
        {procedure.termijn && <p className="nl-paragraph">{procedure.termijn}</p>}
        {leges && (
          <p className="nl-paragraph">
            Kosten: {leges.bedrag === null ? 'nog niet te schatten' : euro.format(leges.bedrag)}. {leges.uitleg}
          </p>
        )}
      </section>
      <Ontbreekt stukken={ontbreekt}>Zonder deze stukken kan de termijn stilstaan (Awb 4:5 en 4:15).</Ontbreekt>
      <section aria-labelledby="rechten" className="stapel stapel--dicht">
        <h2 id="rechten" className="nl-heading nl-heading--level-2">
          Wat kunt u doen?
        </h2>
        <ul className="formulier__lijst">
          {ontvangst.rechtsmiddelen.map((tekst) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      </section>
      <Disclosure summary="Wat u hebt gestuurd">
        {() => (
          <div className="stapel">
            {ontvangst.stappen.map(({ titel, regels }) => (
              <section key={titel} className="formulier__overzicht" aria-label={titel}>
                <h3 className="kop-klein">{titel}</h3>
                <Antwoorden regels={regels} />
              </section>
            ))}
            {bijlagen.length > 0 && (
              <ul>
                {bijlagen.map(({ naam, bytes, sha256 }) => (
                  <li key={sha256}>
                    <bdi>{naam}</bdi> <span className="stil">{schrijfGrootte(bytes)}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Disclosure>
      {ontvangst.voorbehoud && <p className="stil">{ontvangst.voorbehoud}</p>}
      <div className="rij geen-druk">
        <PdfKnop ontvangst={ontvangst} headers={headers} />
        {mag('eigenDossier', 'lezen') && (
          <Link className="nl-link" to={`/mijn-zaken/${ontvangst.zaakId}`}>
            Volg uw zaak
          </Link>
        )}
        <Link className="nl-link" to="/">
          Naar het begin
        </Link>
      </div>
    </div>
  );
}

const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** The secret travels in a header, so this is no plain link. */
function PdfKnop({ ontvangst: { zaakId, kenmerk }, headers }: Omit<BevestigingProps, 'heading'>) {
  const haal = useMutation({
    mutationFn: async () => {
      const antwoord = await fetch(`${apiBase}${leesOntvangstPdf.path.replace(':id', zaakId)}`, { headers });
      if (!antwoord.ok) throw new Error('De PDF kon nu niet worden gemaakt. Probeer het over een minuut opnieuw.');
      const adres = URL.createObjectURL(await antwoord.blob());
      const link = document.createElement('a');
      link.href = adres;
      link.download = `ontvangstbevestiging-${kenmerk}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(adres), 60_000);
    },
  });
  return (
    <>
      <Button soort="primary" icon="document" disabled={haal.isPending} onClick={() => haal.mutate()}>
        Bewaar als PDF
      </Button>
      {haal.error && (
        <Notice soort="error" live>
          {haal.error.message}
        </Notice>
      )}
    </>
  );
}
