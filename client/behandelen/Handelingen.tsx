import { useState } from 'react';
import {
  adviesRollen,
  beoordeelVolledigheid,
  type Dossier,
  hervatBehandeling,
  kiesProcedure,
  publiceerAanvraag,
  rondAf,
  verlengTermijn,
  vraagAanvulling,
  vraagAdvies,
} from '../../server/behandelen/contract.ts';
import type { Handeling } from '../../server/behandelen/domain/handelingen.ts';
import { resultaatWoord } from '../../server/behandelen/domain/woorden.ts';
import { addDagen, datumInNederland } from '../../server/termijnen/datum.ts';
import { rollen } from '../../server/toegang/domain/rollen.ts';
import { formatDatumKort } from '../format.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { BesluitForm } from './BesluitForm.tsx';
import { Formulier } from './Formulier.tsx';
import { useHandeling } from './use-handeling.ts';

const namen: Partial<Record<Handeling, string>> = {
  beoordelen: 'Controleer of alles er is',
  'aanvulling-vragen': 'Vraag om aanvulling',
  hervatten: 'Ga verder met de behandeling',
  'advies-vragen': 'Vraag advies',
  'procedure-kiezen': 'Kies een andere procedure',
  verlengen: 'Verleng de beslistermijn',
  'aanvraag-publiceren': 'Publiceer de aanvraag',
  'ter-inzage-leggen': 'Leg een ontwerp ter inzage',
  besluiten: 'Neem een besluit',
  'buiten-behandeling-laten': 'Laat de aanvraag buiten behandeling',
  afronden: 'Rond de zaak af',
};

