import type { Onderdeel } from '../contract.ts';
import { type Kader, ontbrekendVoorPlan, oordeelDeel } from './deel.ts';
import { type Bekend, toetsUitslag, uitslagVan } from './evalueer.ts';
import { bekendFeit, foutInWaarde, onbekendFeit } from './feiten.ts';
import {
  type Feit,
  type Indieningsvereiste,
  type Melding,
  type OnderdeelOordeel,
  strengste,
  type Waarde,
} from './oordeel.ts';
import {
  type Activiteit,
  type Deelregel,
  type FeitDefinitie,
  feitenVan,
  type GrensToets,
  type Voorwaarde,
} from './regel.ts';
import { doelen } from './stap.ts';
import { schrijfMaat } from './woorden.ts';

/** What judging one onderdeel gives, before it is put together with the others. */
export interface OnderdeelUitslag {
  oordeel: OnderdeelOordeel;
  /** Facts of this onderdeel alone. */
  feiten: Feit[];
  meldingen: Melding[];
  /** Keys of facts that can still change an outcome. */
  open: ReadonlySet<string>;
  /** Keys of facts that belong to this case. */
  bijZaak: ReadonlySet<string>;
  /** What the drawing tells beside a question, by the key of its fact. */
  hulp?: Readonly<Record<string, string>>;
  /** What to hand in beside what is always asked. */
  vereisten: Indieningsvereiste[];
  /** What a person must know that decides nothing. */
  letOp: readonly { tekst: string; artikel: string | null }[];
}

/** What is known of the place: facts by key. */
export type Plaatsfeiten = ReadonlyMap<string, Feit>;

/** The facts that are known, as the rules read them. */
export const bekendVan = (feiten: Iterable<Feit>): Bekend =>
  new Map(
    [...feiten].flatMap(({ sleutel, waarde }) =>
      waarde === null ? [] : [[sleutel, waarde] as [string, Exclude<Waarde, null>]],
    ),
  );

/**
 * One answer as a fact. Null is "weet ik niet"; an answer that cannot be right does not count and is reported.
 */
export function leesAntwoord(
  definitie: FeitDefinitie,
  antwoord: Waarde | undefined,
  onderdeel: string | null,
): { feit: Feit; melding: Melding | null } {
  if (antwoord === undefined || antwoord === null) {
    return { feit: onbekendFeit(definitie, 'niet-beantwoord', onderdeel), melding: null };
  }
  const fout = foutInWaarde(definitie, antwoord);
  if (fout === null) {
    return { feit: bekendFeit(definitie, antwoord, 'antwoord', onderdeel, null), melding: null };
  }
  return {
    feit: onbekendFeit(definitie, 'niet-beantwoord', onderdeel),
    melding: meldFoutAntwoord(onderdeel, definitie.naam, fout),
  };
}

/** An answer that cannot be right. @param fout what it must be */
export const meldFoutAntwoord = (onderdeel: string | null, naam: string, fout: string): Melding => ({
  code: 'antwoord-klopt-niet',
  onderdeel,
  tekst: `${naam}: dit antwoord kan niet kloppen. ${fout}`,
  volgendeStap: { soort: 'beantwoord', tekst: fout, wie: 'u', doel: doelen.check },
});

/** The answers to one onderdeel as facts: what cannot be right, and what contradicts itself, does not count. */
export function leesOnderdeel(
  { sleutel, antwoorden }: Pick<Onderdeel, 'sleutel' | 'antwoorden'>,
  activiteit: Activiteit,
): { feiten: Feit[]; meldingen: Melding[] } {
  const gelezen = activiteit.feiten
    .filter(({ vanPlaats }) => !vanPlaats)
    .map((definitie) => leesAntwoord(definitie, antwoorden[definitie.sleutel], sleutel));
  const { feiten, meldingen } = zonderTegenspraak(
    activiteit,
    gelezen.map(({ feit }) => feit),
    sleutel,
  );
  return { feiten, meldingen: [...gelezen.flatMap(({ melding }) => melding ?? []), ...meldingen] };
}

