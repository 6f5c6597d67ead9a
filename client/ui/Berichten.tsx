import './berichten.css';
import { useState } from 'react';
import { formatMoment } from '../format.ts';
import { Button } from './Button.tsx';
import { TextAreaField } from './Field.tsx';
import { Vorm } from './Vorm.tsx';

interface BerichtenProps {
  berichten: readonly { id: string; van: 'aanvrager' | 'gemeente'; tekst: string; wanneer: string }[];
  /** On which side the reader is. */
  ik: 'aanvrager' | 'gemeente';
  bezig: boolean;
  /** Resolves when it was sent: then the field is empty again. */
  onStuur(tekst: string): Promise<unknown>;
}

/** What was said between who filed it and who handles it, and a field to say more. */
export function Berichten({ berichten, ik, bezig, onStuur }: BerichtenProps) {
  const [tekst, setTekst] = useState('');
  async function stuur() {
    await onStuur(tekst).then(
      () => setTekst(''),
      () => {},
    );
  }
  const ander = ik === 'gemeente' ? 'De aanvrager' : 'De gemeente';
  return (
    <div className="stapel">
      {berichten.length === 0 ? (
        <p className="stil">Er zijn nog geen berichten.</p>
      ) : (
        <ol className="berichten">
          {berichten.map((bericht) => (
            <li key={bericht.id} className={bericht.van === ik ? 'bericht bericht--eigen' : 'bericht'}>
              <p dir="auto">{bericht.tekst}</p>
              <p className="stil">
                {bericht.van === ik ? 'U' : ander},{' '}
                <time dateTime={bericht.wanneer}>{formatMoment(bericht.wanneer)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
      <Vorm onStuur={() => void stuur()}>
        <TextAreaField
          // once it is sent nothing is wrong with an empty field
          key={berichten.length}
          label="Nieuw bericht"
          value={tekst}
          maxLength={4_000}
          required
          onChange={(event) => setTekst(event.target.value)}
        />
        <div>
          <Button type="submit" icon="brief" disabled={bezig}>
            Stuur bericht
          </Button>
        </div>
      </Vorm>
    </div>
  );
}
