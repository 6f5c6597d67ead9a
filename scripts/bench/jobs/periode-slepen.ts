import { addScript, withBrowser, withPage } from '../browser.ts';
import type { Job } from '../job.ts';
import { logIn, sessieKoekje } from '../sessie.ts';
import { percentile } from '../timings.ts';

/** What a screen of 60 Hz takes for a frame, in ms. */
const frameMs = 1000 / 60;

/** Somebody drags the period over the timeline: how many frames are dropped while the map is judged anew. */
export const periodeSlepen: Job = {
  name: 'periode-slepen',
  uitleg: 'de periode van de hotspotkaart slepen, terwijl de kaart meerekent',
  async run({ db, loket, short }) {
    const url = await loket(true);
    const koekje = await logIn(db, 'beleidsmaker', 'gm9999');
    return withBrowser((browser) =>
      withPage(browser, async (page) => {
        await page.context().addCookies([{ name: sessieKoekje, value: koekje, url }]);
        await addScript(page, 'frames.js');
        await page.goto(`${url}/veiligheid`);
        await page.waitForSelector('[data-kaart="getekend"]', { timeout: 60_000 });
        const vlak = page.locator('.tijdlijn__vlak');
        await vlak.scrollIntoViewIfNeeded();
        const vak = await vlak.boundingBox();
        if (!vak) return { figures: {} };
        const y = vak.y + vak.height / 2;
        const eerder = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.length);
        await page.mouse.move(vak.x + vak.width * 0.9, y);
        await page.mouse.down();
        const stappen = short ? 30 : 240;
        for (let stap = 0; stap < stappen; stap += 1) {
          const heen = 0.5 + 0.4 * Math.cos((stap / stappen) * 4 * Math.PI);
          await page.mouse.move(vak.x + vak.width * heen, y);
        }
        const alle = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
        const frames = alle.slice(eerder);
        await page.mouse.up();
        const tussen = frames.slice(1).map((op, i) => op - (frames[i] ?? op));
        const gemist = tussen.reduce((som, ms) => som + Math.max(0, Math.round(ms / frameMs) - 1), 0);
        return {
          figures: {
            'gemiste beelden, %': (100 * gemist) / Math.max(1, gemist + tussen.length),
            'tussen twee beelden, ms p50': percentile(tussen, 0.5),
            'tussen twee beelden, ms p99': percentile(tussen, 0.99),
            beelden: tussen.length,
          },
        };
      }),
    );
  },
};
