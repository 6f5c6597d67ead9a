import { useState } from 'react';
import { adviesRollen, type Dossier, vraagAdvies } from '../../server/behandelen/contract.ts';
import { addDagen, datumInNederland } from '../../server/termijnen/datum.ts';
import { rollen } from '../../server/toegang/domain/rollen.ts';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { HandelingFormulier } from './HandelingFormulier.tsx';
import { useHandeling } from './use-handeling.ts';

/** Asks advice; the adviser sees only what is ticked here. */
export function AdviesForm({ zaak }: { zaak: Dossier }) {
  const [aanRol, setAanRol] = useState<(typeof adviesRollen)[number]>('veiligheidsregio');
  const [vraag, setVraag] = useState('');
  const vandaag = datumInNederland(new Date());
  const [uiterlijk, setUiterlijk] = useState<string>(addDagen(vandaag, 21));
  const [bijlagen, setBijlagen] = useState<readonly string[]>([]);
  const daad = useHandeling(zaak, vraagAdvies);
  return (
    <HandelingFormulier
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
        min={vandaag}
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
    </HandelingFormulier>
  );
}
