import fc from 'fast-check';
import type { Omstandigheden, Plan, Ring, Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';

/** Invented plots with a plan, for the properties that must hold for every place. */
export interface Voorbeeld {
  situatie: Situatie;
  feiten: Omstandigheden;
  plan: Plan;
}

const opMillimeter = (getal: number) => Math.round(getal * 1000) / 1000;
const blok = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0] as const,
  [x1, y0] as const,
  [x1, y1] as const,
  [x0, y1] as const,
];

/** A number with two decimals. */
const maat = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((cm) => cm / 100);

const huisvorm = (vorm: string, x0: number, y0: number, x1: number, y1: number): Ring => {
  const breed = x1 - x0;
  const diep = y1 - y0;
  const [xm, ym] = [opMillimeter(x0 + breed * 0.6), opMillimeter(y0 + diep * 0.4)];
  switch (vorm) {
    case 'L':
      return [
        [x0, y0],
        [xm, y0],
        [xm, ym],
        [x1, ym],
        [x1, y1],
        [x0, y1],
      ];
    case 'T':
      return [
        [x0, y0],
        [x1, y0],
        [x1, ym],
        [xm, ym],
        [xm, y1],
        [opMillimeter(x0 + breed * 0.3), y1],
        [opMillimeter(x0 + breed * 0.3), ym],
        [x0, ym],
      ];
    default:
      return blok(x0, y0, x1, y1);
  }
};

const dak: fc.Arbitrary<Plan['dak']> = fc.oneof(
  fc.record({
    vorm: fc.constantFrom('plat' as const, 'lessenaar' as const),
    goothoogte: fc.constant(null),
    nokhoogte: fc.constant(null),
    helling: fc.constant(null),
    nokAfstandTotPerceelgrens: fc.constant(null),
  }),
  fc.record({
    vorm: fc.constant('zadel' as const),
    goothoogte: maat(2, 3.5),
    nokhoogte: maat(3, 5),
    helling: maat(20, 60),
    nokAfstandTotPerceelgrens: maat(0.5, 6),
  }),
);

export const voorbeeld: fc.Arbitrary<Voorbeeld> = fc
  .record({
    breed: maat(6, 24),
    diep: maat(20, 45),
    voortuin: maat(1.5, 8),
    huisBreed: maat(5, 10),
    huisDiep: maat(7, 12),
    opzij: maat(0, 1),
    vorm: fc.constantFrom('blok', 'blok', 'L', 'T'),
    schuin: fc.constantFrom(0, 0, 0, 0.15, -0.25),
    zijstraten: fc.constantFrom('geen', 'geen', 'links', 'rechts', 'beide'),
    achter: fc.constantFrom('niets', 'park', 'pad'),
    schuren: fc.array(fc.record({ x: maat(0, 1), y: maat(0, 1), b: maat(1, 4), d: maat(1, 5) }), { maxLength: 3 }),
    oorspronkelijk: fc.constantFrom('zelfde', 'zelfde', 'kleiner', 'onbekend'),
    verdieping: fc.boolean(),
    type: fc.constantFrom('woning' as const, 'woning' as const, 'woning' as const, 'recreatie' as const),
    plan: fc.record({ x: maat(-0.1, 1), y: maat(0, 1), b: maat(1, 9), d: maat(1, 9), aanHuis: fc.boolean() }),
    hoogte: maat(2, 5.4),
    dak,
    bouwlagen: fc.constantFrom(1, 1, 2),
    verblijfsgebiedOpVerdieping: fc.boolean(),
    buitenruimteBovenGrond: fc.constantFrom(false, false, false, true),
    functioneelOndergeschikt: fc.constantFrom('geheel' as const, 'voorbij4m' as const, 'nee' as const),
    mantelzorg: fc.constantFrom(false, false, true),
    verplaatsbaar: fc.boolean(),
    scheidingswandOp4m: fc.boolean(),
    opDeGrond: fc.constantFrom(true, true, true, false),
    soortWerk: fc.constantFrom('nieuwbouw' as const, 'uitbreiding' as const),
    welstandsvrij: fc.constantFrom(false, false, true),
    binnenBebouwdeKom: fc.boolean(),
  })
  .map((k): Voorbeeld => {
    const breed = Math.max(k.breed, k.huisBreed);
    // with a slanted street the house keeps clear of the plot edges, and streets beside are left out: there the law gives no line
    const ruimte = breed - k.huisBreed;
    const x0 = opMillimeter(ruimte * k.opzij);
    const y0 = k.voortuin;
    const achterkant = opMillimeter(Math.max(k.diep, y0 + k.huisDiep + 6));
    const huis = huisvorm(
      k.zijstraten === 'geen' && k.schuin === 0 ? k.vorm : 'blok',
      x0,
      y0,
      opMillimeter(x0 + k.huisBreed),
      opMillimeter(y0 + k.huisDiep),
    );
    const zij = k.schuin === 0 ? k.zijstraten : 'geen';
    const rand = (x: number) => opMillimeter(k.schuin * x);
    const straten: Ring[] = [
      [
        [-40, opMillimeter(rand(-40) - 8)],
        [60, opMillimeter(rand(60) - 8)],
        [60, rand(60)],
        [-40, rand(-40)],
      ],
    ];
    if (zij === 'links' || zij === 'beide') straten.push(blok(-6, -8, 0, achterkant + 20));
    if (zij === 'rechts' || zij === 'beide') straten.push(blok(breed, -8, breed + 6, achterkant + 20));
    if (k.achter === 'park') straten.push(blok(0, achterkant, breed, achterkant + 15));
    const inTuin = ({ x, y, b, d }: { x: number; y: number; b: number; d: number }): Ring => {
      const links = opMillimeter(x * Math.max(0, breed - b));
      const onder = opMillimeter(y0 + k.huisDiep + y * Math.max(0, achterkant - y0 - k.huisDiep - d));
      return blok(links, onder, opMillimeter(links + b), opMillimeter(onder + d));
    };
    const kleiner = blok(x0, y0, opMillimeter(x0 + k.huisBreed), opMillimeter(y0 + k.huisDiep - 2));
    const heelBlok = huis.length === 4;
    const onbekend = k.oorspronkelijk === 'onbekend' && heelBlok;
    return {
      situatie: {
        nauwkeurigheid: 'exact',
        perceel: [
          [0, 0],
          [breed, rand(breed)],
          [breed, achterkant],
          [0, achterkant],
        ],
        hoofdgebouw: huis,
        oorspronkelijkHoofdgebouw: onbekend ? null : k.oorspronkelijk === 'kleiner' && heelBlok ? kleiner : huis,
        ...(onbekend ? { oorspronkelijkHoofdgebouwMinimaal: kleiner } : {}),
        bestaandeBijbehorendeBouwwerken: k.schuren.map(inTuin),
        openbaarToegankelijkGebied: straten,
        achterpaden: k.achter === 'pad' ? [blok(-20, achterkant, 40, achterkant + 1.5)] : [],
        adresStraat: 0,
        hoogteHoofdgebouw: 8,
        hoogteVloerTweedeBouwlaag: k.verdieping ? 2.9 : null,
        hoofdgebouwType: k.type,
      },
      feiten: {
        monument: 'geen',
        beschermdGezicht: false,
        welstandsvrij: k.welstandsvrij,
        uitgeslotenVeiligheidszone: false,
        binnenBebouwdeKom: k.binnenBebouwdeKom,
        illegaalHoofdgebouw: false,
      },
      plan: {
        ring: inTuin({ ...k.plan, y: k.plan.aanHuis ? 0 : k.plan.y }),
        hoogte: k.dak.nokhoogte ?? k.hoogte,
        dak: k.dak,
        bouwlagen: k.bouwlagen,
        verblijfsgebiedOpVerdieping: k.verblijfsgebiedOpVerdieping,
        buitenruimteBovenGrond: k.buitenruimteBovenGrond,
        functioneelOndergeschikt: k.functioneelOndergeschikt,
        mantelzorg: k.mantelzorg,
        verplaatsbaar: k.verplaatsbaar,
        scheidingswandOp4m: k.scheidingswandOp4m,
        opDeGrond: k.opDeGrond,
        soortWerk: k.soortWerk,
      },
    };
  })
  .map((een) => verplaats(een, { graden: 0, dx: 152_000, dy: 508_000, spiegel: false }));

