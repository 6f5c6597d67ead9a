import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type Advies, adviezen as alleAdviezen } from '../../server/toezicht/domain/staat.ts';
import { velden } from '../../server/veiligheid/domain/velden.ts';
import type { Opdracht, Soort } from '../apparaat.ts';
import { formatAfstand } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { Fotos } from './Fotos.tsx';
import type { Plaatsbepaling } from './plek.ts';
import type { Veld } from './use-veld.ts';
import { adviesNamen } from './woorden.ts';

interface BevindingFormProps {
  veld: Veld;
  plek: Plaatsbepaling;
}

/** From where the form was opened: a stop of the work list. */
interface Vanaf {
  x: number;
  y: number;
  plaats: string;
  melding: string | null;
}

/** What was seen, done and advised. It is kept on the tablet at once, and sent when that is possible. */
export function BevindingForm({ veld, plek }: BevindingFormProps) {
  const { state, search } = useLocation();
  const vanaf = state as Vanaf | null;
  const navigate = useNavigate();
  const { positie, meet, wijsAan, bezig, fout } = plek;
  const [soort, setSoort] = useState<Soort>('bevindingen');
  const [thema, setThema] = useState('1.2');
  const [gezien, setGezien] = useState('');
  const [maatregel, setMaatregel] = useState('');
  const [plaats, setPlaats] = useState(vanaf?.plaats ?? '');
  const [adviezen, setAdviezen] = useState<readonly Advies[]>([]);
  const [fotos, setFotos] = useState<File[]>([]);
  const [mis, setMis] = useState<string | null>(null);
  useEffect(() => {
    if (vanaf) wijsAan(vanaf);
  }, [vanaf, wijsAan]);

  async function legVast() {
    if (!positie) {
      setMis('Meet eerst uw plek, zoek een adres of tik uw plek aan op de kaart.');
      return;
    }
    if (gezien.trim().length < 3) {
      setMis('Schrijf eerst wat u zag, in een paar woorden.');
      return;
    }
    const bevinding = crypto.randomUUID();
    const basis = { soort, bevinding };
    const opdrachten: Opdracht[] = [
      {
        ...basis,
        doe: 'bewaar',
        data: {
          ...{ id: bevinding, thema, gezien: gezien.trim(), maatregel: maatregel.trim(), adviezen: [...adviezen] },
          ...{ x: positie.x, y: positie.y, nauwkeurigheidM: positie.nauwkeurigheidM, plaats: plaats.trim() },
          melding: vanaf?.melding ?? null,
          gezienOp: new Date().toISOString(),
          verschilVoor: veld.pakket?.verschil ?? null,
        },
      },
      ...fotos.map(
        (bestand): Opdracht => ({
          ...basis,
          doe: 'foto',
          data: { foto: crypto.randomUUID(), naam: bestand.name || 'foto', waarvoor: 'gezien', bestand },
        }),
      ),
    ];
    try {
      await veld.doe(opdrachten);
    } catch (reden) {
      const isVol = reden instanceof DOMException && reden.name === 'QuotaExceededError';
      setMis(
        isVol
          ? 'De tablet kon dit niet bewaren: het geheugen is vol. Haal een foto weg en probeer het opnieuw.'
          : 'De tablet kon dit niet bewaren. Laat deze pagina open, probeer het opnieuw of schrijf het op.',
      );
      return;
    }
    void navigate(`/toezicht/bevindingen${search}`);
  }

  return (
    <Vorm className="stapel stapel--ruim" onStuur={() => void legVast()}>
      <h2 className="nl-heading nl-heading--level-2">Nieuwe bevinding</h2>
      {veld.wie?.rol === 'boa' && (
        <SelectField label="Waarvoor is dit?" value={soort} onChange={({ target }) => setSoort(target.value as Soort)}>
          <option value="bevindingen">Toezicht (AVG): collega's zien het</option>
          <option value="registraties">Opsporing (Wpg): alleen boa's en politie zien het</option>
        </SelectField>
      )}
      <div className="stapel stapel--dicht">
        <p>
          {positie
            ? `Plek: x ${Math.round(positie.x)}, y ${Math.round(positie.y)}${positie.nauwkeurigheidM === null ? '' : `, op ${formatAfstand(positie.nauwkeurigheidM)} na`}.`
            : 'Uw plek is nog niet bekend.'}
        </p>
        <div>
          <Button icon="doel" disabled={bezig} onClick={meet}>
            {bezig ? 'Uw plek meten' : 'Meet mijn plek'}
          </Button>
        </div>
        {fout && <p role="alert">{fout}</p>}
      </div>
      <TextField
        label="Waar is het? (mag leeg)"
        value={plaats}
        maxLength={200}
        onChange={({ target }) => setPlaats(target.value)}
      />
      <SelectField label="Thema" value={thema} onChange={({ target }) => setThema(target.value)}>
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
        value={gezien}
        onChange={({ target }) => setGezien(target.value)}
      />
      <Fotos label="Maak of kies een foto" fotos={fotos} onFotos={setFotos} />
      <TextAreaField
        label="Wat deed u? (mag leeg)"
        rows={2}
        maxLength={2_000}
        value={maatregel}
        onChange={({ target }) => setMaatregel(target.value)}
      />
      <fieldset className="toezicht__adviezen">
        <legend className="utrecht-form-label">Wat is er nodig?</legend>
        <p className="stil">Wat u het eerst kiest, gaat naar dat team.</p>
        {alleAdviezen.map((advies) => (
          <CheckboxField
            key={advies}
            checked={adviezen.includes(advies)}
            onChange={({ target }) =>
              setAdviezen((nu) => (target.checked ? [...nu, advies] : nu.filter((een) => een !== advies)))
            }
          >
            {adviesNamen[advies]}
          </CheckboxField>
        ))}
      </fieldset>
      {mis && (
        <Notice soort="error" title="Nog niet vastgelegd" live>
          {mis}
        </Notice>
      )}
      <div className="toezicht__vast">
        <Button type="submit" soort="primary" icon="vink">
          Leg vast
        </Button>
      </div>
    </Vorm>
  );
}
