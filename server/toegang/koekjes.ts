import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

/** 256 random bits, safe in a cookie and in an address. */
export const randomId = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: it can be recognised, and not used. */
export const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();

const shape = /^[A-Za-z0-9_-]{43}$/;

/**
 * The cookies of this loket. With TLS their names begin with `__Host-`: the browser then takes them only from this very
 * host, over TLS, so that no other site under the same domain can set them.
 */
export function createKoekjes(tls: boolean) {
  const prefix = tls ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: tls } as const;
  return {
    /** What the browser sent; null: nothing, or nothing that we made. */
    read(request: Request, name: string): string | null {
      const found = (request.headers.cookie ?? '')
        .split(/; */)
        .find((part) => part.startsWith(`${prefix}${name}=`))
        ?.slice(prefix.length + name.length + 1);
      return found && shape.test(found) ? found : null;
    },
    /** Lives as long as the browser, or `maxAgeS` seconds. */
    set(response: Response, name: string, value: string, maxAgeS?: number): void {
      response.cookie(`${prefix}${name}`, value, {
        ...options,
        ...(maxAgeS !== undefined && { maxAge: maxAgeS * 1_000 }),
      });
    },
    clear(response: Response, name: string): void {
      response.clearCookie(`${prefix}${name}`, options);
    },
  };
}

export type Koekjes = ReturnType<typeof createKoekjes>;
