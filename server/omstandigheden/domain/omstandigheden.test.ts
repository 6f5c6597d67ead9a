import { describe, expect, test } from 'vitest';
import lijst from '../../../data/omstandigheden/themas.json';
import { type OmstandigheidFeiten, toonOmstandigheden } from './omstandigheden.ts';
import { readThemas, type Thema, themas } from './themas.ts';

const thema: Thema = {
  key: 'lawaai',
  naam: 'Lawaai',
  groep: 'geluid',
  vraag: 'Is het hier luid?',
  uitleg: 'In decibel.',
  eenheid: 'dB',
  klassen: [
    { vanaf: 50, tot: 60, label: 'Hoorbaar' },
    { vanaf: 60, tot: null, label: 'Luid' },
    { sleutel: 'stiltegebied', label: 'Een stiltegebied' },
  ],
  bijGeldt: 'Laat het onderzoeken.',
  volgendeStap: { stap: 'Vraag de omgevingsdienst.', wie: 'de omgevingsdienst' },
};
const gebied = { soort: 'perceel', kadastraleAanduiding: 'MGT01 A 1', oppervlakteM2: 600 } as const;

const kijk = (feiten: Partial<OmstandigheidFeiten> | null) => {
  const volledig = feiten && { gebied, vlakken: null, dekkingen: null, bronnen: null, ...feiten };
  return toonOmstandigheden([thema], gebied, new Map([['lawaai', volledig]])).themas[0];
};
const vlak = (extra = {}) => ({
  thema: 'lawaai',
  omschrijving: 'Lden',
  waarde: 60,
  eenheid: 'dB',
  m2: 300,
  bronId: 'kaart',
  ...extra,
});
const dekking = (m2: number | null, raakt = true) => ({ thema: 'lawaai', raakt, m2, bronIds: ['kaart'] });

describe('one of three answers', () => {
  test('geldt where something lies, wherever was looked', () => {
    expect(kijk({ vlakken: [vlak()] })).toMatchObject({
      uitkomst: 'geldt',
      reden: null,
      volgendeStap: 'Laat het onderzoeken.',
      vlakken: [{ omschrijving: 'Luid', aandeel: { m2: 300, procent: 50 } }],
    });
  });

  test('geldt niet only where the whole place was looked into, up to the tolerance of borders', () => {
    expect(kijk({ dekkingen: [dekking(600)] })).toMatchObject({ uitkomst: 'geldt-niet', reden: null });
    expect(kijk({ dekkingen: [dekking(599.5)] })?.uitkomst).toBe('geldt-niet');
    expect(kijk({ dekkingen: [dekking(580)] })).toMatchObject({ uitkomst: 'onbekend', reden: 'deels' });
  });

  test('onbekend says why', () => {
    expect(kijk({})).toMatchObject({ uitkomst: 'onbekend', reden: 'geen-gegevens' });
    expect(kijk(null)).toMatchObject({
      uitkomst: 'onbekend',
      reden: 'bron-faalt',
      volgendeStap: 'Vraag de omgevingsdienst.',
    });
  });

  test('what is said of another thema is no answer to this one', () => {
    expect(kijk({ vlakken: [vlak({ thema: 'hitte' })] })).toMatchObject({
      uitkomst: 'onbekend',
      reden: 'geen-gegevens',
    });
  });
});

describe('classes', () => {
  test.each([
    [50, 'Hoorbaar'],
    [59.99, 'Hoorbaar'],
    [60, 'Luid'],
    [49.99, 'Lden'],
  ])('%d dB is called %s', (waarde, naam) =>
    expect(kijk({ vlakken: [vlak({ waarde })] })?.vlakken[0]?.omschrijving).toBe(naam),
  );

  test('a class by name, and the words of the bron where there is none', () => {
    const noem = (omschrijving: string) =>
      kijk({ vlakken: [vlak({ omschrijving, waarde: null })] })?.vlakken[0]?.omschrijving;
    expect(noem('stiltegebied')).toBe('Een stiltegebied');
    expect(noem('Dorpskerk')).toBe('Dorpskerk');
  });
});

describe('the list of themas', () => {
  test('is read whole, each key once', () => {
    expect(themas.length).toBe(lijst.themas.length);
    expect(new Set(themas.map(({ key }) => key)).size).toBe(themas.length);
  });

  test('a fault in it is named', () => {
    expect(() => readThemas({ themas: [{ ...thema, vraag: undefined }] })).toThrow(/vraag/);
    expect(() => readThemas({ themas: [] })).toThrow(/themas.json/);
  });
});
