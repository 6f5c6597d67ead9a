import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../server/behandelen/contract.ts';
import { leesZienswijzen } from '../../server/inspraak/contract.ts';
import { aantal, formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import { Zienswijzen } from '../ui/Zienswijzen.tsx';

/** What others said about this zaak, and until when they can. Nothing where nobody could. */
export function ZienswijzenDeel({ zaak: { id, termijn, bekendmakingen } }: { zaak: Dossier }) {
  const query = useQuery({ ...ask(leesZienswijzen, { zaak: id }), staleTime: 0 });
  const kon = bekendmakingen.length > 0 || (query.data?.totaal ?? 0) > 0;
  if (!kon) return null;
  return (
    <section className="stapel" aria-labelledby="zienswijzen">
      <h2 id="zienswijzen" className="nl-heading nl-heading--level-3">
        Zienswijzen en reacties
      </h2>
      {termijn.zienswijzenTot && <p>Iedereen kan een zienswijze geven t/m {formatDatum(termijn.zienswijzenTot)}.</p>}
      <QueryState query={query} what="Zienswijzen en reacties">
        {({ totaal, zienswijzen }) => (
          <>
            <p className="stil">
              {totaal === 0 ? 'Nog niemand reageerde.' : `${aantal(totaal, 'keer', 'keer')} gereageerd.`}
            </p>
            <Zienswijzen zienswijzen={zienswijzen} metNaam />
          </>
        )}
      </QueryState>
    </section>
  );
}
