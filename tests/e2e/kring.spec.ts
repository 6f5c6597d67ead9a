import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { proefPdf } from '../indienen.ts';
import {
  drawnRing,
  expectAccessible,
  expectNoSidewaysScroll,
  home,
  loketUrl,
  mapDrawn,
  watchComplaints,
} from './loket.ts';
import { alsMens } from './zaak.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');
const kop = (page: Page, naam: string | RegExp) => page.getByRole('heading', { level: 1, name: naam });
const knop = (page: Page, naam: string | RegExp) => page.getByRole('button', { name: naam, exact: true });

const telefoon = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const pdf = { name: 'plek.pdf', mimeType: 'application/pdf', buffer: proefPdf('x'.repeat(300_000)) };

/** Who draws a schuur in the middle of the plot answers this. */
const antwoorden: [RegExp, string][] = [
  [/op de grond/, 'Ja'],
  [/Hoe hoog wordt/, '2,5'],
  [/Hoeveel verdiepingen/, '1'],
  [/kamer om in te wonen/, 'Nee'],
  [/dakterras/, 'Nee'],
  [/iets los/, 'los'],
  [/een van deze dingen/, 'Nee'],
  [/zonder de vergunning/, 'Nee'],
  [/Wat kost het bouwen/, '25000'],
];

/** Checks a schuur on a telephone and draws it with a finger; ends at its outcome. */
async function checkEnTeken(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Aanbouw, schuur/ }).tap();
  await knop(page, 'Ga verder').tap();
  await expect(kop(page, 'Waar komt het, en hoe groot?')).toBeVisible();
  await mapDrawn(page);
  // the plot is in the middle of what the sheet leaves free of the map
  const [midX, midY] = [195, 237];
  const hoeken = [
    [-22, -26],
    [22, -26],
    [22, 26],
    [-22, 26],
    [-22, -26],
  ] as const;
  for (const [dx, dy] of hoeken) await page.touchscreen.tap(midX + dx, midY + dy);
  await expect(page.getByRole('region', { name: 'Oordeel over uw tekening' })).toContainText('Oppervlakte');
  await expect.poll(() => drawnRing(page)).toHaveLength(4);
  await expectAccessible(page, 'drawn with a finger');
  await knop(page, 'Ga verder').tap();
  await expect(kop(page, 'Klopt wat wij van uw plek weten?')).toBeVisible();
  await page.getByRole('button', { name: /^Ga verder naar/ }).tap();
  const vraag = page.getByRole('heading', { level: 1 });
  for (let gesteld = 0; gesteld < antwoorden.length; gesteld += 1) {
    await expect(vraag).not.toHaveText(/Klopt wat wij/);
    const tekst = (await vraag.textContent()) ?? '';
    if (tekst.includes('uitkomst')) break;
    const antwoord = antwoorden.find(([over]) => over.test(tekst))?.[1];
    expect(antwoord, `an answer to: ${tekst}`).toBeDefined();
    const keuze = page.getByRole('radio', { name: antwoord ?? '' }).first();
    if (await keuze.isVisible()) await keuze.tap();
    else
      await page
        .getByRole('main')
        .getByRole('textbox')
        .last()
        .fill(antwoord ?? '');
    await knop(page, 'Verder').tap();
    await expect(vraag).not.toHaveText(tekst);
  }
  await expect(kop(page, 'De uitkomst van uw check')).toBeVisible();
}

async function vulContact(page: Page, naam: string, email: string): Promise<void> {
  await expect(kop(page, 'Uw gegevens')).toBeVisible();
  for (const [label, tekst] of [
    ['Naam', naam],
    ['Straat en huisnummer', 'Dorpsstraat 1'],
    ['Postcode', '9999 AA'],
    ['Woonplaats', 'Modelstad'],
    ['Telefoonnummer', '06 12345678'],
    ['E-mailadres', email],
  ] as const) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(tekst);
  }
}

