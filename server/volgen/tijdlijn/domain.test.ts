import { describe, expect, test } from 'vitest';
import { parseDatum } from '../../termijnen/datum.ts';
import { opvolgers, type TijdlijnFeiten, toonTijdlijn, type Versie } from './domain.ts';

const vandaag = parseDatum('2026-11-22')!;

type Rij = NonNullable<TijdlijnFeiten['besluiten']['besluiten']>[number];
const rij = (identificatie: string, soort: Rij['soort'], gepubliceerd: string, extra: Partial<Rij> = {}): Rij => ({
  identificatie,
  soort,
  onderwerp: 'bouwen',
  titel: identificatie,
  zaaknummer: null,
  bevoegdGezag: 'Modelgemeente',
  gepubliceerd,
  url: null,
  afstandM: 0,
  plaatsSoort: 'punt',
  punt: { x: 146_000, y: 505_000 },
  geometrie: { type: 'Point', coordinates: [5, 52] },
  bronId: 'b',
  procedure: 'regulier',
  ontvangen: null,
  verzonden: null,
  terInzage: null,
  inWerking: null,
  ...extra,
});
const versie = (id: number, geldigVanaf: string | null, extra: Partial<Versie> = {}): Versie => ({
  id,
  identificatie: `/akn/nl/act/gm9999/plan/nld@${geldigVanaf};x`,
  opschrift: 'Omgevingsplan',
  bevoegdGezag: 'Modelgemeente',
  ontwerp: false,
  geldigVanaf,
  geldigTot: null,
  zonderGrens: false,
  url: null,
  bronId: 'p',
  ...extra,
});
const tijdlijn = (besluiten: Rij[], versies: Versie[] = [], wijzigingen = new Map<number, string[]>()) =>
  toonTijdlijn(
    {
      besluiten: {
        gebied: { soort: 'perceel', kadastraleAanduiding: 'MGT01 A 1', oppervlakteM2: 600 },
        totaal: besluiten.length,
        besluiten,
        dekking: null,
        gemeenteDekking: true,
        bronnen: [],
      },
      versies,
      bronnen: [],
    },
    wijzigingen,
    0,
    vandaag,
  );
const kort = (lijn: ReturnType<typeof tijdlijn>) =>
  lijn.gebeurtenissen.map(({ datum, soort, titel, dagen }) => [datum, soort, titel, dagen]);

describe('toonTijdlijn', () => {
  test('a besluit gives its publication, its terms with the days left, and the day on which it takes effect', () => {
    const lijn = tijdlijn([
      rij('verleend', 'verleend', '2026-11-05', { verzonden: '2026-11-03', inWerking: '2026-12-02' }),
      rij('ontwerp', 'ontwerp', '2026-11-20', { procedure: 'uitgebreid', terInzage: '2026-11-23' }),
    ]);
    expect(kort(lijn)).toEqual([
      ['2026-11-05', 'besluit', 'verleend', null],
      ['2026-11-20', 'ontwerp', 'ontwerp', null],
      ['2026-11-23', 'ontwerp', 'ontwerp', 1],
      ['2026-12-02', 'werking', 'verleend', 10],
      ['2026-12-15', 'termijn', 'verleend', 23],
      ['2027-01-04', 'termijn', 'ontwerp', 43],
    ]);
    expect(lijn.gebeurtenissen.at(-1)).toMatchObject({
      tekst: 'De laatste dag om uw mening te geven.',
      artikel: expect.stringContaining('Awb'),
    });
  });

  test('a term of which the begin is not known is told as unknown, and never as none', () => {
    const lijn = tijdlijn([rij('verleend', 'verleend', '2026-11-05')]);
    expect(kort(lijn)).toEqual([['2026-11-05', 'besluit', 'verleend', null]]);
    expect(lijn.gebeurtenissen[0]?.tekst).toContain('Die dag kennen wij niet');
  });

  test('the last day to decide, until the zaak is decided', () => {
    const aanvraag = rij('aanvraag', 'aanvraag', '2026-10-08', { zaaknummer: 'Z1', ontvangen: '2026-10-01' });
    const verlengd = rij('verlengd', 'verlengd', '2026-11-10', { zaaknummer: 'Z1' });
    const termijn = (rijen: Rij[]) => tijdlijn(rijen).gebeurtenissen.filter(({ soort }) => soort === 'termijn');
    expect(termijn([aanvraag])).toMatchObject([
      { datum: '2026-11-26', dagen: 4, artikel: expect.stringContaining('16.64') },
    ]);
    expect(termijn([verlengd, aanvraag])).toMatchObject([
      { datum: '2027-01-07', tekst: expect.stringContaining('zes weken') },
    ]);
    expect(termijn([rij('besluit', 'geweigerd', '2026-11-12', { zaaknummer: 'Z1' }), aanvraag])).toEqual([]);
    expect(termijn([{ ...aanvraag, onderwerp: 'evenement' }])).toEqual([]);
    expect(termijn([{ ...aanvraag, ontvangen: '2026-08-01' }])).toEqual([]);
  });

  test('a version of the rules says what it changes here; one without a day stands apart', () => {
    const versies = [
      versie(1, '2024-01-01', { geldigTot: '2026-03-01' }),
      versie(2, '2026-03-01'),
      versie(3, '2027-03-01', { zonderGrens: true }),
      versie(4, null, { ontwerp: true, opschrift: 'Ontwerp' }),
    ];
    expect(opvolgers(versies).map(({ id }) => id)).toEqual([2, 3]);
    const lijn = tijdlijn(
      [],
      versies,
      new Map([
        [2, []],
        [3, ['Artikel 5.1', 'Artikel 5.2']],
      ]),
    );
    expect(kort(lijn)).toEqual([
      ['2024-01-01', 'regels', 'Omgevingsplan', null],
      ['2026-03-01', 'regels', 'Omgevingsplan', null],
      ['2027-03-01', 'regels', 'Omgevingsplan', 99],
    ]);
    const [eerste, tweede, derde] = lijn.gebeurtenissen.map(({ tekst }) => tekst);
    expect(eerste).not.toContain('Op deze plek');
    expect(tweede).toContain('geen regel nieuw of anders. Of er een vervalt');
    expect(derde).toContain('zijn nieuw of anders: Artikel 5.1, Artikel 5.2. Wij weten niet of het op deze plek geldt');
    expect(lijn.zonderDatum).toMatchObject([{ titel: 'Ontwerp', tekst: expect.stringContaining('nog niet besloten') }]);
  });
});
