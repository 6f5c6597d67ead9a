import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import compressed from 'express-static-gzip';

/**
 * Serves the built client from `folder`. Files with a hash in their name never change, and were compressed when they
 * were built; the page itself and the service
 * worker are asked for each time. Every other path without a file ending is a page of the client, which knows its own
 * 404.
 *
 * @param naam name of the gemeenten, for the app on a telephone; '' when not known yet
 */
export function builtPages(folder: string, naam: () => Promise<string>): Router {
  const router = Router();
  router.get('/manifest.webmanifest', async (_request, response) => {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.webmanifest'), 'utf8'));
    const gemeenten = await naam();
    if (gemeenten) manifest.name = `Omgevingsloket ${gemeenten}`;
    response.type('application/manifest+json').set('Cache-Control', 'no-cache').send(JSON.stringify(manifest));
  });
  router.get('/sw.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'sw.js'));
  });
  router.use(
    '/assets',
    compressed(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: true },
    }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h', etag: true }));
  router.get(/^\/[^.]*$/, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
  return router;
}

/** Serves the client from its source, with changes shown at once. For development. */
export async function livePages(root: string): Promise<RequestHandler> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    server: { middlewareMode: true },
    appType: 'spa',
  });
  return vite.middlewares;
}
