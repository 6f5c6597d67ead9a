// @vitest-environment happy-dom
import { onlineManager } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ZoekResultaat, zoekLocaties } from '../../server/locatie/contract.ts';
import { route, serve, show, TestProblem } from '../../tests/client/page.tsx';
import { LocatieSearch } from './LocatieSearch.tsx';

afterEach(() => {
  onlineManager.setOnline(true);
  cleanup();
  vi.unstubAllGlobals();
});

const plaats = (naam: string, anders: Partial<ZoekResultaat> = {}): ZoekResultaat => ({
  soort: 'adres',
  naam,
  toelichting: null,
  punt: { x: 181209, y: 456608 },
  omhullende: null,
  gemeenteCode: 'gm0228',
  gelijkenis: 'begin',
  ...anders,
});

const register = [
  plaats('Brummelweg 13, 6731 SW Otterlo'),
  plaats('Brummelweg 15, 6731 SW Otterlo', { punt: { x: 181210, y: 456620 } }),
  plaats('Brummelweg, Otterlo', { soort: 'straat', omhullende: [181000, 456000, 182000, 457000] }),
  plaats('Dorpsstraat 1, 6731 AA Otterlo'),
  plaats('Dorpsstraat 1, 6711 AA Ede', { punt: { x: 174000, y: 449000 } }),
];

function setup(answer = zoek) {
  const asked = serve([route(zoekLocaties, ({ zoekterm = '' }) => answer(zoekterm))]);
  const onPlaats = vi.fn();
  const onGebied = vi.fn();
  show(<LocatieSearch onPlaats={onPlaats} onGebied={onGebied} />);
  return { asked, onPlaats, onGebied, box: screen.getByRole('combobox'), user: userEvent.setup() };
}

function zoek(zoekterm: string): { resultaten: ZoekResultaat[]; uitleg: string | null } | TestProblem {
  const resultaten = register
    .filter(({ naam }) => naam.toLowerCase().startsWith(zoekterm.toLowerCase()))
    .map((een) => ({ ...een, gelijkenis: een.naam.split(',')[0] === zoekterm ? ('exact' as const) : een.gelijkenis }));
  return { resultaten, uitleg: resultaten.length > 0 ? null : 'Vul een straat met huisnummer in.' };
}

const marked = () => screen.queryAllByRole('option', { selected: true }).map(({ textContent }) => textContent);

describe('the search box', () => {
  test('opens a list while typing and says how many there are', async () => {
    const { box, user } = setup();
    await user.type(box, 'brum');
    expect(await screen.findAllByRole('option')).toHaveLength(3);
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(box.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    expect(screen.getByRole('status').textContent).toContain('3 plaatsen gevonden');
    expect(screen.getAllByRole('option')[0]?.querySelector('b')?.textContent).toBe('Brum');
  });

  test('asks once for a word that is typed in one go', async () => {
    const { box, user, asked } = setup();
    await user.type(box, 'brummel');
    await screen.findAllByRole('option');
    expect(asked.map(({ fields }) => fields.zoekterm)).toEqual(['brummel']);
  });

  test('arrows, Home and End move the mark; it goes round', async () => {
    const { box, user } = setup();
    await user.type(box, 'brum');
    await screen.findAllByRole('option');
    expect(box.hasAttribute('aria-activedescendant')).toBe(false);
    await user.keyboard('{ArrowDown}');
    expect(marked()[0]).toContain('Brummelweg 13');
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
    await user.keyboard('{End}');
    expect(marked()[0]).toContain('Straat');
    await user.keyboard('{ArrowDown}');
    expect(marked()[0]).toContain('Brummelweg 13');
    await user.keyboard('{ArrowUp}{Home}');
    expect(marked()).toHaveLength(1);
    expect(marked()[0]).toContain('Brummelweg 13');
  });

  test('Enter chooses the marked one', async () => {
    const { box, user, onPlaats } = setup();
    await user.type(box, 'brum');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onPlaats).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ punt: { x: 181210, y: 456620 } }));
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  test('Enter goes to the one exact hit, also when the answer is still under way', async () => {
    const { box, user, onPlaats } = setup();
    await user.type(box, 'Brummelweg 13{Enter}');
    await waitFor(() => expect(onPlaats).toHaveBeenCalledOnce());
    expect(onPlaats.mock.calls[0]?.[0]).toMatchObject({ naam: 'Brummelweg 13, 6731 SW Otterlo' });
  });

  test('Enter with two equal hits shows both and chooses neither', async () => {
    const { box, user, onPlaats } = setup();
    await user.type(box, 'Dorpsstraat 1{Enter}');
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    await user.keyboard('{Enter}');
    expect(onPlaats).not.toHaveBeenCalled();
    expect(box.getAttribute('aria-expanded')).toBe('true');
  });

  test('a street asks for the number', async () => {
    const { box, user, onPlaats } = setup();
    await user.type(box, 'brum');
    await user.click((await screen.findAllByRole('option'))[2]!);
    expect(box).toHaveProperty('value', 'Brummelweg ');
    expect(document.activeElement).toBe(box);
    expect(onPlaats).not.toHaveBeenCalled();
  });

  test('Escape closes the list first, and empties the box after that', async () => {
    const { box, user } = setup();
    await user.type(box, 'brum');
    await screen.findAllByRole('option');
    await user.keyboard('{Escape}');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(box).toHaveProperty('value', 'brum');
    await user.keyboard('{Escape}');
    expect(box).toHaveProperty('value', '');
  });

  test('a click elsewhere closes the list', async () => {
    const { box, user } = setup();
    await user.type(box, 'brum');
    await screen.findAllByRole('option');
    await user.click(document.body);
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  test('nothing found says what else to try', async () => {
    const { box, user } = setup();
    await user.type(box, 'zzz');
    expect(await screen.findByText('Niets gevonden.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('Vul een straat met huisnummer in.');
  });

  test('without a connection it waits and says so, and goes on by itself', async () => {
    const { box, user, asked } = setup();
    onlineManager.setOnline(false);
    await user.type(box, 'brum');
    expect(await screen.findByText('U hebt geen internet.')).toBeTruthy();
    expect(asked).toHaveLength(0);
    onlineManager.setOnline(true);
    expect(await screen.findAllByRole('option')).toHaveLength(3);
  });

  test('a source that is down says so, and never "nothing found"', async () => {
    const { box, user } = setup(
      () => new TestProblem(503, 'Een bron geeft nu geen antwoord', 'Probeer het over een minuut opnieuw.'),
    );
    await user.type(box, 'brum');
    expect(await screen.findByText(/Een bron geeft nu geen antwoord/)).toBeTruthy();
    expect(screen.queryByText(/Niets gevonden/)).toBeNull();
    expect(screen.queryAllByRole('option')).toHaveLength(0);
  });
});
