import { expect, test } from 'vitest';
import { feitenIn } from '../../scripts/geval/werkzaamheid.ts';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { plaatsfeiten, uitlegfeiten } from '../../server/vergunningcheck/activiteiten/plaatsfeiten.ts';
import { checkInvoer, type Plaatskennis } from '../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { bekendFeit, onbekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import { maakVraag } from '../../server/vergunningcheck/domain/gemeente-vraag.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import type { FeitDefinitie } from '../../server/vergunningcheck/domain/regel.ts';
import { gevallenBestanden } from './activiteiten.ts';

const bron = { naam: 'Proefkaart', peildatum: '2026-11-01' };
const uitleg = new Set(Object.keys(uitlegfeiten));

/** The place of a geval: what it says of the place comes from the map, and what the gemeente must settle is open. */
const kennisVan = (feiten: Record<string, Waarde>): Plaatskennis => ({
  plaats: { punt: { x: 146_000, y: 505_000 }, gemeenteCode: 'gm9999', kadastraleAanduiding: 'MGT01 A 1', adres: null },
  gemeenteNaam: 'Modelgemeente',
  feiten: Object.values<FeitDefinitie>({ ...plaatsfeiten, ...uitlegfeiten })
    .filter(({ van }) => van === 'kaart')
    .map((een) => {
      const waarde = feiten[een.sleutel] ?? null;
      if (waarde !== null) return bekendFeit(een, waarde, 'kaart', null, bron);
      return onbekendFeit(een, uitleg.has(een.sleutel) ? 'niet-vastgelegd' : 'geen-gegevens', null);
    }),
  normen: {},
  kaart: { themas: {}, gebieden: [], lagen: {} },
  regelVersies: {},
  bevoegdGezag: 'burgemeester en wethouders van Modelgemeente',
  waterschap: 'het waterschap',
});

const ring: [number, number][] = [
  [146_001, 505_001],
  [146_009, 505_001],
  [146_009, 505_008.5],
];

test('what only the gemeente can settle is never VRIJ, and becomes a question to it that holds everything', () => {
  const gezien = new Map<string, number>();
  for (const bestand of gevallenBestanden) {
    const activiteit = activiteitenOpId[bestand.werkzaamheid]!;
    if (activiteit.meetkunde) continue;
    for (const geval of bestand.gevallen) {
      const feiten = Object.fromEntries(
        Object.entries(feitenIn(bestand, geval)).filter(([sleutel]) => !uitleg.has(sleutel)),
      );
      const vanPlaats = new Set(activiteit.feiten.filter((een) => een.vanPlaats).map(({ sleutel }) => sleutel));
      const deel = (plek: boolean) =>
        Object.fromEntries(
          Object.entries(feiten).filter(([sleutel, een]) => een !== null && vanPlaats.has(sleutel) === plek),
        );
      const invoer = checkInvoer.parse({
        x: 146_000,
        y: 505_000,
        onderdelen: [{ sleutel: 'a', werkzaamheid: activiteit.id, antwoorden: deel(false), ring }],
        plaatsAntwoorden: deel(true),
      });
      const { oordeel } = beoordeel(invoer, {
        vandaag: '2026-11-27',
        kennis: kennisVan(feiten),
        werkzaamheden: new Map([[activiteit.id, { activiteit }]]),
        tarieven: null,
        meetkunde: null,
      });
      for (const { ontbreekt, uitkomst, volgendeStap } of oordeel.onderdelen[0]!.delen) {
        if (ontbreekt.length === 0 || !ontbreekt.every((sleutel) => uitleg.has(sleutel))) continue;
        const waar = `${activiteit.id}/${geval.id}`;
        expect(uitkomst, waar).toBe('ONBEKEND');
        expect(volgendeStap, waar).toMatchObject({ soort: 'vraag-gemeente', doel: 'vraag-gemeente' });
        const {
          aan,
          tekst,
          kaart,
          bijlagen,
          ontbreekt: gevraagd,
        } = maakVraag({ oordeel, invoer, json: '/o/1', pdf: '/o/1/pdf' }, 'Alvast bedankt.');
        expect(aan).toBe('burgemeester en wethouders van Modelgemeente');
        expect(kaart).toEqual({ punt: { x: 146_000, y: 505_000 }, ringen: [ring] });
        expect(bijlagen.map(({ adres }) => adres)).toEqual(['/o/1/pdf', '/o/1']);
        for (const sleutel of ontbreekt) {
          gezien.set(sleutel, (gezien.get(sleutel) ?? 0) + 1);
          expect(gevraagd, waar).toContain(sleutel);
          const { naam, vraag } = uitlegfeiten[sleutel as keyof typeof uitlegfeiten];
          expect(tekst, waar).toContain(`- ${vraag}`);
          expect(tekst, waar).toContain(naam);
        }
        for (const feit of oordeel.feiten.filter(({ stand }) => stand === 'bekend')) {
          expect(tekst, waar).toContain(
            `- ${feit.tekst} ${feit.herkomst === 'kaart' ? '(Proefkaart, 1 november 2026)' : '(mijn antwoord)'}`,
          );
        }
        expect(tekst).toContain('x 146009.00 y 505008.50');
        expect(tekst).toContain('Alvast bedankt.');
      }
    }
  }
  expect([...gezien.keys()].sort()).toEqual(
    expect.arrayContaining(['uitlegArcheologie', 'uitlegGezicht', 'uitlegLaadpaal', 'uitlegRijksmonument']),
  );
});
