import './balk.css';

/** How far something is, from 0 to 1. */
export function Balk({ deel, label }: { deel: number; label: string }) {
  return <progress className="balk" value={deel} aria-label={label} />;
}
