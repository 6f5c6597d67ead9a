import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Karakter, makeTown, type Punt, type Vlak } from './town.ts';

/** The whole town is checked with `MODELGEMEENTE_INWONERS=100000 npx vitest run scripts/modelgemeente`. */
const inwoners = Number(process.env.MODELGEMEENTE_INWONERS ?? 5000);
const town = makeTown({ inwoners });

/** A change of the generator changes this on purpose; another machine may not. */
const knownHash = '3e12f972b8ec2774e73847b3db50cf3b6640fdc36244451b422d0773d6ce164f';

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the Modelgemeente', { timeout: 120_000 }, () => {
  it('is the same every time and everywhere', () => {
    const small = inwoners === 5000 ? town : makeTown({ inwoners: 5000 });
    const hash = hashOf(small);
    expect(hashOf(makeTown({ inwoners: 5000 }))).toBe(hash);
    expect(hash).toBe(knownHash);
  });

  it('is another town with another seed, and another gemeente with another number', () => {
    expect(makeTown({ inwoners: 5000, seed: 2 }).adressen[100]).not.toEqual(town.adressen[100]);
    const other = makeTown({ inwoners: 5000, volgnummer: 1 });
    expect(other.code).toBe('gm9998');
    expect(other.percelen[0]?.identificatie).not.toBe(town.percelen[0]?.identificatie);
  });

  it('holds as much as it should, within 2%', () => {
    expect(town.inwoners).toBe(inwoners);
    expect(Math.abs(town.adressen.length / inwoners / 0.45 - 1)).toBeLessThan(0.02);
    expect(Math.abs(town.percelen.length / inwoners / 0.47 - 1)).toBeLessThan(0.02);
    expect(town.buurten.reduce((sum, buurt) => sum + buurt.inwoners, 0)).toBe(inwoners);
    expect(town.wijken.reduce((sum, wijk) => sum + wijk.inwoners, 0)).toBe(inwoners);
  });

  it('has every kind of place', () => {
    const karakters: Karakter[] = [
      'centrum',
      'vooroorlogs',
      'strokenbouw',
      'hoogbouw',
      'bloemkool',
      'vinex',
      'villawijk',
      'bedrijventerrein',
      'haven',
      'station',
      'park',
      'sportpark',
      'ziekenhuis',
      'begraafplaats',
      'volkstuinen',
      'recreatiepark',
      'dorp',
      'buitengebied',
    ];
    expect(new Set(town.buurten.map((buurt) => buurt.karakter))).toEqual(new Set(karakters));
    const landmarks = new Set(town.herkenningspunten.map((punt) => punt.soort));
    for (const soort of [
      'station',
      'haven',
      'markt',
      'kerk',
      'gemeentehuis',
      'ziekenhuis',
      'school',
      'boerderij',
      'molen',
      'winkelcentrum',
      'tankstation',
    ] as const) {
      expect(landmarks).toContain(soort);
    }
    const types = new Set(town.adressen.map((adres) => adres.woningtype));
    for (const type of ['tussenwoning', 'hoekwoning', 'twee-onder-een-kap', 'vrijstaand', 'appartement'] as const) {
      expect(types).toContain(type);
    }
    const aard = new Set(town.panden.map((pand) => pand.aard));
    for (const soort of ['schuur', 'garage', 'garagebox', 'bedrijfshal', 'boerderij', 'recreatiewoning'])
      expect(aard).toContain(soort);
  });

  it('has percelen of every kind: without a building, and a house on two of them', () => {
    const built = new Set(town.panden.flatMap((pand) => pand.percelen));
    expect(
      town.percelen.some((perceel) => perceel.eigenaar === 'particulier' && !built.has(perceel.identificatie)),
    ).toBe(true);
    expect(town.panden.some((pand) => pand.percelen.length === 2)).toBe(true);
  });

  it('is tiled by percelen, without gap or overlap', () => {
    expectTiling(
      town.percelen.map((perceel) => perceel.vlak),
      town.grens,
    );
  });

  it('is tiled at ground level by the surfaces of the BGT and the panden', () => {
    const surfaces = town.bgt.flatMap((object) => (object.vlak && object.hoogteligging === 0 ? [object.vlak] : []));
    expectTiling([...surfaces, ...town.panden.map((pand) => pand.vlak)], town.grens);
  });

  it('is tiled by zones, buurten and wijken', () => {
    for (const areas of [town.zones, town.buurten, town.wijken]) {
      expectTiling(
        areas.flatMap((area) => area.vlak),
        town.grens,
      );
    }
  });

  it('has every adres in its pand, under a name that occurs once', () => {
    const panden = new Map(town.panden.map((pand) => [pand.identificatie, pand]));
    const percelen = new Set(town.percelen.map((perceel) => perceel.identificatie));
    const seen = new Set<string>();
    for (const adres of town.adressen) {
      const pand = panden.get(adres.pandIdentificatie);
      expect(pand && contains(pand.vlak, adres.punt), `${adres.straat} ${adres.huisnummer}`).toBe(true);
      expect(percelen.has(adres.perceelIdentificatie)).toBe(true);
      expect(adres.postcode).toMatch(/^[1-9]\d{3}[A-Z]{2}$/);
      expect(adres.oppervlakte).toBeGreaterThan(5);
      seen.add(`${adres.woonplaats} ${adres.straat} ${adres.huisnummer}${adres.huisletter}`);
    }
    expect(seen.size).toBe(town.adressen.length);
    expect(new Set(town.percelen.map((perceel) => perceel.aanduiding)).size).toBe(town.percelen.length);
  });
});

