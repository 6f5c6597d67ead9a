/** Roles in the order of the table in ../domain.ts, as they are called on the screen. A person acts in one at a time. */
export const rollen = {
  burger: 'Inwoner',
  ondernemer: 'Ondernemer',
  gemachtigde: 'Gemachtigde',
  behandelaar: 'Behandelaar',
  toezichthouder: 'Toezichthouder',
  boa: 'Handhaver (boa)',
  beleidsmaker: 'Beleidsmaker veiligheid',
  burgemeester: 'Burgemeester',
  politie: 'Politie',
  omgevingsdienst: 'Omgevingsdienst',
  veiligheidsregio: 'Veiligheidsregio',
  waterschap: 'Waterschap',
  corporatie: 'Woningcorporatie',
  redacteur: 'Redacteur',
  auditor: 'Auditor',
  beheerder: 'Beheerder',
} as const;

/** Role of who has logged in. */
export type Role = keyof typeof rollen;

export const isRole = (naam: unknown): naam is Role => typeof naam === 'string' && Object.hasOwn(rollen, naam);

/** Roles of who comes for himself, or for whom he represents: what they may see is what is theirs. */
export const aanvragers: ReadonlySet<Role> = new Set(['burger', 'ondernemer', 'gemachtigde']);

/** Who can be asked for advice about a zaak. */
export const adviseurs: ReadonlySet<Role> = new Set(['omgevingsdienst', 'veiligheidsregio', 'waterschap', 'politie']);
