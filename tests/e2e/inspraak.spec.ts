import { expect, test } from '@playwright/test';
import { proefPdf } from '../indienen.ts';
import { expectAccessible, loketUrl } from './loket.ts';
import { alsMens, dienIn } from './zaak.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

test('a neighbour gives a zienswijze from the card, the behandelaar reads it and writes the neighbours', async ({
  browser,
}) => {
  const sanne = await alsMens(browser, 'Sanne de Vries', '/mijn-zaken');
  const { zaakId, x, y } = await dienIn(sanne);
  const yusuf = await alsMens(browser, 'Yusuf Demir', '/mijn-zaken');
  const petra = await alsMens(browser, 'Petra Jansen', '/werkvoorraad');
  const pad = `${start()}/api/v1/behandelingen/${zaakId}`;
  let { versie } = await (await petra.request.get(pad)).json();
  const handel = async (naam: string, velden: object = {}) => {
    const antwoord = await petra.request.post(`${pad}/_${naam}`, {
      headers: { 'X-Loket-Verzoek': '1' },
      data: { versie, ...velden },
    });
    const dossier = await antwoord.json();
    ({ versie } = dossier);
    return dossier;
  };
  await handel('neem');
  await handel('kies-procedure', { procedure: 'uitgebreid', reden: 'verzoek' });
  const { bekendmakingen } = await handel('leg-ter-inzage', {
    besluit: { resultaat: 'verleend', motivering: 'Het past.', voorschriften: [], onomkeerbaar: false },
    omschrijving: 'het bouwen van een toren',
    vanaf: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date()),
  });

  const [{ identificatie }] = bekendmakingen;
  await yusuf.goto(`${start()}/locatie?x=${x}&y=${y}&open=besluiten`);
  const link = yusuf.locator(`a[href^="/inspraak/${identificatie}?"]`);
  await expect(link).toHaveText(/^Geef uw zienswijze \(t\/m /);
  await link.press('Enter');
  await expect(yusuf.getByRole('heading', { name: 'Geef uw zienswijze' })).toBeVisible();
  await expectAccessible(yusuf, 'a zienswijze to give');
  await yusuf.getByLabel('Wat vindt u ervan?').fill('De toren is te hoog.');
  await yusuf
    .locator('input[type=file]')
    .setInputFiles({ name: 'uitzicht.pdf', mimeType: 'application/pdf', buffer: proefPdf() });
  await expect(yusuf.getByText('ontvangen en gecontroleerd')).toBeVisible();
  await yusuf.getByRole('button', { name: 'Stuur uw zienswijze' }).press('Enter');
  await expect(yusuf.getByRole('heading', { name: 'Wij hebben uw zienswijze ontvangen' })).toBeFocused();
  await expectAccessible(yusuf, 'a zienswijze that arrived');

  await petra.goto(`${start()}/werkvoorraad/${zaakId}`);
  await expect(petra.getByRole('region', { name: 'Zienswijzen en reacties' })).toContainText('De toren is te hoog.');
  await expect(petra.getByRole('link', { name: 'uitzicht.pdf' })).toBeVisible();
  await petra.getByRole('link', { name: 'Buren van het plan' }).press('Enter');
  await expect(petra.getByRole('heading', { name: /\d+ adressen binnen 100/ })).toBeVisible();
  await expectAccessible(petra, 'the neighbours');
  await petra.getByRole('button', { name: /^Maak \d+ brieven$/ }).press('Enter');
  // the letters are made apart from the page
  await expect(petra.getByRole('link', { name: 'Brieven (pdf)' })).toBeVisible({ timeout: 30_000 });
});
