import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');
const naamknop = (page: Page, naam: string) => page.getByRole('banner').getByRole('button', { name: naam });

async function kies(page: Page, naam: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Dit is een oefenomgeving' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${naam}`) }).click();
}

async function logIn(page: Page, naam: string, terug = '/begrippen'): Promise<void> {
  await page.goto(`${start()}${terug}`);
  await page.getByRole('banner').getByRole('link', { name: 'Inloggen' }).click();
  await kies(page, naam);
  await expect(naamknop(page, naam)).toBeVisible();
}

test('somebody logs in with the keyboard, comes back where he was, and reads what was done with his data', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(`${start()}/begrippen`);
  await page.getByRole('banner').getByRole('link', { name: 'Inloggen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dit is een oefenomgeving' })).toBeVisible();
  await expectAccessible(page, 'whom to be');
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Inloggen met').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Sanne de Vries/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${start()}/begrippen`);

  await naamknop(page, 'Sanne de Vries').focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Uw account' });
  await expect(menu).toContainText('Ingelogd met DigiD Substantieel');
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('link', { name: 'Mijn gegevens' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn gegevens' })).toBeFocused();
  await expect(page.getByText('Vastgelegd door uzelf').first()).toBeVisible();
  await expectAccessible(page, 'my data');
  expect(page.url()).not.toMatch(/9999\d{5}/);

  await naamknop(page, 'Sanne de Vries').click();
  await menu.getByRole('button', { name: 'Log uit', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Inloggen' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a colleague with two roles acts in one, and changes to the other', async ({ page }) => {
  await logIn(page, 'Dennis Visser');
  await naamknop(page, 'Dennis Visser').click();
  const menu = page.getByRole('dialog', { name: 'Uw account' });
  await expect(menu).toContainText('Toezichthouder');
  await menu.getByRole('button', { name: 'Ga verder als handhaver (boa)' }).click();
  await expect(menu).toContainText('Handhaver (boa)');
  await page.reload();
  await naamknop(page, 'Dennis Visser').click();
  await expect(page.getByRole('button', { name: 'Ga verder als toezichthouder' })).toBeVisible();
});

test('who is logged out elsewhere keeps the page, logs in beside it, and goes on', async ({ page, context }) => {
  await logIn(page, 'Sanne de Vries', '/mijn-gegevens');
  const ander = await context.newPage();
  await ander.goto(`${start()}/begrippen`);
  await naamknop(ander, 'Sanne de Vries').click();
  await ander.getByRole('button', { name: 'Log uit op elk apparaat' }).click();
  const venster = page.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(venster).toBeVisible();
  await expectAccessible(page, 'logged out');
  const opening = context.waitForEvent('page');
  await venster.getByRole('link', { name: 'Log in, in een nieuw tabblad' }).click();
  const inlog = await opening;
  await kies(inlog, 'Sanne de Vries');
  await expect(inlog.getByRole('heading', { level: 1, name: 'U bent ingelogd' })).toBeVisible();
  await expect(venster).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Wie u bent in dit loket' })).toBeVisible();
  await expect(page).toHaveURL(`${start()}/mijn-gegevens`);
});

test('a login that is broken off, or sent again, says so and leads on', async ({ page }) => {
  await page.goto(`${start()}/inloggen?terug=/bronnen`);
  await page.getByRole('button', { name: 'Niet inloggen, terug naar het loket' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Het inloggen is niet gelukt' })).toBeVisible();
  await page.getByRole('link', { name: 'Ga verder zonder inloggen' }).click();
  await expect(page).toHaveURL(`${start()}/bronnen`);
  await page.goto(`${start()}/inloggen/antwoord?code=oud&state=oud`);
  await expect(page.getByRole('heading', { level: 1, name: 'Het inloggen duurde te lang' })).toBeVisible();
});

test('the auditor reads who did what, and the beheerder what the loket still has to do; others do neither', async ({
  page,
}) => {
  await logIn(page, 'Ineke de Boer', '/logboek');
  await expect(page.getByText('Ook uw eigen kijken wordt vastgelegd')).toBeVisible();
  await page.getByLabel('Rol').selectOption({ label: 'Auditor' });
  await expect(page.getByText(/verzamelen, inloggen/).first()).toBeVisible();
  await expect(page.getByText('Auditor van gm9999').first()).toBeVisible();
  await expectAccessible(page, 'the log');
  await page.getByLabel('Vanaf').fill('2190-01-01');
  await expect(page.getByText(/Hier staat niets/)).toBeVisible();

  await page.goto(`${start()}/inloggen?terug=/opdrachten`);
  await kies(page, 'Tom Meijer');
  await expect(page.getByRole('heading', { name: 'Niet gelukt' })).toBeVisible();
  await expectAccessible(page, 'work');
  await page.goto(`${start()}/logboek`);
  await expect(page.getByText('U kunt het logboek nu niet zien')).toBeVisible();
});
