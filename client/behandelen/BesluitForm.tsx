import { useState } from 'react';
import {
  type BesluitConcept,
  bewaarBesluit,
  type Dossier,
  leesBesluitVoorbeeld,
  legTerInzage,
  neemBesluit,
} from '../../server/behandelen/contract.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { datumInNederland } from '../../server/termijnen/datum.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, TextAreaField, TextField } from '../ui/Field.tsx';
import { beginOmschrijving, OmschrijvingVeld, ResultaatVeld } from './BesluitVelden.tsx';
import { HandelingFormulier } from './HandelingFormulier.tsx';
import { useHandeling } from './use-handeling.ts';

interface BesluitFormProps {
  zaak: Dossier;
  soort: 'ontwerp' | 'besluit' | 'buiten-behandeling';
}

/** Writing a besluit or its ontwerp: kept while it is written, seen on paper, then taken and made known in one go. */
export function BesluitForm({ zaak, soort }: BesluitFormProps) {
  const vandaag = datumInNederland(new Date());
  const buiten = soort === 'buiten-behandeling';
  /** A decision on bezwaar goes to who objected; it is not published. */
  const opBezwaar = zaak.bezwaarTegen !== null;
  const begin = zaak.besluitConcept;
  const [resultaat, setResultaat] = useState(buiten ? soort : (begin?.resultaat ?? zaak.resultaten[0] ?? ''));
  const [motivering, setMotivering] = useState(begin?.motivering ?? '');
  const [voorschriften, setVoorschriften] = useState(begin?.voorschriften.join('\n') ?? '');
  const [onomkeerbaar, setOnomkeerbaar] = useState(begin?.onomkeerbaar ?? false);
  const [omschrijving, setOmschrijving] = useState(beginOmschrijving(zaak));
  const [vanaf, setVanaf] = useState<string>(vandaag);
  const bewaar = useHandeling(zaak, bewaarBesluit, { blijft: true });
  const inzage = useHandeling(zaak, legTerInzage);
  const neem = useHandeling(zaak, neemBesluit);
  const daad = soort === 'ontwerp' ? inzage : neem;
  const besluit: BesluitConcept = {
    resultaat,
    motivering,
    voorschriften: voorschriften
      .split('\n')
      .map((regel) => regel.trim())
      .filter(Boolean),
    onomkeerbaar,
  };
  const knop = {
    ontwerp: 'Leg ter inzage en publiceer',
    besluit: opBezwaar ? 'Neem de beslissing en verstuur haar' : 'Neem het besluit en publiceer',
    'buiten-behandeling': 'Laat buiten behandeling en publiceer',
  }[soort];
  return (
    <HandelingFormulier
      zaakId={zaak.id}
      knop={knop}
      fout={daad.error ?? bewaar.error}
      bezig={daad.isPending || bewaar.isPending}
      onStuur={() =>
        soort === 'ontwerp' ? inzage.mutate({ besluit, omschrijving, vanaf }) : neem.mutate({ besluit, omschrijving })
      }
    >
      {!buiten && <ResultaatVeld label="Wat besluit u?" zaak={zaak} waarde={resultaat} onChange={setResultaat} />}
      <TextAreaField
        label="Waarom?"
        uitleg="De motivering (Awb 3:46). Zij komt in de brief aan de aanvrager."
        value={motivering}
        required
        maxLength={20_000}
        onChange={(event) => setMotivering(event.target.value)}
      />
      {resultaat === 'verleend' && (
        <>
          <TextAreaField
            label="Voorschriften (hoeft niet)"
            uitleg="Eén voorschrift per regel."
            value={voorschriften}
            maxLength={40_000}
            onChange={(event) => setVoorschriften(event.target.value)}
          />
          <CheckboxField checked={onomkeerbaar} onChange={({ target }) => setOnomkeerbaar(target.checked)}>
            Wat mag, kan niet worden teruggedraaid: de vergunning werkt pas na vier weken (Ow 16.79)
          </CheckboxField>
        </>
      )}
      {!opBezwaar && <OmschrijvingVeld waarde={omschrijving} onChange={setOmschrijving} />}
      {soort === 'ontwerp' && (
        <TextField
          label="Ter inzage vanaf"
          uitleg="Vanaf die dag kan iedereen 6 weken reageren (Awb 3:16)."
          type="date"
          value={vanaf}
          min={vandaag}
          required
          onChange={(event) => setVanaf(event.target.value)}
        />
      )}
      <div className="rij">
        <Button disabled={bewaar.isPending} onClick={() => bewaar.mutate({ besluit })}>
          Bewaar en ga later verder
        </Button>
        {zaak.besluitConcept && (
          <a className="nl-link" href={`${apiBase}${leesBesluitVoorbeeld.path.replace(':id', zaak.id)}`} download>
            Bekijk het bewaarde besluit als PDF
          </a>
        )}
        <span role="status">{bewaar.isSuccess && 'Bewaard.'}</span>
      </div>
      <p className="stil">
        {soort === 'ontwerp'
          ? 'Het ontwerp staat meteen op de kaart, met de laatste dag om te reageren.'
          : opBezwaar
            ? 'De beslissing wordt vandaag verzonden aan wie bezwaar maakte. Zij wordt niet gepubliceerd. Dit kan niet ongedaan worden gemaakt.'
            : 'Het besluit wordt vandaag verzonden en gepubliceerd. Het staat meteen op de kaart, met de laatste dag om te reageren. Dit kan niet ongedaan worden gemaakt.'}
      </p>
    </HandelingFormulier>
  );
}
