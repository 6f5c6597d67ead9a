import type { IRouter, Request, Response } from 'express';
import * as z from 'zod/mini';
import type { AppContext } from '../http/context.ts';
import { invalidInput, notFound, type Problem } from '../http/problem.ts';
import { collecties } from './catalogus/index.ts';
import { diepsteZoom } from './domain.ts';
import { type BewaardeTegel, openTegelkast } from './tegelkast.ts';

export const tegelRoute = '/ogc/v1/collections/:collectie/tiles/WebMercatorQuad/:z/:y/:x';
const tegelPad = /^\/ogc\/v1\/collections\/([^/]+)\/tiles\/WebMercatorQuad\/([^/]+)\/([^/]+)\/([^/]+)$/;

/** The version of a tile set as the address of its tiles has it. */
export const versieInAdres = (versie: number) => `?v=${versie.toString(36)}`;
const versieUit = (query: string) => (query.startsWith('v=') && Number.parseInt(query.slice(2), 36)) || 0;

/**
 * Tiles as OGC API Tiles serves them: z / row / column, bytes that were made before. With the version of the tile set in
 * the query the browser may keep one; without, it asks again after a minute.
 *
 * A map asks for dozens at once, so this stands before all that other requests pass through and does no more than it
 * must. What is not a tile goes on to `explainTegel`, and what comes too early to whoever says so.
 */
export function mountTegels(app: IRouter, { db }: AppContext, isReady: () => boolean): void {
  const kast = openTegelkast(db);
  app.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const [naam = '', query = ''] = request.url.split('?', 2);
    const bekend = versieUit(query);
    const bewaard = kast.vind(naam, bekend);
    if (bewaard) return sendTegel(request, response, bewaard, bekend);
    const [, collectie = '', ...zyx] = tegelPad.exec(naam) ?? [];
    const [z = '', y = '', x = ''] = zyx;
    if (!isReady() || explainTegel({ collectie, z, y, x }) !== null) return next();
    return kast.haal(naam, collectie, { z: Number(z), y: Number(y), x: Number(x) }, bekend).then(
      (tegel) => sendTegel(request, response, tegel, bekend),
      (error) => {
        response.set({ 'Access-Control-Allow-Origin': '*' });
        throw error;
      },
    );
  });
}

/** What every tile is sent with. As names and values in turn: Node sends those without looking at them again. */
const vast = [
  ...['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', 'ETag'],
  ...['Cross-Origin-Resource-Policy', 'cross-origin', 'X-Content-Type-Options', 'nosniff'],
];
const gevuld = [
  ...[...vast, 'Content-Type', 'application/vnd.mapbox-vector-tile'],
  ...['Content-Encoding', 'gzip', 'Vary', 'Accept-Encoding'],
];

function sendTegel(request: Request, response: Response, { versie, tegel }: BewaardeTegel, bekend: number): void {
  const cache = tegel && bekend === versie ? 'public, max-age=31536000, immutable' : 'public, max-age=60';
  if (!tegel) {
    response.writeHead(204, [...vast, 'Cache-Control', cache]).end();
    return;
  }
  const { etag, inhoud } = tegel;
  if (request.headers['if-none-match'] !== undefined) {
    response.setHeader('ETag', etag);
    if (request.fresh) {
      response.writeHead(304, [...vast, 'Cache-Control', cache, 'Vary', 'Accept-Encoding']).end();
      return;
    }
  }
  response
    .writeHead(200, [...gevuld, 'Cache-Control', cache, 'ETag', etag, 'Content-Length', String(inhoud.length)])
    .end(inhoud);
}

const geheel = (naam: string) => z.string(naam).check(z.regex(/^\d{1,9}$/, `${naam} is geen heel getal van 0 of meer`));
const tegelParameters = z.object({ collectie: z.string(), z: geheel('z'), y: geheel('y'), x: geheel('x') });

/** Why this is not the place of a tile; null: it is. */
export function explainTegel(params: unknown): Problem | null {
  const gelezen = tegelParameters.safeParse(params);
  if (!gelezen.success) {
    return invalidInput(gelezen.error.issues.map(({ path, message }) => ({ veld: path.join('.'), melding: message })));
  }
  const { collectie, ...plaats } = gelezen.data;
  if (!collecties.has(collectie)) return notFound(`Er is geen kaartlaag "${collectie.slice(0, 100)}".`);
  const breedte = 2 ** Number(plaats.z);
  if (Number(plaats.z) > diepsteZoom || Number(plaats.x) >= breedte || Number(plaats.y) >= breedte) {
    return notFound(
      `Tegels zijn er van zoom 0 tot en met ${diepsteZoom}, en rij en kolom lopen tot 2 tot de macht zoom.`,
    );
  }
  return null;
}
