import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { OpdrachtFout } from '../opdrachten/opdracht.ts';
import type { Types } from './catalogus.ts';
import { metUrl } from './domain/catalogus.ts';
import { type Bestand, bestandBody, type OverTeDragen } from './domain/zaak.ts';
import type { Zaaksysteem } from './domain/zaaksysteem.ts';
import type { Zgw } from './zgw.ts';

/** The bytes of a file of ours. */
export interface Inhoud {
  bytes: number;
  /** Reads them from the beginning. */
  lees(): Readable;
}

const deel = z.object({ url: z.string(), volgnummer: z.number(), omvang: z.number() });
const bestandDaar = z.object({
  url: z.string(),
  versie: z.nullish(z.number()),
  lock: z.nullish(z.string()),
  /** What is still to be sent of it; empty as soon as it is whole. */
  bestandsdelen: z.nullish(z.array(deel)),
});
type BestandDaar = z.infer<typeof bestandDaar>;

/**
 * Makes that a file stands in the zaaksysteem, whole; it is found again by an identificatie of ours. A small one goes in
 * one call, with its bytes as base64; a large one in the parts that the zaaksysteem asks for (Documenten API 1.1 and up).
 *
 * @returns its address there
 * @throws OpdrachtFout
 */
export async function zorgVoorBestand(
  zgw: Zgw,
  { rsin, inDelenVanaf }: Zaaksysteem,
  { informatieobjecttype }: Types,
  bestand: Bestand,
  { indiener }: OverTeDragen,
  open: (bestand: Bestand) => Promise<Inhoud>,
): Promise<string> {
  const pad = 'enkelvoudiginformatieobjecten';
  const vraag = { identificatie: bestand.id, bronorganisatie: rsin };
  const [eerder] = await zgw.leesAlle(zgw.adres('documenten', pad, vraag), bestandDaar);
  if (eerder && !isHalf(eerder)) return eerder.url;
  const inhoud = await open(bestand);
  if (eerder) {
    await stuurDelen(zgw, await beginOpnieuw(zgw, eerder, inhoud), inhoud);
    return eerder.url;
  }
  const auteur = bestand.soort === 'bijlage' ? (indiener?.naam ?? 'Onbekend') : 'Omgevingsloket';
  const body = bestandBody(bestand, { rsin, informatieobjecttype, auteur });
  const adres = zgw.adres('documenten', pad);
  if (inhoud.bytes < inDelenVanaf) {
    return (await zgw.maak(adres, metInhoud(body, inhoud.lees()), metUrl)).url;
  }
  const nieuw = await zgw.maak(adres, { ...body, inhoud: null, bestandsomvang: inhoud.bytes }, bestandDaar);
  await stuurDelen(zgw, nieuw, inhoud);
  return nieuw.url;
}

/** It was broken off while its parts were sent. A later version is the work of a colleague there, and not ours. */
const isHalf = ({ versie, bestandsdelen }: BestandDaar) => (versie ?? 1) === 1 && (bestandsdelen ?? []).length > 0;

/**
 * Takes up a file of which the parts did not all arrive. Its lock was told only when it was made, so it is freed first:
 * that asks the right `documenten.geforceerd-unlock`.
 */
async function beginOpnieuw(zgw: Zgw, { url }: BestandDaar, { bytes }: Inhoud): Promise<BestandDaar> {
  await zgw.maak(`${url}/unlock`, {}, z.unknown());
  const { lock } = await zgw.vraagOm(`${url}/lock`, z.object({ lock: z.string() }));
  return { ...(await zgw.wijzig(url, { lock, inhoud: null, bestandsomvang: bytes }, bestandDaar)), url, lock };
}

/** Sends each part as long as it was asked, and frees the file: then the zaaksysteem makes it one, or refuses it. */
async function stuurDelen(zgw: Zgw, { url, lock, bestandsdelen }: BestandDaar, inhoud: Inhoud): Promise<void> {
  const delen = [...(bestandsdelen ?? [])].sort((een, ander) => een.volgnummer - ander.volgnummer);
  const samen = delen.reduce((som, { omvang }) => som + omvang, 0);
  if (!lock || samen !== inhoud.bytes) throw new OpdrachtFout('het zaaksysteem vraagt om andere delen dan het bestand');
  const bron = inhoud.lees();
  const volgende = inStukken(bron);
  try {
    for (const { url: deelUrl, omvang } of delen) {
      const grens = `loket-${randomUUID()}`;
      const lichaam = alsFormulier(grens, lock, volgende(omvang));
      await zgw.stuur(deelUrl, lichaam, `multipart/form-data; boundary=${grens}`);
    }
  } finally {
    bron.destroy();
  }
  await zgw.maak(`${url}/unlock`, { lock }, z.unknown());
}

/** Reads a stream on, each time so many bytes: never more than a part of it is in memory. */
function inStukken(bron: Readable): (bytes: number) => AsyncGenerator<Uint8Array> {
  const lezer = bron.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  return async function* (bytes) {
    let over = bytes;
    while (over > 0) {
      if (rest.length === 0) {
        const { done, value } = await lezer.next();
        if (done) throw new Error('a file is shorter than its storage says');
        rest = value;
      }
      const stuk = rest.subarray(0, over);
      rest = rest.subarray(stuk.length);
      over -= stuk.length;
      yield stuk;
    }
  };
}

/** A form with the lock and the bytes of a part, made while it is sent. @source RFC 7578 */
async function* alsFormulier(grens: string, lock: string, bron: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const veld = (naam: string, meer = '') => `--${grens}\r\nContent-Disposition: form-data; name="${naam}"${meer}\r\n`;
  yield Buffer.from(`${veld('lock')}\r\n${lock}\r\n`);
  yield Buffer.from(`${veld('inhoud', '; filename="deel"')}Content-Type: application/octet-stream\r\n\r\n`);
  yield* bron;
  yield Buffer.from(`\r\n--${grens}--\r\n`);
}

/** JSON with the bytes of a file in it, made while it is sent: never more than a part of it is in memory. */
async function* metInhoud(body: object, bron: Readable): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(body).slice(0, -1)},"inhoud":"`);
  let rest = Buffer.alloc(0);
  for await (const stuk of bron) {
    const samen = Buffer.concat([rest, stuk as Buffer]);
    // base64 goes by three bytes
    const heel = samen.length - (samen.length % 3);
    yield Buffer.from(samen.subarray(0, heel).toString('base64'));
    rest = samen.subarray(heel);
  }
  yield Buffer.from(`${rest.toString('base64')}"}`);
}
