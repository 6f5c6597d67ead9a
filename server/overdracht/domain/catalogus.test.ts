import { expect, test } from 'vitest';
import { geldigOp, resultaatVan, statustypeVoor, statusVan } from './catalogus.ts';
import { bestemmingVan, zaaksystemen } from './zaaksysteem.ts';

const koppeling = {
  identificatie: 'VTH-1',
  statussen: { besloten: 'Besluit genomen' },
  resultaten: { verleend: 'Toegekend' },
};
const types = [
  { url: 'c', omschrijving: 'Afgehandeld', volgnummer: 9, isEindstatus: true },
  { url: 'b', omschrijving: 'besluit genomen ', volgnummer: 5 },
  { url: 'a', omschrijving: 'Intake', volgnummer: 1 },
];

test('of the versions of a zaaktype the one that holds on the day of receipt is taken, never a concept', () => {
  const versie = (url: string, beginGeldigheid: string, eindeGeldigheid: string | null, concept = false) => ({
    ...{ url, beginGeldigheid, eindeGeldigheid, concept },
  });
  const versies = [
    versie('oud', '2020-01-01', '2025-12-31'),
    versie('nu', '2026-01-01', null),
    versie('concept', '2026-06-01', null, true),
  ];
  expect(geldigOp(versies, '2025-12-31')?.url).toBe('oud');
  expect(geldigOp(versies, '2026-11-22')?.url).toBe('nu');
  expect(geldigOp(versies, '2019-12-31')).toBeNull();
});

test.each([
  ['ontvangen', 'a'],
  ['besloten', 'b'],
  ['ingetrokken', 'c'],
  ['afgehandeld', 'c'],
  ['verlengd', undefined],
] as const)('the state %s is told as statustype %s', (status, url) => {
  expect(statustypeVoor(status, types, koppeling)?.url).toBe(url);
});

test('what is done there is read back as a state of ours, or as news only', () => {
  const [eind, besluit, intake] = types as [(typeof types)[0], (typeof types)[0], (typeof types)[0]];
  expect(statusVan(besluit, { resultaat: null }, koppeling)).toBe('besloten');
  expect(statusVan(eind, { resultaat: null }, koppeling)).toBe('afgehandeld');
  expect(statusVan(eind, { resultaat: 'ingetrokken' }, koppeling)).toBe('ingetrokken');
  expect(statusVan(intake, { resultaat: null }, koppeling)).toBeNull();
  expect(resultaatVan('toegekend', ['geweigerd', 'verleend'], koppeling)).toBe('verleend');
  expect(resultaatVan('Verleend', ['geweigerd', 'verleend'], koppeling)).toBeNull();
});

test('a zaak goes where its gemeente says, and stays when its zaaktype is not named', () => {
  const systeem = {
    ...{ bevoegdGezag: 'gm9999', rsin: '000000000', clientId: 'loket', secret: 'een-geheim-van-ons' },
    ...{ zaken: 'https://z.example/', documenten: 'https://d.example/', catalogi: 'https://c.example/' },
    ...{ besluiten: 'https://b.example/', catalogus: { domein: 'VTH', rsin: '000000000' } },
    ...{ informatieobjecttype: 'Stuk', zaaktypen: { bouwmelding: { identificatie: 'VTH-2' } } },
  };
  const systemen = zaaksystemen.parse([systeem]);
  const waar = (bevoegdGezag: string, zaaktype: string) => bestemmingVan(systemen, { bevoegdGezag, zaaktype });
  expect(waar('gm9999', 'bouwmelding')?.koppeling.identificatie).toBe('VTH-2');
  expect(waar('gm9999', 'evenement')).toBeNull();
  expect(waar('gm9999', 'constructor')).toBeNull();
  expect(waar('gm0001', 'bouwmelding')).toBeNull();
  for (const anders of [
    { secret: 'kort' },
    { zaken: 'ftp://z.example/' },
    { notificatieToken: 'kort' },
    { rsin: '12' },
  ]) {
    expect(zaaksystemen.safeParse([{ ...systeem, ...anders }]).success).toBe(false);
  }
});
