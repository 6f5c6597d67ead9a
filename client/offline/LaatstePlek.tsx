import type { RdPunt } from '../../server/geo/rd.ts';
import type { Locatie } from '../../server/locatie/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOnline } from '../ui/use-online.ts';
import { useLaatstePlek } from './laatste-plek.ts';

interface LaatstePlekProps {
  naamVan(locatie: Locatie): string;
  onKies(punt: RdPunt): void;
}

/** Without network nothing can be searched: leads to the place that this device has kept. */
export function LaatstePlek({ naamVan, onKies }: LaatstePlekProps) {
  const online = useOnline();
  const plek = useLaatstePlek();
  if (online || !plek) return null;
  return (
    <div className="pagina">
      <Notice soort="info" title="De plek die u het laatst bekeek staat op dit apparaat">
        <div>
          <Button icon="plaats" onClick={() => onKies(plek.punt)}>
            Open {naamVan(plek)}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
