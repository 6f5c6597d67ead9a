import { parseDate } from 'feelin';
import type { Antwoord, Regelbestand, Vraag } from './model.ts';

/** What a geoVerwijzing may answer: the place lies inside, outside, or partly inside the locatie. */
export const geoAntwoorden = ['ja', 'nee', 'deels'] as const;

/**
 * What is wrong with an answer, in plain words; null: it fits its question.
 *
 * @example foutInAntwoord(vraag, 'veel') // 'Vul een getal in, bijvoorbeeld 2,5.'
 */
export function foutInAntwoord(vraag: Vraag, antwoord: Antwoord): string | null {
  if (antwoord === null) return null;
  if (vraag.soort === 'geoVerwijzing') {
    const geo = typeof antwoord === 'boolean' || geoAntwoorden.some((known) => known === antwoord);
    return geo ? null : `Antwoord met ${geoAntwoorden.join(', ')}.`;
  }
  switch (vraag.gegevensType) {
    case 'boolean':
      return typeof antwoord === 'boolean' ? null : 'Antwoord met ja of nee.';
    case 'number':
      return typeof antwoord === 'number' && Number.isFinite(antwoord) ? null : 'Vul een getal in, bijvoorbeeld 2,5.';
    case 'date':
      return typeof antwoord === 'string' && parseDate(antwoord) ? null : 'Vul een dag in, bijvoorbeeld 2026-05-31.';
    case 'list':
      return foutInKeuze(vraag, antwoord);
    case 'string':
      return foutInTekst(vraag, antwoord);
  }
}

function foutInKeuze({ opties, meerdereAntwoorden }: Vraag, antwoord: Antwoord): string | null {
  const gekozen = Array.isArray(antwoord) ? antwoord : [antwoord];
  if (!meerdereAntwoorden && gekozen.length !== 1) return 'Kies één antwoord.';
  const bekend = gekozen.every((keuze) => opties.some(({ tekst }) => tekst === keuze));
  return bekend ? null : `Kies uit: ${opties.map(({ tekst }) => tekst).join('; ')}.`;
}

function foutInTekst({ consistentie }: Vraag, antwoord: Antwoord): string | null {
  if (typeof antwoord !== 'string' || antwoord.trim() === '') return 'Vul een tekst in.';
  if (!consistentie || antwoord.length > 1000)
    return antwoord.length > 1000 ? 'Gebruik ten hoogste 1000 tekens.' : null;
  return pastBijPatroon(consistentie.patroon, antwoord) ? null : (consistentie.instructie ?? 'Dit past niet.');
}

/** A pattern that is no regular expression, or one that can run away on a long text, refuses nothing. */
function pastBijPatroon(patroon: string, tekst: string): boolean {
  if (/[+*}]\)?[+*{]|\([^)]*[+*][^)]*\)[+*{]/.test(patroon)) return true;
  try {
    return new RegExp(`^(?:${patroon})$`, 'u').test(tekst);
  } catch {
    return true;
  }
}

/** How the tests of a column want a choice or a place: as the words themselves, as a list, or as true and false. */
export type Vorm = 'waarde' | 'lijst' | 'tekst' | 'geo-tekst';

/** An answer as the value that the rules reckon with. The answer fits its question. */
export function naarWaarde(vraag: Vraag, antwoord: Exclude<Antwoord, null>, vorm: Vorm): unknown {
  if (vraag.soort === 'geoVerwijzing') {
    const woord = typeof antwoord === 'boolean' ? (antwoord ? 'ja' : 'nee') : antwoord;
    // Who lies partly inside is touched by what holds there.
    return vorm === 'geo-tekst' ? woord : woord !== 'nee';
  }
  if (vraag.gegevensType === 'date') return parseDate(String(antwoord));
  if (vraag.gegevensType !== 'list') return antwoord;
  const gekozen = Array.isArray(antwoord) ? antwoord : [antwoord];
  if (vorm === 'lijst') return gekozen;
  return vraag.meerdereAntwoorden ? gekozen.join(', ') : gekozen[0];
}

/** In which form each question must be given, seen from the tests and types of the file. */
export function vormVan(
  vraag: Vraag,
  { invoer, vraagVanInvoer, definitions }: Regelbestand,
  cellen: readonly string[],
): Vorm {
  if (vraag.soort === 'geoVerwijzing') {
    return cellen.some((cel) => /"(ja|nee|deels)"/.test(cel)) ? 'geo-tekst' : 'waarde';
  }
  if (vraag.gegevensType !== 'list' || !vraag.meerdereAntwoorden) return 'waarde';
  const types = invoer.filter(({ id }) => vraagVanInvoer.get(id) === vraag).map(({ typeRef }) => typeRef);
  const isLijst = types.some(
    (type) => type !== null && (/list$/i.test(type) || definitions.types.get(type)?.isCollection),
  );
  return isLijst || cellen.some((cel) => /list contains|count\s*\(/.test(cel)) ? 'lijst' : 'tekst';
}
