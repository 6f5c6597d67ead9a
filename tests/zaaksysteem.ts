import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createInstance, type IHttpRequest, type PrismHttpInstance } from '@stoplight/prism-http';
import { jwtVerify, SignJWT } from 'jose';
import { pino } from 'pino';
import type { Zaaksysteem } from '../server/overdracht/domain/zaaksysteem.ts';
import { houdDelenBij } from './zaaksysteem-delen.ts';
import { type Api, gebruikt, type Json, leesOperaties, type Operaties } from './zaaksysteem-spec.ts';

/** What goes wrong with a call: not there, done without an answer that comes back, or a fault. */
export type Storing = 'weg' | 'verloren' | 'kapot' | null;

export interface Oproep {
  methode: string;
  /** zaken/rollen */
  wat: string;
  lichaam: Json | null;
  status: number;
}

/** Something that was made or stands in the catalogus. */
type Ding = Json & { url: string; soort: string };

interface Antwoord {
  status: number;
  body: unknown;
}
const nietHier: Antwoord = { status: 404, body: { code: 'not_found' } };

const secret = 'een-geheim-voor-de-proef';
export const notificatieToken = 'Bearer proef-proef-proef-proef-proef-proef';

/**
 * A zaaksysteem to test against: Stoplight Prism checks every request against the specifications of the VNG and makes up
 * an answer that fits them; over that goes only what must be remembered, so that what was made can be found again.
 */
