import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { leesOptreden, type Optreden } from '../../server/toezicht/contract.ts';
import { beoordeelPlek } from '../../server/toezicht/domain/optreden.ts';
import {
  bepaalLigging,
  type Cirkel,
  grootsteStraalM,
  grootsteStraalOnderwegM,
} from '../../server/toezicht/domain/plek.ts';
import type { Pakket } from '../apparaat.ts';
import { formatAfstand, formatMoment } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Section.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { OptredenAntwoord } from './OptredenAntwoord.tsx';
import type { Plaatsbepaling } from './plek.ts';
import type { Veld } from './use-veld.ts';
import { momentVan } from './woorden.ts';

interface OptredenDeelProps {
  veld: Veld;
  plek: Plaatsbepaling;
  onBeeld(beeld: VeldBeeld): void;
  leeg: VeldBeeld;
}

/** How far somebody may be from where he pointed, in metres. */
const stralen = [5, 10, 25, 50] as const;

/** May I act here? With the circle in which somebody stands, online and, within the area that came along, also without. */
export function OptredenDeel({ veld, plek, onBeeld, leeg }: OptredenDeelProps) {
  const { pakket, wie, online } = veld;
  const { positie, meet, bezig, fout } = plek;
  const [straal, setStraal] = useState<number>(10);
  const cirkel = useMemo((): Cirkel | null => {
    if (!positie) return null;
    const straalM = Math.max(3, Math.ceil(positie.nauwkeurigheidM ?? straal));
    return { x: positie.x, y: positie.y, straalM };
  }, [positie, straal]);
  const teRuim = cirkel !== null && cirkel.straalM > grootsteStraalM;
  const vraag = useQuery({
    ...ask(leesOptreden, { x: cirkel?.x ?? 0, y: cirkel?.y ?? 0, straal: cirkel?.straalM ?? 1 }, wie?.persoon),
    enabled: cirkel !== null && !teRuim && online,
    // an answer about hours is of this minute
    staleTime: 60_000,
  });
  const zelf = useMemo(
    () => (cirkel && pakket && past(pakket, cirkel) ? beoordeelHier(pakket, cirkel) : null),
    [cirkel, pakket],
  );
  const vers = online && !vraag.isError && !vraag.isPlaceholderData ? vraag.data : undefined;
  const antwoord: Optreden | null = vers ?? (online && vraag.isPending && !vraag.isError ? null : zelf);
  useEffect(() => {
    // only what it is about: the borders that the circle lies in or on
    const regimes = cirkel
      ? (pakket?.feiten.regimes ?? []).flatMap(({ vlakken }) =>
          bepaalLigging(vlakken, cirkel).stand === 'buiten' ? [] : [vlakken],
        )
      : [];
    onBeeld({ ...leeg, cirkel, regimes });
  }, [cirkel, pakket, onBeeld, leeg]);
  return (
    <section className="stapel" aria-labelledby="optreden">
      <h2 id="optreden" className="nl-heading nl-heading--level-2">
        Mag ik hier optreden?
      </h2>
      <div className="toezicht__keuzen">
        <Button soort="primary" icon="doel" disabled={bezig} onClick={meet}>
          {bezig ? 'Uw plek meten' : 'Meet mijn plek'}
        </Button>
        {positie && positie.nauwkeurigheidM === null && (
          <SelectField
            label="Hoe precies is dit punt?"
            value={straal}
            onChange={(event) => setStraal(Number(event.target.value))}
          >
            {stralen.map((meters) => (
              <option key={meters} value={meters}>
                op {meters} meter
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <p className="stil">
        {positie && cirkel
          ? `${positie.nauwkeurigheidM === null ? 'Aangewezen punt' : 'Gemeten'}, binnen ${formatAfstand(cirkel.straalM)} van x ${Math.round(cirkel.x)}, y ${Math.round(cirkel.y)}.`
          : 'Of zoek hierboven een adres, of tik uw plek aan op de kaart.'}
      </p>
      {fout && (
        <Notice soort="warning" title="Uw plek is niet bekend" live>
          {fout}
        </Notice>
      )}
      {teRuim && (
        <Notice soort="warning" title="Uw plek is te onzeker" live>
          {`De tablet weet het op ${formatAfstand(cirkel.straalM)} na. Loop naar een open plek en meet opnieuw, of tik uw plek aan op de kaart.`}
        </Notice>
      )}
      {cirkel && !teRuim && !antwoord && (online && !vraag.isError ? <Skeleton what="Antwoord" /> : <GeenAntwoord />)}
      {antwoord && !teRuim && (
        <>
          {!vers && pakket && (
            <Notice soort="info" title="Dit antwoord komt van uw tablet">
              {`Met de gegevens van ${formatMoment(new Date(pakket.opgehaaldOp).toISOString())}. Wat daarna is aangewezen, staat er niet in.`}
            </Notice>
          )}
          <OptredenAntwoord antwoord={antwoord} />
        </>
      )}
    </section>
  );
}

function GeenAntwoord() {
  return (
    <Notice soort="warning" title="Onbekend: deze plek ligt buiten het gebied dat u meenam" live>
      Loop terug naar uw gebied, of zoek verbinding. Bel de meldkamer als het niet kan wachten.
    </Notice>
  );
}

/** Whether what came along says all about a circle. */
const past = ({ gebied: { omhullende } }: Pakket, { x, y, straalM }: Cirkel): boolean => {
  const [minX, minY, maxX, maxY] = omhullende;
  return straalM <= grootsteStraalOnderwegM && x >= minX && x <= maxX && y >= minY && y <= maxY;
};

const beoordeelHier = ({ feiten, wie, verschil }: Pakket, cirkel: Cirkel): Optreden =>
  beoordeelPlek(feiten, cirkel, momentVan(Date.now() + verschil), wie);
