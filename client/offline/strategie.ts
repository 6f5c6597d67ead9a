import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { bewaardOpHeader, gebiedKast } from '../stand.ts';
import { type Bewaring, isAnderePlek, plekBewaring } from './bewaren.ts';

/** So long a kept answer waits for a slow network, in seconds. */
const geduld = 8;

/** How one row of the list is asked for and kept. */
export function strategieVan({ naam, maximum, soort }: Bewaring): NetworkFirst | CacheFirst {
  const plugins: WorkboxPlugin[] = [
    alleenGeslaagd(soort),
    new ExpirationPlugin({ maxEntries: maximum, purgeOnQuotaError: true }) as WorkboxPlugin,
    ...(soort === 'vers' ? [metStand] : []),
    ...(naam === plekBewaring.naam ? [alleenLaatstePlek] : []),
    ...(soort === 'vast' ? [ookUitGebied] : []),
  ];
  const options = { cacheName: naam, plugins, fetchOptions: { credentials: 'omit' as const } };
  return soort === 'vers' ? new NetworkFirst({ ...options, networkTimeoutSeconds: geduld }) : new CacheFirst(options);
}

/** Keeps no error; and of what never changes only what the server calls public. An empty tile (204) is an answer. */
function alleenGeslaagd(soort: Bewaring['soort']): WorkboxPlugin {
  return {
    cacheWillUpdate: async ({ response }) => {
      const openbaar = soort === 'vers' || response.headers.get('Cache-Control')?.includes('public');
      return openbaar && (response.status === 200 || response.status === 204) ? response : null;
    },
  };
}

/** Says of a kept answer when the server gave it. */
const metStand: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    if (!cachedResponse) return null;
    const headers = new Headers(cachedResponse.headers);
    headers.set(bewaardOpHeader, new Date(headers.get('Date') ?? 0).toISOString());
    return new Response(cachedResponse.body, { status: cachedResponse.status, headers });
  },
};

/** What was taken along for an area is there when it was not looked at before. */
const ookUitGebied: WorkboxPlugin = {
  handlerDidError: async ({ request }) => caches.match(request.url, { cacheName: gebiedKast }),
};

/** Forgets the other places as soon as another one is kept. */
const alleenLaatstePlek: WorkboxPlugin = {
  cacheDidUpdate: async ({ cacheName, request }) => {
    const cache = await caches.open(cacheName);
    const url = new URL(request.url);
    const ander = (await cache.keys()).filter((bewaard) => isAnderePlek(new URL(bewaard.url), url));
    await Promise.all(ander.map((bewaard) => cache.delete(bewaard)));
  },
};
