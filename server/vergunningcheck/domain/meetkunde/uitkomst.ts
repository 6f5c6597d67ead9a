import { alle, type Kans, kanNiet, kanWel, niet, wel } from './kans.ts';
import type { RegelSleutel } from './regels.ts';
import type { Plan } from './situatie.ts';
import { type Getoetst, hoogteVan, type Kansen, kansVerder, type Plek, perDeel } from './voorwaarden.ts';

export type Omgevingsplan = 'VRIJ' | 'VRIJ_PLANTOETS' | 'VERGUNNING';
export type Technisch = 'VRIJ' | 'BOUWMELDING_OF_VERGUNNING' | 'VERGUNNING';

/** The exceptions are lost altogether when one of these does not hold. */
export const uitsluitend: readonly RegelSleutel[] = ['monument', 'illegaal'];
/** The gemeente has yet to settle what these do: until then the answer is not known where they do not hold. */
export const onzekerRecht: readonly RegelSleutel[] = ['gezicht', 'archeologie'];
/** No permit for building, beside the achtererfgebied. */
export const vrij: readonly RegelSleutel[] = ['grond', 'afstand', 'hoogte', 'verblijfsgebied', 'buitenruimte'];
/** In line with the omgevingsplan, beside the area and the tests of a part. */
export const past: readonly RegelSleutel[] = ['veiligheidszone', 'soortHoofdgebouw'];

export const technischeToetsen: readonly RegelSleutel[] = [
  'technischGrond',
  'technischHoogte',
  'technischVerblijfsgebied',
  'technischBuitenruimte',
];

/** Assume that one test turns out some way. */
export interface Aanname {
  sleutel: RegelSleutel;
  kans: Kans;
}

const neem = (kansen: Kansen, sleutels: readonly RegelSleutel[]): Kans =>
  alle(sleutels.map((sleutel) => kansen[sleutel]));

function neemAan({ kansen, plan, voorbereid }: Getoetst, { sleutel, kans }: Aanname): Kansen {
  const anders = { ...kansen, [sleutel]: kans };
  return sleutel === 'hoogteVerder'
    ? anders
    : { ...anders, hoogteVerder: kansVerder(hoogteVan(plan), voorbereid.regels, anders) };
}

/**
 * Every outcome that is possible, and whether the law itself leaves it open. Limits that move together, such as the area
 * and the lines around it, are followed together; so a limit that decides nothing does not make the answer unknown.
 *
 * @source bruidsschat omgevingsplan art. 22.27 a, 22.36 a and 22.37; Bbl art. 2.22 and 2.30
 */
export function bepaalUitkomsten(
  getoetst: Getoetst,
  aanname?: Aanname,
): { uitkomsten: Set<Omgevingsplan>; rechtOnzeker: boolean } {
  const uitkomsten = new Set<Omgevingsplan>();
  const kansen = aanname ? neemAan(getoetst, aanname) : getoetst.kansen;
  const altijd = neem(kansen, [...uitsluitend, ...vrij]);
  const basis = neem(kansen, past);
  const met = (plek: Plek): Plek => ({
    binnen: aanname?.sleutel === 'achtererfgebied' ? aanname.kans : plek.binnen,
    oppervlakte: aanname?.sleutel === 'oppervlakte' ? aanname.kans : plek.oppervlakte,
  });
  getoetst.plekken.forEach((plekken, index) => {
    const delen = getoetst.meting.delen[index] ?? (['bijHuis', 'verder', 'beide'] as const);
    for (const plek of plekken.map(met)) {
      const magVrij = alle([plek.binnen, altijd]);
      if (kanNiet(magVrij)) uitkomsten.add('VERGUNNING');
      if (!kanWel(magVrij)) continue;
      for (const deel of delen) {
        const magPassen = alle([basis, plek.oppervlakte, neem(kansen, perDeel[deel])]);
        if (kanWel(magPassen)) uitkomsten.add('VRIJ');
        if (kanNiet(magPassen)) uitkomsten.add('VRIJ_PLANTOETS');
      }
    }
  });
  const vast = uitkomsten.size === 1 && uitkomsten.has('VERGUNNING');
  return { uitkomsten, rechtOnzeker: !vast && neem(kansen, onzekerRecht) !== wel };
}

/** The technische bouwactiviteit, before the questions of Bbl 2.17. @source Bbl art. 2.25, 2.27 and 2.17 lid 4 */
export function bepaalTechnisch(kansen: Kansen, { soortWerk }: Plan): Technisch | 'ONBEKEND' {
  const vrijgesteld = neem(kansen, technischeToetsen);
  if (vrijgesteld === wel) return 'VRIJ';
  if (vrijgesteld !== niet || soortWerk === 'onbekend') return 'ONBEKEND';
  return soortWerk === 'nieuwbouw' ? 'BOUWMELDING_OF_VERGUNNING' : 'VERGUNNING';
}
