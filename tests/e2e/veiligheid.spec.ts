import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, loketUrl, watchComplaints } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

test('everybody sees where more happens than by chance; who makes policy moves the period and takes the map along', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(start());
  await page.getByRole('link', { name: /^Veiligheid in de buurt/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Veiligheid in de buurt' })).toBeFocused();
  const buurten = page.getByRole('region', { name: 'Buurten met een hotspot' });
  await buurten.getByRole('button').first().click();
  const cel = page.getByRole('region', { name: /^Deze cel/ });
  await expect(cel).toContainText('duidelijk meer dan gemiddeld');
  await expect(cel).toContainText('Aantallen per cel zijn niet openbaar');
  await expect(page.getByRole('region', { name: /^Politiecijfers over/ })).toContainText('Per 1.000 inwoners');
  await expectAccessible(page, 'for everybody');
  await page.getByRole('link', { name: /^Hoe wij dat berekenen/ }).click();
  await expect(page.getByRole('heading', { name: /^Algoritmeregister/ })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Tellingen per hectare' })).toContainText(
    'U ziet dit niet',
  );
  await expectAccessible(page, 'method');
  await page.getByRole('link', { name: 'Terug naar de kaart' }).click();
  await expect(cel).toBeVisible();

  await page.getByRole('banner').getByRole('link', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: /^Marieke van Dijk/ }).click();
  await expect(page.getByRole('radio', { name: 'Tellingen' })).toBeChecked();
  const periode = page.getByRole('group', { name: 'Periode' });
  const lijst = page.getByRole('region', { name: 'Hotspots in een lijst' });
  await expect(lijst.getByRole('button').first()).toBeVisible();
  const vragen: string[] = [];
  page.on('request', (request) => vragen.push(request.url()));
  const eerst = await lijst.getByRole('row').allInnerTexts();
  await periode.getByRole('slider', { name: 'Van' }).press('Home');
  await expect(periode).toContainText(/november 2021 tot en met|oktober 2021 tot en met|december 2021 tot en met/);
  await expect.poll(() => lijst.getByRole('row').allInnerTexts()).not.toEqual(eerst);
  expect(vragen.filter((url) => /tellingen|hotspots/.test(url))).toEqual([]);
  await lijst.getByRole('button').first().press('Enter');
  await expect(cel).toContainText('Score (z)');
  await expect(cel).toContainText(/hotspot: |geen patroon/);
  await expectAccessible(page, 'counts');
  await expectNoSidewaysScroll(page);
  const wacht = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tabel (CSV)' }).click();
  const csv = readFileSync(await (await wacht).path(), 'utf8');
  expect(csv).toMatch(/^# Hotspots: .*\r\n# Periode: .* 2021 tot en met/);
  expect(csv.split('\r\n').filter((regel) => /^"\d+";/.test(regel)).length).toBeGreaterThan(100);
  // dragged: the timeline says at once which months, the list follows when the mouse lets go
  const gekozen = periode.locator('strong');
  const [toen, daar] = [await gekozen.innerText(), await lijst.getByRole('row').allInnerTexts()];
  await periode.getByRole('img').scrollIntoViewIfNeeded();
  const vlak = (await periode.getByRole('img').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const midden = vlak.y + vlak.height / 2;
  await page.mouse.move(vlak.x + 1, midden);
  await page.mouse.down();
  await page.mouse.move(vlak.x + vlak.width / 2, midden);
  await expect(gekozen).not.toHaveText(toen);
  expect(await lijst.getByRole('row').allInnerTexts()).toEqual(daar);
  await page.mouse.up();
  await expect.poll(() => lijst.getByRole('row').allInnerTexts()).not.toEqual(daar);
  expect(complaints).toEqual([]);
});
