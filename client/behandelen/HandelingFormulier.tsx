import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { useVernieuw } from './use-handeling.ts';

interface HandelingFormulierProps {
  zaakId: string;
  /** A verb. */
  knop: string;
  fout: Error | null;
  bezig: boolean;
  onStuur(): void;
  children?: ReactNode;
}

/** The fields of one act with its button. When somebody else was first, what was typed stays and the zaak can be read anew. */
export function HandelingFormulier({ zaakId, fout, ...formulier }: HandelingFormulierProps) {
  const vernieuw = useVernieuw(zaakId);
  return (
    <Formulier
      {...formulier}
      soort="primary"
      fout={fout}
      herstel={
        fout instanceof ApiError &&
        fout.status === 409 && (
          <div>
            <Button onClick={() => void vernieuw()}>Lees de zaak zoals hij nu is</Button>
          </div>
        )
      }
    />
  );
}
