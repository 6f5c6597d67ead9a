import { schrijfGetal } from '../../../rapport/domain/woorden.ts';
import { noemMaand } from '../../domain/periode.ts';
import type { EffectStand, Indicator, Interventie } from '../contract.ts';
import type { Meting, Stand } from './meting.ts';

type Eenheid = Indicator['eenheid'];

/** A figure that areas are compared by: of counts per 1,000 inwoners. */
export const schrijfMaat = (waarde: number, eenheid: Eenheid): string => {
  if (eenheid === 'aantal') return `${schrijfGetal(waarde)} per 1.000 inwoners`;
  return eenheid === '%' ? `${schrijfGetal(waarde)}%` : schrijfGetal(waarde);
};

/** A figure as it may be shown. */
export function schrijfMeting({ waarde, minstens, perDuizend }: Meting, eenheid: Eenheid): string {
  if (waarde === null) return 'onbekend';
  if (waarde === '<5') return 'minder dan 5';
  if (waarde === 'achtergehouden') return 'afgeschermd';
  if (eenheid !== 'aantal') return schrijfMaat(waarde, eenheid);
  const aantal = `${minstens ? 'minstens ' : ''}${schrijfGetal(waarde)}`;
  return perDuizend === null ? aantal : `${aantal} (${schrijfMaat(perDuizend, eenheid)})`;
}

const namen = {
  verloop: {
    beter: 'wordt beter',
    slechter: 'wordt slechter',
    gelijk: 'geen duidelijk verschil',
    onbekend: 'onbekend',
  },
  vergelijking: {
    beter: 'beter',
    slechter: 'slechter',
    gelijk: 'niet duidelijk anders',
    onbekend: 'onbekend of het anders is',
  },
} as const;

export const noemStand = (stand: Stand, van: keyof typeof namen): string => namen[van][stand];

export function schrijfStreef({ streef, eenheid, goed }: Pick<Indicator, 'streef' | 'eenheid' | 'goed'>): string {
  if (!streef) return 'niet gekozen';
  const doel = `${goed === 'hoger' ? 'minstens' : 'hoogstens'} ${schrijfMaat(streef.waarde, eenheid)} in ${streef.jaar}`;
  if (streef.gehaald === null) return `${doel}: onbekend`;
  return `${doel}: ${streef.gehaald ? 'nu gehaald' : 'nog niet gehaald'}`;
}

const procent = (deel: number) => `${schrijfGetal(Math.abs(Math.round(100 * deel)))}%`;

/** From -40% to +5%, in words. */
const bereik = ({ van, tot }: EffectStand) => {
  const kant = (deel: number) => (deel === 0 ? 'geen verschil' : `${procent(deel)} ${deel < 0 ? 'minder' : 'meer'}`);
  return `tussen ${kant(van)} en ${kant(tot)}`;
};

const isDuidelijk = ({ van, tot }: EffectStand) => van > 0 || tot < 0;

const redenen = {
  'nog bezig':
    'Het effect is nog niet te meten: de maanden erna zijn nog niet allemaal geleverd. Kijk hier later opnieuw.',
  'maanden ontbreken':
    'Het effect is niet te meten: van de maanden die nodig zijn, ontbreken er een of meer in de levering. Vraag ze alsnog op.',
  'te weinig':
    'Het effect is niet te meten: daarvoor gebeurde hier te weinig. Kies meer cellen, meer klassen of een langere tijd.',
} as const;

/** What was measured, what it means and what it does not: one sentence each. */
export function zinVanMeting({ meting, maanden, begin }: Pick<Interventie, 'meting' | 'maanden' | 'begin'>): string[] {
  if (meting.stand === 'onbekend') return [redenen[meting.reden]];
  const { gebied, ring, samen, controle } = meting;
  const kern = isDuidelijk(gebied)
    ? `In de ${maanden} maanden vanaf ${noemMaand(begin)} gebeurde hier ${procent(gebied.verschil)} ${gebied.verschil < 0 ? 'minder' : 'meer'} dan zonder de interventie te verwachten was`
    : `Of de interventie iets uitmaakte, is niet te zeggen. Geschat is ${procent(gebied.verschil)} ${gebied.verschil < 0 ? 'minder' : 'meer'}`;
  return [
    `${kern} (95% zeker ${bereik(gebied)}). Dat is gemeten naast ${schrijfGetal(controle)} cellen die erop leken en waar niets is gedaan.`,
    zinVanRing(ring, samen),
    'Het zegt niet waardoor het kwam: iets anders dat alleen hier gebeurde, telt ook mee. En een plek die is gekozen na een slecht jaar, wordt vaak vanzelf beter.',
  ];
}

function zinVanRing(ring: EffectStand | null, samen: EffectStand | null): string {
  if (!ring) return 'Eromheen gebeurde te weinig om te zien of het zich verplaatste.';
  const bij = `Eromheen: ${procent(ring.verschil)} ${ring.verschil < 0 ? 'minder' : 'meer'} (${bereik(ring)}).`;
  const duiding = !isDuidelijk(ring)
    ? 'Dat kan toeval zijn: er is geen duidelijk teken dat het zich verplaatste.'
    : ring.verschil > 0
      ? 'Dat kan verplaatsing zijn.'
      : 'Het effect lijkt verder te reiken dan het gebied zelf.';
  return `${bij} ${duiding}${samen ? ` Gebied en rand samen: ${bereik(samen)}.` : ''}`;
}
