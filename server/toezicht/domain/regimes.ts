import * as z from 'zod/mini';
import inhoud from '../../../data/toezicht/regimes.json';
import type { Role } from '../../toegang/domain/rollen.ts';
import { steunen } from './steun.ts';

const tekst = z.string().check(z.minLength(3));
const steunt = z.enum(steunen);
const bestand = z.object({
  /** Day on which a jurist of the gemeente checked it; null: nobody did yet. */
  nagekeken: z.nullable(z.iso.date()),
  regimes: z.array(
    z.object({ id: z.string(), naam: tekst, wat: tekst, artikel: z.nullable(tekst), doe: tekst, steunt }),
  ),
  activiteitgroepen: z.array(tekst),
  bevoegdheden: z.array(z.object({ rollen: z.array(z.string()), kan: tekst, artikel: tekst, steunt })),
});

/** @throws Error that names what is wrong in data/toezicht/regimes.json */
function lees(): z.infer<typeof bestand> {
  const gelezen = bestand.safeParse(inhoud);
  if (!gelezen.success) throw new Error(`data/toezicht/regimes.json klopt niet:\n${z.prettifyError(gelezen.error)}`);
  return gelezen.data;
}

const gelezen = lees();

/** Kinds of area that the mayor or the college points out for order in the street. */
export const { regimes, activiteitgroepen, nagekeken } = gelezen;
export type RegimeSoort = (typeof regimes)[number];

/** What somebody in this role may do anywhere, each with its article. */
export const bevoegdhedenVan = (rol: Role | null) =>
  gelezen.bevoegdheden
    .filter(({ rollen }) => rol !== null && rollen.includes(rol))
    .map(({ kan, artikel, steunt }) => ({ kan, artikel, steunt }));
