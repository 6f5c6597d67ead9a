import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { leesZienswijzen } from '../../server/inspraak/contract.ts';
import { aantal } from '../format.ts';
import { ask } from '../query.ts';
import { MetRecht } from '../ui/MetRecht.tsx';
import { QueryState } from '../ui/Section.tsx';
import { Zienswijzen } from '../ui/Zienswijzen.tsx';

/** All that came in, also on plans that are no zaak of this loket: for a behandelaar, and for who sent it his own. */
export function OntvangenPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Zienswijzen en reacties
      </h1>
      <MetRecht gegeven="zienswijze" doe="lezen" wat="zienswijzen en reacties">
        <Ontvangen />
      </MetRecht>
    </div>
  );
}

function Ontvangen() {
  const query = useQuery({ ...ask(leesZienswijzen, {}), staleTime: 0 });
  return (
    <QueryState query={query} what="Zienswijzen en reacties">
      {({ totaal, zienswijzen }) =>
        totaal === 0 ? (
          <p className="nl-paragraph">Er is nog niets ontvangen.</p>
        ) : (
          <>
            <p className="stil" role="status">
              {aantal(totaal, 'zienswijze of reactie', 'zienswijzen en reacties')}
              {totaal > zienswijzen.length && `, hieronder de nieuwste ${zienswijzen.length}`}
            </p>
            <Zienswijzen zienswijzen={zienswijzen} metNaam />
          </>
        )
      }
    </QueryState>
  );
}
