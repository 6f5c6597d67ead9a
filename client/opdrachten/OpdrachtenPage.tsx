import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { herhaalOpdracht, leesOpdrachten } from '../../server/opdrachten/contract.ts';
import { call } from '../api.ts';
import { aantal, formatMoment } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';

/** For who keeps the loket going: what it still has to do, and what did not succeed. */
export function OpdrachtenPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Opdrachten van het loket
      </h1>
      <MetRecht gegeven="opdrachten" doe="lezen" wat="de opdrachten">
        <Stand />
      </MetRecht>
    </div>
  );
}

function Stand() {
  const client = useQueryClient();
  const vraag = ask(leesOpdrachten, {});
  const query = useQuery({ ...vraag, refetchInterval: 15_000 });
  const herhaal = useMutation({
    mutationFn: (id: string) => call(herhaalOpdracht, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: vraag.queryKey }),
  });
  return (
    <div className="stapel stapel--ruim">
      <p className="nl-paragraph">
        Wat later gebeurt, zoals een bericht versturen. Lukt iets niet, dan probeert het loket het zelf steeds opnieuw.
        Wat ook dan niet lukt, staat hieronder.
      </p>
      {herhaal.error && (
        <Notice soort="error" title="Dat lukte niet" live>
          {herhaal.error.message}
        </Notice>
      )}
      <QueryState query={query} what="Opdrachten">
        {({ soorten, mislukt }) => (
          <>
            <section className="stapel" aria-labelledby="bezig">
              <h2 id="bezig" className="nl-heading nl-heading--level-3">
                Nog te doen
              </h2>
              {soorten.every(({ wacht, bezig }) => wacht + bezig === 0) ? (
                <p>Alles is gedaan.</p>
              ) : (
                <ul className="logboek">
                  {soorten
                    .filter(({ wacht, bezig }) => wacht + bezig > 0)
                    .map(({ soort, wacht, bezig, oudsteWachtS }) => (
                      <li key={soort}>
                        {soort}: {aantal(wacht, 'wacht', 'wachten')}, {bezig} bezig
                        {oudsteWachtS !== null &&
                          oudsteWachtS > 60 &&
                          `. De oudste wacht ${Math.round(oudsteWachtS / 60)} minuten`}
                      </li>
                    ))}
                </ul>
              )}
            </section>
            <section className="stapel" aria-labelledby="mislukt">
              <h2 id="mislukt" className="nl-heading nl-heading--level-3">
                Niet gelukt
              </h2>
              {mislukt.length === 0 ? (
                <p>Er is niets mislukt.</p>
              ) : (
                <ul className="logboek">
                  {mislukt.map(({ id, soort, fout, pogingen, gegevenOp, misluktOp }) => (
                    <li key={id}>
                      <p>
                        <strong>{soort}</strong>: {fout}, na {aantal(pogingen, 'poging', 'pogingen')}
                      </p>
                      <p className="stil">
                        Gegeven op {formatMoment(gegevenOp)}, mislukt op {formatMoment(misluktOp)}
                      </p>
                      <Button disabled={herhaal.isPending} onClick={() => herhaal.mutate(id)}>
                        Probeer {soort} opnieuw
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
      </QueryState>
    </div>
  );
}
