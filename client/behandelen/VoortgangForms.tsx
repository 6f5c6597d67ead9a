import { useState } from 'react';
import {
  type Dossier,
  kiesProcedure,
  publiceerAanvraag,
  rondAf,
  verlengTermijn,
} from '../../server/behandelen/contract.ts';
import { SelectField, TextAreaField } from '../ui/Field.tsx';
import { beginOmschrijving, OmschrijvingVeld, ResultaatVeld } from './BesluitVelden.tsx';
import { HandelingFormulier } from './HandelingFormulier.tsx';
import { useHandeling } from './use-handeling.ts';

const redenen = {
  verplicht: 'De wet eist het (Ob 10.24)',
  verzoek: 'De aanvrager vraagt erom of vindt het goed (Ow 16.65 lid 1)',
  bopa: 'Grote gevolgen en te verwachten bedenkingen (Ow 16.65 lid 4)',
  herstel: 'De uitgebreide procedure blijkt niet nodig (Ow 16.64)',
} as const;

export function Procedure({ zaak }: { zaak: Dossier }) {
  const procedure = zaak.procedure === 'regulier' ? 'uitgebreid' : 'regulier';
  const [reden, setReden] = useState<keyof typeof redenen>(procedure === 'uitgebreid' ? 'verplicht' : 'herstel');
  const daad = useHandeling(zaak, kiesProcedure);
  const mogelijk = (Object.keys(redenen) as (keyof typeof redenen)[]).filter(
    (een) => (een === 'herstel') === (procedure === 'regulier'),
  );
  return (
    <HandelingFormulier
      zaakId={zaak.id}
      knop={`Kies de ${procedure === 'uitgebreid' ? 'uitgebreide' : 'reguliere'} procedure`}
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ procedure, reden })}
    >
      <SelectField label="Waarom" value={reden} onChange={(event) => setReden(event.target.value as typeof reden)}>
        {mogelijk.map((een) => (
          <option key={een} value={een}>
            {redenen[een]}
          </option>
        ))}
      </SelectField>
    </HandelingFormulier>
  );
}

export function Verlengen({ zaak }: { zaak: Dossier }) {
  const [weken, setWeken] = useState(6);
  const [reden, setReden] = useState('');
  const [omschrijving, setOmschrijving] = useState(beginOmschrijving(zaak));
  const daad = useHandeling(zaak, verlengTermijn);
  return (
    <HandelingFormulier
      zaakId={zaak.id}
      knop={zaak.bezwaarTegen ? 'Verleng' : 'Verleng en publiceer'}
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ weken, reden, omschrijving })}
    >
      <p className="stil">
        {zaak.bezwaarTegen
          ? `Eén keer, ten hoogste 6 weken (${zaak.termijn.verlengArtikel}). Wie bezwaar maakte, krijgt bericht.`
          : `Eén keer, ten hoogste 6 weken, en gepubliceerd binnen de eerste termijn (${zaak.termijn.verlengArtikel}).`}
      </p>
      <SelectField label="Hoeveel weken" value={weken} onChange={(event) => setWeken(Number(event.target.value))}>
        {[1, 2, 3, 4, 5, 6].map((aantal) => (
          <option key={aantal} value={aantal}>
            {aantal}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label="Waarom is er meer tijd nodig?"
        value={reden}
        required
        maxLength={2_000}
        onChange={(event) => setReden(event.target.value)}
      />
      {!zaak.bezwaarTegen && <OmschrijvingVeld waarde={omschrijving} onChange={setOmschrijving} />}
    </HandelingFormulier>
  );
}

export function Publiceren({ zaak }: { zaak: Dossier }) {
  const [omschrijving, setOmschrijving] = useState(beginOmschrijving(zaak));
  const daad = useHandeling(zaak, publiceerAanvraag);
  return (
    <HandelingFormulier
      zaakId={zaak.id}
      knop="Publiceer de aanvraag"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ omschrijving })}
    >
      <p className="stil">De aanvraag staat dan meteen op de kaart (Ow 16.57).</p>
      <OmschrijvingVeld waarde={omschrijving} onChange={setOmschrijving} />
    </HandelingFormulier>
  );
}

export function Afronden({ zaak }: { zaak: Dossier }) {
  const [resultaat, setResultaat] = useState(zaak.resultaat ?? zaak.resultaten[0] ?? '');
  const [toelichting, setToelichting] = useState('');
  const daad = useHandeling(zaak, rondAf);
  return (
    <HandelingFormulier
      zaakId={zaak.id}
      knop="Rond af"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ resultaat, toelichting })}
    >
      {zaak.status !== 'besloten' && (
        <ResultaatVeld label="Hoe is het afgelopen?" zaak={zaak} waarde={resultaat} onChange={setResultaat} />
      )}
      <TextAreaField
        label="Toelichting voor de aanvrager (hoeft niet)"
        value={toelichting}
        maxLength={2_000}
        onChange={(event) => setToelichting(event.target.value)}
      />
    </HandelingFormulier>
  );
}
