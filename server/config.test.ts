import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without anything set the loket is whole: its own database, its own background', () => {
  expect(readConfig({})).toMatchObject({ engine: { kind: 'embedded' }, achtergrond: 'eigen', port: 3000 });
  expect(readConfig({ ACHTERGROND: '' }).achtergrond).toBe('eigen');
});

test('what it does not know it names', () => {
  expect(() => readConfig({ ACHTERGROND: 'luchtfoto', PORT: 'x' })).toThrow(
    /ACHTERGROND[\s\S]*PORT|PORT[\s\S]*ACHTERGROND/,
  );
});
