import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import {
  type Combinatie,
  type CombineerLaag,
  type Filter,
  filtersMaximum,
  type LaagVraag,
  leesWaarden,
  meterMaximum,
  type Voorwaarde,
  voorwaardenMaximum,
  waardenMaximum,
} from '../../server/combineren/contract.ts';
import { zinVan } from '../../server/combineren/domain/zin.ts';
import { aantal, formatGetal } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import {
  type Ligging,
  leegLaag,
  leegVoorwaarde,
  liggingen,
  liggingVan,
  metLigging,
  opgeruimd,
  perGroep,
  watMist,
} from './vraag.ts';

interface VraagFormProps {
  lagen: readonly CombineerLaag[];
  begin: Combinatie;
  onVraag(vraag: Combinatie): void;
}

/** The question in three steps. It is asked when the person says so, because it can take a while. */
export function VraagForm({ lagen, begin, onVraag }: VraagFormProps) {
  const [vraag, setVraag] = useState(begin);
  const [mist, setMist] = useState<readonly string[]>([]);
  const { toon, voorwaarden } = vraag;
  const change = (nieuw: Partial<Combinatie>) => {
    setMist([]);
    setVraag({ ...vraag, ...nieuw });
  };
  const changeVoorwaarde = (plek: number, nieuw: Voorwaarde) =>
    change({ voorwaarden: voorwaarden.map((een, i) => (i === plek ? nieuw : een)) });
  return (
    <form
      className="stapel stapel--ruim"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const gevonden = watMist(vraag);
        setMist(gevonden);
        if (gevonden.length === 0) onVraag(opgeruimd(vraag));
      }}
    >
      <fieldset className="stap stapel">
        <legend className="stap__kop">1. Wat wilt u zien?</legend>
        <LaagVelden label="Toon" keuze={toon} lagen={lagen} onChange={(laag) => change({ toon: laag })} />
      </fieldset>
      <fieldset className="stap stapel">
        <legend className="stap__kop">2. Waar moet het liggen?</legend>
        {voorwaarden.length === 0 && <p className="stil">Zonder voorwaarde telt het loket alles per wijk en buurt.</p>}
        {voorwaarden.map((voorwaarde, i) => (
          <VoorwaardeVelden
            // biome-ignore lint/suspicious/noArrayIndexKey: there are two at most, and only their place tells them apart
            key={i}
            nummer={i + 1}
            voorwaarde={voorwaarde}
            lagen={lagen}
            onChange={(nieuw) => changeVoorwaarde(i, nieuw)}
            onWeg={() => change({ voorwaarden: voorwaarden.filter((_, plek) => plek !== i) })}
          />
        ))}
        {voorwaarden.length < voorwaardenMaximum && (
          <div>
            <Button icon="plus" onClick={() => change({ voorwaarden: [...voorwaarden, leegVoorwaarde] })}>
              {voorwaarden.length === 0 ? 'Voeg een voorwaarde toe' : 'Voeg nog een voorwaarde toe'}
            </Button>
          </div>
        )}
      </fieldset>
      <fieldset className="stap stapel">
        <legend className="stap__kop">3. Klopt uw vraag?</legend>
        {toon.laag !== '' && voorwaarden.every(({ laag }) => laag !== '') && (
          <p className="vraagzin">{zinVan(opgeruimd(vraag), lagen)}</p>
        )}
        <div role="alert">
          {mist.length > 0 && (
            <Notice soort="error" title="De vraag is nog niet af">
              <ul>
                {mist.map((wat) => (
                  <li key={wat}>{wat}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
        <div>
          <Button soort="primary" type="submit">
            Reken uit
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

interface LaagVeldenProps<T extends LaagVraag> {
  label: string;
  keuze: T;
  lagen: readonly CombineerLaag[];
  onChange(keuze: T): void;
}

function LaagVelden<T extends LaagVraag>({ label, keuze, lagen, onChange }: LaagVeldenProps<T>) {
  const laag = lagen.find(({ id }) => id === keuze.laag);
  const vrij = laag?.velden.filter(({ naam }) => !keuze.filters.some(({ veld }) => veld === naam)) ?? [];
  return (
    <div className="stapel">
      <SelectField
        label={label}
        value={keuze.laag}
        onChange={({ target }) => onChange({ ...keuze, ...leegLaag, laag: target.value })}
      >
        <option value="">Kies een laag</option>
        {perGroep(lagen).map(({ groep, lagen: eigen }) => (
          <optgroup key={groep} label={groep}>
            {eigen.map(({ id, titel }) => (
              <option key={id} value={id}>
                {titel}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {laag && <p className="stil">{laag.beschrijving}</p>}
      {laag &&
        keuze.filters.map((filter) => (
          <FilterVeld
            key={filter.veld}
            laag={laag}
            filter={filter}
            onChange={(nieuw) =>
              onChange({ ...keuze, filters: keuze.filters.map((een) => (een.veld === nieuw.veld ? nieuw : een)) })
            }
            onWeg={() => onChange({ ...keuze, filters: keuze.filters.filter(({ veld }) => veld !== filter.veld) })}
          />
        ))}
      {laag && (
        <div className="velden">
          {vrij.length > 0 && keuze.filters.length < filtersMaximum && (
            <SelectField
              label={`Alleen ${laag.titel.toLowerCase()} met`}
              value=""
              onChange={({ target }) =>
                onChange({ ...keuze, filters: [...keuze.filters, { veld: target.value, waarden: [] }] })
              }
            >
              <option value="">Alle</option>
              {vrij.map(({ naam, titel }) => (
                <option key={naam} value={naam}>
                  {titel}
                </option>
              ))}
            </SelectField>
          )}
          {laag.heeftPeriode && (
            <>
              <TextField
                label="Vanaf"
                type="date"
                value={keuze.van ?? ''}
                onChange={({ target }) => onChange({ ...keuze, van: target.value || null })}
              />
              <TextField
                label="Tot en met"
                type="date"
                value={keuze.tot ?? ''}
                onChange={({ target }) => onChange({ ...keuze, tot: target.value || null })}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

interface VoorwaardeVeldenProps {
  nummer: number;
  voorwaarde: Voorwaarde;
  lagen: readonly CombineerLaag[];
  onChange(voorwaarde: Voorwaarde): void;
  onWeg(): void;
}

function VoorwaardeVelden({ nummer, voorwaarde, lagen, onChange, onWeg }: VoorwaardeVeldenProps) {
  const nabij = voorwaarde.relatie === 'nabij';
  return (
    <fieldset className="voorwaarde stapel">
      <legend className="alleen-voorlezen">Voorwaarde {nummer}</legend>
      <div className="voorwaarde__kop">
        <SelectField
          label={nummer === 1 ? 'Alleen wat ligt' : 'En ook alleen wat ligt'}
          value={liggingVan(voorwaarde)}
          onChange={({ target }) => onChange(metLigging(voorwaarde, target.value as Ligging))}
        >
          {Object.entries(liggingen).map(([ligging, { label }]) => (
            <option key={ligging} value={ligging}>
              {label}
            </option>
          ))}
        </SelectField>
        {nabij && (
          <TextField
            label="Meter"
            type="number"
            inputMode="numeric"
            min={1}
            max={meterMaximum}
            step={1}
            value={voorwaarde.meter ?? ''}
            onChange={({ target }) =>
              onChange({ ...voorwaarde, meter: target.value === '' ? null : Number(target.value) })
            }
          />
        )}
        <Button soort="subtle" icon="kruis" iconOnly title={`Haal voorwaarde ${nummer} weg`} onClick={onWeg}>
          Haal voorwaarde {nummer} weg
        </Button>
      </div>
      <LaagVelden label={nabij ? 'van' : 'de laag'} keuze={voorwaarde} lagen={lagen} onChange={onChange} />
    </fieldset>
  );
}

interface FilterVeldProps {
  laag: CombineerLaag;
  filter: Filter;
  onChange(filter: Filter): void;
  onWeg(): void;
}

/** More values than this and there is a box to look in them. */
const zoekVanaf = 12;

function FilterVeld({ laag, filter, onChange, onWeg }: FilterVeldProps) {
  const id = useId();
  const [zoek, setZoek] = useState('');
  const query = useQuery(ask(leesWaarden, { laag: laag.id, veld: filter.veld }));
  const titel = laag.velden.find(({ naam }) => naam === filter.veld)?.titel ?? filter.veld;
  const toggle = (waarde: string) =>
    onChange({
      ...filter,
      waarden: filter.waarden.includes(waarde)
        ? filter.waarden.filter((een) => een !== waarde)
        : [...filter.waarden, waarde].slice(0, waardenMaximum),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot carry the button beside its name
    <div role="group" aria-labelledby={id} className="filter stapel stapel--dicht">
      <div className="filter__kop">
        <span id={id} className="kop-klein">
          {titel}
        </span>
        <Button soort="subtle" icon="kruis" iconOnly title={`Haal ${titel} weg`} onClick={onWeg}>
          Haal {titel} weg
        </Button>
      </div>
      <QueryState query={query} what={titel}>
        {({ waarden, meer }) => {
          const namen = new Set(waarden.map(({ waarde }) => waarde));
          const alle = [
            ...filter.waarden.filter((waarde) => !namen.has(waarde)).map((waarde) => ({ waarde, aantal: null })),
            ...waarden,
          ];
          const zichtbaar = alle.filter(({ waarde }) => waarde.toLowerCase().includes(zoek.toLowerCase()));
          return (
            <>
              {alle.length === 0 && <p className="stil">Dit veld is bij geen enkel object ingevuld.</p>}
              {alle.length > zoekVanaf && (
                <TextField
                  label={`Zoek in ${titel.toLowerCase()}`}
                  value={zoek}
                  onChange={({ target }) => setZoek(target.value)}
                />
              )}
              <ul className="filter__waarden">
                {zichtbaar.map(({ waarde, aantal: keer }) => (
                  <li key={waarde}>
                    <CheckboxField checked={filter.waarden.includes(waarde)} onChange={() => toggle(waarde)}>
                      {inWoorden(waarde)}
                      {keer !== null && <span className="stil"> {formatGetal(keer)}</span>}
                    </CheckboxField>
                  </li>
                ))}
              </ul>
              {meer && (
                <p className="stil">
                  Dit zijn de {aantal(waarden.length, 'waarde', 'waarden')} die het meest voorkomen.
                </p>
              )}
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

const inWoorden = (waarde: string) => (waarde === 'true' ? 'ja' : waarde === 'false' ? 'nee' : waarde);
