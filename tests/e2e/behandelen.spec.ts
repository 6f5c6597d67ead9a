import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';
import { alsMens, dienIn } from './zaak.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

test('a zaak is taken, completed by who filed it, decided and published: it stands on the card of that place', async ({
  browser,
}) => {
  const sanne = await alsMens(browser, 'Sanne de Vries', '/mijn-zaken');
  const { kenmerk, zaakId, x, y } = await dienIn(sanne);
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
  // the browser notes the answer that somebody else was first
  expect(complaints).toEqual([[expect.stringContaining('409')], []]);
});
