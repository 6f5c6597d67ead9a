import type { Ontvangst } from '../../server/indienen/contract.ts';

/** Questions of one step with what was answered. */
export function Antwoorden({ regels }: { regels: Ontvangst['stappen'][number]['regels'] }) {
  return (
    <dl>
      {regels.map(({ vraag, antwoord }) => (
        <div key={vraag}>
          <dt className="stil">{vraag}</dt>
          <dd dir="auto">{antwoord}</dd>
        </div>
      ))}
    </dl>
  );
}
