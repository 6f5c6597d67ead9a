import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leesRegelmap } from '../../scripts/import/toepasbare-regels/map.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import { activiteitenOpId } from '../../server/vergunningcheck/activiteiten/index.ts';
import type { CheckAntwoord } from '../../server/vergunningcheck/contract.ts';
import type { DeelOordeel, Feit, Toets } from '../../server/vergunningcheck/domain/oordeel.ts';
import type { Activiteit } from '../../server/vergunningcheck/domain/regel.ts';
import { omgekeerdeLagen } from '../../server/vergunningcheck/omgekeerd/domain.ts';
import { oordelenOpruimen } from '../../server/vergunningcheck/opruimen.ts';
import { proefContext, startApi, type TestApi, testVandaag } from '../api.ts';
import { onBothEngines } from '../database.ts';
import { vindOordeelVerschillen } from '../oordeel.ts';
import { readPdf, telLosseInkt } from '../pdf.ts';
import { opBuurperceel, opPerceel, plantPlaats, zonderGegevens, zonderGrens } from '../plaats.ts';

const regelmap = resolve(import.meta.dirname, '../../data/toepasbare-regels');

/** The files of some werkzaamheden as a delivery would bring them. */
async function plantRegelbestanden(db: Knex, ...ids: string[]): Promise<void> {
  const delen = ids.flatMap((id) => leesRegelmap(resolve(regelmap, `${id}.dmn`), { vandaag: testVandaag }));
  await db('bron').insert({
    id: 'regelbestanden',
    soort: 'toepasbare-regels',
    naam: 'Toepasbare regels',
    licentie: 'CC0',
    peildatum: '2026-03-01',
  });
  await db('toepasbare_regel').insert(
    delen.map(({ koppeling, soort, naam, xml, hash }) => ({
      bron_id: 'regelbestanden',
      werkzaamheid: koppeling.werkzaamheid.id,
      soort,
      gemeente_code: 'gm9999',
      naam,
      versie: koppeling.versie,
      geldig_vanaf: koppeling.geldigVanaf,
      inhoud_hash: hash,
      bestand: xml,
      koppeling: JSON.stringify(koppeling),
    })),
  );
}

const mast = (antwoorden: object = {}, extra: object = {}) => ({
  ...opPerceel,
  onderdelen: [{ sleutel: 'mast', werkzaamheid: 'vlaggenmast', antwoorden }],
  ...extra,
});
const alles = { hoogteMast: 5, aantalMasten: 1, bijzondereEisen: false, aanMonument: false, inWaterzone: false };
const schuur = (ring: unknown, plek: object = opPerceel) => ({
  ...plek,
  onderdelen: [
    { sleutel: 'schuur', werkzaamheid: 'bijbehorend-bouwwerk', ring, antwoorden: { opDeGrond: true, hoogte: 2.5 } },
  ],
});
const vierkant = (x: number, y: number, zijde: number) => [
  [x, y],
  [x + zijde, y],
  [x + zijde, y + zijde],
  [x, y + zijde],
];

