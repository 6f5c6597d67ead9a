import { parseDatum } from '../../termijnen/datum.ts';
import type { Feit, Waarde } from './oordeel.ts';
import type { FeitDefinitie } from './regel.ts';
import { schrijfMaat } from './woorden.ts';

type Onbekend = NonNullable<Feit['reden']>;

const redenZin: Record<Onbekend, string> = {
  'geen-gegevens': 'Wij hebben hier geen gegevens over.',
  'bron-faalt': 'De bron geeft nu geen antwoord.',
  'niet-beantwoord': 'Dit is nog niet beantwoord.',
  'niet-te-berekenen': 'Dit is niet te berekenen.',
  'niet-vastgelegd': 'De gemeente heeft dit nog niet vastgelegd.',
};

/** No answer is a larger number. */
const hoogste = 1e7;

/** A fact as a plain sentence. */
export function feitTekst(definitie: FeitDefinitie, waarde: Exclude<Waarde, null>): string {
  if (typeof waarde === 'number') {
    const maat = schrijfMaat(waarde, definitie.eenheid);
    return typeof definitie.zin === 'string' ? definitie.zin.replace('{waarde}', maat) : `${definitie.naam}: ${maat}.`;
  }
  if (typeof waarde === 'boolean') {
    return definitie.zin && typeof definitie.zin !== 'string'
      ? definitie.zin[waarde ? 'ja' : 'nee']
      : `${definitie.naam}: ${waarde ? 'ja' : 'nee'}.`;
  }
  const optie = definitie.opties.find((kandidaat) => kandidaat.waarde === waarde);
  if (optie) return optie.zin;
  const woorden = Array.isArray(waarde) ? waarde.join(', ') : waarde;
  return typeof definitie.zin === 'string'
    ? definitie.zin.replace('{waarde}', woorden)
    : `${definitie.naam}: ${woorden}.`;
}

/**
 * Whether a value can be an answer to the question of a fact; null: it can.
 *
 * @example foutInWaarde(hoogte, -1) // "Vul een getal in van 0 m tot 10 m."
 */
export function foutInWaarde(
  { soort, opties, eenheid, minimum, maximum }: FeitDefinitie,
  waarde: Waarde,
): string | null {
  switch (soort) {
    case 'ja-nee':
      return typeof waarde === 'boolean' ? null : 'Kies ja of nee.';
    case 'keuze':
      return opties.some((optie) => optie.waarde === waarde)
        ? null
        : `Kies uit: ${opties.map((optie) => optie.tekst.toLowerCase()).join('; ')}.`;
    case 'keuzes':
      return Array.isArray(waarde) && waarde.every((een) => opties.some((optie) => optie.waarde === een))
        ? null
        : 'Kies uit de lijst.';
    case 'tekst':
      return typeof waarde === 'string' && waarde.trim() !== '' ? null : 'Vul een tekst in.';
    case 'datum':
      return typeof waarde === 'string' && parseDatum(waarde) ? null : 'Vul een dag in, bijvoorbeeld 2026-05-31.';
    case 'getal': {
      const past = typeof waarde === 'number' && waarde >= (minimum ?? -hoogste) && waarde <= (maximum ?? hoogste);
      return past
        ? null
        : minimum === null || maximum === null
          ? 'Vul een getal in, bijvoorbeeld 2,5.'
          : `Vul een getal in van ${schrijfMaat(minimum, eenheid)} tot ${schrijfMaat(maximum, eenheid)}.`;
    }
  }
}

/** A fact that is known. */
export const bekendFeit = (
  definitie: FeitDefinitie,
  waarde: Exclude<Waarde, null>,
  herkomst: Feit['herkomst'],
  onderdeel: string | null,
  bron: Feit['bron'],
): Feit => ({
  sleutel: definitie.sleutel,
  naam: definitie.naam,
  stand: 'bekend',
  waarde,
  tekst: feitTekst(definitie, waarde),
  herkomst,
  reden: null,
  bron,
  onderdeel,
  betwistbaar: herkomst === 'kaart' || herkomst === 'betwist',
});

/** A fact that is not known, and why. */
export const onbekendFeit = (
  definitie: Pick<FeitDefinitie, 'sleutel' | 'naam' | 'van'>,
  reden: Onbekend,
  onderdeel: string | null,
  bron: Feit['bron'] = null,
): Feit => ({
  sleutel: definitie.sleutel,
  naam: definitie.naam,
  stand: 'onbekend',
  waarde: null,
  tekst: `${definitie.naam}: weten we niet. ${redenZin[reden]}`,
  herkomst: definitie.van === 'kaart' ? 'kaart' : definitie.van === 'tekening' ? 'tekening' : 'antwoord',
  reden,
  bron,
  onderdeel,
  betwistbaar: definitie.van === 'kaart',
});
