import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { voorzettenVan } from '../../server/indienen/domain/voorinvullen.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import { type CheckInvoer, maakOordeel } from '../../server/vergunningcheck/contract.ts';
import type { Oordeel } from '../../server/vergunningcheck/domain/oordeel.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** From the outcome to the form: the oordeel is kept, goes along, and fills in what it knows. */
export function IndienDeel({ oordeel, invoer }: { oordeel: Oordeel; invoer: CheckInvoer }) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const ga = useMutation({
    mutationFn: async (zaaktype: string) => ({ zaaktype, id: (await call(maakOordeel, invoer)).id }),
    onSuccess: ({ zaaktype, id }) => void navigate(`/indienen/nieuw/${zaaktype}${search}#oordeel=${id}`),
  });
  const voorzetten = voorzettenVan(oordeel, invoer);
  if (voorzetten.length === 0) return null;
  return (
    <section aria-labelledby="indienen" className="stapel geen-druk">
      <h2 id="indienen" className="nl-heading nl-heading--level-2">
        Verder met indienen
      </h2>
      <p className="nl-paragraph">Uw plek, tekening en antwoorden gaan mee. U vult alleen de rest in.</p>
      <div className="rij">
        {voorzetten.map(({ zaaktype }, i) => (
          <Button
            key={zaaktype}
            soort={i === 0 ? 'primary' : 'secondary'}
            icon="document"
            disabled={ga.isPending}
            onClick={() => ga.mutate(zaaktype)}
          >
            {zaaktypeVan(zaaktype)?.naam}
          </Button>
        ))}
      </div>
      {ga.error && (
        <Notice soort="error" title="Verder gaan lukte niet" live>
          {ga.error.message} Uw check staat nog in de link.
        </Notice>
      )}
    </section>
  );
}
