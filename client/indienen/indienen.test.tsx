// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bewaarConcept, type Concept, leesConcept } from '../../server/indienen/contract.ts';
import { type Ingelogde, leesSessie } from '../../server/toegang/contract.ts';
import { route, serve, show, TestProblem } from '../../tests/client/page.tsx';
import { IndienenPage } from './IndienenPage.tsx';
import { bewaarLokaal, leesLokaal } from './lokaal.ts';

const sanne: Ingelogde = {
  persoon: 'p-sanne',
  naam: 'Sanne de Vries',
  rol: 'burger',
  rollen: ['burger'],
  namens: null,
  organisatie: null,
  bevoegdGezag: [],
  zekerheid: 'DigiD Substantieel',
  rechten: { concept: 'OW', eigenDossier: 'OW' },
  verlooptOverS: 1_800,
  uiterlijkOverS: 28_800,
};
const id = '6f1f3a52-2f5c-4c2e-9d6b-0c1d2e3f4a5b';
const opServer: Concept = {
  id,
  zaaktype: 'melding-milieu',
  antwoorden: {},
  plaats: null,
  oordeelId: null,
  stap: 'wat',
  versie: 1,
  eigen: true,
  gewijzigdOp: '2026-11-22T10:00:00Z',
  verlooptOp: '2026-12-22T10:00:00Z',
  bijlagen: [],
};

/** Who is logged in, and what the server holds; a test changes them. */
let wie: Ingelogde | null;
let hier: Concept;
const weg = () => new TestProblem(404, 'Niet gevonden', 'Dit concept is er niet (meer).');
const api = () =>
  serve([
    route(leesSessie, () => ({ ingelogd: wie, diensten: [{ id: 'digid', naam: 'DigiD' }], oefenomgeving: false })),
    route(leesConcept, () => (wie ? hier : weg())),
    route(bewaarConcept, (velden) => {
      if (!wie) return weg();
      if (Number(velden.versie) !== hier.versie) return new TestProblem(409, 'Intussen gewijzigd', 'Kijk het na.');
      hier = { ...hier, ...(velden as object), versie: hier.versie + 1 } as Concept;
      return hier;
    }),
  ]);
const open = (stap = 'wat') =>
  show(
    <Routes>
      <Route
        path="/indienen/*"
        element={
          <IndienenPage
            heading={createRef<HTMLHeadingElement>()}
            plaats={null}
            plaatsNaam={null}
            onZoek={() => {}}
            onMijnLocatie={() => {}}
          />
        }
      />
    </Routes>,
    `/indienen/${id}/${stap}`,
  );
const veld = (naam: RegExp) => screen.getByRole('textbox', { name: naam }) as HTMLTextAreaElement;

beforeEach(() => {
  wie = sanne;
  hier = opServer;
  window.localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what is wrong is told at the top and beside its field, and who mends it goes on typing', async () => {
  api();
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Verder' }));
  expect(screen.getByRole('alert').textContent).toContain('Er zijn 3 dingen nog niet goed');
  await userEvent.click(screen.getByRole('link', { name: /^Beschrijf de activiteit/ }));
  const beschrijf = veld(/^Beschrijf/);
  expect(document.activeElement).toBe(beschrijf);
  expect(beschrijf.getAttribute('aria-invalid')).toBe('true');
  await userEvent.keyboard('Een koelcel');
  expect(beschrijf.value).toBe('Een koelcel');
  expect(document.activeElement).toBe(beschrijf);
  expect(beschrijf.getAttribute('aria-invalid')).toBeNull();
});

test('a question appears with the answer that asks for it, and each step is kept', async () => {
  const asked = api();
  const { adres } = open();
  await screen.findByRole('button', { name: 'Verder' });
  expect(screen.queryByRole('textbox', { name: /^Hoe diep/ })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Gesloten bodemenergiesysteem' }));
  await userEvent.type(veld(/^Hoe diep/), '120,5');
  await userEvent.type(veld(/^Hoe lang/), '1.200');
  await userEvent.type(veld(/^Beschrijf/), 'Twee lussen');
  const dag = screen.getByLabelText(/^Wanneer begint u/) as HTMLInputElement;
  await userEvent.type(dag, '2199-01-01');
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }));
  await waitFor(() => expect(adres()).toBe(`/indienen/${id}/plaats`));
  await waitFor(() => expect(hier.versie).toBe(2));
  expect(hier.antwoorden).toMatchObject({ diepte: 120.5, lus: 1_200, omschrijving: 'Twee lussen' });
  expect(asked.at(-1)).toMatchObject({ method: 'PUT' });
});

test('a session that ends in the middle loses nothing, and shows it to nobody else', async () => {
  api();
  const { unmount } = open();
  await userEvent.type(await screen.findByRole('textbox', { name: /^Beschrijf/ }), 'Een koelcel');
  wie = null;
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar en ga later verder' }));
  await screen.findByRole('heading', { name: 'Log in om verder te gaan' });
  expect(document.body.textContent).not.toContain('Een koelcel');
  expect(leesLokaal(id)).toMatchObject({ antwoorden: { omschrijving: 'Een koelcel' }, vuil: true });
  unmount();

  wie = sanne;
  open();
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Beschrijf/ })).value).toBe('Een koelcel');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar en ga later verder' }));
  await waitFor(() => expect(hier.antwoorden).toEqual({ omschrijving: 'Een koelcel' }));
});

test('changed on two devices: the person chooses, and nothing is written over unseen', async () => {
  bewaarLokaal({
    id,
    zaaktype: 'melding-milieu',
    sleutel: null,
    antwoorden: { omschrijving: 'van hier' },
    plaats: null,
    oordeelId: null,
    versie: 1,
    idempotentie: crypto.randomUUID(),
    vuil: true,
    op: Date.now(),
  });
  hier = { ...opServer, versie: 4, antwoorden: { omschrijving: 'van elders' } };
  api();
  open();
  await screen.findByText('U hebt dit ook ergens anders gewijzigd');
  expect(veld(/^Beschrijf/).value).toBe('van hier');
  await userEvent.click(screen.getByRole('button', { name: 'Het nieuwste van elders' }));
  await waitFor(() => expect(veld(/^Beschrijf/).value).toBe('van elders'));
  expect(hier.versie).toBe(4);
});
