import { type ReactNode, useState } from 'react';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  summary: ReactNode;
  /** Under the summary, visible when closed too. */
  extra?: ReactNode;
  open?: boolean;
  children: () => ReactNode;
}

/** A part that opens in place. What is inside is made when it opens first, and stays for the print. */
export function Disclosure({ summary, extra, open = false, children }: DisclosureProps) {
  const [made, setMade] = useState(open);
  return (
    <details className="uitklap" open={open} onToggle={(event) => event.currentTarget.open && setMade(true)}>
      <summary>
        <span className="uitklap__naam">{summary}</span>
        <Icon name="pijlOmlaag" className="uitklap__pijl" />
        {extra}
      </summary>
      {made && <div className="uitklap__inhoud">{children()}</div>}
    </details>
  );
}
