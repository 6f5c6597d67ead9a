import { type ImportContext, ImportFault } from './importer.ts';

/** Options that every importer of objects takes. */
export const bronOpties = {
  bron: 'naam waaronder deze levering staat; een nieuwe levering met dezelfde naam vervangt de oude',
  gemeente: 'code van de gemeente waarvoor deze levering is, zoals gm0228',
  peildatum: 'dag waarop de gegevens klopten, zoals 2026-01-31',
} as const;

/**
 * The options of a bron, checked before anything is read.
 *
 * @param naam the importer, from which the id of the bron is made when none is given: `bgt`, or `bgt-gm0228`
 * @throws ImportFault
 */
export function readBronOpties(
  naam: string,
  { opties: { bron, gemeente, peildatum } }: ImportContext,
): { id: string; gemeenteCode?: string; peildatum?: string } {
  if (bron !== undefined && !/^[a-z0-9][a-z0-9-]{0,99}$/.test(bron)) {
    throw new ImportFault(`--bron "${bron}" kan niet. Gebruik kleine letters, cijfers en streepjes.`);
  }
  if (gemeente !== undefined && !/^gm\d{4}$/.test(gemeente)) {
    throw new ImportFault(`--gemeente "${gemeente}" kan niet. Geef gm en vier cijfers, zoals gm0228.`);
  }
  if (peildatum !== undefined && !isDatum(peildatum)) {
    throw new ImportFault(`--peildatum "${peildatum}" kan niet. Geef jaar, maand en dag, zoals 2026-01-31.`);
  }
  return {
    id: bron ?? (gemeente ? `${naam}-${gemeente}` : naam),
    ...(gemeente ? { gemeenteCode: gemeente } : {}),
    ...(peildatum ? { peildatum } : {}),
  };
}

/** YYYY-MM-DD that is on the calendar. */
export function isDatum(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
