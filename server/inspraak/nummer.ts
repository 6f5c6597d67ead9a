import { Problem } from '../http/problem.ts';
import { canonicalJson, sha256 } from '../rapport/hash.ts';

/** By which what comes in again under a number is known to be the same: of all that was sent beside that number. */
export const inhoudHashVan = (gestuurd: object): string => sha256(canonicalJson(gestuurd));

/** The number was used for something else. */
export const nummerBestaat = (detail: string): Problem =>
  new Problem({ status: 409, type: 'nummer-bestaat', title: 'Dit nummer is al gebruikt', detail });
