import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where a loket runs that servers.ts started; throws when it did not. */
export function loketUrl(name: 'LOKET_MODELGEMEENTE' | 'LOKET_OTTERLO_SERVER' | 'LOKET_OTTERLO_EMBEDDED'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} was not started`);
  return url;
}

/** Types a place and takes the first exact hit, as a person does. */
export async function searchPlace(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox');
  await box.fill(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  await box.press('Enter');
}

/** Waits until the map has arrived and has drawn all it was asked for. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await expect(page.locator('[data-kaart="getekend"]')).toBeVisible({ timeout: 30_000 });
}

/** Fails on anything the page complains about: an error in the console, a refused request, a broken policy. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!['127.0.0.1', 'localhost'].includes(hostname) && !['data:', 'blob:'].includes(protocol)) {
      complaints.push(`left the house: ${request.url()}`);
    }
  });
  return complaints;
}

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** No axe violation of WCAG 2.2 A and AA or of best practice on the page as it stands. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // The policy of the page forbids added scripts; evaluate is outside it.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  const readable = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
  expect(readable, state).toEqual([]);
}

/** Nothing sticks out sideways: the page reflows. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual((window as number) + 1);
}

/** The place of the first home that the start page offers, as the address bar holds it. */
export async function home(page: Page, url: string): Promise<string> {
  const answer = await page.request.get(`${url}/api/v1/begin`);
  const [{ punt }] = (await answer.json()).voorbeelden;
  return `x=${punt.x}&y=${punt.y}`;
}

/** The corners of the drawing that the address holds, in RD metres; empty: nothing is drawn. */
export function drawnRing(page: Page): [number, number][] {
  const text = new URL(page.url()).hash.match(/check=([^&]+)/)?.[1] ?? '';
  const check = JSON.parse(Buffer.from(text, 'base64url').toString()) as {
    onderdelen: { ring: [number, number][] | null }[];
  };
  return check.onderdelen[0]?.ring ?? [];
}
