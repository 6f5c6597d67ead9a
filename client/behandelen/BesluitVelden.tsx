import type { Dossier } from '../../server/behandelen/contract.ts';
import { resultaatWoord } from '../../server/behandelen/domain/woorden.ts';
import { SelectField, TextField } from '../ui/Field.tsx';

/** What everybody will read about it on the map. */
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

/** What everybody may read of it; of a bezwaar nothing is published. */
export const beginOmschrijving = ({ publiekeOmschrijving, bezwaarTegen, zaaktype }: Dossier): string =>
  publiekeOmschrijving ?? (bezwaarTegen ? zaaktype.ding : '');

interface ResultaatVeldProps {
  label: string;
  zaak: Dossier;
  waarde: string;
  onChange(waarde: string): void;
}

/** One of the ways in which this zaak can end. */
export function ResultaatVeld({ label, zaak, waarde, onChange }: ResultaatVeldProps) {
  return (
    <SelectField label={label} value={waarde} onChange={(event) => onChange(event.target.value)}>
      {zaak.resultaten.map((een) => (
        <option key={een} value={een}>
          {resultaatWoord[een] ?? een}
        </option>
      ))}
    </SelectField>
  );
}
