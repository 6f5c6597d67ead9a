import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Request, Response, Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { invalidInput, notFound, Problem } from '../http/problem.ts';
import { catalogus } from '../lagen/catalogus/index.ts';
import { type Link, mediaTypes, ogcBase } from './contract.ts';
import { type Aanbod, aanbodVoor, type Collectie, type Tegelgroep } from './domain/collecties.ts';
import { crs84, crsLijst, findCrs } from './domain/crs.ts';
import {
  alleTilesets,
  collectie,
  collecties,
  conformance,
  landingPage,
  matrixSet,
  matrixSets,
  queryables,
  tegelgroep,
  tileset,
  tilesets,
  webMercatorQuad,
} from './domain/documenten.ts';
import { ogcOpenapi } from './domain/openapi.ts';
import { readParameters, readVraag } from './domain/vraag.ts';
import {
  apiPagina,
  collectiePagina,
  collectiesPagina,
  conformancePagina,
  type ItemsDocument,
  itemPagina,
  itemsPagina,
  landingPagina,
  linksPagina,
  queryablesPagina,
} from './pages.ts';
import { loadFeature, loadOmvangen, loadPagina, loadWijzigingen, type Omvang, type Pagina } from './queries.ts';

const versie = '1.0.0';

/** One document in both its forms; the form that is not sent is not made. */
interface Document {
  json: () => string;
  html: () => string;
  type?: string;
  /** What the ETag is made of, where the JSON also holds the time. */
  kern?: string;
}

/** On a page: the address of each member of a list. */
const itemLinks = (leden: readonly { links: readonly Link[] }[]): Link[] =>
  leden.flatMap(({ links }) => links.filter(({ rel }) => rel === 'self').map((link) => ({ ...link, rel: 'item' })));

const schrijf = (document: unknown) => () => JSON.stringify(document);

