import * as z from 'zod/mini';
import lijst from '../../../data/omstandigheden/themas.json';

const thema = z.object({
  key: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  naam: z.string(),
  groep: z.string(),
  vraag: z.string(),
  uitleg: z.string(),
  eenheid: z.nullable(z.string()),
  klassen: z.array(
    z.union([
      z.object({ vanaf: z.nullable(z.number()), tot: z.nullable(z.number()), label: z.string() }),
      z.object({ sleutel: z.string(), label: z.string() }),
    ]),
  ),
  /** The next step where the thema applies, and where the answer is unknown. */
  bijGeldt: z.string(),
  volgendeStap: z.object({ stap: z.string(), wie: z.string() }),
});
export type Thema = z.infer<typeof thema>;

/**
 * The themas of this installation, in the order in which they are shown.
 *
 * @throws Error at the start of the server, which names what is wrong in data/omstandigheden/themas.json
 */
export function readThemas(inhoud: unknown): Thema[] {
  const read = z.object({ themas: z.array(thema).check(z.minLength(1)) }).safeParse(inhoud);
  if (!read.success) throw new Error(`data/omstandigheden/themas.json klopt niet:\n${z.prettifyError(read.error)}`);
  return read.data.themas;
}

export const themas: readonly Thema[] = readThemas(lijst);
