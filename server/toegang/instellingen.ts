import { randomBytes } from 'node:crypto';
import type { Inlogdienst } from './domain/inlogdienst.ts';
import type { SessieGrenzen } from './domain/sessie.ts';

/** How people log in here. */
export interface Instellingen {
  /** Where people reach the loket, without a path: https://loket.example */
  publicUrl: string;
  /** Where this server reaches itself. */
  lokaalUrl: string;
  grenzen: SessieGrenzen;
  diensten: readonly Inlogdienst[];
  /** Log in as one of the invented people of the practice environment. */
  oefenomgeving: boolean;
  /** Key of the pseudonyms. Not asked for while nobody can log in. */
  sleutel: Buffer;
}

/** Nobody can log in. */
export const geenLogin: Instellingen = {
  publicUrl: 'http://localhost',
  lokaalUrl: 'http://localhost',
  grenzen: { stilS: 30 * 60, maximumS: 8 * 60 * 60 },
  diensten: [],
  oefenomgeving: false,
  sleutel: randomBytes(32),
};
