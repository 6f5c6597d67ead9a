import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { formatUrl, parseUrl, type UrlState } from './url.ts';

interface Move {
  /** Another page; as usual: the card when a place is chosen, else the start. */
  path?: string;
  /** Not a step of its own in the history: a filter that is being typed. */
  replace?: boolean;
  /** What stands behind #, with the #. */
  hash?: string;
}

export interface Url {
  state: UrlState;
  path: string;
  /** The address of a page that keeps the place and the way of looking. */
  hrefOf(state: UrlState, path?: string): string;
  go(state: UrlState, move?: Move): void;
}

/** The address bar as state: reading it, and moving. */
export function useUrl(): Url {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const state = useMemo(() => parseUrl(new URLSearchParams(search)), [search]);
  const hrefOf = useCallback((next: UrlState, path?: string) => {
    const query = formatUrl(next);
    return `${path ?? (next.plaats ? '/locatie' : '/')}${query ? `?${query}` : ''}`;
  }, []);
  const go = useCallback(
    (next: UrlState, { path, replace = false, hash = '' }: Move = {}) =>
      void navigate(`${hrefOf(next, path)}${hash}`, { replace }),
    [navigate, hrefOf],
  );
  return { state, path: pathname, hrefOf, go };
}

/** The title of the window follows what is in view. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} | Omgevingsloket op de kaart` : 'Omgevingsloket op de kaart';
  }, [title]);
}

/**
 * Puts the focus on the heading when another page or place comes into view, so that a screen reader starts there.
 * Who is working in the map stays there.
 */
export function usePageFocus(heading: RefObject<HTMLElement | null>, page: string): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    const focus = () => {
      heading.current?.closest('[data-schuift]')?.scrollTo({ top: 0 });
      if (document.activeElement?.closest('[data-houdt-focus]')) return;
      heading.current?.focus({ preventScroll: true });
    };
    if (heading.current) return focus();
    // a page that is asked for when somebody goes there has its heading a moment later
    const arrival = new MutationObserver(() => {
      if (!heading.current) return;
      arrival.disconnect();
      focus();
    });
    arrival.observe(document.body, { childList: true, subtree: true });
    return () => arrival.disconnect();
  }, [heading, page]);
}
