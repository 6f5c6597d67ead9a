import { createContext, useContext } from 'react';
import { formatDatumKort, formatGetal } from '../format.ts';

/** What is wrong with a field. */
export interface Veldfout {
  id: string;
  /** The label, or for a choice the question above it. */
  vraag: string;
  melding: string;
  /** Of radio buttons: the name that they share. */
  groep: string | null;
}

/** What is wrong, by the id of the field; null: no form here tells it, and the browser does. */
export const Veldfouten = createContext<ReadonlyMap<string, string> | null>(null);

/** What to tell below the label of a field; undefined: nothing. */
export const useVeldfout = (id: string): string | undefined => useContext(Veldfouten)?.get(id);

/**
 * How long the text may be. A form that tells what is wrong lets somebody type or paste too much and then says so: the
 * browser would cut it off without a word.
 */
export function useMaximum(maximum: number | undefined): object {
  const verteld = useContext(Veldfouten) !== null;
  if (maximum === undefined) return {};
  return verteld ? { 'data-maximum': maximum } : { maxLength: maximum };
}

type Veld = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isVeld = (element: Element): element is Veld =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

/** What the person has to do about the fields of a form, from the top. Of a group of radio buttons the first counts. */
export function veldfoutenIn(form: HTMLFormElement): Veldfout[] {
  const groepen = new Set<string>();
  return [...form.elements].filter(isVeld).flatMap((veld) => {
    const groep = veld.type === 'radio' ? veld.name : null;
    const melding = groep !== null && groepen.has(groep) ? null : meldingVan(veld);
    if (groep !== null) groepen.add(groep);
    return melding ? [{ id: veld.id, vraag: vraagVan(veld), melding, groep }] : [];
  });
}

function vraagVan(veld: Veld): string {
  const boven = veld.type === 'radio' ? veld.closest('fieldset')?.querySelector('legend') : veld.labels?.[0];
  return boven?.textContent?.trim() ?? '';
}

/** Null: the field is right. `data-leeg` on the field says it in other words when nothing is filled in. */
function meldingVan(veld: Veld): string | null {
  const { validity, value } = veld;
  const maximum = Number(veld.dataset.maximum ?? Number.POSITIVE_INFINITY);
  if (validity.valueMissing || (veld.required && value.trim() === '')) return veld.dataset.leeg ?? leegMelding(veld);
  if (value.length > maximum) {
    return `Gebruik ten hoogste ${formatGetal(maximum)} tekens. Nu zijn het er ${formatGetal(value.length)}`;
  }
  if (validity.valid || veld instanceof HTMLSelectElement) return null;
  // the field has a rule of its own
  if (validity.customError) return veld.validationMessage;
  if (validity.tooShort) return `Gebruik ten minste ${formatGetal(veld.minLength)} tekens`;
  if (veld instanceof HTMLInputElement && veld.type === 'date') return datumMelding(veld);
  return 'Vul dit in zoals het voorbeeld';
}

function leegMelding({ type }: Veld): string {
  if (type === 'radio' || type.startsWith('select')) return 'Kies een antwoord';
  if (type === 'checkbox') return 'Zet hier een vinkje';
  return type === 'date' ? 'Vul een datum in' : 'Vul dit in';
}

function datumMelding({ validity, min, max }: HTMLInputElement): string {
  if (validity.rangeUnderflow) return `Kies ${formatDatumKort(min)} of later`;
  if (validity.rangeOverflow) return `Kies ${formatDatumKort(max)} of eerder`;
  return 'Vul een hele datum in: dag, maand en jaar';
}