/** Files what was checked, by touch, and loses nothing by logging in late. */
async function dienIn(page: Page): Promise<string> {
  const verder = () => knop(page, 'Verder').tap();
  await page.getByRole('button', { name: 'Omgevingsvergunning aanvragen' }).tap();
  await expect(kop(page, 'Wat gaat u doen?')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Bouwen: regels/ })).toBeChecked();
  await page.getByRole('textbox', { name: /^Wat kost het bouwen/ }).fill('veel');
  await verder();
  await expect(page.getByRole('alert')).toContainText('Er zijn 2 dingen nog niet goed');
  await expectAccessible(page, 'a step with errors');
  await page.getByRole('link', { name: /^Wat kost het bouwen/ }).tap();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('25.000');
  await page.getByRole('textbox', { name: /^Waarvoor gebruikt u/ }).fill('Een schuur 🏡');
  await verder();
  await expect(kop(page, 'Waar gaat het over?')).toBeFocused();
  await expect(page.locator('.formulier__plek')).toContainText('hebt getekend');
  await verder();
  await page.getByRole('radio', { name: 'Nee' }).tap();
  await verder();

  await expect(kop(page, 'Bijlagen')).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles(pdf);
  await expect(page.getByText('ontvangen en gecontroleerd')).toBeVisible();
  await page
    .locator('input[type=file][data-soort=overig]')
    .setInputFiles({ ...pdf, buffer: Buffer.from('MZ geen PDF') });
  await expect(page.getByText('Dit is geen bestand dat wij kunnen lezen')).toBeVisible();
  await expectAccessible(page, 'bijlagen');
  await page
    .getByRole('button', { name: /^Gooi weg.*plek.pdf/ })
    .last()
    .tap();
  await verder();
  await vulContact(page, 'Sanne de Vries', 'sanne@voorbeeld.example');
  await verder();
  await expect(page.getByText('Log in om te versturen')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Inloggen' }).tap();
  await page.getByRole('button', { name: /^Sanne de Vries/ }).tap();

  await expect(kop(page, 'Controleren en versturen')).toBeVisible();
  await expect(page.getByText('Een schuur 🏡')).toBeVisible();
  await expectAccessible(page, 'overview');
  await page.getByRole('checkbox', { name: /^Ik heb alles gecontroleerd/ }).tap();
  await knop(page, 'Dien de aanvraag in').tap();
  await expect(kop(page, 'Wij hebben uw aanvraag omgevingsvergunning ontvangen')).toBeFocused();
  const kenmerk = await page.locator('.formulier__kenmerk strong').innerText();
  expect(kenmerk).toMatch(/^Z-\d{4}-\d{6}$/);
  await expectAccessible(page, 'receipt');
  await expectNoSidewaysScroll(page);
  const [bewaard] = await Promise.all([page.waitForEvent('download'), knop(page, 'Bewaar als PDF').tap()]);
  expect(bewaard.suggestedFilename()).toBe(`ontvangstbevestiging-${kenmerk}.pdf`);
  return kenmerk;
}

