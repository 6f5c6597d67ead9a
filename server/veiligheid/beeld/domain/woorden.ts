import { schrijfGetal } from '../../../rapport/domain/woorden.ts';
import { noemKans } from '../../domain/normaal.ts';
import { MINSTE_STAPPEN } from '../../domain/patroon.ts';
import { noemMaand } from '../../domain/periode.ts';
import type { EffectStand, GebiedStand, Indicator, Interventie } from '../contract.ts';
import type { Meting, Stand, Trend } from './meting.ts';

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
  verschil: {
    beter: 'duidelijk beter',
    slechter: 'duidelijk slechter',
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

const trends: Record<Trend['stand'], string> = {
  beter: 'wordt beter',
  slechter: 'wordt slechter',
  gelijk: 'geen duidelijke richting',
  'te weinig': 'te weinig om iets te zeggen',
  onbekend: 'onbekend',
};
export const noemTrend = ({ stand }: Pick<Trend, 'stand'>): string => trends[stand];

/** 2025-3 as "het 3e kwartaal van 2025". */
const noemPeriode = (periode: string): string =>
  periode.length === 4 ? periode : `het ${periode.slice(5)}e kwartaal van ${periode.slice(0, 4)}`;

/** What p says, once for all that is shown. */
export const watPZegt = `p is hoe vaak zo’n reeks voorkomt als er geen richting is: 0,05 is 1 op de 20. Pas daaronder noemen wij een richting.`;

/** What a trend rests on, in plain words. */
export function legTrendUit({ stand, per, perioden, tot, p }: Trend): string {
  const hoeveel = `${perioden} ${per === 'jaar' ? (perioden === 1 ? 'meting' : 'metingen') : perioden === 1 ? 'kwartaal' : 'kwartalen'}`;
  if (stand === 'onbekend') return tot ? `over ${noemPeriode(tot)} is niets bekend` : 'er zijn geen cijfers';
  if (stand === 'te weinig') return `${hoeveel}, en voor een trend zijn er minstens ${MINSTE_STAPPEN} nodig`;
  return `${hoeveel}, tot en met ${noemPeriode(tot ?? '')}, p\u00a0${noemKans(p ?? 1)}`;
}

/** Trend and difference in one text. */
export function schrijfVerloop({ trend, verschil, reeks }: Pick<GebiedStand, 'trend' | 'verschil' | 'reeks'>): string {
  const vanaf = sinds(reeks);
  return `${noemTrend(trend)} (${legTrendUit(trend)})${vanaf === null ? '' : `. Vergeleken met ${vanaf}: ${noemStand(verschil, 'verschil')}`}`;
}

/** The first year of a series, to say since when something differs; null: there is one year or none. */
export const sinds = (reeks: readonly Pick<Meting, 'jaar'>[]): number | null =>
  reeks.length > 1 ? (reeks[0]?.jaar ?? null) : null;

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
    'Het effect is niet te meten: daarvoor gebeurde hier te weinig, of in de cellen ernaast. Met meer cellen, meer klassen of een langere tijd lukt het misschien wel.',
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
