import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { ImportFault } from '../importer.ts';
import type { Feature } from './collecties.ts';

const link = z.object({ rel: z.string(), href: z.string(), type: z.nullish(z.string()), title: z.nullish(z.string()) });
const links = z._default(z.array(link), []);

const landing = z.object({ title: z.nullish(z.string()), links });

const collectie = z.object({
  id: z.string(),
  title: z.nullish(z.string()),
  crs: z._default(z.array(z.string()), []),
  links,
});

const pagina = z.object({
  type: z.literal('FeatureCollection'),
  timeStamp: z.nullish(z.string()),
  numberMatched: z.nullish(z.number()),
  features: z.array(
    z.object({
      id: z.nullish(z.union([z.string(), z.number()])),
      properties: z.nullish(z.record(z.string(), z.unknown())),
      geometry: z.nullish(z.record(z.string(), z.unknown())),
    }),
  ),
  links,
});

export interface OgcCollectie {
  id: string;
  titel: string;
  licentie: string | null;
  /** EPSG code in which the features come: 28992 when the server offers it, otherwise 4326 (longitude first). */
  srid: number;
  items: URL;
}

/** RD in the notations that servers use. */
const isRd = (crs: string) => /(EPSG\/\d+(\.\d+)*\/28992|EPSG:(\d+(\.\d+)*)?:28992)$/.test(crs);

/** How long one page may take, and how long to wait before trying a page again. */
export interface Geduld {
  paginaMs: number;
  herhaalNaMs: readonly number[];
}

export const normaalGeduld: Geduld = { paginaMs: 60_000, herhaalNaMs: [500, 2_000, 5_000] };

/**
 * Reads the description of a collection.
 *
 * @param root landing page of the API
 * @throws ImportFault when the server does not answer, or does not have this collection
 */
export async function readCollectie(root: URL, id: string, geduld = normaalGeduld): Promise<OgcCollectie> {
  const url = new URL(`${root.pathname.replace(/\/$/, '')}/collections/${encodeURIComponent(id)}`, root);
  url.search = root.search;
  url.searchParams.set('f', 'json');
  const read = parse(collectie, await getJson(url, geduld), url);
  const rd = read.crs.find(isRd);
  const given = read.links.find(({ rel, type }) => rel === 'items' && (!type || /geo\+json/.test(type)));
  const items = new URL(given?.href ?? `${url.pathname}/items`, url);
  if (rd) items.searchParams.set('crs', rd);
  const licentie = read.links.find(({ rel }) => rel === 'license');
  return {
    id: read.id,
    titel: read.title ?? read.id,
    licentie: licentie ? (licentie.title ?? licentie.href) : null,
    srid: rd ? 28992 : 4326,
    items,
  };
}

/** The title of the API, and its licence when it tells. */
export async function readLanding(
  root: URL,
  geduld = normaalGeduld,
): Promise<{ titel: string; licentie: string | null }> {
  const url = new URL(root);
  url.searchParams.set('f', 'json');
  const read = parse(landing, await getJson(url, geduld), url);
  const licentie = read.links.find(({ rel }) => rel === 'license');
  return { titel: read.title ?? root.hostname, licentie: licentie ? (licentie.title ?? licentie.href) : null };
}

/**
 * Streams the features of a collection by following the `next` links, one page in memory at a time.
 *
 * @param bbox x1,y1,x2,y2 in RD metres
 * @throws ImportFault when a page stays away, when pages repeat themselves, or when fewer features came than promised
 */
export async function* readFeatures(
  { items, id, srid }: OgcCollectie,
  bbox: readonly number[] | null,
  geduld = normaalGeduld,
): AsyncGenerator<Feature> {
  let url: URL | null = new URL(items);
  url.searchParams.set('f', 'json');
  url.searchParams.set('limit', '1000');
  if (bbox) {
    url.searchParams.set('bbox', bbox.join(','));
    url.searchParams.set('bbox-crs', 'http://www.opengis.net/def/crs/EPSG/0/28992');
  }
  const seenUrls = new Set<string>();
  const seenStarts = new Set<string>();
  let matched: number | null = null;
  let count = 0;
  while (url) {
    const here: URL = url;
    if (seenUrls.has(here.href)) throw herhaling(here);
    seenUrls.add(here.href);
    const page = parse(pagina, await getJson(here, geduld, srid), here);
    matched ??= page.numberMatched ?? null;
    const start = page.features[0]?.id;
    if (start !== undefined && start !== null) {
      if (seenStarts.has(String(start))) throw herhaling(here);
      seenStarts.add(String(start));
    }
    for (const feature of page.features) {
      count += 1;
      yield { id: String(feature.id ?? ''), properties: feature.properties ?? {}, geometry: feature.geometry ?? null };
    }
    const next = page.links.find(({ rel, type }) => rel === 'next' && (!type || /json/.test(type)));
    if (next && page.features.length === 0) throw herhaling(here);
    url = next ? new URL(next.href, here) : null;
    if (url && url.origin !== here.origin) {
      throw new ImportFault(`${here.origin} verwijst voor de volgende pagina naar een andere server (${url.origin}).`);
    }
  }
  if (matched !== null && count < matched) {
    throw new ImportFault(`De collectie ${id} gaf ${count} van de ${matched} objecten. Probeer het later opnieuw.`);
  }
}

function herhaling(url: URL): ImportFault {
  return new ImportFault(`De server blijft naar dezelfde pagina verwijzen (${url.href}), dus wij zijn gestopt.`);
}

function parse<T extends z.ZodMiniType>(schema: T, json: unknown, url: URL): z.infer<T> {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new ImportFault(
    `${url.href} antwoordt niet zoals OGC API Features hoort te doen (${issue?.path.join('.')}: ${issue?.message}).`,
  );
}

/** @param srid what the server must say that the coordinates are in; checked where it says so */
async function getJson(url: URL, { paginaMs, herhaalNaMs }: Geduld, srid?: number): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await tryJson(url, paginaMs, srid);
    if ('json' in result) return result.json;
    const wait = herhaalNaMs[attempt];
    if (!result.temporary || wait === undefined) throw new ImportFault(`${url.href} ${result.why}.`);
    await sleep(wait);
  }
}

async function tryJson(
  url: URL,
  paginaMs: number,
  srid?: number,
): Promise<{ json: unknown } | { why: string; temporary: boolean }> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/geo+json, application/json;q=0.9' },
      signal: AbortSignal.timeout(paginaMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return {
        why: `antwoordt met HTTP ${response.status}`,
        temporary: [429, 500, 502, 503, 504].includes(response.status),
      };
    }
    const contentCrs = response.headers.get('content-crs')?.replace(/[<>]/g, '');
    if (srid === 28992 && contentCrs && !isRd(contentCrs)) {
      return { why: `geeft coördinaten in ${contentCrs}, niet in RD`, temporary: false };
    }
    const text = await response.text();
    try {
      return { json: JSON.parse(text) };
    } catch {
      return { why: 'geeft geen JSON', temporary: false };
    }
  } catch (error) {
    const { name, message, cause } = error as Error;
    const why = name === 'TimeoutError' ? 'antwoordt niet op tijd' : `is niet bereikbaar (${String(cause ?? message)})`;
    return { why, temporary: true };
  }
}
