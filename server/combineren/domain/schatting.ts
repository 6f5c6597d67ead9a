import type { Schatting } from '../contract.ts';
import type { Vraag } from './vraag.ts';

/** What was measured of a layer after its filters. Of a layer in pieces: of the pieces that are searched. */
export interface Meting {
  /** Objects. */
  aantal: number;
  /** Objects or pieces. */
  delen: number;
  /** Mean width and height of the boxes around them, in metres. */
  breedte: number;
  hoogte: number;
  /** Mean number of corners. */
  punten: number;
  /** Area of the box around all of them together, in m². */
  bereikM2: number;
}

/** The most work that we take on, in the unit of {@link werkVan}. */
export interface Grens {
  microseconden: number;
}

/**
 * How much work a question is: about the microseconds of one core of a server, measured on the Modelgemeente and right
 * to within a factor of two or so.
 *
 * Per object and condition: finding its way in the index, and looking at the shapes whose box lies near enough. How
 * many those are follows from how thick the boxes lie. Looking for something near stops at the first few; what lies
 * over each other is looked at in full, and cut out.
 */
export function werkVan({ voorwaarden }: Vraag, metingen: readonly Meting[]): number {
  const [toon, ...andere] = metingen;
  if (!toon) return 0;
  return andere.reduce(
    (som, meting, i) => {
      const { relatie = 'nabij', meter = 0 } = voorwaarden[i] ?? {};
      const breed = toon.breedte + meting.breedte + 2 * meter;
      const hoog = toon.hoogte + meting.hoogte + 2 * meter;
      const dichtheid = meting.delen / Math.max(meting.bereikM2, breed * hoog, 1);
      const buren = Math.min(meting.delen, dichtheid * breed * hoog);
      const punten = toon.punten + meting.punten;
      const perObject =
        relatie === 'nabij' ? 60 + Math.min(buren, 4) * (5 + punten / 2) : 150 + buren * (60 + 4 * punten);
      return som + toon.aantal * perObject;
    },
    toon.aantal * (20 + toon.punten),
  );
}

/** Whether we take it on, and if not: what the asker can do about it. */
export function schat(vraag: Vraag, metingen: readonly Meting[], grens: Grens): Schatting {
  const aantallen = metingen.map(({ aantal }) => aantal);
  const werk = werkVan(vraag, metingen);
  if (werk <= grens.microseconden) return { aantallen, teGroot: null };
  const lagen = [vraag.toon, ...vraag.voorwaarden];
  const meeste = aantallen.indexOf(Math.max(...aantallen));
  const tel = (i: number) => `${(aantallen[i] ?? 0).toLocaleString('nl-NL')} in ${lagen[i]?.collectie.titel}`;
  const keer = Math.max(2, Math.ceil(werk / grens.microseconden));
  return {
    aantallen,
    teGroot:
      `Deze vraag is ongeveer ${keer.toLocaleString('nl-NL')} keer te groot om meteen uit te rekenen: ` +
      `${lagen.map((_, i) => tel(i)).join(', ')}. Kies bij ${lagen[meeste]?.collectie.titel} een waarde of een kortere periode` +
      `${vraag.voorwaarden.some(({ meter }) => meter > 0) ? ', of neem een kleinere afstand' : ''}.`,
  };
}
