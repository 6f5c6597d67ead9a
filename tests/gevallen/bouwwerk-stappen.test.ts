import { expect, test } from 'vitest';
import gevallen from '../../server/vergunningcheck/activiteiten/bijbehorend-bouwwerk.gevallen.json' with {
  type: 'json',
};
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { plaatsfeiten } from '../../server/vergunningcheck/activiteiten/plaatsfeiten.ts';
import { checkInvoer, type Plaatskennis } from '../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { onbekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import { type Reden, redenen } from '../../server/vergunningcheck/domain/meetkunde/redenen.ts';
import { regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import type { Uitkomst } from '../../server/vergunningcheck/domain/oordeel.ts';
import { maakTrekking, mogelijkeWaarden } from './eigenschappen.ts';

type Ring = [number, number][];
const [x, y] = [146_000, 505_000];
const vak = (x1: number, y1: number, x2: number, y2: number): Ring => [
  [x + x1, y + y1],
  [x + x2, y + y1],
  [x + x2, y + y2],
  [x + x1, y + y2],
];
const gewoon = gevallen.situaties.gewoon as never as Situatie;
const kaart: Situatie = { ...gewoon, nauwkeurigheid: 'kaart' };
const redenenVanPlaats = (Object.keys(redenen) as Reden[]).filter((reden) => !reden.startsWith('plan-'));

/** Kinds of place: sure, from a map, read two ways, and not known at all. */
const situaties: (Situatie | null)[] = [
  gewoon,
  { ...kaart, oorspronkelijkHoofdgebouw: null, hoogteHoofdgebouw: 'onbekend', hoogteVloerTweedeBouwlaag: 'onbekend' },
  { ...kaart, hoofdgebouwType: 'onbekend' },
  { ...kaart, andersGelezen: { ...kaart, perceel: vak(0, 0, 12, 22) } },
  { ...kaart, openbaarToegankelijkGebied: [vak(-20, -6, 40, 0), vak(12, 0, 30, 26)] },
  null,
];
/** Nothing, in the garden, small, large, on a limit, at the house, in front of it, over the border, elsewhere, and what is no outline. */
const tekeningen: (Ring | null)[] = [
  null,
  vak(1, 20, 4, 24),
  vak(0.5, 15, 11.5, 29.5),
  vak(1, 24, 4, 29.02),
  vak(1, 15, 4, 19),
  vak(1, 0.5, 4, 3),
  vak(10, 20, 14, 24),
  vak(500, 500, 503, 504),
  vak(-40_000, -40_000, 40_000, 40_000),
  [...vak(1, 20, 4, 24).slice(0, 2), [x + 1, y + 24], [x + 4, y + 24]],
  [0, 3, 6].map((i) => [x + i, y + 20]),
  [0, 0, 0].map(() => [x, y]),
];

/** A place of which the map knows nothing else: then everything is asked. */
const kennis: Plaatskennis = {
  plaats: { punt: { x, y }, gemeenteCode: 'gm9999', kadastraleAanduiding: null, adres: null },
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

test('every way through a drawn bouwwerk, at every kind of place, ends in an outcome with a next step that leads on', () => {
  const activiteit = activiteitenOpId['bijbehorend-bouwwerk']!;
  const waarden = mogelijkeWaarden(activiteit);
  const trek = maakTrekking(41);
  const uitkomsten = new Set<Uitkomst>();
  const stappen = new Set<string>();
  const codes = new Set<string>();
  const fouten: string[] = [];
  const gewandeld = [
    { situatie: kaart, hier: tekeningen, keren: 2 },
    ...situaties.map((situatie) => ({ situatie, hier: tekeningen.slice(1, 5), keren: 2 })),
    // for each reason why nothing can be computed
    ...redenenVanPlaats.map((reden) => ({
      situatie: { ...kaart, beletselen: [reden] },
      hier: tekeningen.slice(0, 2),
      keren: 1,
    })),
  ];
  for (const [s, { situatie, hier, keren }] of gewandeld.entries()) {
    const omgeving = {
      vandaag: '2026-11-27',
      kennis,
      werkzaamheden: new Map([[activiteit.id, { activiteit }]]),
      tarieven: null,
      meetkunde: { situatie, regels: regelsVoor('gm9999', '2026-11-27')! },
    };
    for (const [t, ring] of hier.entries()) {
      const eigen: Record<string, unknown> = {};
      const vanPlaats: Record<string, unknown> = {};
      // once with the answers of an ordinary shed, then as it comes
      for (let keer = 0, stap = 0; keer < keren; stap += 1) {
        const { volgendeVragen, oordeel } = beoordeel(
          checkInvoer.parse({
            x,
            y,
            onderdelen: [{ sleutel: 'a', werkzaamheid: activiteit.id, ring, antwoorden: eigen }],
            plaatsAntwoorden: vanPlaats,
          }),
          omgeving,
        );
        const waar = `situatie ${s}, tekening ${t}, ${JSON.stringify({ ...vanPlaats, ...eigen })}`;
        const { delen, kleinsteWijzigingen, meting } = oordeel.onderdelen[0]!;
        const { nietTeBerekenen, ...oppervlakten } = meting!;
        if (
          Object.values(oppervlakten).includes(null) !==
          /(Teken|Probeer|Beantwoord|Stuur|Kijk) .*\.$/.test(nietTeBerekenen ?? '')
        ) {
          fouten.push(`${waar}: oppervlakten ${JSON.stringify(meting)}`);
        }
        const redenVanR = delen.find(({ vraag }) => vraag === 'R')!.uitleg;
        if (situatie === null && redenVanR.includes('op de kaart staat')) fouten.push(`${waar}: ${redenVanR}`);
        for (const { code, tekst, volgendeStap } of oordeel.meldingen) {
          codes.add(code);
          if (!tekst || !volgendeStap.tekst || !volgendeStap.wie) fouten.push(`${waar}: melding ${code} zonder stap`);
        }
        for (const { vraag, uitkomst, uitleg, artikel, volgendeStap } of delen) {
          uitkomsten.add(uitkomst);
          stappen.add(volgendeStap.soort);
          const { soort, doel } = volgendeStap;
          if (!volgendeStap.tekst || !volgendeStap.wie || !uitleg || !artikel) fouten.push(`${waar}: ${vraag} is leeg`);
          const leidtVerder =
            soort === 'beantwoord'
              ? volgendeVragen.length > 0 || doel === 'tekening'
              : soort !== 'pas-aan' || kleinsteWijzigingen.length > 0;
          if (!leidtVerder) fouten.push(`${waar}: ${vraag} loopt dood op ${soort}`);
          if (uitkomst === 'ONBEKEND' && !['beantwoord', 'meet-na', 'vraag-gemeente'].includes(soort)) {
            fouten.push(`${waar}: ${vraag} is onbekend en zegt ${soort}`);
          }
        }
        const [vraag] = volgendeVragen;
        if (!vraag) {
          keer += 1;
          stap = 0;
          for (const antwoorden of [eigen, vanPlaats])
            for (const sleutel of Object.keys(antwoorden)) delete antwoorden[sleutel];
          continue;
        }
        expect(stap, waar).toBeLessThan(60);
        const keuzes = waarden.get(vraag.sleutel) ?? [1];
        const basis = (gevallen.basis as Record<string, unknown>)[vraag.sleutel] ?? keuzes[0];
        const antwoord = keer === 0 ? basis : trek(6) === 0 ? null : keuzes[trek(keuzes.length)];
        Object.assign(vraag.onderdeel === null ? vanPlaats : eigen, { [vraag.sleutel]: antwoord });
      }
    }
  }
  expect(fouten).toEqual([]);
  // a walk that misses a kind of end proves nothing of it
  expect(uitkomsten).toEqual(new Set(['VRIJ', 'VRIJ_PLANTOETS', 'MELDING', 'VERGUNNING', 'VERBOD', 'ONBEKEND']));
  expect([...stappen].sort()).toEqual([
    'beantwoord',
    'indienen',
    'meet-na',
    'melden',
    'niets',
    'pas-aan',
    'vraag-gemeente',
  ]);
  for (const reden of redenenVanPlaats) expect(codes).toContain(reden);
  for (const code of [
    'plan-kruist-zichzelf',
    'plan-zonder-oppervlakte',
    'plan-te-weinig-punten',
    'buiten-perceel',
    'bron-faalt',
  ]) {
    expect(codes).toContain(code);
  }
});