/** Judges an activiteit that is rules alone. */
export function beoordeelActiviteit(
  onderdeel: Onderdeel,
  activiteit: Activiteit,
  plaatsfeiten: Plaatsfeiten,
  kader: Kader,
): OnderdeelUitslag {
  const { feiten, meldingen } = leesOnderdeel(onderdeel, activiteit);
  const bekend = bekendVan([...plaatsfeiten.values(), ...feiten]);
  const delen = activiteit.delen.map((regel) => oordeelDeel(regel, activiteit, bekend, kader));
  const open = new Set([
    ...delen.flatMap(({ deel }) => deel.ontbreekt),
    ...(delen.some(({ deel }) => deel.plantoets) ? ontbrekendVoorPlan(activiteit.plantoets, bekend, kader) : []),
  ]);
  return {
    feiten,
    meldingen,
    vereisten: [],
    letOp: activiteit.letOp,
    open,
    bijZaak: new Set([
      ...open,
      ...activiteit.delen.flatMap((regel) => feitenBijDeel(regel, bekend)),
      ...activiteit.plantoets.map(({ feit }) => feit),
    ]),
    oordeel: {
      onderdeel: onderdeel.sleutel,
      werkzaamheid: activiteit.id,
      naam: activiteit.naam,
      uitkomst: strengste(delen.map(({ deel }) => deel.uitkomst)),
      delen: delen.map(({ deel }) => deel),
      kleinsteWijzigingen: delen.flatMap(({ voorstellen }) => voorstellen),
      meting: null,
    },
  };
}

/** Measures that contradict each other do not count: which of them is wrong, only the person knows. */
function zonderTegenspraak(
  { samenhang, feiten: definities }: Activiteit,
  feiten: readonly Feit[],
  onderdeel: string,
): { feiten: Feit[]; meldingen: Melding[] } {
  const bekend = bekendVan(feiten);
  const strijdig = samenhang.filter((toets) => toetsUitslag(toets, bekend) === false);
  const weg = new Set(strijdig.flatMap(feitenVan));
  return {
    feiten: feiten.map((feit) => {
      const definitie = definities.find(({ sleutel }) => sleutel === feit.sleutel);
      return weg.has(feit.sleutel) && definitie ? onbekendFeit(definitie, 'niet-beantwoord', onderdeel) : feit;
    }),
    meldingen: strijdig.map((toets) => ({
      code: 'antwoorden-spreken-elkaar-tegen',
      onderdeel,
      tekst: `Deze antwoorden kunnen niet allebei kloppen. ${toets.omschrijving}; u vulde ${beschrijf(toets, bekend)} in.`,
      volgendeStap: {
        soort: 'beantwoord',
        tekst: 'Kijk deze maten na en vul ze opnieuw in.',
        wie: 'u',
        doel: doelen.check,
      },
    })),
  };
}

const beschrijf = (toets: GrensToets, bekend: Bekend): string =>
  feitenVan(toets)
    .map((feit) => schrijfMaat(Number(bekend.get(feit)), toets.eenheid))
    .join(' en ');

/** The facts that a question looks at in this case. */
export const feitenBijDeel = ({ takken }: Deelregel, bekend: Bekend): string[] =>
  takken.flatMap(({ als }) => feitenBijZaak(als, bekend));

/** The facts that a condition looks at in this case: behind a case that it is not, nothing is looked at. */
function feitenBijZaak(voorwaarde: Voorwaarde, bekend: Bekend): string[] {
  switch (voorwaarde.soort) {
    case 'niet':
      return feitenBijZaak(voorwaarde.van, bekend);
    case 'alle':
    case 'een': {
      const andereZaak =
        uitslagVan(voorwaarde, (toets) =>
          toets.soort === 'lijst' && toets.keuze ? toetsUitslag(toets, bekend) : null,
        ) === false;
      return voorwaarde.van.flatMap((deel) =>
        andereZaak && !(deel.soort === 'lijst' && deel.keuze) ? [] : feitenBijZaak(deel, bekend),
      );
    }
    default:
      return feitenVan(voorwaarde);
  }
}
