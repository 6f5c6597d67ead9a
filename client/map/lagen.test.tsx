// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalogus as definities } from '../../server/lagen/catalogus/index.ts';
import { type Laag, laag as laagSchema, leesLagenHier } from '../../server/lagen/contract.ts';
import { route, serve, show, TestProblem } from '../../tests/client/page.tsx';
import { LagenHier } from './LagenHier.tsx';
import { LagenKaart } from './LagenKaart.tsx';
import type { LaagKeuze } from './map-view.types.ts';
import { Panden3d } from './Panden3d.tsx';

/** The real catalogue; only geluid-weg, functies and besluiten have data. */
const metGegevens = ['besluiten', 'regels-functie', 'omstandigheid-geluid-weg'];
const catalogus: Laag[] = definities.map((definitie) =>
  laagSchema.parse({
    ...definitie,
    stand: definitie.ondergrond || metGegevens.includes(definitie.id) ? 'gereed' : 'leeg',
    tegels: '/',
  }),
);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Switch({ begin, onChange }: { begin: LaagKeuze[]; onChange(lagen: LaagKeuze[]): void }) {
  const [lagen, setLagen] = useState(begin);
  return (
    <LagenKaart
      catalogus={catalogus}
      lagen={lagen}
      onChange={(next) => {
        setLagen(next);
        onChange(next);
      }}
      kanteling={null}
      onKanteling={() => {}}
      hoogtes={null}
    />
  );
}

