import { expect, test } from 'vitest';
import { bruidsschat, feitenIn, uitkomstenVan, werkUit } from '../../scripts/geval/werkzaamheid.ts';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import type { Regels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { gevallenBestanden, kloptMet, kortOordeel } from './activiteiten.ts';
import { mutantenVan, verschil } from './mutanten.ts';

/** Draws before a mutant counts as the same rule in other words. */
const trekkingen = 600;

test('a change of any limit, article or condition makes a geval fail', () => {
  const gehad = new Set<string>();
  const levend: string[] = [];
  const telling = { gedood: 0, gelijk: 0 };
  for (const bestand of gevallenBestanden) {
    const activiteit = activiteitenOpId[bestand.werkzaamheid]!;
    if (activiteit.meetkunde) continue;
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
}, 60_000);

/** Less than this changes nothing that can be drawn, or asked. */
const stappen: Record<string, number> = { lijn: 0.05, zone: 0.05, helling: 1, boven: 1, basis: 0.1, hoogstens: 0.1 };

/** Says the same in other words: what is higher than 5 m needs a permit before these are looked at. */
const zelfde = new Set(['hoogteBijHuis 0.01', 'nokhoogte grens 0.01']);

/** Every number in the rules of a drawn bouwwerk, a step up and a step down. */
function veranderdeRegels(): { naam: string; regels: Regels }[] {
  const { oppervlakte, nokhoogte, ...rest } = bruidsschat;
  const schuif = (naam: string, waarde: number, maak: (anders: number) => Regels) => {
    const stap = stappen[naam.split(' ').at(-1) ?? ''] ?? (waarde >= 50 ? 0.1 : 0.01);
    return [stap, -stap].map((verschil) => ({ naam: `${naam} ${verschil}`, regels: maak(waarde + verschil) }));
  };
  return [
    ...Object.entries(rest).flatMap(([naam, regel]) =>
      typeof regel === 'object' && regel !== null && 'grens' in regel
        ? schuif(naam, regel.grens, (grens) => ({ ...bruidsschat, [naam]: { ...regel, grens } }))
        : [],
    ),
    ...(['grens', 'basis', 'maal'] as const).flatMap((veld) =>
      schuif(`nokhoogte ${veld}`, nokhoogte[veld], (waarde) => ({
        ...bruidsschat,
        nokhoogte: { ...nokhoogte, [veld]: waarde },
      })),
    ),
    ...schuif('oppervlakte hoogstens', oppervlakte.hoogstens, (hoogstens) => ({
      ...bruidsschat,
      oppervlakte: { ...oppervlakte, hoogstens },
    })),
    ...oppervlakte.staffel.flatMap((trede, i) =>
      (['boven', 'basis', 'deel'] as const).flatMap((veld) =>
        schuif(`staffel ${i} ${veld}`, trede[veld], (waarde) => ({
          ...bruidsschat,
          oppervlakte: {
            ...oppervlakte,
            staffel: oppervlakte.staffel.map((al, j) => (i === j ? { ...al, [veld]: waarde } : al)),
          },
        })),
      ),
    ),
  ];
}

test('a change of any limit of a drawn bouwwerk makes a geval fail', () => {
  const bestanden = gevallenBestanden.filter(({ werkzaamheid }) => activiteitenOpId[werkzaamheid]?.meetkunde);
  const levend = veranderdeRegels().filter(
    ({ naam, regels }) =>
      !zelfde.has(naam) &&
      !bestanden.some((bestand) =>
        bestand.gevallen.some((geval) => {
          const gevonden = uitkomstenVan(werkUit(activiteitenOpId[bestand.werkzaamheid]!, bestand, geval, regels));
          return Object.entries(geval.verwacht).some(([vraag, uitkomst]) => Reflect.get(gevonden, vraag) !== uitkomst);
        }),
      ),
  );
  expect(levend.map(({ naam }) => naam)).toEqual([]);
}, 60_000);
