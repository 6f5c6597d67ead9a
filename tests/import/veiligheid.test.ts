import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Importer } from '../../scripts/import/importer.ts';
import { incidenten } from '../../scripts/import/incidenten.ts';
import { meldingen } from '../../scripts/import/meldingen.ts';
import { politiecijfers } from '../../scripts/import/politiecijfers.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { sensoren } from '../../scripts/import/sensoren.ts';
import { veiligheidsmonitor } from '../../scripts/import/veiligheidsmonitor.ts';
import { formatVerslag } from '../../scripts/import/verslag.ts';
import { vngInp } from '../../scripts/import/vng-inp.ts';
import { celVan } from '../../server/veiligheid/domain/rooster.ts';
import { onBothEngines } from '../database.ts';
import { delivers, vierkant } from './levering.ts';

const x = 150_000;
const y = 460_000;
const folder = mkdtempSync(join(tmpdir(), 'loket-veiligheid-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(naam: string, inhoud: string | Buffer): string {
  const pad = join(folder, naam);
  writeFileSync(pad, inhoud);
  return pad;
}

/** A gemeente of 2 by 1 km with two buurten; forty adressen along one street of the first, and a road through both. */
async function laadGemeente(db: Knex): Promise<void> {
  const bron = { soort: 'test', licentie: 'CC0 1.0', gemeenteCode: 'gm9999', peildatum: '2026-01-01' };
  const gebied = (x0: number, breed: number) =>
    `SRID=28992;POLYGON((${x0} ${y},${x0 + breed} ${y},${x0 + breed} ${y + 1000},${x0} ${y + 1000},${x0} ${y}))`;
  const tabellen = ['gemeente', 'buurt', 'adres', 'bgt_object'];
  const vlak = { column: 'geom', soort: 'vlak' } as const;
  const importer = delivers(
    () => [
      {
        bron: { ...bron, id: 'cbs-proef', naam: 'Indeling' },
        tabellen: [
          {
            table: 'gemeente',
            columns: ['code', 'naam', 'geom'],
            geometry: vlak,
            rows: [['gm9999', 'Proefstad', gebied(x, 2000)]],
          },
          {
            table: 'buurt',
            columns: ['code', 'naam', 'wijk_code', 'gemeente_code', 'inwoners', 'geom'],
            geometry: vlak,
            rows: [
              ['bu99990101', 'West', 'wk999901', 'gm9999', 80, gebied(x, 1000)],
              ['bu99990102', 'Oost', 'wk999901', 'gm9999', null, gebied(x + 1000, 1000)],
            ],
          },
        ],
      },
      {
        bron: { ...bron, id: 'bag-proef', naam: 'Adressen' },
        tabellen: [
          {
            table: 'adres',
            columns: [
              'identificatie',
              'weergave',
              'straat',
              'huisnummer',
              'woonplaats',
              'gemeente_code',
              'gebruiksdoelen',
              'geom',
            ],
            geometry: { column: 'geom', soort: 'punt' },
            rows: Array.from({ length: 40 }, (_, i) => [
              `a${i}`,
              `Kade ${i + 1}`,
              'Kade',
              i + 1,
              'Proefstad',
              'gm9999',
              i < 32 ? ['woonfunctie'] : ['winkelfunctie'],
              `SRID=28992;POINT(${x + 205 + i * 5} ${y + 250})`,
            ]),
          },
        ],
      },
      {
        bron: { ...bron, id: 'bgt-proef', naam: 'Wegen' },
        tabellen: [
          {
            table: 'bgt_object',
            columns: ['identificatie', 'soort', 'bronhouder', 'geom'],
            geometry: { column: 'geom', soort: 'alles' },
            rows: [
              ['w1', 'wegdeel', 'G9999', vierkant(x + 1500, y + 610, 80)],
              ['w2', 'waterdeel', 'G9999', vierkant(x + 1800, y + 810, 80)],
            ],
          },
        ],
      },
    ],
    tabellen,
  );
  await runImport(db, importer, '');
}

const lees = (db: Knex, importer: Importer, pad: string, opties: Record<string, string> = {}) =>
  runImport(db, importer, pad, { opties: { gemeente: 'gm9999', ...opties } }).then((verslag) => ({
    ...verslag.bronnen[0]!,
    tekst: formatVerslag(verslag),
    redenen: Object.fromEntries(verslag.bronnen[0]!.afgekeurd.map(({ reden, aantal }) => [reden, aantal])),
  }));
const som = (lijst: readonly number[]) => lijst.reduce((a, b) => a + b, 0);

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});
async function serve(paginas: Record<string, object>): Promise<string> {
  server = createServer((vraag, antwoord) => antwoord.end(JSON.stringify(paginas[vraag.url ?? ''] ?? {})));
  await new Promise<void>((klaar) => server?.listen(0, '127.0.0.1', klaar));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

onBothEngines('safety', (database) => {
  beforeAll(() => laadGemeente(database.db));

  test('cells with adressen or a road have their denominators, others are not there', async () => {
    const rijen = await database.db('cel_noemer').where({ rooster: 'vierkant' }).orderBy('cel');
    const op = (dx: number, dy: number) =>
      rijen.find(({ cel }) => cel === celVan('vierkant', (x + dx) * 1000, (y + dy) * 1000));
    expect(op(250, 250)).toMatchObject({
      buurt_code: 'bu99990101',
      adressen: 19,
      woningen: 19,
      inwoners: 47.5,
      weg: false,
    });
    expect(op(350, 250)).toMatchObject({ adressen: 20, woningen: 13, inwoners: 32.5 });
    expect(op(1550, 650)).toMatchObject({ buurt_code: 'bu99990102', adressen: 0, weg: true });
    expect(op(1850, 850)).toBeUndefined();
    expect(rijen).toHaveLength(4);
  });

  describe('incidents', () => {
    const kop = 'registratie;klasse;begin;eind;x;y;buurt';
    const west = `${x + 250};${y + 250}`;
    const goed = [
      `PL9-1;A20;2026-01-05T03:15;;${west};`,
      `PL9-2;1.1.1;2026-01-05 22:00;2026-01-05 23:30;${west};bu99990101`,
      // Away for the weekend: the hour is not known.
      `PL9-3;A20;2026-01-09 20:00;2026-01-11 18:00;${west};`,
      `PL9-4;E35;2026-03-07T02:00;;${x + 1550};${y + 650};`,
      `PL9-5;F521;2026-03-07;;${x + 1550},5;${y + 650};BU99990102`,
      'PL9-6;C20;2026-03-08T12:00;;;;BU99990101',
      'PL9-7;C20;2026-03-08T12:00;;;;',
      `PL9-8;Z99;2026-03-09T12:00;;${west};`,
      `PL9-9;3.2.1;2026-03-09T12:00;;${west};`,
    ];
    const fout = [
      `PL9-1;A20;2026-01-05T03:15;;${west};`,
      `PL9-10;A20;2026-01-05T03:15;;${x - 1};${y};`,
      `PL9-11;A20;2026-02-30;;${west};`,
      `PL9-12;;2026-01-05;;${west};`,
      'PL9-13;A20;2026-01-05;;5,7;52,1;',
      'PL9-14;A20;2026-01-05;;;;bu02280101',
      `PL9-15;0.0.0;2026-01-05;;${west};`,
      `PL9-16;F0064;2026-01-05;;${west};`,
    ];

    test('are counted into three cubes; what is wrong is told by reason', async () => {
      const { db } = database;
      const vreemd = `PL9-17;C20;2026-03-10;;${west};bu99990909`;
      const pad = write('inc.csv', [kop, ...goed, ...fout, vreemd].join('\n'));
      const verslag = await lees(db, incidenten, pad);
      expect(verslag).toMatchObject({ id: 'incidenten-gm9999', peildatum: '2026-03-10' });
      expect(verslag.redenen).toEqual({
        'dezelfde registratie komt vaker voor in de levering': 1,
        'de plaats ligt buiten de gemeente': 1,
        'de datum ontbreekt of klopt niet': 1,
        'de klasse ontbreekt': 1,
        'de plaats is niet te lezen: geef RD-coördinaten in meters': 1,
        'de buurt hoort niet bij de indeling van 2026, en de plaats ontbreekt': 1,
      });
      expect(verslag.weggelaten).toEqual({
        'klasse die niet wordt geteld: een totaal, of een die niets zegt over veiligheid': 2,
      });
      expect(verslag.opmerkingen).toEqual({
        'klasse die niet in de tabel staat Z99: geteld zonder thema': 1,
        'zonder plaats: telt alleen mee in het aantal van de maand': 1,
        'buurt van een andere indeling dan die van 2026: de plaats geldt': 1,
        'de maand 2026-02 ontbreekt: dat is onbekend, en geen nul': 1,
      });

      const maanden = await db('veiligheid_maand').select('maand', 'gelezen', 'geplaatst').orderBy('maand');
      expect(maanden).toEqual([
        { maand: '2026-01-01', gelezen: 3, geplaatst: 3 },
        { maand: '2026-03-01', gelezen: 7, geplaatst: 4 },
      ]);
      const cel = await db('cel_maand').where({ rooster: 'vierkant', klasse: '1.1.1' });
      expect(cel).toMatchObject([
        {
          stelsel: 'misdrijf',
          maand: '2026-01-01',
          cellen: [celVan('vierkant', (x + 250) * 1000, (y + 250) * 1000)],
          aantallen: [3],
        },
      ]);
      const uren = await db('buurt_uur').where({ klasse: '1.1.1' }).first('buurten', 'uren', 'aantallen');
      expect(uren).toEqual({ buurten: Array(3).fill('bu99990101'), uren: [3, 22, 168], aantallen: [1, 1, 1] });
      const delen = await db('cel_dagdeel')
        .where({ rooster: 'vierkant', thema: '1.3' })
        .orderBy('dagdeel')
        .select('weekdeel', 'dagdeel', 'aantallen');
      expect(delen).toEqual(
        [
          { weekdeel: 'doordeweeks', dagdeel: 'avond', aantallen: [1] },
          { weekdeel: 'weekend', dagdeel: 'nacht', aantallen: [1] },
          { weekdeel: 'onbekend', dagdeel: 'onbekend', aantallen: [1, 1] },
        ].sort((a, b) => (a.dagdeel < b.dagdeel ? -1 : 1)),
      );
      const som3 = (tabel: string) =>
        db(tabel)
          .select('aantallen')
          .then((rijen) => som(rijen.flatMap(({ aantallen }) => aantallen)));
      expect(await som3('buurt_uur')).toBe(8);
      expect(await db('cel_maand').where({ klasse: '3.2.1' })).toEqual([]);
      expect(await db('veiligheid_cijfer').select('gebied_code', 'onderwerp', 'duur', 'aantal')).toEqual([
        { gebied_code: 'gm9999', onderwerp: '3.2.1', duur: 'jaar', aantal: 1 },
      ]);
      expect(await db('veiligheid_klasse').where({ bekend: false }).select('code', 'thema')).toEqual([
        { code: 'Z99', thema: null },
      ]);
      expect(await db('veiligheid_klasse').where({ code: '1.4.6' }).first('thema', 'basis')).toEqual({
        thema: '1.3',
        basis: 'S',
      });
      // three burglaries are too few: their pairs would tell of themselves
      expect(await db('near_repeat')).toEqual([]);
    });

    test('leave nothing of a single record: not in a table, not in what is told', async () => {
      const { db } = database;
      const { rows } = await db.raw(`SELECT tablename AS tabel FROM pg_tables WHERE schemaname = 'public'`);
      const alles = await Promise.all(
        rows.map(async ({ tabel }: { tabel: string }) =>
          JSON.stringify((await db.raw('SELECT t::text FROM ?? t', [tabel])).rows),
        ),
      );
      const verslag = await lees(db, incidenten, join(folder, 'inc.csv'));
      for (const tekst of [...alles, verslag.tekst]) {
        expect(tekst).not.toMatch(/PL9-|2026-01-05|03:15|150250|460250/);
      }
    });

    test('delivered again stay as they are; under another name their months are not counted twice', async () => {
      const { db } = database;
      const stand = async () =>
        (await db.raw('SELECT rooster, klasse, maand, cellen, aantallen FROM cel_maand ORDER BY 1, 2, 3')).rows;
      const eerst = await stand();
      await lees(db, incidenten, join(folder, 'inc.csv'));
      expect(await stand()).toEqual(eerst);
      const pad = write('meer.csv', [kop, goed[0], `PL9-20;A20;2026-04-01;;${west};`].join('\n'));
      const verslag = await lees(db, incidenten, pad, { bron: 'incidenten-twee' });
      expect(verslag.redenen).toEqual({ 'de maand 2026-01 staat al in bron incidenten-gm9999': 1 });
      expect(await stand()).toHaveLength(eerst.length + 2);
    });

    test('packed, with commas and other names for the columns, and with a table of the gemeente itself', async () => {
      const { db } = database;
      const csv = `MK,Pleegdatum,"X-coordinaat",y_rd\nA20,05-01-2025 13:00,"${x + 250},4",${y + 250}\n`;
      const tabel = write(
        'tabel.csv',
        'stelsel;code;naam;thema;ook;basis;reden;bijzonder;intern\nmisdrijf;I1;Inbraak;2.2;;R;Keuze van Proefstad;;A20\n',
      );
      await lees(db, incidenten, write('pak.csv.gz', gzipSync(csv)), { bron: 'incidenten-2025', tabel });
      expect(
        await db('cel_dagdeel').where({ bron_id: 'incidenten-2025', rooster: 'zeshoek' }).first('thema', 'dagdeel'),
      ).toEqual({ thema: '2.2', dagdeel: 'dag' });
    });

    test.each([
      ['a file without the columns', 'a;b\n1;2\n', {}, /ontbreekt een kolom/],
      ['an empty file', '', {}, /leeg/],
      ['a quote that does not close', `${kop}\n"PL9`, {}, /geen goed CSV-bestand/],
      ['nothing that can be used', `${kop}\nPL9-1;A20;gisteren;;;;`, {}, /geen enkele registratie die te gebruiken is/],
      ['a gemeente that is not loaded', kop, { gemeente: 'gm0228' }, /grens van gm0228 is niet geladen/],
      ['a table that is wrong', kop, { tabel: join(folder, 'inc.csv') }, /ontbreekt een kolom/],
    ])('refuses %s, and the old counts stand', async (_, inhoud, opties, bericht) => {
      const { db } = database;
      const [voor] = await db('veiligheid_maand').count();
      await expect(lees(db, incidenten, write('slecht.csv', inhoud), opties as Record<string, string>)).rejects.toThrow(
        bericht,
      );
      expect(await db('veiligheid_maand').count()).toEqual([voor]);
    });
  });

  describe('meldingen', () => {
    const plek = { type: 'Point', coordinates: [5.3183, 52.1314] };
    const signaal = (id: number, sub: string, created_at: string) => ({
      id,
      text: 'Mijn buurman Jan de Vries gooit vuil op straat',
      reporter: { email: 'jan@example.nl', phone: '0612345678' },
      location: { address_text: 'Kade 12', geometrie: plek },
      category: { main: 'Afval', main_slug: 'afval', sub: 'Grofvuil', sub_slug: sub },
      created_at,
    });

    test('of the API of Signalen, page by page: snapped to a stretch of street, without a word of who reported', async () => {
      const { db } = database;
      const tweede = {
        results: [signaal(2, 'grofvuil', '2026-05-31T22:30:00Z'), { id: 3 }],
        _links: { next: { href: null } },
      };
      const url = await serve({ '/v1/private/signals/?page=2': tweede });
      const eerste = {
        _links: { next: { href: `${url}/v1/private/signals/?page=2` } },
        count: 3,
        results: [signaal(1, 'grofvuil', '2026-05-31T21:30:00Z')],
      };
      server
        ?.removeAllListeners('request')
        .on('request', (vraag, antwoord) =>
          antwoord.end(JSON.stringify(vraag.url?.includes('page=2') ? tweede : eerste)),
        );
      const verslag = await lees(db, meldingen, `${url}/v1/private/signals/`);
      expect(verslag.redenen).toEqual({ 'de klasse ontbreekt': 1 });
      expect(
        await db('veiligheid_maand').where({ stroom: 'melding' }).orderBy('maand').select('maand', 'gelezen'),
      ).toEqual([
        { maand: '2026-05-01', gelezen: 1 },
        { maand: '2026-06-01', gelezen: 1 },
      ]);
      const punten = await db('melding_punt').select(
        'klasse',
        'maand',
        'plaats_soort',
        'aantal',
        db.raw('ST_AsText(geom) AS punt'),
      );
      expect(punten.map(({ klasse }) => klasse)).toEqual(['afval/grofvuil', 'afval/grofvuil']);
      expect(new Set(punten.map(({ punt }) => punt)).size).toBe(1);
      const { rows } = await db.raw(`SELECT json_agg(t)::text AS alles FROM melding_punt t`);
      expect(rows[0].alles + verslag.tekst).not.toMatch(/Jan|Kade|0612|5\.31/);
    });

    test('as GeoJSON, as a flat list and as CSV are the same', async () => {
      const { db } = database;
      const geo = {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: plek,
            properties: {
              category: { name: 'Grofvuil', slug: 'grofvuil', parent: { name: 'Afval', slug: 'afval' } },
              created_at: '2026-05-02T10:00:00+02:00',
            },
          },
        ],
      };
      const plat = [
        {
          id: 'x',
          lng: 5.3183,
          lat: 52.1314,
          category: 'Afval',
          category_slug: 'afval',
          subcategory: 'Grofvuil',
          subcategory_slug: 'grofvuil',
          created_at: '2026-05-02T08:00:00+00:00',
          wijk: 'West',
        },
      ];
      const csv =
        'id,main_slug,sub_slug,created_at,lng,lat\n1,afval,grofvuil,2026-05-02T10:00:00+02:00,5.3183,52.1314\n';
      const stand = [];
      for (const [naam, inhoud] of [
        ['m.geojson', JSON.stringify(geo)],
        ['m.json', JSON.stringify(plat)],
        ['m.csv', csv],
      ] as const) {
        await lees(db, meldingen, write(naam, inhoud));
        stand.push(
          (
            await db.raw(
              `SELECT stelsel, rooster, klasse, maand, cellen, aantallen FROM cel_maand WHERE stelsel = 'melding' ORDER BY 1, 2`,
            )
          ).rows,
        );
      }
      expect(stand[0]).toHaveLength(2);
      expect(stand[1]).toEqual(stand[0]);
      expect(stand[2]).toEqual(stand[0]);
    });

    test.each([
      ['JSON that is cut off', '[{"id": 1}, {"id"', /niet volledig/],
      ['JSON of something else', '{"gemeenten": []}', /geen lijst/],
      [
        'a list that goes on elsewhere',
        JSON.stringify({ results: [{ id: 1 }], _links: { next: { href: 'https://elders.example/2' } } }),
        /deel van een lijst/,
      ],
    ])('refuses %s', async (_, inhoud, bericht) => {
      await expect(lees(database.db, meldingen, write('fout.json', inhoud))).rejects.toThrow(bericht);
    });
  });

  describe('figures of the police at the CBS', () => {
    const rij = (SoortMisdrijf: string, WijkenEnBuurten: string, Perioden: string, aantal: number | null) => ({
      ID: 1,
      SoortMisdrijf,
      WijkenEnBuurten,
      Perioden,
      GeregistreerdeMisdrijven_1: aantal,
    });

    test('as OData: keys without their spaces, years and months, and what is withheld is unknown', async () => {
      const { db } = database;
      const value = [
        rij('0.0.0 ', 'GM9999    ', '2025JJ00', 120),
        rij('1.1.1 ', 'BU99990101', '2025JJ00', null),
        rij('1.1.1 ', 'BU99990101', '2025MM03', 0),
        rij('1.1.1 ', 'WK999901  ', '2024JJ00', 7),
        rij('9.9.9 ', 'GM9999    ', '2025JJ00', 1),
        rij('1.1.1 ', 'BU99990909', '2019JJ00', 3),
        rij('1.1.1 ', 'NL01      ', '2025JJ00', 22_706),
        rij('1.1.1 ', 'GM0228    ', '2025JJ00', 9),
        rij('1.1.1 ', 'PV25      ', '2025JJ00', 9),
        rij('1.1.1 ', 'GM9999    ', '2025XX00', 9),
        rij('1.1.1 ', 'GM9999    ', '2025JJ00', -4),
      ];
      const verslag = await lees(
        db,
        politiecijfers,
        write('cbs.json', JSON.stringify({ 'odata.metadata': 'x', value })),
      );
      expect(verslag).toMatchObject({ peildatum: '2025-12-31', aantallen: { veiligheid_cijfer: 7 } });
      expect(verslag.redenen).toEqual({
        'de periode ontbreekt of klopt niet': 1,
        'het aantal ontbreekt of klopt niet': 1,
      });
      expect(verslag.weggelaten).toEqual({
        'gebied buiten gm9999': 1,
        'gebied dat geen land, gemeente, wijk of buurt is': 1,
      });
      expect(verslag.opmerkingen).toEqual({
        'aantal dat de bron niet geeft: dat is onbekend, en geen nul': 1,
        'klasse die niet in de tabel staat: 9.9.9': 1,
        'buurt van 2019 die niet in de indeling van 2026 staat: bewaard, niet op de kaart': 1,
      });
      const cijfers = db('veiligheid_cijfer').where({ herkomst: 'cbs', gebied_code: 'bu99990101' }).orderBy('duur');
      expect(await cijfers.select('onderwerp', 'duur', 'begin', 'aantal')).toEqual([
        { onderwerp: '1.1.1', duur: 'jaar', begin: '2025-01-01', aantal: null },
        { onderwerp: '1.1.1', duur: 'maand', begin: '2025-03-01', aantal: 0 },
      ]);
    });

    test('page by page from a URL, and nuisance as CSV with points for what is withheld', async () => {
      const { db } = database;
      const url = await serve({});
      server?.removeAllListeners('request').on('request', (vraag, antwoord) => {
        const tweede = vraag.url?.includes('skip');
        const value = [rij(tweede ? '1.1.2 ' : '1.1.1 ', 'GM9999', '2025JJ00', 5)];
        antwoord.end(JSON.stringify({ value, ...(tweede ? {} : { 'odata.nextLink': `${url}/TypedDataSet?$skip=1` }) }));
      });
      expect((await lees(db, politiecijfers, `${url}/TypedDataSet`)).aantallen.veiligheid_cijfer).toBe(2);
      const csv =
        '"ID";"Overlast";"WijkenEnBuurten";"Perioden";"GeregistreerdeOverlast_1"\n0;"E33   ";"BU99990101";"2025JJ00";"       ."\n1;"M061  ";"GM9999    ";"2025JJ00";"      12"\n';
      await lees(db, politiecijfers, write('overlast.csv', csv), { bron: 'overlast' });
      expect(
        await db('veiligheid_cijfer')
          .where({ bron_id: 'overlast' })
          .orderBy('onderwerp')
          .select('stelsel', 'onderwerp', 'aantal'),
      ).toEqual([
        { stelsel: 'overlast', onderwerp: 'E33', aantal: null },
        { stelsel: 'overlast', onderwerp: 'M061', aantal: 12 },
      ]);
    });
  });

  test('VNG-INP per thema, area and period', async () => {
    const { db } = database;
    const csv =
      'gebied;periode;thema;aantal\nBU99990101;2025;1.3;14\nWK999901;2025-K3;1.3;x\nGM9999;2025-11;2.3;3\nGM9999;2025;9.9;3\nGM9999;2025;1.3;veel\n';
    const verslag = await lees(db, vngInp, write('inp.csv', csv));
    expect(verslag.redenen).toEqual({
      'het thema is er niet: kies uit 1.1 tot en met 5.5': 1,
      'het aantal ontbreekt of klopt niet': 1,
    });
    expect(
      await db('veiligheid_cijfer')
        .where({ herkomst: 'vng-inp' })
        .orderBy('begin')
        .select('gebied_code', 'duur', 'begin', 'aantal'),
    ).toEqual([
      { gebied_code: 'bu99990101', duur: 'jaar', begin: '2025-01-01', aantal: 14 },
      { gebied_code: 'wk999901', duur: 'kwartaal', begin: '2025-07-01', aantal: null },
      { gebied_code: 'gm9999', duur: 'maand', begin: '2025-11-01', aantal: 3 },
    ]);
  });

  test('the Veiligheidsmonitor, with margins', async () => {
    const { db } = database;
    const csv =
      'gebied;jaar;indicator;waarde;marge;respondenten\nGM9999;2025;veiligheid;7,4;0,1;1200\nWK999901;2025JJ00;onveiligheidsgevoel;.;;\nGM9999;2025;veiligheid2;7;;\nGM9999;2025;veiligheid;74;;\nGM9999;25;leefbaarheid;7;;\nGM0228;2025;leefbaarheid;7;;\n';
    const verslag = await lees(db, veiligheidsmonitor, write('vm.csv', csv));
    expect(Object.values(verslag.redenen)).toEqual([1, 1, 1, 1]);
    expect(
      await db('veiligheid_indicator').orderBy('gebied_code').select('gebied_code', 'waarde', 'marge', 'respondenten'),
    ).toEqual([
      { gebied_code: 'gm9999', waarde: '7.4', marge: '0.1', respondenten: 1200 },
      { gebied_code: 'wk999901', waarde: null, marge: null, respondenten: null },
    ]);
  });

  test('sensors, added up per hour of the week while they are read; one that is not in the register is refused', async () => {
    const { db } = database;
    const csv =
      'sensor;moment;waarde\ngeluid-haven-1;2026-03-02T23:05;60\ngeluid-haven-1;2026-03-09T23:55;70\ndruk-centrum-1;2026-03-02T10:15;12\ncamera-7;2026-03-02T10:15;1\ndruk-centrum-1;2026-03-02;12\ngeluid-haven-1;2026-03-02T10:15;900\n';
    const verslag = await lees(db, sensoren, write('sensoren.csv', csv));
    expect(Object.values(verslag.redenen)).toEqual([1, 1, 1]);
    expect(
      await db('sensor_uur').orderBy('sensor').select('sensor', 'maand', 'uur', 'metingen', 'waarde', 'hoogste'),
    ).toEqual([
      { sensor: 'druk-centrum-1', maand: '2026-03-01', uur: 10, metingen: 1, waarde: 12, hoogste: 12 },
      {
        sensor: 'geluid-haven-1',
        maand: '2026-03-01',
        uur: 23,
        metingen: 2,
        waarde: expect.closeTo(67.404, 2),
        hoogste: 70,
      },
    ]);
  });
});
