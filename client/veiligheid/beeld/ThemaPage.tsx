import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import {
  type Indicator,
  type Interventie,
  type leesBeeld,
  schrijfThema,
  wisInterventie,
  zetInterventieTerug,
} from '../../../server/veiligheid/beeld/contract.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { CheckboxField, TextAreaField, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Indicatoren } from './Indicatoren.tsx';
import { InterventieLijst } from './Interventies.tsx';
import { Vragen } from './Vragen.tsx';

export type InternBeeld = z.infer<typeof leesBeeld.output>;

interface ThemaPageProps {
  beeld: InternBeeld;
  nummer: string;
  schrijft: boolean;
}

/** One thema: the three questions, all its figures, and its interventions. */
export function ThemaPage({ beeld, nummer, schrijft }: ThemaPageProps) {
  const client = useQueryClient();
  const thema = beeld.themas.find((een) => een.nummer === nummer);
  // what was taken away last: it can be put back
  const [weg, setWeg] = useState<Pick<Interventie, 'id' | 'naam'> | null>(null);
  const ververs = () => client.invalidateQueries({ queryKey: ['/veiligheid/beeld'] });
  const wis = useMutation({
    mutationFn: ({ id }: Interventie) => call(wisInterventie, { id }),
    onSuccess: (_weg, interventie) => {
      setWeg(interventie);
      return ververs();
    },
  });
  const zetTerug = useMutation({
    mutationFn: (id: string) => call(zetInterventieTerug, { id }),
    onSuccess: () => {
      setWeg(null);
      return ververs();
    },
  });
  const fout = wis.error ?? zetTerug.error;
  if (!thema) return null;
  return (
    <>
      {schrijft ? <ThemaForm key={beeld.versies[nummer] ?? 0} {...{ beeld, nummer }} /> : <Vragen thema={thema} />}
      <section aria-labelledby="cijfers-kop" className="stapel">
        <h2 id="cijfers-kop" className="nl-heading nl-heading--level-2">
          Cijfers
        </h2>
        <Indicatoren thema={thema} />
      </section>
      <section aria-labelledby="interventies-kop" className="stapel">
        <h2 id="interventies-kop" className="nl-heading nl-heading--level-2">
          Interventies
        </h2>
        {fout && (
          <Notice soort="error" title={wis.error ? 'Weghalen lukte niet' : 'Terugzetten lukte niet'} live>
            {fout.message}
          </Notice>
        )}
        {weg && (
          <div ref={krijgtAandacht} tabIndex={-1}>
            <Notice soort="ok" title={`Weggehaald: ${weg.naam}`} live>
              <p>Zij telt niet meer mee in dit beeld. Wat al is vastgesteld, verandert niet.</p>
              <Button disabled={zetTerug.isPending} onClick={() => zetTerug.mutate(weg.id)}>
                Zet terug
              </Button>
            </Notice>
          </div>
        )}
        <InterventieLijst
          Kop="h3"
          interventies={beeld.interventies.filter((een) => een.thema === nummer)}
          {...(schrijft && { onWis: wis.mutate, bezig: wis.isPending })}
        />
        {beeld.interventies.every((een) => een.thema !== nummer) && (
          <p>Bij dit thema is nog geen interventie vastgelegd.</p>
        )}
      </section>
    </>
  );
}

/** What was just removed took the focus with it. */
const krijgtAandacht = (element: HTMLElement | null) => element?.focus();

/** A number with a comma or a point; null: empty. NaN: no number. */
const leesGetal = (tekst: string): number | null =>
  tekst.trim() === '' ? null : Number(tekst.trim().replace(',', '.'));
const schrijf = (getal: number | null | undefined) => (getal == null ? '' : String(getal).replace('.', ','));

type DoelVelden = Record<'streefwaarde' | 'streefjaar' | 'vergelijk' | 'vergelijkMet', string>;

