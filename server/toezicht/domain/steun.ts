/**
 * On what a sentence about powers rests. `wettekst`: it was read beside the text of the law. `vakkennis`: it was written
 * down by who knows the work, and not yet laid beside the law. `gemeente`: the verordening of the gemeente decides.
 */
export const steunen = ['wettekst', 'vakkennis', 'gemeente'] as const;
export type Steun = (typeof steunen)[number];
