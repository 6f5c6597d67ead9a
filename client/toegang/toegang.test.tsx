// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Ingelogde, leesSessie, stopSessie, verlengSessie } from '../../server/toegang/contract.ts';
import { leesEigenVerwerkingen } from '../../server/verantwoording/contract.ts';
import { route, serve, show } from '../../tests/client/page.tsx';
import { MetRecht } from '../ui/MetRecht.tsx';
import { InlogPage } from './InlogPage.tsx';
import { MijnGegevensPage } from './MijnGegevensPage.tsx';
import { SessieKnop } from './SessieKnop.tsx';

const sanne: Ingelogde = {
  persoon: 'p-sanne',
  naam: 'Sanne de Vries',
  rol: 'burger',
  rollen: ['burger'],
  namens: null,
  organisatie: null,
  bevoegdGezag: [],
  zekerheid: 'DigiD Substantieel',
  rechten: { sessie: 'OW', eigenDossier: 'OW', eigenVerwerkingen: 'O' },
  verlooptOverS: 1_800,
  uiterlijkOverS: 28_800,
};
const dienst = { id: 'digid', naam: 'DigiD' };

/** Who the server says is logged in; a test changes it as time does. */
let wie: Ingelogde | null;
let diensten = [dienst];
const sessie = () => route(leesSessie, () => ({ ingelogd: wie, diensten, oefenomgeving: false }));

beforeEach(() => {
  wie = sanne;
  diensten = [dienst];
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('in the header', () => {
  test('the way in leads back to the page in view', async () => {
    wie = null;
    serve([sessie()]);
    show(<SessieKnop />, '/locatie?x=1&y=2');
    const link = await screen.findByRole('link', { name: 'Inloggen' });
    expect(link.getAttribute('href')).toBe(`/inloggen?terug=${encodeURIComponent('/locatie?x=1&y=2')}`);
  });

  test('where there is more than one way there is a choice first, and where there is none nothing', async () => {
    wie = null;
    diensten = [dienst, { id: 'werk', naam: 'uw werkaccount' }];
    serve([sessie()]);
    const { unmount } = show(<SessieKnop />, '/begrippen');
    expect((await screen.findByRole('link', { name: 'Inloggen' })).getAttribute('href')).toContain('/inloggen/kies?');
    unmount();
    diensten = [];
    const asked = serve([sessie()]);
    show(<SessieKnop />);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('link', { name: 'Inloggen' })).toBeNull();
  });

  test('before the session ends there is a warning, and staying is one press', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    wie = { ...sanne, verlooptOverS: 100 };
    const asked = serve([
      sessie(),
      route(verlengSessie, () => {
        wie = sanne;
        return { verlooptOverS: 1_800, uiterlijkOverS: 28_800 };
      }),
    ]);
    show(<SessieKnop />);
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    expect(await screen.findByText('U wordt over 2 minuten uitgelogd')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Blijf ingelogd', hidden: true }));
    await waitFor(() => expect(screen.queryByText(/U wordt over/)).toBeNull());
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('when it has ended the page stays, and says how to go on beside it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    wie = { ...sanne, verlooptOverS: 60 };
    serve([sessie()]);
    show(
      <>
        <SessieKnop />
        <input aria-label="Toelichting" defaultValue="half af" />
      </>,
    );
    expect(await screen.findByText('U wordt over 1 minuut uitgelogd')).toBeTruthy();
    wie = null;
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(await screen.findByText('U bent uitgelogd')).toBeTruthy();
    const link = screen.getByRole('link', { name: /Log in, in een nieuw tabblad/, hidden: true });
    expect(link.getAttribute('href')).toBe(`/inloggen?terug=${encodeURIComponent('/inloggen/klaar')}`);
    expect(link.getAttribute('target')).toBe('_blank');
    expect((screen.getByLabelText('Toelichting') as HTMLInputElement).value).toBe('half af');
  });

  test('a session that other tabs kept alive gives no warning', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    wie = { ...sanne, verlooptOverS: 130 };
    const asked = serve([sessie()]);
    show(<SessieKnop />);
    await screen.findByRole('button', { name: /Sanne de Vries/ });
    wie = sanne;
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(screen.queryByText(/U wordt over/)).toBeNull();
  });

  test('logging out opens a fresh page, at the login service when it asks for that', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { ...window.location, assign, pathname: '/', search: '' });
    const asked = serve([sessie(), route(stopSessie, () => ({ naar: 'https://issuer.example/uit', beeindigd: 1 }))]);
    show(<SessieKnop />);
    await screen.findByRole('button', { name: /Sanne de Vries/ });
    await userEvent.click(screen.getByRole('button', { name: 'Log uit op elk apparaat', hidden: true }));
    await waitFor(() => expect(assign).toHaveBeenCalledWith('https://issuer.example/uit'));
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', fields: { overal: 'true' } });
  });
});

