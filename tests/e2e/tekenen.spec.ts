import { expect, test } from '@playwright/test';
import { drawnRing, home, loketUrl, mapDrawn } from './loket.ts';

test('a schuurtje with the mouse: drawn on the map, and dragged with a verdict that moves along', async ({ page }) => {
  const url = loketUrl('LOKET_MODELGEMEENTE');
  await page.goto(`${url}/vergunningcheck?${await home(page, url)}`);
  await page
    .getByRole('button', { name: /^Bijbehorend bouwwerk|schuur/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ga verder', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waar komt het, en hoe groot?');
  await mapDrawn(page);
  // the plot is in the middle of what the panel leaves free of the map
  const [midX, midY] = [940, 480];
  const corners = [
    [-30, -45],
    [30, -45],
    [30, 45],
    [-30, 45],
  ] as const;
  for (const [dx, dy] of corners) {
    await page.mouse.move(midX + dx, midY + dy, { steps: 3 });
    await page.mouse.click(midX + dx, midY + dy);
  }
  await page.mouse.click(midX - 30, midY - 45);
  const verdict = page.getByRole('region', { name: 'Oordeel over uw tekening' });
  await expect(verdict).toContainText('Oppervlakte');
  const outcome = (await verdict.getByRole('status').textContent()) ?? '';
  expect((await verdict.textContent())?.split(outcome), 'says the outcome once').toHaveLength(2);
  await expect.poll(() => drawnRing(page)).toHaveLength(4);
  const before = drawnRing(page);

  // by a corner it grows: the verdict says so before the mouse is let go
  const said = [await verdict.textContent()];
  await page.mouse.move(midX + 30, midY + 45);
  await page.mouse.down();
  for (const px of [40, 80, 120]) {
    await page.mouse.move(midX + 30 + px, midY + 45 + px, { steps: 4 });
    await expect.poll(() => verdict.textContent(), `after ${px} pixels`).not.toBe(said.at(-1));
    said.push(await verdict.textContent());
  }
  expect(drawnRing(page), 'the address waits for the mouse').toEqual(before);
  await page.mouse.up();
  await expect.poll(() => drawnRing(page)).not.toEqual(before);
  const grown = drawnRing(page);

  // by its inside it moves as it is
  await page.mouse.move(midX, midY);
  await page.mouse.down();
  await page.mouse.move(midX - 60, midY + 30, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => drawnRing(page)).not.toEqual(grown);
  const [first, ...others] = drawnRing(page).map(([x, y], i) => [x - grown[i]![0], y - grown[i]![1]] as const);
  for (const [dx, dy] of others) expect(Math.hypot(dx - first![0], dy - first![1])).toBeLessThan(0.05);

  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => drawnRing(page)).toEqual(grown);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(() => drawnRing(page)).toEqual(before);
  await expect(verdict).toHaveText(said[0] ?? '');
});