function ThemaForm({ beeld, nummer }: Omit<ThemaPageProps, 'schrijft'>) {
  const client = useQueryClient();
  const thema = beeld.themas.find((een) => een.nummer === nummer);
  const indicatoren = thema?.indicatoren ?? [];
  const [teksten, setTeksten] = useState({
    problematiek: thema?.problematiek ?? '',
    aanpak: thema?.aanpak ?? '',
    extra: thema?.extra ?? '',
  });
  const [prioriteit, setPrioriteit] = useState(thema?.prioriteit != null);
  const [doelen, setDoelen] = useState<Record<string, DoelVelden>>(() =>
    Object.fromEntries(indicatoren.map((indicator) => [indicator.key, doelVan(indicator)])),
  );
  const ingevuld = indicatoren.map(({ key, naam }) => {
    const velden = doelen[key];
    return {
      naam,
      indicator: key,
      streefwaarde: leesGetal(velden?.streefwaarde ?? ''),
      streefjaar: leesGetal(velden?.streefjaar ?? ''),
      vergelijk: leesGetal(velden?.vergelijk ?? ''),
      vergelijkMet: velden?.vergelijkMet ?? '',
    };
  });
  const fout = ingevuld.find(
    ({ streefwaarde, streefjaar, vergelijk }) =>
      [streefwaarde, streefjaar, vergelijk].some(Number.isNaN) || (streefwaarde === null) !== (streefjaar === null),
  );
  const bewaar = useMutation({
    mutationFn: () =>
      call(schrijfThema, {
        ...{ gemeente: beeld.gemeente.code, thema: nummer, prioriteit, ...teksten },
        doelen: ingevuld.map(({ naam: _naam, ...doel }) => doel),
        versie: beeld.versies[nummer] ?? 0,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/veiligheid/beeld'] }),
  });
  const tekst = (veld: keyof typeof teksten, label: string, uitleg: string) => (
    <TextAreaField
      {...{ label, uitleg }}
      value={teksten[veld]}
      maxLength={4_000}
      onChange={({ currentTarget: { value } }) => setTeksten((nu) => ({ ...nu, [veld]: value }))}
    />
  );
  return (
    <form
      className="stapel stapel--ruim"
      aria-label="Schrijf bij dit thema"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fout) bewaar.mutate();
      }}
    >
      {tekst(
        'problematiek',
        'Wat is er aan de hand?',
        'Leg ook uit wat de cijfers hieronder betekenen. Noem geen personen.',
      )}
      {tekst('aanpak', 'Wat doen wij nu?', 'Wie doet wat, en sinds wanneer.')}
      {tekst('extra', 'Wat is extra nodig?', 'Bij een prioriteit: wat er bij komt, van wie, en wanneer.')}
      <CheckboxField checked={prioriteit} onChange={({ currentTarget }) => setPrioriteit(currentTarget.checked)}>
        Dit thema is een prioriteit (hoogstens vier thema’s)
      </CheckboxField>
      {indicatoren.length > 0 && (
        <Disclosure summary="Streefwaarden en vergelijking">
          {() => (
            <div className="stapel">
              <p className="stil">
                Kies twee of drie indicatoren: iets van de politie en iets uit de enquête. Van aantallen vult u in:
                hoeveel per 1.000 inwoners.
              </p>
              {indicatoren.map(({ key, naam }) => (
                <DoelVeld
                  key={key}
                  naam={naam}
                  velden={doelen[key] ?? leegDoel}
                  onVelden={(anders) => setDoelen((nu) => ({ ...nu, [key]: { ...(nu[key] ?? leegDoel), ...anders } }))}
                />
              ))}
            </div>
          )}
        </Disclosure>
      )}
      {fout && (
        <p className="beeld__fout" role="status">
          {fout.naam}: vul een getal in, en bij een streefwaarde ook het jaar.
        </p>
      )}
      {bewaar.error && (
        <Notice soort="error" title="Bewaren lukte niet" live>
          {bewaar.error.message}
        </Notice>
      )}
      <div className="rij">
        <Button soort="primary" type="submit" disabled={bewaar.isPending || fout !== undefined}>
          Bewaar
        </Button>
        <span role="status">{bewaar.isPending ? 'Wordt bewaard' : ''}</span>
      </div>
    </form>
  );
}

const leegDoel: DoelVelden = { streefwaarde: '', streefjaar: '', vergelijk: '', vergelijkMet: '' };

const doelVan = ({ streef, vergelijk }: Indicator): DoelVelden => ({
  streefwaarde: schrijf(streef?.waarde),
  streefjaar: schrijf(streef?.jaar),
  // the country comes from the survey itself and is not chosen here
  vergelijk: vergelijk?.gekozen ? schrijf(vergelijk.waarde) : '',
  vergelijkMet: vergelijk?.gekozen ? vergelijk.met : '',
});

interface DoelVeldProps {
  naam: string;
  velden: DoelVelden;
  onVelden(anders: Partial<DoelVelden>): void;
}

function DoelVeld({ naam, velden, onVelden }: DoelVeldProps) {
  const veld = (key: keyof DoelVelden, label: string) => (
    <TextField
      label={label}
      value={velden[key]}
      inputMode={key === 'vergelijkMet' ? 'text' : 'decimal'}
      maxLength={key === 'vergelijkMet' ? 200 : 12}
      onChange={({ currentTarget: { value } }) => onVelden({ [key]: value })}
    />
  );
  return (
    <fieldset className="beeld__doel">
      <legend>{naam}</legend>
      {veld('streefwaarde', 'Streefwaarde')}
      {veld('streefjaar', 'In het jaar')}
      {veld('vergelijk', 'Vergelijk met waarde')}
      {veld('vergelijkMet', 'Van wie of waar')}
    </fieldset>
  );
}
