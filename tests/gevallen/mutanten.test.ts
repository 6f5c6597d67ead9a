import { expect, test } from 'vitest';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { feitenIn, gevallenBestanden, kloptMet, kortOordeel } from './activiteiten.ts';
import { mutantenVan, verschil } from './mutanten.ts';

/** Draws before a mutant counts as the same rule in other words. */
const trekkingen = 600;

test('a change of any limit, article or condition makes a geval fail', () => {
  const gehad = new Set<string>();
  const levend: string[] = [];
  const telling = { gedood: 0, gelijk: 0 };
  for (const bestand of gevallenBestanden) {
    const activiteit = activiteitenOpId[bestand.werkzaamheid]!;
    for (const mutant of mutantenVan(activiteit, gehad)) {
      const gedood = bestand.gevallen.some(
        (geval) =>
          !kloptMet(geval, kortOordeel(mutant.activiteit, feitenIn(bestand, geval), mutant.vraag), mutant.vraag),
      );
      if (gedood) telling.gedood += 1;
      else {
        const feiten = verschil(
          activiteit,
          mutant,
          (een, welke, vraag) => JSON.stringify(kortOordeel(een, welke, vraag)),
          trekkingen,
        );
        if (feiten) levend.push(`${bestand.werkzaamheid} ${mutant.naam}: ${JSON.stringify(feiten)}`);
        else telling.gelijk += 1;
      }
    }
  }
  expect(levend).toEqual([]);
  expect(telling.gedood).toBeGreaterThan(1_500);
  expect(telling.gelijk / telling.gedood).toBeLessThan(0.05);
});
