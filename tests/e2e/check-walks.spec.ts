import { expect, type Page, test } from '@playwright/test';
import { drawnRing, expectAccessible, expectNoSidewaysScroll, home, loketUrl, watchComplaints } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Answers the question on the screen with keys alone: the first option that fits, or a number. */
async function answer(page: Page, given: string): Promise<void> {
  const asked = await heading(page).textContent();
  const option = page.getByRole('radio', { name: given, exact: false }).first();
  if (await option.isVisible()) {
    await option.focus();
    await page.keyboard.press('Space');
  } else {
    await page.getByRole('main').getByRole('textbox').last().focus();
    await page.keyboard.type(given);
  }
  await page.keyboard.press('Enter');
  await expect(heading(page)).not.toHaveText(asked ?? '');
}

const answers: [RegExp, string][] = [
  [/Op welk dakvlak/, 'achterkant'],
  [/Kijkt dit dakvlak/, 'Nee'],
  [/Wat voor dak/, 'plat'],
  [/Hoe hoog is de dakkapel/, '1,90'],
  [/Hoeveel hoger dan de dakvoet/, '0,6'],
  [/Hoeveel lager dan de nok/, '0,6'],
  [/Hoe ver blijft/, '0,7'],
  [/zonder de vergunning/, 'Nee'],
  [/Wat kost het bouwen/, '12000'],
];

test('a dakkapel from everyday word to outcome by keyboard, and the smallest change that makes it vergunningvrij', async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(`${start()}/vergunningcheck?${await home(page, start())}`);
  await expect(heading(page)).toHaveText('Wat wilt u gaan doen?');
  await page.getByLabel('Zoek in uw eigen woorden').focus();
  await page.keyboard.type('dakapel');
  const dakkapel = page.getByRole('button', { name: /Dakkapel aan de achterkant/ });
  await expect(page.getByRole('button', { name: /Airco/ })).toHaveCount(0);
  await dakkapel.focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'chosen');
  await page.getByRole('button', { name: 'Ga verder', exact: true }).focus();
  await page.keyboard.press('Enter');

  await expect(heading(page)).toHaveText('Klopt wat wij van uw plek weten?');
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole('main')).toContainText(/Bron: .+2026/);
  await expectAccessible(page, 'facts');
  await page.getByRole('button', { name: /Ga verder naar/ }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/Op welk dakvlak/);
  await page.getByRole('button', { name: 'Verder', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kies een antwoord.')).toBeVisible();
  await expectAccessible(page, 'a question that was not answered');

  for (let asked = 0; asked < 15 && !(await heading(page).textContent())?.includes('uitkomst'); asked += 1) {
    const text = (await heading(page).textContent()) ?? '';
    const known = answers.find(([question]) => question.test(text));
    expect(known, `an answer to: ${text}`).toBeTruthy();
    await answer(page, known?.[1] ?? '');
  }
  await expect(heading(page)).toHaveText('De uitkomst van uw check');
  await expect(page.getByRole('main')).toContainText('Maak de dakkapel 0,15 m lager');
  await expect(page.getByRole('main')).toContainText(/Grens: ten hoogste 1,75 m\..*Bbl 2\.29, onder b/);
  await expectAccessible(page, 'outcome');
  await expectNoSidewaysScroll(page);

  await page.reload();
  await expect(page.getByRole('main')).toContainText('Maak de dakkapel 0,15 m lager');
  await page.getByRole('button', { name: 'Reken hiermee verder' }).click();
  await expect(page.getByText('Maak de dakkapel 0,15 m lager')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('U hebt geen vergunning nodig');
  await page.getByRole('button', { name: /Bewaar de uitkomst/ }).click();
  const kept = await page.getByRole('link', { name: /Bekijk de bewaarde uitkomst/ }).getAttribute('href');
  expect(await (await page.request.get(`${start()}${kept}`)).json()).toMatchObject({ hashKlopt: true });
  const pdf = await page.getByRole('link', { name: 'Download de uitkomst als PDF' }).getAttribute('href');
  expect((await page.request.get(`${start()}${pdf}`)).headers()['content-type']).toBe('application/pdf');
  expect(complaints).toEqual([]);
});

test('a fact of the map that is wrong counts as the person says, and can be taken back', async ({ page }) => {
  await page.goto(`${start()}/vergunningcheck?${await home(page, start())}`);
  await page.getByRole('button', { name: /Dakkapel aan de achterkant/ }).click();
  await page.getByRole('button', { name: 'Ga verder', exact: true }).click();
  await page.getByText('Dit klopt niet: Monument').click();
  await page.getByRole('radio', { name: 'Ja, een gemeentelijk monument' }).check();
  await page.getByRole('button', { name: 'Neem dit over' }).click();
  await expect(page.getByText('Dit zegt u zelf.')).toBeVisible();
  await expectAccessible(page, 'contested');
  await page.getByRole('button', { name: 'Neem toch wat op de kaart staat' }).click();
  await expect(page.getByText('Dit zegt u zelf.')).toHaveCount(0);
});

test('a check without a place asks where, and one that the link lost says so', async ({ page }) => {
  await page.goto(`${start()}/vergunningcheck#check=onzin`);
  await expect(page.getByText('Deze link is niet heel overgekomen')).toBeVisible();
  await page.getByRole('button', { name: /Dakkapel aan de voorkant/ }).click();
  await page.getByRole('button', { name: 'Ga verder', exact: true }).click();
  await expect(heading(page)).toHaveText('Waar wilt u dit doen?');
  await expectAccessible(page, 'where');
  await page.getByRole('button', { name: 'Zoek een adres' }).click();
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('a schuurtje without a mouse: typed measures give the ring that is drawn, moved, undone and judged', async ({
  page,
}) => {
  await page.goto(`${start()}/vergunningcheck?${await home(page, start())}`);
  await page.getByLabel('Zoek in uw eigen woorden').fill('ik wil een schuurtje in mijn achtertuin zetten');
  await page
    .getByRole('button', { name: /schuur/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ga verder', exact: true }).click();
  await expect(heading(page)).toHaveText('Waar komt het, en hoe groot?');
  await page.getByLabel(/^Breedte/).fill('3,00');
  await page.getByLabel(/^Diepte/).fill('1,20');
  await page.getByLabel(/^Afstand tot het huis/).fill('6');
  await page.getByLabel(/^Afstand tot de zijgrens/).fill('0,5');
  await page.getByLabel(/^Afstand tot de zijgrens/).press('Enter');
  const verdict = page.getByRole('region', { name: 'Oordeel over uw tekening' });
  await expect(verdict).toContainText('Oppervlakte 3,6\u00a0m²');
  await expectAccessible(page, 'drawn');

  const before = drawnRing(page);
  const zijden = before.map(([x, y], i) => {
    const [nx = 0, ny = 0] = before[(i + 1) % before.length] ?? [];
    return Math.hypot(nx - x, ny - y);
  });
  for (const [i, metres] of [3, 1.2, 3, 1.2].entries()) expect(Math.abs((zijden[i] ?? 0) - metres)).toBeLessThan(0.05);

  await page.getByRole('group', { name: /pijltjestoetsen/ }).press('Shift+ArrowUp');
  await expect.poll(() => drawnRing(page)).not.toEqual(before);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => drawnRing(page)).toEqual(before);

  await page.getByLabel(/^Breedte/).fill('-1');
  await page.getByRole('button', { name: 'Pas deze maten toe' }).click();
  await expect(page.getByText('vul een getal in van 0,10 tot 100 meter')).toBeVisible();
  expect(drawnRing(page)).toEqual(before);
});
