import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll, loketUrl, searchPlace, watchComplaints } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

/** The adres of the first place that the start page offers to try. */
async function firstExample(page: Page): Promise<string> {
  const answer = await page.request.get(`${start()}/api/v1/begin`);
  return (await answer.json()).voorbeelden[0].naam;
}

/** Opens it as a newcomer does; returns how its card is called. */
async function openFirstExample(page: Page): Promise<string> {
  await page.goto(start());
  await page.getByRole('region', { name: 'Probeer een plek' }).getByRole('button').first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(page).toHaveURL(/\/locatie\?/);
  await expect(heading).not.toHaveText('Gekozen plek');
  return (await heading.textContent()) ?? '';
}

test('a newcomer reads within three actions what lies somewhere, what is decided and what may be done', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  const name = await openFirstExample(page);
  expect(name).toMatch(/\S/);
  for (const section of ['Regels', 'Omstandigheden', 'Besluiten']) {
    await expect(page.getByRole('region', { name: section, exact: true })).toContainText(/\d/);
  }
  await expectNoSidewaysScroll(page);
  expect(complaints).toEqual([]);
});

test('the address bar holds the place: reload and back show the same', async ({ page }) => {
  const name = await openFirstExample(page);
  await page.getByRole('button', { name: 'Besluiten', exact: true }).click();
  await expect(page).toHaveURL(/besluiten/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Besluiten', exact: true })).toHaveAttribute('aria-expanded', 'true');
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Probeer een plek' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('everything can be reached with the keyboard alone', async ({ page }) => {
  const name = await firstExample(page);
  const street = name.split(/\s+\d/)[0] ?? '';
  await page.goto(start());
  const box = page.getByRole('combobox');
  // a key that is pressed before there is a page goes nowhere
  await expect(box).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
  await box.focus();
  await page.keyboard.type(street);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await box.fill(name);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('article').getByText(name).first()).toBeVisible();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press('Tab');
    if (
      await page
        .getByRole('button', { name: 'Regels', exact: true })
        .evaluate((button) => button === document.activeElement)
    )
      break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Regels', exact: true })).toHaveAttribute('aria-expanded', 'true');
});

test('rules on another day differ, and the page says which day it shows', async ({ page }) => {
  await openFirstExample(page);
  await page.getByRole('button', { name: 'Regels', exact: true }).click();
  const regels = page.getByRole('region', { name: 'Regels', exact: true });
  const today = await regels.textContent();
  await regels.getByLabel(/datum/i).first().fill('2035-01-01');
  await expect(page).toHaveURL(/2035-01-01/);
  await expect(regels).toContainText('1 januari 2035');
  await expect.poll(() => regels.textContent()).not.toBe(today);
});

test('a search with a typing error and one without result help on', async ({ page }) => {
  const street = (await firstExample(page)).split(/\s+\d/)[0] ?? '';
  await page.goto(start());
  const box = page.getByRole('combobox');
  await box.fill(`${street.slice(0, 3)}${street.slice(4)}`);
  await expect(page.getByRole('option').first()).toBeVisible();
  await box.fill('qqqqxyzzy 99999');
  await expect(page.getByText('Niets gevonden')).toBeVisible();
});

test('when a source falls away the page says so, keeps what it has, and recovers by itself', async ({ page }) => {
  await openFirstExample(page);
  let down = true;
  await page.route('**/api/v1/besluiten*', (route) =>
    down
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'urn:omgevingsloket:bron-niet-bereikbaar',
            title: 'Een bron geeft nu geen antwoord',
            status: 503,
            detail: 'De bron "database" is nu niet bereikbaar.',
            instance: 'urn:uuid:0',
          }),
        })
      : route.fallback(),
  );
  await page.reload();
  const besluiten = page.getByRole('region', { name: 'Besluiten', exact: true });
  await expect(besluiten.getByText('Een bron geeft nu geen antwoord')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Regels', exact: true })).toContainText('activiteiten');
  // asking again, by itself or by hand, leaves the message and its button where they are until there is an answer
  const again = await besluiten.getByRole('button', { name: /Probeer/ }).elementHandle();
  const asked = page.waitForResponse(/\/api\/v1\/besluiten/);
  await again?.click();
  await asked;
  expect(await again?.evaluate((button) => button.isConnected)).toBe(true);
  down = false;
  await expect(besluiten).toContainText(/\d besluiten binnen/, { timeout: 30_000 });
  await expect(besluiten.getByText('Een bron geeft nu geen antwoord')).toHaveCount(0);
});

test('an unknown page says so and leads back', async ({ page }) => {
  await page.goto(`${start()}/bestaat/niet`);
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeVisible();
  await page.getByRole('link', { name: 'Naar het begin' }).click();
  await expect(page.getByRole('combobox')).toBeVisible();
});

test('a place outside our gemeenten is not answered as if nothing applies', async ({ page }) => {
  await page.goto(start());
  await searchPlace(page, '200000, 400000');
  await expect(
    page.getByText(/weten (we|wij) (het )?niet|andere gemeente|niet in welke gemeente/i).first(),
  ).toBeVisible();
  await expect(page.getByText(/geldt niet/i)).toHaveCount(0);
});
