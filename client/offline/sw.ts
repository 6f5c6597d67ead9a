/**
 * The service worker: the shell and the last place open without network.
 *
 * Pages are always asked from the server first, so whoever has network sees the newest version. The shell that was
 * kept is one whole version: its files carry a hash in their name, and it is replaced all at once.
 */
import { clientsClaim } from 'workbox-core';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { enable as enableNavigationPreload } from 'workbox-navigation-preload';
import { addRoute, matchPrecache, type PrecacheEntry, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { bewaringen, bewaringVan } from './bewaren.ts';
import { strategieVan } from './strategie.ts';
import { type VersieVraag, versieVraag } from './versie-vraag.ts';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the shell; the build fills it in. */
declare const __SCHIL__: PrecacheEntry[];

precache(__SCHIL__);
addRoute({ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] });
enableNavigationPreload();
clientsClaim();

const schilZonderNetwerk: WorkboxPlugin = { handlerDidError: () => matchPrecache('/index.html') };
registerRoute(
  new NavigationRoute(new NetworkOnly({ plugins: [schilZonderNetwerk] }), {
    // data and files are no pages of the client; the query belongs to what is compared
    denylist: [/^\/(api|ogc)\//, /^[^?]*\.[^/?]*(\?|$)/],
  }),
);

for (const bewaring of bewaringen) {
  registerRoute(({ url, sameOrigin }) => sameOrigin && bewaringVan(url) === bewaring, strategieVan(bewaring), 'GET');
}

/** The windows that run this version, as far as they said so since this worker woke up. */
const bij = new Set<string>();

self.addEventListener('message', (event) => {
  const vraag = event.data as Partial<VersieVraag>;
  if (vraag.type !== versieVraag || !(event.source instanceof WindowClient)) return;
  const schil = new Set(__SCHIL__.map((entry) => (typeof entry === 'string' ? entry : entry.url)));
  const kent = (vraag.bestanden ?? []).every((bestand) => schil.has(bestand));
  event.ports[0]?.postMessage(kent);
  if (!kent) return;
  bij.add(event.source.id);
  event.waitUntil(activateWhenAllAgree());
});

/**
 * Takes over when no window would lose the files that it was started with. Looks again for a while: a page that was
 * loaded anew just now may still be listed beside the one that came in its place.
 */
async function activateWhenAllAgree(): Promise<void> {
  for (let keer = 0; keer < 10; keer += 1) {
    const vensters = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (vensters.every(({ id }) => bij.has(id))) {
      await self.skipWaiting();
      return;
    }
    await new Promise((verder) => setTimeout(verder, 1000));
  }
}
