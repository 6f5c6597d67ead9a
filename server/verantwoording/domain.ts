import { isRole, type Role } from '../toegang/domain/rollen.ts';
import { type Gegeven, type GegevenId, gegevens, type Kader, kaderVan } from '../toegang/domain.ts';

/** What is done with data, in the words of the duty to log (Wpg art. 32a). */
export const handelingen = [
  'verzamelen',
  'wijzigen',
  'raadplegen',
  'verstrekken',
  'combineren',
  'vernietigen',
] as const;
export type Handeling = (typeof handelingen)[number];

export const uitkomsten = ['gelukt', 'geweigerd', 'niet-gevonden', 'mislukt'] as const;
export type Uitkomst = (typeof uitkomsten)[number];

/** One entry of the register of processing activities: a kind of data, and for whom its ground or purpose differs. */
export interface Activiteit extends Kader {
  id: string;
  gegeven: GegevenId;
  naam: string;
  /** Null: every role that has no entry of its own. */
  rol: Role | null;
}

/** Which entry of the register a use by this role falls under: `eigenDossier`, `eigenDossier-auditor`. */
export function activiteitId(gegeven: GegevenId, rol: Role | 'anoniem'): string {
  const { anders }: Gegeven = gegevens[gegeven];
  return rol !== 'anoniem' && anders[rol] ? `${gegeven}-${rol}` : gegeven;
}

/** The register of processing activities, from the table of permissions: public data is not in it. */
export function activiteiten(): Activiteit[] {
  return (Object.keys(gegevens) as GegevenId[]).flatMap((gegeven) => {
    const { naam, wet, grondslag, doel, cellen, anders }: Gegeven = gegevens[gegeven];
    const gebruikt = Object.values(cellen).some((cel) => cel !== '–');
    if (wet === 'openbaar' || !gebruikt) return [];
    const roles = Object.keys(anders).filter(isRole);
    return [
      { id: gegeven, gegeven, naam, rol: null, wet, grondslag, doel },
      ...roles.map((rol) => ({ id: activiteitId(gegeven, rol), gegeven, naam, rol, ...kaderVan(gegeven, rol) })),
    ];
  });
}