/** Opens the newest mail to somebody, in the folder in which the mail lies that goes nowhere. */
async function openPost(page: Page, email: string, onderwerp: RegExp): Promise<void> {
  const mail = page.getByRole('paragraph').filter({ hasText: email }).getByRole('link', { name: onderwerp }).first();
  await expect(async () => {
    await page.goto(`${start()}/post`);
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.press('Enter');
}

/** Somebody nearby asks by keyboard to hear at once what changes there, and confirms it from the mail. */
async function volgPlek(browser: Browser, email: string, plek: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${start()}/volgen?${plek}`);
  await page.getByRole('radio', { name: 'Meteen' }).press('Space');
  await knop(page, 'Vraag de berichten aan').press('Enter');
  await expect(page.getByLabel('E-mailadres')).toBeFocused();
  await expectAccessible(page, 'following a place');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kijk nu in uw mail' })).toBeFocused();
  await openPost(page, email, /^Bevestig/);
  await page.getByRole('link', { name: /volgen\/abonnement#/ }).press('Enter');
  await expect(knop(page, 'Ja, stuur mij berichten')).toBeVisible();
  await expectAccessible(page, 'confirming it');
  await knop(page, 'Ja, stuur mij berichten').press('Enter');
  await expect(page.getByRole('heading', { name: 'U krijgt vanaf nu berichten' })).toBeFocused();
  return page;
}

/** From the mail to a bezwaar, by keyboard alone. */
async function maakBezwaar(page: Page): Promise<void> {
  const verder = () => knop(page, 'Verder').press('Enter');
  await page.getByRole('link', { name: /\/bekendmakingen\// }).press('Enter');
  await page.getByRole('link', { name: 'Maak bezwaar' }).press('Enter');
  await expect(kop(page, 'Maak bezwaar')).toBeFocused();
  await page.getByRole('link', { name: 'Maak bezwaar' }).press('Enter');
  await page
    .getByRole('textbox', { name: /^Waarom bent u het er niet mee eens/ })
    .fill('De schuur neemt mijn zon weg.');
  await verder();
  await expect(kop(page, 'Waar gaat het over?')).toBeFocused();
  await verder();
  await expect(kop(page, 'Bijlagen, als u die hebt')).toBeFocused();
  await verder();
  await vulContact(page, 'Yusuf Demir', 'yusuf@voorbeeld.example');
  await verder();
  await page.getByRole('main').getByRole('link', { name: 'Inloggen' }).press('Enter');
  await page.getByRole('button', { name: /^Yusuf Demir/ }).press('Enter');
  await page.getByRole('checkbox', { name: /^Ik heb alles gecontroleerd/ }).press('Space');
  await knop(page, 'Dien het bezwaar in').press('Enter');
  await expect(kop(page, /^Wij hebben uw bezwaar/)).toBeFocused();
  await expectAccessible(page, 'bezwaar that arrived');
}

test('a burger checks, draws and files on a telephone, completes it, the gemeente decides, and a neighbour reads it in a mail and objects', async ({
  browser,
}) => {
  // one long walk, of three people
  test.slow();
  const sanne = await (await browser.newContext(telefoon)).newPage();
  const complaints = [watchComplaints(sanne)];
  await sanne.goto(`${start()}/indienen`);
  await expect(kop(sanne, 'Aanvragen of melden')).toBeVisible();
  await expectAccessible(sanne, 'what can be filed');
  const plek = await home(sanne, start());
  await sanne.goto(`${start()}/vergunningcheck?${plek}`);
  await checkEnTeken(sanne);
  const kenmerk = await dienIn(sanne);
  await sanne.getByRole('link', { name: 'Volg uw zaak' }).tap();

  const email = `buur-${randomUUID()}@voorbeeld.example`;
  const buur = await volgPlek(browser, email, plek);
  const petra = await alsMens(browser, 'Petra Jansen', '/werkvoorraad');
  complaints.push(watchComplaints(petra));
  await petra.getByRole('searchbox', { name: 'Zoek', exact: true }).fill(kenmerk);
  await petra.keyboard.press('Enter');
  await expect(petra.getByText('1 zaak in de lijst en op de kaart')).toBeVisible();
  await expectAccessible(petra, 'werkvoorraad');
  await petra.getByRole('link', { name: new RegExp(`^${kenmerk}`) }).click();
  await expect(petra.getByRole('link', { name: /^Uitkomst van de vergunningcheck/ })).toBeVisible();
  await knop(petra, 'Neem in behandeling').click();
  await petra.getByText('Vraag om aanvulling', { exact: true }).click();
  await knop(petra, 'Vraag om aanvulling').click();
  await expect(petra.getByLabel('Wat ontbreekt er?')).toBeFocused();
  await expectAccessible(petra, 'an act with an error');
  await petra.getByLabel('Wat ontbreekt er?').fill('Een foto van de voortuin');
  await knop(petra, 'Vraag om aanvulling').click();
  await expect(petra.getByText('De aanvrager is om aanvulling gevraagd.')).toBeFocused();
  await expect(petra.getByText(/Staat stil, aanvullen kan t\/m/)).toBeVisible();

  await sanne.reload();
  await expect(sanne.getByRole('heading', { name: 'Dit ontbreekt nog' })).toBeVisible();
  await expectAccessible(sanne, 'one zaak');
  await sanne.locator('input[type=file]').setInputFiles({ ...pdf, name: 'voortuin.pdf' });
  await knop(sanne, 'Stuur').tap();
  await expect(sanne.getByText(/De gemeente beslist t\/m/)).toBeVisible();
  await expect(sanne.getByRole('link', { name: 'voortuin.pdf' })).toBeVisible();
  await expectNoSidewaysScroll(sanne);

  // what was typed stays when somebody else was first
  await petra.getByText('Ga verder met de behandeling', { exact: true }).click();
  await knop(petra, 'Ga verder').click();
  await expect(petra.getByRole('alert')).toContainText('Deze zaak is intussen gewijzigd');
  await knop(petra, 'Lees de zaak zoals hij nu is').click();
  await petra.getByText('Neem een besluit', { exact: true }).click();
  await petra.getByLabel('Waarom?').fill('Het past in het omgevingsplan.');
  await petra.getByLabel('Waar gaat het over?').fill('het bouwen van een schuur');
  await expectAccessible(petra, 'a zaak to handle');
  await knop(petra, 'Neem het besluit en publiceer').click();
  await expect(petra.getByText('Verleend', { exact: true })).toBeVisible();

  const titel = /^Verleend: omgevingsvergunning, het bouwen van een schuur/;
  await petra.getByRole('link', { name: titel }).click();
  await expect(petra.getByText(/U kunt bezwaar maken t\/m .*, nog 4\d dagen/)).toBeVisible();
  await expectAccessible(petra, 'what was published');
  await sanne.goto(`${start()}/locatie?${plek}&open=besluiten`);
  await expect(sanne.getByText(titel).first()).toBeVisible();
  await sanne.goto(`${start()}/tijdlijn?${plek}`);
  await expect(sanne.getByRole('region', { name: 'Wat nog komt' })).toContainText(/Nog 4\d dagen/);
  await expectAccessible(sanne, 'the timeline');
  await openPost(sanne, 'sanne@voorbeeld.example', new RegExp(`Ontvangen.*${kenmerk}`));
  await expect(sanne.getByText('Beste Sanne de Vries')).toBeVisible();
  await expectAccessible(sanne, 'one mail');

  await openPost(buur, email, /^Nieuw(: Verleend| in wat u volgt)/);
  const bericht = buur.getByRole('paragraph').filter({ hasText: titel.source.slice(1) });
  await expect(bericht).toContainText('U kunt bezwaar maken t/m');
  const stop = await buur.getByRole('link', { name: /volgen\/abonnement#/ }).getAttribute('href');
  await maakBezwaar(buur);
  await buur.goto(stop ?? '');
  await knop(buur, 'Stop deze berichten').press('Enter');
  await expect(buur.getByRole('heading', { name: 'U krijgt geen berichten meer' })).toBeFocused();
  // the browser notes the answer that somebody else was first
  expect(complaints).toEqual([[], [expect.stringContaining('409')]]);
});
