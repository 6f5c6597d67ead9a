import { randomBytes, randomUUID } from 'node:crypto';
import { apiBase, verzoekHeader } from '../server/http/endpoint.ts';
import { sleutelHeader } from '../server/indienen/contract.ts';
import type { Answer, TestApi } from './api.ts';

/** A PDF as small as it can be, with something in it that makes it another one. */
export const proefPdf = (inhoud = 'proef'): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${inhoud}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

export const contact = {
  contactNaam: 'Sanne de Vries',
  contactStraat: 'Dorpsstraat 1',
  contactPostcode: '9999 AA',
  contactPlaats: 'Modelstad',
  contactTelefoon: '06 12345678',
  contactEmail: 'sanne@voorbeeld.example',
};

/** Right answers for an aanvraag omgevingsvergunning. */
export const aanvraag = {
  activiteiten: ['bouwen-technisch', 'kappen'],
  omschrijving: 'Een schuur van hout 🏡',
  bouwkosten: 12_000,
  participatie: false,
  ...contact,
};

/** Somebody at the form: with a login, or with the secret of who has none. */
export function aanDeBalie(api: TestApi, login: Record<string, string> | null) {
  const sleutel = randomBytes(32).toString('base64url');
  const headers = login ?? { [verzoekHeader]: '1', [sleutelHeader]: sleutel };
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    api.send(method, `${apiBase}${path}`, { headers, body });
  return {
    sleutel,
    ask,
    begin: async (zaaktype: string, antwoorden: object, plaats: object | null, meer = {}) =>
      ask('POST', '/concepten', {
        id: randomUUID(),
        ...(!login && { sleutel }),
        zaaktype,
        antwoorden,
        plaats,
        ...meer,
      }),
    /** Sends a file, or from `vanaf` on a part of it. */
    stuur: async (
      concept: string,
      bytes: Buffer,
      { naam = 'tekening.pdf', soort = 'overig', bijlage = randomUUID() as string, vanaf = 0, tot = bytes.length } = {},
    ): Promise<Answer> => {
      const vraag = new URLSearchParams({ naam, soort, bytes: String(bytes.length), vanaf: String(vanaf) });
      const response = await fetch(`${api.url}${apiBase}/concepten/${concept}/bijlagen/${bijlage}?${vraag}`, {
        method: 'PUT',
        headers: { ...headers, 'Content-Type': 'application/octet-stream' },
        body: new Uint8Array(bytes.subarray(vanaf, tot)),
      });
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, headers: response.headers, body: await response.json() };
    },
    dien: (concept: { id: string; versie: number }, idempotentie: string = randomUUID(), hoe = '_indienen') =>
      ask('POST', `/concepten/${concept.id}/${hoe}`, { versie: concept.versie, idempotentie, akkoord: true }),
  };
}
