import { useState } from 'react';
import {
  beoordeelVolledigheid,
  type Dossier,
  hervatBehandeling,
  vraagAanvulling,
} from '../../server/behandelen/contract.ts';
import { addDagen, datumInNederland } from '../../server/termijnen/datum.ts';
import { formatDatumKort } from '../format.ts';
import { TextAreaField, TextField } from '../ui/Field.tsx';
import { HandelingFormulier } from './HandelingFormulier.tsx';
import { useHandeling } from './use-handeling.ts';

const bevindingen = { aanwezig: 'Aanwezig', ontbreekt: 'Ontbreekt', nvt: 'Niet nodig' } as const;
type Bevinding = keyof typeof bevindingen;

export function Volledigheid({ zaak }: { zaak: Dossier }) {
  const [gekozen, setGekozen] = useState<Record<string, Bevinding>>({});
  const daad = useHandeling(zaak, beoordeelVolledigheid);
  return (
    <HandelingFormulier
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
    </HandelingFormulier>
  );
}

export function Aanvulling({ zaak }: { zaak: Dossier }) {
  const ontbreekt = zaak.vereisten.filter(({ bevinding }) => bevinding === 'ontbreekt').map(({ tekst }) => tekst);
  /** Null: nobody typed yet, and what was found missing stands there. */
  const [getypt, setWat] = useState<string | null>(null);
  const wat = getypt ?? ontbreekt.join('\n');
  const vandaag = datumInNederland(new Date());
  const [uiterlijk, setUiterlijk] = useState<string>(addDagen(vandaag, 14));
  const daad = useHandeling(zaak, vraagAanvulling);
  const regels = wat
    .split('\n')
    .map((regel) => regel.trim())
    .filter(Boolean);
  return (
    <HandelingFormulier
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
        min={addDagen(vandaag, 1)}
        required
        onChange={(event) => setUiterlijk(event.target.value)}
      />
    </HandelingFormulier>
  );
}

export function Hervatten({ zaak }: { zaak: Dossier }) {
  const daad = useHandeling(zaak, hervatBehandeling);
  return (
    <HandelingFormulier
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
    </HandelingFormulier>
  );
}
