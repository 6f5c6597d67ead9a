import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { besluitOnderwerp, besluitSoort } from '../../server/besluiten/contract.ts';
import { addDagen, addMaanden, type Datum, dagenTot, parseDatum } from '../../server/termijnen/datum.ts';
import { computeBeslistermijnRegulier, computeTermijn, TERMIJNEN } from '../../server/termijnen/domain.ts';
import { findVrijeDag } from '../../server/termijnen/feestdagen.ts';
import { besluitenLeveringen, maakZaken, readZaken, titelVan, type Zaak } from './besluiten.ts';
import { maakVerloop, type Stap, type Verloop } from './besluiten-verloop.ts';
import { countCijfers } from './cijfers.ts';
import { Prng } from './prng.ts';
import { makeTown, type Town } from './town.ts';

const { verlopen, zaken: soorten } = readZaken();

/** What the law says of the days of one zaak. */
function checkDagen(stappen: readonly Stap[], verloop: Verloop): void {
  const find = (soort: Stap['soort']) => stappen.find((stap) => stap.soort === soort);
  stappen.forEach((stap, i) => {
    // Published on a working day, never before it was sent or laid open, and in the order of the chain.
    expect(findVrijeDag(stap.gepubliceerd), stap.gepubliceerd).toBeNull();
    if (stap.verzonden) {
      expect(findVrijeDag(stap.verzonden)).toBeNull();
      expect(stap.verzonden <= stap.gepubliceerd).toBe(true);
    }
    if (stap.ontvangen) expect(stap.ontvangen <= stap.gepubliceerd).toBe(true);
    if (stap.ontvangen && stap.verzonden) expect(stap.ontvangen < stap.verzonden).toBe(true);
    if (i > 0) expect((stappen[i - 1] as Stap).gepubliceerd <= stap.gepubliceerd).toBe(true);
  });

  if (verloop === 'regulier') {
    const aanvraag = stappen[0] as Stap;
    expect(aanvraag.soort).toBe('aanvraag');
    const ontvangst = aanvraag.ontvangen as Datum;
    const verlengd = find('verlengd');
    const termijn = computeBeslistermijnRegulier({ ontvangst, verlengingWeken: verlengd ? 6 : undefined });
    if (verlengd) {
      const eerste = computeTermijn(TERMIJNEN.beslistermijnRegulier, ontvangst).laatsteDag;
      expect((verlengd.verzonden as Datum) <= eerste).toBe(true);
      expect(verlengd.gepubliceerd <= eerste, 'the extension is published within the first term').toBe(true);
    }
    const besluit = stappen[verlengd ? 2 : 1];
    if (besluit) {
      const verzonden = besluit.verzonden as Datum;
      expect(verzonden <= termijn.beslissen.laatsteDag, `${ontvangst} ${verzonden}`).toBe(true);
      expect(besluit.inWerking !== null).toBe(besluit.soort === 'verleend');
      if (besluit.inWerking) expect([1, 28]).toContain(dagenTot(besluit.inWerking, verzonden));
      const bezwaar = stappen.find(({ kop }) => kop.startsWith('Beslissing op bezwaar'));
      if (bezwaar) {
        expect(['verleend', 'geweigerd']).toContain(besluit.soort);
        const einde = computeTermijn(TERMIJNEN.bezwaar, verzonden).laatsteDag;
        const uiterlijk = computeTermijn(TERMIJNEN.beslissingOpBezwaarAdviescommissie, einde).laatsteDag;
        expect((bezwaar.verzonden as Datum) > einde).toBe(true);
        expect((bezwaar.verzonden as Datum) <= uiterlijk).toBe(true);
      }
    }
  }
  if (verloop === 'uitgebreid') {
    const [ontwerp, definitief] = [find('ontwerp'), find('definitief')];
    if (ontwerp && definitief) {
      const einde = computeTermijn(TERMIJNEN.zienswijzen, ontwerp.terInzage as Datum).laatsteDag;
      expect((definitief.verzonden as Datum) > einde).toBe(true);
      expect((definitief.verzonden as Datum) <= addMaanden(definitief.ontvangen as Datum, 6)).toBe(true);
      expect(dagenTot(definitief.inWerking as Datum, definitief.terInzage as Datum)).toBe(1);
    }
    expect(stappen.every(({ procedure }) => procedure === 'uitgebreid')).toBe(true);
  }
  if (verloop === 'plan') {
    const [ontwerp, plan] = [find('plan-ontwerp'), find('plan-vastgesteld')];
    if (ontwerp && plan) {
      const einde = computeTermijn(TERMIJNEN.zienswijzen, ontwerp.terInzage as Datum).laatsteDag;
      expect((plan.verzonden as Datum) > einde).toBe(true);
      expect(dagenTot(plan.gepubliceerd, plan.verzonden as Datum)).toBeGreaterThanOrEqual(14);
      expect(dagenTot(plan.inWerking as Datum, plan.gepubliceerd)).toBe(28);
    }
  }
  if (verloop.startsWith('apv') || verloop === 'alcohol') {
    const besluit = stappen.find(({ soort }) => soort === 'apv-vergunning' || soort === 'alcohol');
    if (besluit) {
      const termijn = computeTermijn(TERMIJNEN.beslistermijnRegulier, besluit.ontvangen as Datum);
      expect((besluit.verzonden as Datum) <= termijn.laatsteDag).toBe(true);
    }
  }
}

