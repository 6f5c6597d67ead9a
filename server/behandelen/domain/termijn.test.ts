import { describe, expect, test } from 'vitest';
import { zaaktypeVan } from '../../indienen/zaaktypes/index.ts';
import type { Zaaktype } from '../../indienen/zaaktypes/zaaktype.ts';
import { type Datum, parseDatum } from '../../termijnen/datum.ts';
import { handelingen, magNu, type ZaakStand } from './handelingen.ts';
import { hervat } from './opschorting.ts';
import { beslistermijn, buitenBehandelingTot, uiterlijkVerlengen, verlengArtikel, zienswijzenTot } from './termijn.ts';

const dag = (tekst: string) => parseDatum(tekst) as Datum;
const zaaktype = (id: string) => zaaktypeVan(id) as Zaaktype;

const zaak = (anders: Partial<ZaakStand> = {}): ZaakStand => ({
  zaaktype: zaaktype('aanvraag-omgevingsvergunning'),
  procedure: 'regulier',
  ontvangenOp: dag('2026-11-16'),
  termijnVanaf: null,
  opgeschorteDagen: 0,
  verlengdMetWeken: null,
  status: 'in-behandeling',
  behandelaar: 'petra',
  aanvullenTot: null,
  terInzageOp: null,
  gepubliceerd: false,
  ...anders,
});

const tot = (anders: Partial<ZaakStand>) => beslistermijn(zaak(anders))?.laatsteDag;

describe('the term of a zaak', () => {
  test('follows procedure, suspension and extension, each with its article', () => {
    expect(tot({})).toBe('2027-01-11');
    expect(tot({ opgeschorteDagen: 10 })).toBe('2027-01-21');
    expect(tot({ verlengdMetWeken: 6, opgeschorteDagen: 10 })).toBe('2027-03-04');
    expect(tot({ procedure: 'uitgebreid' })).toBe('2027-05-16');
    // months and weeks together
    expect(tot({ procedure: 'uitgebreid', verlengdMetWeken: 6 })).toBe('2027-06-27');
    expect(tot({ zaaktype: zaaktype('bouwmelding'), procedure: 'melding' })).toBeUndefined();
    expect(verlengArtikel(zaak())).toBe('Ow 16.64 lid 2');
    expect(verlengArtikel(zaak({ procedure: 'uitgebreid' }))).toBe('Ow 16.66');
    expect(verlengArtikel(zaak({ zaaktype: zaaktype('evenement') }))).toBe('Awb 4:14 lid 3');
    expect(uiterlijkVerlengen(zaak())).toBe('2027-01-11');
    expect(uiterlijkVerlengen(zaak({ procedure: 'uitgebreid' }))).toBe('2027-01-11');
    expect(zienswijzenTot(dag('2026-11-23'))).toBe('2027-01-04');
  });

  test('stands still between the invitation and the data, or the end of the time to send them', () => {
    const sinds = dag('2026-11-20');
    const aanvullenTot = dag('2026-12-04');
    expect(hervat(zaak(), { sinds, tot: aanvullenTot }, dag('2026-11-27'))).toEqual({
      opgeschorteDagen: 6,
      uiterlijk: '2027-01-18',
    });
    const teLaat = hervat(zaak(), { sinds, tot: aanvullenTot }, dag('2027-02-01'));
    expect(teLaat).toEqual(hervat(zaak(), { sinds, tot: aanvullenTot }, aanvullenTot));
    expect(
      hervat(zaak({ opgeschorteDagen: 6 }), { sinds, tot: aanvullenTot }, dag('2026-11-27')).opgeschorteDagen,
    ).toBe(12);
    expect(hervat(zaak(), { sinds: null, tot: aanvullenTot }, dag('2026-11-27')).opgeschorteDagen).toBe(0);
  });
});

describe('what can be done', () => {
  const vandaag = dag('2026-11-27');
  const mag = (handeling: Parameters<typeof magNu>[0], anders: Partial<ZaakStand>, op = vandaag) =>
    magNu(handeling, zaak(anders), 'petra', op);

  test('is for who handles the zaak, and for a colleague only to take it over', () => {
    const vanMo = zaak({ behandelaar: 'mo' });
    expect(handelingen.filter((een) => magNu(een, vanMo, 'petra', vandaag).mag)).toEqual(['nemen']);
  });

  test('is nothing more once it is decided, but to round it off', () => {
    for (const status of ['besloten', 'ingetrokken', 'afgehandeld'] as const) {
      const kan = handelingen.filter((een) => mag(een, { status }).mag);
      expect(kan, status).toEqual(status === 'besloten' ? ['teruggeven', 'afronden'] : ['teruggeven']);
    }
  });

  test('is to extend within the first term only', () => {
    expect(mag('verlengen', {}, dag('2027-01-11')).mag).toBe(true);
    expect(mag('verlengen', {}, dag('2027-01-12'))).toEqual({ mag: false, reden: expect.stringContaining('Ow 16.64') });
  });

  test('is to leave an aanvraag aside after the time to complete it, and within four weeks of that', () => {
    const wacht = { status: 'aanvulling-gevraagd', aanvullenTot: dag('2026-11-27') } as const;
    expect(mag('buiten-behandeling-laten', wacht).mag).toBe(false);
    expect(mag('buiten-behandeling-laten', wacht, dag('2026-11-28')).mag).toBe(true);
    // 25 December is a public holiday, 26 as well, 27 a Sunday
    expect(buitenBehandelingTot(wacht.aanvullenTot)).toBe('2026-12-28');
    expect(mag('buiten-behandeling-laten', wacht, dag('2026-12-29')).mag).toBe(false);
    expect(mag('besluiten', wacht).mag).toBe(false);
  });
});
