import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Maten } from './maten.ts';

interface MatenFormProps {
  /** The measures of what is drawn; null: nothing is drawn, or it is no rectangle along the house. */
  maten: Maten | null;
  /** True when the measures make a shape on the perceel. */
  onMaten(maten: Maten): boolean;
}

type Velden = Record<keyof typeof namen, string> & Pick<Maten, 'zij'>;

const namen = {
  breedte: 'Breedte, langs het huis',
  diepte: 'Diepte, van het huis af',
  afstandHuis: 'Afstand tot het huis',
  afstandZij: 'Afstand tot de zijgrens',
} as const;

const begin: Maten = { breedte: 3, diepte: 2.5, afstandHuis: 0, afstandZij: 0, zij: 'links' };

const alsVelden = (maten: Maten): Velden => ({
  breedte: schrijf(maten.breedte),
  diepte: schrijf(maten.diepte),
  afstandHuis: schrijf(maten.afstandHuis),
  afstandZij: schrijf(maten.afstandZij),
  zij: maten.zij,
});

/** Corners lie on whole centimetres, so that a measure comes back a hair different: then what was typed stays. */
const zelfdeM = 0.021;

function gevolgd(velden: Velden, maten: Maten): Velden {
  const nieuw = alsVelden(maten);
  if (velden.zij !== maten.zij) return nieuw;
  for (const veld of Object.keys(namen) as (keyof typeof namen)[]) {
    const getypt = Number(velden[veld].replace(',', '.'));
    if (Math.abs(getypt - maten[veld]) <= zelfdeM) nieuw[veld] = velden[veld];
  }
  return nieuw;
}

const schrijf = (metres: number) => metres.toFixed(2).replace('.', ',');

/** Draws without a mouse: four measures of a rectangle. They follow the drawing, and the drawing follows them. */
export function MatenForm({ maten, onMaten }: MatenFormProps) {
  const [velden, setVelden] = useState(() => alsVelden(maten ?? begin));
  const [fout, setFout] = useState<string | null>(null);
  const sleutel = maten && JSON.stringify(maten);
  useEffect(() => {
    if (sleutel) setVelden((velden) => gevolgd(velden, JSON.parse(sleutel)));
  }, [sleutel]);
  const zet = (nieuw: Partial<Velden>) => {
    setFout(null);
    setVelden({ ...velden, ...nieuw });
  };
  return (
    <form
      className="stapel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const gelezen = leesVelden(velden);
        if (typeof gelezen === 'string') return setFout(gelezen);
        setFout(onMaten(gelezen) ? null : 'Zo past het niet op uw perceel. Kies een kleinere afstand of diepte.');
      }}
    >
      <div className="velden">
        {(Object.keys(namen) as (keyof typeof namen)[]).map((veld) => (
          <TextField
            key={veld}
            label={`${namen[veld]} (meter)`}
            inputMode="decimal"
            autoComplete="off"
            value={velden[veld]}
            onChange={({ target }) => zet({ [veld]: target.value })}
          />
        ))}
        <SelectField
          label="Welke zijgrens"
          value={velden.zij}
          onChange={({ target }) => zet({ zij: target.value === 'rechts' ? 'rechts' : 'links' })}
        >
          <option value="links">Links, gezien vanuit huis</option>
          <option value="rechts">Rechts, gezien vanuit huis</option>
        </SelectField>
      </div>
      <div role="alert">{fout && <Notice soort="error">{fout}</Notice>}</div>
      <div>
        <Button soort="primary" type="submit">
          {maten ? 'Pas deze maten toe' : 'Teken met deze maten'}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong in plain words, or the measures. */
function leesVelden(velden: Velden): Maten | string {
  const getallen = {} as Record<keyof typeof namen, number>;
  for (const veld of Object.keys(namen) as (keyof typeof namen)[]) {
    const getal = Number(
      velden[veld]
        .trim()
        .replace(/\s*m(eter)?$/, '')
        .replace(',', '.'),
    );
    const minimum = veld === 'breedte' || veld === 'diepte' ? 0.1 : veld === 'afstandHuis' ? -30 : 0;
    if (velden[veld].trim() === '' || !(getal >= minimum && getal <= 100)) {
      return `${namen[veld]}: vul een getal in van ${schrijf(minimum)} tot 100 meter.`;
    }
    getallen[veld] = Math.round(getal * 100) / 100;
  }
  return { ...getallen, zij: velden.zij };
}
