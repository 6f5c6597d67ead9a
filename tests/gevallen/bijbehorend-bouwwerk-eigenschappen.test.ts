import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { judgeBijbehorendBouwwerk } from '../../server/vergunningcheck/domain/meetkunde/bijbehorend-bouwwerk.ts';
import { achtererfgebied } from '../../server/vergunningcheck/domain/meetkunde/gebieden.ts';
import { alleRegels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Plan, Ring } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import { schaalNaarM2 } from '../../server/vergunningcheck/domain/meetkunde/wijziging.ts';
import { beweging, metRingen, type Voorbeeld, verplaats, voorbeeld } from './percelen.ts';

vi.setConfig({ testTimeout: 30_000 });

const regels = alleRegels[0]!;
const oordeel = ({ situatie, feiten, plan }: Voorbeeld) => judgeBijbehorendBouwwerk(situatie, feiten, plan, regels);
const VAN_VRIJ = ['VRIJ', 'VRIJ_PLANTOETS', 'VERGUNNING'];
/** ONBEKEND stands for every place in the order: it is never compared. */
const strengheid = (een: Voorbeeld) => VAN_VRIJ.indexOf(oordeel(een).omgevingsplan);
const opKaart = (een: Voorbeeld): Voorbeeld => ({ ...een, situatie: { ...een.situatie, nauwkeurigheid: 'kaart' } });

/** Far enough from every limit for millimetres not to matter. */
const verVanGrens = (een: Voorbeeld) =>
  een.situatie.nauwkeurigheid === 'exact' &&
  Math.abs((oordeel(een).maten.planM2 ?? 0) - regels.mantelzorg.grens) > 0.1 &&
  oordeel(opKaart(een)).omgevingsplan === oordeel(een).omgevingsplan;

const uitBestand = (pad: string): Voorbeeld[] => {
  const { situaties, gevallen } = JSON.parse(readFileSync(pad, 'utf8'));
  return gevallen.map((geval: { situatie: string } & Omit<Voorbeeld, 'situatie'>) => ({
    situatie: situaties[geval.situatie],
    feiten: geval.feiten,
    plan: geval.plan,
  }));
};
const gedeeld = resolve(import.meta.dirname, '../../../shared/gevallen');
const gevallen = [
  join(import.meta.dirname, 'bijbehorend-bouwwerk.json'),
  ...['', '-lastig', '-kaart'].map((deel) => join(gedeeld, `bijbehorend-bouwwerk${deel}.json`)),
]
  .filter((pad) => existsSync(pad))
  .flatMap(uitBestand);

/** A case of the files, or an invented plot. */
const plaats = fc.oneof(fc.constantFrom(...gevallen), { arbitrary: voorbeeld, weight: 3 });
const houdt = <Delen extends [unknown, ...unknown[]]>(
  delen: { [Index in keyof Delen]: fc.Arbitrary<Delen[Index]> },
  eigenschap: (...delen: Delen) => void,
  numRuns = 120,
) =>
  fc.assert(
    fc.property(...delen, (...gegeven) => eigenschap(...(gegeven as unknown as Delen))),
    { numRuns, seed: 2026 },
  );

const zelfdeMaten = (een: Voorbeeld, ander: Voorbeeld) => {
  const [a, b] = [oordeel(een).maten, oordeel(ander).maten];
  for (const maat of ['achtererfgebiedM2', 'bebouwingsgebiedM2', 'maximumM2', 'gebruiktM2'] as const) {
    if (a[maat] === null) expect(b[maat]).toBeNull();
    else expect(Math.abs(b[maat]! - a[maat])).toBeLessThanOrEqual(0.2);
  }
};

describe('a verdict does not depend on', () => {
  test('where the plot lies, how it is turned or mirrored', () =>
    houdt([plaats, beweging], (een, hoe) => {
      const daar = verplaats(een, hoe);
      zelfdeMaten(een, daar);
      if (verVanGrens(een)) expect(oordeel(daar).omgevingsplan).toBe(oordeel(een).omgevingsplan);
    }));

  test('where a ring starts, extra points on its edges, its direction, or the order of rings', () =>
    houdt([plaats, fc.nat(20), fc.boolean()], (een, k, om) => {
      const rond = (ring: Ring): Ring => {
        const begin = k % ring.length;
        const gedraaid = [...ring.slice(begin), ...ring.slice(0, begin)];
        const met = gedraaid.flatMap((punt, index): (readonly [number, number])[] => {
          const [x, y] = gedraaid[(index + 1) % gedraaid.length]!;
          return [punt, [Math.round((punt[0] + x) * 500) / 1000, Math.round((punt[1] + y) * 500) / 1000]];
        });
        return om ? met.reverse() : met;
      };
      const anders = metRingen(een, rond);
      const { openbaarToegankelijkGebied: straten, adresStraat } = anders.situatie;
      anders.situatie = {
        ...anders.situatie,
        openbaarToegankelijkGebied: straten!.toReversed(),
        adresStraat: straten!.length - 1 - adresStraat!,
        bestaandeBijbehorendeBouwwerken: anders.situatie.bestaandeBijbehorendeBouwwerken.toReversed(),
      };
      zelfdeMaten(een, anders);
      if (verVanGrens(een)) expect(oordeel(anders).omgevingsplan).toBe(oordeel(een).omgevingsplan);
    }));

  test('achterpaden', () =>
    houdt([plaats], (een) => {
      const pad = een.situatie.perceel.map(([x, y]) => [x + 0.5, y] as const);
      for (const achterpaden of [[], [pad]]) {
        const anders = oordeel({ ...een, situatie: { ...een.situatie, achterpaden } });
        expect(anders).toEqual(oordeel(een));
      }
    }));
});

