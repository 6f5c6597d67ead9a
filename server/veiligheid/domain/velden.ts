import * as z from 'zod/mini';
import lijst from '../../../data/veiligheid/velden.json';

const thema = z.object({ nummer: z.string().check(z.regex(/^[1-5]\.[1-9]$/)), naam: z.string().check(z.minLength(1)) });
const veld = z.object({
  nummer: z.string().check(z.regex(/^[1-5]$/)),
  naam: z.string().check(z.minLength(1)),
  themas: z.array(thema).check(z.minLength(1)),
});
export type Veld = z.infer<typeof veld>;
export type Thema = z.infer<typeof thema>;

/**
 * The veiligheidsvelden with their themas, in order.
 *
 * @throws Error that names what is wrong in data/veiligheid/velden.json
 */
export function readVelden(inhoud: unknown): Veld[] {
  const read = z.object({ velden: z.array(veld).check(z.minLength(1)) }).safeParse(inhoud);
  if (!read.success) throw new Error(`data/veiligheid/velden.json klopt niet:\n${z.prettifyError(read.error)}`);
  const { velden } = read.data;
  const themas = velden.flatMap((v) => v.themas.map((t) => ({ ...t, veld: v.nummer })));
  const verdwaald = themas.find(({ nummer, veld: van }) => !nummer.startsWith(`${van}.`));
  if (verdwaald)
    throw new Error(`data/veiligheid/velden.json: thema ${verdwaald.nummer} staat onder veld ${verdwaald.veld}.`);
  if (new Set(themas.map(({ nummer }) => nummer)).size < themas.length) {
    throw new Error('data/veiligheid/velden.json noemt een thema twee keer.');
  }
  return velden;
}

export const velden: readonly Veld[] = readVelden(lijst);

/** The themas by their number: 1.1 to 5.5. */
export const themas: ReadonlyMap<string, Thema> = new Map(
  velden.flatMap((v) => v.themas.map((t) => [t.nummer, t] as const)),
);
