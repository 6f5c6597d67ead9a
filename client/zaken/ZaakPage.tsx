import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { apiBase } from '../../server/http/endpoint.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import { leesZaak, type Zaak } from '../../server/zaken/contract.ts';
import { formatDatum, formatDatumKort, metHoofdletter } from '../format.ts';
import { useEenOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { Berichten } from '../ui/Berichten.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Feiten } from '../ui/Feiten.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState } from '../ui/Section.tsx';
import { statusLook } from '../ui/status.ts';
import { Tijdlijn } from '../ui/Tijdlijn.tsx';
import { ContactDeel } from './ContactDeel.tsx';
import { DoeDeel } from './DoeDeel.tsx';
import { Gedaan, useZaak } from './use-zaak.ts';
import type { ZakenPageProps } from './ZakenPage.tsx';

/** One zaak: what comes next, what can be done, and all that belongs to it. */
export function ZaakPage({ heading, onObjecten }: ZakenPageProps) {
  const { id = '' } = useParams();
  const magZien = useSession().mag('eigenDossier', 'lezen');
  // the gemeente may have written or decided since it was last opened
  const query = useQuery({ ...ask(leesZaak, { id }), enabled: magZien, staleTime: 0 });
  useEenOpKaart(onObjecten, id, query.data?.geometrie);
  return (
    <div className="pagina stapel stapel--ruim">
      <p>
        <Link className="nl-link" to="/mijn-zaken">
          Naar al mijn zaken
        </Link>
      </p>
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {magZien && query.data ? `${metHoofdletter(query.data.zaaktype)}, ${query.data.plaats}` : 'Uw zaak'}
      </h1>
      <MetRecht gegeven="eigenDossier" doe="lezen" wat="deze zaak">
        <QueryState query={query} what="Uw zaak">
          {(zaak) => <Inhoud zaak={zaak} />}
        </QueryState>
      </MetRecht>
    </div>
  );
}

