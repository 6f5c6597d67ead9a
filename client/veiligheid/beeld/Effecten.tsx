import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { leesBeeld } from '../../../server/veiligheid/beeld/contract.ts';
import { ask } from '../../query.ts';
import { useSession } from '../../session.ts';
import { QueryState } from '../../ui/Section.tsx';
import { InterventieLijst } from './Interventies.tsx';
import { padVanInterventie } from './pad.ts';

/** What interventions changed in these themas. */
export function Effecten({ gemeente, themas }: { gemeente: string; themas: readonly string[] }) {
  const { mag } = useSession();
  const query = useQuery(ask(leesBeeld, { gemeente }));
  return (
    <QueryState query={query} what="Interventies">
      {({ interventies }) => {
        const hier = interventies.filter(({ thema }) => themas.includes(thema));
        return (
          <div className="stapel">
            {hier.length === 0 && <p>Bij dit thema is nog geen interventie vastgelegd. Er is dus niets gemeten.</p>}
            <InterventieLijst Kop="h3" interventies={hier} />
            {mag('veiligheidsbeeld', 'schrijven') && (
              <p>
                <Link className="nl-link" to={padVanInterventie()}>
                  Leg een interventie vast
                </Link>
              </p>
            )}
          </div>
        );
      }}
    </QueryState>
  );
}
