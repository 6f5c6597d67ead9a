import { pipeline } from 'node:stream/promises';
import type { Stroom } from '../http/mount.ts';
import type { Opslag } from './opslag.ts';

/** A file of somebody else is data, never a page of ours: it is saved, and what opens it may do nothing. */
export async function stuurBestand(
  opslag: Opslag,
  { sleutel, naam, mediatype }: { sleutel: string; naam: string; mediatype: string },
  { response, slaag, signal }: Pick<Stroom, 'response' | 'slaag' | 'signal'>,
): Promise<void> {
  const bytes = await opslag.grootte(sleutel);
  if (bytes === null) throw new Error(`The bytes of ${sleutel} are not in storage`);
  await slaag();
  response
    .type(mediatype)
    .attachment(naam)
    .set({
      'Content-Length': String(bytes),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
  await pipeline(opslag.lees(sleutel), response, { signal });
}
