import type { Indicator } from '../../../server/veiligheid/beeld/contract.ts';
import { schrijfMeting } from '../../../server/veiligheid/beeld/domain/woorden.ts';

const [breed, hoog, rand] = [120, 32, 5];

/** The years as a line, with the same in words. A year that is not known is a gap. */
export function Verloop({ reeks, eenheid }: { reeks: Indicator['gemeente']['reeks']; eenheid: Indicator['eenheid'] }) {
  const getallen = reeks.flatMap(({ waarde }) => (typeof waarde === 'number' ? [waarde] : []));
  if (getallen.length < 2) return null;
  const [laag, top] = [Math.min(...getallen), Math.max(...getallen)];
  const [eerste, laatste] = [reeks[0]?.jaar ?? 0, reeks.at(-1)?.jaar ?? 0];
  const x = (jaar: number) => rand + ((jaar - eerste) / Math.max(1, laatste - eerste)) * (breed - 2 * rand);
  const y = (waarde: number) => hoog - rand - ((waarde - laag) / Math.max(1e-9, top - laag)) * (hoog - 2 * rand);
  const punten = reeks.flatMap(({ jaar, waarde }) =>
    typeof waarde === 'number' ? [{ jaar, x: x(jaar), y: y(waarde) }] : [],
  );
  const woorden = reeks.map((meting) => `${meting.jaar}: ${schrijfMeting(meting, eenheid)}`).join('; ');
  return (
    <svg className="beeld__lijn" viewBox={`0 0 ${breed} ${hoog}`} role="img" aria-label={woorden}>
      <title>{woorden}</title>
      <polyline points={punten.map((punt) => `${punt.x},${punt.y}`).join(' ')} />
      {punten.map((punt) => (
        <circle key={punt.jaar} cx={punt.x} cy={punt.y} r={punt.jaar === laatste ? 4 : 2} />
      ))}
    </svg>
  );
}
