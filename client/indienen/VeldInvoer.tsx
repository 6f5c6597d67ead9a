import '../ui/opties.css';
import { useState } from 'react';
import type { Veld, Waarde } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { Icon } from '../ui/Icon.tsx';
import { Veldmelding } from '../ui/Veldmelding.tsx';
import { BesluitInvoer } from './BesluitInvoer.tsx';

interface VeldInvoerProps {
  veld: Veld;
  waarde: Waarde | undefined;
  fout: string | undefined;
  onWaarde(waarde: Waarde): void;
}

/** Where the summary of errors leads to. */
export const veldId = (veld: string): string => `veld-${veld}`;
export const veldVan = (id: string): string => id.replace(/^veld-/, '');

const autoComplete: Record<string, string> = {
  contactNaam: 'name',
  contactStraat: 'street-address',
  contactPostcode: 'postal-code',
  contactPlaats: 'address-level2',
  contactTelefoon: 'tel',
  contactEmail: 'email',
};

/** One question of a form: its label, help, article, what is wrong, and the field. */
export function VeldInvoer({ veld, waarde, fout, onWaarde }: VeldInvoerProps) {
  const id = veldId(veld.id);
  const uitleg = veld.uitleg || veld.artikel;
  const beschreven = [uitleg && `${id}-uitleg`, fout && `${id}-fout`].filter(Boolean).join(' ');
  const aria = {
    ...(beschreven && { 'aria-describedby': beschreven }),
    ...(fout && { 'aria-invalid': true }),
  };
  const groep = veld.soort === 'ja-nee' || veld.soort === 'keuzes' || (veld.soort === 'keuze' && !veld.groepen);
  const onder = (
    <>
      {uitleg && (
        <p className="stil" id={`${id}-uitleg`}>
          {veld.uitleg}
          {veld.artikel && <span className="formulier__artikel"> {veld.artikel}</span>}
        </p>
      )}
      <Veldmelding id={`${id}-fout`} fout={fout} />
    </>
  );
  const label = (
    <>
      {veld.label}
      {veld.optioneel && <span className="stil"> (niet verplicht)</span>}
    </>
  );
  if (groep) {
    return (
      <fieldset className="formulier__veld" data-fout={fout !== undefined} {...aria}>
        <legend className="utrecht-form-label">{label}</legend>
        {onder}
        <Keuzes veld={veld} id={id} waarde={waarde} onWaarde={onWaarde} />
      </fieldset>
    );
  }
  return (
    <div className="formulier__veld" data-fout={fout !== undefined}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {onder}
      <Invoer veld={veld} id={id} waarde={waarde} aria={aria} onWaarde={onWaarde} />
      {veld.soort === 'besluit' && <BesluitInvoer besluit={typeof waarde === 'string' ? waarde : ''} />}
    </div>
  );
}

interface DeelProps extends Pick<VeldInvoerProps, 'veld' | 'waarde' | 'onWaarde'> {
  id: string;
}

function Keuzes({ veld, id, waarde, onWaarde }: DeelProps) {
  const meer = veld.soort === 'keuzes';
  const opties =
    veld.soort === 'ja-nee'
      ? [
          { id: 'ja', naam: 'Ja', waarde: true },
          { id: 'nee', naam: 'Nee', waarde: false },
        ]
      : 'opties' in veld
        ? veld.opties.map((optie) => ({ ...optie, waarde: optie.id }))
        : [];
  const gekozen: readonly Waarde[] = Array.isArray(waarde) ? waarde : waarde === undefined ? [] : [waarde];
  return (
    <div className={veld.soort === 'ja-nee' ? 'opties opties--naast-elkaar' : 'opties'}>
      {opties.map((optie, nummer) => (
        <label key={optie.id} className="optie optie--dicht">
          <input
            // the summary of errors leads to the first
            {...(nummer === 0 && { id })}
            type={meer ? 'checkbox' : 'radio'}
            name={veld.id}
            checked={gekozen.includes(optie.waarde)}
            onChange={({ target }) => {
              if (!meer) return onWaarde(optie.waarde);
              const rest = gekozen.filter((een) => een !== optie.waarde) as string[];
              onWaarde(target.checked ? [...rest, optie.id] : rest);
            }}
          />
          <span>
            {optie.naam}
            {'uitleg' in optie && optie.uitleg && <span className="stil">{optie.uitleg}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** A number as a Dutch person writes it: "12.000,50". What is no number stays as it was typed, to be told so. */
function leesGetal(tekst: string): number | string {
  const kaal = tekst.trim();
  const getal = Number(kaal.replaceAll('.', '').replace(',', '.'));
  return kaal === '' || !/^-?[\d.]*,?\d*$/.test(kaal) || Number.isNaN(getal) ? kaal : getal;
}

function Invoer({ veld, id, waarde, aria, onWaarde }: DeelProps & { aria: object }) {
  const tekst =
    typeof waarde === 'number' ? waarde.toLocaleString('nl-NL', { useGrouping: false }) : String(waarde ?? '');
  const [getypt, setGetypt] = useState(tekst);
  const vast = { ...aria, id, className: 'utrecht-textbox utrecht-textbox--html-input' };
  switch (veld.soort) {
    case 'lange-tekst':
      return <textarea {...vast} rows={5} value={tekst} dir="auto" onChange={({ target }) => onWaarde(target.value)} />;
    case 'keuze':
      return (
        <div className="keuze">
          <select
            {...aria}
            id={id}
            className="utrecht-select utrecht-select--html-select"
            value={tekst}
            onChange={({ target }) => onWaarde(target.value)}
          >
            <option value="">Kies</option>
            {veld.groepen?.map(({ naam, opties }) => (
              <optgroup key={naam} label={naam}>
                {opties.map((optie) => (
                  <option key={optie.id} value={optie.id}>
                    {optie.naam}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Icon name="pijlOmlaag" />
        </div>
      );
    case 'getal':
      return (
        <div className="formulier__getal">
          <input
            {...vast}
            inputMode="decimal"
            autoComplete="off"
            value={leesGetal(getypt) === waarde ? getypt : tekst}
            onChange={({ target }) => {
              setGetypt(target.value);
              onWaarde(leesGetal(target.value));
            }}
          />
          <span>{veld.eenheid}</span>
        </div>
      );
    default:
      return (
        <input
          {...vast}
          type={typeVan[veld.soort] ?? 'text'}
          dir="auto"
          autoComplete={autoComplete[veld.id] ?? 'off'}
          value={tekst}
          onChange={({ target }) => onWaarde(target.value)}
        />
      );
  }
}

const typeVan: Partial<Record<Veld['soort'], string>> = {
  datum: 'date',
  tijd: 'time',
  email: 'email',
  telefoon: 'tel',
};
