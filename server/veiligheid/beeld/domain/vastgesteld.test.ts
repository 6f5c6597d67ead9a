import { expect, test } from 'vitest';
import { leesInhoud } from './vastgesteld.ts';

test('what was adopted before trends were tested keeps its difference, and its trend is not known', () => {
  const reeks = [{ jaar: 2024 }, { jaar: 2025 }];
  const trend = { stand: 'te weinig', per: 'jaar', perioden: 2, tot: '2025', p: null };
  const nu = { code: 'gm9999', reeks, verschil: 'beter', trend };
  const eerder = { code: 'gm9999', reeks, trend: 'beter' };
  expect(leesInhoud(JSON.stringify({ wijken: [nu, eerder], trend: 'los' }))).toEqual({
    wijken: [nu, { ...nu, trend: { stand: 'onbekend', per: 'jaar', perioden: 2, tot: null, p: null } }],
    trend: 'los',
  });
});
