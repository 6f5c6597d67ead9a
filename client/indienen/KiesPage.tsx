import { useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { leesConcepten, verwijderConcept } from '../../server/indienen/contract.ts';
import { zaaktypes, zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import { ApiError, call } from '../api.ts';
import { formatMoment } from '../format.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { alleLokale, wisLokaal } from './lokaal.ts';
import { metSleutel } from './use-concept.ts';

const iconen: Record<string, IconName> = {
  aanvraag: 'document',
  melding: 'bel',
  informatie: 'informatie',
  'openbare-ruimte': 'plaats',
};

/** What can be applied for or reported, and what was begun before. */
export function KiesPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { search } = useLocation();
  return (
    <div className="stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Aanvragen of melden
      </h1>
      <Begonnen />
      <section aria-labelledby="soorten" className="stapel stapel--dicht">
        <h2 id="soorten" className="kop-klein">
          Wat wilt u doen?
        </h2>
        <ul className="ingangen">
          {zaaktypes
            .filter(({ verzoek }) => verzoek !== 'bezwaar')
            .map(({ id, naam, uitleg, verzoek }) => (
              <li key={id}>
                <Link className="ingang" to={`/indienen/nieuw/${id}${search}`}>
                  <Icon name={iconen[verzoek] ?? 'document'} />
                  <span>
                    <span className="ingang__naam">{naam}</span>
                    <span className="stil">{uitleg}</span>
                  </span>
                  <Icon name="pijlRechts" />
                </Link>
              </li>
            ))}
        </ul>
      </section>
      <p className="nl-paragraph stil">
        Bent u het niet eens met een besluit? Zoek het op de kaart, of open uw zaak bij Mijn zaken. Daar kunt u bezwaar
        maken.
      </p>
      <p className="nl-paragraph stil">
        Weet u niet of u iets moet aanvragen of melden? Doe eerst de{' '}
        <Link className="nl-link" to={`/vergunningcheck${search}`}>
          vergunningcheck
        </Link>
        .
      </p>
    </div>
  );
}

/** Concepts of who is logged in, and those that this device has. */
function Begonnen() {
  const { ingelogd, mag } = useSession();
  const query = useQuery({
    ...ask(leesConcepten, {}),
    enabled: ingelogd !== null && mag('concept', 'lezen'),
    staleTime: 0,
  });
  const [lokaal, setLokaal] = useState(alleLokale);
  const gooiWeg = useMutation({
    mutationFn: async (id: string) => {
      const sleutel = lokaal.find((een) => een.id === id)?.sleutel ?? null;
      try {
        await call(verwijderConcept, { id }, undefined, undefined, metSleutel(sleutel));
      } catch (error) {
        // what is not on the server any more, can go here as well
        if (!(error instanceof ApiError) || error.status !== 404) throw error;
      }
      wisLokaal(id);
      setLokaal(alleLokale());
      if (ingelogd) await query.refetch();
    },
  });
  const opServer = query.data?.concepten ?? [];
  const regels = [
    ...opServer.map(({ id, zaaktype, plaatsNaam, gewijzigdOp }) => ({
      id,
      zaaktype,
      plaats: plaatsNaam,
      op: gewijzigdOp,
    })),
    ...lokaal
      // what belongs to a login shows only to who is logged in
      .filter(({ id, sleutel }) => sleutel !== null && !opServer.some((een) => een.id === id))
      .map(({ id, zaaktype, plaats, op }) => ({
        id,
        zaaktype,
        plaats: plaats?.naam ?? null,
        op: new Date(op).toISOString(),
      })),
  ];
  if (regels.length === 0) return null;
  return (
    <section aria-labelledby="begonnen" className="stapel stapel--dicht">
      <h2 id="begonnen" className="kop-klein">
        Hier was u mee bezig
      </h2>
      <ul className="formulier__begonnen">
        {regels.map(({ id, zaaktype, plaats, op }) => (
          <li key={id}>
            <Link className="nl-link" to={`/indienen/${id}/wat`}>
              {zaaktypeVan(zaaktype)?.naam ?? zaaktype}
            </Link>
            <span className="stil">
              {plaats && `${plaats}, `}
              {formatMoment(op)}
            </span>
            <Button soort="subtle" disabled={gooiWeg.isPending} onClick={() => gooiWeg.mutate(id)}>
              Gooi weg<span className="alleen-voorlezen">: {zaaktypeVan(zaaktype)?.naam}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Fout fout={gooiWeg.error} />
    </section>
  );
}
