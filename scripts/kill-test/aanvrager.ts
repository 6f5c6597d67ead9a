import { createHash, randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { apiBase } from '../../server/http/endpoint.ts';

/** What somebody was told that arrived. */
export interface Ingediend {
  /** In the description, so that two zaken of one submission show. */
  merk: string;
  zaakId: string;
  kenmerk: string;
  /** SHA-256 of the pixels of the photo: it is written again, without what its device wrote in it. */
  beeld: string;
}

/** A refusal: trying again does not help, and the test is wrong. */
class Geweigerd extends Error {}

/**
 * Files one melding openbare ruimte with a photo, and holds on until it is acknowledged, as a browser does: each step is
 * sent again under the same number until there is an answer.
 *
 * @param bytes of the photo, about
 * @throws Error when the loket refuses it
 */
export async function dienIn(
  url: string,
  headers: Record<string, string>,
  bytes: number,
  plaats: object,
): Promise<Ingediend> {
  const merk = `merk-${randomUUID()}`;
  const [id, bijlage, idempotentie] = [randomUUID(), randomUUID(), randomUUID()];
  const beeldpunten = randomBytes(3 * zijde * Math.ceil(bytes / 3 / zijde));
  const foto = await sharp(beeldpunten, { raw: { width: zijde, height: beeldpunten.length / 3 / zijde, channels: 3 } })
    .png()
    .toBuffer();
  const stuur = (method: string, pad: string, body: object) =>
    volhouden(`${url}${apiBase}${pad}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const antwoorden = { categorie: 'afval/grofvuil', omschrijving: merk, contactEmail: 'proef@voorbeeld.example' };
  const concept = await stuur('POST', '/concepten', { id, zaaktype: 'melding-openbare-ruimte', antwoorden, plaats });
  await volhouden(`${url}${apiBase}/concepten/${id}/bijlagen/${bijlage}?naam=foto.png&bytes=${foto.length}`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(foto),
  });
  const { zaakId, kenmerk } = await stuur('POST', `/concepten/${id}/_melden`, {
    versie: concept.versie,
    idempotentie,
    akkoord: true,
  });
  return { merk, zaakId, kenmerk, beeld: createHash('sha256').update(beeldpunten).digest('hex') };
}

/** Width of the photo. */
const zijde = 100;

/** Asks until there is an answer: a loket that is away, or says that a source is away, is asked again. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of the API, of which the caller knows the shape
async function volhouden(adres: string, init: RequestInit): Promise<any> {
  for (;;) {
    try {
      const antwoord = await fetch(adres, { ...init, signal: AbortSignal.timeout(10_000) });
      const tekst = await antwoord.text();
      if (antwoord.ok) return JSON.parse(tekst);
      if (antwoord.status < 500) throw new Geweigerd(`${init.method} ${adres} ${antwoord.status}: ${tekst}`);
    } catch (error) {
      if (error instanceof Geweigerd) throw error;
    }
    await new Promise((wacht) => setTimeout(wacht, 50));
  }
}
