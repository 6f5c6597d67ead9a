import { type RefObject, useId, useRef } from 'react';
import { type Begrip, splitBegrippen } from '../begrippen.ts';

/**
 * A term with its explanation one press away. The popover of the browser gives Escape, a press outside and a place
 * above everything else; we only put it beside the word.
 */
export function BegripTip({ begrip, tekst }: { begrip: Begrip; tekst: string }) {
  const id = useId();
  const knop = useRef<HTMLButtonElement>(null);
  const uitleg = useRef<HTMLSpanElement>(null);
  return (
    <>
      <button ref={knop} type="button" className="begrip" popoverTarget={id} onClick={() => placeBeside(knop, uitleg)}>
        {tekst}
      </button>
      <span
        ref={uitleg}
        id={id}
        popover="auto"
        role="note"
        aria-label={`Uitleg: ${begrip.term}`}
        className="begrip__uitleg"
      >
        <span>
          <strong>{begrip.term}</strong>
        </span>
        <span>{begrip.uitleg}</span>
        {begrip.artikel && <span className="stil">{begrip.artikel}</span>}
      </span>
    </>
  );
}

/** A text with its terms explained, each once. */
export function BegripText({ children, bekend }: { children: string; bekend?: Set<string> }) {
  return splitBegrippen(children, bekend && new Set(bekend)).map(({ tekst, begrip }) =>
    begrip ? <BegripTip key={begrip.term} begrip={begrip} tekst={tekst} /> : tekst,
  );
}

function placeBeside(word: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): void {
  // the popover has its size only after it opened
  requestAnimationFrame(() => {
    if (!word.current || !box.current) return;
    const at = word.current.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = box.current;
    const left = Math.max(12, Math.min(at.left, window.innerWidth - offsetWidth - 12));
    const below = at.bottom + 8;
    const top = below + offsetHeight < window.innerHeight ? below : Math.max(12, at.top - offsetHeight - 8);
    box.current.style.left = `${left}px`;
    box.current.style.top = `${top}px`;
  });
}
