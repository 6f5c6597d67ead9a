import { type ReactNode, type RefObject, useId, useState } from 'react';
import type { Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { alsInvoer, leesInvoer } from './antwoord.ts';
import { Beeld } from './beelden.tsx';
import { VraagVelden } from './VraagVelden.tsx';

interface VraagFormProps {
  vraag: Vraag;
  /** An answer that was given before. */
  antwoord: Waarde | undefined;
  heading?: RefObject<HTMLHeadingElement | null>;
  /** The question is the heading of the page, or of a part of it. */
  niveau: 1 | 3;
  verder: string;
  onAntwoord(antwoord: Waarde): void;
  /** Other ways on, beside the button. */
  children?: ReactNode;
}

/** One question with its help, picture and fields. What cannot be right is said in place, and nothing is lost. */
export function VraagForm({ vraag, antwoord, heading, niveau, verder, onAntwoord, children }: VraagFormProps) {
  const id = useId();
  const [invoer, setInvoer] = useState(() => alsInvoer(vraag, antwoord));
  const [fout, setFout] = useState<string | null>(null);
  const Kop = `h${niveau}` as const;
  return (
    <form
      className="stapel stapel--ruim"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const gelezen = leesInvoer(vraag, invoer);
        if ('antwoord' in gelezen) return onAntwoord(gelezen.antwoord);
        setFout(gelezen.fout);
        event.currentTarget.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
    >
      <div className="stapel stapel--dicht">
        <Kop
          id={`${id}-vraag`}
          {...(heading && { ref: heading, tabIndex: -1 })}
          className={niveau === 1 ? 'nl-heading nl-heading--level-1' : 'kop-klein'}
        >
          {vraag.vraag}
        </Kop>
        {vraag.hulp && (
          <p id={`${id}-hulp`} className="nl-paragraph stil">
            {vraag.hulp}
          </p>
        )}
      </div>
      {vraag.beeld && <Beeld naam={vraag.beeld} />}
      <div className="stapel stapel--dicht">
        <p id={`${id}-fout`} className="veldfout" role="alert">
          {fout && (
            <>
              <Icon name="waarschuwing" />
              {fout}
            </>
          )}
        </p>
        <VraagVelden
          vraag={vraag}
          gevraagdDoor={`${id}-vraag`}
          uitlegDoor={[vraag.hulp && `${id}-hulp`, fout && `${id}-fout`].filter(Boolean).join(' ')}
          fout={fout !== null}
          invoer={invoer}
          onInvoer={(nieuw) => {
            setFout(null);
            setInvoer(nieuw);
          }}
        />
      </div>
      <div className="rij">
        <Button soort="primary" type="submit">
          {verder}
        </Button>
        {vraag.magOnbekend && niveau === 1 && (
          <Button soort="secondary" onClick={() => onAntwoord(null)}>
            Weet ik niet
          </Button>
        )}
        {children}
      </div>
    </form>
  );
}
