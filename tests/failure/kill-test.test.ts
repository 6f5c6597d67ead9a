import { expect, test } from 'vitest';
import { killTest } from '../../scripts/kill-test/kill-test.ts';

test('what was acknowledged is there once and whole, after the server and the database were killed under load', async () => {
  const uitslag = await killTest(2, () => {});
  expect(uitslag.acknowledged).toBeGreaterThan(0);
  expect(uitslag).toEqual({ acknowledged: uitslag.acknowledged, found: uitslag.acknowledged, lost: 0, doubled: 0 });
});
