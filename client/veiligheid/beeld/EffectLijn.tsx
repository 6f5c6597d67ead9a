import type { EffectStand, Interventie } from '../../../server/veiligheid/beeld/contract.ts';

type Gemeten = Extract<Interventie['meting'], { stand: 'gemeten' }>;

const procent = (deel: number) => `${deel > 0 ? '+' : deel < 0 ? '−' : ''}${Math.abs(Math.round(100 * deel))}%`;

/** Of the area, the ring and both: the estimate with its interval, on one scale around no difference. */
export function EffectLijn({ meting: { gebied, ring, samen } }: { meting: Gemeten }) {
  const rijen = [
    ['Hier', gebied],
    ['Eromheen', ring],
    ['Samen', samen],
  ].filter((rij): rij is [string, EffectStand] => rij[1] !== null);
  const grens = Math.min(3, Math.max(0.5, ...rijen.flatMap(([, { van, tot }]) => [Math.abs(van), Math.abs(tot)])));
  const plek = (deel: number) => 50 + (Math.max(-grens, Math.min(grens, deel)) / grens) * 48;
  return (
    <table className="beeld__effect">
      <caption className="alleen-voorlezen">Verschil met wat zonder de interventie te verwachten was</caption>
      <thead className="alleen-voorlezen">
        <tr>
          <th scope="col">Waar</th>
          <th scope="col">Verschil</th>
          <th scope="col">95% zeker tussen</th>
        </tr>
      </thead>
      <tbody>
        {rijen.map(([naam, { verschil, van, tot }]) => (
          <tr key={naam}>
            <th scope="row">{naam}</th>
            <td>{procent(verschil)}</td>
            <td>
              <span className="beeld__interval">
                {procent(van)} tot {procent(tot)}
              </span>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="beeld__balk">
                <path className="beeld__nul" d="M50 0v12" />
                <path d={`M${plek(van)} 6H${plek(tot)}`} />
                <path className="beeld__punt" d={`M${plek(verschil)} 1v10`} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
