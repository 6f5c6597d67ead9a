import type { Lezing, Straatzijde } from './lezing.ts';
import { haaks, inproduct, maal, type Punt, plus, zijdenVan } from './punt.ts';
import type { Terrein } from './terrein.ts';
import { bepaalUitgangen } from './uitgangen.ts';
import { doorsnede, naarVlak, unie, type Vlak, verschil } from './vlak.ts';

/** How far each line is moved outwards (m): forwards, or to the street beside. Negative: towards the house. */
export interface Verschuiving {
  lijn: number;
  links: number;
  rechts: number;
}

export const nergens: Verschuiving = { lijn: 0, links: 0, rechts: 0 };

/** All on one side of a line: where the inner product with `normaal` is at most `ligging`. */
function halfvlak(normaal: Punt, ligging: number, ver: number, bij: Punt): Vlak {
  const langs = haaks(normaal);
  const voet = plus(maal(normaal, ligging), maal(langs, inproduct(bij, langs)));
  const [links, rechts] = [plus(voet, maal(langs, ver)), plus(voet, maal(langs, -ver))];
  return naarVlak([rechts, links, plus(links, maal(normaal, -2 * ver)), plus(rechts, maal(normaal, -2 * ver))]);
}

/** What lies behind the house, seen from its voorkant: between the extended side façades. */
function achterHuis({ hoofdgebouwRing, ver }: Terrein, normaal: Punt): Vlak {
  const weg = maal(normaal, -ver);
  const stroken = zijdenVan(hoofdgebouwRing)
    .filter((zijde) => inproduct(zijde.normaal, normaal) < 0)
    .map(({ a, b }) => [b, a, plus(a, weg), plus(b, weg)]);
  return stroken.length === 0 ? [] : unie(naarVlak(...stroken));
}

const uiterste = (ring: readonly Punt[], normaal: Punt): number =>
  Math.max(...ring.map((punt) => inproduct(punt, normaal)));

/**
 * The achtererfgebied in one reading: the gebouwerf behind the line that crosses the house a metre behind the voorkant,
 * and runs on from there parallel to the openbaar toegankelijk gebied that the plot adjoins, without crossing the house
 * again or entering the yard behind it. Null: the house is not deep enough for the line.
 *
 * @param diepteM how far behind the voorkant the line crosses the house
 * @source Bbl bijlage I, achtererfgebied
 */
export function bepaalAchtererf(terrein: Terrein, lezing: Lezing, diepteM: number, over: Verschuiving): Vlak | null {
  const { voorkant, straatzijden } = lezing;
  const { normaal } = voorkant;
  const { ver } = terrein;
  const ligging = voorkant.ligging - diepteM + over.lijn;
  const uitgangen = bepaalUitgangen(terrein, normaal, ligging);
  if (!uitgangen) return null;
  const [links, rechts] = uitgangen;
  const weg = maal(normaal, -2 * ver);
  const eindLinks = plus(links, maal(lezing.links, ver));
  const eindRechts = plus(rechts, maal(lezing.rechts, ver));
  let achter = naarVlak(
    [
      rechts,
      ...(links === rechts ? [] : [links]),
      eindLinks,
      plus(eindLinks, weg),
      plus(eindRechts, weg),
      eindRechts,
    ].toReversed(),
  );
  achter = doorsnede(terrein.perceel, unie(achter));
  const binnen = (zijde: Straatzijde) => binnenStraatzijde(zijde, terrein, uitgangen, over);
  for (const zijde of straatzijden.filter(({ volgt }) => volgt === 'uitgang'))
    achter = doorsnede(achter, binnen(zijde));
  if (kanAchterHuisKomen(lezing)) {
    const huis = doorsnede(achterHuis(terrein, normaal), halfvlak(normaal, ligging, ver, links));
    achter = unie(achter, doorsnede(terrein.perceel, huis));
  }
  for (const zijde of straatzijden.filter(({ volgt }) => volgt === 'zijgevel'))
    achter = doorsnede(achter, binnen(zijde));
  return verschil(achter, terrein.hoofdgebouw);
}

/** Whether a line runs at an angle to the house, so that it would enter the yard behind it: that it may not. */
const kanAchterHuisKomen = ({ voorkant: { normaal }, links, rechts, straatzijden }: Lezing): boolean =>
  [links, rechts].some((richting) => Math.abs(inproduct(richting, normaal)) > 1e-9) ||
  straatzijden.some(({ volgt }) => volgt === 'uitgang');

/** What lies inside the line along a street beside. */
function binnenStraatzijde(
  { kant, normaal, volgt }: Straatzijde,
  terrein: Terrein,
  uitgangen: readonly [Punt, Punt],
  over: Verschuiving,
): Vlak {
  const uitgang = uitgangen[kant === 'links' ? 0 : 1];
  const lijn = volgt === 'zijgevel' ? uiterste(terrein.hoofdgebouwRing, normaal) : inproduct(uitgang, normaal);
  return halfvlak(normaal, lijn + over[kant], terrein.ver, uitgang);
}
