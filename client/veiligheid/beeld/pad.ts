import { paden } from '../../paden.ts';

/** Where a thema is. Without its point: a path with one is that of a file. */
export const padVanThema = (nummer: string) => `${paden.veiligheidsbeeld}/${nummer.replace('.', '-')}`;

/** Where an intervention is changed; without id: where a new one is made. */
export const padVanInterventie = (id?: string) => `${paden.veiligheidsbeeld}/interventie${id ? `/${id}` : ''}`;

/** The id in such a path; null: it is that of a new one. Undefined: it is another path. */
export function interventieIn(deel: string): string | null | undefined {
  const [soort, id = null] = deel.split('/');
  return soort === 'interventie' ? id : undefined;
}
