import * as z from 'zod/mini';
import lijst from '../../../data/veiligheid/indicatoren.json';
import { themas } from './velden.ts';

const indicator = z.object({
  key: z.string().check(z.regex(/^[a-z-]+$/)),
  naam: z.string().check(z.minLength(1)),
  thema: z.string().check(z.refine((nummer) => themas.has(nummer), 'dit thema is er niet')),
  /** `cijfer` runs from 1 to 10. */
  eenheid: z.enum(['%', 'cijfer']),
  /** Which way is the better one. */
  goed: z.enum(['hoger', 'lager']),
});
export type Indicator = z.infer<typeof indicator>;

/**
 * What people say about safety, by key: the indicators of the Veiligheidsmonitor.
 *
 * @throws Error that names what is wrong in data/veiligheid/indicatoren.json
 */
export function readIndicatoren(inhoud: unknown): Map<string, Indicator> {
  const read = z.object({ indicatoren: z.array(indicator).check(z.minLength(1)) }).safeParse(inhoud);
  if (!read.success) throw new Error(`data/veiligheid/indicatoren.json klopt niet:\n${z.prettifyError(read.error)}`);
  const opKey = new Map(read.data.indicatoren.map((i) => [i.key, i]));
  if (opKey.size < read.data.indicatoren.length)
    throw new Error('data/veiligheid/indicatoren.json noemt een indicator twee keer.');
  return opKey;
}

export const indicatoren: ReadonlyMap<string, Indicator> = readIndicatoren(lijst);
