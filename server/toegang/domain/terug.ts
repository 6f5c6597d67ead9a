/**
 * The page of the loket to return to after login; `/` for anything that would lead elsewhere. An address of another site
 * in a link to our login page must not be followed after it (open redirect).
 *
 * @example leesTerug('/locatie?x=1') // '/locatie?x=1'
 * @example leesTerug('//kwaad.example') // '/'
 */
export function leesTerug(gevraagd: string | undefined): string {
  if (gevraagd === undefined || gevraagd.length > 2_000 || !/^\/(?![/\\])/.test(gevraagd)) return '/';
  const binnen = 'https://loket.invalid';
  const url = URL.canParse(gevraagd, binnen) ? new URL(gevraagd, binnen) : null;
  // the parser drops tabs and new lines, which may turn one slash into two
  if (!url || url.origin !== binnen || /^\/[/\\]/.test(url.pathname)) return '/';
  if (/^\/(inloggen(?!\/klaar$)|api|oefenomgeving|ogc)(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
