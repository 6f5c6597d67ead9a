import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Fout } from '../ui/Fout.tsx';
import { useVernieuw } from './use-handeling.ts';

interface FormulierProps {
  zaakId: string;
  /** A verb. */
  knop: string;
  fout: Error | null;
  bezig: boolean;
  onStuur(): void;
  children?: ReactNode;
}

/** The fields of one act with its button. When somebody else was first, what was typed stays and the zaak can be read anew. */
export function Formulier({ zaakId, knop, fout, bezig, onStuur, children }: FormulierProps) {
  const vernieuw = useVernieuw(zaakId);
  return (
    <form
      className="stapel"
      onSubmit={(event) => {
        event.preventDefault();
        onStuur();
      }}
    >
      {children}
      <Fout fout={fout}>
        {fout instanceof ApiError && fout.status === 409 && (
          <div>
            <Button onClick={() => void vernieuw()}>Lees de zaak zoals hij nu is</Button>
          </div>
        )}
      </Fout>
      <div>
        <Button type="submit" soort="primary" disabled={bezig}>
          {knop}
        </Button>
      </div>
    </form>
  );
}
