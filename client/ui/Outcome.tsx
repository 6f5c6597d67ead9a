import { Icon, type IconName } from './Icon.tsx';

export type Kleurfamilie = 'groen' | 'groen-gearceerd' | 'blauw' | 'amber' | 'rood' | 'grijs' | 'onbekend';

export interface OutcomeLook {
  woord: string;
  icon: IconName;
  kleur: Kleurfamilie;
}

/** An answer as word, icon and colour, always all three. */
export function Outcome({ woord, icon, kleur }: OutcomeLook) {
  return (
    <span className={`uitkomst uitkomst--${kleur}`}>
      <Icon name={icon} />
      {woord}
    </span>
  );
}
