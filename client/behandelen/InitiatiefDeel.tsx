import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Dossier } from '../../server/behandelen/contract.ts';
import {
  bewaarInitiatief,
  type InitiatiefBeheer,
  leesInitiatiefBeheer,
} from '../../server/inspraak/initiatief/contract.ts';
import { call } from '../api.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CheckboxField, TextAreaField, TextField } from '../ui/Field.tsx';
import { Fout } from '../ui/Fout.tsx';
import { QueryState } from '../ui/Section.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { useVernieuw } from './use-handeling.ts';

/** The page for everybody about this plan: write it, open it for reactions, tell what was done with them. */
export function InitiatiefDeel({ zaak }: { zaak: Dossier }) {
  return <Disclosure summary="Vertel iedereen over dit plan">{() => <Geladen key={zaak.id} zaak={zaak} />}</Disclosure>;
}

function Geladen({ zaak }: { zaak: Dossier }) {
  const query = useQuery({ ...ask(leesInitiatiefBeheer, { id: zaak.id }), staleTime: 0 });
  return (
    <QueryState query={query} what="Pagina over dit plan">
      {(pagina) =>
        pagina.kanNiet ? <p className="nl-paragraph">{pagina.kanNiet}</p> : <Pagina zaakId={zaak.id} pagina={pagina} />
      }
    </QueryState>
  );
}

function Pagina({ zaakId, pagina }: { zaakId: string; pagina: InitiatiefBeheer }) {
  const { versie, kenmerk, participatie, reacties } = pagina;
  const [velden, setVelden] = useState({
    titel: pagina.titel,
    plan: pagina.plan,
    reageren: pagina.reageren,
    reagerenTot: pagina.reagerenTot ?? '',
    uitkomst: pagina.uitkomst,
    zichtbaar: pagina.zichtbaar,
  });
  const client = useQueryClient();
  const vernieuw = useVernieuw(zaakId);
  const bewaar = useMutation({
    mutationFn: () =>
      call(bewaarInitiatief, { id: zaakId, versie, ...velden, reagerenTot: velden.reagerenTot || null }),
    onSuccess: (nu) => {
      client.setQueryData(ask(leesInitiatiefBeheer, { id: zaakId }).queryKey, nu);
      void vernieuw();
    },
  });
  const zet = (deel: Partial<typeof velden>) => setVelden({ ...velden, ...deel });
  return (
    <Vorm onStuur={() => bewaar.mutate()}>
      <p className="stil">Iedereen kan dit lezen. Schrijf er geen namen of andere gegevens van personen in.</p>
      {participatie && (
        <Disclosure summary="Wat de aanvrager over participatie schreef">
          {() => (
            <>
              <p dir="auto">{participatie.hoe}</p>
              <p dir="auto">{participatie.resultaat}</p>
            </>
          )}
        </Disclosure>
      )}
      <TextField
        label="Waar gaat het over?"
        value={velden.titel}
        required
        maxLength={200}
        onChange={({ target }) => zet({ titel: target.value })}
      />
      <TextAreaField
        label="Wat is het plan?"
        value={velden.plan}
        required
        rows={6}
        maxLength={10_000}
        onChange={({ target }) => zet({ plan: target.value })}
      />
      <TextAreaField
        label="Hoe kunnen mensen nog meer reageren? (hoeft niet)"
        uitleg="Bijvoorbeeld: een inloopavond, met tijd en plaats."
        value={velden.reageren}
        maxLength={2_000}
        onChange={({ target }) => zet({ reageren: target.value })}
      />
      <TextField
        label="Reageren in het loket kan tot en met (leeg: niet)"
        type="date"
        value={velden.reagerenTot}
        onChange={({ target }) => zet({ reagerenTot: target.value })}
      />
      {versie > 0 && (
        <TextAreaField
          label={`Wat is met de reacties gedaan? (${reacties} ontvangen)`}
          uitleg="Wie een e-mailadres gaf, krijgt bericht."
          value={velden.uitkomst}
          rows={6}
          maxLength={10_000}
          onChange={({ target }) => zet({ uitkomst: target.value })}
        />
      )}
      <CheckboxField checked={velden.zichtbaar} onChange={({ target }) => zet({ zichtbaar: target.checked })}>
        Iedereen kan deze pagina lezen
      </CheckboxField>
      <Fout fout={bewaar.error} />
      <div className="rij">
        <Button type="submit" soort="primary" disabled={bewaar.isPending}>
          {versie === 0 ? 'Publiceer de pagina' : 'Bewaar'}
        </Button>
        {versie > 0 && pagina.zichtbaar && (
          <Link className="nl-link" to={`/initiatieven/${kenmerk}`}>
            Bekijk de pagina
          </Link>
        )}
        <span role="status">{bewaar.isSuccess && 'Bewaard.'}</span>
      </div>
    </Vorm>
  );
}
