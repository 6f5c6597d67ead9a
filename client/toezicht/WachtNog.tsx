import { formatMoment } from '../format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Bevestig } from './Bevestig.tsx';
import type { Veld } from './use-veld.ts';
import { noemBerichten } from './woorden.ts';

/** What was made here by who may not send it (any more): nothing is lost, nobody sees it, and what to do is said. */
export function MagNiet({ veld: { wachtrij, gooiWeg } }: { veld: Veld }) {
  const [eerste] = wachtrij;
  if (!eerste) return null;
  return (
    <Notice soort="error" title={`U mag dit niet meer verzenden (${noemBerichten(wachtrij.length)})`} live>
      <p className="nl-paragraph">
        Uw rol is gewijzigd of ingetrokken. Wat u vastlegde vanaf{' '}
        {formatMoment(new Date(eerste.gemaaktOp).toISOString())}, staat nog op deze tablet. Niemand anders ziet het.
      </p>
      <p className="nl-paragraph">
        Bel uw coördinator. Hebt u uw rol terug, dan sturen wij het alsnog. Komt uw rol niet terug, vertel dan wat u zag
        en gooi het hier weg. Daarna kunt u uitloggen.
      </p>
      <Bevestig
        doe="Gooi mijn werk weg"
        gevolg={`Wat u vastlegde (${noemBerichten(wachtrij.length)}, met foto's) gaat voorgoed weg.`}
        onDoe={() => void gooiWeg(wachtrij)}
      />
    </Notice>
  );
}

/** What colleagues made on this device, without what is in it. */
export function WachtVanAnderen({ aantal }: { aantal: number }) {
  return (
    <Notice soort="warning" title={`Op deze tablet wacht nog werk om te versturen (${aantal})`}>
      Het is van wie hier eerder werkte. Logt die persoon opnieuw in, dan sturen wij het. U ziet de inhoud niet.
    </Notice>
  );
}