test('the achtererfgebied that is drawn is the one that is measured', () =>
  houdt([plaats], (een) => {
    const gebied = achtererfgebied(een.situatie, regels);
    if (!('gebied' in gebied)) throw new Error(gebied.nietTeBerekenen);
    const m2 = (ring: Ring) =>
      ring.reduce((som, [x, y], k) => {
        const [hx, hy] = ring[0]!;
        const [vx, vy] = ring[(k + 1) % ring.length]!;
        return som + ((x - hx) * (vy - hy) - (y - hy) * (vx - hx)) / 2;
      }, 0);
    const getekend = gebied.gebied.flat().reduce((som, ring) => som + m2(ring), 0);
    expect(getekend).toBeCloseTo(gebied.oppervlakteM2, 3);
    expect(gebied.oppervlakteM2).toBe(oordeel(een).maten.achtererfgebiedM2);
  }));

describe('order of verdicts', () => {
  test('a smaller ring inside a plan that is vrij is vrij', () =>
    houdt(
      [plaats, fc.double({ min: 0.2, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })],
      (een, schaal, waar) => {
        if (een.plan.dak.vorm !== 'plat' || oordeel(een).omgevingsplan !== 'VRIJ') return;
        const [hx, hy] = een.plan.ring[Math.floor(waar * (een.plan.ring.length - 1))]!;
        const ring = een.plan.ring.map(([x, y]) => [hx + (x - hx) * schaal, hy + (y - hy) * schaal] as const);
        expect(oordeel({ ...een, plan: { ...een.plan, ring } }).omgevingsplan).toBe('VRIJ');
      },
      400,
    ));

  test('more that already stands never makes it freer', () =>
    houdt([plaats, fc.nat(100), fc.nat(100), fc.nat(60), fc.nat(60)], (een, px, py, b, d) => {
      const [hoek, rechts, , links] = een.situatie.perceel;
      const op = (s: number, t: number) =>
        [
          hoek![0] + (rechts![0] - hoek![0]) * s + (links![0] - hoek![0]) * t,
          hoek![1] + (rechts![1] - hoek![1]) * s + (links![1] - hoek![1]) * t,
        ] as const;
      const [s, t, u, v] = [px / 120, py / 120, (px + b + 2) / 120, (py + d + 2) / 120];
      const schuur = [op(s, t), op(u, t), op(u, v), op(s, v)];
      const bij = [...een.situatie.bestaandeBijbehorendeBouwwerken, schuur];
      const voller = { ...een, situatie: { ...een.situatie, bestaandeBijbehorendeBouwwerken: bij } };
      const [was, wordt] = [strengheid(een), strengheid(voller)];
      const overlapt = oordeel({ ...een, situatie: { ...een.situatie, bestaandeBijbehorendeBouwwerken: [schuur] } });
      const los = oordeel({ ...een, situatie: { ...een.situatie, bestaandeBijbehorendeBouwwerken: [] } });
      // a plan on top of what stands adds nothing: only then it can come out the same
      if (was >= 0 && wordt >= 0) expect(wordt).toBeGreaterThanOrEqual(was);
      expect(overlapt.maten.gebruiktM2 ?? 0).toBeGreaterThanOrEqual((los.maten.gebruiktM2 ?? 0) - 0.001);
    }));

  test('higher never makes a flat roof freer', () =>
    houdt([plaats, fc.double({ min: 0, max: 3, noNaN: true })], (een, bij) => {
      if (een.plan.dak.vorm !== 'plat') return;
      const hoger = { ...een, plan: { ...een.plan, hoogte: (een.plan.hoogte as number) + bij } };
      const [was, wordt] = [strengheid(een), strengheid(hoger)];
      if (was >= 0 && wordt >= 0) expect(wordt).toBeGreaterThanOrEqual(was);
    }));

  test('without welstand it is never stricter; a monument or an illegal house needs a permit', () =>
    houdt(
      [plaats, fc.constantFrom('gemeentelijk' as const, 'provinciaal' as const, 'rijks' as const)],
      (een, monument) => {
        const vrij = { ...een, feiten: { ...een.feiten, welstandsvrij: true } };
        const [was, wordt] = [strengheid(een), strengheid(vrij)];
        if (was >= 0 && wordt >= 0) expect(wordt).toBeLessThanOrEqual(was);
        for (const feiten of [
          { ...een.feiten, monument },
          { ...een.feiten, illegaalHoofdgebouw: true },
        ]) {
          expect(oordeel({ ...een, feiten }).omgevingsplan).toBe('VERGUNNING');
        }
      },
    ));

  test('on a map the verdict is the same or unknown, and the technical one does not look at rings', () =>
    houdt([plaats, voorbeeld], (een, ander) => {
      const exact = oordeel({ ...een, situatie: { ...een.situatie, nauwkeurigheid: 'exact' } });
      const kaart = oordeel(opKaart(een));
      expect([exact.omgevingsplan, 'ONBEKEND']).toContain(kaart.omgevingsplan);
      expect(kaart.maten).toEqual(exact.maten);
      const elders = oordeel({ ...een, situatie: ander.situatie, plan: { ...een.plan, ring: ander.plan.ring } });
      expect(elders.technisch).toBe(exact.technisch);
    }));
});