describe('panden in 3D', () => {
  function Kantel({ onKanteling }: { onKanteling(kanteling: number | null): void }) {
    const [kanteling, setKanteling] = useState<number | null>(null);
    return (
      <Panden3d
        kanteling={kanteling}
        onKanteling={(next) => {
          setKanteling(next);
          onKanteling(next);
        }}
        hoogtes="deels"
      />
    );
  }

  test('are off at first; on, the keyboard tilts the map and the text says which heights are not known', async () => {
    const onKanteling = vi.fn();
    const user = userEvent.setup();
    show(<Kantel onKanteling={onKanteling} />);
    expect(screen.queryByRole('slider')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Panden in 3D' }));
    expect(onKanteling).toHaveBeenLastCalledWith(45);
    const slider = screen.getByRole('slider', { name: 'Kanteling' });
    expect(slider.getAttribute('aria-valuetext')).toBe('45 graden');
    fireEvent.change(slider, { target: { value: '60' } });
    expect(onKanteling).toHaveBeenLastCalledWith(60);
    expect(screen.getByText(/weten wij de hoogte niet/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Panden in 3D' }));
    expect(onKanteling).toHaveBeenLastCalledWith(null);
  });
});

describe('the layer switch', () => {
  const open = (begin: LaagKeuze[] = []) => {
    const onChange = vi.fn<(lagen: LaagKeuze[]) => void>();
    show(<Switch begin={begin} onChange={onChange} />);
    return { onChange, user: userEvent.setup() };
  };
  const two = [
    { id: 'besluiten', dekking: 1 },
    { id: 'regels-functie', dekking: 0.5 },
  ];

  test('a layer goes on and off, and shows its legend while it is on', async () => {
    const { onChange, user } = open();
    expect(screen.queryByRole('list', { name: 'Legenda van Functies' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Functies' }));
    expect(onChange).toHaveBeenLastCalledWith([{ id: 'regels-functie', dekking: 1 }]);
    const legenda = within(screen.getByRole('list', { name: 'Legenda van Functies' }));
    expect(legenda.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain('Wonen');
    await user.click(screen.getByRole('button', { name: 'Haal Functies van de kaart' }));
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  test('the order changes with buttons, which do nothing at the ends', async () => {
    const { onChange, user } = open(two);
    await user.click(screen.getByRole('button', { name: 'Leg Besluiten hoger' }));
    expect(onChange).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Leg Besluiten lager' }));
    expect(onChange.mock.lastCall?.[0].map(({ id }) => id)).toEqual(['regels-functie', 'besluiten']);
  });

  test('visibility is a slider with its value in words', () => {
    open(two);
    expect(
      screen.getAllByRole('slider', { name: 'Zichtbaarheid' }).map((one) => one.getAttribute('aria-valuetext')),
    ).toEqual(['100 procent', '50 procent']);
  });

  test('layers without data are named as such and cannot be switched on', () => {
    open();
    expect(screen.queryByRole('checkbox', { name: 'Hitte' })).toBeNull();
    expect(screen.getByText(/Geen gegevens over: .*hitte/)).toBeDefined();
  });
});

describe('the list of what the map shows', () => {
  const plaats = { x: 146_003, y: 505_020 };
  const object = (titel: string, afstandM = 0) => ({ titel, kenmerken: [], afstandM, punt: plaats });
  const answer = (perLaag: Record<string, ReturnType<typeof object>[]>, meer = false) =>
    route(leesLagenHier, ({ lagen }) => ({
      lagen: (lagen ?? '').split(',').map((id) => ({ id, naam: `naam ${id}`, objecten: perLaag[id] ?? [], meer })),
    }));
  const list = (lagen: LaagKeuze[]) => show(<LagenHier plaats={plaats} catalogus={catalogus} lagen={lagen} />);

  test('asks for the chosen layers and the background, without its texts', async () => {
    const asked = serve([answer({ pand: [object('Pand 1')] })]);
    list([{ id: 'besluiten', dekking: 1 }]);
    await screen.findByText('Pand 1');
    const ids = asked[0]?.fields.lagen?.split(',') ?? [];
    expect(ids[0]).toBe('besluiten');
    expect(ids).toContain('perceel');
    expect(ids).not.toContain('straatnaam');
  });

  test('names each object with its distance, and a chosen layer that has nothing here', async () => {
    serve([answer({ besluiten: [object('Kap van een eik', 3.25)] })]);
    list([
      { id: 'besluiten', dekking: 1 },
      { id: 'regels-functie', dekking: 1 },
    ]);
    expect((await screen.findByText('Kap van een eik')).parentElement?.textContent).toContain('op 3,3 m');
    expect(screen.getAllByText('Op de kaart staat hier niets van deze laag.')).toHaveLength(1);
  });

  test('a layer without any data is unknown, not empty', async () => {
    serve([answer({})]);
    list([{ id: 'omstandigheid-hitte', dekking: 1 }]);
    expect(await screen.findByText(/Wij weten dus niet wat hier is/)).toBeDefined();
    expect(screen.queryByText('Op de kaart staat hier niets van deze laag.')).toBeNull();
  });

  test('a layer that has still to be made is unknown, not empty', async () => {
    serve([answer({})]);
    const id = 'vergunningkaart-terras';
    const nogNiet = catalogus.map((laag) => (laag.id === id ? { ...laag, stand: 'wordt-gemaakt' as const } : laag));
    show(<LagenHier plaats={plaats} catalogus={nogNiet} lagen={[{ id, dekking: 1 }]} />);
    expect(await screen.findByText(/Wij weten dus nog niet wat hier is/)).toBeDefined();
  });

  test('says that there is more', async () => {
    serve([answer({ besluiten: [object('Een')] }, true)]);
    list([{ id: 'besluiten', dekking: 1 }]);
    expect(await screen.findByText('Er is hier meer dan deze lijst kan tonen.')).toBeDefined();
  });

  test('a source that is down says so and lists nothing', async () => {
    serve([route(leesLagenHier, () => new TestProblem(503, 'Een bron geeft nu geen antwoord', 'Database weg.'))]);
    list([{ id: 'besluiten', dekking: 1 }]);
    expect((await screen.findByRole('alert')).textContent).toContain('een bron geeft nu geen antwoord');
    expect(screen.queryByText('Op de kaart staat hier niets van deze laag.')).toBeNull();
  });
});
