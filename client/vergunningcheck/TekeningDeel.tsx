import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useMemo } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import { activiteiten, activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import { type CheckAntwoord, leesPlaatskennis } from '../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { tarievenVan } from '../../server/vergunningcheck/domain/leges.ts';
import { alleRegels, regelsVoor } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import { ask } from '../query.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { QueryState } from '../ui/Section.tsx';
import { useVormen } from '../vormen.ts';
import { type Check, metOnderdeel, metWerkzaamheid } from './check.ts';
import type { Ring } from './maten.ts';
import { TekenStap } from './TekenStap.tsx';
import { type Tekenkennis, tekenplekVan } from './tekenplek.ts';

interface TekeningDeelProps {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt;
  check: Check;
  /** Keys of what is to be drawn, in order. */
  sleutels: readonly string[];
  /** Key of the onderdeel that is drawn now. */
  sleutel: string;
  /** What the person calls the werkzaamheid. */
  naam: string;
  /** @param volgende the onderdeel to draw next; left out: the same */
  onCheck(check: Check, volgende?: string): void;
  /** Another bouwwerk, or null: all are drawn. */
  onVerder(sleutel: string | null): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** Draws the bouwwerken of a check, one after the other, with a verdict that runs in the browser. */
export function TekeningDeel(props: TekeningDeelProps) {
  const { heading, plaats, check, sleutels, sleutel, naam, onCheck, onVerder, onTekenaar } = props;
  const vormen = useVormen(plaats);
  const query = useQuery(ask(leesPlaatskennis, plaats, plaats));
  const nummer = sleutels.indexOf(sleutel);
  const onderdeel = check.onderdelen.find((een) => een.sleutel === sleutel);
  if (!onderdeel) return null;
  return (
    <QueryState query={query} what="Uw perceel">
      {(tekenkennis) => (
        <Getekend
          key={sleutel}
          heading={heading}
          tekenkennis={tekenkennis}
          vormen={vormen.data ?? null}
          check={check}
          onderdeel={onderdeel}
          naam={sleutels.length > 1 ? `${naam} (${nummer + 1} van ${sleutels.length})` : naam}
          onCheck={onCheck}
          onVerder={() => onVerder(sleutels[nummer + 1] ?? null)}
          onNogEen={() => {
            const nieuw = metWerkzaamheid(check, onderdeel.werkzaamheid);
            onCheck(nieuw, nieuw.onderdelen[nieuw.onderdelen.length - 1]?.sleutel);
          }}
          onTekenaar={onTekenaar}
        />
      )}
    </QueryState>
  );
}

interface GetekendProps extends Pick<TekeningDeelProps, 'heading' | 'check' | 'onCheck' | 'onTekenaar'> {
  tekenkennis: Tekenkennis;
  vormen: ReturnType<typeof useVormen>['data'] | null;
  onderdeel: Check['onderdelen'][number];
  naam: string;
  onVerder(): void;
  onNogEen(): void;
}

function Getekend(props: GetekendProps) {
  const { heading, tekenkennis, vormen, check, onderdeel, naam, onCheck, onVerder, onNogEen, onTekenaar } = props;
  const omgeving = useMemo(() => omgevingVan(tekenkennis), [tekenkennis]);
  const plek = useMemo(
    () => tekenplekVan(tekenkennis.situatie, omgeving.meetkunde.regels, vormen ?? null),
    [tekenkennis, omgeving, vormen],
  );
  const andere = useMemo(
    () =>
      check.onderdelen.flatMap(({ sleutel, ring }) => (ring && sleutel !== onderdeel.sleutel ? [ring as Ring] : [])),
    [check.onderdelen, onderdeel.sleutel],
  );
  const oordeel = useCallback(
    (ring: Ring | null): CheckAntwoord => {
      const onderdelen = check.onderdelen
        .filter(({ werkzaamheid }) => activiteitenOpId[werkzaamheid]?.meetkunde)
        .map((een) => (een.sleutel === onderdeel.sleutel ? { ...een, ring: alsInvoer(ring) } : een));
      const { x, y } = tekenkennis.kennis.plaats.punt;
      return beoordeel({ ...check, x, y, onderdelen }, omgeving);
    },
    [check, onderdeel.sleutel, omgeving, tekenkennis],
  );
  const bewaar = useCallback(
    (ring: Ring | null) => onCheck(metOnderdeel(check, { ...onderdeel, ring: alsInvoer(ring) })),
    [check, onderdeel, onCheck],
  );
  return (
    <>
      <TekenStap
        heading={heading}
        onderdeel={onderdeel}
        naam={naam}
        andere={andere}
        plek={plek}
        beoordeel={oordeel}
        onRing={bewaar}
        onVerder={onVerder}
        onTekenaar={onTekenaar}
      />
      {onderdeel.ring && (
        <div>
          <Button icon="plus" onClick={onNogEen}>
            Teken er nog een
          </Button>
        </div>
      )}
    </>
  );
}

const alsInvoer = (ring: Ring | null) => (ring ? ring.map(([x, y]): [number, number] => [x, y]) : null);

/** The same that the server judges with. */
function omgevingVan({ kennis, situatie }: Tekenkennis) {
  const vandaag = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
  const { gemeenteCode } = kennis.plaats;
  return {
    vandaag,
    kennis,
    werkzaamheden: new Map(activiteiten.map((activiteit) => [activiteit.id, { activiteit }])),
    tarieven: tarievenVan(gemeenteCode),
    meetkunde: { situatie, regels: regelsVoor(gemeenteCode, vandaag) ?? alleRegels[0]! },
  };
}
