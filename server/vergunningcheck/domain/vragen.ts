import type { CheckAntwoord, CheckInvoer, Vraag } from '../contract.ts';
import type { OnderdeelUitslag } from './onderdeel.ts';
import type { Feit } from './oordeel.ts';
import type { FeitDefinitie } from './regel.ts';

/** An onderdeel with the questions of its werkzaamheid, in their order. */
export interface TeVragen {
  onderdeel: string;
  definities: readonly FeitDefinitie[];
  uitslag: Pick<OnderdeelUitslag, 'open' | 'bijZaak' | 'feiten' | 'hulp'>;
}

export const toonVraag = (definitie: FeitDefinitie, onderdeel: string | null): Vraag => ({
  onderdeel: definitie.vanPlaats ? null : onderdeel,
  sleutel: definitie.sleutel,
  vraag: definitie.vraag,
  hulp: definitie.hulp,
  beeld: definitie.beeld,
  soort: definitie.soort,
  opties: definitie.opties.map(({ waarde, tekst, uitleg }) => ({ waarde, tekst, uitleg })),
  eenheid: definitie.eenheid,
  minimum: definitie.minimum,
  maximum: definitie.maximum,
  magOnbekend: true,
});

/**
 * The questions that can still change an outcome, and those that were answered and count in this case. Each question of
 * the place comes once; what a person does not know is not asked again.
 */
export function stelVragen(
  { onderdelen, plaatsAntwoorden }: CheckInvoer,
  teVragen: readonly TeVragen[],
  plaatsfeiten: ReadonlyMap<string, Feit>,
): Pick<CheckAntwoord, 'volgendeVragen' | 'beantwoord' | 'voortgang'> {
  const volgendeVragen: Vraag[] = [];
  const beantwoord: CheckAntwoord['beantwoord'] = [];
  const gehad = new Set<string>();
  for (const { onderdeel, definities, uitslag } of teVragen) {
    const eigen = onderdelen.find(({ sleutel }) => sleutel === onderdeel)?.antwoorden ?? {};
    for (const zonderHulp of definities) {
      const extra = uitslag.hulp?.[zonderHulp.sleutel];
      const definitie = extra
        ? { ...zonderHulp, hulp: [extra, zonderHulp.hulp].filter(Boolean).join(' ') }
        : zonderHulp;
      const { sleutel, vanPlaats, van } = definitie;
      const plek = vanPlaats ? sleutel : `${onderdeel}/${sleutel}`;
      const antwoord = (vanPlaats ? plaatsAntwoorden : eigen)[sleutel];
      const feit = uitslag.feiten.find((een) => een.sleutel === sleutel) ?? plaatsfeiten.get(sleutel);
      if (gehad.has(plek) || van === 'tekening' || feit?.reden === 'niet-vastgelegd') continue;
      if (antwoord === undefined) {
        if (!uitslag.open.has(sleutel)) continue;
        gehad.add(plek);
        volgendeVragen.push(toonVraag(definitie, onderdeel));
      } else if (uitslag.bijZaak.has(sleutel) && (feit?.stand !== 'bekend' || feit.herkomst === 'antwoord')) {
        gehad.add(plek);
        beantwoord.push({ ...toonVraag(definitie, onderdeel), antwoord });
      }
    }
  }
  return {
    volgendeVragen,
    beantwoord,
    voortgang: { beantwoord: beantwoord.length, tegaan: volgendeVragen.length },
  };
}
