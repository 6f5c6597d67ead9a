import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being put on paper: true while the browser makes its print. */
export function useDruk(): boolean {
  const [druk, setDruk] = useState(false);
  useEffect(() => {
    // the browser prints as soon as this returns
    const begin = () => flushSync(() => setDruk(true));
    const einde = () => setDruk(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', einde);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', einde);
    };
  }, []);
  return druk;
}
