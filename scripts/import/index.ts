import { grenzen } from './grenzen.ts';
import type { Importer } from './importer.ts';

/** Every bron that can be imported: one file and one line here. */
export const importers: readonly Importer[] = [grenzen];