/** Serves the catalogue as OGC API Features, and describes its tiles as OGC API Tiles. */
export function mountOgc(router: Router, { db, vandaag }: AppContext): void {
  /** Everybody sees the layers of everybody; who is logged in will see the layers of his roles. */
  const aanbod = aanbodVoor(catalogus, ['iedereen']);
  const omvangen = bewaarOmvangen(
    () => loadWijzigingen(db),
    (nieuw) => loadOmvangen(db, nieuw),
  );

  /** A document with no parameters but its form. */
  const serve = (
    pad: string,
    maak: (basis: string, request: Request) => Document | Promise<Document>,
    parameters: readonly string[] = [],
  ) => {
    router.get(`${ogcBase}${pad}`, async (request, response) => {
      orThrow(readParameters(request.query, ['f', ...parameters]));
      send(request, response, await maak(basisVan(request), request));
    });
  };

  serve('', (basis) => {
    const document = landingPage(basis);
    return { json: schrijf(document), html: () => landingPagina(document) };
  });

  serve('/conformance', (basis) => {
    const document = conformance(basis);
    return { json: schrijf(document), html: () => conformancePagina(document) };
  });

  serve('/openapi.json', (basis) => {
    const document = schrijf(ogcOpenapi(basis, aanbod, versie));
    return { json: document, html: () => apiPagina(basis), type: mediaTypes.openapi };
  });

  router.get(`${ogcBase}/api`, (request, response) => {
    orThrow(readParameters(request.query, ['f']));
    response
      .set('API-Version', versie)
      .type('html')
      .send(apiPagina(basisVan(request)));
  });

  serve('/collections', async (basis) => {
    const bekend = await omvangen([...aanbod.collecties.values()]);
    const document = collecties(basis, aanbod, bekend);
    return { json: schrijf(document), html: () => collectiesPagina(aanbod, bekend, document.links) };
  });

  serve('/collections/:id', async (basis, request) => {
    const gevonden = findInAanbod(aanbod, request.params.id);
    if ('lagen' in gevonden) {
      const document = tegelgroep(basis, gevonden);
      return { json: schrijf(document), html: () => linksPagina(document.title, document.links) };
    }
    const omvang = (await omvangen([gevonden])).get(gevonden.id);
    const document = collectie(basis, gevonden, omvang);
    return { json: schrijf(document), html: () => collectiePagina(gevonden, omvang, document.links) };
  });

  serve('/collections/:id/queryables', (basis, request) => {
    const van = findCollectie(aanbod, request.params.id);
    return {
      json: schrijf(queryables(basis, van)),
      html: () => queryablesPagina(van),
      type: mediaTypes.schema,
    };
  });

  router.get(`${ogcBase}/collections/:id/items`, async (request, response) => {
    const van = findCollectie(aanbod, request.params.id);
    const { vraag, parameters } = orThrow(readVraag(van, request.query, vandaag()));
    const pagina = await loadPagina(db, vraag).catch(explainDatabase);
    const links = itemsLinks(`${basisVan(request)}/collections/${van.id}/items`, parameters, pagina);
    const json = () => itemsJson(pagina, links);
    response.set('Content-Crs', `<${vraag.crs.uri}>`);
    send(request, response, {
      json,
      html: () => itemsPagina(van, JSON.parse(json()) as ItemsDocument),
      type: mediaTypes.geojson,
      kern: `${vraag.crs.uri} ${pagina.gevonden} ${JSON.stringify(links)} ${pagina.features}`,
    });
  });

  serve(
    '/collections/:id/items/:sleutel',
    async (basis, request) => {
      const van = findCollectie(aanbod, request.params.id);
      const sleutel = String(request.params.sleutel);
      const gevraagd = request.query.crs;
      const crs = gevraagd === undefined ? crs84 : findCrs(String(gevraagd));
      if (!crs) throw invalidInput([{ veld: 'crs', melding: `kies uit ${crsLijst.map(({ uri }) => uri).join(', ')}` }]);
      const feature = sleutel.includes('\0') ? null : await loadFeature(db, van, sleutel, crs);
      if (feature === null) throw notFound(`${van.titel} heeft geen object met de sleutel "${sleutel.slice(0, 100)}".`);
      const hier = `${basis}/collections/${van.id}`;
      const zelf = `${hier}/items/${encodeURIComponent(sleutel)}${gevraagd === undefined ? '' : `?crs=${encodeURIComponent(crs.uri)}`}`;
      const links: Link[] = [
        { href: zelf, rel: 'self', type: mediaTypes.geojson, title: 'Dit object' },
        { href: metForm(zelf, 'html'), rel: 'alternate', type: mediaTypes.html, title: 'Dit object als pagina' },
        { href: hier, rel: 'collection', type: mediaTypes.json, title: van.titel },
      ];
      request.res?.set('Content-Crs', `<${crs.uri}>`);
      return {
        json: () => `${feature.slice(0, -1)},"links":${JSON.stringify(links)}}`,
        html: () => itemPagina(van, JSON.parse(feature), links),
        type: mediaTypes.geojson,
      };
    },
    ['crs'],
  );

  serve('/tiles', (basis) => {
    const document = alleTilesets(basis, aanbod);
    return {
      json: schrijf(document),
      html: () => linksPagina('Tegels', [...document.links, ...itemLinks(document.tilesets)]),
    };
  });

  serve('/collections/:id/tiles', (basis, request) => {
    const { id, titel, tegelset } = findTegels(aanbod, request.params.id);
    const document = tilesets(basis, id, tegelset, titel);
    const links = [...document.links, ...itemLinks(document.tilesets)];
    return { json: schrijf(document), html: () => linksPagina('Als tegels', links, { id, titel }) };
  });

  serve(`/collections/:id/tiles/${matrixSet}`, (basis, request) => {
    const { id, titel, tegelset, lagen } = findTegels(aanbod, request.params.id);
    const document = tileset(basis, id, tegelset, titel, lagen);
    return { json: schrijf(document), html: () => linksPagina('Tegels', document.links, { id, titel }) };
  });

  serve('/tileMatrixSets', (basis) => {
    const document = matrixSets(basis);
    const links = itemLinks(document.tileMatrixSets);
    return { json: schrijf(document), html: () => linksPagina('De tegelindeling', [...document.links, ...links]) };
  });

  serve(`/tileMatrixSets/${matrixSet}`, (basis) => {
    const document = webMercatorQuad(basis);
    return { json: schrijf(document), html: () => linksPagina(document.title, document.links) };
  });

  const css = readFileSync(new URL('./ogc.css', import.meta.url), 'utf8');
  router.get(`${ogcBase}/ogc.css`, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(css);
  });
}

function orThrow<T extends object>(gelezen: T | { fouten: { veld: string; melding: string }[] }): T {
  if ('fouten' in gelezen) throw invalidInput(gelezen.fouten);
  return gelezen;
}

function findInAanbod({ collecties, tegelgroepen }: Aanbod, id: unknown): Collectie | Tegelgroep {
  const gevonden = collecties.get(String(id)) ?? tegelgroepen.get(String(id));
  if (!gevonden) throw notFound(`Er is geen collectie "${String(id).slice(0, 100)}".`);
  return gevonden;
}

function findCollectie(aanbod: Aanbod, id: unknown): Collectie {
  const gevonden = findInAanbod(aanbod, id);
  if ('lagen' in gevonden) {
    throw notFound(
      `"${gevonden.id}" heeft alleen tegels. De gegevens staan in ${gevonden.lagen.map((laag) => laag.id).join(', ')}.`,
    );
  }
  return gevonden;
}

function findTegels(aanbod: Aanbod, id: unknown) {
  const gevonden = findInAanbod(aanbod, id);
  const [tegelset, titel] = 'lagen' in gevonden ? [gevonden.id, gevonden.id] : [gevonden.tegelset, gevonden.titel];
  const lagen = aanbod.tegelsets.get(tegelset);
  if (!lagen) throw notFound(`"${gevonden.id}" heeft geen tegels.`);
  return { id: gevonden.id, titel, tegelset, lagen };
}

