/**
 * What the page asked for past the service worker: at a first visit it is not there yet, and the worker thread of the map
 * that was started before it stays out of its sight. This way it can be kept all the same.
 */
const adressen = new Map<string, string>();
/** The most addresses that are remembered. */
const maximum = 300;
/** How long addresses are gathered, in ms. */
const samenMs = 1_000;

let ontvanger: ((urls: string[]) => void) | null = null;
let wachtend: ReturnType<typeof setTimeout> | null = null;

/** Whether what this page asks for now goes past the service worker. */
export const zonderServiceWorker = (): boolean => !navigator.serviceWorker?.controller;

/**
 * Remembers an address, of one `soort` only the last: of a section of the card the last place.
 *
 * @param url address within this site
 */
export function onthoud(url: string, soort: string = url): void {
  adressen.delete(soort);
  adressen.set(soort, url);
  const [oudste] = adressen.keys();
  if (adressen.size > maximum && oudste !== undefined) adressen.delete(oudste);
  if (ontvanger && wachtend === null) wachtend = setTimeout(geefDoor, samenMs);
}

/** Gives what was remembered, now and whenever there is more. */
export function volgGezien(verwerk: (urls: string[]) => void): void {
  ontvanger = verwerk;
  geefDoor();
}

function geefDoor(): void {
  wachtend = null;
  if (adressen.size > 0) ontvanger?.([...adressen.values()]);
  adressen.clear();
}
