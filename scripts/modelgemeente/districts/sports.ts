import { layInstitution } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { stretches } from '../street.ts';

/** A clubhouse, and fields of grass or synthetic grass behind it. */
export function laySports(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const zone = builder.zone('sport', buurt);
  const head = Math.min(60, diepte * 0.3);
  layInstitution(
    builder,
    rng,
    { ...area, lengte: Math.min(lengte, 140), diepte: head, achter: null, rechts: null },
    {
      aard: 'clubgebouw',
      gebruiksdoelen: ['sportfunctie', 'bijeenkomstfunctie'],
      bouwlagen: 1,
      bouwjaar: [1970, 2015],
      dekking: 0.2,
      eigenaar: 'gemeente',
      eenheden: 2,
    },
  );
  if (lengte > 140.1) builder.groen(frame.rect(140, 0, lengte, head), zone);
  const columns = stretches(0, lengte, 84);
  const rows = stretches(head, diepte, 124);
  for (const [a0, a1] of columns) {
    for (const [b0, b1] of rows) {
      builder.perceel(frame.rect(a0, b0, a1, b1), zone, 'gemeente');
      const edge = builder.surface(frame.rect(a0, b0, a1, b1), {
        soort: 'begroeidterreindeel',
        functie: 'groenvoorziening',
        voorkomen: 'heesters',
      });
      const field = frame.rect(a0 + 6, b0 + 6, a1 - 6, b1 - 6);
      edge.minus.push(builder.plane.loop(field));
      const synthetic = rng.chance(0.35);
      builder.surface(
        field,
        synthetic
          ? { soort: 'onbegroeidterreindeel', voorkomen: 'half verhard' }
          : { soort: 'begroeidterreindeel', functie: 'grasland overig', voorkomen: 'gras- en kruidachtigen' },
      );
    }
  }
  builder.landmarks.push({
    soort: 'sportpark',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}
