import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { importers } from '../../scripts/import/index.ts';
import { freshOnServer } from '../database.ts';

const script = fileURLToPath(new URL('../../scripts/import.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'loket-command-'));
const path = (name: string) => join(folder, name);
let server: Awaited<ReturnType<typeof freshOnServer>>;

beforeAll(async () => {
  server = await freshOnServer();
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm run import` as a person does, without npm around it. */
async function runCommand(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { engine } = server;
  const child = spawn(process.execPath, ['--import', 'tsx/esm', script, ...args], {
    env: { ...process.env, DATABASE_URL: engine.kind === 'server' ? engine.url : '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

const gemeente = (code: string, lon: number) => ({
  type: 'Feature',
  properties: { statcode: code, statnaam: `Proef ${code}`, jaarcode: 2026 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, 52],
        [lon + 0.1, 52],
        [lon + 0.1, 52.1],
        [lon, 52.1],
        [lon, 52],
      ],
    ],
  },
});
const collectie = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

async function stand() {
  const db = connect(server.engine);
  try {
    return await db('gemeente').orderBy('code').pluck('code');
  } finally {
    await db.destroy();
  }
}

test('without arguments it lists every bron and its options', async () => {
  const { code, stdout, stderr } = await runCommand([]);
  expect([code, stderr]).toEqual([0, '']);
  for (const { naam, uitleg, opties = {} } of importers) {
    expect(stdout).toContain(naam);
    expect(stdout).toContain(uitleg);
    for (const optie of Object.keys(opties)) expect(stdout).toContain(`--${optie}`);
  }
});

test('imports, reports on standard output, and refuses the rest with exit code 1 while the data stands', async () => {
  writeFileSync(path('goed.geojson'), collectie(gemeente('GM9999', 5), gemeente('GM9998', 5.2)));
  const good = await runCommand(['grenzen', path('goed.geojson')]);
  expect([good.code, good.stderr]).toEqual([0, expect.not.stringMatching(/mislukt|lukte niet/)]);
  expect(good.stdout).toContain('2 in gemeente');
  expect(good.stdout).toMatch(/Klaar in [\d,]+ s\./);
  expect(await stand()).toEqual(['gm9998', 'gm9999']);

  writeFileSync(path('buiten.geojson'), collectie(gemeente('GM9999', 95)));
  writeFileSync(path('leeg.zip'), '');
  const refusals: [string[], RegExp, code?: 2][] = [
    [['grenzen', path('buiten.geojson')], /geen enkele bruikbare rij: .*ligt niet in Nederland/],
    [['grenzen', path('er-is-niets')], /bestaat niet of is niet te lezen/],
    [['grenzen', path('goed.geojson'), '--kleur', 'rood'], /--kleur bestaat niet voor grenzen/],
    [['grenzen'], /precies één pad of url/, 2],
    [['grenzen', 'a', 'b'], /precies één pad of url/, 2],
    [['kadaster', path('goed.geojson')], /De bron "kadaster" is niet bekend/, 2],
    [['bgt', path('leeg.zip')], /is leeg \(0 bytes\)/],
    [['bgt', path('goed.geojson')], /geen goede XML/],
    [['bgt', path('goed.geojson'), '--gemeente'], /Geef bij --gemeente een waarde/, 2],
  ];
  for (const [args, message, status = 1] of refusals) {
    const { code, stdout, stderr } = await runCommand(args);
    expect([args, code, stdout]).toEqual([args, status, '']);
    expect(stderr).toMatch(message);
    expect(stderr.startsWith('De import is mislukt. ')).toBe(status === 1);
  }
  expect(await stand()).toEqual(['gm9998', 'gm9999']);
}, 180_000);

test('tells how to install GDAL where it is missing', async () => {
  writeFileSync(path('adressen.gpkg'), 'x');
  const { code, stderr } = await runCommand(['adressen', path('adressen.gpkg'), '--peildatum', '2026-01-31'], {
    PATH: folder,
  });
  expect(code).toBe(1);
  expect(stderr).toContain('apt-get install gdal-bin');
});

test('downloads a delivery, and says so when the server refuses, breaks off or is not there', async () => {
  const web = createServer((request, response) => {
    if (request.url === '/brk.gml') {
      response.end(
        `<DKK><perceelMember><Perceel><identificatie>1</identificatie>
         <historie><tijdstipRegistratie>2026-01-31T00:00:00</tijdstipRegistratie></historie>
         <kadastraleAanduiding><TypeKadastraleAanduiding>
         <kadastraleGemeente><KadastraleGemeente><waarde>Proef</waarde></KadastraleGemeente></kadastraleGemeente>
         <sectie>A</sectie><perceelnummer>7</perceelnummer>
         <aKRKadastraleGemeenteCode><AKRKadastraleGemeenteCode><waarde>PRF00</waarde></AKRKadastraleGemeenteCode></aKRKadastraleGemeenteCode>
         </TypeKadastraleAanduiding></kadastraleAanduiding>
         <begrenzingPerceel><Polygon srsName="urn:ogc:def:crs:EPSG::28992"><exterior><LinearRing>
         <posList>180000 456000 180010 456000 180010 456010 180000 456000</posList></LinearRing></exterior></Polygon></begrenzingPerceel>
         </Perceel></perceelMember></DKK>`,
      );
    } else if (request.url === '/half.gml') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<DKK>');
      setTimeout(() => response.destroy(), 50);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  try {
    const good = await runCommand(['brk', `${url}/brk.gml`]);
    expect([good.code, good.stderr]).toEqual([0, expect.not.stringMatching(/mislukt|lukte niet/)]);
    expect(good.stdout).toContain('1 in perceel');
    expect(good.stdout).toContain('peildatum 2026-01-31');
    expect((await runCommand(['brk', `${url}/weg.gml`])).stderr).toContain('HTTP 404');
    expect((await runCommand(['brk', `${url}/half.gml`])).stderr).toContain('brak af');
  } finally {
    web.closeAllConnections();
    web.close();
  }
  expect((await runCommand(['brk', `${url}/brk.gml`])).stderr).toContain('niet bereikbaar');
}, 180_000);
