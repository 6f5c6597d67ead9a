import { layInstitution } from '../blocks.ts';
import type { Area, Builder } from '../builder.ts';
import type { Prng } from '../prng.ts';

/** The hospital, and beside it a large school and a nursing home. */
export function layHospital(builder: Builder, rng: Prng, area: Area): void {
  const { frame, lengte, diepte, buurt } = area;
  const own = Math.min(lengte * 0.6, 260);
  layInstitution(
    builder,
    rng,
    { ...area, lengte: own, rechts: null },
    {
      aard: 'ziekenhuis',
      gebruiksdoelen: ['gezondheidszorgfunctie'],
      bouwlagen: 6,
      bouwjaar: [1974, 1986],
      dekking: 0.34,
      landmark: { soort: 'ziekenhuis', naam: `Ziekenhuis ${buurt.naam}` },
    },
  );
  const rest = { ...area, frame: frame.shifted(own, 0), lengte: lengte - own, links: null };
  layInstitution(
    builder,
    rng,
    { ...rest, diepte: diepte / 2, achter: null },
    {
      aard: 'scholengemeenschap',
      gebruiksdoelen: ['onderwijsfunctie'],
      bouwlagen: 3,
      bouwjaar: [1968, 2012],
      landmark: { soort: 'school', naam: 'Markerwaard College' },
    },
  );
  layInstitution(
    builder,
    rng,
    { ...rest, frame: rest.frame.shifted(0, diepte / 2), diepte: diepte / 2, voor: null },
    {
      aard: 'verpleeghuis',
      gebruiksdoelen: ['gezondheidszorgfunctie'],
      bouwlagen: 5,
      bouwjaar: [1980, 2015],
      woningen: 110,
    },
  );
}
