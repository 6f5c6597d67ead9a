import { klasseKleuren, vergelijking, vergelijkKleuren } from '../cel-kleuren.ts';
import { klasseNamen } from './woorden.ts';

const vergelijkNamen: readonly [number, string][] = [
  [vergelijking.nieuw, 'nu een hotspot, in de periode ervoor niet'],
  [vergelijking.beide, 'in beide perioden een hotspot'],
  [vergelijking.weg, 'in de periode ervoor een hotspot, nu niet'],
];

/** What the colours on the map mean. */
export function Legenda({ soort, zonderAdres = false }: { soort: 'klasse' | 'vergelijk'; zonderAdres?: boolean }) {
  const regels: [number, string][] =
    soort === 'klasse'
      ? [3, 2, 1, -1, -2, -3].map((bin) => [bin, klasseNamen[bin] ?? ''])
      : vergelijkNamen.map(([k, naam]) => [k, naam]);
  const kleuren = soort === 'klasse' ? klasseKleuren : vergelijkKleuren;
  return (
    <ul className="vlegenda" aria-label="Legenda">
      {regels.map(([k, naam]) => (
        <li key={k}>
          <Vlek kleur={kleuren[k] ?? '#888'} />
          {naam}
        </li>
      ))}
      <li>
        <Vlek kleur="transparent" />
        geen kleur: past bij toeval
      </li>
      {zonderAdres && (
        <li>
          <svg className="vvlek" viewBox="0 0 20 20" aria-hidden="true">
            <path className="vvlek__arcering" d="M-2 12 12-2M-2 22 22-2M8 22 22 8" />
          </svg>
          gearceerd: geen adres, dus niet te beoordelen
        </li>
      )}
    </ul>
  );
}

/** A patch of a colour of the map. */
export function Vlek({ kleur }: { kleur: string }) {
  return (
    <svg className="vvlek" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" fill={kleur} />
    </svg>
  );
}
