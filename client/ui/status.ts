import { resultaatWoord } from '../../server/behandelen/domain/woorden.ts';
import { type Status, statussen } from '../../server/indienen/domain/status.ts';
import type { OutcomeLook } from './Outcome.tsx';

const looks: Record<Status, Pick<OutcomeLook, 'icon' | 'kleur'>> = {
  ontvangen: { icon: 'document', kleur: 'blauw' },
  'in-behandeling': { icon: 'klok', kleur: 'blauw' },
  'aanvulling-gevraagd': { icon: 'bel', kleur: 'amber' },
  verlengd: { icon: 'klok', kleur: 'blauw' },
  'ontwerp-ter-inzage': { icon: 'boek', kleur: 'blauw' },
  besloten: { icon: 'vink', kleur: 'groen' },
  ingetrokken: { icon: 'min', kleur: 'grijs' },
  afgehandeld: { icon: 'vink', kleur: 'grijs' },
};

const nee = new Set([
  'geweigerd',
  'buiten-behandeling',
  'niet-volledig',
  'niet-opgelost',
  'ongegrond',
  'niet-ontvankelijk',
]);

/** The state of a zaak as word, icon and colour; once it is decided, how. */
export function statusLook(status: Status, resultaat: string | null): OutcomeLook {
  if (resultaat && (status === 'besloten' || status === 'afgehandeld')) {
    const woord = resultaatWoord[resultaat] ?? resultaat;
    return nee.has(resultaat) ? { woord, icon: 'stop', kleur: 'rood' } : { woord, icon: 'vink', kleur: 'groen' };
  }
  return { woord: statussen[status].naam, ...looks[status] };
}
