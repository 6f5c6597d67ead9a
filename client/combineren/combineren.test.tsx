// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  leesCombineerLagen,
  leesWaarden,
  type Schatting,
  schatCombinatie,
  type Uitkomst,
  voerCombinatieUit,
} from '../../server/combineren/contract.ts';
import { adresQuery } from '../../server/combineren/domain/adres.ts';
import { route, serve, show } from '../../tests/client/page.tsx';
import { CombinerenPage } from './CombinerenPage.tsx';

const telling = { aantal: 2, onbekend: 1, oppervlakteM2: null, overlapM2: [null] };
const bron = { id: 'b', naam: 'Bekendmakingen', licentie: 'CC0', url: null, peildatum: '2026-01-01' };
const object = (sleutel: string, uitkomst: 'ja' | 'onbekend') => ({
  sleutel,
  titel: `Kap van boom ${sleutel}`,
  uitkomst,
  punt: { x: 180_000, y: 455_000 },
  geometrie: { type: 'Point', coordinates: [5.1, 52.1] },
  buurtCode: 'BU1',
  oppervlakteM2: null,
  overlapM2: [null],
  eigenschappen: {},
});
const gebied = (code: string, naam: string, aantal: number) => ({
  ...telling,
  code,
  naam,
  aantal,
  onbekend: 0,
  zonderGegevens: false,
});
const uitkomst: Uitkomst = {
  totaal: telling,
  objecten: [object('1', 'ja'), object('2', 'ja'), object('3', 'onbekend')],
  meer: false,
  wijken: [gebied('WK1', 'Noord', 2), gebied('WK2', 'Zuid', 0)],
  buurten: [{ ...gebied('BU1', 'Dorp', 2), wijkCode: 'WK1' }],
  buiten: { ...telling, aantal: 0, onbekend: 0 },
  lagen: [
    {
      id: 'besluiten',
      titel: 'Besluiten',
      bronnen: [bron],
      weggelaten: 'Besluiten voor de hele gemeente tellen niet mee.',
      zonderGegevens: [],
    },
    { id: 'monument', titel: 'Monumenten', bronnen: [], weggelaten: null, zonderGegevens: ['Dorp'] },
  ],
};
const lagen = [
  {
    id: 'besluiten',
    titel: 'Besluiten',
    groep: 'Besluiten',
    beschrijving: 'Alle besluiten.',
    velden: [{ naam: 'onderwerp', titel: 'Onderwerp', type: 'string' as const }],
    heeftPeriode: true,
  },
  {
    id: 'monument',
    titel: 'Monumenten',
    groep: 'Omstandigheden',
    beschrijving: 'Alles.',
    velden: [],
    heeftPeriode: false,
  },
];

const routes = (schatting: Schatting = { aantallen: [270, 26], teGroot: null }) => [
  route(leesCombineerLagen, () => ({ lagen })),
  route(leesWaarden, () => ({
    waarden: [
      { waarde: 'kap', aantal: 270 },
      { waarde: 'bouwen', aantal: 900 },
    ],
    meer: false,
  })),
  route(schatCombinatie, () => schatting),
  route(voerCombinatieUit, () => uitkomst),
];
const opKaart = vi.fn();

function Pagina() {
  const heading = useRef<HTMLHeadingElement>(null);
  const [query] = useSearchParams();
  const navigate = useNavigate();
  return (
    <CombinerenPage
      heading={heading}
      adres={{ toon: query.get('toon') ?? '', die: query.get('die') ?? '', en: query.get('en') ?? '' }}
      onAdres={(adres) => void navigate(`/combineren?${adresQuery(adres)}`)}
      hrefOf={({ x, y }) => `/locatie?x=${x}&y=${y}`}
      gemarkeerd={null}
      onMarkeer={() => {}}
      onObjecten={opKaart}
    />
  );
}

afterEach(() => {
  cleanup();
  opKaart.mockClear();
  vi.unstubAllGlobals();
});

const link = '/combineren?toon=besluiten;onderwerp=kap&die=200m:monument';

