import type { ThemaBeeld } from '../../../server/veiligheid/beeld/contract.ts';

const vragen = [
  ['problematiek', 'Wat is er aan de hand?'],
  ['aanpak', 'Wat doen wij nu?'],
  ['extra', 'Wat is extra nodig?'],
] as const;

/** The three questions with what was written. */
export function Vragen({ thema }: { thema: ThemaBeeld }) {
  return (
    <dl className="beeld__vragen">
      {vragen.map(([veld, vraag]) => (
        <div key={veld}>
          <dt>{vraag}</dt>
          <dd>{thema[veld] || <span className="stil">Nog niet geschreven.</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
