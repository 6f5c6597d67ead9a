import type { Vraag } from '../../server/vergunningcheck/contract.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import { schrijfMaat } from '../../server/vergunningcheck/domain/woorden.ts';
import { formatDatum } from '../format.ts';

/** What stands in the fields of a question: text of an input, or the chosen options. */
export type Invoer = string | string[];

const jaNee = [
  { waarde: 'ja', tekst: 'Ja', uitleg: null },
  { waarde: 'nee', tekst: 'Nee', uitleg: null },
];

/** The options to choose from; of a question that is answered in a field: none. */
export const optiesVan = ({ soort, opties }: Vraag): Vraag['opties'] => (soort === 'ja-nee' ? jaNee : opties);

/** An earlier answer as it stands in the fields. */
export function alsInvoer({ soort }: Vraag, antwoord: Waarde | undefined): Invoer {
  if (antwoord === undefined || antwoord === null) return soort === 'keuzes' ? [] : '';
  if (typeof antwoord === 'boolean') return antwoord ? 'ja' : 'nee';
  if (typeof antwoord === 'number') return String(antwoord).replace('.', ',');
  return antwoord;
}

/**
 * Reads the fields of a question.
 *
 * @returns the answer, or in plain words what to fill in
 */
export function leesInvoer(vraag: Vraag, invoer: Invoer): { antwoord: Waarde } | { fout: string } {
  const tekst = typeof invoer === 'string' ? invoer.trim() : '';
  switch (vraag.soort) {
    case 'ja-nee':
      return tekst === '' ? { fout: 'Kies ja of nee.' } : { antwoord: tekst === 'ja' };
    case 'keuze':
      return tekst === '' ? { fout: 'Kies een antwoord.' } : { antwoord: tekst };
    case 'keuzes':
      return invoer.length === 0 ? { fout: 'Kies ten minste één antwoord.' } : { antwoord: [...invoer] };
    case 'datum':
      return tekst === '' ? { fout: 'Kies een datum.' } : { antwoord: tekst };
    case 'tekst':
      return tekst === '' ? { fout: 'Vul een antwoord in.' } : { antwoord: tekst };
    case 'getal':
      return leesGetal(vraag, tekst);
  }
}

/** "1.234,5" and "1234.5" alike; a unit behind it is no mistake. */
function leesGetal({ minimum, maximum, eenheid }: Vraag, tekst: string): { antwoord: number } | { fout: string } {
  const kaal = tekst.replace(/[^\d.,-]+$/, '').replace(/\s/g, '');
  const gewoon = kaal.includes(',') ? kaal.replaceAll('.', '').replace(',', '.') : kaal;
  const getal = gewoon === '' ? Number.NaN : Number(gewoon);
  const past = Number.isFinite(getal) && getal >= (minimum ?? -Infinity) && getal <= (maximum ?? Infinity);
  if (past) return { antwoord: getal };
  if (minimum !== null && maximum !== null) {
    return { fout: `Vul een getal in van ${schrijfMaat(minimum, eenheid)} tot ${schrijfMaat(maximum, eenheid)}.` };
  }
  return { fout: 'Vul een getal in, bijvoorbeeld 2,5.' };
}

/** An answer as the person reads it back. */
export function schrijfAntwoord(vraag: Vraag, antwoord: Waarde): string {
  if (antwoord === null) return 'Weet ik niet';
  if (typeof antwoord === 'boolean') return antwoord ? 'Ja' : 'Nee';
  if (typeof antwoord === 'number') return schrijfMaat(antwoord, vraag.eenheid);
  if (vraag.soort === 'datum' && typeof antwoord === 'string') return formatDatum(antwoord);
  const namen = [antwoord]
    .flat()
    .map((waarde) => vraag.opties.find((optie) => optie.waarde === waarde)?.tekst ?? waarde);
  return namen.join(', ');
}
