import type { RefObject } from 'react';
import { begrippen } from '../begrippen.ts';

/** All terms with their explanation, in the order of the alphabet. */
export function BegrippenPage({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const lijst = [...begrippen].sort((a, b) => a.term.localeCompare(b.term, 'nl'));
  return (
    <div className="pagina stapel stapel--ruim">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Begrippen
      </h1>
      <p className="nl-paragraph">Woorden uit de wet, in gewone taal. De uitleg is een hulp; de wet zelf gaat voor.</p>
      <dl className="stapel">
        {lijst.map(({ term, uitleg, artikel }) => (
          <div key={term}>
            <dt>
              <strong>{term}</strong>
            </dt>
            <dd>
              {uitleg}
              {artikel && <span className="stil"> {artikel}.</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
