import { layFlatsBlock, layGarages, layGreen, layInstitution, layRowsBlock } from '../blocks.ts';
import { type Area, type Builder, turned } from '../builder.ts';
import type { Prng } from '../prng.ts';
import { type Street, widthOf } from '../street.ts';
import { addCrossing, addStreet } from '../streets.ts';
import type { Blok, LivingStyle } from './living-styles.ts';

/** Streets, and between them blocks of houses, over a whole buurt. */
export function layLiving(
  builder: Builder,
  rng: Prng,
  given: Area,
  style: LivingStyle,
  nameStreet: () => string,
): void {
  const area = given.lengte >= given.diepte === rng.chance(0.8) ? given : turned(given);
  const { frame, lengte, diepte, buurt } = area;
  const profile = rng.pick(style.streets);
  const sw = widthOf(profile);
  const count = Math.max(1, Math.round((diepte + sw) / (style.diepte + sw)));
  const deep = (diepte - (count - 1) * sw) / count;
  const rows: (Street | null)[] = [area.voor];
  for (let i = 1; i < count; i += 1)
    rows.push(addStreet(builder, area, profile, i * deep + (i - 1) * sw, nameStreet()));
  rows.push(area.achter);
  const special = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const b = i * (deep + sw);
    const want = rng.range(...style.lengte);
    const crossings = Math.max(0, Math.round(lengte / want) - 1);
    let from = 0;
    let left = area.links;
    for (let k = 0; k <= crossings; k += 1) {
      const ideal = (lengte * (k + 1)) / (crossings + 1);
      const cross = rng.pick(style.crossings);
      const width = widthOf(cross);
      const to = k === crossings ? lengte : Math.min(lengte - 30, ideal + rng.range(-0.14, 0.14) * want) - width / 2;
      const street =
        k === crossings
          ? area.rechts
          : addCrossing(builder, area, cross, to, b, b + deep, rows[i] ?? null, rows[i + 1] ?? null, nameStreet);
      const block: Area = {
        frame: frame.shifted(from, b),
        lengte: to - from,
        diepte: deep,
        buurt,
        voor: rows[i] ?? null,
        achter: rows[i + 1] ?? null,
        links: left,
        rechts: street,
      };
      layBlock(builder, rng, block, style, chooseBlock(builder, rng, style, block, special));
      from = to + width;
      left = street;
    }
  }
}

/** Each kind of facility at most once per buurt. */
function chooseBlock(builder: Builder, rng: Prng, style: LivingStyle, block: Area, special: Set<string>): Blok {
  let kind = rng.weighted(style.blocks);
  // Even the smallest town has one shopping centre in a neighbourhood.
  if (!builder.landmarks.some(({ soort }) => soort === 'winkelcentrum') && block.buurt.karakter === 'hoogbouw')
    kind = 'winkels';
  if (['school', 'winkels', 'kerk', 'zorg'].includes(kind)) {
    if (special.has(kind) || block.lengte > 190) kind = (style.blocks[0] as readonly [Blok, number])[0];
    else special.add(kind);
  }
  if ((kind === 'groen' || kind === 'garages') && block.lengte > 130)
    kind = (style.blocks[0] as readonly [Blok, number])[0];
  return kind;
}

function layBlock(builder: Builder, rng: Prng, block: Area, style: LivingStyle, kind: Blok): void {
  const frontGarden =
    style.rijen.voortuin[1] === 0
      ? {
          voortuin: rng.pick([
            [0, 0],
            [0, 0],
            [1.5, 3],
          ] as const),
        }
      : {};
  switch (kind) {
    case 'rijen':
      layRowsBlock(builder, rng, block, { ...style.rijen, ...frontGarden });
      return;
    case '2kap':
      layRowsBlock(builder, rng, block, style.kap);
      return;
    case 'vrij':
      layRowsBlock(builder, rng, block, style.vrij);
      return;
    case 'flats':
      layFlatsBlock(builder, rng, block, style.flats);
      return;
    case 'groen':
      layGreen(builder, rng, block, 'groenvoorziening');
      return;
    case 'garages':
      layGarages(builder, rng, block);
      return;
    case 'school':
      layInstitution(builder, rng, block, {
        aard: 'school',
        gebruiksdoelen: ['onderwijsfunctie'],
        bouwlagen: rng.int(1, 2),
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.28,
        eigenaar: 'gemeente',
        landmark: { soort: 'school', naam: `Basisschool ${rng.pick(schools)}` },
      });
      return;
    case 'kerk':
      layInstitution(builder, rng, block, {
        aard: 'kerk',
        gebruiksdoelen: ['bijeenkomstfunctie'],
        bouwlagen: 1,
        hoogte: rng.int(14, 32),
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.2,
        landmark: { soort: 'kerk', naam: rng.pick(churches) },
      });
      return;
    case 'zorg':
      layInstitution(builder, rng, block, {
        aard: 'woonzorgcentrum',
        gebruiksdoelen: ['gezondheidszorgfunctie'],
        bouwlagen: 4,
        bouwjaar: [1978, 2016],
        dekking: 0.35,
        woningen: 40,
      });
      return;
    case 'winkels':
      layInstitution(builder, rng, block, {
        aard: 'winkelcentrum',
        gebruiksdoelen: ['winkelfunctie'],
        bouwlagen: 3,
        bouwjaar: style.rijen.bouwjaar,
        dekking: 0.4,
        eenheden: rng.int(7, 14),
        woningen: rng.int(12, 24),
        landmark: { soort: 'winkelcentrum', naam: `Winkelcentrum ${block.buurt.naam}` },
      });
      return;
  }
}

const schools = [
  'De Regenboog',
  'De Vuurtoren',
  'Het Kompas',
  'De Zeester',
  'De Springplank',
  'Het Palet',
  'De Schelp',
  'De Wegwijzer',
  'De Horizon',
  'Het Anker',
];
const churches = [
  'Opstandingskerk',
  'Sint-Nicolaaskerk',
  'Goede Herderkerk',
  'Pauluskerk',
  'Ontmoetingskerk',
  'Maranathakerk',
];
