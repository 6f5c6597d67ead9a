import { describe, expect, test } from 'vitest';
import { type Feiten, gevallenBestand, uitkomstenVan, werkUit } from '../../scripts/geval/werkzaamheid.ts';
import { activiteiten, activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { plaatsfeiten } from '../../server/vergunningcheck/activiteiten/plaatsfeiten.ts';
import { checkInvoer, type Plaatskennis } from '../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { metWijziging } from '../../server/vergunningcheck/domain/bouwwerk/voorstel.ts';
import { onbekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import { isVrijer, type Voorstel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { type Activiteit, feitenVan, toetsenVan } from '../../server/vergunningcheck/domain/regel.ts';
import { opStap, stapVan } from '../../server/vergunningcheck/domain/woorden.ts';
import { gevallenBestanden } from './activiteiten.ts';
import { maakTrekking, mogelijkeWaarden, trekFeiten } from './eigenschappen.ts';

const gewoon = activiteiten.filter(({ meetkunde }) => meetkunde === null);
const leeg = { basis: {} };
const los = (activiteit: Activiteit, feiten: Feiten) => werkUit(activiteit, leeg, { feiten });

describe('each activiteit', () => {
  test.each(activiteiten.map((een) => [een.id, een] as const))(
    '%s asks only what it explains, and says once what it tests',
    (_, activiteit) => {
      const bekend = new Set(activiteit.feiten.map(({ sleutel }) => sleutel));
      expect(bekend.size).toBe(activiteit.feiten.length);
      for (const deel of activiteit.delen) {
        const opId = new Map<string, string>();
        for (const toets of deel.takken.flatMap(({ als }) => toetsenVan(als))) {
          for (const feit of feitenVan(toets)) expect(bekend, `${toets.id} ziet ${feit}`).toContain(feit);
          expect(opId.get(toets.id) ?? JSON.stringify(toets), toets.id).toBe(JSON.stringify(toets));
          opId.set(toets.id, JSON.stringify(toets));
          if (toets.soort === 'grens' || !toets.keuze)
            expect([toets.omschrijving, toets.artikel], toets.id).not.toContain('');
        }
        for (const { artikel, uitleg } of [...deel.takken, deel.anders]) expect([artikel, uitleg]).not.toContain('');
      }
      for (const { vraag, soort, opties } of activiteit.feiten) {
        expect(vraag).toMatch(/\?$/);
        expect(vraag.length, vraag).toBeLessThan(140);
        if (soort === 'keuze') expect(opties.length, vraag).toBeGreaterThan(1);
      }
      expect(activiteit.zoekwoorden.length).toBeGreaterThan(3);
    },
  );
});

describe('what is not known', () => {
  test.each(gewoon.map((een) => [een.id, een] as const))(
    '%s: an answer holds whatever the missing facts turn out to be',
    (_, activiteit) => {
      const waarden = mogelijkeWaarden(activiteit);
      const trek = maakTrekking(5);
      for (let i = 0; i < 60; i += 1) {
        const feiten = trekFeiten(waarden, trek, 3);
        const { oordeel } = los(activiteit, feiten);
        for (let j = 0; j < 4; j += 1) {
          const aanvulling = trekFeiten(waarden, trek, 0);
          const compleet = Object.fromEntries(
            Object.entries(feiten).map(([sleutel, waarde]) => [sleutel, waarde ?? aanvulling[sleutel] ?? null]),
          );
          const straks = uitkomstenVan(los(activiteit, compleet));
          for (const { vraag, uitkomst, ontbreekt } of oordeel.delen) {
            if (uitkomst !== 'ONBEKEND') expect(straks[vraag], JSON.stringify(feiten)).toBe(uitkomst);
            else expect(ontbreekt.length).toBeGreaterThan(0);
          }
        }
      }
    },
  );
});

/** A voorstel with one of its changes a step short. */
const tekort = ({ van, naar, eenheid }: Pick<Voorstel['wijzigingen'][number], 'van' | 'naar' | 'eenheid'>): number =>
  opStap(naar + Math.sign(van - naar) * stapVan[eenheid], stapVan[eenheid]);

describe('the smallest change', () => {
  test.each(gewoon.map((een) => [een.id, een] as const))('%s: does it, and a step less does not', (_, activiteit) => {
    const waarden = mogelijkeWaarden(activiteit);
    const trek = maakTrekking(11);
    for (let i = 0; i < 60; i += 1) {
      const feiten = trekFeiten(waarden, trek, 8);
      for (const { vraag, naar, wijzigingen, mits } of los(activiteit, feiten).oordeel.kleinsteWijzigingen) {
        if (mits.length > 0) continue;
        const met = (anders: Feiten) => uitkomstenVan(los(activiteit, { ...feiten, ...anders }))[vraag]!;
        const alle = Object.fromEntries(wijzigingen.map((een) => [een.feit, een.naar]));
        expect(met(alle), JSON.stringify([feiten, alle])).toBe(naar);
        for (const wijziging of wijzigingen) {
          const minder = met({ ...alle, [wijziging.feit]: tekort(wijziging) });
          expect(minder === naar || isVrijer(minder, naar), `${JSON.stringify(feiten)} ${wijziging.tekst}`).toBe(false);
        }
      }
    }
  });

  test('of a drawn bouwwerk does it as well, and a step less does not', () => {
    let gezien = 0;
    for (const bestand of gevallenBestanden) {
      const activiteit = activiteitenOpId[bestand.werkzaamheid]!;
      if (!activiteit.meetkunde) continue;
      for (const geval of bestand.gevallen) {
        const ring = geval.ring === undefined ? bestand.ring : geval.ring;
        if (!ring) continue;
        const uit = (plan: ReturnType<typeof metWijziging>) =>
          uitkomstenVan(
            werkUit(activiteit, bestand, {
              ...geval,
              ring: plan.ring.map(([x, y]): [number, number] => [x, y]),
              feiten: {
                ...geval.feiten,
                hoogte: plan.hoogte as number,
                ...Object.fromEntries(
                  Object.entries(plan.dak).map(([sleutel, waarde]) => [`dak.${sleutel}`, waarde as never]),
                ),
              },
            }),
          );
        const gegeven = { ...bestand.basis, ...geval.feiten };
        const plan = {
          ring,
          hoogte: gegeven.hoogte,
          dak: Object.fromEntries(
            ['vorm', 'goothoogte', 'nokhoogte', 'helling', 'nokAfstandTotPerceelgrens'].map((sleutel) => [
              sleutel,
              gegeven[`dak.${sleutel}`] ?? null,
            ]),
          ),
        } as never as Parameters<typeof metWijziging>[0];
        for (const { vraag, naar, wijzigingen, mits } of werkUit(activiteit, bestand, geval).oordeel
          .kleinsteWijzigingen) {
          if (mits.length > 0) continue;
          gezien += 1;
          const alle = wijzigingen as never as Parameters<typeof metWijziging>[1][];
          expect(
            uit(alle.reduce(metWijziging, plan))[vraag],
            `${geval.id}: ${wijzigingen.map(({ tekst }) => tekst)}`,
          ).toBe(naar);
          for (const [nr, wijziging] of alle.entries()) {
            if (wijziging.feit === 'ring') continue;
            const minder = alle.map((een, i) => (i === nr ? { ...een, naar: tekort(wijziging) } : een));
            const straks = uit(minder.reduce(metWijziging, plan))[vraag]!;
            expect(straks === naar || isVrijer(straks, naar), `${geval.id}: ${wijziging.tekst}`).toBe(false);
          }
        }
      }
    }
    expect(gezien).toBeGreaterThan(15);
  });
});

describe('a walk through the questions', () => {
  /** A place of which the map knows nothing: then everything is asked. */
  const kennis: Plaatskennis = {
    plaats: { punt: { x: 146_000, y: 505_000 }, gemeenteCode: 'gm9999', kadastraleAanduiding: null, adres: null },
    gemeenteNaam: 'Modelgemeente',
    feiten: Object.values(plaatsfeiten)
      .filter(({ van }) => van === 'kaart')
      .map((definitie) => onbekendFeit(definitie, 'geen-gegevens', null)),
    normen: {},
    kaart: { themas: {}, gebieden: [], lagen: {} },
    regelVersies: {},
    bevoegdGezag: 'burgemeester en wethouders van Modelgemeente',
    waterschap: 'het waterschap',
  };

  test.each(gewoon.map((een) => [een.id, een] as const))('%s never ends without a next step', (id, activiteit) => {
    const waarden = mogelijkeWaarden(activiteit);
    const trek = maakTrekking(23);
    const omgeving = {
      vandaag: '2026-11-27',
      kennis,
      werkzaamheden: new Map([[id, { activiteit }]]),
      tarieven: null,
      meetkunde: null,
    };
    const invoerVan = (antwoorden: object, plaatsAntwoorden: object) =>
      checkInvoer.parse({
        x: 146_000,
        y: 505_000,
        onderdelen: [{ sleutel: 'a', werkzaamheid: id, antwoorden }],
        plaatsAntwoorden,
      });
    for (let i = 0; i < 12; i += 1) {
      const eigen: Feiten = {};
      const vanPlaats: Feiten = {};
      for (let stap = 0; ; stap += 1) {
        const { volgendeVragen, beantwoord, oordeel } = beoordeel(invoerVan(eigen, vanPlaats), omgeving);
        for (const { uitkomst, volgendeStap, uitleg, artikel } of oordeel.onderdelen[0]!.delen) {
          expect([volgendeStap.tekst, volgendeStap.wie, uitleg, artikel], uitkomst).not.toContain('');
          if (uitkomst === 'ONBEKEND' && volgendeVragen.length === 0) expect(volgendeStap.soort).toBe('vraag-gemeente');
        }
        expect(oordeel.acties.length).toBeGreaterThan(0);
        const [vraag] = volgendeVragen;
        if (!vraag) break;
        expect(stap, 'it ends').toBeLessThan(40);
        expect(beantwoord.map(({ sleutel }) => sleutel)).not.toContain(vraag.sleutel);
        const keuzes = waarden.get(vraag.sleutel) ?? [1];
        const antwoord = trek(6) === 0 ? null : keuzes[trek(keuzes.length)]!;
        Object.assign(vraag.onderdeel === null ? vanPlaats : eigen, { [vraag.sleutel]: antwoord });
      }
    }
  });

  test('an answer that is changed leaves no wrong question behind', () => {
    const activiteit = activiteitenOpId['dakkapel-achter']!;
    const omgeving = {
      vandaag: '2026-11-27',
      kennis,
      werkzaamheden: new Map([['dakkapel-achter', { activiteit }]]),
      tarieven: null,
      meetkunde: null,
    };
    const vraag = (antwoorden: object) =>
      beoordeel(
        checkInvoer.parse({
          x: 146_000,
          y: 505_000,
          onderdelen: [{ sleutel: 'a', werkzaamheid: 'dakkapel-achter', antwoorden }],
          plaatsAntwoorden: { monument: 'geen', gezicht: 'geen' },
        }),
        omgeving,
      );
    const zij = vraag({ dakvlak: 'zij' });
    expect(zij.volgendeVragen.map(({ sleutel }) => sleutel)).toContain('naarOpenbaarGebied');
    const achter = vraag({ dakvlak: 'achter', naarOpenbaarGebied: true });
    expect(achter.volgendeVragen.map(({ sleutel }) => sleutel)).not.toContain('naarOpenbaarGebied');
    expect(achter.oordeel.onderdelen[0]!.delen[1]!.toetsen.map(({ id }) => id)).not.toContain('niet-naar-openbaar');
  });
});

test('the form of gevallen refuses what nobody would judge', () => {
  const goed = gevallenBestanden[0]!;
  expect(gevallenBestand.safeParse({ ...goed, werkzaamheid: 'tijdreizen' }).success).toBe(false);
  expect(gevallenBestand.safeParse({ ...goed, gevallen: [] }).success).toBe(false);
});
