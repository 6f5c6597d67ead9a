import { describe, expect, test } from 'vitest';
import { Prng } from '../../../scripts/modelgemeente/prng.ts';
import {
  bereikVan,
  MINSTE_AANTAL,
  MINSTE_TWIJFEL,
  type OpenbaarAantal,
  schermAf,
  type Telknoop,
} from './afscherming.ts';

const blad = (aantal: number | null): Telknoop => ({ aantal, verdelingen: [] });
const som = (...verdelingen: Telknoop[][]): Telknoop => ({
  aantal: verdelingen[0]?.reduce((totaal, deel) => totaal + (deel.aantal ?? 0), 0) ?? 0,
  verdelingen,
});
const toon = (wortel: Telknoop) => {
  const getoond = schermAf(wortel);
  return (knoop: Telknoop) => getoond.get(knoop);
};

describe('What the public sees of counts', () => {
  test('is rounded to multiples of five, "< 5" below that, and zero where it is zero', () => {
    const delen = [0, 3, 5, 7, 8, 12, 43].map(blad);
    const getoond = toon(som(delen));
    expect(delen.map(getoond)).toEqual([0, '<5', 5, 5, 10, 10, 45]);
  });

  test('a total that gives away what is hidden takes the next smallest with it', () => {
    // a wijk of 7, shown as at most 7, of which 5 to 7 are in one buurt: two would be left for the other
    const [klein, groot] = [blad(1), blad(6)];
    const wijk = som([klein, groot]);
    const getoond = toon(wijk);
    expect(getoond(klein)).toBe('<5');
    expect([getoond(groot), getoond(wijk)]).toContain('achtergehouden');
  });

  test('four buurten with one each do not follow from a wijk below five', () => {
    const buurten = [1, 1, 1, 1].map(blad);
    const wijk = som(buurten);
    const getoond = toon(wijk);
    expect([...buurten, wijk].filter((knoop) => getoond(knoop) === 'achtergehouden').length).toBeGreaterThan(0);
  });

  test('what is not known stays so, and stands in no sum', () => {
    const [bekend, onbekend] = [blad(2), blad(null)];
    const getoond = toon({ aantal: 9, verdelingen: [[bekend, onbekend]] });
    expect([getoond(bekend), getoond(onbekend)]).toEqual(['<5', null]);
  });
});

/** Every way to fill in the counts of a tree that agrees with what is shown: what an attacker can think of at most. */
function mogelijkheden(wortel: Telknoop, getoond: ReadonlyMap<Telknoop, OpenbaarAantal>): Map<Telknoop, Set<number>> {
  const hoogste = 12;
  const gevonden = new Map<Telknoop, Set<number>>();
  /** For each value that a knoop can have: the values of all knopen in it, for each way. */
  const vul = (knoop: Telknoop): Map<number, Map<Telknoop, number>[]> => {
    const [van, tot] = bereikVan(getoond.get(knoop) ?? null);
    const per = new Map<number, Map<Telknoop, number>[]>();
    for (let waarde = van; waarde <= Math.min(tot, hoogste); waarde += 1) per.set(waarde, [new Map([[knoop, waarde]])]);
    for (const delen of knoop.verdelingen) {
      let rij = new Map<number, Map<Telknoop, number>[]>([[0, [new Map()]]]);
      for (const deel of delen) {
        const volgende = new Map<number, Map<Telknoop, number>[]>();
        const opties = vul(deel);
        for (const [tussen, wegen] of rij) {
          for (const [waarde, eigen] of opties) {
            const totaal = tussen + waarde;
            if (totaal > hoogste) continue;
            const samen = wegen.flatMap((weg) => eigen.map((een) => new Map([...weg, ...een])));
            volgende.set(totaal, [...(volgende.get(totaal) ?? []), ...samen]);
          }
        }
        rij = volgende;
      }
      for (const [waarde, wegen] of [...per]) {
        const samen = wegen.flatMap((weg) => (rij.get(waarde) ?? []).map((een) => new Map([...weg, ...een])));
        if (samen.length > 0) per.set(waarde, samen);
        else per.delete(waarde);
      }
    }
    return per;
  };
  for (const wegen of vul(wortel).values()) {
    for (const weg of wegen) {
      for (const [knoop, waarde] of weg) gevonden.set(knoop, (gevonden.get(knoop) ?? new Set()).add(waarde));
    }
  }
  return gevonden;
}

describe('An attacker who tries every possibility', () => {
  test('is left in doubt about every count of one to four, whatever the counts are', () => {
    const rng = new Prng('aanval');
    let geheim = 0;
    for (let keer = 0; keer < 150; keer += 1) {
      const trek = () => blad(rng.chance(0.3) ? 0 : rng.int(1, 4));
      const buurten = Array.from({ length: 3 }, trek);
      const tweede = som([trek(), trek()]);
      const gemeente = som([som(buurten), tweede]);
      const totaal = gemeente.aantal as number;
      // classes of the same gemeente, which add up to the same
      const eerste = rng.int(0, totaal);
      const wortel = { ...gemeente, verdelingen: [...gemeente.verdelingen, [blad(eerste), blad(totaal - eerste)]] };
      if (totaal > 9) continue;
      const getoond = schermAf(wortel);
      const mogelijk = mogelijkheden(wortel, getoond);
      for (const [knoop, aantal] of getoond) {
        if (!knoop.aantal || knoop.aantal >= MINSTE_AANTAL) continue;
        geheim += 1;
        expect(aantal === '<5' || aantal === 'achtergehouden').toBe(true);
        const doet = mogelijk.get(knoop);
        expect(doet?.has(knoop.aantal)).toBe(true);
        expect(doet?.size, JSON.stringify(wortel)).toBeGreaterThanOrEqual(MINSTE_TWIJFEL);
      }
    }
    expect(geheim).toBeGreaterThan(200);
  });
});
