import { layInstitution, scatterTrees } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { stretches } from '../street.ts';

/** An aula at the entrance, and fields of graves between paths. */
export function layCemetery(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const head = Math.min(44, diepte * 0.3);
  layInstitution(
    builder,
    rng,
    { ...area, diepte: head, achter: null },
    {
      aard: 'aula',
      gebruiksdoelen: ['bijeenkomstfunctie'],
      bouwlagen: 1,
      bouwjaar: [1928, 1968],
      dekking: 0.1,
      eigenaar: 'gemeente',
    },
  );
  const zone = builder.zone('maatschappelijk', buurt);
  for (const [a0, a1] of stretches(0, lengte, 46)) {
    for (const [b0, b1] of stretches(head, diepte, 40)) {
      builder.perceel(frame.rect(a0, b0, a1, b1), zone, 'gemeente');
      const [a2, b2] = [a1 < lengte - 0.1 ? a1 - 2.5 : a1, b1 < diepte - 0.1 ? b1 - 2.5 : b1];
      const walk = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'half verhard' };
      if (a2 < a1) builder.surface(frame.rect(a2, b0, a1, b1), walk);
      if (b2 < b1) builder.surface(frame.rect(a0, b2, a2, b1), walk);
      builder.surface(frame.rect(a0, b0, a2, b2), {
        soort: 'begroeidterreindeel',
        functie: 'groenvoorziening',
        voorkomen: rng.pick(['gras- en kruidachtigen', 'heesters']),
      });
      scatterTrees(builder, rng, frame.shifted(a0, b0), a2 - a0, b2 - b0, 13);
    }
  }
  builder.landmarks.push({
    soort: 'begraafplaats',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}
