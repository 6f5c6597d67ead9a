import { klasseKleuren, vergelijking, vergelijkKleuren } from '../cel-kleuren.ts';
import { klasseNamen } from './woorden.ts';

/** What a map is held against. */
export interface Naast {
  hier: string;
  daar: string;
}

const vergelijkNamen = ({ hier, daar }: Naast): [number, string][] => [
  [vergelijking.hier, `alleen ${hier} een hotspot`],
  [vergelijking.beide, `${hier} en ${daar} een hotspot`],
  [vergelijking.daar, `alleen ${daar} een hotspot`],
];

export interface LegendaRegel {
  kleur: string;
  naam: string;
}

/** Each colour on the map with its meaning; null: the map is held against nothing. */
export function legendaVan(naast: Naast | null): LegendaRegel[] {
  const regels: [number, string][] = naast
    ? vergelijkNamen(naast)
    : [3, 2, 1, -1, -2, -3].map((bin) => [bin, klasseNamen[bin] ?? '']);
  const kleuren = naast ? vergelijkKleuren : klasseKleuren;
  return regels.map(([k, naam]) => ({ kleur: kleuren[k] ?? '#888', naam }));
}

/** What the colours on the map mean. */
export function Legenda({ naast = null, zonderAdres = false }: { naast?: Naast | null; zonderAdres?: boolean }) {
  return (
    <ul className="vlegenda" aria-label="Legenda">
      {legendaVan(naast).map(({ kleur, naam }) => (
        <li key={naam}>
          <Vlek kleur={kleur} />
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