onBothEngines('The vergunningcheck', (database) => {
  let api: TestApi;
  let db: Knex;
  beforeAll(async () => {
    db = database.db;
    await plantPlaats(db);
    await plantRegelbestanden(db, 'terras', 'kap', 'geveltuin');
    api = await startApi(db);
  }, 120_000);
  afterAll(() => api.close());

  const beoordeel = async (vraag: object): Promise<CheckAntwoord> => {
    const { status, body } = await api.post(`${apiBase}/vergunningcheck/_beoordeel`, vraag);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const deel = ({ oordeel }: CheckAntwoord, vraag: string): DeelOordeel =>
    oordeel.onderdelen[0]!.delen.find((een) => een.vraag === vraag)!;
  const feit = ({ oordeel }: CheckAntwoord, sleutel: string): Feit =>
    oordeel.feiten.find((een) => een.sleutel === sleutel)!;

  test('werkzaamheden of the house and of files are found by everyday words, with a typing error', async () => {
    const zoek = async (zoekterm: string) =>
      (await api.get(`${apiBase}/werkzaamheden?zoekterm=${encodeURIComponent(zoekterm)}`)).body;
    const { werkzaamheden } = (await api.get(`${apiBase}/werkzaamheden`)).body;
    expect(werkzaamheden.length).toBe(Object.keys(activiteitenOpId).length + 3);
    for (const [term, id] of [
      ['schuurtje', 'bijbehorend-bouwwerk'],
      ['dakapel', 'dakkapel-achter'],
      ['teras', 'terras'],
      ['Mag ik zonnepanlen plaatsen?', 'zonnepanelen-dak'],
      ['boom omzagen', 'kap'],
    ]) {
      const ids = (await zoek(term!)).werkzaamheden.map((een: { id: string }) => een.id);
      expect(ids.slice(0, 3), term).toContain(id);
    }
    const niets = await zoek('qqqqqq');
    expect(niets.uitleg).toContain('Probeer');
    expect(niets.werkzaamheden).toEqual(werkzaamheden);
  });

  test('the map answers with bron and peildatum, and what it does not know is asked', async () => {
    const antwoord = await beoordeel(mast());
    expect(feit(antwoord, 'monument')).toMatchObject({
      waarde: 'rijks',
      herkomst: 'kaart',
      bron: { naam: 'Bron omgeving', peildatum: '2026-01-31' },
    });
    expect(feit(antwoord, 'gezicht')).toMatchObject({ stand: 'onbekend', reden: 'geen-gegevens' });
    expect(antwoord.oordeel.uitkomst).toBe('ONBEKEND');
    const gevraagd = antwoord.volgendeVragen.map(({ sleutel }) => sleutel);
    expect(gevraagd).toEqual(expect.arrayContaining(['hoogteMast', 'aanMonument', 'gezicht']));
    expect(gevraagd).not.toContain('monument');
  });

  test('answers settle it, each part with its article, and the person may say that the map is wrong', async () => {
    const plaatsAntwoorden = { gezicht: 'geen', illegaalHoofdgebouw: false };
    const bij = await beoordeel(mast(alles, { plaatsAntwoorden }));
    expect([deel(bij, 'T'), deel(bij, 'R'), deel(bij, 'O')].map(({ uitkomst }) => uitkomst)).toEqual([
      'VRIJ',
      'VRIJ',
      'VRIJ',
    ]);
    expect(deel(bij, 'R')).toMatchObject({ artikel: 'Bbl 2.29, onder l', regelVersie: 'Bbl 2026-09-24' });
    expect(bij.volgendeVragen).toEqual([]);
    expect(bij.beantwoord.map(({ sleutel }) => sleutel)).toContain('hoogteMast');

    const aan = await beoordeel(mast({ ...alles, aanMonument: true }, { plaatsAntwoorden }));
    expect(aan.oordeel.procedure).toMatchObject({ soort: 'uitgebreid', laatsteDag: '2027-05-22' });
    const betwist = await beoordeel(
      mast({ ...alles, aanMonument: true }, { plaatsAntwoorden, betwist: { monument: 'geen' } }),
    );
    expect(feit(betwist, 'monument')).toMatchObject({ herkomst: 'betwist', waarde: 'geen', kaartwaarde: 'rijks' });
    expect(betwist.oordeel.uitkomst).toBe('VRIJ');
  });

  test('what the map knows for a drawing can be contested too, and then nothing is free', async () => {
    const vraag = schuur(vierkant(146_015, 505_003, 3));
    const { betwistbaar } = await beoordeel(vraag);
    const sleutels = betwistbaar.map(({ sleutel }) => sleutel);
    expect(sleutels).toEqual(expect.arrayContaining(['monument', 'perceel']));
    for (const { sleutel, opties } of betwistbaar.filter(({ opties: [eerste] }) => eerste?.waarde === 'klopt-niet')) {
      const betwist = await beoordeel({ ...vraag, betwist: { [sleutel]: opties[0]!.waarde } });
      expect(feit(betwist, sleutel), sleutel).toMatchObject({
        herkomst: 'betwist',
        tekst: expect.stringMatching(/^Volgens u/),
      });
      expect(deel(betwist, 'R').uitkomst, sleutel).not.toMatch(/^VRIJ/);
    }
  });

  test('a limit names the smallest change, and the change does it', async () => {
    const plaatsAntwoorden = { gezicht: 'geen', illegaalHoofdgebouw: false };
    const hoog = await beoordeel(
      mast({ ...alles, hoogteMast: 6.2 }, { plaatsAntwoorden, betwist: { monument: 'geen' } }),
    );
    expect(deel(hoog, 'R').uitkomst).toBe('VERGUNNING');
    const voorstel = hoog.oordeel.onderdelen[0]!.kleinsteWijzigingen.find(({ vraag }) => vraag === 'R')!;
    expect(voorstel).toMatchObject({
      naar: 'VRIJ',
      wijzigingen: [{ naar: 6, tekst: expect.stringContaining('0,20 m') }],
    });
    const lager = await beoordeel(
      mast(
        { ...alles, hoogteMast: voorstel.wijzigingen[0]!.naar },
        { plaatsAntwoorden, betwist: { monument: 'geen' } },
      ),
    );
    expect(lager.oordeel.uitkomst).toBe('VRIJ');
    expect(hoog.oordeel).toMatchObject({
      leges: { vanaf: true, tariefversie: expect.stringContaining('2026') },
      procedure: { soort: 'regulier', laatsteDag: '2027-01-18' },
      bevoegdGezag: [{ naam: 'burgemeester en wethouders van Modelgemeente' }, expect.anything()],
    });
    expect(hoog.oordeel.indieningsvereisten.map(({ id }) => id)).toContain('participatie');
  });

  test('answers that cannot be right do not count, and say what they must be', async () => {
    for (const hoogteMast of [-1, 1e6, 'hoog', true]) {
      const antwoord = await beoordeel(mast({ ...alles, hoogteMast }));
      expect(antwoord.oordeel.meldingen, String(hoogteMast)).toMatchObject([
        { code: 'antwoord-klopt-niet', onderdeel: 'mast', volgendeStap: { soort: 'beantwoord' } },
      ]);
      expect(deel(antwoord, 'R').uitkomst).toBe('ONBEKEND');
    }
  });

  test('a file of toepasbare regels answers beside a rule of the house, in one oordeel', async () => {
    const antwoord = await beoordeel({
      ...opPerceel,
      onderdelen: [
        { sleutel: 'a', werkzaamheid: 'terras', antwoorden: { openbareGrond: false, alcohol: false } },
        { sleutel: 'b', werkzaamheid: 'dakterras-balkon', antwoorden: { aanMonument: false } },
      ],
    });
    expect(antwoord.oordeel.onderdelen.map(({ uitkomst }) => uitkomst)).toEqual(['VRIJ', 'VERGUNNING']);
    expect(antwoord.oordeel.uitkomst).toBe('VERGUNNING');
    expect(Object.keys(antwoord.oordeel.regelVersies)).toContain('toepasbare-regels/terras');
  });

  test('where it may be done elsewhere: a map, none where the place hardly matters, and not found for what is no werkzaamheid', async () => {
    const waar = (werkzaamheid: string) => api.get(`${apiBase}/vergunningcheck/waar?werkzaamheid=${werkzaamheid}`);
    const [laag] = omgekeerdeLagen;
    expect((await waar(laag!.werkzaamheid)).body).toMatchObject({ kaart: { naam: laag!.naam } });
    for (const id of ['bijbehorend-bouwwerk', 'geveltuin']) {
      expect(await waar(id), id).toMatchObject({ status: 200, body: { kaart: null } });
    }
    for (const id of ['bestaat-niet', 'constructor', 'bestaand-bouwwerk']) {
      expect(await waar(id), id).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining('Kies er een') },
      });
    }
  });

  test('facts come in at most two statements', async () => {
    const gezien: string[] = [];
    const tel = ({ sql }: { sql: string }) => gezien.push(sql);
    db.on('query', tel);
    try {
      await beoordeel(schuur(vierkant(146_015, 505_003, 3)));
    } finally {
      db.removeListener('query', tel);
    }
    expect(gezien.length).toBeLessThanOrEqual(2);
  });

  test('a bron that fails makes its facts unknown, and never a no', async () => {
    await db.raw('ALTER TABLE omstandigheid_deel RENAME TO omstandigheid_deel_weg');
    try {
      const antwoord = await beoordeel(mast(alles, { plaatsAntwoorden: { illegaalHoofdgebouw: false } }));
      for (const sleutel of ['monument', 'gezicht']) {
        expect(feit(antwoord, sleutel)).toMatchObject({ stand: 'onbekend', reden: 'bron-faalt' });
      }
      expect(antwoord.oordeel.uitkomst).not.toMatch(/^VRIJ/);
    } finally {
      await db.raw('ALTER TABLE omstandigheid_deel_weg RENAME TO omstandigheid_deel');
    }
  });

  describe('a place or a drawing that cannot be judged', () => {
    const slecht: [string, unknown, string | null][] = [
      [
        'crosses itself',
        [
          [146_015, 505_003],
          [146_018, 505_006],
          [146_018, 505_003],
          [146_015, 505_006],
        ],
        'plan-kruist-zichzelf',
      ],
      [
        'has no area',
        [
          [146_015, 505_003],
          [146_016, 505_003],
          [146_017, 505_003],
        ],
        'plan-zonder-oppervlakte',
      ],
      ['is as large as a town', vierkant(140_000, 500_000, 9_000), null],
      ['lies off the plot', vierkant(146_400, 505_400, 3), null],
      ['lies half off the plot', vierkant(146_018, 505_003, 4), null],
    ];
    test.each(slecht)('that %s', async (_, ring, code) => {
      const antwoord = await beoordeel(schuur(ring));
      expect(deel(antwoord, 'R').uitkomst).not.toMatch(/^VRIJ/);
      expect(antwoord.oordeel.meldingen.length).toBeGreaterThan(0);
      if (code) expect(antwoord.oordeel.meldingen[0]).toMatchObject({ code });
      for (const { tekst, volgendeStap } of antwoord.oordeel.meldingen) {
        expect(tekst).not.toBe('');
        expect(volgendeStap.tekst).not.toBe('');
      }
    });

    test.each([
      ['where nothing is known', zonderGegevens],
      ['without a border around it', zonderGrens],
      ['with another kind of building', opBuurperceel],
    ])('a place %s', async (_, plek) => {
      const antwoord = await beoordeel(schuur(vierkant(plek.x, plek.y, 3), plek));
      const R = deel(antwoord, 'R');
      expect(R.uitkomst).not.toMatch(/^VRIJ/);
      expect(R.volgendeStap.tekst).not.toBe('');
    });

    test('of another gemeente says where to go', async () => {
      await db('gemeente').insert({
        code: 'gm9997',
        naam: 'Verderop',
        geom: 'SRID=28992;MULTIPOLYGON(((160000 504000,162000 504000,162000 506000,160000 506000,160000 504000)))',
        bron_id: 'grenzen',
      });
      const { status, body } = await api.post(
        `${apiBase}/vergunningcheck/_beoordeel`,
        mast({}, { x: 161_000, y: 505_000 }),
      );
      expect(status).toBe(422);
      expect(body).toMatchObject({
        type: 'urn:omgevingsloket:buiten-gemeente',
        detail: expect.stringContaining('Verderop'),
      });
    });

    test.each([
      ['no werkzaamheid', { ...opPerceel, onderdelen: [] }],
      ['one that is not there', { ...opPerceel, onderdelen: [{ sleutel: 'a', werkzaamheid: 'tijdreizen' }] }],
      ['a name that every object has', { ...opPerceel, onderdelen: [{ sleutel: 'a', werkzaamheid: 'constructor' }] }],
      ['the same key twice', { ...opPerceel, onderdelen: [mast().onderdelen[0], mast().onderdelen[0]] }],
      [
        'a ring of two corners',
        schuur([
          [146_015, 505_003],
          [146_016, 505_003],
        ]),
      ],
      [
        'a ring of words',
        schuur([
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'f'],
        ]),
      ],
      [
        'a ring in degrees',
        schuur([
          [5.4, 52.5],
          [5.5, 52.5],
          [5.5, 52.6],
        ]),
      ],
      ['a thousand answers', mast(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`a${i}`, 1])))],
    ])('with %s is refused with the field', async (_, vraag) => {
      const { status, body } = await api.post(`${apiBase}/vergunningcheck/_beoordeel`, vraag);
      expect(status).toBe(400);
      expect(body.fouten.length).toBeGreaterThan(0);
    });
  });

  describe('an oordeel that is kept', () => {
    const vraag = {
      ...opPerceel,
      onderdelen: [
        { sleutel: 'mast', werkzaamheid: 'vlaggenmast', antwoorden: alles },
        { sleutel: 'terras', werkzaamheid: 'terras', antwoorden: { openbareGrond: true, gebiedsoort: 'Centrum' } },
        {
          sleutel: 'schuur',
          werkzaamheid: 'bijbehorend-bouwwerk',
          ring: vierkant(146_015, 505_003, 3),
          antwoorden: { hoogte: 2.5 },
        },
      ],
      plaatsAntwoorden: { illegaalHoofdgebouw: false },
    };

    test('is a tagged PDF that says what the JSON says, and shows what was drawn', async () => {
      const { body } = await api.post(`${apiBase}/oordelen`, vraag);
      const lees = async () => {
        const antwoord = await fetch(`${api.url}${body.pdf}`);
        expect(antwoord.headers.get('content-type')).toBe('application/pdf');
        return Buffer.from(await antwoord.arrayBuffer());
      };
      const bytes = await lees();
      const pdf = await readPdf(bytes);
      expect(vindOordeelVerschillen(body, pdf)).toEqual([]);
      expect(pdf).toMatchObject({ taal: 'nl-NL', titel: expect.stringContaining('Vergunningcheck voor'), fouten: [] });
      expect(telLosseInkt(bytes)).toBe(0);
      expect(pdf.figuren).toEqual([expect.stringMatching(/schaal 1:.*Gearceerd is getekend: 1\. Aanbouw/)]);
      expect((await lees()).equals(bytes)).toBe(true);

      // biome-ignore lint/suspicious/noExplicitAny: a mutation reaches anywhere into the content
      const mutaties: Record<string, (anders: any) => void> = {
        'another uitkomst': ({ oordeel }) => Object.assign(oordeel.onderdelen[0].delen[0], { uitkomst: 'VERBOD' }),
        'a deel less': ({ oordeel }) => oordeel.onderdelen[0].delen.pop(),
        'another limit': ({ oordeel }) =>
          Object.assign(
            oordeel.onderdelen[0].delen[1].toetsen.find((een: Toets) => typeof een.grens === 'number'),
            {
              grens: 77.7,
            },
          ),
        'another artikel': ({ oordeel }) =>
          Object.assign(oordeel.onderdelen[0].delen[1].toetsen[0], { artikel: 'Bbl 9.99' }),
        'a toets less': ({ oordeel }) => oordeel.onderdelen[0].delen[1].toetsen.pop(),
        'a feit less': ({ oordeel }) => oordeel.feiten.pop(),
        'another peildatum': ({ oordeel }) =>
          Object.assign(oordeel.feiten.find((een: Feit) => een.bron?.peildatum).bron, { peildatum: '1999-09-09' }),
        'another last day': ({ oordeel }) => Object.assign(oordeel.procedure, { laatsteDag: '1999-09-09' }),
        'an action less': ({ oordeel }) => oordeel.acties.shift(),
        'a requirement less': ({ oordeel }) => oordeel.indieningsvereisten.pop(),
        'another drawing': ({ invoer }) => Object.assign(invoer.onderdelen[2].ring[0], [146_001.25]),
      };
      for (const [naam, muteer] of Object.entries(mutaties)) {
        const anders = structuredClone(body);
        muteer(anders);
        expect(vindOordeelVerschillen(anders, pdf), naam).not.toEqual([]);
      }
      expect((await api.get(`${apiBase}/oordelen/geen-nummer/pdf`)).status).toBe(400);
      expect((await api.get(`${apiBase}/oordelen/00000000-0000-4000-8000-000000000000/pdf`)).status).toBe(404);
    });

    test('comes back as it was told, and says the same when rules and data have changed since', async () => {
      const gemaakt = await api.post(`${apiBase}/oordelen`, vraag);
      expect(gemaakt.status, JSON.stringify(gemaakt.body)).toBe(200);
      const { id, hash, json } = gemaakt.body;
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
      expect(gemaakt.body).toMatchObject({ hashKlopt: true, bewaardTot: '2027-12-31' });
      expect((await api.get(json)).body).toEqual(gemaakt.body);

      const vroeger = activiteitenOpId.vlaggenmast as Activiteit;
      const strenger = JSON.parse(JSON.stringify(vroeger).replaceAll('"waarde":6', '"waarde":3'));
      Object.assign(activiteitenOpId, { vlaggenmast: strenger });
      await db('omstandigheid').where({ thema: 'monument' }).update({ thema: 'weg' });
      await db('toepasbare_regel').delete();
      try {
        const nu = await beoordeel(mast(alles));
        expect(feit(nu, 'monument')).toMatchObject({ stand: 'onbekend' });
        const herhaald = await api.post(`${apiBase}/oordelen/${id}/_herhaal`, {});
        expect(herhaald.body).toMatchObject({ gelijk: true, hash });
        expect(herhaald.body.oordeel).toEqual(gemaakt.body.oordeel);
      } finally {
        Object.assign(activiteitenOpId, { vlaggenmast: vroeger });
      }
    });

    test('asks the gemeente what is open, with every answer, and keeps nothing of what the person adds', async () => {
      const { body } = await api.post(`${apiBase}/oordelen`, mast({ hoogteMast: 5 }));
      const gevraagd = await api.post(`${apiBase}/oordelen/${body.id}/_vraag-gemeente`, {
        toelichting: 'Bel mij op 06.',
      });
      expect(gevraagd.body).toMatchObject({
        aan: 'burgemeester en wethouders van Modelgemeente',
        kaart: { punt: opPerceel },
      });
      expect(gevraagd.body.ontbreekt.length).toBeGreaterThan(0);
      expect(gevraagd.body.tekst).toContain('De vlaggenmast is 5 m hoog. (mijn antwoord)');
      expect(gevraagd.body.tekst).toContain('Bel mij op 06.');
      const { rows } = await db.raw('SELECT count(*)::int AS aantal FROM oordeel o WHERE o::text LIKE ?', [
        '%Bel mij%',
      ]);
      expect(rows[0].aantal).toBe(0);
    });

    test('keeps no words that a person typed and that decide nothing', async () => {
      const { body } = await api.post(
        `${apiBase}/oordelen`,
        mast({ hoogteMast: 'Jan Proef, 06-12345678', iemand: 'Jan Proef', bijzondereEisen: false }),
      );
      expect(body.invoer.onderdelen[0].antwoorden).toEqual({ bijzondereEisen: false });
      const { rows } = await db.raw('SELECT count(*)::int AS aantal FROM oordeel o WHERE o::text LIKE ?', ['%Proef%']);
      expect(rows[0].aantal).toBe(0);
      expect((await api.post(`${apiBase}/oordelen/${body.id}/_herhaal`, {})).body.gelijk).toBe(true);
    });

    test('is cleared away after its last day, and its rules with it as soon as no other needs them', async () => {
      const [een, twee] = [
        (await api.post(`${apiBase}/oordelen`, mast(alles))).body,
        (await api.post(`${apiBase}/oordelen`, mast({ ...alles, hoogteMast: 4 }))).body,
      ];
      const regels = async () => Number((await db('oordeel_regels').count('* as aantal').first())?.aantal);
      const opruimen = () => oordelenOpruimen.doe({}, proefContext(db));
      const voor = await regels();
      await opruimen();
      expect([await regels(), (await api.get(een.json)).status]).toEqual([voor, 200]);
      await db('oordeel').where({ id: een.id }).update({ bewaard_tot: '2026-11-21' });
      await opruimen();
      expect([await regels(), (await api.get(een.json)).status, (await api.get(twee.json)).status]).toEqual([
        voor,
        404,
        200,
      ]);
      await db('oordeel').update({ bewaard_tot: '2026-11-21' });
      await opruimen();
      expect(await regels()).toBe(0);
    });

    test('is not found by a number that nobody gave out', async () => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'geen-nummer']) {
        const { status, type } = await api.get(`${apiBase}/oordelen/${id}`);
        expect(status).toBe(id === 'geen-nummer' ? 400 : 404);
        expect(type).toContain('application/problem+json');
      }
    });
  });
});