describe('combining layers', () => {
  test('from an empty form to the address, the sentence and the answer', async () => {
    const asked = serve(routes());
    const { adres } = show(<Pagina />, '/combineren');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Reken uit' }));
    expect(screen.getByRole('alert').textContent).toContain('Kies bij stap 1 wat u wilt zien.');
    await user.selectOptions(screen.getByLabelText('Toon'), 'besluiten');
    await user.selectOptions(screen.getByLabelText('Alleen besluiten met'), 'onderwerp');
    await user.click(await screen.findByRole('checkbox', { name: /kap/ }));
    await user.click(screen.getByRole('button', { name: 'Voeg een voorwaarde toe' }));
    await user.selectOptions(screen.getByLabelText('van'), 'monument');
    await user.clear(screen.getByLabelText('Meter'));
    await user.type(screen.getByLabelText('Meter'), '200');
    expect(screen.getByText(/^Toon besluiten/).textContent).toBe(
      'Toon besluiten (onderwerp: kap) die op hoogstens 200 meter van monumenten liggen.',
    );
    expect(asked.some(({ path }) => path.endsWith('_voer-uit'))).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Reken uit' }));
    expect(adres()).toBe(link);
    expect(await screen.findByRole('heading', { name: 'Uitkomst' })).toBeTruthy();
    expect(asked.find(({ path }) => path.endsWith('_voer-uit'))?.fields).toMatchObject({
      toon: { laag: 'besluiten', filters: [{ veld: 'onderwerp', waarden: ['kap'] }] },
      voorwaarden: [{ laag: 'monument', relatie: 'nabij', meter: 200, niet: false }],
    });
  });

  test('a link gives the answer: counts, what is not known, a table, a list, files and sources', async () => {
    serve(routes());
    show(<Pagina />, link);
    await screen.findByRole('heading', { name: 'Uitkomst' });
    const deel = within(screen.getByRole('region', { name: 'Uitkomst' }));
    expect(deel.getByText('Van 1 object weten wij het niet')).toBeTruthy();
    expect(deel.getByText('Voor 1 van de 1 buurt missen wij gegevens over Monumenten')).toBeTruthy();
    expect(deel.getByRole('row', { name: /Noord 2/ })).toBeTruthy();
    expect(deel.getByRole('row', { name: /Zuid 0/ })).toBeTruthy();
    await userEvent.click(deel.getByRole('button', { name: 'Per buurt' }));
    expect(deel.getByRole('row', { name: /Dorp 2/ })).toBeTruthy();
    expect(deel.getByRole('link', { name: 'Kap van boom 1' }).getAttribute('href')).toBe('/locatie?x=180000&y=455000');
    expect(deel.getByText('Wij weten het niet')).toBeTruthy();
    expect(deel.getByRole('link', { name: /^CSV/ }).getAttribute('href')).toBe(
      '/api/v1/combinaties/objecten?toon=besluiten;onderwerp=kap&die=200m:monument&vorm=csv',
    );
    expect(deel.getByText(/Bekendmakingen, peildatum 1 januari 2026/)).toBeTruthy();
    expect(deel.getByText('Hiervan zijn geen gegevens geladen.')).toBeTruthy();
    // what we do not know is not on the map
    expect(opKaart.mock.lastCall?.[0].map(({ sleutel }: { sleutel: string }) => sleutel)).toEqual(['1', '2']);
  });

  test('too much is refused before it is calculated, with what to do', async () => {
    const asked = serve(routes({ aantallen: [40_000, 26], teGroot: 'Kies bij Besluiten een kortere periode.' }));
    show(<Pagina />, link);
    expect(await screen.findByText('Kies bij Besluiten een kortere periode.')).toBeTruthy();
    expect(asked.some(({ path }) => path.endsWith('_voer-uit'))).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Verander de vraag' }));
    expect((screen.getByLabelText('Toon') as HTMLSelectElement).value).toBe('besluiten');
  });

  test('stop aborts the request, keeps the question, and can start again', async () => {
    serve(routes());
    const gewoon = fetch;
    let signal: AbortSignal | undefined;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      if (!address.endsWith('_voer-uit')) return gewoon(address, init);
      signal = init.signal ?? undefined;
      return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal?.reason)));
    });
    show(<Pagina />, link);
    expect(await screen.findByText(/Wij vergelijken 270 in Besluiten met 26 in Monumenten/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(signal?.aborted).toBe(true);
    expect(await screen.findByText('U hebt de berekening gestopt')).toBeTruthy();
    vi.stubGlobal('fetch', gewoon);
    await userEvent.click(screen.getByRole('button', { name: 'Probeer het opnieuw' }));
    expect(await screen.findByRole('heading', { name: 'Uitkomst' })).toBeTruthy();
  });

  test('a link that cannot be read says so and leaves the form', async () => {
    const asked = serve(routes());
    show(<Pagina />, '/combineren?toon=besluiten&die=naast:monument');
    expect(await screen.findByText('Deze link bevat geen vraag die wij kunnen lezen')).toBeTruthy();
    expect(screen.getByLabelText('Toon')).toBeTruthy();
    expect(asked.some(({ path }) => path.endsWith('_schat'))).toBe(false);
  });
});
