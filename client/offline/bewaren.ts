/**
 * What the device keeps for when there is no network. This is a list of what may be kept, never of what may not: a
 * request that stands in no row goes to the server and leaves nothing behind.
 *
 * All that is kept is asked without cookies, so it is what anybody would see; a page behind a login belongs in no row
 * of this kind. A mode that keeps an area for work in the field gets rows of its own, and fills them with the same
 * message (`CACHE_URLS`) that fills these at the first visit.
 */
export interface Bewaring {
  /** Name of the cache. */
  naam: string;
  /** Most answers in it; what was used longest ago goes first. */
  maximum: number;
  /** `vers`: asked again each time, the kept answer is for when there is none. `vast`: never changes at its address. */
  soort: 'vers' | 'vast';
  /** Paths without their query. */
  paden: readonly RegExp[];
  /** Parameters of the query without which nothing is kept. */
  met: readonly string[];
}

export const plekBewaring: Bewaring = {
  naam: 'plek',
  maximum: 40,
  soort: 'vers',
  paden: [/^\/api\/v1\/(locatie|regels|omstandigheden|besluiten|lagen\/hier)$/],
  met: ['x', 'y'],
};

export const bewaringen: readonly Bewaring[] = [
  plekBewaring,
  {
    naam: 'algemeen',
    maximum: 60,
    soort: 'vers',
    paden: [/^\/api\/v1\/(begin|lagen|bronnen|regelteksten\/\d+)$/],
    met: [],
  },
  {
    naam: 'tegels',
    maximum: 400,
    soort: 'vast',
    paden: [/^\/ogc\/v1\/collections\/[a-z-]+\/tiles\/WebMercatorQuad\/\d+\/\d+\/\d+$/],
    // with the version in its address a tile never changes
    met: ['v'],
  },
];

/** The row that allows an address of this site to be kept; undefined: none. */
export const bewaringVan = ({ pathname, searchParams }: URL): Bewaring | undefined =>
  bewaringen.find(
    ({ paden, met }) => paden.some((pad) => pad.test(pathname)) && met.every((naam) => searchParams.has(naam)),
  );

/** Whether a kept answer is about another place than `url`: only the last place is kept. */
export const isAnderePlek = (bewaard: URL, url: URL): boolean =>
  plekBewaring.met.some((naam) => bewaard.searchParams.get(naam) !== url.searchParams.get(naam));
