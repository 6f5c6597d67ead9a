import { useEffect, useState } from 'react';

const key = 'hoog-contrast';

/** The high contrast switch, for a tablet in the sun. This device remembers it. */
export function useContrast(): { hoog: boolean; toggle(): void } {
  const [hoog, setHoog] = useState(
    () => window.localStorage.getItem(key) === 'ja' || window.matchMedia('(prefers-contrast: more)').matches,
  );
  useEffect(() => {
    document.documentElement.dataset.contrast = hoog ? 'hoog' : 'gewoon';
  }, [hoog]);
  return {
    hoog,
    toggle: () => {
      window.localStorage.setItem(key, hoog ? 'nee' : 'ja');
      setHoog(!hoog);
    },
  };
}
