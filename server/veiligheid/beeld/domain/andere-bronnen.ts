import * as z from 'zod/mini';
import lijst from '../../../../data/veiligheid/andere-bronnen.json';
import { themas } from '../../domain/velden.ts';

/**
 * Other sources that are named for a thema, of which this loket has no figures.
 *
 * @throws Error that names what is wrong in data/veiligheid/andere-bronnen.json
 */
export function readAndereBronnen(inhoud: unknown): ReadonlyMap<string, readonly string[]> {
  const vorm = z.object({ themas: z.record(z.string(), z.array(z.string().check(z.minLength(1)))) });
  const read = vorm.safeParse(inhoud);
  if (!read.success) throw new Error(`data/veiligheid/andere-bronnen.json klopt niet:\n${z.prettifyError(read.error)}`);
  const vreemd = Object.keys(read.data.themas).find((nummer) => !themas.has(nummer));
  if (vreemd) throw new Error(`data/veiligheid/andere-bronnen.json noemt een thema dat er niet is: ${vreemd}.`);
  return new Map(Object.entries(read.data.themas));
}

export const andereBronnen = readAndereBronnen(lijst);
