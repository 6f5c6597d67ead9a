import type { Request } from 'express';
import { verzoekHeader } from '../http/endpoint.ts';

const veilig = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that carries a session comes from our own pages. Another page can make a browser send our cookie
 * (cross-site request forgery); SameSite=Lax stops most of that, not all: not what comes from a sister domain, and not in
 * every browser. So two things are asked that a page elsewhere cannot do.
 *
 * - The browser itself says where the request came from: `Sec-Fetch-Site`, which no page can set. Browsers from before
 *   2023 do not send it; there `Origin` must be ours where it is given.
 * - What changes something carries a header of our own. A page elsewhere can add one only after a preflight, and this
 *   server never grants that for requests with cookies. A token in the form would add nothing to it, and would have to be
 *   kept per session.
 *
 * Reading is refused only to what was not asked for by our pages or typed or followed as a link, so that an answer never
 * lands in a page elsewhere.
 */
export function isVanOnzePaginas(request: Request, onzeOrigin: string): boolean {
  const site = request.get('sec-fetch-site');
  if (veilig.has(request.method)) {
    return (
      site === undefined || site === 'same-origin' || site === 'none' || request.get('sec-fetch-mode') === 'navigate'
    );
  }
  if (request.get(verzoekHeader) === undefined) return false;
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  return origin === undefined || origin === onzeOrigin;
}
