import { useId, useRef } from 'react';
import { Link } from 'react-router';
import { Button } from './ui/Button.tsx';

interface HoofdmenuProps {
  links: readonly { naar: string; tekst: string }[];
}

/** The pages beside the map: in a row, and behind a button where a row does not fit. */
export function Hoofdmenu({ links }: HoofdmenuProps) {
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  return (
    <>
      <div className="kop__menuknop">
        <Button soort="subtle" icon="menu" popoverTarget={id} title="Menu">
          Menu
        </Button>
      </div>
      <nav ref={menu} id={id} popover="auto" className="kop__menu" aria-label="Over dit loket">
        {links.map(({ naar, tekst }) => (
          <Link
            key={tekst}
            className="nl-link"
            to={naar}
            onClick={() => menu.current?.matches(':popover-open') && menu.current.hidePopover()}
          >
            {tekst}
          </Link>
        ))}
      </nav>
    </>
  );
}
