import * as z from 'zod/mini';

/** Characters of an e-mail address, at most. @source RFC 5321 4.5.3.1 */
export const emailMaximum = 254;

/** Signs that nobody sees, or that turn the reading direction around: with them one address passes for another. */
const onzichtbaar = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;
const vorm = /^[^\s@"<>(),;:\\]{1,64}@[^\s@"<>(),;:\\]{1,190}\.[^\s@"<>(),;:\\.]{2,}$/u;

/** What is wrong with an e-mail address, for who typed it; null: nothing, spaces around it do not count. */
export function emailFout(waarde: string): string | null {
  const adres = waarde.trim();
  if (onzichtbaar.test(adres)) return 'In dit e-mailadres staan onzichtbare tekens. Typ het adres zelf over';
  if (adres.length > emailMaximum) return `Een e-mailadres heeft ten hoogste ${emailMaximum} tekens`;
  return vorm.test(adres) ? null : 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl';
}

/** An address to which mail is sent: the one definition, wherever somebody types one. */
export const emailadres = z.string().check(
  z.trim(),
  z.check((ctx) => {
    const fout = emailFout(ctx.value);
    if (fout) ctx.issues.push({ code: 'custom', message: fout, input: ctx.value });
  }),
);
