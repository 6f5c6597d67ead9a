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
import type { Dienst } from '../apparaat.ts';
import { formatAfstand, formatMoment } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Section.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { OptredenAntwoord } from './OptredenAntwoord.tsx';
import { useWaar } from './plaatsnaam.ts';
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
  const { dienst, pakket, wie, online } = veld;
  const nu = veld.hoeLaat();
  const { positie, meet, bezig, fout } = plek;
  const [straal, setStraal] = useState<number>(10);
  const cirkel = useMemo((): Cirkel | null => {
    if (!positie) return null;
    const straalM = Math.max(3, Math.ceil(positie.nauwkeurigheidM ?? straal));
    return { x: positie.x, y: positie.y, straalM };
  }, [positie, straal]);
  const waar = useWaar(positie, veld);
  const teRuim = cirkel !== null && cirkel.straalM > grootsteStraalM;
  const vraag = useQuery({
    ...ask(leesOptreden, { x: cirkel?.x ?? 0, y: cirkel?.y ?? 0, straal: cirkel?.straalM ?? 1 }, wie?.persoon),
    enabled: cirkel !== null && !teRuim && online,
    // an answer about hours is of this minute
    staleTime: 60_000,
  });
  const minuut = nu === null ? null : Math.floor(nu / 60_000);
  const zelf = useMemo(
    () =>
      cirkel && dienst && pakket && past(dienst, cirkel)
        ? beoordeelPlek(pakket.feiten, cirkel, minuut === null ? null : momentVan(minuut * 60_000), dienst.wie)
        : null,
    [cirkel, dienst, pakket, minuut],
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
          ? `${waar?.tekst ?? 'Wij zoeken het adres bij deze plek'}. ${positie.nauwkeurigheidM === null ? 'Aangewezen' : 'Gemeten'}, binnen ${formatAfstand(cirkel.straalM)}.`
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
      {cirkel &&
        !teRuim &&
        !antwoord &&
        (online && !vraag.isError ? <Skeleton what="Antwoord" /> : <GeenAntwoord heeft={pakket !== null} />)}
      {antwoord && !teRuim && (
        <>
          {!vers && dienst && (
            <Notice soort="info" title="Dit antwoord komt van uw tablet">
              {`Met de gegevens van ${zegMoment(dienst.opgehaaldOp + dienst.verschilToen)}. Wat daarna is aangewezen, staat er niet in. ${nu === null ? 'Hoe laat het is, weten wij niet zeker.' : `Gerekend met ${zegMoment(nu)}, volgens deze tablet.`}`}
            </Notice>
          )}
          <OptredenAntwoord antwoord={antwoord} />
        </>
      )}
    </section>
  );
}

const zegMoment = (ms: number) => formatMoment(new Date(ms).toISOString());

function GeenAntwoord({ heeft }: { heeft: boolean }) {
  return heeft ? (
    <Notice soort="warning" title="Onbekend: deze plek ligt buiten het gebied dat u meenam" live>
      Loop terug naar uw gebied, of zoek verbinding. Bel de meldkamer als het niet kan wachten.
    </Notice>
  ) : (
    <Notice soort="warning" title="Onbekend: op deze tablet staat geen gebied om dit mee te beantwoorden" live>
      Zoek verbinding en haal bij Gebied uw gebied op. Bel de meldkamer als het niet kan wachten.
    </Notice>
  );
}

/** Whether what came along says all about a circle. */
const past = ({ gebied: { omhullende } }: Dienst, { x, y, straalM }: Cirkel): boolean => {
  const [minX, minY, maxX, maxY] = omhullende;
  return straalM <= grootsteStraalOnderwegM && x >= minX && x <= maxX && y >= minY && y <= maxY;
};
