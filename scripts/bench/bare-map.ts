import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { StyleSpecification } from 'maplibre-gl';
import { apiBase } from '../../server/http/endpoint.ts';
import { leesLagen } from '../../server/lagen/contract.ts';
import { leesBegin } from '../../server/locatie/contract.ts';

export interface BarePage {
  url: string;
  stop(): Promise<void>;
}

const maplibre = createRequire(import.meta.url).resolve('maplibre-gl/package.json');
const fileOf = (name: string) => readFileSync(new URL(`./dist/${name}`, `file://${maplibre}`));

/**
 * Serves the least page that shows the same tiles in the same view: MapLibre and a style, no application.
 *
 * It knows beforehand where the map begins and where the tiles are; the product has to ask for that.
 */
export async function serveBarePage(loket: string): Promise<BarePage> {
  const get = async (path: string): Promise<unknown> => (await fetch(`${loket}${apiBase}${path}`)).json();
  const { lagen } = leesLagen.output.parse(await get(leesLagen.path));
  const { omhullendeLonLat } = leesBegin.output.parse(await get(leesBegin.path));
  const ondergrond = lagen.filter((laag) => laag.ondergrond && laag.geometrie !== 'label' && laag.geometrie !== 'punt');
  const [eerste] = ondergrond;
  if (!eerste || !omhullendeLonLat) throw new Error('There is no map to measure');
  const style: StyleSpecification = {
    version: 8,
    sources: {
      ondergrond: {
        type: 'vector',
        tiles: [`${loket}${eerste.tegels}`],
        minzoom: 8,
        maxzoom: eerste.tegelZoom,
      },
    },
    layers: ondergrond.map(({ id, geometrie, legenda }) => ({
      id,
      source: 'ondergrond',
      'source-layer': id,
      ...(geometrie === 'vlak'
        ? { type: 'fill' as const, paint: { 'fill-color': legenda[0]?.kleur ?? '#999999' } }
        : { type: 'line' as const, paint: { 'line-color': legenda[0]?.kleur ?? '#999999' } }),
    })),
  };
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kale kaart</title>
<link rel="stylesheet" href="/maplibre-gl.css"><style>html,body,#kaart{height:100%;margin:0}</style><div id="kaart"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
new Map({ container: 'kaart', attributionControl: false, bounds: ${JSON.stringify(omhullendeLonLat)}, style: ${JSON.stringify(style)} });
</script>`;
  const files = new Map<string, { type: string; body: Buffer }>([
    ['/', { type: 'text/html', body: gzipSync(html) }],
    ['/maplibre-gl.css', { type: 'text/css', body: gzipSync(fileOf('maplibre-gl.css')) }],
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!files.has(path) && /^\/[\w.-]+\.mjs$/.test(path)) {
      files.set(path, { type: 'text/javascript', body: gzipSync(fileOf(path.slice(1))) });
    }
    const file = files.get(path);
    response.writeHead(file ? 200 : 404, { 'Content-Type': file?.type ?? 'text/plain', 'Content-Encoding': 'gzip' });
    response.end(file?.body ?? gzipSync(''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
