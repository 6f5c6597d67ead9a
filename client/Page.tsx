import { type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { useTitle } from './navigation.ts';
import { Skeleton } from './ui/Section.tsx';

interface PageProps {
  /** In the title of the window; null: the name of the loket alone. */
  title: string | null;
  /** Address of the card of the chosen place; null: none is chosen, or this is it. */
  terug?: string | null;
  children: ReactNode;
}

/** What stands in the panel, with the way back to the chosen place. */
export function Page({ title, terug = null, children }: PageProps) {
  useTitle(title);
  return (
    <>
      {terug && (
        <p className="terug">
          <Link className="nl-link" to={terug}>
            Terug naar de gekozen plek
          </Link>
        </p>
      )}
      {children}
    </>
  );
}

/** A page that is loaded when somebody opens it. */
export function LazyPage({ title, terug = null, children }: PageProps & { title: string }) {
  return (
    <Page title={title} terug={terug}>
      <Suspense fallback={<Skeleton what={title} />}>{children}</Suspense>
    </Page>
  );
}
