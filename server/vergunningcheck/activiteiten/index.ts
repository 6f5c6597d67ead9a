import type { Activiteit } from '../domain/regel.ts';
import { agrarischBouwwerk } from './agrarisch-bouwwerk.ts';
import { aircoWarmtepomp } from './airco-warmtepomp.ts';
import { balkonscheiding } from './balkonscheiding.ts';
import { bijbehorendBouwwerk, mantelzorgwoning } from './bijbehorend-bouwwerk.ts';
import { bouwplaats } from './bouwplaats.ts';
import { dakkapelAchter, dakkapelVoor } from './dakkapel.ts';
import { dakopbouw } from './dakopbouw.ts';
import { dakraam } from './dakraam.ts';
import { dakterrasBalkon } from './dakterras-balkon.ts';
import { erfafscheiding } from './erfafscheiding.ts';
import { hoofdgebouwNieuw } from './hoofdgebouw-nieuw.ts';
import { interneVerbouwing } from './interne-verbouwing.ts';
import { keerwand } from './keerwand.ts';
import { kelder } from './kelder.ts';
import { kleinBouwwerk } from './klein-bouwwerk.ts';
import { kozijnGevel } from './kozijn-gevel.ts';
import { laadpunt } from './laadpunt.ts';
import { mantelzorgBestaand } from './mantelzorg-bestaand.ts';
import { nutsvoorziening } from './nutsvoorziening.ts';
import { onderhoud } from './onderhoud.ts';
import { recreatiefNachtverblijf } from './recreatief-nachtverblijf.ts';
import { schotelAntenne } from './schotel-antenne.ts';
import { speeltoestel } from './speeltoestel.ts';
import { tuinmeubilair } from './tuinmeubilair.ts';
import { vlaggenmast } from './vlaggenmast.ts';
import { zendmast } from './zendmast.ts';
import { zonnepanelenDak, zonnepanelenGrond } from './zonnepanelen.ts';
import { zonwering } from './zonwering.ts';
import { zwembadVijver } from './zwembad-vijver.ts';

/** Every activiteit with rules of the house. Add one: a file here, its gevallen beside it, and a line in this list. */
export const activiteiten: readonly Activiteit[] = [
  agrarischBouwwerk,
  aircoWarmtepomp,
  balkonscheiding,
  bijbehorendBouwwerk,
  bouwplaats,
  dakkapelAchter,
  dakkapelVoor,
  dakopbouw,
  dakraam,
  dakterrasBalkon,
  erfafscheiding,
  hoofdgebouwNieuw,
  interneVerbouwing,
  keerwand,
  kelder,
  kleinBouwwerk,
  kozijnGevel,
  laadpunt,
  mantelzorgBestaand,
  mantelzorgwoning,
  nutsvoorziening,
  onderhoud,
  recreatiefNachtverblijf,
  schotelAntenne,
  speeltoestel,
  tuinmeubilair,
  vlaggenmast,
  zendmast,
  zonnepanelenDak,
  zonnepanelenGrond,
  zonwering,
  zwembadVijver,
];

/** Holds nothing else: an id that somebody typed, such as "constructor", is not found in it by accident. */
export const activiteitenOpId: Readonly<Record<string, Activiteit>> = Object.assign(
  Object.create(null),
  Object.fromEntries(activiteiten.map((activiteit) => [activiteit.id, activiteit])),
);
