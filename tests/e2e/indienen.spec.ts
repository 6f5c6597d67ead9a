import { expect, type Page, test } from '@playwright/test';
import { proefPdf } from '../indienen.ts';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');
const kop = (page: Page, naam: string | RegExp) => page.getByRole('heading', { level: 1, name: naam });
const verder = (page: Page) => page.getByRole('button', { name: 'Verder', exact: true }).press('Enter');

test('a burger goes from the check to the receipt and the mail, by keyboard, and loses nothing by logging in late', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(`${start()}/indienen`);
  await expect(kop(page, 'Aanvragen of melden')).toBeVisible();
  await expectAccessible(page, 'what can be filed');
  const { voorbeelden } = await (await page.request.get(`${start()}/api/v1/begin`)).json();
  const [{ naam, punt }] = voorbeelden;
  const onderdeel = { sleutel: 'o1', werkzaamheid: 'dakopbouw', ring: null, antwoorden: {} };
  const check = { onderdelen: [onderdeel], plaatsAntwoorden: {}, betwist: {}, begindatum: null };
  const code = Buffer.from(JSON.stringify(check)).toString('base64url');
  await page.goto(`${start()}/vergunningcheck/uitkomst?x=${punt.x}&y=${punt.y}#check=${code}`);
  await page.getByRole('button', { name: 'Omgevingsvergunning aanvragen' }).press('Enter');

  await expect(kop(page, 'Wat gaat u doen?')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Bouwen: / }).first()).toBeChecked();
  await verder(page);
  await expect(page.getByRole('alert')).toContainText('Er zijn 2 dingen nog niet goed');
  await expectAccessible(page, 'a step with errors');
  await page.getByRole('link', { name: /^Wat kost het bouwen/ }).press('Enter');
  await page.keyboard.type('25.000');
  await page.getByRole('textbox', { name: /^Waarvoor gebruikt u/ }).fill('Een slaapkamer 🛏️');
  await verder(page);

  await expect(kop(page, 'Waar gaat het over?')).toBeFocused();
  await expect(page.locator('.formulier__plek')).toContainText(naam);
  await verder(page);
  await page.getByRole('radio', { name: 'Nee' }).press('Space');
  await verder(page);

  await expect(kop(page, 'Bijlagen')).toBeVisible();
  const bestand = { name: 'plek.pdf', mimeType: 'application/pdf', buffer: proefPdf('x'.repeat(300_000)) };
  await page.locator('input[type=file][data-soort=situatietekening]').setInputFiles(bestand);
  await expect(page.getByText('ontvangen en gecontroleerd')).toBeVisible();
  await page
    .locator('input[type=file][data-soort=overig]')
    .setInputFiles({ ...bestand, buffer: Buffer.from('MZ geen PDF') });
  await expect(page.getByText('Dit is geen bestand dat wij kunnen lezen')).toBeVisible();
  await expectAccessible(page, 'bijlagen');
  await page
    .getByRole('button', { name: /^Gooi weg.*plek.pdf/ })
    .last()
    .press('Enter');
  await verder(page);

  await expect(kop(page, 'Uw gegevens')).toBeVisible();
  for (const [label, tekst] of [
    ['Naam', 'Sanne de Vries'],
    ['Straat en huisnummer', 'Dorpsstraat 1'],
    ['Postcode', '9999 AA'],
    ['Woonplaats', 'Modelstad'],
    ['Telefoonnummer', '06 12345678'],
    ['E-mailadres', 'sanne@voorbeeld.example'],
  ] as const) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(tekst);
  }
  await verder(page);
  await expect(page.getByText('Log in om te versturen')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: /^Sanne de Vries/ }).click();

  await expect(kop(page, 'Controleren en versturen')).toBeVisible();
  await expect(page.getByText('Een slaapkamer 🛏️')).toBeVisible();
  await expectAccessible(page, 'overview');
  await page.getByRole('checkbox', { name: /^Ik heb alles gecontroleerd/ }).press('Space');
  await page.getByRole('button', { name: 'Dien de aanvraag in' }).press('Enter');

  await expect(kop(page, 'Wij hebben uw aanvraag omgevingsvergunning ontvangen')).toBeFocused();
  const kenmerk = await page.locator('.formulier__kenmerk strong').innerText();
  expect(kenmerk).toMatch(/^Z-\d{4}-\d{6}$/);
  await expectAccessible(page, 'receipt');
  await expectNoSidewaysScroll(page);
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar als PDF' }).press('Enter'),
  ]);
  expect(pdf.suggestedFilename()).toBe(`ontvangstbevestiging-${kenmerk}.pdf`);
  expect(complaints).toEqual([]);

  await page.goto(`${start()}/post`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: new RegExp(kenmerk) })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page, 'mail');
  await page.getByRole('link', { name: new RegExp(kenmerk) }).click();
  await expect(page.getByText('Beste Sanne de Vries')).toBeVisible();
  await expectAccessible(page, 'one mail');
});