export async function startZaaksysteem() {
  const operaties = {} as Record<Api, Operaties>;
  for (const api of Object.keys(gebruikt) as Api[]) operaties[api] = await leesOperaties(api);
  // Prism has a level of its own
  const log = pino({ level: 'silent', customLevels: { success: 31 } });
  const config = {
    isProxy: false as const,
    validateRequest: true,
    validateResponse: false,
    checkSecurity: true,
    errors: true,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const prism: PrismHttpInstance = createInstance(config, { logger: log as never });
  const server = createServer((vraag, antwoord) => {
    beantwoord(vraag, antwoord).catch((error) => {
      antwoord.writeHead(500, { 'Content-Type': 'application/json' }).end(JSON.stringify({ detail: String(error) }));
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = (api: Api, soort: string) => `${basis}/${api}/api/v1/${soort}/${randomUUID()}`;

  const dingen = new Map<string, Ding>();
  const bewaar = (api: Api, soort: string, inhoud: Json): Ding => {
    const ding: Ding = { ...inhoud, soort: `${api}/${soort}`, url: url(api, soort) };
    dingen.set(ding.url, ding);
    return ding;
  };
  const delen = houdDelenBij(() => url('documenten', 'bestandsdelen'));
  const catalogus = bewaar('catalogi', 'catalogussen', { domein: 'VTH', rsin: '000000000' });
  const geldig = { catalogus: catalogus.url, concept: false, beginGeldigheid: '2024-01-01', eindeGeldigheid: null };
  bewaar('catalogi', 'zaaktypen', {
    ...geldig,
    identificatie: 'VTH-1',
    beginGeldigheid: '2020-01-01',
    eindeGeldigheid: '2023-12-31',
  });
  const zaaktype = bewaar('catalogi', 'zaaktypen', { ...geldig, identificatie: 'VTH-1' });
  const van = { zaaktype: zaaktype.url };
  const statustypen = ['Ontvangen', 'In behandeling', 'Advies gevraagd', 'Besluit genomen', 'Afgehandeld'].map(
    (omschrijving, i) =>
      bewaar('catalogi', 'statustypen', {
        ...van,
        omschrijving,
        volgnummer: i + 1,
        isEindstatus: i === 4,
        informeren: true,
        statustekst: '',
      }),
  );
  for (const omschrijving of ['Verleend', 'Geweigerd', 'Ingetrokken'])
    bewaar('catalogi', 'resultaattypen', { ...van, omschrijving });
  bewaar('catalogi', 'roltypen', { ...van, omschrijving: 'Aanvrager', omschrijvingGeneriek: 'initiator' });
  for (const naam of ['Activiteiten', 'participatie']) bewaar('catalogi', 'eigenschappen', { ...van, naam });
  bewaar('catalogi', 'informatieobjecttypen', { ...geldig, omschrijving: 'Stuk bij een aanvraag' });
  bewaar('catalogi', 'besluittypen', { ...geldig, zaaktypen: [zaaktype.url], omschrijving: 'Omgevingsvergunning' });

  const oproepen: Oproep[] = [];
  let storing: (oproep: { methode: string; wat: string; nummer: number }) => Storing = () => null;

  async function beantwoord(vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(vraag.url ?? '', basis);
    const [, api, , , ...rest] = pathname.split('/') as [string, Api, string, string, ...string[]];
    const methode = (vraag.method ?? 'GET').toLowerCase() as 'get' | 'post' | 'put' | 'patch';
    const bytes = await buffer(vraag);
    const isFormulier = (vraag.headers['content-type'] ?? '').startsWith('multipart/');
    const lichaam = bytes.length === 0 ? null : isFormulier ? await leesFormulier(vraag, bytes) : leesJson(bytes);
    const wat = `${api}/${rest.filter((deel) => deel.length !== 36).join('/')}`;
    const mis = storing({ methode, wat, nummer: oproepen.length });
    if (mis === 'weg') {
      vraag.socket.destroy();
      return;
    }
    const stuur = (status: number, body: unknown) => {
      oproepen.push({ methode, wat, lichaam, status });
      if (mis === 'verloren') vraag.socket.destroy();
      else antwoord.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    if (mis === 'kapot') return stuur(503, { detail: 'storing' });
    const bewijs = /^Bearer (.+)$/.exec(vraag.headers.authorization ?? '')?.[1] ?? '';
    try {
      await jwtVerify(bewijs, new TextEncoder().encode(secret), {
        issuer: 'loket',
        requiredClaims: ['client_id', 'iat'],
      });
    } catch {
      return stuur(403, { code: 'permission_denied' });
    }
    const invoer = {
      method: methode,
      url: { path: `/${rest.join('/')}`, query: Object.fromEntries(searchParams) },
      headers: vraag.headers as Record<string, string>,
      // Prism takes a form apart by itself
      ...(lichaam && { body: isFormulier ? bytes.toString('latin1') : lichaam }),
    } as IHttpRequest;
    const oordeel = await prism.request(invoer, operaties[api], config)();
    if (oordeel._tag === 'Left') {
      const { status, additional } = oordeel.left as Error & { status?: number; additional?: unknown };
      return stuur(status ?? 500, { code: 'prism', detail: oordeel.left.message, fouten: additional });
    }
    const { output, validations } = oordeel.right;
    if (output.statusCode >= 400)
      return stuur(output.statusCode, { code: 'prism', detail: JSON.stringify(validations.input), body: output.body });
    const verzonnen = (typeof output.body === 'object' ? output.body : {}) as Json;
    const { status, body } = onthoud({ api, methode, rest, searchParams, lichaam, verzonnen });
    stuur(status, body);
  }

  /** What must be remembered, over what Prism made up. */
  function onthoud({
    api,
    methode,
    rest,
    searchParams,
    lichaam,
    verzonnen,
  }: {
    api: Api;
    methode: string;
    rest: string[];
    searchParams: URLSearchParams;
    lichaam: Json | null;
    verzonnen: Json;
  }): Antwoord {
    const soort = rest.filter((deel) => deel.length !== 36).join('/');
    const adres = `${basis}/${api}/api/v1/${rest.join('/')}`;
    if (methode === 'get' && rest.length === 2) {
      const ding = dingen.get(adres);
      return ding ? { status: 200, body: { ...verzonnen, ...ding } } : nietHier;
    }
    if (soort === 'bestandsdelen') {
      return delen.neem(lijst('documenten/enkelvoudiginformatieobjecten'), adres, lichaam ?? {});
    }
    if (soort === 'enkelvoudiginformatieobjecten/lock' || soort === 'enkelvoudiginformatieobjecten/unlock') {
      const ding = dingen.get(adres.replace(/\/(un)?lock$/, ''));
      if (!ding) return nietHier;
      return soort.endsWith('/lock') ? delen.slot(ding) : delen.ontgrendel(ding, lichaam?.lock);
    }
    if (methode === 'patch') {
      const ding = dingen.get(adres);
      if (!ding) return nietHier;
      if (soort === 'enkelvoudiginformatieobjecten' && lichaam?.lock !== ding.lock) return nietHier;
      Object.assign(ding, lichaam);
      if (lichaam?.bestandsomvang) delen.vraag(ding, String(ding.lock));
      return { status: 200, body: { ...verzonnen, ...ding } };
    }
    if (methode === 'get') {
      const binnen = soort.endsWith('/zaakeigenschappen') ? { zaak: `${basis}/${api}/api/v1/zaken/${rest[1]}` } : {};
      const eisen = Object.entries({ ...Object.fromEntries(searchParams), ...binnen }).filter(
        ([veld]) => veld !== 'status',
      );
      const past = (ding: Json) =>
        eisen.every(([veld, waarde]) =>
          Array.isArray(ding[veld]) ? (ding[veld] as unknown[]).includes(waarde) : ding[veld] === waarde,
        );
      // a lock is told once, to who got it
      const results = [...dingen.values()]
        .filter((ding) => ding.soort === `${api}/${soort}` && past(ding))
        .map(({ lock: _, ...ding }) => ding);
      return {
        status: 200,
        body: Array.isArray(verzonnen)
          ? results
          : { ...verzonnen, count: results.length, next: null, previous: null, results },
      };
    }
    const { identificatie, bronorganisatie } = lichaam ?? {};
    if (
      soort === 'zaken' &&
      lijst('zaken/zaken').some(
        (zaak) => zaak.identificatie === identificatie && zaak.bronorganisatie === bronorganisatie,
      )
    ) {
      const fout = { name: 'identificatie', code: 'identificatie-niet-uniek', reason: 'Deze identificatie bestaat al' };
      return {
        status: 400,
        body: { code: 'invalid', title: 'Ongeldig', status: 400, detail: '', invalidParams: [fout] },
      };
    }
    const leeg = {
      status: null,
      resultaat: null,
      einddatum: null,
      opschorting: { indicatie: false, reden: '' },
      verlenging: null,
    };
    const ding = bewaar(api, soort, { ...(soort === 'zaken' && leeg), ...lichaam });
    if (lichaam?.bestandsomvang && lichaam.inhoud === null) delen.vraag(ding, randomUUID());
    const zaak = dingen.get(String(lichaam?.zaak));
    if (soort === 'statussen' && zaak) {
      zaak.status = ding.url;
      if (dingen.get(String(lichaam?.statustype))?.isEindstatus) zaak.einddatum = '2026-11-22';
    }
    if (soort === 'resultaten' && zaak) zaak.resultaat = ding.url;
    return { status: 201, body: { ...verzonnen, ...ding } };
  }

  const lijst = (soort: string) => [...dingen.values()].filter((ding) => ding.soort === soort);

  const instelling: Zaaksysteem = {
    bevoegdGezag: 'gm9999',
    rsin: '000000000',
    zaken: `${basis}/zaken/api/v1/`,
    documenten: `${basis}/documenten/api/v1/`,
    catalogi: `${basis}/catalogi/api/v1/`,
    besluiten: `${basis}/besluiten/api/v1/`,
    clientId: 'loket',
    secret,
    catalogus: { domein: 'VTH', rsin: '000000000' },
    informatieobjecttype: 'Stuk bij een aanvraag',
    inDelenVanaf: 10_000_000,
    zaaktypen: {
      'aanvraag-omgevingsvergunning': {
        identificatie: 'VTH-1',
        statussen: { besloten: 'Besluit genomen' },
        resultaten: {},
        besluittype: 'Omgevingsvergunning',
      },
    },
    notificatieToken,
  };

  return {
    instelling,
    /** A token that it believes. */
    bewijs: () =>
      new SignJWT({ client_id: 'loket' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('loket')
        .setIssuedAt()
        .sign(new TextEncoder().encode(secret)),
    operaties,
    oproepen,
    lijst,
    /** The name of a statustype or resultaattype. */
    naamVan: (adres: unknown) => dingen.get(String(adres))?.omschrijving,
    stoor(hoe: typeof storing): void {
      storing = hoe;
    },
    /** What a colleague does in the zaaksysteem itself. */
    zetStatus(zaakUrl: string, omschrijving: string, statustoelichting = ''): void {
      const statustype = statustypen.find((een) => een.omschrijving === omschrijving)?.url;
      const zaak = dingen.get(zaakUrl);
      if (zaak) zaak.status = bewaar('zaken', 'statussen', { zaak: zaakUrl, statustype, statustoelichting }).url;
    },
    stop: () =>
      new Promise<void>((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}

const leesJson = (bytes: Buffer): Json => JSON.parse(bytes.toString('utf8'));

/** A form as a web server reads it. */
async function leesFormulier({ headers }: IncomingMessage, bytes: Buffer): Promise<Json> {
  const soort = { 'Content-Type': headers['content-type'] ?? '' };
  const velden: Json = {};
  for (const [naam, waarde] of await new Response(new Uint8Array(bytes), { headers: soort }).formData()) {
    velden[naam] = typeof waarde === 'string' ? waarde : Buffer.from(await waarde.arrayBuffer());
  }
  return velden;
}
