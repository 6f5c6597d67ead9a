import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import {
  type Dossier,
  geefZaakTerug,
  leesBehandeling,
  neemZaak,
  stuurBericht,
} from '../../server/behandelen/contract.ts';
import { adviesWoord } from '../../server/behandelen/domain/woorden.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import { isRole, rollen } from '../../server/toegang/domain/rollen.ts';
import { formatDatum, formatDatumKort, metHoofdletter } from '../format.ts';
import { useEenOpKaart } from '../op-kaart.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { Berichten } from '../ui/Berichten.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Feiten } from '../ui/Feiten.tsx';
import { Fout } from '../ui/Fout.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Outcome } from '../ui/Outcome.tsx';
import { QueryState } from '../ui/Section.tsx';
import { statusLook } from '../ui/status.ts';
import { Tijdlijn } from '../ui/Tijdlijn.tsx';
import { Handelingen } from './Handelingen.tsx';
import { InitiatiefDeel } from './InitiatiefDeel.tsx';
import { TermijnWoord } from './TermijnWoord.tsx';
import { useHandeling } from './use-handeling.ts';
import type { WerkvoorraadPageProps } from './WerkvoorraadPage.tsx';
import { ZienswijzenDeel } from './ZienswijzenDeel.tsx';

type BehandelPageProps = Pick<WerkvoorraadPageProps, 'onObjecten'> & { heading: RefObject<HTMLHeadingElement | null> };

/** One zaak, to handle: what runs, what can be done now, and all that belongs to it. */
export function BehandelPage({ heading, onObjecten }: BehandelPageProps) {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const magZien = useSession().mag('behandeling', 'lezen');
  const query = useQuery({ ...ask(leesBehandeling, { id }), staleTime: 0, enabled: magZien });
  const { data } = query;
  useEenOpKaart(onObjecten, id, data?.geometrie);
  return (
    <div className="pagina stapel stapel--ruim">
      <p>
        <Link className="nl-link" to={`/werkvoorraad${search}`}>
          Naar de werkvoorraad
        </Link>
      </p>
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {magZien && data ? `${data.kenmerk}: ${data.zaaktype.ding}` : 'Zaak'}
      </h1>
      <MetRecht gegeven="behandeling" doe="lezen" wat="deze zaak">
        <QueryState query={query} what="Zaak">
          {(zaak) => <Zaak zaak={zaak} />}
        </QueryState>
      </MetRecht>
    </div>
  );
}