/**
 * Surfaces tile an area when each edge is shared by exactly two of them, in opposite directions, save for
 * the edges of the border; and when their areas add up to that of the border.
 */
function expectTiling(vlakken: readonly Vlak[], grens: Vlak): void {
  const edges = new Set<string>();
  let doubled = 0;
  let total = 0;
  for (const vlak of vlakken) {
    const area = vlak.reduce((sum, ring) => sum + areaOf(ring), 0);
    if (area <= 0) throw new Error(`A surface is empty or inside out at ${vlak[0]?.[0]}`);
    total += area;
    for (const ring of vlak) {
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const [from, to] = [String(ring[i]), String(ring[i + 1])];
        if (edges.has(`${from} ${to}`)) doubled += 1;
        if (!edges.delete(`${to} ${from}`)) edges.add(`${from} ${to}`);
      }
    }
  }
  expect(doubled).toBe(0);
  const outside = grens.reduce((sum, ring) => sum + areaOf(ring), 0);
  expect(Math.abs(total - outside)).toBeLessThan(vlakken.length * 1e-5 + 0.5);
  const left = [...edges].filter((edge) => !onBorder(edge, grens));
  expect(left).toEqual([]);
}

/** Whether both ends of an edge lie on the border, within the 2 mm to which vertices are fixed. */
function onBorder(edge: string, grens: Vlak): boolean {
  return edge.split(' ').every((text) => {
    const [x, y] = text.split(',').map(Number) as [number, number];
    return grens.some((ring) =>
      ring.some((from, i) => {
        const to = ring[i + 1];
        if (!to) return false;
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        const t = Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
        return Math.abs(x - from[0] - t * dx) < 0.003 && Math.abs(y - from[1] - t * dy) < 0.003;
      }),
    );
  });
}

function areaOf(ring: readonly Punt[]): number {
  const [x0, y0] = ring[0] as Punt;
  let sum = 0;
  for (let i = 1; i + 2 < ring.length; i += 1) {
    const [ax, ay] = ring[i] as Punt;
    const [bx, by] = ring[i + 1] as Punt;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

function contains(vlak: Vlak, [x, y]: Punt): boolean {
  let inside = false;
  for (const ring of vlak) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [ax, ay] = ring[i] as Punt;
      const [bx, by] = ring[i + 1] as Punt;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}
