import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OgcFeature {
  id: string;
  properties: Record<string, unknown>;
  /** In RD metres. */
  geometry: { type: string; coordinates: unknown };
}

export interface OgcServer {
  url: string;
  /** Every request for items, in order. */
  requests: URL[];
  close(): Promise<void>;
}

export interface OgcGedrag {
  collecties: Record<string, OgcFeature[]>;
  pageSize: number;
  /** Leave out to serve only longitude and latitude; then it transforms each geometry. */
  rd?: boolean;
  naarLonLat?: (geometry: OgcFeature['geometry']) => OgcFeature['geometry'];
  /** Answers instead of the server, when it returns true. */
  stoor?: (url: URL, response: ServerResponse) => boolean;
  numberMatched?: number;
}

const rdUri = 'http://www.opengis.net/def/crs/EPSG/0/28992';

/** An OGC API Features server on loopback that pages with `next` links, in the way of PDOK. */
export async function startOgcServer(gedrag: OgcGedrag): Promise<OgcServer> {
  const requests: URL[] = [];
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ogc/v1`;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const asked = new URL(request.url ?? '/', url);
    const [, , , , collectie, items] = asked.pathname.split('/');
    if (items) requests.push(asked);
    if (gedrag.stoor?.(asked, response)) return;
    const json = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (asked.pathname === '/ogc/v1') {
      json(200, { title: 'Proefregister', links: [{ rel: 'self', href: url }] });
      return;
    }
    const features = collectie ? gedrag.collecties[collectie] : undefined;
    if (!features) {
      json(404, { title: 'Not Found' });
      return;
    }
    if (!items) {
      json(200, {
        id: collectie,
        title: `Alle ${collectie}`,
        crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', ...(gedrag.rd ? [rdUri] : [])],
        links: [
          { rel: 'items', type: 'text/html', href: `${url}/collections/${collectie}/items?f=html` },
          { rel: 'items', type: 'application/geo+json', href: `${url}/collections/${collectie}/items?f=json` },
          { rel: 'license', href: 'https://creativecommons.org/publicdomain/zero/1.0/', title: 'CC0 1.0' },
        ],
      });
      return;
    }
    const inRd = gedrag.rd && asked.searchParams.get('crs') === rdUri;
    const start = Number(asked.searchParams.get('cursor') ?? 0);
    const next = new URL(asked);
    next.searchParams.set('cursor', String(start + gedrag.pageSize));
    const transform = gedrag.naarLonLat;
    json(
      200,
      {
        type: 'FeatureCollection',
        ...(gedrag.numberMatched === undefined ? {} : { numberMatched: gedrag.numberMatched }),
        features: features.slice(start, start + gedrag.pageSize).map((feature) => ({
          type: 'Feature',
          ...feature,
          geometry: !inRd && transform ? transform(feature.geometry) : feature.geometry,
        })),
        links:
          start + gedrag.pageSize < features.length
            ? [{ rel: 'next', type: 'application/geo+json', href: next.href }]
            : [],
      },
      { 'content-crs': `<${inRd ? rdUri : 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'}>` },
    );
  }

  return {
    url,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
