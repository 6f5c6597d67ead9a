import type { Town } from '../town.ts';
import { bodem } from './bodem.ts';
import { archeologie, beschermdGezicht, monument } from './erfgoed.ts';
import { geluidIndustrie, geluidSpoor, geluidWeg } from './geluid.ts';
import type { Kaart, Leidingen, Maker } from './kaart.ts';
import { hitte, overstroming } from './klimaat.ts';
import { bomen, grondwaterbescherming, natura2000 } from './natuur.ts';
import { aandachtsgebied, buisleiding, hoogspanning, legLeidingen, plaatsgebondenRisico } from './risico.ts';
import { netcongestie, openbareVerlichting, warmtenet } from './voorzieningen.ts';

/** The themas of data/omstandigheden/themas.json that are worked out here; their order is that of the ids. */
const kaarten = {
  'geluid-weg': geluidWeg,
  'geluid-spoor': geluidSpoor,
  'geluid-industrie': geluidIndustrie,
  overstroming,
  hitte,
  bodem,
  archeologie,
  monument,
  'beschermd-gezicht': beschermdGezicht,
  aandachtsgebied,
  'plaatsgebonden-risico': plaatsgebondenRisico,
  grondwaterbescherming,
  'natura-2000': natura2000,
  buisleiding,
  hoogspanning,
  warmtenet,
  netcongestie,
  bomen,
  'openbare-verlichting': openbareVerlichting,
} as const satisfies Readonly<Record<string, Maker>>;

export type Thema = keyof typeof kaarten;

export const themas = Object.keys(kaarten) as Thema[];

interface Omgeving {
  kaarten: Map<Thema, Kaart>;
  leidingen: Leidingen | null;
}
const gemaakt = new WeakMap<Town, Omgeving>();

function omgevingVan(town: Town): Omgeving {
  let omgeving = gemaakt.get(town);
  if (!omgeving) {
    omgeving = { kaarten: new Map(), leidingen: null };
    gemaakt.set(town, omgeving);
  }
  return omgeving;
}

/** What is known of a thema in this town; made once and kept, because the regelingen stand on the same areas. */
export function kaartVan(town: Town, thema: Thema): Kaart {
  const { kaarten: kept } = omgevingVan(town);
  let kaart = kept.get(thema);
  if (!kaart) {
    kaart = kaarten[thema](town, leidingenVan(town));
    kept.set(thema, kaart);
  }
  return kaart;
}

/** The lines that the town does not have of itself; laid once. */
export function leidingenVan(town: Town): Leidingen {
  const omgeving = omgevingVan(town);
  omgeving.leidingen ??= legLeidingen(town);
  return omgeving.leidingen;
}
