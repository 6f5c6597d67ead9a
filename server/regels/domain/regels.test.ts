import { describe, expect, test } from 'vitest';
import { bepaalStatus, type RegelFeiten, type RegelingFeiten, toonRegels } from './regels.ts';
import type { Plek } from './regelwerk.ts';

const regeling = (extra: Partial<RegelingFeiten> = {}): RegelingFeiten => ({
  id: 1,
  identificatie: '/akn/nl/act/gm9999/2026/plan',
  soort: 'omgevingsplan',
  opschrift: 'Omgevingsplan',
  bestuurslaag: 'gemeente',
  bevoegdGezag: 'Gemeente Modelgemeente',
  ontwerp: false,
  geldigVanaf: null,
  geldigTot: null,
  url: null,
  bronId: 'plan',
  ...extra,
});

describe('status of a regeling on a day', () => {
  test.each([
    [{ geldigVanaf: '2026-01-01' }, '2025-12-31', 'toekomstig'],
    [{ geldigVanaf: '2026-01-01' }, '2026-01-01', 'geldend'],
    [{ geldigVanaf: null }, '2026-01-01', 'geldend'],
    [{ geldigVanaf: '2020-01-01', ontwerp: true }, '2026-01-01', 'ontwerp'],
  ] as const)('%j on %s is %s', (extra, datum, status) => expect(bepaalStatus(regeling(extra), datum)).toBe(status));
});

describe('where a rule and what it says meet', () => {
  const heel: Plek = { geldt: true, onbekend: false, m2: 600, geheel: true };
  const half: Plek = { geldt: true, onbekend: false, m2: 300, geheel: false };
  const onbekend: Plek = { geldt: false, onbekend: true, m2: null, geheel: false };
  const deelsOnbekend: Plek = { geldt: true, onbekend: true, m2: 300, geheel: false };

  const kijk = (regel: Plek, object: Plek | null, paar?: number) => {
    const feiten: RegelFeiten = {
      gebied: { soort: 'perceel', kadastraleAanduiding: 'MGT01 A 1', oppervlakteM2: 600 },
      regelingen: [{ ...regeling(), zonderGrens: false }],
      verdeling: {
        plekken: object ? [regel, object] : [regel],
        paren: new Map(paar === undefined ? [] : [['0-1', paar]]),
        regels: [
          {
            plek: 0,
            inhoud: {
              ...{ id: 7, regelingId: 1, regeltekstId: 70, artikel: 'Artikel 1', opschrift: null, themas: [] },
              ...{ idealisatie: 'exact', volgorde: 1, merk: 1 },
            },
          },
        ],
        aanduidingen: object
          ? [
              {
                plek: 1,
                inhoud: { regelIds: [7], kwalificatie: 'verbod', naam: 'Bouwen', groep: 'overig', merk: 2 },
              },
            ]
          : [],
        gebieden: [],
        waarden: [],
      },
      bronnen: null,
    };
    const { activiteiten, overig } = toonRegels(feiten, '2026-11-22');
    const hier = activiteiten[0]?.aanduidingen[0] ?? null;
    return { hier: hier && { werking: hier.werking, m2: hier.aandeel?.m2 ?? null }, overig: overig.length };
  };

  test('the smaller of the two counts where one covers all', () => {
    expect(kijk(heel, half)).toEqual({ hier: { werking: 'geldt', m2: 300 }, overig: 0 });
    expect(kijk(half, heel)).toEqual({ hier: { werking: 'geldt', m2: 300 }, overig: 0 });
  });

  test('the overlap counts where both cover a part', () => {
    expect(kijk(half, half, 150)).toEqual({ hier: { werking: 'geldt', m2: 150 }, overig: 0 });
  });

  test('parts that do not meet: the rule stays, what it says does not apply', () => {
    expect(kijk(half, half, 0)).toEqual({ hier: null, overig: 1 });
  });

  test('unknown on either side is unknown, never no', () => {
    for (const [regel, object] of [
      [onbekend, heel],
      [heel, onbekend],
      [onbekend, onbekend],
    ] as const) {
      expect(kijk(regel, object)).toEqual({ hier: { werking: 'onbekend', m2: null }, overig: 0 });
    }
  });

  test('parts that do not meet, with a further part of which the border is missing, is unknown', () => {
    expect(kijk(deelsOnbekend, half, 0).hier?.werking).toBe('onbekend');
    expect(kijk(half, deelsOnbekend, 0).hier?.werking).toBe('onbekend');
  });

  test('a rule that says nothing of activiteiten is listed by itself', () => {
    expect(kijk(heel, null)).toEqual({ hier: null, overig: 1 });
  });
});

