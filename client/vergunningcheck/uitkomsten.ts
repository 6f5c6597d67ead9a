import type { Toets, Uitkomst } from '../../server/vergunningcheck/domain/oordeel.ts';
import { uitkomstWoord, uitslagWoord } from '../../server/vergunningcheck/domain/woorden.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { Kleurfamilie, OutcomeLook } from '../ui/Outcome.tsx';

const beelden: Record<Uitkomst, { icon: IconName; kleur: Kleurfamilie }> = {
  VRIJ: { icon: 'vink', kleur: 'groen' },
  VRIJ_PLANTOETS: { icon: 'vinkNotitie', kleur: 'groen-gearceerd' },
  INFORMATIEPLICHT: { icon: 'informatie', kleur: 'blauw' },
  MELDING: { icon: 'bel', kleur: 'blauw' },
  VERGUNNING: { icon: 'document', kleur: 'amber' },
  VERBOD: { icon: 'stop', kleur: 'rood' },
  ONBEKEND: { icon: 'vraag', kleur: 'onbekend' },
};

/** An uitkomst as word, icon and colour. */
export const toonUitkomst = (uitkomst: Uitkomst): OutcomeLook => ({
  woord: uitkomstWoord[uitkomst],
  ...beelden[uitkomst],
});

/** One toets as word, icon and colour. */
export const toonUitslag: Record<Toets['uitslag'], OutcomeLook> = {
  voldoet: { woord: uitslagWoord.voldoet, icon: 'vink', kleur: 'groen' },
  'voldoet-niet': { woord: uitslagWoord['voldoet-niet'], icon: 'kruis', kleur: 'amber' },
  onbekend: { woord: uitslagWoord.onbekend, icon: 'vraag', kleur: 'onbekend' },
};
