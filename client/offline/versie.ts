import { useSyncExternalStore } from 'react';
import { volgGezien } from '../gezien.ts';
import { type VersieVraag, versieVraag } from './versie-vraag.ts';

/** How often an open page asks whether there is a new version, in ms. */
const elkUur = 60 * 60_000;

let nieuw = false;
const luisteraars = new Set<() => void>();

function meldNieuw(): void {
  nieuw = true;
  for (const luisteraar of luisteraars) luisteraar();
}

/** Whether the server has a newer version than this page runs. */
export function useNieuweVersie(): boolean {
  return useSyncExternalStore(
    (luisteraar) => {
      luisteraars.add(luisteraar);
      return () => luisteraars.delete(luisteraar);
    },
    () => nieuw,
  );
}

/**
 * Makes the page work without network, and lets it notice a new version. Call once, after the page has loaded.
 *
 * A new version never takes over a page that is open: the person is told, and loads it when it suits.
 */
export async function installeer(): Promise<void> {
  // a part of this page that the server no longer has
  window.addEventListener('vite:preloadError', () => navigator.onLine && meldNieuw());
  if (!('serviceWorker' in navigator)) return;
  const { messageSW, Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  // a worker forgets who told it what when it falls asleep: whoever tells it, lets the other windows tell it again
  const vensters = new BroadcastChannel(versieVraag);
  const vergelijk = async (worker: ServiceWorker | null | undefined, opVerzoek = false) => {
    const vraag: VersieVraag = { type: versieVraag, bestanden: eigenBestanden() };
    if (!worker) return;
    if (!(await messageSW(worker, vraag))) meldNieuw();
    else if (!opVerzoek) vensters.postMessage(null);
  };
  workbox.addEventListener('waiting', ({ sw }) => void vergelijk(sw));
  workbox.addEventListener('controlling', ({ sw }) => void vergelijk(sw));
  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await workbox.register();
  } catch {
    // a browser may refuse, as some private windows do: the page then works with a network only
    return;
  }
  vensters.onmessage = () => void vergelijk(registration?.waiting, true);
  void workbox.controlling.then(() =>
    volgGezien((urlsToCache) => void workbox.messageSW({ type: 'CACHE_URLS', payload: { urlsToCache } })),
  );
  setInterval(() => document.visibilityState === 'visible' && void workbox.update().catch(() => {}), elkUur);
}

/** The files of the version that this page was started with. */
function eigenBestanden(): string[] {
  const elementen = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    'script[src], link[rel="stylesheet"], link[rel="modulepreload"]',
  );
  return Array.from(elementen, (element) => new URL('src' in element ? element.src : element.href).pathname);
}
