import { expect, test } from 'vitest';
import { readPlaats } from './besluiten.ts';

test('one position, or the same one twice, is a punt', () => {
  const punt = { plaatsSoort: 'punt', geom: 'SRID=28992;POINT(181554.193 456959.194)' };
  expect(readPlaats(['52.10024 5.774753'])).toEqual(punt);
  expect(readPlaats(['52.10024 5.774753', '52.10024 5.774753'])).toEqual(punt);
});

test('positions that return to the first are a vlak, others stay loose points', () => {
  const hoeken = ['52.1 5.7', '52.1 5.71', '52.11 5.71'];
  expect(readPlaats([...hoeken, '52.1 5.7'])).toMatchObject({ plaatsSoort: 'vlak' });
  expect(readPlaats(hoeken)?.geom).toMatch(/^SRID=28992;MULTIPOINT/);
  expect(readPlaats([...hoeken, '52.1 5.71', '52.1 5.7'])?.geom).toMatch(/MULTIPOINT/);
});

test.each([[[]], [['']], [['5.7 52.1']], [['52.1 5.7', 'onbekend']], [['48.8 2.3']]])(
  '%j is no usable place',
  (posities) => {
    expect(readPlaats(posities)).toBeNull();
  },
);
