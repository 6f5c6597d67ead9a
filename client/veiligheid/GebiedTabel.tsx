import { useState } from 'react';
import type { Cijfers, Gebied } from '../../server/veiligheid/contract.ts';
import { formatDatumKort, formatGetal } from '../format.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField } from '../ui/Field.tsx';

const noem = (aantal: Gebied['aantal'], minstens = false): string => {
  if (aantal === null) return 'onbekend';
  if (typeof aantal === 'string') return aantal === '<5' ? '< 5' : 'afgeschermd';
  return `${minstens ? 'minstens ' : ''}${formatGetal(aantal)}`;
};

/** Counts that everybody may see, per wijk or for the buurten of one wijk. */
export function GebiedTabel({ cijfers, stroom }: { cijfers: Cijfers; stroom: 'politie' | 'melding' }) {
  const { gebieden, klassen, bron, jaar } = cijfers;
  const [wijk, setWijk] = useState('');
  const gemeente = gebieden.find(({ soort }) => soort === 'gemeente');
  const wijken = gebieden.filter(({ soort }) => soort === 'wijk');
  const rijen = [
    ...(wijk === '' && gemeente ? [gemeente] : gebieden.filter(({ code }) => code === wijk)),
    ...gebieden.filter(({ ouder }) => ouder === (wijk || gemeente?.code)),
  ];
  if (rijen.every(({ aantal }) => aantal === null)) {
    return (
      <p>
        Over {jaar} zijn er van dit thema geen cijfers. Dat is onbekend, en geen nul. Kies een ander jaar of een ander
        thema.
      </p>
    );
  }
  return (
    <div className="stapel">
      <SelectField label="Gebied" value={wijk} onChange={({ currentTarget }) => setWijk(currentTarget.value)}>
        <option value="">Alle wijken</option>
        {wijken.map(({ code, naam }) => (
          <option key={code} value={code}>
            Buurten van {naam}
          </option>
        ))}
      </SelectField>
      <table className="vtabel">
        <thead>
          <tr>
            <th scope="col">Gebied</th>
            <th scope="col">Aantal</th>
            <th scope="col">Per 1.000 inwoners</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map(({ code, naam, soort, aantal, minstens, perDuizend }) => (
            <tr key={code} className={soort === 'gemeente' || code === wijk ? 'vtabel__geheel' : ''}>
              <th scope="row">{naam}</th>
              <td>{noem(aantal, minstens)}</td>
              <td>{perDuizend === null ? '–' : formatGetal(perDuizend)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {klassen.length > 0 && (
        <Disclosure summary="Waar het om gaat, in de hele gemeente">
          {() => (
            <ul className="soorten">
              {klassen.map(({ stelsel, code, naam, aantal }) => (
                <li key={`${stelsel} ${code}`}>
                  <span>{naam}</span> <strong>{noem(aantal)}</strong>
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      <p className="stil">
        Aantallen zijn afgerond op vijf. Van een tot en met vier staat er "&lt; 5". Afgeschermd is een aantal waaruit
        een kleiner aantal af te leiden zou zijn.{' '}
        {stroom === 'politie'
          ? 'Wat het CBS achterhoudt, telt niet mee: dan staat er minstens.'
          : 'Meldingen zeggen ook hoe graag mensen melden. Het zijn geen misdrijven.'}
      </p>
      {bron.peildatum && (
        <p className="bronnen">
          Bron: {bron.naam}, peildatum {formatDatumKort(bron.peildatum)}.
        </p>
      )}
    </div>
  );
}
