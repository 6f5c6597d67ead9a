import { judgeBijbehorendBouwwerk } from '../../server/vergunningcheck/domain/meetkunde/bijbehorend-bouwwerk.ts';
import { isWoning } from '../../server/vergunningcheck/domain/meetkunde/kaart/gebouwen.ts';
import type { KaartRij } from '../../server/vergunningcheck/domain/meetkunde/kaart/kaartrij.ts';
import { leesKaart } from '../../server/vergunningcheck/domain/meetkunde/kaart/van-kaart.ts';
import type { Reden } from '../../server/vergunningcheck/domain/meetkunde/redenen.ts';
import type { Regels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { bereidVoor } from '../../server/vergunningcheck/domain/meetkunde/voorbereid.ts';
import { gewoon, schuurtje, vindPlek } from './schuurtje.ts';

export interface PerceelUitkomst {
  /** `ja`; more lines than one; or why there is none. */
  achtererf: 'ja' | 'meer-lijnen' | Reden;
  /** Dwellings in the hoofdgebouw. */
  woningen: number;
  /** What becomes of a plain shed in the back garden; null: there is no dwelling. `geen-plek`: it does not fit. */
  schuurtje: 'VRIJ' | 'VRIJ_PLANTOETS' | 'VERGUNNING' | 'ONBEKEND' | 'geen-plek' | null;
  /** Why that is not known. */
  twijfel: string | null;
}

/** The achtererfgebied of one perceel, and what it means for a plain shed. */
export function berekenPerceel(rij: KaartRij, regels: Regels): PerceelUitkomst {
  const { situatie, adressen } = leesKaart(rij);
  const voorbereid = bereidVoor(situatie, regels);
  const elders = voorbereid.reden === 'hoofdgebouw-op-ander-perceel';
  const woningen = elders ? 0 : adressen.filter(isWoning).length;
  const een = voorbereid.lezingen.length === 1 && !situatie.andersGelezen;
  const achtererf = voorbereid.reden ?? (een ? 'ja' : 'meer-lijnen');
  if (woningen === 0) return { achtererf, woningen, schuurtje: null, twijfel: null };
  if (voorbereid.reden) return { achtererf, woningen, schuurtje: 'ONBEKEND', twijfel: voorbereid.reden };
  const plek = vindPlek(voorbereid);
  if (!plek) return { achtererf, woningen, schuurtje: 'geen-plek', twijfel: null };
  const { omgevingsplan, twijfel } = judgeBijbehorendBouwwerk(situatie, gewoon, schuurtje(plek), regels);
  const waarom = twijfel.map(({ toets, oorzaak, feiten }) => [toets, oorzaak, ...feiten].join(' ')).join('; ');
  return { achtererf, woningen, schuurtje: omgevingsplan, twijfel: omgevingsplan === 'ONBEKEND' ? waarom : null };
}
