import { useQuery } from '@tanstack/react-query';
import { leesSensoren } from '../../server/veiligheid/contract.ts';
import { noemMaand } from '../../server/veiligheid/domain/periode.ts';
import { formatDatumKort, formatGetal, metHoofdletter } from '../format.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import { WeekTabel } from './WeekTabel.tsx';

const eenheid = { drukte: 'mensen per meting', geluid: 'decibel' } as const;

/** What the sensors of the register measure, by hour of the week. */
export function Sensoren({ gemeente }: { gemeente: string }) {
  const query = useQuery(ask(leesSensoren, { gemeente }));
  return (
    <QueryState query={query} what="Sensoren">
      {({ sensoren, bron }) => (
        <div className="stapel">
          <p className="stil">
            Een sensor zegt hoe druk of luid het daar is, niet of het er onveilig is. De tellingen op de kaart
            veranderen er niet door.
          </p>
          {sensoren.map(({ id, soort, plaats, meet, periode, zonder, uren, hoogste }) => (
            <section key={id} className="stapel stapel--dicht" aria-label={`${soort}, ${plaats}`}>
              <h3 className="kop-klein">
                {metHoofdletter(soort)}: {plaats}
              </h3>
              <p className="stil">{meet}</p>
              {periode ? (
                <WeekTabel
                  uren={uren}
                  bijschrift={`Gemiddeld per uur van de week in ${eenheid[soort]}, ${noemMaand(periode.van)} tot en met ${noemMaand(periode.tot)}. Hoe donkerder, hoe meer; de hoogste meting was ${formatGetal(hoogste ?? 0)}.${zonder.length > 0 ? ` Niet gemeten, dus onbekend: ${zonder.map(noemMaand).join(', ')}.` : ''}`}
                />
              ) : (
                <p>Van deze sensor zijn nog geen metingen geladen. Hoe druk of luid het er is, is dus onbekend.</p>
              )}
            </section>
          ))}
          {bron.peildatum && (
            <p className="bronnen">
              Bron: {bron.naam}, peildatum {formatDatumKort(bron.peildatum)}.
            </p>
          )}
        </div>
      )}
    </QueryState>
  );
}
