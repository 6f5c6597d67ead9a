import { useQuery } from '@tanstack/react-query';
import { leesKlok } from '../../server/veiligheid/contract.ts';
import { formatGetal } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import { WeekTabel } from './WeekTabel.tsx';

interface KlokProps {
  vraag: { gemeente: string; stroom: 'politie' | 'melding'; themas: readonly string[]; van: string; tot: string };
  buurt: { code: string; naam: string } | null;
}

/** Weekday by hour, of a buurt or the whole gemeente: never of a single cell. */
export function Klok({ vraag, buurt }: KlokProps) {
  const { themas, ...rest } = vraag;
  const query = useQuery(
    ask(leesKlok, { ...rest, themas: themas.join(','), ...(buurt && { buurt: buurt.code }) }, vraag.gemeente),
  );
  return (
    <QueryState query={query} what="Klok van de week">
      {({ uren, onbekend }) => {
        const hoogst = Math.max(1, ...uren);
        return (
          <>
            <WeekTabel
              uren={uren}
              bijschrift={`Registraties per uur van de week in ${buurt ? `de buurt ${buurt.naam}` : 'de hele gemeente'}. Hoe donkerder, hoe meer; het meeste is ${formatGetal(hoogst)}.`}
            />
            {onbekend > 0 && <p className="stil">Van {formatGetal(onbekend)} registraties is het uur niet bekend.</p>}
          </>
        );
      }}
    </QueryState>
  );
}
