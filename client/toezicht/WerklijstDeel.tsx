import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { afstandM, type RdPunt } from '../../server/geo/rd.ts';
import type { Bevinding, WerkStop } from '../../server/toezicht/contract.ts';
import { lengteVan, looproute } from '../../server/toezicht/domain/looproute.ts';
import { noemMaand } from '../../server/veiligheid/domain/periode.ts';
import { formatAfstand, formatDatumKort } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import type { Vanaf } from './BevindingForm.tsx';
import { type Plaatsbepaling, routeAdres } from './plek.ts';
import type { Veld } from './use-veld.ts';
import { noemPlaats, staatNamen } from './woorden.ts';

interface WerklijstDeelProps {
  veld: Veld;
  plek: Plaatsbepaling;
  onBeeld(beeld: VeldBeeld): void;
  leeg: VeldBeeld;
}

/** A place to go to. */
interface Stop extends RdPunt {
  id: string;
  titel: string;
  tekst: string;
  plaats: string;
  onder: string;
  /** Of a melding or bevinding, to go on with. */
  melding: string | null;
}

const vanLijst = (stop: WerkStop): Stop => ({
  ...stop,
  titel: stop.soort === 'melding' ? `Melding ${stop.titel}` : stop.titel,
  onder:
    stop.soort === 'melding'
      ? `Ontvangen ${formatDatumKort(stop.datum)}${stop.uiterlijk ? `, bekijken voor ${formatDatumKort(stop.uiterlijk)}` : ''}`
      : `Geteld tot en met ${noemMaand(stop.datum)}. Hier is geen losse melding: kijk rond.`,
  melding: stop.soort === 'melding' ? stop.id : null,
});

const vanBevinding = ({ id, x, y, gezien, adres, plaats, staat, door }: Bevinding): Stop => ({
  ...{ id, x, y, plaats: noemPlaats({ adres, plaats }), melding: null },
  titel: `Bevinding van ${door}`,
  tekst: gezien,
  onder: staatNamen[staat],
});

/** What waits nearby, in the order in which to walk. */
export function WerklijstDeel({ veld: { dienst, pakket }, plek, onBeeld, leeg }: WerklijstDeelProps) {
  const { search } = useLocation();
  const [gekozen, setGekozen] = useState<string | null>(null);
  const { positie, meet, bezig, fout } = plek;
  const begin = useMemo((): RdPunt | null => {
    if (positie) return positie;
    if (!dienst) return null;
    const [minX, minY, maxX, maxY] = dienst.gebied.omhullende;
    return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
  }, [positie, dienst]);
  const { stops, lengte } = useMemo(() => {
    const alle = [
      ...(pakket?.stops.map(vanLijst) ?? []),
      ...(
        pakket?.bevindingen.filter(({ staat, team }) => staat !== 'gesloten' && (team ?? 'toezicht') === 'toezicht') ??
        []
      ).map(vanBevinding),
    ];
    if (!begin) return { stops: [], lengte: 0 };
    const volgorde = looproute(begin, alle);
    return { stops: volgorde.flatMap((i) => alle[i] ?? []), lengte: lengteVan(begin, alle, volgorde) };
  }, [pakket, begin]);
  useEffect(
    () => onBeeld({ ...leeg, begin, stops: stops.map((stop) => ({ ...stop, gekozen: stop.id === gekozen })) }),
    [stops, begin, gekozen, onBeeld, leeg],
  );
  if (!pakket) return <GeenWerklijst kies={dienst === null} />;
  return (
    <section className="stapel" aria-labelledby="werklijst">
      <h2 id="werklijst" className="nl-heading nl-heading--level-2">
        Werklijst
      </h2>
      <p className="nl-paragraph">
        {stops.length === 0
          ? 'Er wacht niets in dit gebied. Haal het gebied opnieuw op, of kies een ander gebied.'
          : `${stops.length} ${stops.length === 1 ? 'plek' : 'plekken'} op looproute, hemelsbreed ${formatAfstand(lengte)}, vanaf ${positie ? 'uw plek' : 'het midden van uw gebied'}.`}
      </p>
      <div>
        <Button icon="doel" disabled={bezig} onClick={meet}>
          {bezig ? 'Uw plek meten' : 'Begin bij mijn plek'}
        </Button>
      </div>
      {fout && (
        <Notice soort="warning" title="Uw plek is niet bekend" live>
          {fout}
        </Notice>
      )}
      <ol className="toezicht__lijst">
        {stops.map((stop, i) => (
          <li key={stop.id} className={stop.id === gekozen ? 'toezicht__rij toezicht__rij--gekozen' : 'toezicht__rij'}>
            <button
              type="button"
              className="toezicht__stop"
              aria-pressed={stop.id === gekozen}
              onClick={() => setGekozen(stop.id)}
            >
              <span className="toezicht__nummer">{i + 1}</span>
              <span>
                <span className="toezicht__titel">{stop.titel}</span>
                <span>{stop.tekst}</span>
                <span className="stil">
                  {stop.plaats}, {formatAfstand(afstandM(stops[i - 1] ?? begin ?? stop, stop))} verder. {stop.onder}
                </span>
              </span>
            </button>
            <div className="toezicht__doen">
              <a className="nl-button nl-button--secondary" href={routeAdres(stop)}>
                <span className="nl-button__label">
                  Route<span className="alleen-voorlezen"> naar nummer {i + 1}</span>
                </span>
              </a>
              <Link
                className="nl-button nl-button--secondary"
                to={`/toezicht/bevinding${search}`}
                state={{ x: stop.x, y: stop.y, plaats: stop.plaats, melding: stop.melding } satisfies Vanaf}
              >
                <span className="nl-button__label">
                  Bevinding<span className="alleen-voorlezen"> bij nummer {i + 1}</span>
                </span>
              </Link>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function GeenWerklijst({ kies }: { kies: boolean }) {
  return (
    <section className="stapel" aria-labelledby="werklijst">
      <h2 id="werklijst" className="nl-heading nl-heading--level-2">
        Werklijst
      </h2>
      {kies ? (
        <Notice soort="info" title="Er staat geen gebied op deze tablet">
          Kies onderaan Gebied en neem een wijk of buurt mee. Dat kan alleen met verbinding.
        </Notice>
      ) : (
        <p className="nl-paragraph">Op deze tablet staat nu geen werklijst.</p>
      )}
    </section>
  );
}