describe('the chain of a zaak follows the law', { timeout: 120_000 }, () => {
  test.each([...new Set(soorten.map(({ verloop }) => verloop))])('%s, on any day and for any chance', (verloop) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), fc.integer(), fc.boolean(), (dag, seed, onomkeerbaar) => {
        const begin = addDagen(parseDatum('2019-12-20') as Datum, dag);
        const vraag = { verloop, begin, vergunning: 'omgevingsvergunning', melding: 'Melding', onomkeerbaar };
        checkDagen(maakVerloop(new Prng(String(seed)), vraag, verlopen), verloop);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the besluiten of a small town', { timeout: 120_000 }, () => {
  const peildatum = parseDatum('2026-05-20') as Datum;
  let town: Town;
  let zaken: Zaak[];
  beforeAll(() => {
    town = makeTown({ inwoners: 5000 });
    zaken = [...maakZaken(town, peildatum)];
  }, 120_000);

  test('all zaken have days that follow the law', () => {
    for (const { soort, stappen } of zaken) checkDagen(stappen, soort.verloop);
  });

  test('about 100 notices per 1,000 inhabitants per year, spread over five years', () => {
    const stappen = zaken.flatMap((zaak) => zaak.stappen);
    const perJaar = countCijfers(town, peildatum).find(({ wat }) => wat.startsWith('besluiten per'));
    expect(perJaar?.hier).toBeGreaterThan(85);
    expect(perJaar?.hier).toBeLessThan(120);
    const begin = addMaanden(peildatum, -60);
    for (const { gepubliceerd } of stappen) {
      expect(gepubliceerd <= peildatum).toBe(true);
      expect(gepubliceerd >= begin).toBe(true);
    }
    for (let jaar = 0; jaar < 5; jaar += 1) {
      const van = addMaanden(begin, 12 * jaar);
      const tot = addMaanden(van, 12);
      const deel = stappen.filter(({ gepubliceerd }) => gepubliceerd >= van && gepubliceerd < tot).length;
      expect(deel / stappen.length).toBeGreaterThan(0.12);
    }
  });

  test('every soort and every onderwerp occurs', () => {
    expect(new Set(zaken.flatMap(({ stappen }) => stappen.map(({ soort }) => soort)))).toEqual(
      new Set(besluitSoort.options),
    );
    expect(new Set(zaken.map(({ soort }) => soort.onderwerp))).toEqual(new Set(besluitOnderwerp.options));
  });

  test('terms of the newest besluiten still run on the peildatum', () => {
    const lopend = zaken.filter(({ stappen }) =>
      stappen.some(
        ({ soort, verzonden }) =>
          soort === 'verleend' && verzonden && computeTermijn(TERMIJNEN.bezwaar, verzonden).laatsteDag >= peildatum,
      ),
    );
    expect(lopend.length).toBeGreaterThan(3);
  });

  test('a chain keeps its number and place, and its title names the place', () => {
    expect(new Set(zaken.map(({ zaaknummer }) => zaaknummer)).size).toBe(zaken.length);
    for (const zaak of zaken) {
      for (const stap of zaak.stappen) {
        const titel = titelVan(zaak, stap);
        expect(titel.endsWith(zaak.plek.naam)).toBe(true);
        expect(titel).not.toMatch(/undefined|null|, ,|\{/);
      }
    }
    expect(zaken.some(({ stappen }) => stappen.length >= 4)).toBe(true);
    expect(new Set(zaken.map(({ plek }) => plek.soort))).toEqual(
      new Set(['punt', 'adres', 'perceel', 'lijn', 'vlak', 'gemeente']),
    );
  });

  test('a dakkapel is never asked for a flat', () => {
    const dakkapellen = zaken.filter(({ soort }) => soort.sleutel === 'dakkapel');
    const appartementen = new Set(
      town.adressen.filter(({ woningtype }) => woningtype === 'appartement').map(({ punt }) => punt.join(' ')),
    );
    for (const { plek } of dakkapellen) {
      expect(appartementen.has(plek.ewkt.replace(/^.*\(|\)$/g, ''))).toBe(false);
    }
  });

  test('the same town and day give the same besluiten; another day gives others', async () => {
    const rows = async (dag: string) => {
      const [levering] = await besluitenLeveringen(town, { voortgang: () => {} }, dag);
      const found: unknown[] = [];
      for await (const row of levering?.tabellen[0]?.rows ?? []) found.push(row);
      return found;
    };
    const een = await rows('2026-05-20');
    expect(await rows('2026-05-20')).toEqual(een);
    expect(await rows('2026-08-20')).not.toEqual(een);
  });

  test('a peildatum that is no day is refused', async () => {
    await expect(besluitenLeveringen(town, { voortgang: () => {} }, '2026-02-30')).rejects.toThrow(/geen peildatum/);
  });
});