function Inhoud({ zaak }: { zaak: Zaak }) {
  const { berichtSturen } = useZaak(zaak.id);
  const { volgende } = zaak;
  /** What comes next: there the focus goes when a form is gone because what it asked is done. */
  const nu = useRef<HTMLElement>(null);
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <p>
          <Outcome {...statusLook(zaak.status, zaak.resultaat)} />
        </p>
        {zaak.bezwaarTegen && (
          <p>
            Tegen: {zaak.bezwaarTegen.titel ?? 'een besluit'}
            {zaak.bezwaarTegen.uiterlijk && ` (bezwaar kon t/m ${formatDatum(zaak.bezwaarTegen.uiterlijk)})`}
          </p>
        )}
        <p>{zaak.omschrijving}</p>
        <p className="stil">
          {zaak.kenmerk}, ontvangen op {formatDatumKort(zaak.ontvangenOp)}
        </p>
        <p>
          <Link className="nl-link" to={`/locatie?x=${zaak.punt.x}&y=${zaak.punt.y}`}>
            Naar deze plek op de kaart
          </Link>
        </p>
      </div>
      <section ref={nu} tabIndex={-1} className="zaak__volgende stapel stapel--dicht" aria-labelledby="volgende">
        <h2 id="volgende" className="kop-klein">
          Wat er nu gebeurt
        </h2>
        <p>{volgende.wat}</p>
        {volgende.daarna && <p>{volgende.daarna}</p>}
      </section>
      {zaak.aanvulling && (
        <section className="stapel stapel--dicht" aria-labelledby="ontbreekt">
          <h2 id="ontbreekt" className="nl-heading nl-heading--level-3">
            Dit ontbreekt nog
          </h2>
          <ul className="opsomming">
            {zaak.aanvulling.wat.map((wat) => (
              <li key={wat}>{wat}</li>
            ))}
          </ul>
        </section>
      )}
      {zaak.nogNodig.length > 0 && (
        <section className="stapel stapel--dicht" aria-labelledby="hoort-erbij">
          <h2 id="hoort-erbij" className="nl-heading nl-heading--level-3">
            Dit hoort er nog bij
          </h2>
          <ul className="opsomming">
            {zaak.nogNodig.map(({ id, tekst, artikel }) => (
              <li key={id}>
                {tekst} <span className="stil">{artikel}</span>
              </li>
            ))}
          </ul>
          <p className="nl-paragraph">Zolang het ontbreekt, kan de termijn stilstaan (Awb 4:5 en 4:15).</p>
        </section>
      )}
      <Gedaan value={() => nu.current?.focus()}>
        <DoeDeel key={zaak.status} zaak={zaak} />
      </Gedaan>
      <section className="stapel" aria-labelledby="verloop">
        <h2 id="verloop" className="nl-heading nl-heading--level-3">
          Wat er is gebeurd
        </h2>
        <Tijdlijn
          gebeurtenissen={zaak.tijdlijn}
          straks={
            volgende.datum && (
              <p>
                <strong>{formatDatum(volgende.datum)}</strong>:{' '}
                {volgende.wie === 'u' ? 'uw laatste dag' : 'de laatste dag'}
              </p>
            )
          }
        />
      </section>
      <section className="stapel" aria-labelledby="stukken">
        <h2 id="stukken" className="nl-heading nl-heading--level-3">
          Documenten
        </h2>
        <Stukken zaak={zaak} />
      </section>
      <section className="stapel" aria-labelledby="berichten">
        <h2 id="berichten" className="nl-heading nl-heading--level-3">
          Berichten
        </h2>
        <Fout fout={berichtSturen.error} />
        <Berichten
          berichten={zaak.berichten}
          ik="aanvrager"
          bezig={berichtSturen.isPending}
          onStuur={(tekst) => berichtSturen.mutateAsync({ id: zaak.id, tekst })}
        />
      </section>
      <div>
        <Disclosure summary="Wat u hebt ingevuld">
          {() => <Feiten rijen={zaak.antwoorden.map(({ vraag, antwoord }) => [vraag, antwoord] as const)} />}
        </Disclosure>
        <Disclosure summary="Uw gegevens verbeteren">{() => <ContactDeel zaak={zaak} />}</Disclosure>
      </div>
    </div>
  );
}

function Stukken({ zaak: { id, documenten, bijlagen, bekendmakingen, oordeelId } }: { zaak: Zaak }) {
  const pad = `${apiBase}/zaken/${id}`;
  return (
    <>
      <ul className="stapel stapel--dicht">
        {documenten.map((document) => (
          <li key={document.id}>
            <a className="nl-link" href={`${pad}/documenten/${document.id}`} download>
              <Icon name="document" /> {document.titel} (PDF)
            </a>
          </li>
        ))}
        {bekendmakingen.map(({ identificatie, titel, gepubliceerd }) => (
          <li key={identificatie}>
            <Link className="nl-link" to={`/bekendmakingen/${identificatie}`}>
              {titel}
            </Link>
            <span className="stil"> gepubliceerd op {formatDatumKort(gepubliceerd)}</span>
          </li>
        ))}
        {oordeelId && (
          <li>
            <a className="nl-link" href={`${apiBase}/oordelen/${oordeelId}/pdf`} download>
              <Icon name="document" /> Uitkomst van uw vergunningcheck (PDF)
            </a>
          </li>
        )}
        {bijlagen.map(({ id: bijlage, naam, bytes }) => (
          <li key={bijlage}>
            <a className="nl-link" href={`${pad}/bijlagen/${bijlage}`} download>
              <bdi>{naam}</bdi>
            </a>
            <span className="stil"> {schrijfGrootte(bytes)}, van u</span>
          </li>
        ))}
      </ul>
      {documenten.length + bijlagen.length + bekendmakingen.length === 0 && !oordeelId && (
        <p className="stil">Er zijn nog geen documenten.</p>
      )}
    </>
  );
}
