import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pseudoniem } from './domain/aanmelding.ts';

/**
 * Pseudonyms by HMAC-SHA-256: the same person always gets the same one, and without the key nobody finds out which BSN it
 * stands for, not even by trying all of them. Who loses the key loses whose things are whose.
 */
export function createPseudoniem(sleutel: Buffer): Pseudoniem {
  return (wie) => createHmac('sha256', sleutel).update(wie).digest('base64url');
}

/** The key of the pseudonyms that stands in a file; made when there is none. Only its owner can read it. */
export function loadSleutel(bestand: string): Buffer {
  if (existsSync(bestand)) return Buffer.from(readFileSync(bestand, 'utf8').trim(), 'base64url');
  mkdirSync(dirname(bestand), { recursive: true });
  const sleutel = randomBytes(32);
  // when another server is just ahead, its key counts
  try {
    writeFileSync(bestand, `${sleutel.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    return sleutel;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return Buffer.from(readFileSync(bestand, 'utf8').trim(), 'base64url');
  }
}
