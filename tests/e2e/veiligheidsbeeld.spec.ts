import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';

test('who makes policy writes about a thema and adopts the veiligheidsbeeld; then everybody reads it, also as PDF', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(`${loketUrl('LOKET_MODELGEMEENTE')}/veiligheid/beeld`);
  // what the Modelgemeente comes with
  const prioriteit = page.getByRole('article', { name: /1\.3 Objectieve veiligheid/ });
  await expect(page.getByText(/^Vastgesteld op .*Raadsbesluit/)).toBeVisible();
  await expect(prioriteit.getByRole('region', { name: /^Toezicht in de avond/ })).toContainText(
    'daarvoor gebeurde hier te weinig',
  );
  await page.getByRole('banner').getByRole('link', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: /^Marieke van Dijk/ }).click();
  await page.getByRole('link', { name: /^1\.3 / }).click();
  const formulier = page.getByRole('form', { name: 'Schrijf bij dit thema' });
  await expect(page.getByRole('region', { name: 'Wat mensen ervaren, thema 1.3' })).toContainText('Nederland');
  await formulier.getByLabel('Wat is er aan de hand?').fill('Fietsen verdwijnen bij het station.');
  await formulier.getByRole('checkbox', { name: /is een prioriteit/ }).check();
  await formulier.getByText('Streefwaarden en vergelijking').click();
  const doel = formulier.getByRole('group', { name: 'Slachtoffer van diefstal of inbraak' });
  await doel.getByLabel('Streefwaarde').fill('12,5');
  await doel.getByLabel('In het jaar').fill('');
  await expect(formulier.getByRole('button', { name: 'Bewaar' })).toBeDisabled();
  await doel.getByLabel('In het jaar').fill('2028');
  await expectAccessible(page, 'thema');
  await formulier.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByRole('region', { name: 'Wat mensen ervaren, thema 1.3' })).toContainText(
    'hoogstens 12,5% in 2028',
  );
  await page.getByRole('link', { name: /^Wijzig Toezicht in de avond/ }).click();
  const wijzig = page.getByRole('form', { name: 'Interventie' });
  await expect(wijzig.getByRole('checkbox', { name: 'Diefstal uit of vanaf motorvoertuigen' })).toBeChecked();
  await wijzig.getByLabel('Naam').fill('Meer licht');
  await expectAccessible(page, 'intervention');
  await wijzig.getByRole('button', { name: 'Bewaar en meet' }).click();
  await page.getByRole('button', { name: 'Haal Meer licht weg' }).click();
  await expect(page.getByRole('region', { name: 'Meer licht' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Zet terug' }).click();
  await expect(page.getByRole('region', { name: 'Meer licht' })).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar het veiligheidsbeeld' }).click();
  await expect(prioriteit).toContainText('Fietsen verdwijnen bij het station.');
  await page.getByText('Maak dit beeld openbaar').click();
  const openbaar = page.getByRole('form', { name: 'Maak dit beeld openbaar' });
  await openbaar.getByLabel('Welk besluit').fill('Raadsbesluit 2026-114');
  await openbaar.getByLabel('Dag van het besluit').fill('2026-01-15');
  await openbaar.getByRole('checkbox').check();
  await openbaar.getByRole('button', { name: 'Maak openbaar' }).click();
  await expect(page.getByText('Vastgesteld op 15 januari 2026: Raadsbesluit 2026-114.')).toBeVisible();
  await expectAccessible(page, 'in the making');

  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByText('Vastgesteld op 15 januari 2026')).toBeVisible();
  await expect(prioriteit).toContainText('Fietsen verdwijnen bij het station.');
  await expectAccessible(page, 'for everybody');
  await expectNoSidewaysScroll(page);
  const wacht = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download als PDF' }).click();
  expect((await wacht).suggestedFilename()).toBe('veiligheidsbeeld-2026-01-15.pdf');
  expect(complaints).toEqual([]);
});
