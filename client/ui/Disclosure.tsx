import { type ReactNode, useState } from 'react';
import { Icon } from './Icon.tsx';
import { useDruk } from './use-druk.ts';

interface DisclosureProps {
  summary: ReactNode;
  /** Under the summary, visible when closed too. */
  extra?: ReactNode;
  open?: boolean;
  /** On paper what is inside shows, also when it is closed on the screen. */
  opPapier?: boolean;
  children: () => ReactNode;
}

/** A part that opens in place. What is inside is made when it opens first, and stays for the print. */
export function Disclosure({ summary, extra, open = false, opPapier = false, children }: DisclosureProps) {
  const [made, setMade] = useState(open);
  const druk = useDruk() && opPapier;
  return (
    <details
      className="uitklap"
      {...(opPapier && { 'data-op-papier': true })}
      open={open}
      onToggle={(event) => event.currentTarget.open && setMade(true)}
    >
      <summary>
        <span className="uitklap__naam">{summary}</span>
        <Icon name="pijlOmlaag" className="uitklap__pijl" />
        {extra}
      </summary>
      {(made || druk) && <div className="uitklap__inhoud">{children()}</div>}
    </details>
  );
}
