import { SignJWT } from 'jose';
import * as z from 'zod/mini';
import { OpdrachtFout } from '../opdrachten/opdracht.ts';
import type { Zaaksysteem } from './domain/zaaksysteem.ts';

export const apis = ['zaken', 'documenten', 'catalogi', 'besluiten'] as const;
export type Api = (typeof apis)[number];

/** How long one call may take, in ms. */
const geduldMs = 60_000;
/** A list of one zaak is shorter than this many pages; a system that always points on is cut off. */
const paginas = 50;

/** Geometry goes in degrees; both headers are required of the Zaken API. */
const crs = { 'Accept-Crs': 'EPSG:4326', 'Content-Crs': 'EPSG:4326' };

const fout = z.object({
  code: z.optional(z.string()),
  invalidParams: z.optional(z.array(z.object({ name: z.string(), code: z.string() }))),
});
const lijst = z.object({ next: z.nullish(z.string()), results: z.array(z.unknown()) });

/** The system refused what was asked: asking it again in the same way does not help. */
export class Geweigerd extends OpdrachtFout {
  /** identificatie-niet-uniek */
  readonly codes: readonly string[];
  readonly status: number;
  constructor(bericht: string, status: number, codes: readonly string[]) {
    super(bericht);
    this.status = status;
    this.codes = codes;
  }
}

export type Zgw = ReturnType<typeof createZgw>;

/**
 * Speaks to the API's of one zaaksysteem.
 *
 * Only to those that were configured: an address out of an answer that lies elsewhere is not followed, and no token goes
 * there.
 *
 * @throws OpdrachtFout with what went wrong in words without content; Geweigerd when it was refused (400 to 499)
 */
export function createZgw(systeem: Zaaksysteem, signal: AbortSignal) {
  const sleutel = new TextEncoder().encode(systeem.secret);

  const token = () =>
    new SignJWT({ client_id: systeem.clientId, user_id: 'omgevingsloket', user_representation: 'Omgevingsloket' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(systeem.clientId)
      .setIssuedAt()
      .sign(sleutel);

  /** @returns the API, and what is asked of it without ids: "zaken/zaken" */
  const herken = (url: string): { api: Api; naam: string } => {
    const api = apis.find((een) => url.startsWith(systeem[een]));
    if (!api) throw new OpdrachtFout('het zaaksysteem verwijst naar een adres dat niet is ingesteld');
    const pad = url.slice(systeem[api].length).replace(/[?#].*/s, '');
    return { api, naam: `${api}/${pad.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')}` };
  };

  async function vraag<S extends z.ZodMiniType>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    vorm: S,
    lichaam?: string | AsyncIterable<Uint8Array>,
    mediatype = 'application/json',
  ): Promise<z.output<S>> {
    const { api, naam } = herken(url);
    const init = {
      method,
      headers: {
        Authorization: `Bearer ${await token()}`,
        Accept: 'application/json',
        ...(lichaam !== undefined && { 'Content-Type': mediatype }),
        ...(api === 'zaken' && crs),
      },
      ...(lichaam !== undefined && { body: lichaam as BodyInit, duplex: 'half' }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(geduldMs)]),
    } as RequestInit;
    let antwoord: Response;
    let tekst: string;
    try {
      antwoord = await fetch(url, init);
      tekst = await antwoord.text();
    } catch (cause) {
      throw new OpdrachtFout(`het zaaksysteem antwoordt niet (${method} ${naam})`, { cause });
    }
    const json = leesJson(tekst);
    if (!antwoord.ok) {
      const gelezen = fout.safeParse(json);
      const { code, invalidParams = [] } = gelezen.success ? gelezen.data : {};
      const codes = [...(code ? [code] : []), ...invalidParams.map((een) => een.code)];
      const uitleg = invalidParams.map((een) => `${een.name} ${een.code}`).join(', ') || code || '';
      const bericht = `het zaaksysteem antwoordt ${antwoord.status} op ${method} ${naam}${uitleg && `: ${uitleg.slice(0, 300)}`}`;
      if (antwoord.status < 500 && antwoord.status !== 429) throw new Geweigerd(bericht, antwoord.status, codes);
      throw new OpdrachtFout(bericht);
    }
    const gelezen = vorm.safeParse(json);
    if (gelezen.success) return gelezen.data;
    throw new OpdrachtFout(`het zaaksysteem geeft een antwoord dat niet klopt op ${method} ${naam}`);
  }

  return {
    adres: (api: Api, pad: string, vragen: Record<string, string> = {}): string => {
      const zoek = new URLSearchParams(vragen).toString();
      return `${systeem[api]}${pad}${zoek && `?${zoek}`}`;
    },
    lees: <S extends z.ZodMiniType>(url: string, vorm: S) => vraag('GET', url, vorm),
    /** Everything of a list: the API's give some in pages and some whole. */
    async leesAlle<S extends z.ZodMiniType>(url: string, vorm: S): Promise<z.output<S>[]> {
      const gevonden: z.output<S>[] = [];
      let volgende: string | null = url;
      for (let pagina = 0; volgende !== null && pagina < paginas; pagina += 1) {
        const stuk: z.output<typeof lijst> | unknown[] = await vraag(
          'GET',
          volgende,
          z.union([lijst, z.array(z.unknown())]),
        );
        const rijen = Array.isArray(stuk) ? stuk : stuk.results;
        for (const rij of rijen) {
          const gelezen = vorm.safeParse(rij);
          if (!gelezen.success)
            throw new OpdrachtFout(`het zaaksysteem geeft een lijst die niet klopt (${herken(url).naam})`);
          gevonden.push(gelezen.data);
        }
        volgende = Array.isArray(stuk) ? null : (stuk.next ?? null);
      }
      return gevonden;
    },
    maak: <S extends z.ZodMiniType>(url: string, lichaam: object | AsyncIterable<Uint8Array>, vorm: S) =>
      vraag(
        'POST',
        url,
        vorm,
        Symbol.asyncIterator in lichaam ? (lichaam as AsyncIterable<Uint8Array>) : JSON.stringify(lichaam),
      ),
    /** Asks for something to be done that needs nothing more. */
    vraagOm: <S extends z.ZodMiniType>(url: string, vorm: S) => vraag('POST', url, vorm),
    wijzig: <S extends z.ZodMiniType>(url: string, lichaam: object, vorm: S) =>
      vraag('PATCH', url, vorm, JSON.stringify(lichaam)),
    /** Bytes of a kind that is no JSON, to an address that is there. */
    stuur: (url: string, lichaam: AsyncIterable<Uint8Array>, mediatype: string) =>
      vraag('PUT', url, z.unknown(), lichaam, mediatype),
  };
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return null;
  }
}
