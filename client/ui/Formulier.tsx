import type { ComponentProps, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Fout } from './Fout.tsx';
import { Vorm } from './Vorm.tsx';

interface FormulierProps {
  /** A verb. */
  knop: string;
  soort?: ComponentProps<typeof Button>['soort'];
  fout: Error | null;
  /** What can be done about it; nothing is shown while nothing is wrong. */
  herstel?: ReactNode;
  bezig: boolean;
  onStuur(): void;
  children?: ReactNode;
}

/** A few fields and the one button that sends them; what went wrong stands above that button. */
export function Formulier({
  knop,
  soort = 'secondary',
  fout,
  herstel = null,
  bezig,
  onStuur,
  children,
}: FormulierProps) {
  return (
    <Vorm onStuur={onStuur}>
      {children}
      <Fout fout={fout}>{herstel}</Fout>
      <div>
        <Button type="submit" soort={soort} disabled={bezig}>
          {knop}
        </Button>
      </div>
    </Vorm>
  );
}
