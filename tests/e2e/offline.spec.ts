import { expect as baseExpect, type Page, test } from '@playwright/test';
import { type Lijn, openLijn } from './lijn.ts';
import { expectAccessible, loketUrl, mapDrawn } from './loket.ts';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(120_000);
/** The device keeps things after the page has what it needs. */
const expect = baseExpect.configure({ timeout: 20_000 });

let lijn: Lijn;
test.beforeEach(async () => {
  lijn = await openLijn(loketUrl('LOKET_MODELGEMEENTE'));
});
test.afterEach(() => lijn.close());

/** Opens the first example and waits until the device has kept the shell, the card and the map. */
async function openKept(page: Page): Promise<string> {
  await page.goto(lijn.url);
  await page.getByRole('region', { name: 'Probeer een plek' }).getByRole('button').first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText('Gekozen plek');
  await mapDrawn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => kept(page), { timeout: 40_000 })
    .toEqual(expect.arrayContaining(['/api/v1/locatie', '/api/v1/regels', '/api/v1/besluiten', '/api/v1/lagen']));
  // those that the flight passed over may have been dropped half-way
  const tiles = lijn.asked.map(({ url }) => url.split('?')[0]).filter((path) => path?.includes('/WebMercatorQuad/16/'));
  expect(tiles.length).toBeGreaterThan(0);
  await expect.poll(() => kept(page)).toEqual(expect.arrayContaining(tiles));
  return (await heading.textContent()) ?? '';
}

/** Paths of everything that the device has kept. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

async function goOffline(page: Page): Promise<void> {
  lijn.cut();
  await page.context().setOffline(true);
}

test('the last place opens without network: card, sections and map, with how old it is', async ({ page }) => {
  const name = await openKept(page);
  const sections = ['Regels', 'Omstandigheden', 'Besluiten'];
  const before = await Promise.all(sections.map((section) => page.getByRole('region', { name: section }).innerText()));
  await goOffline(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^U bent offline\. Dit is de stand van .+ \d\d\.\d\d uur/)).toBeVisible();
  for (const [i, section] of sections.entries()) {
    await expect.poll(() => page.getByRole('region', { name: section }).innerText()).toBe(before[i]);
  }
  await mapDrawn(page);
  await expect(page.getByText('deel van de kaart')).toHaveCount(0);
  await expectAccessible(page, 'a place without network');

  // from the start of the installed app it is one step away
  await page.goto(lijn.url);
  await page.getByRole('button', { name: `Open ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  lijn.mend();
  await page.context().setOffline(false);
  await expect(page.getByText('U bent offline')).toHaveCount(0);
  await expect(page.getByText('Dit is de stand van')).toHaveCount(0);
});

test('another place replaces the last one, and nothing is asked for it with cookies', async ({ page }) => {
  await page.context().addCookies([{ name: 'sessie', value: 'geheim', url: lijn.url }]);
  const name = await openKept(page);
  await page.goto(lijn.url);
  lijn.asked.length = 0;
  await page.getByRole('region', { name: 'Probeer een plek' }).getByRole('button').nth(1).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Gekozen plek|Kies een plek/);
  await expect(page.getByRole('region', { name: 'Besluiten' })).toContainText(/\d/);
  const places = await page.evaluate(async () => {
    const requests = await (await caches.open('plek')).keys();
    return [...new Set(requests.map(({ url }) => new URL(url).searchParams.get('x')))];
  });
  expect(places).toHaveLength(1);
  expect(new URL(page.url()).searchParams.get('x')).toBe(places[0]);
  const forPlace = lijn.asked.filter(({ url }) => url.startsWith('/api/v1/') && url.includes('x='));
  expect(forPlace.length).toBeGreaterThan(3);
  expect(forPlace.every(({ cookie }) => cookie === undefined)).toBe(true);
  await goOffline(page);
  await page.goto(lijn.url);
  await expect(page.getByRole('button', { name: `Open ${name}` })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Open / })).toBeVisible();
});

test('when the server does not answer the page says so instead of offline, and recovers by itself', async ({
  page,
}) => {
  const name = await openKept(page);
  lijn.cut();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^Het loket geeft nu geen antwoord\. Dit is de stand van/)).toBeVisible();
  lijn.mend();
  await expect(page.getByText('Het loket geeft nu geen antwoord')).toHaveCount(0, { timeout: 45_000 });
});

test('a new version waits until the person asks for it, and then all of it is new', async ({ page, context }) => {
  const name = await openKept(page);
  const sheet = (of: Page) => of.locator('link[rel=stylesheet]').first().getAttribute('href');
  expect(await sheet(page)).not.toContain('nieuw');
  lijn.release();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const load = page.getByRole('button', { name: 'Laad de nieuwe versie' });
  await expect(load).toBeVisible();
  await expectAccessible(page, 'a new version');
  // the old page still runs on its own files
  expect(await sheet(page)).not.toContain('nieuw');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await sheet(other)).toContain('nieuw');
  await expect(load).toBeVisible();
  await load.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await sheet(page)).toContain('nieuw');
  await expect(load).toHaveCount(0);
  // both windows run it now, so the device keeps the new shell
  await expect
    .poll(async () => (await kept(page)).filter((path) => /index-.*\.css/.test(path)))
    .toEqual([expect.stringContaining('nieuw')]);
  await goOffline(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await sheet(page)).toContain('nieuw');
});
