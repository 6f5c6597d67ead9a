import { themas as alleThemas, velden } from '../../server/veiligheid/domain/velden.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CheckboxField, SelectField } from '../ui/Field.tsx';

interface ThemaKeuzeProps {
  themas: readonly string[];
  /** More than one together, as a composite. */
  meer: boolean;
  onThemas(themas: string[]): void;
}

/** Which veld and thema it is about; more themas together make a composite. */
export function ThemaKeuze({ themas, meer, onThemas }: ThemaKeuzeProps) {
  const [eerste = '1.3'] = themas;
  const veld = velden.find(({ nummer }) => nummer === eerste[0]) ?? velden[0];
  return (
    <div className="stapel">
      <div className="velden">
        <SelectField
          label="Veiligheidsveld"
          value={veld?.nummer}
          onChange={({ currentTarget }) => {
            const naar = velden.find(({ nummer }) => nummer === currentTarget.value)?.themas[0];
            if (naar) onThemas([naar.nummer]);
          }}
        >
          {velden.map(({ nummer, naam }) => (
            <option key={nummer} value={nummer}>
              {nummer} {naam}
            </option>
          ))}
        </SelectField>
        <SelectField label="Thema" value={eerste} onChange={({ currentTarget }) => onThemas([currentTarget.value])}>
          {veld?.themas.map(({ nummer, naam }) => (
            <option key={nummer} value={nummer}>
              {nummer} {naam}
            </option>
          ))}
        </SelectField>
      </div>
      {meer && (
        <Disclosure summary={themas.length > 1 ? `Samen met ${themas.length - 1} andere` : 'Tel andere thema’s mee'}>
          {() => (
            <fieldset className="vvinkjes">
              <legend className="alleen-voorlezen">Thema’s die samen tellen, hoogstens zes</legend>
              {[...alleThemas.values()].map(({ nummer, naam }) => (
                <CheckboxField
                  key={nummer}
                  checked={themas.includes(nummer)}
                  disabled={nummer === eerste || (themas.length >= 6 && !themas.includes(nummer))}
                  onChange={({ currentTarget }) =>
                    onThemas(currentTarget.checked ? [...themas, nummer] : themas.filter((een) => een !== nummer))
                  }
                >
                  {nummer} {naam}
                </CheckboxField>
              ))}
            </fieldset>
          )}
        </Disclosure>
      )}
    </div>
  );
}
