import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { adviezen as alleAdviezen } from '../../server/toezicht/domain/staat.ts';
import { velden } from '../../server/veiligheid/domain/velden.ts';
import type { Soort } from '../apparaat.ts';
import { formatAfstand } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { Fotos } from './Fotos.tsx';
import { alsOpdrachten, type Concept, leegConcept, uitWachtrij } from './opdrachten.ts';
import { useWaar, type Waar } from './plaatsnaam.ts';
import type { Plaatsbepaling } from './plek.ts';
import type { Veld } from './use-veld.ts';
import { adviesNamen, bewaarFout } from './woorden.ts';

interface BevindingFormProps {
  veld: Veld;
  plek: Plaatsbepaling;
  /** What was typed and not kept yet: it stays while somebody looks at another part. */
  concept: RefObject<Concept | null>;
  onBeeld(beeld: VeldBeeld): void;
  leeg: VeldBeeld;
}

/** The button of the form stands at the foot of the page. */
export const bevindingFormId = 'bevinding';

/** From where the form was opened: a stop of the work list, or a bevinding that was refused. */
export type Vanaf = Pick<Concept, 'plaats' | 'melding'> & { x: number; y: number };
export interface PasAan {
  pasAan: string;
}

/** What was seen, done and advised. It is kept on the tablet at once, and sent when that is possible. */
export function BevindingForm({ veld, plek, concept, onBeeld, leeg }: BevindingFormProps) {
  const { state, search } = useLocation();
  const vanaf = state as Partial<Vanaf & PasAan> | null;
  const navigate = useNavigate();
  const { positie, meet, wijsAan, bezig, fout } = plek;
  const [groep] = useState(() => veld.wachtrij.filter((een) => een.bevinding === vanaf?.pasAan));
  const [nu, setNu] = useState<Concept>(
    () =>
      uitWachtrij(groep) ??
      (vanaf?.plaats === undefined
        ? (concept.current ?? leegConcept)
        : { ...leegConcept, plaats: vanaf.plaats, melding: vanaf.melding ?? null }),
  );
  const [mis, setMis] = useState<string | null>(null);
  const misPlek = useRef<HTMLDivElement>(null);
  const waar = useWaar(positie, veld);
  const zet = (anders: Partial<Concept>) => setNu((was) => ({ ...was, ...anders }));
  useEffect(() => {
    concept.current = groep.length > 0 ? null : nu;
  }, [concept, groep, nu]);
  const { x, y } = groep.find((een) => een.doe === 'bewaar')?.data ?? vanaf ?? {};
  useEffect(() => {
    if (x !== undefined && y !== undefined) wijsAan({ x: Number(x), y: Number(y) });
  }, [x, y, wijsAan]);
  useEffect(() => {
    onBeeld({ ...leeg, cirkel: positie && { ...positie, straalM: positie.nauwkeurigheidM ?? 5 } });
  }, [positie, onBeeld, leeg]);
  useEffect(() => {
    if (mis) misPlek.current?.scrollIntoView({ block: 'center' });
  }, [mis]);

  async function legVast() {
    setMis(null);
    if (!positie) return setMis('Meet eerst uw plek, zoek een adres of tik uw plek aan op de kaart.');
    if (waar?.ligt === 'buiten-gemeente') {
      return setMis('Deze plek ligt buiten uw gemeente. Meet opnieuw, of tik de goede plek aan op de kaart.');
    }
    if (nu.gezien.trim().length < 3) return setMis('Schrijf eerst wat u zag, in een paar woorden.');
    const plaats = nu.plaats ?? waar?.adres ?? '';
    const gemaakt = alsOpdrachten({ ...nu, plaats }, positie, groep, veld.dienst);
    try {
      await veld.doe(gemaakt, groep);
    } catch (reden) {
      return setMis(bewaarFout(reden));
    }
    concept.current = null;
    void navigate(`/toezicht/bevindingen${search}`);
  }

  return (
    <Vorm id={bevindingFormId} className="stapel stapel--ruim" onStuur={() => void legVast()}>
      <h2 className="nl-heading nl-heading--level-2">
        {groep.length > 0 ? 'Bevinding aanpassen' : 'Nieuwe bevinding'}
      </h2>
      {veld.wie?.rol === 'boa' && (
        <SelectField
          label="Waarvoor is dit?"
          value={nu.soort}
          onChange={({ target }) => zet({ soort: target.value as Soort })}
        >
          <option value="bevindingen">Toezicht (AVG): collega's zien het</option>
          <option value="registraties">Opsporing (Wpg): alleen boa's en politie zien het</option>
        </SelectField>
      )}
      <div className="stapel stapel--dicht">
        <p role="status">
          {!positie && 'Uw plek is nog niet bekend.'}
          {positie && (waar?.tekst ?? 'Wij zoeken het adres bij deze plek')}
          {positie && `. ${zegZekerheid(positie.nauwkeurigheidM)}`}
        </p>
        {positie && waar && <WaarLigt waar={waar} gebied={veld.dienst?.gebied.naam ?? null} />}
        <div>
          <Button icon="doel" disabled={bezig} onClick={meet}>
            {bezig ? 'Uw plek meten' : 'Meet mijn plek'}
          </Button>
        </div>
        {fout && <p role="alert">{fout}</p>}
      </div>
      <TextField
        label="Waar is het? (mag leeg)"
        uitleg="Bijvoorbeeld: bij de fietsenrekken."
        value={nu.plaats ?? waar?.adres ?? ''}
        maxLength={200}
        onChange={({ target }) => zet({ plaats: target.value })}
      />
      {nu.melding && (
        <div className="stapel stapel--dicht">
          <p>{noemMelding(veld, nu.melding)}</p>
          <div>
            <Button onClick={() => zet({ melding: null })}>Haal de melding eraf</Button>
          </div>
        </div>
      )}
      <SelectField label="Thema" value={nu.thema} onChange={({ target }) => zet({ thema: target.value })}>
        {velden.map((veiligheidsveld) => (
          <optgroup key={veiligheidsveld.nummer} label={veiligheidsveld.naam}>
            {veiligheidsveld.themas.map(({ nummer, naam }) => (
              <option key={nummer} value={nummer}>
                {nummer} {naam}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <TextAreaField
        label="Wat zag u?"
        uitleg="Schrijf geen namen of kentekens op."
        required
        minLength={3}
        maxLength={4_000}
        value={nu.gezien}
        onChange={({ target }) => zet({ gezien: target.value })}
      />
      <Fotos label="Maak of kies een foto" fotos={nu.fotos} onFotos={(fotos) => zet({ fotos })} />
      <TextAreaField
        label="Wat deed u? (mag leeg)"
        rows={2}
        maxLength={2_000}
        value={nu.maatregel}
        onChange={({ target }) => zet({ maatregel: target.value })}
      />
      <fieldset className="toezicht__adviezen">
        <legend className="utrecht-form-label">Wat is er nodig?</legend>
        <p className="stil">Wat u het eerst kiest, gaat naar dat team.</p>
        {alleAdviezen.map((advies) => (
          <CheckboxField
            key={advies}
            checked={nu.adviezen.includes(advies)}
            onChange={({ target }) =>
              zet({ adviezen: target.checked ? [...nu.adviezen, advies] : nu.adviezen.filter((een) => een !== advies) })
            }
          >
            {adviesNamen[advies]}
          </CheckboxField>
        ))}
      </fieldset>
      <div ref={misPlek}>
        {mis && (
          <Notice soort="error" title="Nog niet vastgelegd" live>
            {mis}
          </Notice>
        )}
      </div>
    </Vorm>
  );
}

const zegZekerheid = (nauwkeurigheidM: number | null) =>
  nauwkeurigheidM === null ? 'Aangewezen.' : `Gemeten, op ${formatAfstand(nauwkeurigheidM)} na.`;

function noemMelding({ pakket }: Veld, id: string): string {
  const stop = pakket?.stops.find((een) => een.id === id);
  return stop
    ? `Hoort bij melding ${stop.titel}: ${stop.tekst}`
    : 'Hoort bij een melding die niet op deze tablet staat.';
}

/** Says it when a place is not where somebody works. */
function WaarLigt({ waar: { ligt }, gebied }: { waar: Waar; gebied: string | null }) {
  switch (ligt) {
    case 'in-gebied':
      return null;
    case 'buiten-gebied':
      return (
        <Notice soort="info" title={`Deze plek ligt buiten ${gebied ?? 'uw gebied'}`}>
          U kunt haar vastleggen. Zij staat dan in de lijst van het andere gebied.
        </Notice>
      );
    case 'buiten-gemeente':
      return (
        <Notice soort="warning" title="Deze plek ligt buiten uw gemeente">
          Hier kunt u niets vastleggen. Meet opnieuw, of bel de collega van die gemeente.
        </Notice>
      );
    case 'onbekend':
      return (
        <Notice soort="warning" title="Wij weten niet of deze plek in uw gemeente ligt">
          U kunt haar vastleggen. Ligt zij erbuiten, dan hoort u dat bij het verzenden en kunt u haar aanpassen.
        </Notice>
      );
  }
}
