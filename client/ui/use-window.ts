import { useMemo, useSyncExternalStore } from 'react';

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (onChange) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => list.matches,
  );
}

/** The size of the window in CSS pixels. */
export function useWindowSize(): { width: number; height: number } {
  const key = useSyncExternalStore(
    (onChange) => {
      window.addEventListener('resize', onChange);
      return () => window.removeEventListener('resize', onChange);
    },
    () => `${window.innerWidth} ${window.innerHeight}`,
  );
  return useMemo(() => {
    const [width = 0, height = 0] = key.split(' ').map(Number);
    return { width, height };
  }, [key]);
}