describe('a version of a regeling that binds later', () => {
  const plek: Plek = { geldt: true, onbekend: false, m2: 600, geheel: true };
  const gezegd = ['zelfde', 'oude tekst', 'nieuwe tekst', 'verbod', 'toegestaan'];
  const regel = (id: number, regelingId: number, tekst: string) => ({
    plek: regelingId - 1,
    inhoud: {
      ...{ id, regelingId, regeltekstId: id * 10, artikel: `Artikel ${id % 10}`, opschrift: null, themas: [] },
      ...{ idealisatie: 'exact' as const, volgorde: id, merk: gezegd.indexOf(tekst) },
    },
  });
  const zegt = (regelId: number, regelingId: number, kwalificatie: string) => ({
    plek: regelingId - 1,
    inhoud: { regelIds: [regelId], kwalificatie, naam: 'Bouwen', groep: 'overig', merk: gezegd.indexOf(kwalificatie) },
  });
  const feiten: RegelFeiten = {
    gebied: { soort: 'perceel', kadastraleAanduiding: 'MGT01 A 1', oppervlakteM2: 600 },
    regelingen: [
      { ...regeling({ id: 1, identificatie: '/akn/nl/act/gm9999/2026/plan/nld@2026-01-01' }), zonderGrens: false },
      {
        ...regeling({ id: 2, identificatie: '/akn/nl/act/gm9999/2026/plan/nld@2027-01-01', geldigVanaf: '2027-01-01' }),
        zonderGrens: false,
      },
    ],
    verdeling: {
      plekken: [plek, plek],
      paren: new Map(),
      regels: [
        regel(11, 1, 'zelfde'),
        regel(12, 1, 'oude tekst'),
        regel(13, 1, 'zelfde'),
        regel(21, 2, 'zelfde'),
        regel(22, 2, 'nieuwe tekst'),
        regel(23, 2, 'zelfde'),
      ],
      aanduidingen: [
        zegt(11, 1, 'verbod'),
        zegt(12, 1, 'verbod'),
        zegt(13, 1, 'verbod'),
        zegt(21, 2, 'verbod'),
        zegt(22, 2, 'verbod'),
        zegt(23, 2, 'toegestaan'),
      ],
      gebieden: [],
      waarden: [],
    },
    bronnen: null,
  };
  const teksten = (datum: string) =>
    toonRegels(feiten, datum).activiteiten.flatMap(({ aanduidingen }) =>
      aanduidingen.map(({ regeltekstId }) => regeltekstId),
    );

  test('shows only what it changes: another text, another kwalificatie', () => {
    expect(teksten('2026-11-22')).toEqual([110, 120, 130, 220, 230]);
  });

  test('stays named among the regelingen, as toekomstig', () => {
    expect(toonRegels(feiten, '2026-11-22').regelingen.map(({ status }) => status)).toEqual(['geldend', 'toekomstig']);
  });

  test('another regeling that happens to say the same is not left out', () => {
    const ander = structuredClone(feiten);
    const later = ander.regelingen?.[1];
    if (later) later.identificatie = '/akn/nl/act/gm9999/2026/ander-plan/nld@2027-01-01';
    expect(toonRegels(ander, '2026-11-22').activiteiten[0]?.aanduidingen).toHaveLength(6);
  });
});
