import type { Opdracht } from './opdracht.ts';
import { opruimen } from './opruimen.ts';

/** Every kind of work that the loket does later. */
export const opdrachten = [opruimen] as const satisfies readonly Opdracht[];
