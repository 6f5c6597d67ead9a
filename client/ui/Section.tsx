import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../api.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';
import { usePrinting } from './use-window.ts';

interface FrameProps {
  id: string;
  title: string;
  open: boolean;
  onToggle(): void;
}

/**
 * The heading that opens and closes a section of the card, with what is in it. That can be hundreds of lines, so it is
 * made when somebody opens the section or prints the card.
 */
export function SectionFrame(props: FrameProps & { summary: ReactNode; busy?: boolean; children(): ReactNode }) {
  const { id, title, open, onToggle, summary, busy = false, children } = props;
  const printing = usePrinting();
  return (
    <section className="sectie" aria-labelledby={`${id}-kop`}>
      <h2 className="sectie__kop" id={`${id}-kop`}>
        <button
          type="button"
          className="sectie__knop"
          aria-expanded={open}
          aria-controls={`${id}-inhoud`}
          onClick={onToggle}
        >
          <span className="sectie__naam">{title}</span>
          <Icon name="pijlOmlaag" className="sectie__pijl" />
        </button>
      </h2>
      <div className="sectie__samenvatting">{summary}</div>
      <div
        className={`sectie__inhoud ${busy ? 'sectie__bezig' : ''}`}
        id={`${id}-inhoud`}
        aria-busy={busy}
        hidden={!open}
      >
        {(open || printing) && children()}
      </div>
    </section>
  );
}

interface SectionProps<T> extends FrameProps {
  query: UseQueryResult<T, Error>;
  /** The answer in one or two lines, shown also when the section is closed. */
  summary(data: T): ReactNode;
  children(data: T): ReactNode;
}

/** One section of the card. It loads, fails and recovers by itself, and leaves the others alone. */
export function Section<T>({ query, summary, children, ...frame }: SectionProps<T>) {
  return (
    <SectionFrame
      {...frame}
      busy={query.isPlaceholderData}
      summary={
        <QueryState query={query} what={frame.title}>
          {summary}
        </QueryState>
      }
    >
      {() => query.data !== undefined && children(query.data)}
    </SectionFrame>
  );
}

interface QueryStateProps<T> {
  query: UseQueryResult<T, Error>;
  /** What is asked for, as the person knows it: "Regels". */
  what: string;
  children(data: T): ReactNode;
}

/** The data; or the shape of what comes; or what went wrong, what was kept and what to do. */
export function QueryState<T>({ query, what, children }: QueryStateProps<T>) {
  const error = useStandingError(query);
  const opnieuw = (
    <div>
      <Button onClick={(event) => void askAgain(query, event.currentTarget)}>Probeer het opnieuw</Button>
    </div>
  );
  if (query.data !== undefined) {
    return (
      <>
        {error && (
          <Notice soort="warning" title="Verversen lukte niet" live>
            <p className="nl-paragraph">
              {error.message} U ziet wat wij om{' '}
              {new Date(query.dataUpdatedAt).toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' })} uur
              wisten.
            </p>
            {opnieuw}
          </Notice>
        )}
        {children(query.data)}
      </>
    );
  }
  if (error) {
    const tijdelijk = !(error instanceof ApiError) || error.tijdelijk;
    // what is not there, or cannot be asked, does not come by asking again
    const nooit = error instanceof ApiError && (error.status === 404 || error.status === 400);
    return (
      <Notice
        soort="error"
        title={`${what}: ${error instanceof ApiError ? error.title.toLowerCase() : 'er ging iets mis'}`}
        live
      >
        <p className="nl-paragraph">{error.message}</p>
        {tijdelijk && (
          <p className="nl-paragraph">De rest van deze pagina blijft werken. Wij proberen het zelf ook opnieuw.</p>
        )}
        {!nooit && opnieuw}
      </Notice>
    );
  }
  return <Skeleton what={what} />;
}

/** Asks once more. The answer takes the button away: who pressed it goes on from the heading above it. */
async function askAgain(query: UseQueryResult<unknown, Error>, button: HTMLButtonElement): Promise<void> {
  const heading = button.closest('section, article')?.querySelector<HTMLElement>('h1, h2 > button');
  const { isSuccess } = await query.refetch();
  const focused = document.activeElement;
  if (isSuccess && (focused === button || focused === document.body)) heading?.focus({ preventScroll: true });
}

/** The last error until there is an answer: a retry in the background does not take the message away. */
function useStandingError(query: UseQueryResult<unknown, Error>): Error | null {
  const [standing, setStanding] = useState<Error | null>(query.error);
  if (query.error && query.error !== standing) setStanding(query.error);
  if (!query.error && standing && query.isSuccess) setStanding(null);
  return query.isSuccess && !query.error ? null : (query.error ?? standing);
}

export function Skeleton({ what }: { what: string }) {
  return (
    <div className="skelet" role="status">
      <span className="alleen-voorlezen">{what} wordt geladen</span>
      <span />
      <span />
      <span />
    </div>
  );
}