/** What can be done with the zaak now, each with its form; and what cannot, with why. */
export function Handelingen({ zaak }: { zaak: Dossier }) {
  const alle = (Object.keys(namen) as Handeling[]).filter((een) => een !== 'beoordelen' || zaak.vereisten.length > 0);
  const kan = alle.filter((een) => zaak.handelingen[een].mag);
  const kanNiet = alle.filter((een) => !zaak.handelingen[een].mag);
  return (
    <section aria-labelledby="doen">
      <h2 id="doen" className="nl-heading nl-heading--level-3">
        Wat u nu kunt doen
      </h2>
      {zaak.behandelaar?.ikzelf ? (
        <>
          {kan.map((een) => (
            <Disclosure key={een} summary={namen[een]}>
              {() => <Vorm handeling={een} zaak={zaak} />}
            </Disclosure>
          ))}
          {kanNiet.length > 0 && (
            <Disclosure summary="Wat nu niet kan, en waarom">
              {() => (
                <dl className="feiten">
                  {kanNiet.map((een) => (
                    <div key={een} className="utrecht-data-list__item">
                      <dt>{namen[een]}</dt>
                      <dd>{zaak.handelingen[een].reden}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </Disclosure>
          )}
        </>
      ) : (
        <p className="nl-paragraph">{zaak.handelingen.beoordelen.reden}</p>
      )}
    </section>
  );
}

function Vorm({ handeling, zaak }: { handeling: Handeling; zaak: Dossier }) {
  switch (handeling) {
    case 'beoordelen':
      return <Volledigheid zaak={zaak} />;
    case 'aanvulling-vragen':
      return <Aanvulling zaak={zaak} />;
    case 'hervatten':
      return <Hervatten zaak={zaak} />;
    case 'advies-vragen':
      return <Advies zaak={zaak} />;
    case 'procedure-kiezen':
      return <Procedure zaak={zaak} />;
    case 'verlengen':
      return <Verlengen zaak={zaak} />;
    case 'aanvraag-publiceren':
      return <Publiceren zaak={zaak} />;
    case 'ter-inzage-leggen':
      return <BesluitForm zaak={zaak} soort="ontwerp" />;
    case 'besluiten':
      return <BesluitForm zaak={zaak} soort="besluit" />;
    case 'buiten-behandeling-laten':
      return <BesluitForm zaak={zaak} soort="buiten-behandeling" />;
    case 'afronden':
      return <Afronden zaak={zaak} />;
    default:
      return null;
  }
}

const bevindingen = { aanwezig: 'Aanwezig', ontbreekt: 'Ontbreekt', nvt: 'Niet nodig' } as const;
type Bevinding = keyof typeof bevindingen;

function Volledigheid({ zaak }: { zaak: Dossier }) {
  const [gekozen, setGekozen] = useState<Record<string, Bevinding>>({});
  const daad = useHandeling(zaak, beoordeelVolledigheid);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Bewaar"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ bevindingen: gekozen })}
    >
      {zaak.vereisten.map(({ id, tekst, artikel, bevinding }) => (
        <fieldset key={id} className="bevinding">
          <legend>
            {tekst} <span className="stil">({artikel})</span>
          </legend>
          <div className="bevinding__keuzes">
            {(Object.entries(bevindingen) as [Bevinding, string][]).map(([sleutel, naam]) => (
              <label key={sleutel} className="aanvinken">
                <input
                  type="radio"
                  name={`bevinding-${id}`}
                  checked={(gekozen[id] ?? bevinding) === sleutel}
                  onChange={() => setGekozen({ ...gekozen, [id]: sleutel })}
                />
                {naam}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </Formulier>
  );
}

const over = (dagen: number) => addDagen(datumInNederland(new Date()), dagen);

function Aanvulling({ zaak }: { zaak: Dossier }) {
  const ontbreekt = zaak.vereisten.filter(({ bevinding }) => bevinding === 'ontbreekt').map(({ tekst }) => tekst);
  const [wat, setWat] = useState(ontbreekt.join('\n'));
  const [uiterlijk, setUiterlijk] = useState<string>(over(14));
  const daad = useHandeling(zaak, vraagAanvulling);
  const regels = wat
    .split('\n')
    .map((regel) => regel.trim())
    .filter(Boolean);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Vraag om aanvulling"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ wat: regels, uiterlijk })}
    >
      <p className="stil">
        De beslistermijn staat stil vanaf morgen, tot de aanvulling er is of deze dag voorbij is (Awb 4:5 en 4:15).
      </p>
      <TextAreaField
        label="Wat ontbreekt er?"
        uitleg="Eén ding per regel. De aanvrager leest dit."
        value={wat}
        required
        onChange={(event) => setWat(event.target.value)}
      />
      <TextField
        label="Uiterlijk op"
        type="date"
        value={uiterlijk}
        min={over(1)}
        required
        onChange={(event) => setUiterlijk(event.target.value)}
      />
    </Formulier>
  );
}

function Hervatten({ zaak }: { zaak: Dossier }) {
  const daad = useHandeling(zaak, hervatBehandeling);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Ga verder"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({})}
    >
      <p>
        De termijn loopt weer. De dagen dat zij stilstond, komen erbij (Awb 4:15).
        {zaak.termijn.aanvullenTot && ` Aanvullen kan tot en met ${formatDatumKort(zaak.termijn.aanvullenTot)}.`}
      </p>
    </Formulier>
  );
}

function Advies({ zaak }: { zaak: Dossier }) {
  const [aanRol, setAanRol] = useState<(typeof adviesRollen)[number]>('veiligheidsregio');
  const [vraag, setVraag] = useState('');
  const [uiterlijk, setUiterlijk] = useState<string>(over(21));
  const [bijlagen, setBijlagen] = useState<readonly string[]>([]);
  const daad = useHandeling(zaak, vraagAdvies);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Vraag advies"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ aanRol, vraag, uiterlijk, bijlagen: [...bijlagen] })}
    >
      <SelectField label="Aan wie" value={aanRol} onChange={(event) => setAanRol(event.target.value as typeof aanRol)}>
        {adviesRollen.map((rol) => (
          <option key={rol} value={rol}>
            {rollen[rol]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label="Wat wilt u weten?"
        value={vraag}
        required
        maxLength={4_000}
        onChange={(event) => setVraag(event.target.value)}
      />
      <TextField
        label="Graag voor"
        type="date"
        value={uiterlijk}
        min={over(0)}
        required
        onChange={(event) => setUiterlijk(event.target.value)}
      />
      <fieldset className="veld">
        <legend>Stukken die de adviseur ziet</legend>
        <p className="stil">Verder ziet hij alleen de vraag, de omschrijving en de plek. Geen naam van de aanvrager.</p>
        {zaak.bijlagen.length === 0 && <p>Er zijn geen stukken.</p>}
        {zaak.bijlagen.map(({ id, naam }) => (
          <CheckboxField
            key={id}
            checked={bijlagen.includes(id)}
            onChange={({ target }) =>
              setBijlagen(target.checked ? [...bijlagen, id] : bijlagen.filter((een) => een !== id))
            }
          >
            {naam}
          </CheckboxField>
        ))}
      </fieldset>
    </Formulier>
  );
}

const redenen = {
  verplicht: 'De wet eist het (Ob 10.24)',
  verzoek: 'De aanvrager vraagt erom of vindt het goed (Ow 16.65 lid 1)',
  bopa: 'Grote gevolgen en te verwachten bedenkingen (Ow 16.65 lid 4)',
  herstel: 'De uitgebreide procedure blijkt niet nodig (Ow 16.64)',
} as const;

function Procedure({ zaak }: { zaak: Dossier }) {
  const procedure = zaak.procedure === 'regulier' ? 'uitgebreid' : 'regulier';
  const [reden, setReden] = useState<keyof typeof redenen>(procedure === 'uitgebreid' ? 'verplicht' : 'herstel');
  const daad = useHandeling(zaak, kiesProcedure);
  const mogelijk = (Object.keys(redenen) as (keyof typeof redenen)[]).filter(
    (een) => (een === 'herstel') === (procedure === 'regulier'),
  );
  return (
    <Formulier
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
    </Formulier>
  );
}

/** What everybody will read; the first time it starts from what the aanvrager wrote. */
export function OmschrijvingVeld({ waarde, onChange }: { waarde: string; onChange(waarde: string): void }) {
  return (
    <TextField
      label="Waar gaat het over?"
      uitleg="Dit leest iedereen. Schrijf geen namen. Bijvoorbeeld: het plaatsen van een dakkapel."
      value={waarde}
      required
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export const beginOmschrijving = ({ publiekeOmschrijving }: Dossier): string => publiekeOmschrijving ?? '';

function Verlengen({ zaak }: { zaak: Dossier }) {
  const [weken, setWeken] = useState(6);
  const [reden, setReden] = useState('');
  const [omschrijving, setOmschrijving] = useState(beginOmschrijving(zaak));
  const daad = useHandeling(zaak, verlengTermijn);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Verleng en publiceer"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ weken, reden, omschrijving })}
    >
      <p className="stil">
        Eén keer, ten hoogste 6 weken, en gepubliceerd binnen de eerste termijn ({zaak.termijn.verlengArtikel}).
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
      <OmschrijvingVeld waarde={omschrijving} onChange={setOmschrijving} />
    </Formulier>
  );
}

function Publiceren({ zaak }: { zaak: Dossier }) {
  const [omschrijving, setOmschrijving] = useState(beginOmschrijving(zaak));
  const daad = useHandeling(zaak, publiceerAanvraag);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Publiceer de aanvraag"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ omschrijving })}
    >
      <p className="stil">De aanvraag staat dan meteen op de kaart (Ow 16.57).</p>
      <OmschrijvingVeld waarde={omschrijving} onChange={setOmschrijving} />
    </Formulier>
  );
}

function Afronden({ zaak }: { zaak: Dossier }) {
  const [resultaat, setResultaat] = useState(zaak.resultaat ?? zaak.resultaten[0] ?? '');
  const [toelichting, setToelichting] = useState('');
  const daad = useHandeling(zaak, rondAf);
  return (
    <Formulier
      zaakId={zaak.id}
      knop="Rond af"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => daad.mutate({ resultaat, toelichting })}
    >
      {zaak.status !== 'besloten' && (
        <SelectField
          label="Hoe is het afgelopen?"
          value={resultaat}
          onChange={(event) => setResultaat(event.target.value)}
        >
          {zaak.resultaten.map((een) => (
            <option key={een} value={een}>
              {resultaatWoord[een] ?? een}
            </option>
          ))}
        </SelectField>
      )}
      <TextAreaField
        label="Toelichting voor de aanvrager (hoeft niet)"
        value={toelichting}
        maxLength={2_000}
        onChange={(event) => setToelichting(event.target.value)}
      />
    </Formulier>
  );
}
