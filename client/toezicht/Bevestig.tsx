import { useState } from 'react';
import { Button } from '../ui/Button.tsx';

interface BevestigProps {
  /** The verb on the button. */
  doe: string;
  /** What cannot be undone. */
  gevolg: string;
  onDoe(): void;
}

/** A button for what cannot be undone: it asks once more. */
export function Bevestig({ doe, gevolg, onDoe }: BevestigProps) {
  const [vraagt, setVraagt] = useState(false);
  return (
    <div className="stapel stapel--dicht">
      <div>
        <Button aria-expanded={vraagt} onClick={() => setVraagt(!vraagt)}>
          {doe}
        </Button>
      </div>
      {vraagt && (
        <div role="status" className="stapel stapel--dicht">
          <p>{gevolg}</p>
          <div className="toezicht__doen">
            <Button soort="primary" onClick={onDoe}>
              Ja, {doe.toLowerCase()}
            </Button>
            <Button onClick={() => setVraagt(false)}>Nee</Button>
          </div>
        </div>
      )}
    </div>
  );
}
