import { describe, expect, test } from 'vitest';
import { uitkomstenVan, werkUit } from '../../scripts/geval/werkzaamheid.ts';
import { activiteiten, activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { gevallenBestanden } from './activiteiten.ts';

test('every activiteit has its gevallen, and every file of gevallen its activiteit', () => {
  expect(gevallenBestanden.map(({ werkzaamheid }) => werkzaamheid).sort()).toEqual(
    activiteiten.map(({ id }) => id).sort(),
  );
});

describe.each(gevallenBestanden.map((bestand) => [bestand.werkzaamheid, bestand] as const))('%s', (id, bestand) => {
  const activiteit = activiteitenOpId[id]!;

  test.each(bestand.gevallen.map((geval) => [geval.id, geval] as const))('%s', (_, geval) => {
    const uitslag = werkUit(activiteit, bestand, geval);
    expect(uitkomstenVan(uitslag), geval.toelichting).toEqual(geval.verwacht);
    for (const [vraag, artikel] of Object.entries(geval.artikel ?? {})) {
      expect(uitslag.oordeel.delen.find((deel) => deel.vraag === vraag)?.artikel, geval.toelichting).toBe(artikel);
    }
  });
});
