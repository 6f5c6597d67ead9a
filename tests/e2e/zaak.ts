import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { aanvraag } from '../indienen.ts';
import { loketUrl } from './loket.ts';

const start = () => loketUrl('LOKET_MODELGEMEENTE');
const api = () => `${start()}/api/v1`;

/** A window in which somebody has logged in. */
export async function alsMens(browser: Browser, naam: string, terug: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${start()}/inloggen?terug=${terug}`);
  await page.getByRole('button', { name: new RegExp(`^${naam}`) }).click();
  await expect(page).toHaveURL(new RegExp(`${terug}$`));
  return page;
}

/** Files an aanvraag at an example place, as the form does. */
export async function dienIn(page: Page): Promise<{ zaakId: string; kenmerk: string; x: number; y: number }> {
  const { voorbeelden } = await (await page.request.get(`${api()}/begin`)).json();
  const { x, y } = voorbeelden[0].punt;
  const headers = { 'X-Loket-Verzoek': '1' };
  const id = randomUUID();
  const concept = await page.request.post(`${api()}/concepten`, {
    headers,
    data: { id, zaaktype: 'aanvraag-omgevingsvergunning', antwoorden: aanvraag, plaats: { x, y } },
  });
  const { versie } = await concept.json();
  const ontvangst = await page.request.post(`${api()}/concepten/${id}/_indienen`, {
    headers,
    data: { versie, idempotentie: randomUUID(), akkoord: true },
  });
  return { ...(await ontvangst.json()), x, y };
}
