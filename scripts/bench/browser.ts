import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { chromiumOptions } from '../test/chromium.ts';

const screen = { width: 1440, height: 900 };

/** One Chromium for a job; closed afterwards. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(chromiumOptions);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A person who was never here: nothing cached. */
export async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: screen, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** One file that a page asked for. */
export interface Loaded {
  url: string;
  /** Body and headers as they came over the line, compressed. */
  bytes: number;
}

/**
 * Notes every file that the page and its workers ask for, in the order of asking.
 *
 * @returns what was loaded until it is called
 */
export function watchLoads(page: Page): () => Promise<Loaded[]> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return () => Promise.all(requests.map(async (request) => ({ url: request.url(), bytes: await bytesOf(request) })));
}

/** The browser does not tell how large the script of a worker was on the line: as gzip makes it, then. */
async function bytesOf(request: Request): Promise<number> {
  const response = await request.response();
  if (!response) return 0;
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const isWorker = responseBodySize === 0 && request.resourceType() === 'script';
  return responseHeadersSize + (isWorker ? gzipSync(await response.body()).length : responseBodySize);
}

/** Has a script of the folder `page` run in a page before its own. */
export const addScript = (page: Page, name: string) =>
  page.addInitScript({ path: fileURLToPath(new URL(`./page/${name}`, import.meta.url)) });

/** Opens a page: ms until the first shape of a tile is drawn. */
export async function firstTileMs(page: Page, url: string): Promise<number> {
  await addScript(page, 'first-tile.js');
  await page.goto(url);
  const handle = await page.waitForFunction(() => (window as { firstTile?: number }).firstTile, null, {
    timeout: 60_000,
  });
  return (await handle.jsonValue()) as number;
}
