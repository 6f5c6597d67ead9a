import type { Werkzaamheid } from './oordeel.ts';

export interface Treffer {
  werkzaamheid: Werkzaamheid;
  gevondenOp: string;
  gelijkenis: 'exact' | 'begin' | 'lijkt';
}

const kaal = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Words that say nothing about what somebody wants to do. */
const stopwoorden = new Set(
  'een de het ik wil mijn mag in op aan bij voor van en of met zonder plaatsen maken bouwen zetten neerzetten nieuwe nieuw'.split(
    ' ',
  ),
);

/** A singular, a diminutive and a plural are the same word to a searcher: "schuurtjes" is "schuur". */
function stam(woord: string): string {
  const enkelvoud = woord.replace(/(?<=.{3})(?:en|s)$/, '');
  return enkelvoud.replace(/(?<=.{3})(?:etje|tje|pje|je)$/, '');
}

/** How many typing errors apart: a letter more, less, other, or two swapped; more than `hoogstens` is not counted. */
export function tikfouten(een: string, ander: string, hoogstens: number): number {
  if (Math.abs(een.length - ander.length) > hoogstens) return hoogstens + 1;
  let voorVorige: number[] = [];
  let vorige = Array.from({ length: ander.length + 1 }, (_, i) => i);
  for (let i = 1; i <= een.length; i += 1) {
    const rij = [i];
    for (let j = 1; j <= ander.length; j += 1) {
      const anders = een[i - 1] === ander[j - 1] ? 0 : 1;
      let minste = Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + anders);
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) {
        minste = Math.min(minste, (voorVorige[j - 2] ?? 0) + 1);
      }
      rij.push(minste);
    }
    if (Math.min(...rij) > hoogstens) return hoogstens + 1;
    voorVorige = vorige;
    vorige = rij;
  }
  return vorige[ander.length] ?? hoogstens + 1;
}

const magFout = (woord: string): number => (woord.length <= 4 ? 0 : woord.length <= 7 ? 1 : 2);

/** How well a word of the searcher fits a word of ours: 0 is the same, null is not at all. */
function afstand(getypt: string, bekend: string): number | null {
  if (getypt === bekend || stam(getypt) === stam(bekend)) return 0;
  if (getypt.length >= 3 && bekend.startsWith(getypt)) return 1;
  if (getypt.length >= 4 && bekend.includes(getypt)) return 2;
  if (bekend.length >= 5 && getypt.includes(bekend)) return 2;
  const mag = magFout(getypt);
  const fouten = Math.min(tikfouten(getypt, bekend, mag), tikfouten(stam(getypt), stam(bekend), mag));
  return fouten <= mag && fouten > 0 ? 2 + fouten : null;
}

/**
 * The werkzaamheden that a person may mean, the best first. Every word that says something must be recognised in the
 * same werkzaamheid; "Mag ik een schurtje bouwen?" finds the schuur.
 */
export function zoekWerkzaamheden(alle: readonly Werkzaamheid[], zoekterm: string): Treffer[] {
  const woorden = kaal(zoekterm).split(' ').filter(Boolean);
  const zeggend = woorden.filter((woord) => !stopwoorden.has(woord));
  const gezocht = zeggend.length > 0 ? zeggend : woorden;
  if (gezocht.length === 0) return [];
  const treffers = alle.flatMap((werkzaamheid) => {
    const woordgroepen = [werkzaamheid.naam, ...werkzaamheid.zoekwoorden];
    let som = 0;
    let gevondenOp: string | null = null;
    for (const woord of gezocht) {
      let beste: { afstand: number; op: string } | null = null;
      for (const [plek, groep] of woordgroepen.entries()) {
        for (const bekend of kaal(groep).split(' ')) {
          const ver = stopwoorden.has(bekend) ? null : afstand(woord, bekend);
          const gewogen = ver === null ? null : ver + plek / 1000;
          if (gewogen !== null && (beste === null || gewogen < beste.afstand)) beste = { afstand: gewogen, op: groep };
        }
      }
      if (beste === null) return [];
      som += beste.afstand;
      gevondenOp ??= beste.op;
    }
    return [{ werkzaamheid, som, gevondenOp: gevondenOp ?? werkzaamheid.naam }];
  });
  return treffers
    .sort((a, b) => a.som - b.som || a.werkzaamheid.naam.localeCompare(b.werkzaamheid.naam, 'nl'))
    .map(({ werkzaamheid, som, gevondenOp }) => ({
      werkzaamheid,
      gevondenOp,
      gelijkenis: som < 1 ? 'exact' : som < 3 ? 'begin' : 'lijkt',
    }));
}
