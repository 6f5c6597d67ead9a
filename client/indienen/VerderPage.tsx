import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { leesConcept, sleutelVorm } from '../../server/indienen/contract.ts';
import { call } from '../api.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Section.tsx';
import { bewaarLokaal } from './lokaal.ts';
import { metSleutel } from './use-concept.ts';

/** Opens a concept by its secret link. The secret stands behind #, so that it reaches no server or log. */
export function VerderPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [id = '', sleutel = ''] = hash.slice(1).split('.');
  const heel = /^[0-9a-f-]{36}$/.test(id) && sleutelVorm.test(sleutel);
  const open = useMutation({
    mutationFn: async () => {
      const concept = await call(leesConcept, { id }, undefined, undefined, metSleutel(sleutel));
      const { zaaktype, antwoorden, plaats, oordeelId, versie } = concept;
      const vers = { idempotentie: crypto.randomUUID(), vuil: false, op: Date.now() };
      bewaarLokaal({ id, zaaktype, sleutel, antwoorden, plaats, oordeelId, versie, ...vers });
      return concept;
    },
    onSuccess: ({ stap, plaats }) =>
      void navigate(`/indienen/${id}/${stap || 'wat'}${plaats ? `?x=${plaats.x}&y=${plaats.y}` : ''}`, {
        replace: true,
      }),
  });
  const { mutate } = open;
  useEffect(() => {
    if (heel) mutate();
  }, [heel, mutate]);
  if (heel && !open.error) return <Skeleton what="Uw formulier" />;
  return (
    <div className="stapel">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Verder met uw formulier
      </h1>
      <Notice soort="error" title="Deze link werkt niet" live>
        {open.error?.message ??
          'De link is niet heel overgekomen. Kopieer hem helemaal, van https tot en met het laatste teken.'}
      </Notice>
      <p>
        <Link className="nl-link" to="/indienen">
          Begin opnieuw
        </Link>
      </p>
    </div>
  );
}
