import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, loketUrl } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

async function openCard(page: Page): Promise<void> {
  await page.goto(start());
  await page.getByRole('region', { name: 'Probeer een plek' }).getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Besluiten', exact: true })).toContainText(/\d/);
}

test('no violations on any page as it opens', async ({ page }) => {
  for (const path of [
    '/',
    '/begrippen',
    '/bronnen',
    '/combineren',
    '/mijn-gegevens',
    '/volgen',
    `/volgen/abonnement#${'x'.repeat(43)}`,
    '/inloggen/mislukt?reden=dienst',
    '/bestaat/niet',
  ]) {
    await page.goto(`${start()}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
});

test('no violations on the card with every section open, in every look', async ({ page }) => {
  await openCard(page);
  for (const section of ['Regels', 'Omstandigheden', 'Besluiten', 'Op de kaart']) {
    await page.getByRole('button', { name: section, exact: true }).click();
  }
  await expectAccessible(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Hoog contrast' }).click();
  await expectAccessible(page, 'high contrast');
});

test('no violations with the list of places open and with no result', async ({ page }) => {
  await page.goto(start());
  await page.getByRole('combobox').fill('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'list open');
  await page.getByRole('combobox').fill('qqqqxyzzy');
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await expectAccessible(page, 'no result');
});

test('no violations with the layers card open', async ({ page }) => {
  await page.goto(start());
  await page.getByRole('button', { name: 'Kaartlagen' }).click();
  await expect(page.getByRole('heading', { name: 'Kaartlagen' })).toBeFocused();
  await expectAccessible(page, 'layers');
  const laag = page.getByRole('checkbox', { name: /^(?!.*3D)/ }).first();
  await laag.click();
  await expect(laag).toBeChecked();
  await expect(page.getByRole('region', { name: /Lagen op de kaart/ })).toBeVisible();
  await expectAccessible(page, 'a layer chosen');
});

test('no violations when every source fails', async ({ page }) => {
  await page.route('**/api/v1/{regels,omstandigheden,besluiten}*', (route) => route.abort());
  await page.goto(start());
  await page.getByRole('region', { name: 'Probeer een plek' }).getByRole('button').first().click();
  await expect(page.getByRole('button', { name: /Probeer/ }).first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'sources down');
});
