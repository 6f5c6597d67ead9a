import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { loketUrl, mapDrawn, searchPlace, watchComplaints } from './loket.ts';
import { sharedData } from './servers.ts';

// here the map flies, as it does for most people
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const engines = [
  { engine: 'PostgreSQL', name: 'LOKET_OTTERLO_SERVER' },
  { engine: 'the embedded engine', name: 'LOKET_OTTERLO_EMBEDDED' },
] as const;

for (const { engine, name } of engines) {
  test.describe(`The real village of Otterlo on ${engine}`, () => {
    test.skip(!existsSync(sharedData), 'needs the real data of ../shared/data');

    test('searching an address gives its perceel, pand, rules and besluiten', async ({ page }) => {
      const complaints = watchComplaints(page);
      await page.goto(loketUrl(name));
      await searchPlace(page, 'Brummelweg 13');
      await expect(page.getByRole('heading', { level: 1, name: /^Brummelweg 13/ })).toBeVisible();
      await expect(page.getByText('OTL02 B 2351')).toBeVisible();
      await expect(page.getByText('gemeente Ede', { exact: true })).toBeVisible();

      await page.locator('summary', { hasText: 'Bouwjaar weten we niet' }).first().click();
      await expect(page.getByText('0228100000008551')).toBeVisible();

      await page.getByRole('button', { name: 'Regels', exact: true }).click();
      const regels = page.getByRole('region', { name: 'Regels', exact: true });
      await expect(regels.getByText('90 activiteiten hebben hier regels')).toBeVisible();
      await regels.getByLabel('Zoek een activiteit').fill('dakkapel');
      const activiteiten = regels.getByRole('region', { name: 'Activiteiten' });
      await activiteiten.locator('summary', { hasText: 'Dakkapel' }).click();
      await expect(activiteiten.getByText(/Omgevingsplan gemeente Ermelo/)).toBeVisible();
      await activiteiten.getByRole('button', { name: /^Artikel 22\.27/ }).click();
      await expect(activiteiten.getByText('gelegen in achtererfgebied')).toBeVisible();

      await page.getByRole('button', { name: 'Besluiten', exact: true }).click();
      const besluiten = page.getByRole('region', { name: 'Besluiten', exact: true });
      await expect(besluiten.getByText(/De Dries 16 Otterlo/)).toBeVisible();
      await besluiten.getByLabel('Hoe ver om deze plek?').selectOption('100');
      await expect(besluiten.getByText(/De Dries 16 Otterlo/)).toHaveCount(0);
      await expect(besluiten.getByText('Niets gepubliceerd binnen 100 m')).toBeVisible();
      expect(complaints).toEqual([]);
    });

    test('clicking the perceel on the map gives the same card', async ({ page }) => {
      await page.goto(loketUrl(name));
      await searchPlace(page, 'Brummelweg 13');
      await expect(page.getByText('OTL02 B 2351')).toBeVisible();
      await mapDrawn(page);
      await page.getByRole('link', { name: /^Omgevingsloket/ }).click();
      await expect(page.getByText('OTL02 B 2351')).toHaveCount(0);
      const canvas = await page.locator('canvas').boundingBox();
      const panel = await page.getByRole('main').or(page.locator('.paneel')).first().boundingBox();
      if (!canvas || !panel) throw new Error('There is no map on the page');
      const left = Math.max(canvas.x, panel.x + panel.width);
      await page.mouse.click((left + canvas.x + canvas.width) / 2, canvas.y + canvas.height / 2);
      await expect(page.getByRole('heading', { level: 1, name: /^Brummelweg 13/ })).toBeVisible();
      await expect(page.getByText('OTL02 B 2351')).toBeVisible();
    });

    test('a place in another gemeente says so and names it', async ({ page }) => {
      await page.goto(loketUrl(name));
      await searchPlace(page, '171000, 477000');
      await expect(page.getByText(/Ermelo|Putten|Nijkerk|Harderwijk/).first()).toBeVisible();
      await expect(page.getByRole('link', { name: /Omgevingsloket/ }).last()).toHaveAttribute(
        'href',
        /omgevingswet\.overheid\.nl/,
      );
    });
  });
}
