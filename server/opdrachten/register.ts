import { bestandenWissen } from '../bijlagen/wissen.ts';
import { conceptenOpruimen } from '../indienen/opruimen.ts';
import { burenbrievenMaken } from '../inspraak/buren/maken.ts';
import { zaakBijwerken } from '../overdracht/bijwerken.ts';
import { zaakOverdragen } from '../overdracht/overdragen.ts';
import { postVersturen } from '../post/versturen.ts';
import { bewaartermijnenUitvoeren } from '../verantwoording/opruimen.ts';
import { oordelenOpruimen } from '../vergunningcheck/opruimen.ts';
import { abonnementenOpruimen, dagelijksMelden, nieuwsMelden } from '../volgen/melden/melden.ts';
import type { Opdracht } from './opdracht.ts';
import { opruimen } from './opruimen.ts';

/** Every kind of work that the loket does later. */
export const opdrachten = [
  opruimen,
  oordelenOpruimen,
  postVersturen,
  bestandenWissen,
  conceptenOpruimen,
  nieuwsMelden,
  dagelijksMelden,
  abonnementenOpruimen,
  bewaartermijnenUitvoeren,
  burenbrievenMaken,
  zaakOverdragen,
  zaakBijwerken,
] as const satisfies readonly Opdracht[];
