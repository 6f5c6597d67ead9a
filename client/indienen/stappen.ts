import type { FormulierStap, Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';

export interface Stap {
  id: string;
  titel: string;
  /** The questions of this step; null: it is a step of its own kind. */
  vragen: FormulierStap | null;
}

const eigen = (id: string, titel: string): Stap => ({ id, titel, vragen: null });

/** The steps of a form: what, where, the rest, bijlagen, who, and the overview. */
export function stappenVan({ stappen, verzoek, vereisten }: Zaaktype): Stap[] {
  const alsStap = (vragen: FormulierStap): Stap => ({ id: vragen.id, titel: vragen.titel, vragen });
  const [eerste, ...rest] = stappen.filter(({ id }) => id !== 'contact').map(alsStap);
  const contact = stappen.filter(({ id }) => id === 'contact').map(alsStap);
  const melding = verzoek === 'openbare-ruimte';
  return [
    ...(eerste ? [eerste] : []),
    eigen('plaats', melding ? 'Waar is het?' : 'Waar gaat het over?'),
    ...rest,
    eigen('bijlagen', melding ? 'Foto’s' : vereisten.length > 0 ? 'Bijlagen' : 'Bijlagen, als u die hebt'),
    ...contact,
    eigen('controle', 'Controleren en versturen'),
  ];
}

/** The step in which a field stands. */
export const stapVanVeld = (stappen: readonly Stap[], veld: string): string =>
  stappen.find(({ id, vragen }) => id === veld || vragen?.velden.some((een) => een.id === veld))?.id ??
  stappen[0]?.id ??
  'wat';
