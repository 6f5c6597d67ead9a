import type { Browser } from '@playwright/test';
import { type BarePage, serveBarePage } from '../bare-map.ts';
import { firstTileMs, type Loaded, watchLoads, withBrowser, withPage } from '../browser.ts';
import type { Bench, Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { median } from '../timings.ts';

/** The layers that somebody turns on to see much at once: areas, points and hatching. */
const vijfLagen = 'besluiten,regels-functie,regels-bouw,omstandigheid-geluid-weg,omstandigheid-bodem';

/** A cold page: what comes over the line before there is something to see, and when the first tile is there. */
export const pagina: Job = {
  name: 'pagina',
  uitleg: 'de pagina voor het eerst openen, naast een kale MapLibre op dezelfde tegels',
  async run(bench) {
    const loket = await bench.loket(true);
    const bare = await serveBarePage(loket);
    bench.atEnd(bare.stop);
    return withBrowser(async (browser) => ({ figures: await measure(bench, browser, loket, bare) }));
  },
};

async function measure(bench: Bench, browser: Browser, loket: string, bare: BarePage): Promise<Record<string, number>> {
  const rounds = bench.short ? 1 : 9;
  const product: number[] = [];
  const kaal: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const both = [
      async () => product.push(await firstTile(browser, loket)),
      async () => kaal.push(await firstTile(browser, bare.url)),
    ];
    for (const one of round % 2 === 0 ? both : both.reverse()) await one();
  }
  const loads = await loadsOf(browser, `${loket}/`);
  const scripts = loads.filter(({ url }) => /\.m?js(\?|$)/.test(url));
  const map = scripts.findIndex(({ url }) => /MapView|maplibre/.test(url));
  if (map < 0) throw new Error('The page asked for no map');
  const [plaats] = await adresPlaatsen(bench.db, 1);
  const views = {
    begin: loads,
    plaats: await loadsOf(browser, `${loket}/locatie?x=${plaats?.x}&y=${plaats?.y}`),
    'vijf lagen': await loadsOf(browser, `${loket}/?lagen=${vijfLagen}`),
    'vijf lagen op een plaats': await loadsOf(
      browser,
      `${loket}/locatie?x=${plaats?.x}&y=${plaats?.y}&lagen=${vijfLagen}`,
    ),
  };
  const tegels = Object.entries(views).map(([naam, seen]) => [naam, kB(seen.filter(isTegel))] as const);
  return {
    'eerste tegel, ms p50': median(product),
    'kale MapLibre: eerste tegel, ms p50': median(kaal),
    'eerste tegel t.o.v. kale MapLibre': median(product.map((ms, i) => ms / (kaal[i] as number))),
    'JavaScript vóór de kaart, kB gz': kB(scripts.slice(0, map)),
    'JavaScript in totaal, kB gz': kB(scripts),
    'alles samen, kB': kB(loads),
    ...Object.fromEntries(tegels.map(([naam, size]) => [`tegels bij ${naam}, kB`, size])),
    'tegels in het eerste beeld, kB': Math.max(...tegels.map(([, size]) => size)),
  };
}

const kB = (loads: readonly Loaded[]) => loads.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

const isTegel = ({ url }: Loaded) => url.includes('/tiles/WebMercatorQuad/');

const firstTile = (browser: Browser, url: string) => withPage(browser, (page) => firstTileMs(page, url));

/** All that a page asks for until its map stands still. */
const loadsOf = (browser: Browser, url: string) =>
  withPage(browser, async (page) => {
    const loaded = watchLoads(page);
    await page.goto(url);
    await page.waitForSelector('[data-kaart="getekend"]', { timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    return loaded();
  });
