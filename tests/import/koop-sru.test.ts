import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { koopSru } from '../../scripts/import/koop-sru.ts';
import { runImport } from '../../scripts/import/runner.ts';
import { onBothEngines } from '../database.ts';

const voorbeeld = fileURLToPath(new URL('koop-sru-voorbeeld.xml', import.meta.url));

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** Answers each request by its startRecord and maximumRecords, and keeps what was asked. */
async function serve(answer: (start: number, maximum: number) => { status?: number; body: string }) {
  const asked: number[] = [];
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const start = Number(searchParams.get('startRecord'));
    asked.push(start);
    const { status = 200, body } = answer(start, Number(searchParams.get('maximumRecords')));
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sru?query=proef`, asked };
}

const record = (nummer: number) => `<record><recordData><gzd><originalData><meta><owmskern>
  <identifier>gmb-2026-${nummer}</identifier><title>Melding ${nummer}</title><creator>Proefstad</creator></owmskern>
  <owmsmantel><available>2026-04-01</available></owmsmantel><tpmeta><organisatietype>gemeente</organisatietype>
  <gebiedsmarkering><Punt><geometrie>POINT(${150_000 + nummer} 460000)</geometrie></Punt></gebiedsmarkering></tpmeta>
  </meta></originalData><enrichedData/></gzd></recordData></record>`;
const page = (total: number, nummers: number[]) =>
  `<searchRetrieveResponse><numberOfRecords>${total}</numberOfRecords><records>${nummers.map(record).join('')}</records></searchRetrieveResponse>`;
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

onBothEngines('koop-sru', (database) => {
  describe('a file', () => {
    beforeAll(async () => {
      const { db } = database;
      await db('bron').insert({
        id: 'proef',
        soort: 'grenzen',
        naam: 'Proef',
        licentie: 'CC0',
        peildatum: '2026-01-01',
      });
      await db.raw(
        `INSERT INTO gemeente (code, naam, geom, bron_id) VALUES
         ('gm0228', 'Ede', ST_Multi(ST_MakeEnvelope(170000, 445000, 190000, 465000, 28992)), 'proef')`,
      );
    });

    test('gives every kind of place, and says why the rest is left out', async () => {
      const { db } = database;
      const verslag = await runImport(db, koopSru, voorbeeld, { opties: { gemeente: 'gm0228' } });
      expect(verslag.bronnen).toMatchObject([
        { id: 'koop-gm0228', naam: 'Bekendmakingen gemeente Ede', peildatum: '2026-03-07' },
      ]);
      expect(
        Object.fromEntries(verslag.bronnen[0]?.afgekeurd.map(({ reden, voorbeelden }) => [reden, voorbeelden]) ?? []),
      ).toEqual({
        'de bekendmaking heeft geen plaats': ['gmb-2026-900007'],
        'de plaats (Punt) heeft geen bruikbare geometrie': ['gmb-2026-900008'],
        'de datum van publicatie is geen datum': ['gmb-2026-900009'],
      });
      const rows = await db('besluit')
        .select('identificatie', 'soort', 'plaats_soort', 'bevoegd_gezag', 'gemeente_code', 'zaaknummer', 'ontvangen')
        .select(
          'procedure',
          'verzonden',
          'url',
          db.raw('GeometryType(geom) AS type, round(ST_Area(geom)::numeric)::int AS m2'),
        )
        .orderBy('gepubliceerd');
      const leeg = { zaaknummer: null, ontvangen: null, procedure: null, verzonden: null, url: null };
      const ede = { ...leeg, bevoegd_gezag: 'Gemeente Ede', gemeente_code: 'gm0228' };
      const link = (id: string) => `https://zoek.officielebekendmakingen.nl/${id}.html`;
      expect(rows).toEqual([
        {
          ...ede,
          identificatie: 'gmb-2026-900001',
          soort: 'verleend',
          plaats_soort: 'adres',
          type: 'POINT',
          m2: 0,
          procedure: 'regulier',
          zaaknummer: '2026-WABO-17',
          ontvangen: '2026-01-15',
          url: link('gmb-2026-900001'),
        },
        {
          ...ede,
          identificatie: 'gmb-2026-900002',
          soort: 'ontwerp',
          plaats_soort: 'vlak',
          type: 'POLYGON',
          m2: expect.any(Number),
          procedure: 'uitgebreid',
        },
        {
          ...leeg,
          identificatie: 'prb-2026-900003',
          soort: 'verkeersbesluit',
          plaats_soort: 'lijn',
          type: 'LINESTRING',
          m2: 0,
          bevoegd_gezag: 'Provincie Gelderland',
          gemeente_code: null,
          url: link('prb-2026-900003'),
        },
        // Two percelen that overlap by 50 m² count once, and the gemeente beside them adds nothing.
        {
          ...ede,
          identificatie: 'gmb-2026-900004',
          soort: 'aanvraag',
          plaats_soort: 'perceel',
          type: 'POLYGON',
          m2: 200,
        },
        {
          ...leeg,
          identificatie: 'wsb-2026-900005',
          soort: 'verleend',
          plaats_soort: 'punt',
          type: 'POINT',
          m2: 0,
          bevoegd_gezag: 'Waterschap Vallei en Veluwe',
          gemeente_code: null,
        },
        {
          ...ede,
          identificatie: 'gmb-2026-900006',
          soort: 'plan-vastgesteld',
          plaats_soort: 'gemeente',
          type: 'MULTIPOLYGON',
          m2: 400_000_000,
        },
      ]);
      const { rows: afstand } = await db.raw(
        `SELECT ST_Distance(a.geom, b.geom) AS m FROM besluit a, besluit b
         WHERE a.identificatie = 'gmb-2026-900001' AND b.identificatie = 'wsb-2026-900005'`,
      );
      expect(afstand[0].m, 'RD and WGS84 of one place agree').toBeLessThan(0.01);
    });

    test('a new delivery replaces the old one', async () => {
      const { db } = database;
      await runImport(db, koopSru, voorbeeld, { opties: { gemeente: 'gm0228' } });
      expect((await db('besluit').where({ bron_id: 'koop-gm0228' })).length).toBe(6);
    });
  });

  describe('a URL', () => {
    const opties = { bron: 'proef' };

    test('is asked page by page until all records have come', async () => {
      const { url, asked } = await serve((start, maximum) => ({
        body: page(1203, range(start, Math.min(start + maximum - 1, 1203))),
      }));
      const verslag = await runImport(database.db, koopSru, url, { opties });
      expect(asked).toEqual([1, 501, 1001]);
      expect(verslag.bronnen[0]).toMatchObject({ id: 'koop-proef', aantallen: { besluit: 1203 } });
    });

    test('that gives smaller pages than asked is followed too', async () => {
      const { url, asked } = await serve((start) => ({ body: page(5, range(start, Math.min(start + 1, 5))) }));
      const verslag = await runImport(database.db, koopSru, url, { opties });
      expect(asked).toEqual([1, 3, 5]);
      expect(verslag.bronnen[0]?.aantallen).toEqual({ besluit: 5 });
    });

    test.each([
      ['stops halfway', () => ({ body: page(9, []) }), /stopt bij 0 van 9/],
      ['breaks', () => ({ status: 503, body: 'bezet' }), /status 503/],
      ['sends half an answer', () => ({ body: page(2, [1]).slice(0, -40) }), /geen goede XML/],
      [
        'does not understand the query',
        () => ({
          body: '<r><diagnostics><diagnostic><message>vraag onbekend</message></diagnostic></diagnostics></r>',
        }),
        /weigert de vraag: vraag onbekend/,
      ],
    ])('that %s leaves the old data standing', async (_, answer, message) => {
      const { url } = await serve(answer);
      await expect(runImport(database.db, koopSru, url, { opties })).rejects.toThrow(message);
      expect((await database.db('besluit').where({ bron_id: 'koop-proef' })).length).toBe(5);
    });
  });

  test('the sample says how many records it holds', () => {
    expect(readFileSync(voorbeeld, 'utf8').match(/<sru:record>/g)).toHaveLength(9);
  });
});
