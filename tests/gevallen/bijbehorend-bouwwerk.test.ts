import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import inhoud from '../../data/vergunningcheck/bijbehorend-bouwwerk.json';
import { bijbehorendBouwwerk } from '../../scripts/geval/bijbehorend-bouwwerk.ts';
import { komtOvereen } from '../../scripts/geval/vergelijk.ts';
import { judgeBijbehorendBouwwerk } from '../../server/vergunningcheck/domain/meetkunde/bijbehorend-bouwwerk.ts';
import { readRegels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';

const eigen = join(import.meta.dirname, 'bijbehorend-bouwwerk.json');
const gedeeld = resolve(import.meta.dirname, '../../../shared/gevallen');
const bestanden = [
  eigen,
  ...['', '-lastig', '-kaart'].map((deel) => join(gedeeld, `bijbehorend-bouwwerk${deel}.json`)),
];
const lees = (pad: string) => JSON.parse(readFileSync(pad, 'utf8'));

describe.each(bestanden.filter((pad) => existsSync(pad)).map((pad) => [basename(pad), pad]))(
  'cases of %s',
  (_, pad) => {
    test.each(bijbehorendBouwwerk(lees(pad)).map((geval) => [geval.id, geval] as const))('%s', (_, geval) => {
      const uitkomst = geval.compute();
      expect({ uitkomst, gelijk: komtOvereen(geval.verwacht!, uitkomst) }).toEqual({ uitkomst, gelijk: true });
    });
  },
);

describe('every limit is held by a case', () => {
  const { situaties, gevallen } = lees(eigen);
  const uitkomsten = (gegevens: unknown) => {
    const regels = readRegels(gegevens)[0]!;
    return gevallen.map(({ situatie, feiten, plan }: { situatie: string; feiten: never; plan: never }) => {
      const { omgevingsplan, technisch } = judgeBijbehorendBouwwerk(situaties[situatie], feiten, plan, regels);
      return `${omgevingsplan} ${technisch}`;
    });
  };
  const nu = uitkomsten(inhoud);

  /** Paths to every number in the bruidsschat. */
  const getallen = (waarde: unknown, pad: string[]): string[][] => {
    if (typeof waarde === 'number') return [pad];
    if (typeof waarde !== 'object' || waarde === null) return [];
    return Object.entries(waarde).flatMap(([sleutel, deel]) => getallen(deel, [...pad, sleutel]));
  };
  /** Of what no case of the format can tell: it knows no archeologie. */
  const buitenFormaat = ['archeologie'];
  const paden = getallen(inhoud.versies[0]!.regels, []).filter(([regel]) => !buitenFormaat.includes(regel!));

  test.each(paden.map((pad) => [pad.join('.'), pad] as const))('%s', (_, pad) => {
    const flips = [-0.02, 0.02].map((verschil) => {
      const anders = structuredClone(inhoud);
      let plek: Record<string, unknown> = anders.versies[0]!.regels as Record<string, unknown>;
      for (const stap of pad.slice(0, -1)) plek = plek[stap] as Record<string, unknown>;
      const oud = plek[pad.at(-1)!] as number;
      plek[pad.at(-1)!] = Math.max(0, oud + verschil * Math.max(1, oud));
      return uitkomsten(anders).filter((uitkomst: string, index: number) => uitkomst !== nu[index]).length;
    });
    expect(Math.max(...flips)).toBeGreaterThan(0);
  });
});

describe('the format', () => {
  const goed = () => {
    const { situaties, gevallen } = lees(eigen);
    return { versie: 1, situaties: { a: situaties.rij }, gevallen: [{ ...gevallen[0], situatie: 'a' }] };
  };
  const met = (pas: (bestand: ReturnType<typeof goed>) => void) => {
    const bestand = goed();
    pas(bestand);
    return bestand;
  };

  test('without verwacht and toelichting the uitkomst is the same', () => {
    const kaal = met(({ gevallen }) => {
      delete gevallen[0].verwacht;
      delete gevallen[0].toelichting;
    });
    const [geval] = bijbehorendBouwwerk(kaal);
    expect(geval!.verwacht).toBeNull();
    expect(geval!.compute()).toEqual(bijbehorendBouwwerk(goed())[0]!.compute());
  });

  test.each([
    ['an unknown key', (b: ReturnType<typeof goed>) => Object.assign(b.gevallen[0].plan, { kleur: 'rood' })],
    ['a ring of two points', (b: ReturnType<typeof goed>) => b.gevallen[0].plan.ring.splice(2)],
    ['a point of three numbers', (b: ReturnType<typeof goed>) => b.gevallen[0].plan.ring[0].push(1)],
    ['no public area', (b: ReturnType<typeof goed>) => b.situaties.a.openbaarToegankelijkGebied.splice(0)],
    [
      'an unknown first house without the least that it was',
      (b: ReturnType<typeof goed>) => (b.situaties.a.oorspronkelijkHoofdgebouw = null),
    ],
    [
      'a known first house with it',
      (b: ReturnType<typeof goed>) => (b.situaties.a.oorspronkelijkHoofdgebouwMinimaal = b.situaties.a.hoofdgebouw),
    ],
    ['half a storey', (b: ReturnType<typeof goed>) => (b.gevallen[0].plan.bouwlagen = 1.5)],
    ['an unknown uitkomst', (b: ReturnType<typeof goed>) => (b.gevallen[0].verwacht.omgevingsplan = 'JA')],
    ['a house without height', (b: ReturnType<typeof goed>) => (b.situaties.a.hoogteHoofdgebouw = 0)],
  ])('refuses %s', (_, pas) => expect(() => bijbehorendBouwwerk(met(pas))).toThrow());

  test.each([
    ['a situatie that is not there', (b: ReturnType<typeof goed>) => (b.gevallen[0].situatie = 'toString')],
    ['a street that is not there', (b: ReturnType<typeof goed>) => (b.situaties.a.adresStraat = 7)],
    [
      'a plan that crosses itself',
      (b: ReturnType<typeof goed>) =>
        b.gevallen[0].plan.ring.splice(1, 2, ...b.gevallen[0].plan.ring.slice(1, 3).reverse()),
    ],
    [
      'a plan that is a line',
      (b: ReturnType<typeof goed>) =>
        (b.gevallen[0].plan.ring = [
          [151000, 507014],
          [151004, 507014],
          [151002, 507014],
        ]),
    ],
  ])('takes %s, but cannot compute it', (_, pas) => {
    const [geval] = bijbehorendBouwwerk(met(pas));
    expect(() => geval!.compute()).toThrow(/is|staat|Niet te berekenen/);
  });
});
