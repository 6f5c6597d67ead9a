import { readFileSync } from 'node:fs';
import express, { type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { kiesPagina, oefenBase, verlopenPagina } from './pagina.ts';
import { createOefenProvider, leesKeuze, type OefenProvider, sessieKoekje } from './provider.ts';

interface OefenInit {
  publicUrl: string;
  clientSecret: string;
  achterProxy: boolean;
  log: Logger;
}

/** The practice environment: its page, and the provider behind it, which is not read before somebody logs in. */
export function oefenRouter({ publicUrl, clientSecret, achterProxy, log }: OefenInit): RequestHandler {
  const router = Router();
  let made: Promise<OefenProvider> | null = null;
  const load = () => {
    made ??= createOefenProvider(publicUrl, clientSecret, achterProxy);
    return made;
  };

  const css = readFileSync(new URL('./stijl.css', import.meta.url), 'utf8');
  router.get(`${oefenBase}/stijl.css`, (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(css);
  });

  router.get(`${oefenBase}/inloggen/:uid`, async (request, response) => {
    const { provider } = await load();
    const vraag = await provider.interactionDetails(request, response).catch(() => null);
    if (!vraag) return send(response.status(404), verlopenPagina());
    return send(response, kiesPagina(`${oefenBase}/inloggen/${vraag.uid}`));
  });

  router.post(`${oefenBase}/inloggen/:uid`, express.urlencoded({ extended: false }), async (request, response) => {
    const { provider } = await load();
    const { mens, niveau } = (request.body ?? {}) as Record<string, unknown>;
    const keuze = leesKeuze(mens, niveau);
    if (!keuze) return send(response.status(400), verlopenPagina());
    return provider
      .interactionFinished(request, response, { login: keuze }, { mergeWithLastSubmission: false })
      .catch(() => send(response.status(404), verlopenPagina()));
  });

  router.post(`${oefenBase}/inloggen/:uid/_stop`, async (request, response) => {
    const { provider } = await load();
    return provider
      .interactionFinished(request, response, { error: 'access_denied' }, { mergeWithLastSubmission: false })
      .catch(() => send(response.status(404), verlopenPagina()));
  });

  router.use(oefenBase, async (request, response) => {
    const { handle } = await load();
    // each login begins afresh: the provider would ask who was somebody else before to log out first
    if (request.path.startsWith('/auth')) request.headers.cookie = withoutSessie(request.headers.cookie);
    await handle(request, response);
  });

  log.warn(
    `People can log in here as invented people, without a password: ${publicUrl}${oefenBase}. Not for real use.`,
  );
  return router;
}

const withoutSessie = (koekjes = ''): string =>
  koekjes
    .split(/; */)
    .filter((een) => !een.startsWith(sessieKoekje))
    .join('; ');

/** Its own policy: this page has no script at all. */
function send(response: Response, pagina: string): void {
  response
    .set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(pagina);
}
