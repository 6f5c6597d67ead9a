// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { maakUittreksel } from '../../server/rapport/contract.ts';
import { soortWoord } from '../../server/rapport/domain/woorden.ts';
import { route, serve, show, TestProblem } from '../../tests/client/page.tsx';
import { soorten } from '../besluiten/soorten.ts';
import { Uittreksel } from './Uittreksel.tsx';

const plaats = { x: 181209, y: 456608 };
const gemaakt = {
  id: '0f0e7c1e-9b1a-4b2e-8f3a-1a2b3c4d5e6f',
  hash: 'ab'.repeat(32),
  gemaaktOp: '2026-11-22T10:00:00.000Z',
  bewaardTot: '2031-12-31',
  json: '/api/v1/uittreksels/0f0e7c1e',
  pdf: '/api/v1/uittreksels/0f0e7c1e/pdf',
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('keeps an extract of this place and day, and tells where it is', async () => {
  const asked = serve([route(maakUittreksel, () => gemaakt)]);
  show(<Uittreksel plaats={plaats} datum="2026-03-03" straalM={250} />);
  await userEvent.click(screen.getByRole('button', { name: /^Bewaar als uittreksel/ }));
  const pdf = await screen.findByRole('link', { name: /PDF/ });
  expect(pdf.getAttribute('href')).toBe(gemaakt.pdf);
  expect(screen.getByRole('link', { name: /JSON/ }).getAttribute('href')).toBe(gemaakt.json);
  expect(document.body.textContent).toContain(gemaakt.hash);
  expect(document.body.textContent).toContain('22 november 2026');
  expect(asked).toEqual([
    { method: 'POST', path: '/api/v1/uittreksels', fields: { ...plaats, datum: '2026-03-03', straal: 250 } },
  ]);
});

test('says why it was not kept', async () => {
  serve([route(maakUittreksel, () => new TestProblem(429, 'Te veel', 'Probeer het over een uur opnieuw.'))]);
  show(<Uittreksel plaats={plaats} datum={null} straalM={500} />);
  await userEvent.click(screen.getByRole('button', { name: /^Bewaar als uittreksel/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('Probeer het over een uur opnieuw.');
  expect(screen.queryByRole('link')).toBeNull();
});

test('paper and screen use the same words', () => {
  expect(soortWoord).toEqual(Object.fromEntries(Object.entries(soorten).map(([soort, { woord }]) => [soort, woord])));
});
