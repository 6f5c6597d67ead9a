import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type Check, codeerCheck, leegCheck, leesCheck } from './check.ts';

export const stappen = ['werkzaamheden', 'tekening', 'feiten', 'vragen', 'uitkomst'] as const;
export type Stap = (typeof stappen)[number];

export const checkPad = '/vergunningcheck';

/** Where this device keeps the check that was worked on last. */
const bewaarSleutel = 'vergunningcheck';

export interface CheckUrl {
  check: Check;
  /** The address held something that is no check. */
  onleesbaar: boolean;
  stap: Stap;
  /** Key of an answered question that is opened again: `onderdeel/sleutel`. */
  bewerkt: string | null;
  /** Shows another step or another state of the check; each is a step in the history, unless it replaces. */
  ga(naar: { check?: Check; stap?: Stap; bewerkt?: string | null; replace?: boolean }): void;
  hrefVan(stap: Stap): string;
}

/** The check lives in the address, behind #: reload, back and a shared link show the same, and nothing is sent. */
export function useCheck(): CheckUrl {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const { check, onleesbaar, bewerkt } = useMemo(() => leesHash(hash), [hash]);
  // a link that cannot be read begins at the beginning, and stays in the address so that the page keeps saying so
  const genoemd = stappen.find((een) => pathname === `${checkPad}/${een}`);
  const stap = (!onleesbaar && genoemd) || 'werkzaamheden';
  const adres = useCallback(
    (naar: Stap, staat: Check, sleutel: string | null) => ({
      pathname: naar === 'werkzaamheden' ? checkPad : `${checkPad}/${naar}`,
      search,
      hash: schrijfHash(staat, sleutel),
    }),
    [search],
  );
  const ga = useCallback<CheckUrl['ga']>(
    (naar) => {
      const staat = naar.check ?? check;
      if (staat !== check) bewaarCheck(staat);
      void navigate(adres(naar.stap ?? stap, staat, naar.bewerkt ?? null), { replace: naar.replace ?? false });
    },
    [navigate, adres, check, stap],
  );
  const hrefVan = useCallback(
    (naar: Stap) => {
      const { pathname: pad, search: vraag, hash: deel } = adres(naar, check, null);
      return `${pad}${vraag}${deel}`;
    },
    [adres, check],
  );
  return { check, onleesbaar, stap, bewerkt, ga, hrefVan };
}

function leesHash(hash: string): Pick<CheckUrl, 'check' | 'onleesbaar' | 'bewerkt'> {
  const delen = new URLSearchParams(hash.slice(1));
  const tekst = delen.get('check');
  const check = tekst ? leesCheck(tekst) : leegCheck;
  return { check: check ?? leegCheck, onleesbaar: check === null, bewerkt: delen.get('vraag') };
}

function schrijfHash(check: Check, bewerkt: string | null): string {
  if (check.onderdelen.length === 0) return '';
  return `#check=${codeerCheck(check)}${bewerkt ? `&vraag=${encodeURIComponent(bewerkt)}` : ''}`;
}

/** Keeps the check on this device; where that is not allowed, the address still holds it. */
function bewaarCheck(check: Check): void {
  try {
    if (check.onderdelen.length === 0) window.localStorage.removeItem(bewaarSleutel);
    else window.localStorage.setItem(bewaarSleutel, codeerCheck(check));
  } catch {
    // private windows may refuse: nothing is lost, because the address is the truth
  }
}

/** The check that this device kept; null: none. */
export function leesBewaardeCheck(): Check | null {
  try {
    const tekst = window.localStorage.getItem(bewaarSleutel);
    return tekst ? leesCheck(tekst) : null;
  } catch {
    return null;
  }
}

export function wisBewaardeCheck(): void {
  bewaarCheck(leegCheck);
}
