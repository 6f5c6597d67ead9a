import type { Page } from '@playwright/test';
import { addScript, withBrowser, withPage } from '../browser.ts';
import type { Job } from '../job.ts';
import { adresPlaatsen } from '../places.ts';
import { percentile } from '../timings.ts';

/** A person who points at the map: from the click until the card of that place stands on the screen. */
export const klik: Job = {
  name: 'klik',
  uitleg: 'van een klik op de kaart tot de kaart van die plaats',
  async run({ db, loket, short }) {
    const url = await loket(true);
    const [plaats] = await adresPlaatsen(db, 1);
    if (!plaats) return { figures: {} };
    return withBrowser((browser) =>
      withPage(browser, async (page) => {
        await addScript(page, 'clicks.js');
        await page.goto(`${url}/locatie?x=${plaats.x}&y=${plaats.y}`);
        await page.waitForSelector('[data-kaart="getekend"]', { timeout: 60_000 });
        const clicks: Clicked[] = [];
        for (let i = 0; i < (short ? 3 : 60); i += 1) clicks.push(await clickSomewhere(page, i));
        const kaart = clicks.map((click) => click.kaart);
        const geheel = clicks.map((click) => click.geheel);
        return {
          figures: {
            'van klik tot kaart, ms p50': percentile(kaart, 0.5),
            'van klik tot kaart, ms p95': percentile(kaart, 0.95),
            'van klik tot alle onderdelen, ms p50': percentile(geheel, 0.5),
            'van klik tot alle onderdelen, ms p95': percentile(geheel, 0.95),
          },
        };
      }),
    );
  },
};

interface Clicked {
  /** Milliseconds until the name and the facts of the place stand there, and until every section does. */
  kaart: number;
  geheel: number;
}

/** A place on the free part of the map, another each time. */
async function clickSomewhere(page: Page, i: number): Promise<Clicked> {
  await page.evaluate(() => Object.assign(window, { clicked: undefined }));
  const turn = i * 2.399963;
  const far = 40 + (i % 7) * 25;
  await page.mouse.click(940 + far * Math.cos(turn), 480 + far * Math.sin(turn));
  const handle = await page.waitForFunction(() => (window as { clicked?: Clicked }).clicked, null, { timeout: 30_000 });
  const clicked = (await handle.jsonValue()) as Clicked;
  // who reads a card does not click on at once
  await page.waitForTimeout(300);
  return clicked;
}
