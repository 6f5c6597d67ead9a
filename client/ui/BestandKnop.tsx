import { useRef } from 'react';
import { Button } from './Button.tsx';

interface BestandKnopProps {
  toegestaan: readonly { mediatype: string }[];
  /** For what, where more of these stand on a page; for who does not see where this one stands. */
  over?: string;
  /** To which document of the form it belongs. */
  soort?: string;
  bezig?: boolean;
  onKies(bestanden: readonly File[]): void;
}

/** Asks the device for one or more files. */
export function BestandKnop({ toegestaan, over, soort, bezig = false, onKies }: BestandKnopProps) {
  const veld = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={veld}
        type="file"
        multiple
        hidden
        data-soort={soort}
        accept={toegestaan.map(({ mediatype }) => mediatype).join(',')}
        onChange={({ target }) => {
          onKies([...(target.files ?? [])]);
          // the same file can be chosen again
          target.value = '';
        }}
      />
      <Button icon="plus" disabled={bezig} onClick={() => veld.current?.click()}>
        Kies een bestand{over && <span className="alleen-voorlezen">: {over}</span>}
      </Button>
    </div>
  );
}
