/** Facts as pairs of what it is and what it says. */
export function Feiten({ rijen }: { rijen: readonly (readonly [term: string, waarde: string])[] }) {
  return (
    <dl className="feiten">
      {rijen.map(([term, waarde]) => (
        <div key={term} className="utrecht-data-list__item">
          <dt>{term}</dt>
          <dd>{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}