/** The plan after a change that the verdict proposed. */
function pasToe(plan: Plan, feit: string, naar: number, verschuiving: readonly [number, number] | undefined): Plan {
  const { dak } = plan;
  if (feit === 'hoogte') {
    return { ...plan, hoogte: naar, dak: { ...dak, nokhoogte: dak.nokhoogte && Math.min(naar, dak.nokhoogte) } };
  }
  if (feit.startsWith('dak.')) return { ...plan, dak: { ...dak, [feit.slice(4)]: naar } };
  const [dx, dy] = verschuiving ?? [0, 0];
  const ring = verschuiving ? plan.ring.map(([x, y]) => [x + dx, y + dy] as const) : schaalNaarM2(plan.ring, naar);
  return { ...plan, ring };
}

describe('the smallest change', () => {
  test('makes the test hold that it belongs to, and is named with a number', () => {
    const gezien = new Set<string>();
    houdt(
      [plaats, fc.boolean()],
      (een, kaart) => {
        const hier = kaart ? opKaart(een) : een;
        const { omgevingsplanToetsen, technischeToetsen } = oordeel(hier);
        for (const { id, wijziging } of [...omgevingsplanToetsen, ...technischeToetsen]) {
          if (!wijziging) continue;
          gezien.add(id);
          expect(wijziging.tekst).toMatch(/\d/);
          const { feit, naar, verschuiving } = wijziging;
          const na = oordeel({ ...hier, plan: pasToe(hier.plan, feit, naar, verschuiving) });
          const toets = [...na.omgevingsplanToetsen, ...na.technischeToetsen].find((ander) => ander.id === id);
          expect([undefined, 'voldoet'], `${id}: ${wijziging.tekst}`).toContain(toets?.uitslag);
        }
      },
      400,
    );
    expect([...gezien].sort()).toEqual([
      'achtererfgebied',
      'afstand',
      'goothoogte',
      'helling',
      'hoogte',
      'hoogteBijHuis',
      'hoogteBovenVloer',
      'hoogteHoofdgebouw',
      'hoogteVerder',
      'nokhoogte',
      'oppervlakte',
      'technischHoogte',
    ]);
  });
});

describe('rings that are none', () => {
  const getal = fc.oneof(
    fc.integer({ min: -50, max: 60 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e9, 0),
  );
  const ring = fc.array(fc.tuple(getal, getal), { maxLength: 9 });

  test('never throw, and never make anything vrij that cannot be computed', () =>
    houdt(
      [plaats, ring, ring, fc.constantFrom('plan', 'perceel', 'hoofdgebouw', 'straat', 'schuur')],
      (een, vreemd, tweede, waar) => {
        const [hx, hy] = een.situatie.perceel[0]!;
        const hier = (van: [number, number][]): Ring => van.map(([x, y]) => [x + hx, y + hy] as const);
        const { situatie, plan } = een;
        const anders: Voorbeeld = {
          ...een,
          plan: waar === 'plan' ? { ...plan, ring: hier(vreemd) } : plan,
          situatie: {
            ...situatie,
            ...(waar === 'perceel' && { perceel: hier(vreemd), perceelGaten: [hier(tweede)] }),
            ...(waar === 'hoofdgebouw' && { hoofdgebouw: hier(vreemd) }),
            ...(waar === 'straat' && { openbaarToegankelijkGebied: [hier(vreemd), hier(tweede)], adresStraat: 0 }),
            ...(waar === 'schuur' && { bestaandeBijbehorendeBouwwerken: [hier(vreemd), hier(tweede)] }),
          },
        };
        const { omgevingsplan, reden, mogelijk } = oordeel(anders);
        if (reden) expect(omgevingsplan).not.toMatch(/^VRIJ/);
        expect(mogelijk.length).toBeGreaterThan(0);
      },
      600,
    ));
});