describe('what asks for a right', () => {
  const geheim = (
    <MetRecht gegeven="boaRegistratie" doe="lezen" wat="de registraties">
      Geheim
    </MetRecht>
  );

  test('is shown to who holds it', async () => {
    wie = { ...sanne, rol: 'boa', rollen: ['boa'], rechten: { boaRegistratie: 'TW' } };
    serve([sessie()]);
    show(geheim);
    expect(await screen.findByText('Geheim')).toBeTruthy();
  });

  test('says to others why not, and what to do', async () => {
    serve([sessie()]);
    const { unmount } = show(geheim);
    expect(await screen.findByText('U kunt de registraties nu niet zien')).toBeTruthy();
    expect(screen.queryByText('Geheim')).toBeNull();
    unmount();
    wie = null;
    serve([sessie()]);
    show(geheim);
    expect(await screen.findByText('Log in voor de registraties')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Inloggen' })).toBeTruthy();
  });
});

test('what was filled in is out of sight when the session ends, and there again for the same person only', async () => {
  serve([sessie()]);
  const formulier = (
    <MetRecht gegeven="eigenDossier" doe="schrijven" wat="uw aanvraag">
      <input aria-label="Toelichting" />
    </MetRecht>
  );
  const { client } = show(formulier);
  const veld = () => screen.queryByLabelText('Toelichting') as HTMLInputElement | null;
  await userEvent.type(await screen.findByLabelText('Toelichting'), 'half af');
  const wordt = async (nu: Ingelogde | null) => {
    wie = nu;
    await act(() => client.invalidateQueries());
  };
  await wordt(null);
  expect(await screen.findByText('Log in voor uw aanvraag')).toBeTruthy();
  expect(veld()?.closest('[hidden]')).not.toBeNull();
  await wordt(sanne);
  await waitFor(() => expect(veld()?.closest('[hidden]')).toBeNull());
  expect(veld()?.value).toBe('half af');
  await wordt(null);
  await wordt({ ...sanne, persoon: 'p-yusuf' });
  await waitFor(() => expect(veld()?.value).toBe(''));
});

test('a login that failed says why, and leads on', async () => {
  wie = null;
  serve([sessie()]);
  show(<InlogPage heading={createRef()} />, '/inloggen/mislukt?reden=dienst&terug=%2Fbegrippen');
  expect(screen.getByRole('heading', { name: 'De inlogdienst geeft nu geen antwoord' })).toBeTruthy();
  expect((await screen.findByRole('link', { name: 'Log opnieuw in' })).getAttribute('href')).toContain(
    'terug=%2Fbegrippen',
  );
  expect(screen.getByRole('link', { name: 'Ga verder zonder inloggen' }).getAttribute('href')).toBe('/begrippen');
});

test('a link in the address of the page that failed leads nowhere else', () => {
  wie = null;
  serve([sessie()]);
  show(<InlogPage heading={createRef()} />, '/inloggen/mislukt?reden=constructor&terug=https%3A%2F%2Fkwaad.example');
  expect(screen.getByRole('heading', { name: 'Het inloggen is niet gelukt' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ga verder zonder inloggen' }).getAttribute('href')).toBe('/');
});

test('somebody reads what was done with his data, older on request', async () => {
  const regel = {
    op: '2026-11-27T10:00:00Z',
    naam: 'Eigen aanvraag of melding',
    doel: 'Behandelen',
    grondslag: 'AVG art. 6 lid 1 onder c en e',
    handeling: 'raadplegen' as const,
    rol: 'behandelaar',
    doorUzelf: false,
    gelukt: true,
  };
  serve([
    sessie(),
    route(leesEigenVerwerkingen, ({ voor }) =>
      voor
        ? { verwerkingen: [{ ...regel, doorUzelf: true, rol: 'burger', gelukt: false }], volgende: null }
        : { verwerkingen: [regel], volgende: '12' },
    ),
  ]);
  show(<MijnGegevensPage heading={createRef()} />);
  expect(await screen.findByText('Bekeken door: behandelaar')).toBeTruthy();
  expect(screen.getByText(/vrijdag 27 november 2026, 11\.00 uur/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Laat oudere zien' }));
  expect(await screen.findByText('Bekeken door uzelf')).toBeTruthy();
  expect(screen.getByText(/niet gelukt/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Laat oudere zien' })).toBeNull();
});
