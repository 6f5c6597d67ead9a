import type { Activiteit } from '../domain/regel.ts';
import { dakkapelAchter, dakkapelVoor } from './dakkapel.ts';

/** Every activiteit with rules of the house. Add one: a file here, its gevallen beside it, and a line in this list. */
export const activiteiten: readonly Activiteit[] = [dakkapelAchter, dakkapelVoor];

export const activiteitenOpId: Readonly<Record<string, Activiteit>> = Object.fromEntries(
  activiteiten.map((activiteit) => [activiteit.id, activiteit]),
);
