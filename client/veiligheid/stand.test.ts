import { expect, test } from 'vitest';
import { leegStand, leesStand, type Stand, schrijfStand } from './stand.ts';

test('what somebody looks at comes back from the address', () => {
  const stand: Stand = {
    ...{
      wat: 'intern',
      stroom: 'melding',
      themas: ['1.2', '3.1'],
      klassen: ['melding afval/grofvuil'],
      per: 'adressen',
    },
    ...{
      van: '2025-01',
      tot: '2025-06',
      deel: 'weekend nacht',
      naast: 'stroom',
      rooster: 'zeshoek',
      rondom: '500',
      periode: '2025-3',
      cel: 20643262,
    },
  };
  expect(leesStand(schrijfStand(stand))).toEqual(stand);
  expect(leesStand(schrijfStand({ ...stand, klassen: [] })).klassen).toEqual([]);
  expect(schrijfStand(leegStand)).toBe('');
  expect(leesStand('')).toEqual(leegStand);
});

test('a wrong link opens as usual', () => {
  expect(
    leesStand(
      '#thema=9.9,x&van=2025-13&deel=ooit&cel=-1&periode=25&per=hoofd&stroom=brand&wat=alles&naast=ooit&rooster=ruit',
    ),
  ).toEqual(leegStand);
});