/** The address that the asker used, as far as it can be one. */
function basisVan(request: Request): string {
  const host = request.get('host') ?? '';
  if (!/^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/i.test(host)) {
    throw invalidInput([{ veld: 'Host', melding: 'dit is geen adres van deze server' }]);
  }
  return `${request.protocol}://${host}${ogcBase}`;
}

/** Chooses the form: `f`, or else what the header Accept prefers. */
function chooseForm(request: Request, type: string): 'json' | 'html' {
  const { f } = request.query;
  if (f === 'json' || f === 'html') return f;
  if (f !== undefined) throw invalidInput([{ veld: 'f', melding: 'kies json of html' }]);
  const gekozen = request.accepts([type.split(';')[0] as string, 'application/json', 'text/html']);
  if (!gekozen) {
    throw new Problem({
      status: 406,
      type: 'vorm-niet-beschikbaar',
      title: 'Deze vorm hebben wij niet',
      detail: 'Vraag om application/json of text/html, met de header Accept of met f=json of f=html.',
    });
  }
  return gekozen === 'text/html' ? 'html' : 'json';
}

function send(request: Request, response: Response, { json, html, type = mediaTypes.json, kern }: Document): void {
  const form = chooseForm(request, type);
  const inhoud = form === 'json' ? json() : html();
  const stempel = createHash('sha1')
    .update(form)
    .update(kern ?? inhoud)
    .digest('base64url');
  response.set({ 'API-Version': versie, 'Cache-Control': 'no-cache', ETag: `W/"${stempel}"` });
  response.set('Access-Control-Expose-Headers', 'API-Version, ETag, Content-Crs');
  response.vary('Accept');
  response.set('Content-Type', form === 'json' ? type : `${mediaTypes.html}; charset=utf-8`);
  if (request.fresh) response.status(304).end();
  else response.send(inhoud);
}

/** Refusals of the database that come from the question: a filter that it cannot compute. */
function explainDatabase(error: unknown): never {
  const code = String((error as { code?: unknown }).code ?? '');
  if (/^22|^XX000$|^54/.test(code)) {
    throw invalidInput([{ veld: 'filter', melding: 'deze voorwaarde is niet uit te rekenen' }]);
  }
  throw error;
}

function itemsLinks(
  hier: string,
  { na, ...parameters }: Readonly<Record<string, string>>,
  { volgende }: Pagina,
): Link[] {
  const met = (anders: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...parameters, ...anders }).toString();
    return query ? `${hier}?${query}` : hier;
  };
  const { f: _, ...zonderVorm } = parameters;
  const zelf = na === undefined ? {} : { na };
  const anders = new URLSearchParams({ ...zonderVorm, ...zelf, f: 'html' }).toString();
  return [
    { href: met(zelf), rel: 'self', type: mediaTypes.geojson, title: 'Deze pagina' },
    { href: `${hier}?${anders}`, rel: 'alternate', type: mediaTypes.html, title: 'Deze pagina als lijst' },
    ...(volgende === null
      ? []
      : [{ href: met({ na: volgende }), rel: 'next', type: mediaTypes.geojson, title: 'De volgende pagina' }]),
    { href: hier.replace(/\/items$/, ''), rel: 'collection', type: mediaTypes.json, title: 'De collectie' },
  ];
}

function itemsJson({ features, aantal, gevonden }: Pagina, links: readonly Link[]): string {
  const matched = gevonden === null ? '' : `"numberMatched":${gevonden},`;
  const timeStamp = new Date().toISOString();
  return `{"type":"FeatureCollection","timeStamp":"${timeStamp}",${matched}"numberReturned":${aantal},"links":${JSON.stringify(links)},"features":[${features}]}`;
}

function metForm(href: string, f: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}f=${f}`;
}

/**
 * Remembers where the objects of each collection are, as long as the data behind its tiles does not change: to know it
 * takes a look at every object.
 */
function bewaarOmvangen(
  loadVersies: () => Promise<Map<string, string>>,
  load: (collecties: readonly Collectie[]) => Promise<Map<string, Omvang>>,
): (collecties: readonly Collectie[]) => Promise<Map<string, Omvang>> {
  const bewaard = new Map<string, { versie: string; omvang: Omvang }>();
  return async (gevraagd) => {
    const versies = await loadVersies();
    const versieVan = ({ tegelset }: Collectie) => versies.get(tegelset) ?? '';
    const nieuw = gevraagd.filter((een) => bewaard.get(een.id)?.versie !== versieVan(een));
    const geladen = await load(nieuw);
    for (const een of nieuw) {
      const omvang = geladen.get(een.id);
      if (omvang) bewaard.set(een.id, { versie: versieVan(een), omvang });
    }
    return new Map(gevraagd.flatMap(({ id }) => (bewaard.has(id) ? [[id, bewaard.get(id)?.omvang as Omvang]] : [])));
  };
}
