import { afterEach, expect, test, vi } from 'vitest';
import { leesOpties } from './opties.ts';

afterEach(() => vi.restoreAllMocks());

const options = { dag: { type: 'string' }, kort: { type: 'boolean', default: false } } as const;

test('options come back as they were typed', () => {
  expect(leesOpties({ args: ['--dag', '2026-11-01'], options }).values).toEqual({ dag: '2026-11-01', kort: false });
});

test('--help says how to use the command, and is no fault', () => {
  const gezegd = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => leesOpties({ args: ['--help'], options }, 'Gebruik: zo')).toThrow('exit 0');
  expect(() => leesOpties({ args: ['--help'], options: {} })).toThrow('exit 0');
  expect(gezegd.mock.calls).toEqual([['Gebruik: zo'], ['Deze opdracht heeft geen opties.']]);
});

test.each([
  [['--foo'], 'De optie --foo is er niet. Wel: --dag, --kort.'],
  [['--foo=ja'], 'De optie --foo is er niet. Wel: --dag, --kort.'],
  [['-z'], 'De optie -z is er niet. Wel: --dag, --kort.'],
  [['--dag'], 'Geef bij --dag een waarde. Begint die met een streepje, schrijf dan --dag=-waarde.'],
  [['--dag', '--kort'], 'Geef bij --dag een waarde. Begint die met een streepje, schrijf dan --dag=-waarde.'],
  [['--kort=1'], 'Bij --kort hoort geen waarde.'],
  [['iets'], '"iets" kan hier niet staan. Wel: --dag, --kort.'],
])('%j ends the command with 2 and says in Dutch what is wrong', (args, melding) => {
  const gezegd = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const einde = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => leesOpties({ args, options }, 'Gebruik: zo')).toThrow('exit 2');
  expect(gezegd).toHaveBeenCalledExactlyOnceWith(`${melding}\n\nGebruik: zo`);
  expect(einde).toHaveBeenCalledOnce();
});
