import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { mountAdviezen } from './behandelen/adviezen/routes.ts';
import { mountBekendmakingen } from './behandelen/publicatie/routes.ts';
import { mountBehandelen } from './behandelen/routes.ts';
import { mountBesluiten } from './besluiten/routes.ts';
import { mountBijlagen } from './bijlagen/routes.ts';
import { mountBronnen } from './bronnen/routes.ts';
import { mountCombineren } from './combineren/routes.ts';
import { mountHealth, type Progress } from './health.ts';
import type { AppContext } from './http/context.ts';
import { apiBase } from './http/endpoint.ts';
import { describeApi } from './http/openapi.ts';
import { Problem, problemHandler, unknownPath } from './http/problem.ts';
import { mountIndienen } from './indienen/routes.ts';
import { mountBuren } from './inspraak/buren/routes.ts';
import { mountInitiatieven } from './inspraak/initiatief/routes.ts';
import { mountInspraak } from './inspraak/routes.ts';
import { mountKaart } from './kaart/routes.ts';
import { achtergronden } from './lagen/catalogus/achtergrond.ts';
import type { Achtergrond } from './lagen/contract.ts';
import { mountLagen } from './lagen/routes.ts';
import { mountTegels } from './lagen/tegel-route.ts';
import { mountLocatie } from './locatie/routes.ts';
import { mountOgc } from './ogc/routes.ts';
import { mountOmstandigheden } from './omstandigheden/routes.ts';
import { mountOpdrachten } from './opdrachten/routes.ts';
import { apiVersion, operations, schemas } from './operations.ts';
import { mountOverdracht } from './overdracht/routes.ts';
import { postViewer } from './post/viewer.ts';
import { mountRapport } from './rapport/routes.ts';
import { mountRegels } from './regels/routes.ts';
import { geenLogin, type Instellingen } from './toegang/instellingen.ts';
import { createToegang } from './toegang/toegang.ts';
import { mountToezicht } from './toezicht/routes.ts';
import { mountVeiligheidsbeeld } from './veiligheid/beeld/routes.ts';
import { mountVeiligheid } from './veiligheid/routes.ts';
import { mountVerantwoording } from './verantwoording/routes.ts';
import { mountVergunningkaart } from './vergunningcheck/omgekeerd/routes.ts';
import { mountVergunningcheck } from './vergunningcheck/routes.ts';
import { mountVolgen } from './volgen/routes.ts';
import { mountTijdlijn } from './volgen/tijdlijn/routes.ts';
import { mountVormen } from './vormen/routes.ts';
import { mountZaken } from './zaken/routes.ts';

const subjects = [
  mountLocatie,
  mountVormen,
  mountKaart,
  mountRegels,
  mountOmstandigheden,
  mountBesluiten,
  mountLagen,
  mountBronnen,
  mountRapport,
  mountCombineren,
  mountVergunningcheck,
  mountVergunningkaart,
  mountVeiligheid,
  mountToezicht,
  mountVeiligheidsbeeld,
  mountIndienen,
  mountBijlagen,
  mountOgc,
  mountVerantwoording,
  mountOpdrachten,
  mountOverdracht,
  mountZaken,
  mountBehandelen,
  mountAdviezen,
  mountBekendmakingen,
  mountVolgen,
  mountTijdlijn,
  mountInspraak,
  mountInitiatieven,
  mountBuren,
];

export interface AppOptions {
  /** Serves the pages; left out in tests of the API. */
  client?: RequestHandler | Router;
  progress?: Progress;
  /** How many proxies stand in front. */
  trustProxy?: number;
  /** Development loads modules in ways that the strict policy forbids. */
  strictPages?: boolean;
  /** How people log in; left out: nobody can. */
  toegang?: Instellingen;
}

/** The whole server as one Express app. Only this file knows all subjects. */
export function createApp(
  context: AppContext,
  { client, progress = { stap: null }, trustProxy = 0, strictPages = true, toegang = geenLogin }: AppOptions = {},
): Express {
  const app = express();
  app.set('trust proxy', trustProxy);
  app.set('query parser', 'simple');
  app.disable('etag');
  app.disable('x-powered-by');
  mountTegels(app, context, () => progress.stap === null);
  app.use(securityHeaders(strictPages, achtergronden[context.achtergrond ?? 'eigen']));
  mountHealth(app, context.db, progress);
  app.use([apiBase, '/ogc'], allowOtherOrigins, waitUntilReady(progress));
  app.use(compression());
  const openapi = JSON.stringify(describeApi(operations, apiVersion, schemas));
  app.get(`${apiBase}/openapi.json`, (_request, response) => {
    response.type('application/json').send(openapi);
  });
  app.use(apiBase, express.json({ limit: '1mb' }));
  const router = Router();
  const { guarded, mountLogin } = createToegang(context, toegang, { versie: apiVersion, achterProxy: trustProxy > 0 });
  mountLogin(router);
  for (const mountSubject of subjects) mountSubject(router, guarded);
  app.use(router);
  const { postmap } = context.diensten;
  if (toegang.oefenomgeving && postmap) app.use(postViewer(postmap));
  app.use([apiBase, '/ogc'], unknownPath(router));
  if (client) app.use(client);
  app.use(unknownPath(app.router, ...(client && 'stack' in client ? [client] : [])));
  app.use(problemHandler(context.log));
  return app;
}

/** @param achtergrond of which the browser may ask the tiles from another server */
function securityHeaders(strict: boolean, achtergrond: Achtergrond | null): RequestHandler {
  const elders = achtergrond ? [new URL(achtergrond.tegels).origin] : [];
  return helmet({
    contentSecurityPolicy: strict && {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...elders],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...elders],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin' },
  });
}

/** The API is public open data: any page may read it, without cookies. */
const allowOtherOrigins: RequestHandler = (request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'API-Version, ETag' });
  if (request.method !== 'OPTIONS') return next();
  response
    .set({ 'Access-Control-Allow-Methods': 'GET, POST', 'Access-Control-Allow-Headers': 'Content-Type' })
    .sendStatus(204);
};

function waitUntilReady(progress: Progress): RequestHandler {
  return (_request, response, next) => {
    if (!progress.stap) return next();
    response.set('Retry-After', '2');
    throw new Problem({
      status: 503,
      type: 'wordt-klaargezet',
      title: 'Het loket wordt klaargezet',
      detail: progress.stap,
    });
  };
}
