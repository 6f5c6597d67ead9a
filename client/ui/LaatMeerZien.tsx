import { Button } from './Button.tsx';

interface LaatMeerZienProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> };
  /** "Laat oudere zien" */
  children: string;
}

/** Under a list that comes in pages: asks the next one, as long as there is one. */
export function LaatMeerZien({ query, children }: LaatMeerZienProps) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {children}
      </Button>
    </div>
  );
}
