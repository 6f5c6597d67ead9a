import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { type Concept, maakConcept } from '../../server/indienen/contract.ts';
import { alleVelden } from '../../server/indienen/domain/formulier.ts';
import { getekendVlak, voorzettenVan } from '../../server/indienen/domain/voorinvullen.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Antwoorden } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { leesOordeel } from '../../server/vergunningcheck/contract.ts';
import { call } from '../api.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Section.tsx';
import { bewaarLokaal, nieuweSleutel } from './lokaal.ts';
import { metSleutel } from './use-concept.ts';

interface BeginPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt | null;
  plaatsNaam: string | null;
}

/** Begins a form, with what login, place and check know filled in, and goes on to its first step. */
export function BeginPage({ heading, plaats, plaatsNaam }: BeginPageProps) {
  const { zaaktype: id = '' } = useParams();
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const { ingelogd, bezig } = useSession();
  const zaaktype = zaaktypeVan(id);
  /** Once per visit of this page, so that trying again gives the same concept. */
  const vast = useRef({ id: crypto.randomUUID() as string, sleutel: nieuweSleutel() });
  const begin = useMutation({
    mutationFn: async () => {
      const meegegeven = new URLSearchParams(hash.slice(1));
      const oordeelId = meegegeven.get('oordeel');
      const besluit = meegegeven.get('besluit');
      const check = oordeelId ? await call(leesOordeel, { id: oordeelId }) : null;
      const voorzet = check && voorzettenVan(check.oordeel, check.invoer).find((een) => een.zaaktype === id);
      const naam = ingelogd?.naam;
      const antwoorden: Antwoorden = {
        ...voorzet?.antwoorden,
        ...(besluit && { besluit }),
        ...(naam &&
          zaaktype &&
          alleVelden(zaaktype).some((veld) => veld.id === 'contactNaam') && { contactNaam: naam }),
      };
      const punt = plaats ?? check?.oordeel.plaats.punt ?? null;
      const sleutel = ingelogd ? null : vast.current.sleutel;
      const concept = await call(
        maakConcept,
        {
          id: vast.current.id,
          ...(sleutel && { sleutel }),
          zaaktype: id,
          antwoorden: antwoorden as Concept['antwoorden'],
          plaats: punt && { ...punt, naam: plaatsNaam, vlak: check ? getekendVlak(check.invoer) : null },
          oordeelId,
        },
        undefined,
        undefined,
        metSleutel(sleutel),
      );
      const { antwoorden: gegeven, plaats: gekozen, versie } = concept;
      bewaarLokaal({
        id: concept.id,
        zaaktype: id,
        sleutel,
        antwoorden: gegeven,
        plaats: gekozen,
        oordeelId: concept.oordeelId,
        versie,
        idempotentie: crypto.randomUUID(),
        vuil: false,
        op: Date.now(),
      });
      return concept.id;
    },
    onSuccess: (concept) => void navigate(`/indienen/${concept}/wat${search}`, { replace: true }),
  });
  const { mutate, isIdle } = begin;
  // a place that is in the address has its name a moment later
  const klaar = zaaktype !== undefined && !bezig && (plaats === null || plaatsNaam !== null);
  useEffect(() => {
    if (klaar && isIdle) mutate();
  }, [klaar, isIdle, mutate]);
  if (zaaktype && !begin.error) return <Skeleton what={zaaktype.naam} />;
  return (
    <div className="stapel">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        {zaaktype?.naam ?? 'Dit formulier bestaat niet'}
      </h1>
      {begin.error && (
        <Notice soort="error" title="Beginnen lukte niet" live>
          <p className="nl-paragraph">{begin.error.message}</p>
          <div>
            <Button onClick={() => mutate()}>Probeer het opnieuw</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