export interface Beweging {
  graden: number;
  dx: number;
  dy: number;
  spiegel: boolean;
}

export const beweging: fc.Arbitrary<Beweging> = fc.record({
  graden: fc.integer({ min: 0, max: 359 }),
  dx: fc.integer({ min: -20_000, max: 20_000 }),
  dy: fc.integer({ min: -20_000, max: 20_000 }),
  spiegel: fc.boolean(),
});

/** Does something with every ring of an example. */
export function metRingen({ situatie, feiten, plan }: Voorbeeld, doe: (ring: Ring) => Ring): Voorbeeld {
  const { oorspronkelijkHoofdgebouwMinimaal: minimaal, oorspronkelijkHoofdgebouw: eerst } = situatie;
  return {
    feiten,
    plan: { ...plan, ring: doe(plan.ring) },
    situatie: {
      ...situatie,
      perceel: doe(situatie.perceel),
      hoofdgebouw: situatie.hoofdgebouw && doe(situatie.hoofdgebouw),
      oorspronkelijkHoofdgebouw: eerst && doe(eerst),
      ...(minimaal ? { oorspronkelijkHoofdgebouwMinimaal: doe(minimaal) } : {}),
      bestaandeBijbehorendeBouwwerken: situatie.bestaandeBijbehorendeBouwwerken.map(doe),
      openbaarToegankelijkGebied: situatie.openbaarToegankelijkGebied?.map(doe) ?? null,
      achterpaden: situatie.achterpaden.map(doe),
    },
  };
}

/** Turns an example around its own plot and moves it, or mirrors it as well; coordinates stay whole millimetres. */
export function verplaats(een: Voorbeeld, { graden, dx, dy, spiegel }: Beweging): Voorbeeld {
  const [hx, hy] = een.situatie.perceel[0]!;
  const [cos, sin] = [Math.cos((graden * Math.PI) / 180), Math.sin((graden * Math.PI) / 180)];
  return metRingen(een, (ring) => {
    const gedraaid = ring.map(([x, y]) => {
      const [a, b] = [(x - hx) * (spiegel ? -1 : 1), y - hy];
      return [opMillimeter(hx + dx + a * cos - b * sin), opMillimeter(hy + dy + a * sin + b * cos)] as const;
    });
    return spiegel ? gedraaid.reverse() : gedraaid;
  });
}
