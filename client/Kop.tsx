import { Link } from 'react-router';
import { Hoofdmenu } from './Hoofdmenu.tsx';
import { paden } from './paden.ts';
import { SessieKnop } from './toegang/SessieKnop.tsx';
import { Button } from './ui/Button.tsx';
import type { useContrast } from './ui/use-contrast.ts';

interface KopProps {
  /** Names of the gemeenten of this loket. */
  gemeenten: string;
  /** The first page, without a place. */
  begin: string;
  hrefOf(path: string): string;
  contrast: ReturnType<typeof useContrast>;
}

/** The header: whose loket it is, the pages beside the map, and who is in. */
export function Kop({ gemeenten, begin, hrefOf, contrast }: KopProps) {
  return (
    <header className="kop">
      <Link className="kop__merk" to={begin}>
        <span className="kop__logo" aria-hidden="true" />
        <span className="kop__naam">Omgevingsloket {gemeenten}</span>
      </Link>
      <Hoofdmenu
        links={[
          { naar: hrefOf(paden.indienen), tekst: 'Aanvragen of melden' },
          { naar: hrefOf(paden.combineren), tekst: 'Lagen combineren' },
          { naar: hrefOf(paden.veiligheid), tekst: 'Veiligheid' },
          { naar: hrefOf('/begrippen'), tekst: 'Begrippen' },
          { naar: hrefOf('/bronnen'), tekst: 'Bronnen' },
        ]}
      />
      <Button soort="subtle" icon="zon" title="Hoog contrast" aria-pressed={contrast.hoog} onClick={contrast.toggle}>
        Hoog contrast
      </Button>
      <SessieKnop />
    </header>
  );
}