function Zaak({ zaak }: { zaak: Dossier }) {
  const bericht = useHandeling(zaak, stuurBericht);
  return (
    <div className="stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <p className="rij">
          <Outcome {...statusLook(zaak.status, zaak.resultaat)} />
          <span>{zaak.plaats}</span>
        </p>
        <p>{zaak.omschrijving}</p>
      </div>
      <Stand zaak={zaak} />
      <Bezwaren zaak={zaak} />
      <Handelingen zaak={zaak} />
      <section className="stapel" aria-labelledby="aanvraag">
        <h2 id="aanvraag" className="nl-heading nl-heading--level-3">
          Wat is ingediend
        </h2>
        <Feiten
          rijen={[
            ...zaak.aanvrager.map(({ label, waarde }) => [label, waarde] as const),
            ...zaak.antwoorden.map(({ vraag, antwoord }) => [vraag, antwoord] as const),
          ]}
        />
        <Bestanden zaak={zaak} />
      </section>
      {zaak.adviezen.length > 0 && <Adviezen zaak={zaak} />}
      <ZienswijzenDeel zaak={zaak} />
      <InitiatiefDeel zaak={zaak} />
      <section className="stapel" aria-labelledby="berichten">
        <h2 id="berichten" className="nl-heading nl-heading--level-3">
          Berichten met de aanvrager
        </h2>
        <Fout fout={bericht.error} />
        <Berichten
          berichten={zaak.berichten}
          ik="gemeente"
          bezig={bericht.isPending}
          onStuur={(tekst) => bericht.mutateAsync({ tekst })}
        />
      </section>
      {zaak.bekendmakingen.length > 0 && (
        <section className="stapel" aria-labelledby="bekend">
          <h2 id="bekend" className="nl-heading nl-heading--level-3">
            Gepubliceerd
          </h2>
          <ul className="stapel stapel--dicht">
            {zaak.bekendmakingen.map(({ identificatie, titel, gepubliceerd }) => (
              <li key={identificatie}>
                <Link className="nl-link" to={`/bekendmakingen/${identificatie}`}>
                  {titel}
                </Link>
                <span className="stil"> op {formatDatumKort(gepubliceerd)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stapel" aria-labelledby="verloop">
        <h2 id="verloop" className="nl-heading nl-heading--level-3">
          Wat er is gebeurd
        </h2>
        <Tijdlijn
          gebeurtenissen={zaak.verloop.map(({ id, wanneer, tekst, doorRol, zichtbaarVoorAanvrager }) => ({
            id,
            wanneer,
            tekst,
            extra: `${isRole(doorRol) ? rollen[doorRol].toLowerCase() : doorRol === 'zaaksysteem' ? 'in het zaaksysteem' : 'zonder login'}${zichtbaarVoorAanvrager ? '' : ', alleen intern'}`,
          }))}
        />
      </section>
    </div>
  );
}

/** What is said where no term to decide runs any more. */
const afloop: Partial<Record<Dossier['status'], string>> = {
  besloten: 'Er is besloten. Rond de zaak af als er niets meer te doen is.',
  ingetrokken: 'De aanvrager heeft dit ingetrokken.',
  afgehandeld: 'Deze zaak is klaar.',
};
const opTijd = (tijdig: boolean | null) =>
  tijdig === null ? 'Of het op tijd is, weten wij niet' : tijdig ? 'Op tijd' : 'Te laat';

/** Bezwaar against this besluit; and, when this is one, what it is against. */
function Bezwaren({ zaak: { bezwaren, bezwaarTegen } }: { zaak: Dossier }) {
  return (
    <>
      {bezwaarTegen && (
        <Notice soort="info" title={`Bezwaar tegen: ${bezwaarTegen.titel ?? 'een besluit'}`}>
          <p className="nl-paragraph">
            {opTijd(bezwaarTegen.uiterlijk === null ? null : bezwaarTegen.ontvangenOp <= bezwaarTegen.uiterlijk)}
            {bezwaarTegen.uiterlijk && `: bezwaar kon t/m ${formatDatum(bezwaarTegen.uiterlijk)}`}.
            {bezwaarTegen.uiterlijk &&
              bezwaarTegen.ontvangenOp > bezwaarTegen.uiterlijk &&
              ' Kijk eerst of de indiener er iets aan kon doen dat het te laat is (Awb 6:11).'}
          </p>
          {bezwaarTegen.zaakId && (
            <p className="nl-paragraph">
              <Link className="nl-link" to={`/werkvoorraad/${bezwaarTegen.zaakId}`}>
                Naar de zaak van dat besluit
              </Link>
            </p>
          )}
        </Notice>
      )}
      {bezwaren.map(({ zaakId, kenmerk, gronden, ontvangenOp, uiterlijk, tijdig }) => (
        <Notice
          key={zaakId ?? ontvangenOp}
          soort="warning"
          title={`Bezwaar ontvangen op ${formatDatumKort(ontvangenOp)}`}
        >
          <p className="nl-paragraph" dir="auto">
            {opTijd(tijdig)}
            {uiterlijk && `: bezwaar kon t/m ${formatDatum(uiterlijk)}`}. {!zaakId && gronden}
          </p>
          {zaakId && (
            <p className="nl-paragraph">
              <Link className="nl-link" to={`/werkvoorraad/${zaakId}`}>
                Naar het bezwaar {kenmerk}
              </Link>
            </p>
          )}
        </Notice>
      ))}
    </>
  );
}

/** Who has it, and what runs. */
function Stand({ zaak }: { zaak: Dossier }) {
  const neem = useHandeling(zaak, neemZaak);
  const geef = useHandeling(zaak, geefZaakTerug);
  const { termijn, behandelaar, handelingen } = zaak;
  const rijen: (readonly [string, string])[] = [
    ['Ontvangen op', formatDatum(zaak.ontvangenOp)],
    ['Procedure', { regulier: 'Regulier', uitgebreid: 'Uitgebreid', melding: 'Melding', geen: 'Geen' }[zaak.procedure]],
    ['Behandelaar', behandelaar ? (behandelaar.ikzelf ? `${behandelaar.naam} (u)` : behandelaar.naam) : 'Nog niemand'],
    ...(termijn.zienswijzenTot ? ([['Zienswijzen', `t/m ${formatDatum(termijn.zienswijzenTot)}`]] as const) : []),
    ...(termijn.verlengenTot && termijn.verlengdMetWeken === null && handelingen.verlengen.mag
      ? ([['Verlengen kan', `t/m ${formatDatum(termijn.verlengenTot)} (${termijn.verlengArtikel})`]] as const)
      : []),
  ];
  return (
    <section className="dossier__stand stapel" aria-label="Hoe het ervoor staat">
      <p>
        {afloop[zaak.status] ?? (
          <TermijnWoord
            dag={termijn.opgeschortSinds ? termijn.aanvullenTot : termijn.uiterlijk}
            opgeschort={termijn.opgeschortSinds !== null}
            procedure={zaak.procedure}
          />
        )}
      </p>
      <Feiten rijen={rijen} />
      {termijn.uitleg && <p className="stil">{termijn.uitleg}</p>}
      <Fout fout={neem.error ?? geef.error} />
      <div className="rij">
        {handelingen.nemen.mag && (
          <Button soort="primary" disabled={neem.isPending} onClick={() => neem.mutate({})}>
            {behandelaar ? 'Neem over van uw collega' : 'Neem in behandeling'}
          </Button>
        )}
        {behandelaar?.ikzelf && (
          <Button disabled={geef.isPending} onClick={() => geef.mutate({})}>
            Geef terug
          </Button>
        )}
        <Link className="nl-link" to={`/locatie?x=${zaak.punt.x}&y=${zaak.punt.y}`}>
          Wat geldt op deze plek
        </Link>
        <Link className="nl-link" to={`/werkvoorraad/${zaak.id}/buren`}>
          Buren van het plan
        </Link>
      </div>
    </section>
  );
}

function Bestanden({ zaak: { id, bijlagen, documenten, oordeelId } }: { zaak: Dossier }) {
  const pad = `${apiBase}/behandelingen/${id}`;
  return (
    <ul className="stapel stapel--dicht">
      {bijlagen.map((bijlage) => (
        <li key={bijlage.id}>
          <a className="nl-link" href={`${pad}/bijlagen/${bijlage.id}`} download>
            {bijlage.naam}
          </a>
          <span className="stil"> {schrijfGrootte(bijlage.bytes)}</span>
        </li>
      ))}
      {documenten.map((document) => (
        <li key={document.id}>
          <a className="nl-link" href={`${pad}/documenten/${document.id}`} download>
            {document.titel} (PDF)
          </a>
          <span className="stil"> van de gemeente</span>
        </li>
      ))}
      {oordeelId && (
        <li>
          <a className="nl-link" href={`${apiBase}/oordelen/${oordeelId}/pdf`} download>
            Uitkomst van de vergunningcheck (PDF)
          </a>
          <span className="stil"> die de aanvrager deed</span>
        </li>
      )}
      {bijlagen.length === 0 && <li className="stil">De aanvrager stuurde geen bestanden mee.</li>}
    </ul>
  );
}

function Adviezen({ zaak }: { zaak: Dossier }) {
  return (
    <section aria-labelledby="adviezen">
      <h2 id="adviezen" className="nl-heading nl-heading--level-3">
        Adviezen
      </h2>
      {zaak.adviezen.map(({ id, aanRol, vraag, uiterlijk, uitkomst, advies }) => (
        <Disclosure
          key={id}
          summary={`${isRole(aanRol) ? rollen[aanRol] : metHoofdletter(aanRol)}: ${uitkomst ? adviesWoord[uitkomst].toLowerCase() : `wacht, t/m ${formatDatumKort(uiterlijk)}`}`}
        >
          {() => (
            <div className="stapel">
              <p>{vraag}</p>
              {advies && <p className="bekendmaking">{advies}</p>}
            </div>
          )}
        </Disclosure>
      ))}
    </section>
  );
}
