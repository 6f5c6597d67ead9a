import { writeZekerheid } from '../domain/inlogdienst.ts';
import { type Middel, middelen } from '../domain/niveau.ts';
import { type Role, rollen } from '../domain/rollen.ts';

/** Somebody invented, to log in as. BSN's start with 9999 and pass the eleven test; companies do not exist. */
export interface Oefenmens {
  id: string;
  naam: string;
  /** What this person does here, in a few words. */
  over: string;
  groep: 'inwoner' | 'bedrijf' | 'gemeente' | 'partner';
  middel: Middel;
  rollen: readonly Role[];
  claims: Readonly<Record<string, string>>;
}

const inwoner = (id: string, naam: string, over: string, claims: Record<string, string>): Oefenmens => ({
  id,
  naam,
  over,
  groep: 'inwoner',
  middel: 'digid',
  rollen: [],
  claims,
});

const collega = (
  groep: 'gemeente' | 'partner',
  id: string,
  naam: string,
  over: string,
  ...eigen: [Role, ...Role[]]
): Oefenmens => ({
  id,
  naam,
  over: `${eigen.map((rol) => rollen[rol]).join(' en ')}. ${over}`,
  groep,
  middel: 'medewerker',
  rollen: eigen,
  claims: {},
});

/** At least one person per role. */
export const oefenmensen: readonly Oefenmens[] = [
  inwoner('sanne', 'Sanne de Vries', 'Woont in het dorp en wil verbouwen.', { bsn: '999900006' }),
  inwoner('yusuf', 'Yusuf Demir', 'Haar buurman.', { bsn: '999900055' }),
  inwoner('joris', 'Joris Bakker', 'Doet de aanvraag van Sanne de Vries, met haar machtiging.', {
    bsn: '999900092',
    namens_bsn: '999900006',
    namens_naam: 'Sanne de Vries',
  }),
  {
    id: 'fatima',
    naam: 'Fatima el Amrani',
    over: 'Heeft een bakkerij met een terras.',
    groep: 'bedrijf',
    middel: 'eherkenning',
    rollen: [],
    claims: { kvk: '99990011', vestiging: '999900110001', organisatie: 'Bakkerij De Korenbloem' },
  },
  {
    id: 'willem',
    naam: 'Willem Hoekstra',
    over: 'Bouwt woningen. Zijn bedrijf heeft geen vaste vestiging hier.',
    groep: 'bedrijf',
    middel: 'eherkenning',
    rollen: [],
    claims: { kvk: '99990022', organisatie: 'Hoekstra Bouw' },
  },
  collega('gemeente', 'petra', 'Petra Jansen', 'Behandelt aanvragen.', 'behandelaar'),
  collega('gemeente', 'mo', 'Mo Kaya', 'Kijkt mee met besluiten.', 'behandelaar'),
  collega('gemeente', 'anouk', 'Anouk Smit', 'Houdt toezicht op bouwen en milieu.', 'toezichthouder'),
  collega('gemeente', 'ricardo', 'Ricardo Martina', 'Handhaaft op straat.', 'boa'),
  collega('gemeente', 'dennis', 'Dennis Visser', 'Heeft twee petten en kiest er een.', 'toezichthouder', 'boa'),
  collega('gemeente', 'marieke', 'Marieke van Dijk', 'Maakt het veiligheidsbeeld.', 'beleidsmaker'),
  collega('gemeente', 'hanna', 'Hanna Terpstra', 'Gaat over openbare orde.', 'burgemeester'),
  collega('gemeente', 'bram', 'Bram Postma', 'Schrijft de teksten van het loket.', 'redacteur'),
  collega('gemeente', 'ineke', 'Ineke de Boer', 'Controleert wie wat heeft bekeken.', 'auditor'),
  collega('gemeente', 'tom', 'Tom Meijer', 'Houdt het loket draaiend.', 'beheerder'),
  collega('partner', 'lotte', 'Lotte Brouwer', 'Wijkagent.', 'politie'),
  collega('partner', 'sander', 'Sander Mulder', 'Adviseert over milieu.', 'omgevingsdienst'),
  collega('partner', 'nadia', 'Nadia Haddad', 'Adviseert over brandveiligheid.', 'veiligheidsregio'),
  collega('partner', 'geert', 'Geert Dijkstra', 'Adviseert over water.', 'waterschap'),
  collega('partner', 'esra', 'Esra Yilmaz', 'Verhuurt woningen in het dorp.', 'corporatie'),
];

/** With what each kind of person logs in as usual: enough for everything. */
export const gewoonNiveau: Record<Middel, string> = {
  digid: 'substantieel',
  eherkenning: 'loa3',
  eidas: 'substantieel',
  medewerker: 'meerfactor',
};

/** Every level, as the practice environment and the loket write it. */
export const alleNiveaus: readonly string[] = (Object.keys(middelen) as Middel[]).flatMap((middel) =>
  middelen[middel].niveaus.map((niveau) => writeZekerheid({ middel, niveau })),
);
