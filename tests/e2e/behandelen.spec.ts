import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';
import { alsMens, dienIn } from './zaak.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

/** Opens the newest mail to somebody, in the folder in which the mail lies that goes nowhere. */
async function openPost(page: Page, email: string, onderwerp: RegExp): Promise<void> {
  const mail = page.getByRole('paragraph').filter({ hasText: email }).getByRole('link', { name: onderwerp }).first();
  await expect(async () => {
    await page.goto(`${start()}/post`);
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.press('Enter');
}

/** Somebody nearby asks to hear at once what changes there, and confirms it from the mail. */
async function volgPlek(page: Page, email: string, { x, y }: { x: number; y: number }): Promise<void> {
  await page.goto(`${start()}/volgen?x=${x}&y=${y}`);
  await page.getByRole('radio', { name: 'Meteen' }).check();
  await page.getByLabel('E-mailadres').fill(email);
  await expectAccessible(page, 'following a place');
  await page.getByRole('button', { name: 'Vraag de berichten aan' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Kijk nu in uw mail' })).toBeFocused();
  await openPost(page, email, /^Bevestig/);
  await page.getByRole('link', { name: /volgen\/abonnement#/ }).press('Enter');
  await expect(page.getByRole('button', { name: 'Ja, stuur mij berichten' })).toBeVisible();
  await expectAccessible(page, 'confirming it');
  await page.getByRole('button', { name: 'Ja, stuur mij berichten' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'U krijgt vanaf nu berichten' })).toBeFocused();
}

test('a zaak is taken, completed by who filed it, decided and published: it stands on the card of that place, and a neighbour reads it in a mail', async ({
  browser,
}) => {
  const sanne = await alsMens(browser, 'Sanne de Vries', '/mijn-zaken');
  const { kenmerk, zaakId, x, y } = await dienIn(sanne);
  const buur = await (await browser.newContext()).newPage();
  const email = `buur-${randomUUID()}@voorbeeld.example`;
  await volgPlek(buur, email, { x, y });
  const petra = await alsMens(browser, 'Petra Jansen', '/werkvoorraad');
  const complaints = [watchComplaints(petra), watchComplaints(sanne)];

  await petra.getByRole('searchbox', { name: 'Zoek', exact: true }).fill(kenmerk);
  await petra.keyboard.press('Enter');
  const regel = petra.getByRole('link', { name: new RegExp(`^${kenmerk}`) });
  await expect(petra.getByText('1 zaak in de lijst en op de kaart')).toBeVisible();
  await expectAccessible(petra, 'werkvoorraad');
  await regel.press('Enter');
  await petra.getByRole('button', { name: 'Neem in behandeling' }).press('Enter');
  await petra.getByText('Vraag om aanvulling', { exact: true }).click();
  await petra.getByLabel('Wat ontbreekt er?').fill('Een foto van de boom');
  await petra.getByRole('button', { name: 'Vraag om aanvulling' }).press('Enter');
  await expect(petra.getByText(/Staat stil, aanvullen kan t\/m/)).toBeVisible();

  await sanne.goto(`${start()}/mijn-zaken/${zaakId}`);
  await expect(sanne.getByRole('heading', { name: 'Dit ontbreekt nog' })).toBeVisible();
  await expectAccessible(sanne, 'one zaak');
  await sanne.getByLabel('Toelichting').fill('De boom is ziek.');
  await sanne.getByRole('button', { name: 'Stuur', exact: true }).press('Enter');
  await expect(sanne.getByText(/De gemeente beslist t\/m/)).toBeVisible();
  await expectNoSidewaysScroll(sanne);

  // what was typed stays when somebody else was first
  await petra.getByText('Ga verder met de behandeling', { exact: true }).click();
  await petra.getByRole('button', { name: 'Ga verder', exact: true }).press('Enter');
  await expect(petra.getByRole('alert')).toContainText('Deze zaak is intussen gewijzigd');
  await petra.getByRole('button', { name: 'Lees de zaak zoals hij nu is' }).press('Enter');
  await petra.getByText('Neem een besluit', { exact: true }).click();
  await petra.getByLabel('Waarom?').fill('Het past in het omgevingsplan.');
  await petra.getByLabel('Waar gaat het over?').fill('het kappen van een zieke boom');
  await expectAccessible(petra, 'a zaak to handle');
  await petra.getByRole('button', { name: 'Neem het besluit en publiceer' }).press('Enter');
  await expect(petra.getByText('Verleend', { exact: true })).toBeVisible();

  const titel = /^Verleend: omgevingsvergunning, het kappen van een zieke boom/;
  await petra.getByRole('link', { name: titel }).press('Enter');
  await expect(petra.getByText(/U kunt bezwaar maken t\/m .*, nog 4\d dagen/)).toBeVisible();
  await expectAccessible(petra, 'what was published');
  await petra.goto(`${start()}/locatie?x=${x}&y=${y}&open=besluiten`);
  await expect(petra.getByText(titel).first()).toBeVisible();
  await petra.goto(`${start()}/tijdlijn?x=${x}&y=${y}`);
  await expect(petra.getByRole('region', { name: 'Wat nog komt' })).toContainText(/Nog 4\d dagen/);
  await expectAccessible(petra, 'the timeline');

  await openPost(buur, email, /^Nieuw(: Verleend| in wat u volgt)/);
  const bericht = buur.getByRole('paragraph').filter({ hasText: titel.source.slice(1) });
  await expect(bericht).toContainText('U kunt bezwaar maken t/m');
  await buur.getByRole('link', { name: /volgen\/abonnement#/ }).press('Enter');
  await buur.getByRole('button', { name: 'Stop deze berichten' }).press('Enter');
  await expect(buur.getByRole('heading', { name: 'U krijgt geen berichten meer' })).toBeFocused();
  // the browser notes the answer that somebody else was first
  expect(complaints).toEqual([[expect.stringContaining('409')], []]);
});
