import { adressen } from './adressen.ts';
import { besluiten } from './besluiten.ts';
import { bgt } from './bgt.ts';
import { brk } from './brk.ts';
import { grenzen } from './grenzen.ts';
import { imow } from './imow.ts';
import type { Importer } from './importer.ts';
import { incidenten } from './incidenten.ts';
import { koopSru } from './koop-sru.ts';
import { meldingen } from './meldingen.ts';
import { modelgemeente } from './modelgemeente.ts';
import { ogcApiFeatures } from './ogc-api-features.ts';
import { politiecijfers } from './politiecijfers.ts';
import { regimes } from './regimes.ts';
import { sensoren } from './sensoren.ts';
import { toepasbareRegels } from './toepasbare-regels.ts';
import { veiligheidsmonitor } from './veiligheidsmonitor.ts';
import { vngInp } from './vng-inp.ts';

/** Every bron that can be imported: one file and one line here. */
export const importers: readonly Importer[] = [
  bgt,
  brk,
  adressen,
  grenzen,
  imow,
  toepasbareRegels,
  besluiten,
  koopSru,
  ogcApiFeatures,
  politiecijfers,
  vngInp,
  incidenten,
  meldingen,
  veiligheidsmonitor,
  sensoren,
  regimes,
  modelgemeente,
];
