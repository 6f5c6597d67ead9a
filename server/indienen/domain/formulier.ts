import { emailFout } from '../../post/contract.ts';
import { addDagen, type Datum, formatDatum, parseDatum } from '../../termijnen/datum.ts';
import type { Antwoorden, Veld, Vereiste, Voorwaarde, Waarde, Zaaktype } from '../zaaktypes/zaaktype.ts';

/** What is wrong with one answer. */
export interface Fout {
  veld: string;
  melding: string;
}

/** Whether a condition holds; of a question that is not asked there is no answer. */
export function geldt(voorwaarde: Voorwaarde | undefined, antwoorden: Antwoorden): boolean {
  if (!voorwaarde) return true;
  const antwoord = antwoorden[voorwaarde.veld];
  const heeft = (waarden: readonly (string | boolean)[]) =>
    Array.isArray(antwoord)
      ? waarden.some((waarde) => antwoord.includes(waarde))
      : waarden.some((waarde) => waarde === antwoord);
  return 'is' in voorwaarde ? heeft(voorwaarde.is) : !heeft(voorwaarde.niet);
}

/** The questions that are asked, with these answers: what hangs on a question that is not asked, hangs on no answer. */
export function gevraagd(velden: readonly Veld[], antwoorden: Antwoorden): Veld[] {
  const gezien = { ...antwoorden };
  for (const { id } of velden) delete gezien[id];
  return velden.filter(({ id, als }) => {
    if (!geldt(als, gezien)) return false;
    const antwoord = antwoorden[id];
    if (antwoord !== undefined) gezien[id] = antwoord;
    return true;
  });
}

export const alleVelden = ({ stappen }: Zaaktype): Veld[] => stappen.flatMap(({ velden }) => velden);

/** Only the answers to what is asked, and of a choice only what can be chosen: what is sent is what was seen. */
export function gekozenAntwoorden(zaaktype: Zaaktype, antwoorden: Antwoorden): Antwoorden {
  const velden = gevraagd(alleVelden(zaaktype), antwoorden);
  return Object.fromEntries(
    velden.flatMap(({ id }) => {
      const waarde = antwoorden[id];
      return waarde === undefined || isLeeg(waarde) ? [] : [[id, typeof waarde === 'string' ? waarde.trim() : waarde]];
    }),
  );
}

/** The documents that belong to it, for these answers. */
export const nodigeVereisten = ({ vereisten }: Zaaktype, antwoorden: Antwoorden): Vereiste[] =>
  vereisten.filter(({ als }) => geldt(als, antwoorden));

export const isLeeg = (waarde: Waarde): boolean =>
  typeof waarde === 'string' ? waarde.trim() === '' : Array.isArray(waarde) && waarde.length === 0;

/**
 * What is wrong or missing in these answers, in the order of the form.
 *
 * @param velden of one step, or of all
 * @param vandaag the day on which it is sent
 */
export function controleer(velden: readonly Veld[], antwoorden: Antwoorden, vandaag: Datum): Fout[] {
  return gevraagd(velden, antwoorden).flatMap((veld) => {
    const waarde = antwoorden[veld.id];
    if (waarde === undefined || isLeeg(waarde)) {
      return veld.optioneel ? [] : [{ veld: veld.id, melding: leegMelding(veld) }];
    }
    const melding = foutVan(veld, waarde, vandaag);
    return melding ? [{ veld: veld.id, melding }] : [];
  });
}

function leegMelding({ soort }: Veld): string {
  if (soort === 'keuzes') return 'Kies ten minste één antwoord';
  if (soort === 'keuze' || soort === 'ja-nee') return 'Kies een antwoord';
  if (soort === 'getal') return 'Vul een getal in';
  if (soort === 'datum') return 'Vul een datum in';
  return 'Vul dit in';
}

/** As in the Netherlands, or of another country: who files may live abroad. */
const postcode = /^(\d{4} ?[a-z]{2}|(?=.*\d)[a-z\d][a-z\d -]{2,10}[a-z\d])$/i;

/** Null: the answer is right. */
function foutVan(veld: Veld, waarde: Waarde, vandaag: Datum): string | null {
  const tekst = typeof waarde === 'string' ? waarde : null;
  switch (veld.soort) {
    case 'tekst':
    case 'lange-tekst':
      if (tekst === null) return 'Vul tekst in';
      return [...tekst].length > veld.maximum
        ? `Gebruik ten hoogste ${veld.maximum.toLocaleString('nl-NL')} tekens`
        : null;
    case 'email':
      return emailFout(tekst ?? '');
    case 'telefoon':
      return tekst && /^\+?[\d\s().-]{8,20}$/.test(tekst.trim())
        ? null
        : 'Vul een telefoonnummer in, bijvoorbeeld 06 12345678';
    case 'postcode':
      return tekst && postcode.test(tekst.trim()) ? null : 'Vul een postcode in, bijvoorbeeld 1234 AB';
    case 'besluit':
      return tekst && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/.test(tekst)
        ? null
        : 'Kies het besluit op de kaart, of begin bij uw zaak';
    case 'tijd':
      return tekst && /^([01]\d|2[0-3]):[0-5]\d$/.test(tekst) ? null : 'Vul een tijd in, bijvoorbeeld 14:30';
    case 'getal':
      if (typeof waarde !== 'number') return 'Vul een getal in';
      return waarde < veld.minimum || waarde > veld.maximum
        ? `Vul een getal in van ${veld.minimum.toLocaleString('nl-NL')} tot en met ${veld.maximum.toLocaleString('nl-NL')}`
        : null;
    case 'datum':
      return datumFout(veld.wekenVooraf ?? 0, tekst, vandaag);
    case 'keuze':
      return veld.opties.some(({ id }) => id === waarde) ? null : 'Kies een antwoord uit de lijst';
    case 'keuzes':
      return Array.isArray(waarde) && waarde.every((een) => veld.opties.some(({ id }) => id === een))
        ? null
        : 'Kies uit de lijst';
    case 'ja-nee':
      if (typeof waarde !== 'boolean') return 'Kies ja of nee';
      return veld.moet && waarde !== veld.moet.antwoord ? veld.moet.anders : null;
  }
}

function datumFout(wekenVooraf: number, tekst: string | null, vandaag: Datum): string | null {
  const dag = parseDatum(tekst);
  if (!dag || dag < '2000-01-01' || dag > '2200-01-01') return 'Vul een datum in, bijvoorbeeld 26-5-2027';
  const eerste = addDagen(vandaag, 7 * wekenVooraf);
  if (dag >= eerste) return null;
  return wekenVooraf === 0
    ? 'Kies vandaag of een latere dag'
    : `Kies ${formatDatum(eerste)} of later: u meldt ten minste ${wekenVooraf === 1 ? '1 week' : `${wekenVooraf} weken`} vooraf`;
}
