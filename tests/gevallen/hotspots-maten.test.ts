import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Prng } from '../../scripts/modelgemeente/prng.ts';
import { queenBuren } from '../../server/veiligheid/domain/buren.ts';
import { spreidUit } from '../../server/veiligheid/domain/dichtheid.ts';
import { vindTekort } from '../../server/veiligheid/domain/hotspots.ts';
import { knox } from '../../server/veiligheid/domain/naburig.ts';
import { pai, pei, vergelijkMetNaief } from '../../server/veiligheid/domain/raakheid.ts';
import { afwijkingVanVerwacht, MINSTE_NOEMER, perDuizend } from '../../server/veiligheid/domain/verhouding.ts';

describe('per 1,000', () => {
  test('is not given below the least denominator, nor where one of the two is not known', () => {
    const aantallen = [5, 5, 0, Number.NaN, 5, 5];
    expect([...perDuizend(aantallen, [50, 49, 100, 100, Number.NaN, 0], MINSTE_NOEMER.adressen)]).toEqual([
      100,
      Number.NaN,
      0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(perDuizend([1], [99], MINSTE_NOEMER.inwoners)[0]).toBeNaN();
    expect(perDuizend([1], [100], MINSTE_NOEMER.inwoners)[0]).toBe(10);
  });

  test('the deviation is nothing where all have the same rate, and no number where nobody is', () => {
    expect([...afwijkingVanVerwacht([2, 4, 6, 1], [10, 20, 30, 0])]).toEqual([0, 0, 0, Number.NaN]);
    expect([...afwijkingVanVerwacht([0, 8], [10, 10])]).toEqual([-2, 2]);
    expect([...afwijkingVanVerwacht([0, 0], [10, 10])]).toEqual([0, 0]);
  });

  test('a map with too little on it says so', () => {
    expect(vindTekort(Array(40).fill(1))).toBeNull();
    expect(vindTekort([...Array(29).fill(9), ...Array(90).fill(0)])).toBe('te weinig cellen');
    expect(vindTekort([...Array(40).fill(1), 0, Number.NaN])).toBe('te weinig per cel');
  });
});

test('spreading out keeps the total inside a wide grid, and is the same from every side', () => {
  const kolommen = 21;
  const een = new Float64Array(kolommen * kolommen);
  een[10 * kolommen + 10] = 8;
  const uit = spreidUit(een, kolommen, 1.5);
  expect(uit.reduce((som, deel) => som + deel, 0)).toBeCloseTo(8, 4);
  expect(uit[10 * kolommen + 7]).toBeCloseTo(uit[13 * kolommen + 10] as number, 7);
  expect(uit[10 * kolommen + 10]).toBeGreaterThan(uit[10 * kolommen + 11] as number);
  const rand = spreidUit([4, 0, 0, 0], 2, 1);
  expect(rand.reduce((som, deel) => som + deel, 0)).toBeLessThan(4);
});

describe('how well it points', () => {
  test('PAI and PEI of forty out of two hundred in a twentieth of the area', () => {
    expect(pai({ raak: 40, totaal: 200, aangewezen: 0.5, geheel: 10 })).toBeCloseTo(4, 12);
    expect(pei(40, 80)).toBe(0.5);
  });

  const zijde = 20;
  const cellen = zijde * zijde;
  const buren = queenBuren({
    kolom: Array.from({ length: cellen }, (_, i) => i % zijde),
    rij: Array.from({ length: cellen }, (_, i) => Math.floor(i / zijde)),
  });

  test('the map beats the list of last year where little happens over a wide area, not where single cells stay the same', () => {
    const rng = new Prng('raakheid');
    const verspreid = Float64Array.from({ length: 30 * cellen }, (_, i) => {
      const [kolom, rij] = [i % zijde, Math.floor((i % cellen) / zijde)];
      const inKern = kolom >= 4 && kolom < 9 && rij >= 4 && rij < 9;
      return rng.chance(inKern ? 0.15 : 0.04) ? 1 : 0;
    });
    const vast = Float64Array.from({ length: 30 * cellen }, (_, i) => ((i % cellen) % 20 === 0 ? 3 : 0));
    const a = vergelijkMetNaief(verspreid, buren, 25);
    const b = vergelijkMetNaief(vast, buren, 20);
    expect([a?.maanden, a?.beter, b?.beter]).toEqual([12, true, false]);
    expect(b?.naief).toEqual({ pai: { gemiddelde: cellen / 20, spreiding: 0 }, pei: { gemiddelde: 1, spreiding: 0 } });
    expect(vergelijkMetNaief(vast.subarray(0, 23 * cellen), buren, 9)).toBeNull();
  });
});

describe('near repeat', () => {
  const stad = (naam: string, herhaald: boolean) => {
    const rng = new Prng(naam);
    const gebeurd: { x: number; y: number; dag: number }[] = [];
    for (let i = 0; i < 250; i += 1) {
      const eerste = { x: rng.int(0, 3_000_000), y: rng.int(0, 3_000_000), dag: rng.int(0, 1000) };
      gebeurd.push(eerste);
      if (herhaald && i % 5 === 0) {
        gebeurd.push({ x: eerste.x + rng.int(10_000, 60_000), y: eerste.y, dag: eerste.dag + rng.int(1, 7) });
      }
    }
    return { xMm: gebeurd.map(({ x }) => x), yMm: gebeurd.map(({ y }) => y), dag: gebeurd.map(({ dag }) => dag) };
  };

  test('is found within 100 m and a week where it was put, and not elsewhere', () => {
    const rng = new Prng('schudden');
    const vakken = knox(stad('herhaling', true), () => rng.next(), 199);
    const dichtbij = vakken.find(({ afstand, dagen }) => afstand === 100 && dagen === 7)!;
    expect(dichtbij.paren).toBeGreaterThanOrEqual(50);
    expect(dichtbij.verhouding).toBeGreaterThan(5);
    expect(dichtbij.p).toBe(1 / 200);
    const ver = vakken.filter(({ afstand, dagen }) => afstand === 400 && dagen > 7);
    expect(ver.every(({ p }) => p > 0.01)).toBe(true);
  });

  test('chance alone is seldom called a repeat', () => {
    const rng = new Prng('niets');
    const gevonden = Array.from({ length: 20 }, (_, i) =>
      knox(stad(`toeval ${i}`, false), () => rng.next(), 99),
    ).flat();
    const verwacht = gevonden.filter(({ verwacht }) => verwacht > 0.5);
    expect(verwacht.filter(({ p }) => p <= 0.05).length / verwacht.length).toBeLessThan(0.1);
  });

  test('the same place and the ends of the bands count in', () => {
    const p = { xMm: [0, 0, 100_000, 500_000], yMm: [0, 0, 0, 0], dag: [0, 7, 0, 0] };
    const paren = knox(p, () => 0, 1).map(({ afstand, dagen, paren }) => [afstand, dagen, paren]);
    expect(paren.filter(([, , aantal]) => aantal !== 0)).toEqual([
      [0, 7, 1],
      [100, 7, 2],
      [400, 7, 1],
    ]);
  });
});

test('no chance or rate depends on the order of the cells', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(80)), { minLength: 1, maxLength: 30 }), (paren) => {
      const van = (lijst: [number, number][]) =>
        afwijkingVanVerwacht(
          lijst.map(([a]) => a),
          lijst.map(([, n]) => n),
        );
      expect([...van(paren.toReversed())].toReversed()).toEqual([...van(paren)]);
    }),
  );
});
