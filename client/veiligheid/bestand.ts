import type { Dagdelen, RoosterAntwoord, Tellingen } from '../../server/veiligheid/contract.ts';
import { maandenTussen } from '../../server/veiligheid/domain/periode.ts';
import { ontcijfer } from '../../server/veiligheid/domain/reeks.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import type { Bestand, Stappen } from './reken.ts';

/** One thing that can be counted or left out: a class, or a thema in a part of the day. */
export interface Groep {
  sleutel: string;
  naam: string;
  /** Counts unless somebody says otherwise. */
  telt: boolean;
}

/** What is counted, with the words for it. */
export interface Inhoud {
  bestand: Bestand;
  groepen: readonly Groep[];
  /** Months or years, without holes. */
  stappen: readonly string[];
  /** Which of them were not delivered. */
  gaten: ReadonlySet<number>;
}

/** The grid in numbers of cells, as every list of cells speaks of it. */
export function leesNummers({ stappen }: Pick<RoosterAntwoord, 'stappen'>): number[] {
  let nummer = 0;
  return stappen.map((stap) => {
    nummer += stap;
    return nummer;
  });
}

const rooster = ({ rooster, adressen, ...antwoord }: RoosterAntwoord, band: number | null) => ({
  rooster,
  band,
  adressen,
  nummers: leesNummers(antwoord),
});

/**
 * Counts per class and month.
 *
 * @param band in metres, as in {@link Bestand}
 */
export function vanTellingen(
  { maanden, klassen }: Tellingen,
  cellen: RoosterAntwoord,
  band: number | null = null,
): Inhoud {
  const stappen = maandenTussen(maanden[0] ?? '', maanden.at(-1) ?? '');
  const geleverd = new Map(maanden.map((maand, i) => [maand, i]));
  return {
    bestand: {
      ...rooster(cellen, band),
      reeksen: klassen.map(({ tellingen }) => stappen.map((stap) => tellingen[geleverd.get(stap) ?? -1] ?? '')),
    },
    groepen: klassen.map(({ stelsel, code, naam, telt, thema }) => ({
      sleutel: `${stelsel} ${code}`,
      naam: telt ? naam : `${naam} (telt bij ${thema})`,
      telt,
    })),
    stappen,
    gaten: new Set(stappen.flatMap((stap, i) => (geleverd.has(stap) ? [] : [i]))),
  };
}

/** Counts per thema and year, of one part of the week and the day. */
export function vanDagdelen(
  { jaren, delen }: Dagdelen,
  deel: string,
  cellen: RoosterAntwoord,
  band: number | null = null,
): Inhoud {
  const gekozen = delen.filter(({ weekdeel, dagdeel }) => `${weekdeel} ${dagdeel}` === deel);
  const nummers = [...new Set(delen.map(({ thema }) => thema))].sort();
  const eerste = jaren[0] ?? 0;
  const stappen = Array.from({ length: (jaren.at(-1) ?? eerste) - eerste + 1 }, (_, i) => String(eerste + i));
  return {
    bestand: {
      ...rooster(cellen, band),
      reeksen: nummers.map((nummer) =>
        stappen.map((jaar) => gekozen.find((een) => een.thema === nummer && String(een.jaar) === jaar)?.telling ?? ''),
      ),
    },
    groepen: nummers.map((nummer) => ({
      sleutel: `thema ${nummer}`,
      naam: themas.get(nummer)?.naam ?? nummer,
      telt: true,
    })),
    stappen,
    gaten: new Set(stappen.flatMap((jaar, i) => (jaren.includes(Number(jaar)) ? [] : [i]))),
  };
}

/** Records of these groups per step, over all cells; null: not delivered. */
export function telPerStap({ bestand, stappen, gaten }: Inhoud, groepen: readonly number[]): (number | null)[] {
  return stappen.map((_, stap) =>
    gaten.has(stap)
      ? null
      : groepen.reduce((som, groep) => som + (bestand.reeksen[groep]?.[stap] ?? '').replaceAll('~', '').length, 0),
  );
}

/** Records of one cell per group, most first: what sorts here. */
export function telInCel(
  { bestand, groepen: alle }: Inhoud,
  groepen: readonly number[],
  cel: number,
  { van, tot }: Stappen,
): { naam: string; aantal: number }[] {
  const cellen = bestand.nummers.length;
  return groepen
    .map((groep) => {
      let aantal = 0;
      for (const tekst of bestand.reeksen[groep]?.slice(van, tot + 1) ?? []) {
        for (const plek of ontcijfer(tekst, cellen)) if (plek === cel) aantal += 1;
      }
      return { naam: alle[groep]?.naam ?? '', aantal };
    })
    .filter(({ aantal }) => aantal > 0)
    .sort((a, b) => b.aantal - a.aantal);
}

/** The chosen steps: of the months in the address, or the last twelve (of years: the last whole one). */
export function kiesStappen(stappen: readonly string[], van: string | null, tot: string | null): Stappen {
  const eind = Math.max(0, stappen.length - 1);
  const perJaar = stappen[0]?.length === 4;
  const zoek = (maand: string | null) => (maand === null ? -1 : stappen.indexOf(perJaar ? maand.slice(0, 4) : maand));
  const gewoon = perJaar
    ? { van: Math.max(0, eind - 1), tot: Math.max(0, eind - 1) }
    : { van: Math.max(0, eind - 11), tot: eind };
  const gekozen = { van: zoek(van), tot: zoek(tot) };
  return gekozen.van < 0 || gekozen.tot < gekozen.van ? gewoon : gekozen;
}
