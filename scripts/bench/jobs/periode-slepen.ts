import type { Page } from '@playwright/test';
import { addScript, withBrowser, withPage } from '../browser.ts';
import type { Job } from '../job.ts';
import { logIn, sessieKoekje } from '../sessie.ts';
import { percentile } from '../timings.ts';

/** What a screen of 60 Hz takes for a frame, in ms. */
const frameMs = 1000 / 60;

/** Kept by the scripts in the folder `page`. */
type Meter = { frames: number[]; tekent: number };

/** Somebody drags the period over the timeline: how many frames are dropped while the map is judged anew. */
export const periodeSlepen: Job = {
  name: 'periode-slepen',
  uitleg:
    'de periode van de hotspotkaart slepen, terwijl de kaart meerekent; ernaast dezelfde muis op een pagina die niets doet',
  async run({ db, loket, short }) {
    const url = await loket(true);
    const koekje = await logIn(db, 'beleidsmaker', 'gm9999');
    const stappen = short ? 30 : 240;
    return withBrowser(async (browser) => {
      const meet = (doof: boolean) =>
        withPage(browser, async (page) => {
          await page.context().addCookies([{ name: sessieKoekje, value: koekje, url }]);
          for (const script of ['frames.js', 'tekent.js']) await addScript(page, script);
          await page.goto(`${url}/veiligheid`);
          await page.waitForSelector('[data-kaart="getekend"]', { timeout: 60_000 });
          await page.getByRole('region', { name: 'Hotspots in een lijst' }).getByRole('button').first().waitFor();
          if (doof) await maakDoof(page);
          return sleep(page, stappen);
        });
      const product = await meet(false);
      const bodem = await meet(true);
      return {
        figures: {
          'gemiste beelden, %': gemist(product.tussen),
          'gemiste beelden op de pagina die niets doet, %': gemist(bodem.tussen),
          'vormen die de kaart opnieuw tekende': product.tekent,
          'tussen twee beelden, ms p50': percentile(product.tussen, 0.5),
          'tussen twee beelden, ms p99': percentile(product.tussen, 0.99),
          beelden: product.tussen.length,
        },
      };
    });
  },
};

/** The page no longer hears the mouse: what remains is the browser and the machine. */
const maakDoof = (page: Page) =>
  page.evaluate(() => {
    for (const soort of ['pointerdown', 'pointermove', 'pointerup'])
      window.addEventListener(soort, (event) => event.stopImmediatePropagation(), true);
  });

/** Drags to and fro over the timeline: ms between frames, and what the map drew meanwhile. */
async function sleep(page: Page, stappen: number): Promise<{ tussen: number[]; tekent: number }> {
  const lees = () =>
    page.evaluate(() => {
      const { frames, tekent } = window as unknown as Meter;
      return { frames, tekent };
    });
  const vlak = page.locator('.tijdlijn__vlak');
  await vlak.scrollIntoViewIfNeeded();
  const vak = await vlak.boundingBox();
  if (!vak) throw new Error('There is no timeline to drag over');
  const y = vak.y + vak.height / 2;
  const eerst = await lees();
  await page.mouse.move(vak.x + vak.width * 0.9, y);
  await page.mouse.down();
  for (let stap = 0; stap < stappen; stap += 1) {
    const heen = 0.5 + 0.4 * Math.cos((stap / stappen) * 4 * Math.PI);
    await page.mouse.move(vak.x + vak.width * heen, y);
  }
  const toen = await lees();
  await page.mouse.up();
  const frames = toen.frames.slice(eerst.frames.length);
  return {
    tussen: frames.slice(1).map((op, i) => op - (frames[i] ?? op)),
    tekent: toen.tekent - eerst.tekent,
  };
}

function gemist(tussen: readonly number[]): number {
  const weg = tussen.reduce((som, ms) => som + Math.max(0, Math.round(ms / frameMs) - 1), 0);
  return (100 * weg) / Math.max(1, weg + tussen.length);
}
