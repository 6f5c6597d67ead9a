import { type Bekend, grensVan, voldoetAanGrens } from './evalueer.ts';
import { isVrijer, type Uitkomst, type Voorstel, type VraagSleutel, type Wijziging } from './oordeel.ts';
import type { GrensToets } from './regel.ts';
import { opStap, schrijfVerschil, stapVan } from './woorden.ts';

/** How many quantities a voorstel changes at most: more is another plan. */
const samenHoogstens = 4;

/**
 * The smallest change of one quantity with which it meets its limit, to whole steps of its unit. Null: the limit is
 * met, is not known, or nobody can change the quantity.
 */
export function kleinsteWijziging(toets: GrensToets, bekend: Bekend): Wijziging | null {
  const van = bekend.get(toets.feit);
  const grens = grensVan(toets, bekend);
  if (toets.wijzig === null || typeof van !== 'number' || grens === null) return null;
  if (voldoetAanGrens(van, toets.vergelijking, grens)) return null;
  const stap = stapVan[toets.eenheid];
  const minder = toets.vergelijking === '<=' || toets.vergelijking === '<';
  const opRooster = opStap(grens, stap, minder ? Math.floor : Math.ceil);
  const naar = voldoetAanGrens(opRooster, toets.vergelijking, grens)
    ? opRooster
    : opStap(opRooster + (minder ? -stap : stap), stap);
  if (naar < 0) return null;
  const verschil = opStap(Math.abs(van - naar), stap, Math.ceil);
  return {
    feit: toets.feit,
    tekst: `${toets.wijzig.replace('{n}', schrijfVerschil(verschil, toets.eenheid))}.`,
    grootheid: toets.feit,
    van,
    naar,
    eenheid: toets.eenheid,
  };
}

/** What an answer is for some facts, and what it can still become. */
export interface Stand {
  uitkomst: Uitkomst;
  mogelijk: readonly Uitkomst[];
  ontbreekt: readonly string[];
}

/**
 * The smallest sets of changes that make an answer freer, each checked by judging again. A set that holds a smaller one
 * is left out.
 *
 * @param toetsen the limits that are not met
 * @param oordeel judges again for other facts
 */
export function kleinsteVoorstellen(
  vraag: VraagSleutel,
  toetsen: readonly GrensToets[],
  bekend: Bekend,
  oordeel: (bekend: Bekend) => Stand,
): Voorstel[] {
  const nu = oordeel(bekend).uitkomst;
  const wijzigingen = toetsen.flatMap((toets) => kleinsteWijziging(toets, bekend) ?? []);
  const gevonden: { plekken: readonly number[]; voorstel: Voorstel }[] = [];
  for (const plekken of deelverzamelingen(wijzigingen.length, samenHoogstens)) {
    if (gevonden.some((al) => al.plekken.every((plek) => plekken.includes(plek)))) continue;
    const gekozen = plekken.map((plek) => wijzigingen[plek]!);
    if (new Set(gekozen.map(({ feit }) => feit)).size < gekozen.length) continue;
    const straks = oordeel(new Map([...bekend, ...gekozen.map(({ feit, naar }) => [feit, naar] as const)]));
    const naar = straks.uitkomst === 'ONBEKEND' ? straks.mogelijk[straks.mogelijk.length - 1] : straks.uitkomst;
    if (naar === undefined || nu === 'ONBEKEND' || !isVrijer(naar, nu)) continue;
    gevonden.push({
      plekken,
      voorstel: {
        vraag,
        van: nu,
        naar,
        wijzigingen: gekozen,
        mits: straks.uitkomst === 'ONBEKEND' ? [...straks.ontbreekt] : [],
      },
    });
  }
  return gevonden.map(({ voorstel }) => voorstel);
}

/** The ways to choose from so many, the smallest first. */
export function deelverzamelingen(aantal: number, hoogstens: number): number[][] {
  let rij: number[][] = [[]];
  const alle: number[][] = [];
  for (let grootte = 1; grootte <= Math.min(aantal, hoogstens); grootte += 1) {
    rij = rij.flatMap((begin) =>
      Array.from({ length: aantal }, (_, i) => i)
        .filter((i) => i > (begin[begin.length - 1] ?? -1))
        .map((i) => [...begin, i]),
    );
    alle.push(...rij);
  }
  return alle;
}
