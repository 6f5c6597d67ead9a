import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { type Abonnement, bevestigAbonnement, leesAbonnement, meldAf } from '../../server/volgen/contract.ts';
import { onderwerpNamen } from '../../server/volgen/domain/nieuws.ts';
import { ApiError, call } from '../api.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { AbonnementWijzigen } from './AbonnementWijzigen.tsx';
import type { VolgenPageProps } from './VolgenPage.tsx';

/** What somebody follows, opened by the link in a mail: to confirm, to look at, to change, to stop. No login. */
export function AbonnementPage({ heading, ...plek }: VolgenPageProps) {
  const sleutel = useLocation().hash.slice(1);
  const heel = /^[\w-]{43}$/.test(sleutel);
  const query = useQuery({ ...ask(leesAbonnement, { sleutel }), enabled: heel });
  /** As the last act left it. */
  const [nu, setNu] = useState<Abonnement | null>(null);
  const bevestig = useMutation({ mutationFn: () => call(bevestigAbonnement, { sleutel }), onSuccess: setNu });
  const stop = useMutation({ mutationFn: () => call(meldAf, { sleutel }) });
  const gedaan = stop.isSuccess ? 'gestopt' : bevestig.isSuccess ? 'bevestigd' : null;
  useEffect(() => {
    if (gedaan) heading.current?.focus();
  }, [gedaan, heading]);
  const kop = (titel: string) => (
    <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
      {titel}
    </h1>
  );
  const opnieuw = (
    <p>
      <Link className="nl-link" to="/volgen">
        Volg een plek of gebied
      </Link>
    </p>
  );
  if (gedaan === 'gestopt') {
    return (
      <div className="pagina stapel">
        {kop('U krijgt geen berichten meer')}
        <p className="nl-paragraph">Wij hebben uw e-mailadres gewist.</p>
        {opnieuw}
      </div>
    );
  }
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <div className="pagina stapel">
        {kop('Deze link werkt niet meer')}
        <p className="nl-paragraph">{query.error.message}</p>
        {opnieuw}
      </div>
    );
  }
  if (!heel) {
    return (
      <div className="pagina stapel">
        {kop('Deze link is niet heel')}
        <Notice soort="error" title="Wij weten niet om welke berichten het gaat">
          Kopieer de link uit de mail helemaal, van http tot en met het laatste teken.
        </Notice>
        {opnieuw}
      </div>
    );
  }
  const abonnement = nu ?? query.data;
  const wacht = abonnement && !abonnement.bevestigd;
  const bezig = bevestig.isPending || stop.isPending;
  return (
    <div className="pagina stapel">
      {kop(gedaan ? 'U krijgt vanaf nu berichten' : wacht ? 'Wilt u deze berichten?' : 'Uw berichten')}
      <QueryState query={query} what="Uw berichten">
        {(gelezen) => (
          <>
            <Inhoud abonnement={nu ?? gelezen} />
            {!wacht && (
              <AbonnementWijzigen sleutel={sleutel} abonnement={nu ?? gelezen} plek={plek} onGewijzigd={setNu} />
            )}
            <Fout fout={bevestig.error ?? stop.error} />
            <div className="rij">
              {wacht && (
                <Button soort="primary" disabled={bezig} onClick={() => bevestig.mutate()}>
                  Ja, stuur mij berichten
                </Button>
              )}
              <Button soort="secondary" disabled={bezig} onClick={() => stop.mutate()}>
                {wacht ? 'Nee, wis mijn adres' : 'Stop deze berichten'}
              </Button>
            </div>
          </>
        )}
      </QueryState>
    </div>
  );
}

function Inhoud({ abonnement: { naam, onderwerpen, hoeVaak, punt } }: { abonnement: Abonnement }) {
  return (
    <>
      <p className="nl-paragraph">
        {hoeVaak === 'direct' ? 'Meteen een mail' : 'Eén mail per dag, als er iets is,'} over {naam}. Het gaat om:{' '}
        {onderwerpen.map((onderwerp) => onderwerpNamen[onderwerp].toLowerCase()).join(', ')}.
      </p>
      <p>
        <Link className="nl-link" to={`/locatie?x=${punt.x}&y=${punt.y}&open=besluiten`}>
          Bekijk het op de kaart
        </Link>
      </p>
    </>
  );
}
