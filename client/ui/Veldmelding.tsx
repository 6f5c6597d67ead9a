import { Icon } from './Icon.tsx';

interface VeldmeldingProps {
  /** The field names it in `aria-describedby`. */
  id: string;
  /** Nothing is shown while nothing is wrong. */
  fout: string | undefined;
}

/** What is wrong with one field, below its label. */
export function Veldmelding({ id, fout }: VeldmeldingProps) {
  if (!fout) return null;
  return (
    <p className="veld__fout" id={id}>
      <Icon name="waarschuwing" />
      {fout}
    </p>
  );
}
