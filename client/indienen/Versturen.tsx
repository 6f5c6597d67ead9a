import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { dienIn, doeMelding, leesOntvangst } from '../../server/indienen/contract.ts';
import { alleVelden, controleer, type Fout } from '../../server/indienen/domain/formulier.ts';
import type { Antwoorden, Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { datumInNederland } from '../../server/termijnen/datum.ts';
import { ApiError, call } from '../api.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { bewaarBon, type Lokaal, wisLokaal } from './lokaal.ts';
import { type ConceptStand, metSleutel } from './use-concept.ts';
import { veldId } from './VeldInvoer.tsx';

const knoppen: Partial<Record<Zaaktype['verzoek'], string>> = {
  aanvraag: 'Dien de aanvraag in',
  bezwaar: 'Dien het bezwaar in',
};

interface VersturenProps {
  stand: ConceptStand;
  concept: Lokaal;
  zaaktype: Zaaktype;
  antwoorden: Antwoorden;
  onFouten(fouten: readonly Fout[]): void;
}

/** The last button: it can be pressed twice, and gives one zaak. */
export function Versturen({ stand, concept, zaaktype, antwoorden, onFouten }: VersturenProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { search } = useLocation();
  const { ingelogd, bezig, mag, inlogAdres, diensten } = useSession();
  const [akkoord, setAkkoord] = useState(false);
  const verstuur = useMutation({
    mutationFn: async () => {
      const hier = await stand.bewaar('controle');
      const invoer = { id: hier.id, versie: hier.versie, idempotentie: hier.idempotentie, akkoord: true as const };
      const headers = metSleutel(hier.sleutel);
      const ontvangst = await (zaaktype.gegeven === 'meldingInhoud'
        ? call(doeMelding, invoer, undefined, 60_000, headers)
        : call(dienIn, invoer, undefined, 60_000, headers));
      return { ontvangst, sleutel: hier.sleutel };
    },
    onSuccess: ({ ontvangst, sleutel }) => {
      if (sleutel) bewaarBon(ontvangst.zaakId, sleutel);
      wisLokaal(concept.id);
      client.setQueryData([leesOntvangst.path, ontvangst.zaakId], ontvangst);
      void navigate(`/indienen/ontvangen/${ontvangst.zaakId}${search}`, { replace: true });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.fouten.length > 0) onFouten(error.fouten);
    },
  });
  const moetInloggen = zaaktype.gegeven === 'eigenDossier' && !ingelogd;
  if (moetInloggen && !bezig) {
    return (
      <Notice soort="info" title="Log in om te versturen">
        <p className="nl-paragraph">
          Wij moeten weten wie dit vraagt of meldt. Wat u hebt ingevuld, blijft staan en is er na het inloggen weer.
        </p>
        {diensten.length > 0 ? (
          <div>
            <a className="nl-button nl-button--primary" href={inlogAdres({ niveau: 'indienen' })}>
              <span className="nl-button__label">Inloggen</span>
            </a>
          </div>
        ) : (
          'Inloggen kan hier nog niet. Bel de gemeente.'
        )}
      </Notice>
    );
  }
  if (ingelogd && !mag(zaaktype.gegeven, 'schrijven')) {
    return (
      <Notice soort="warning" title="In deze rol kunt u dit niet versturen">
        Kies bovenaan bij uw naam een andere rol, of log in als inwoner of bedrijf.
      </Notice>
    );
  }
  const fout = verstuur.error;
  return (
    <div className="stapel">
      {fout instanceof ApiError && fout.soort === 'onbereikbaar' ? (
        <Notice soort="error" title="Wij kregen geen antwoord" live>
          Het kan al zijn aangekomen. Druk nog een keer: het komt één keer aan. Wat u hebt ingevuld, staat er nog. Lukt
          het niet, bel dan de gemeente.
        </Notice>
      ) : (
        fout &&
        !(fout instanceof ApiError && fout.fouten.length > 0) && (
          <Notice soort="error" title="Het is nog niet verstuurd" live>
            {fout.message} Wat u hebt ingevuld, staat er nog. U kunt gerust nog een keer drukken: het komt één keer aan.
          </Notice>
        )
      )}
      <CheckboxField id={veldId('controle')} checked={akkoord} onChange={({ target }) => setAkkoord(target.checked)}>
        Ik heb alles gecontroleerd en naar waarheid ingevuld.
      </CheckboxField>
      <div>
        <Button
          soort="primary"
          disabled={verstuur.isPending}
          onClick={() => {
            const fouten = controleer(alleVelden(zaaktype), antwoorden, datumInNederland(new Date()));
            if (!concept.plaats) fouten.push({ veld: 'plaats', melding: 'Kies een plek' });
            if (!akkoord) fouten.push({ veld: 'controle', melding: 'Zet een vinkje bij "Ik heb alles gecontroleerd"' });
            onFouten(fouten);
            if (fouten.length === 0) verstuur.mutate();
          }}
        >
          {verstuur.isPending ? 'Wij versturen het' : (knoppen[zaaktype.verzoek] ?? 'Verstuur de melding')}
        </Button>
      </div>
    </div>
  );
}
