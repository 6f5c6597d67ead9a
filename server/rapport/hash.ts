import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * JSON in one way of writing, so that equal content is equal text.
 *
 * @source RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalJson(inhoud: unknown): string {
  const text = canonicalize(inhoud);
  if (text === undefined) throw new Error('There is no JSON for this');
  return text;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
