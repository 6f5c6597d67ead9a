/** Where a bevinding stands. */
export const staten = ['open', 'toegewezen', 'gesloten', 'betwist'] as const;
export type Staat = (typeof staten)[number];

/** What can be done with it. */
export const handelingen = ['wijs-toe', 'neem-op', 'sluit', 'betwist', 'heropen'] as const;
export type Handeling = (typeof handelingen)[number];

/** Who goes on with it. */
export const teams = {
  toezicht: 'Toezicht',
  vergunningen: 'Vergunningen',
  communicatie: 'Communicatie',
  beheer: 'Beheer openbare ruimte',
  bebording: 'Verkeer en bebording',
} as const;
export type Team = keyof typeof teams;

/** What who found it advises, and who then goes on with it. */
export const adviezen = ['vergunning', 'communicatie', 'bebording', 'beheer', 'toezicht'] as const;
export type Advies = (typeof adviezen)[number];
const teamBij: Readonly<Record<Advies, Team>> = {
  vergunning: 'vergunningen',
  communicatie: 'communicatie',
  bebording: 'bebording',
  beheer: 'beheer',
  toezicht: 'toezicht',
};

/** Where a new bevinding begins: with the team of its first advice, or open when nothing is advised. */
export const beginVan = ([eerste]: readonly Advies[]): { staat: Staat; team: Team | null } =>
  eerste ? { staat: 'toegewezen', team: teamBij[eerste] } : { staat: 'open', team: null };

interface Overgang {
  van: readonly Staat[];
  naar: Staat;
  /** As a verb, on a button. */
  naam: string;
  /** What must come along. */
  eist: readonly ('team' | 'tekst' | 'bewijs')[];
  /** Not by who closed it: disputing is for another pair of eyes. */
  nietDoorSluiter?: true;
}

/** Which act is possible from where, and where it leads. Anything else is not possible. */
export const overgangen: Readonly<Record<Handeling, Overgang>> = {
  'wijs-toe': { van: ['open', 'toegewezen', 'betwist'], naar: 'toegewezen', naam: 'Wijs toe', eist: ['team'] },
  'neem-op': { van: ['open', 'toegewezen'], naar: 'toegewezen', naam: 'Ik pak dit op', eist: [] },
  sluit: { van: ['open', 'toegewezen', 'betwist'], naar: 'gesloten', naam: 'Sluit af', eist: ['tekst', 'bewijs'] },
  betwist: { van: ['gesloten'], naar: 'betwist', naam: 'Betwist', eist: ['tekst'], nietDoorSluiter: true },
  heropen: { van: ['gesloten', 'betwist'], naar: 'open', naam: 'Heropen', eist: ['tekst'] },
};

/** What an act brings along. */
export interface Inbreng {
  team: Team | null;
  tekst: string;
  /** Photos of now that were sent and taken. */
  bewijs: number;
}

export type Oordeel = { mag: true; naar: Staat } | { mag: false; reden: string };

const eisen: Readonly<Record<Overgang['eist'][number], { is(inbreng: Inbreng): boolean; anders: string }>> = {
  team: { is: ({ team }) => team !== null, anders: 'Kies wie ermee verder gaat.' },
  tekst: { is: ({ tekst }) => tekst.trim().length >= 3, anders: 'Schrijf in een zin waarom.' },
  bewijs: { is: ({ bewijs }) => bewijs > 0, anders: 'Stuur een foto mee van hoe het er nu bij staat.' },
};

/** @param sluiter pseudonym of who closed it last; null: nobody */
export function beoordeelHandeling(
  handeling: Handeling,
  nu: { staat: Staat; sluiter: string | null },
  door: string,
  inbreng: Inbreng,
): Oordeel {
  const kan = kanNu(handeling, nu, door);
  if (!kan.mag) return kan;
  const mist = overgangen[handeling].eist.map((eis) => eisen[eis]).find(({ is }) => !is(inbreng));
  return mist ? { mag: false, reden: mist.anders } : kan;
}

/** Whether an act is possible now, whatever it will bring along. */
export function kanNu(
  handeling: Handeling,
  { staat, sluiter }: { staat: Staat; sluiter: string | null },
  door: string,
): Oordeel {
  const { van, naar, naam, nietDoorSluiter } = overgangen[handeling];
  if (!van.includes(staat)) return { mag: false, reden: `"${naam}" kan niet met een bevinding die ${staat} is.` };
  if (nietDoorSluiter && sluiter === door) {
    return { mag: false, reden: 'U sloot deze bevinding zelf af. Heropen haar, of laat een collega kijken.' };
  }
  return { mag: true, naar };
}
