import type { Beeld, ThemaBeeld } from '../contract.ts';

/** The priorities in their order. */
export const prioriteitenVan = ({ themas: alle }: Pick<Beeld, 'themas'>): ThemaBeeld[] =>
  alle.filter(({ prioriteit }) => prioriteit !== null).sort((a, b) => (a.prioriteit ?? 0) - (b.prioriteit ?? 0));
