import { paden } from '../../paden.ts';

/** Where a thema is. Without its point: a path with one is that of a file. */
export const padVanThema = (nummer: string) => `${paden.veiligheidsbeeld}/${nummer.replace('.', '-')}`;
