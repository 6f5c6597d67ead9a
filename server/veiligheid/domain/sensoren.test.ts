import { expect, test } from 'vitest';
import { readSensoren, sensoren, toonSensoren, Uurmeting } from './sensoren.ts';

test('decibels are averaged by their energy: 60 and 70 together are 67.4, not 65; people are averaged plainly', () => {
  const gemiddeld = (soort: 'drukte' | 'geluid') => {
    const uur = new Uurmeting(soort);
    for (const waarde of [60, 70]) uur.voegToe(waarde);
    return uur.gemiddeld;
  };
  expect(gemiddeld('geluid')).toBeCloseTo(67.404, 3);
  expect(gemiddeld('drukte')).toBe(65);
});

test('months weigh by how often was measured; what was not measured is unknown and not zero', () => {
  const [id = ''] = [...sensoren].find(([, { soort }]) => soort === 'drukte') ?? [];
  const rij = (maand: string, metingen: number, waarde: number) => ({
    sensor: id,
    maand,
    uur: 30,
    metingen,
    waarde,
    hoogste: waarde,
  });
  const getoond = toonSensoren([rij('2026-03', 1, 10), rij('2026-01', 3, 30)], 'gm9999');
  const druk = getoond.find((een) => een.id === id);
  expect(druk).toMatchObject({ periode: { van: '2026-01', tot: '2026-03' }, zonder: ['2026-02'], hoogste: 30 });
  expect([druk?.uren[30], druk?.uren[31], druk?.uren.length]).toEqual([25, null, 168]);
  expect(toonSensoren([], 'gm0228')).toEqual([]);
  const stil = getoond.find(({ soort }) => soort === 'geluid');
  expect(stil).toMatchObject({ periode: null, hoogste: null });
});

test('a register that is wrong says where', () => {
  expect(() => readSensoren({ sensoren: [{ id: 'x' }] })).toThrow('sensoren.json klopt niet');
});
