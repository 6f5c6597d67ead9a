import { scatterTrees } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { oval } from '../shapes.ts';
import { stretches } from '../street.ts';

/** Lawns, woods, paths and a pond. */
export function layPark(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const zone = builder.zone('groen', buurt);
  const water = builder.zone('water', buurt);
  const path = 3;
  const columns = stretches(0, lengte, 120);
  const rows = stretches(0, diepte, 110);
  const pond = [Math.floor(columns.length / 2), Math.floor(rows.length / 2)];
  columns.forEach(([a0, a1], i) => {
    rows.forEach(([b0, b1], j) => {
      const [a2, b2] = [i === columns.length - 1 ? a1 : a1 - path, j === rows.length - 1 ? b1 : b1 - path];
      const part = frame.rect(a0, b0, a2, b2);
      builder.perceel(frame.rect(a0, b0, a1, b1), i === pond[0] && j === pond[1] ? water : zone, 'gemeente');
      const walk = { soort: 'wegdeel', functie: 'voetpad', voorkomen: 'half verhard' };
      if (a2 < a1) builder.surface(frame.rect(a2, b0, a1, b1), walk);
      if (b2 < b1) builder.surface(frame.rect(a0, b2, a2, b1), walk);
      if (i === pond[0] && j === pond[1]) {
        const shore = builder.surface(part, {
          soort: 'begroeidterreindeel',
          functie: 'groenvoorziening',
          voorkomen: 'gras- en kruidachtigen',
        });
        const loop = oval(builder, frame, (a0 + a2) / 2, (b0 + b2) / 2, (a2 - a0) * 0.4, (b2 - b0) * 0.38);
        shore.minus.push(loop);
        const draft = builder.surface(null, {
          soort: 'waterdeel',
          functie: 'watervlakte',
          voorkomen: 'meer, plas, ven, vijver',
          bronhouder: 'waterschap',
          naam: 'Parkvijver',
        });
        draft.plus.push(loop);
        draft.water = { soort: 'vijver', buurt };
      } else {
        const wood = rng.chance(0.4);
        builder.surface(part, {
          soort: 'begroeidterreindeel',
          functie: wood ? 'loofbos' : 'groenvoorziening',
          voorkomen: wood ? 'bosplantsoen' : 'gras- en kruidachtigen',
        });
        scatterTrees(builder, rng, frame.shifted(a0, b0), a2 - a0, b2 - b0, wood ? 12 : 24);
      }
    });
  });
  builder.landmarks.push({
    soort: 'park',
    naam: buurt.naam,
    plek: frame.at(lengte / 2, diepte / 2),
    buurt,
    gebied: true,
  });
}
