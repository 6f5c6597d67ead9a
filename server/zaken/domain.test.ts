import { expect, test } from 'vitest';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import { reactieOp, volgendeStap, type ZaakVerloop } from './domain.ts';

const dag = (tekst: string) => parseDatum(tekst) as Datum;
const vandaag = dag('2026-11-27');

const zaak = (anders: Partial<ZaakVerloop>): ZaakVerloop => ({
  status: 'in-behandeling',
  procedure: 'regulier',
  resultaat: null,
  uiterlijk: dag('2027-01-11'),
  aanvullenTot: null,
  terInzageOp: null,
  verzondenOp: null,
  omgevingswet: true,
  bezwaar: false,
  nogNodig: false,
  ...anders,
});

test.each([
  ['the gemeente decides', {}, 'gemeente', '2027-01-11', /beslist t\/m maandag 11 januari 2027, nog 45 dagen/],
  [
    'something that belongs to it was not sent',
    { nogNodig: true },
    'gemeente',
    '2027-01-11',
    /Stuur na wat er nog bij/,
  ],
  ['the gemeente is late', { uiterlijk: dag('2026-11-26') }, 'gemeente', '2026-11-26', /Awb 6:12/],
  [
    'something is missing',
    { status: 'aanvulling-gevraagd', aanvullenTot: dag('2026-12-01') },
    'u',
    '2026-12-01',
    /nog 4 dagen.*Awb 4:15/,
  ],
  [
    'the time to send it is over',
    { status: 'aanvulling-gevraagd', aanvullenTot: dag('2026-11-26') },
    'gemeente',
    '2026-11-26',
    /voorbij/,
  ],
  [
    'an ontwerp lies to be read',
    { status: 'ontwerp-ter-inzage', procedure: 'uitgebreid', terInzageOp: vandaag },
    'iedereen',
    '2027-01-07',
    /Iedereen kan zijn mening geven/,
  ],
  [
    'it was decided',
    { status: 'besloten', resultaat: 'geweigerd', verzondenOp: vandaag },
    'u',
    '2027-01-08',
    /bezwaar maken t\/m vrijdag 8 januari 2027/,
  ],
  [
    'the term to object is over',
    { status: 'besloten', resultaat: 'verleend', verzondenOp: dag('2026-01-05') },
    'niemand',
    null,
    /U kon bezwaar maken/,
  ],
  [
    'it was decided extensively',
    { status: 'besloten', procedure: 'uitgebreid', resultaat: 'verleend', verzondenOp: vandaag, terInzageOp: vandaag },
    'u',
    '2027-01-08',
    /beroep/,
  ],
  ['it was taken back', { status: 'ingetrokken', resultaat: 'ingetrokken' }, 'niemand', null, /ingetrokken/],
  [
    'a melding is looked at',
    { procedure: 'melding', uiterlijk: dag('2026-12-10') },
    'gemeente',
    '2026-12-10',
    /nog 13 dagen/,
  ],
] as const)('when %s, the next step says who and until when', (_, anders, wie, datum, wat) => {
  expect(volgendeStap(zaak(anders), vandaag)).toMatchObject({ wie, datum, wat: expect.stringMatching(wat) });
});

test('an aanvraag that was left aside is open to bezwaar, in either procedure', () => {
  const buiten = {
    status: 'besloten',
    procedure: 'uitgebreid',
    resultaat: 'buiten-behandeling',
    verzondenOp: vandaag,
  } as const;
  expect(reactieOp(zaak(buiten), vandaag)).toMatchObject({ soort: 'bezwaar', stand: 'loopt' });
});
