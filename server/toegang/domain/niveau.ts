/**
 * Levels of assurance per means of login, from low to high.
 *
 * DigiD and eHerkenning are named after the contexts of authentication of the Zaken API; eIDAS after the regulation. Of
 * a colleague the one question is whether there was a second factor.
 */
export const middelen = {
  digid: { naam: 'DigiD', niveaus: ['basis', 'midden', 'substantieel', 'hoog'] },
  eherkenning: { naam: 'eHerkenning', niveaus: ['loa1', 'loa2', 'loa2plus', 'loa3', 'loa4'] },
  eidas: { naam: 'eIDAS', niveaus: ['laag', 'substantieel', 'hoog'] },
  medewerker: { naam: 'werkaccount', niveaus: ['wachtwoord', 'meerfactor'] },
} as const;

export type Middel = keyof typeof middelen;

/** A means of login with the level that was reached with it. */
export interface Zekerheid {
  middel: Middel;
  /** One of the `niveaus` of the means. */
  niveau: string;
}

/**
 * What an act asks: the lowest level per means; null: not with this means.
 *
 * `indienen`: DigiD Midden for filing, eHerkenning 3 for filing on behalf of a company. `dossier`: DigiD Substantieel for
 * personal files. `intern`: everything behind the counter, with a second factor.
 */
export const drempels = {
  geen: { digid: 'basis', eherkenning: 'loa1', eidas: 'laag', medewerker: 'wachtwoord' },
  indienen: { digid: 'midden', eherkenning: 'loa3', eidas: 'laag', medewerker: null },
  dossier: { digid: 'substantieel', eherkenning: 'loa3', eidas: 'substantieel', medewerker: null },
  intern: { digid: null, eherkenning: null, eidas: null, medewerker: 'meerfactor' },
} as const satisfies Record<string, Record<Middel, string | null>>;

export type Drempel = keyof typeof drempels;

const rangOf = (middel: Middel, niveau: string) => (middelen[middel].niveaus as readonly string[]).indexOf(niveau);

export const isNiveau = ({ middel, niveau }: Zekerheid): boolean => rangOf(middel, niveau) >= 0;

/** Whether the level reaches what is asked. A level that is not known does not. */
export function isGenoeg({ middel, niveau }: Zekerheid, drempel: Drempel): boolean {
  const gevraagd = drempels[drempel][middel];
  return gevraagd !== null && isNiveau({ middel, niveau }) && rangOf(middel, niveau) >= rangOf(middel, gevraagd);
}

const woorden: Record<string, string> = {
  loa1: 'niveau 1',
  loa2: 'niveau 2',
  loa2plus: 'niveau 2+',
  loa3: 'niveau 3',
  loa4: 'niveau 4',
  wachtwoord: 'met wachtwoord',
  meerfactor: 'met een tweede controle',
};

/** As a person knows it: "DigiD Midden", "eHerkenning niveau 3". */
export function noemZekerheid({ middel, niveau }: Zekerheid): string {
  return `${middelen[middel].naam} ${woorden[niveau] ?? `${niveau.charAt(0).toUpperCase()}${niveau.slice(1)}`}`;
}
