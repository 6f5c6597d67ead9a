import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meetGevallen, type Nulmeting, type Omslag, vindOmslagen } from '../../scripts/geval/nulmeting.ts';
import { activiteiten } from '../../server/vergunningcheck/activiteiten/index.ts';

/** A changed geval with why it changed: which rule, by which article. */
interface UitgelegdeOmslag extends Omslag {
  uitleg: string;
}

const lees = <T>(naam: string): T => JSON.parse(readFileSync(resolve(import.meta.dirname, naam), 'utf8'));

/** The omslagen that nobody explained, and the explanations of what did not change: both must go. */
function zonderUitleg(omslagen: readonly Omslag[], uitgelegd: readonly UitgelegdeOmslag[]) {
  const sleutel = ({ geval, van, naar }: Omslag) => `${geval}: ${van ?? 'nieuw'} -> ${naar ?? 'weg'}`;
  const bekend = new Set(uitgelegd.filter(({ uitleg }) => uitleg.trim().length >= 20).map(sleutel));
  const echt = new Set(omslagen.map(sleutel));
  return {
    nietUitgelegd: [...echt].filter((omslag) => !bekend.has(omslag)),
    nietMeerWaar: [...bekend].filter((omslag) => !echt.has(omslag)),
  };
}

test('every geval that comes out otherwise than in the nulmeting is explained in omslagen.json', () => {
  const nulmeting = lees<Nulmeting>('nulmeting.json');
  const omslagen = vindOmslagen(nulmeting, meetGevallen());
  expect(Object.keys(nulmeting).length).toBeGreaterThan(1_000);
  expect(zonderUitleg(omslagen, lees<UitgelegdeOmslag[]>('omslagen.json'))).toEqual({
    nietUitgelegd: [],
    nietMeerWaar: [],
  });
}, 60_000);

test('the nulmeting holds gevallen of every werkzaamheid that the loket offers', () => {
  const gemeten = new Set(Object.keys(lees<Nulmeting>('nulmeting.json')).map((geval) => geval.split('/')[0]));
  const aanbod = [
    ...activiteiten.map(({ id }) => id),
    ...readdirSync(resolve(import.meta.dirname, '../../data/toepasbare-regels')).flatMap((naam) =>
      naam.endsWith('.dmn') ? [naam.slice(0, -4)] : [],
    ),
  ];
  expect(aanbod.filter((id) => !gemeten.has(id))).toEqual([]);
  expect(aanbod.length).toBeGreaterThanOrEqual(35);
});

describe('an omslag', () => {
  const nulmeting = { 'a/1': 'R VRIJ', 'a/2': 'R VRIJ' };

  test('is listed when it is not explained, or explained in no words', () => {
    const omslagen = vindOmslagen(nulmeting, { 'a/1': 'R VERGUNNING', 'a/2': 'R VRIJ', 'a/3': 'R VRIJ' });
    expect(zonderUitleg(omslagen, [{ ...omslagen[0]!, uitleg: 'anders' }]).nietUitgelegd).toEqual([
      'a/1: R VRIJ -> R VERGUNNING',
      'a/3: nieuw -> R VRIJ',
    ]);
  });

  test('that is gone is listed too, and so is an explanation of nothing', () => {
    const omslagen = vindOmslagen(nulmeting, { 'a/1': 'R VRIJ' });
    const uitleg = 'Artikel 4.9 is veranderd op 1 maart 2027.';
    expect(
      zonderUitleg(omslagen, [
        { geval: 'a/2', van: 'R VRIJ', naar: null, uitleg },
        { geval: 'a/1', van: 'R VRIJ', naar: 'R VERBOD', uitleg },
      ]),
    ).toEqual({ nietUitgelegd: [], nietMeerWaar: ['a/1: R VRIJ -> R VERBOD'] });
  });
});
