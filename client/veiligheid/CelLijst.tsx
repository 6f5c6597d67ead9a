import { useMemo, useState } from 'react';
import type { RoosterAntwoord } from '../../server/veiligheid/contract.ts';
import { noemKans } from '../../server/veiligheid/domain/normaal.ts';
import { klasseKleuren } from '../cel-kleuren.ts';
import { formatGetal, metHoofdletter, aantal as noemAantal } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Vlek } from './Legenda.tsx';
import type { Beeld, Verloop } from './reken.ts';
import { klasseNamen, noemCategorie } from './woorden.ts';

interface CelLijstProps {
  beeld: Beeld;
  rooster: RoosterAntwoord;
  /** How each cell went through time; null: too short to tell. */
  verloop: Verloop | null | 'bezig';
  gekozen: number;
  onKies(cel: number): void;
}

const stap = 10;

/** What the map shows, as a table: the strongest first. */
export function CelLijst({ beeld, rooster, verloop, gekozen, onKies }: CelLijstProps) {
  const { bins, z, q, aantallen, verwacht } = beeld;
  const [hoeveel, setHoeveel] = useState(stap);
  const rijen = useMemo(
    () => [...bins.keys()].filter((cel) => (bins[cel] ?? 0) > 0).sort((a, b) => (z[b] ?? 0) - (z[a] ?? 0)),
    [bins, z],
  );
  const koud = useMemo(() => bins.reduce((som, bin) => som + (bin < 0 ? 1 : 0), 0), [bins]);
  return (
    <section aria-labelledby="lijst-kop" className="stapel">
      <h2 id="lijst-kop" className="nl-heading nl-heading--level-2">
        Hotspots in een lijst
      </h2>
      <p role="status">
        {noemAantal(rijen.length, 'cel', 'cellen')} met duidelijk meer dan gewoon, {noemAantal(koud, 'cel', 'cellen')}{' '}
        met minder, van de {formatGetal(beeld.n)}.
      </p>
      {rijen.length > 0 && (
        <table className="vtabel vtabel--cellen">
          <thead>
            <tr>
              <th scope="col">Plek</th>
              <th scope="col">Aantal</th>
              <th scope="col">Verwacht</th>
              <th scope="col">q</th>
            </tr>
          </thead>
          <tbody>
            {rijen.slice(0, hoeveel).map((cel) => (
              <tr key={cel} aria-current={cel === gekozen ? 'true' : undefined}>
                <th scope="row">
                  <button type="button" className="vtabel__knop" onClick={() => onKies(cel)}>
                    <Vlek kleur={klasseKleuren[bins[cel] ?? 0] ?? 'transparent'} />
                    <span>
                      {rooster.buurten[rooster.buurt[cel] ?? -1]?.naam ?? 'Buiten de buurten'}
                      <span className="alleen-voorlezen">, {klasseNamen[bins[cel] ?? 0]}</span>
                    </span>
                  </button>
                  <Patroonregel {...{ verloop, cel }} />
                </th>
                <td>{formatGetal(aantallen[cel] ?? 0)}</td>
                <td>{formatGetal(verwacht[cel] ?? 0)}</td>
                <td>{noemKans(q[cel] ?? Number.NaN)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hoeveel < rijen.length && (
        <div>
          <Button onClick={() => setHoeveel(hoeveel + 2 * stap)}>Toon meer</Button>
        </div>
      )}
    </section>
  );
}

/** The category of a cell, where there is one. */
function Patroonregel({ verloop, cel }: { verloop: CelLijstProps['verloop']; cel: number }) {
  const patroon = verloop === 'bezig' ? null : verloop?.patronen[cel];
  // only hot cells are in the list: the category of a cell that is cold as a rule says something else
  return patroon?.teken === 'warm' && patroon.categorie !== 'geen-patroon' ? (
    <span className="vtabel__patroon stil">{metHoofdletter(noemCategorie(patroon.categorie))}</span>
  ) : null;
}
