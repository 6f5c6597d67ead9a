import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { Problem } from '../http/problem.ts';

/** A bucket as ATTACHMENTS_S3 gives it; null: it is no such address. */
function leesAdres(adres: string) {
  if (!URL.canParse(adres)) return null;
  const { protocol, host, pathname, searchParams, username, password } = new URL(adres);
  const bucket = /^\/([\w.-]+)\/?$/.exec(pathname)?.[1];
  if (!/^https?:$/.test(protocol) || !bucket || !username || !password) return null;
  return {
    basis: `${protocol}//${host}/${bucket}`,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? 'us-east-1',
  };
}

export const isEmmer = (adres: string): boolean => leesAdres(adres) !== null;

/**
 * A bucket of a store that speaks S3: only whole objects, each of at most 50 MB, so that one question is enough for each.
 *
 * @param adres `https://key:secret@s3.example/bucket?region=nl-1`
 * @throws Problem 503 from each of its functions when the store does not answer, or refuses
 */
export function openEmmer(adres: string) {
  const gelezen = leesAdres(adres);
  if (!gelezen) throw new Error('no address of a bucket');
  const { basis, ...sleutels } = gelezen;
  // a stream can be sent once; who asked tries again
  const client = new AwsClient({ ...sleutels, service: 's3', retries: 0 });

  /** Null when there is no such object. */
  async function vraag(method: string, naam: string, init: RequestInit = {}): Promise<Response | null> {
    let antwoord: Response;
    try {
      const verzoek = await client.sign(`${basis}/${naam}`, { method });
      antwoord = await fetch(verzoek.url, { ...init, method, headers: [...verzoek.headers, ...headersVan(init)] });
    } catch (error) {
      throw onbereikbaar(error);
    }
    if (antwoord.ok) return antwoord;
    // read to its end, so that the connection can be used again
    const reden = await antwoord.text().catch(() => '');
    if (antwoord.status === 404) return null;
    throw onbereikbaar(new Error(`${method} answered ${antwoord.status}: ${reden.slice(0, 500)}`));
  }

  return {
    /** In bytes; null: there is no such object. */
    async grootte(naam: string): Promise<number | null> {
      const antwoord = await vraag('HEAD', naam);
      return antwoord && Number(antwoord.headers.get('Content-Length'));
    },
    async zet(naam: string, inhoud: Readable, bytes: number): Promise<void> {
      // duplex is asked for a stream, and not in the types of the DOM
      const stroom = { body: Readable.toWeb(inhoud) as ReadableStream, duplex: 'half' };
      const gezet = await vraag('PUT', naam, { ...stroom, headers: { 'Content-Length': String(bytes) } });
      if (!gezet) throw onbereikbaar(new Error('the bucket is not there'));
    },
    /** The stream fails when there is no such object. */
    lees(naam: string): Readable {
      async function* stukken() {
        const antwoord = await vraag('GET', naam);
        if (!antwoord?.body) throw new Error(`${naam} is not in the bucket`);
        yield* antwoord.body;
      }
      return Readable.from(stukken(), { objectMode: false });
    },
    async verwijder(naam: string): Promise<void> {
      await vraag('DELETE', naam);
    },
  };
}

export type Emmer = ReturnType<typeof openEmmer>;

const headersVan = ({ headers }: RequestInit): [string, string][] => [...new Headers(headers)];

function onbereikbaar(cause: unknown): Problem {
  const problem = new Problem({
    status: 503,
    type: 'opslag-niet-bereikbaar',
    title: 'Wij kunnen nu niet bij de bestanden',
    detail: 'Wat wij al hebben is bewaard. Probeer het over een minuut opnieuw.',
  });
  problem.cause = cause;
  return problem;
}
