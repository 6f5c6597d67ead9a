import { type Drempel, isGenoeg, type Zekerheid } from './domain/niveau.ts';
import { aanvragers, type Role, rollen } from './domain/rollen.ts';

/**
 * What somebody may do with a kind of data.
 *
 * `R` read · `A` totals only, nothing that leads to a person · `O` what is his own · `T` what his task asks for, each
 * time logged with its purpose · `W` write, within the same reach; alone: give, without reading.
 */
export type Bereik = 'R' | 'A' | 'O' | 'T';
export type Cel = '–' | Bereik | 'W' | `${Bereik}W`;

export type Wet = 'openbaar' | 'AVG' | 'Wpg';

/** Why and on what ground a kind of data is processed. */
export interface Kader {
  wet: Wet;
  grondslag: string;
  doel: string;
}

/** One kind of data: who may do what with it, on which ground, and at which level of assurance. */
export interface Gegeven extends Kader {
  naam: string;
  cellen: Readonly<Record<Role | 'anoniem', Cel>>;
  /** Roles for whom ground or purpose differ. */
  anders: Readonly<Partial<Record<Role, Partial<Kader>>>>;
  /** What reading and writing ask of who comes for himself. Behind the counter it is `intern`. */
  niveau: { lezen: Drempel; schrijven: Drempel };
  /** Which uses of it are logged by themselves. */
  logboek: 'elke' | 'schrijven' | 'geen';
}

const kolommen = ['anoniem', ...(Object.keys(rollen) as Role[])] as const;

interface Rest {
  anders?: Gegeven['anders'];
  niveau?: Gegeven['niveau'];
  logboek?: Gegeven['logboek'];
}

function rij(naam: string, cellen: string, kader: Kader, rest: Rest = {}): Gegeven {
  const letters = cellen.trim().split(/\s+/);
  if (letters.length !== kolommen.length) throw new Error(`${naam}: ${letters.length} cells`);
  return {
    naam,
    ...kader,
    cellen: Object.fromEntries(kolommen.map((kolom, i) => [kolom, letters[i]])) as Gegeven['cellen'],
    anders: rest.anders ?? {},
    niveau: rest.niveau ?? { lezen: 'dossier', schrijven: 'indienen' },
    logboek: rest.logboek ?? (kader.wet === 'openbaar' ? 'schrijven' : 'elke'),
  };
}

const openbaar: Kader = {
  wet: 'openbaar',
  grondslag: 'Openbare informatie zonder persoonsgegevens',
  doel: 'Laten zien wat er is, wat er mag en wat er is besloten',
};
const behandelen: Kader = {
  wet: 'AVG',
  grondslag: 'AVG art. 6 lid 1 onder c en e',
  doel: 'Aanvragen en meldingen ontvangen, behandelen en daarop besluiten',
};
const openbareRuimte: Kader = {
  wet: 'AVG',
  grondslag: 'AVG art. 6 lid 1 onder e',
  doel: 'Meldingen over de openbare ruimte oplossen',
};
const toezicht: Kader = {
  wet: 'AVG',
  grondslag: 'AVG art. 6 lid 1 onder e',
  doel: 'Toezicht houden op de leefomgeving en handhaven',
};
const cijfers: Kader = {
  wet: 'Wpg',
  grondslag: 'Wpg art. 22',
  doel: 'Beleidsinformatie over veiligheid, zonder persoonsgegevens',
};
const opsporing: Kader = {
  wet: 'Wpg',
  grondslag: 'Wpg art. 6 en 46',
  doel: 'De opsporingstaak van de boa',
};
const loket: Kader = {
  wet: 'AVG',
  grondslag: 'AVG art. 6 lid 1 onder e',
  doel: 'Het loket laten werken',
};

const controleAvg = { grondslag: 'AVG art. 6 lid 1 onder c', doel: 'Controle op het gebruik van persoonsgegevens' };
const controleWpg = { grondslag: 'Wpg art. 33', doel: 'Controle op het gebruik van politiegegevens' };
const advies = { doel: 'Advies over een aanvraag of melding' };
const avg = { auditor: controleAvg };
const wpg = { auditor: controleWpg };

/**
 * Who may do what with which data: the one table of permissions.
 *
 * A tablet, a task or a partner that needs more gets it here, with its ground, or not at all. The domain of permits and
 * the domain of safety never meet in one row. Police incidents are not kept in this product, so nobody has a right to
 * them here: who needs them for his task has another system with its own ground (Wpg art. 16, 18, 19 or 20).
 */
// biome-ignore format: a table is read by its columns
export const gegevens = {
  //                                                  ano bur ond gem beh toe boa bel bgm pol omg vei wat cor red aud ber
  omgevingsplan:    rij('Omgevingsplan en regels',   'R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R', openbaar),
  basiskaart:       rij('Adressen, panden, percelen','R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R', openbaar),
  bekendmakingen:   rij('Bekendmakingen',            'R   R   R   R   RW  R   R   R   R   R   R   R   R   R   R   R   R', openbaar),
  eigenaren:        rij('Namen van eigenaren',       '–   O   O   O   T   T   T   –   –   –   T   T   –   –   –   T   –', behandelen, { anders: { ...avg, toezichthouder: toezicht, boa: toezicht } }),
  eigenDossier:     rij('Eigen aanvraag of melding', '–   OW  OW  OW  TW  T   –   –   –   –   T   T   T   –   –   T   –', behandelen, { anders: { ...avg, toezichthouder: toezicht, omgevingsdienst: advies, veiligheidsregio: advies, waterschap: advies } }),
  andermansDossier: rij('Dossier van een ander',     '–   –   –   –   T   T   –   –   –   –   T   T   –   –   –   T   –', behandelen, { anders: { ...avg, toezichthouder: toezicht, omgevingsdienst: advies, veiligheidsregio: advies } }),
  behandeling:      rij('Behandeling van een zaak',  '–   –   –   –   TW  –   –   –   –   –   –   –   –   –   –   T   –', behandelen, { anders: avg }),
  advies:           rij('Adviesvraag met stukken',   '–   –   –   –   TW  –   –   –   –   TW  TW  TW  TW  –   –   T   –', { ...behandelen, ...advies }, { anders: avg }),
  concept:          rij('Concept van een aanvraag', 'OW  OW  OW  OW  OW  OW  OW  –   –   –   –   –   –   –   –   –   –', { ...behandelen, doel: 'Een aanvraag of melding voorbereiden' }, { niveau: { lezen: 'geen', schrijven: 'geen' } }),
  zienswijze:       rij('Reactie op een plan',       '–   OW  OW  OW  T   –   –   –   –   –   –   –   –   –   –   T   –', { ...behandelen, doel: 'Reacties op een ontwerp of plan meewegen' }, { anders: avg, niveau: { lezen: 'indienen', schrijven: 'indienen' } }),
  checkAntwoorden:  rij('Antwoorden vergunningcheck','–   OW  OW  OW  T   –   –   A   –   –   –   –   –   –   –   –   –', behandelen, { niveau: { lezen: 'geen', schrijven: 'geen' } }),
  abonnement:       rij('Abonnement op een plek',    'OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  TW  OW', { ...loket, grondslag: 'AVG art. 6 lid 1 onder a', doel: 'Op verzoek laten weten wat in de buurt verandert' }, { anders: avg, niveau: { lezen: 'geen', schrijven: 'geen' } }),
  meldingKaart:     rij('Meldingen op de kaart',     'R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   –', openbaar),
  meldingInhoud:    rij('Melding: tekst en foto',    'W   OW  OW  W   TW  TW  TW  –   –   –   T   T   –   T   –   T   –', openbareRuimte, { anders: avg, niveau: { lezen: 'indienen', schrijven: 'geen' } }),
  cbsCijfers:       rij('Politiecijfers van het CBS','R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   –', openbaar),
  vngLevering:      rij('Politiecijfers VNG-INP',    '–   –   –   –   –   –   A   A   A   R   –   –   –   –   –   T   –', cijfers, { anders: wpg }),
  politieIncident:  rij('Politie-incidenten',        '–   –   –   –   –   –   –   –   –   –   –   –   –   –   –   –   –', opsporing),
  boaRegistratie:   rij('Registraties van de boa',   '–   –   –   –   –   –   TW  A   –   T   –   –   –   –   –   T   –', opsporing, { anders: { ...wpg, beleidsmaker: cijfers, politie: { grondslag: 'Wpg art. 19' } } }),
  handhaving:       rij('Handhavingszaken',          '–   O   O   O   T   TW  TW  A   A   –   T   T   –   –   –   T   –', toezicht, { anders: avg }),
  bevinding:        rij('Bevindingen op straat',     '–   –   –   –   T   TW  TW  A   –   –   –   –   –   –   –   T   –', toezicht, { anders: avg }),
  hotspotOpenbaar:  rij('Hotspots, openbaar',        'R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   –', openbaar),
  hotspotIntern:    rij('Hotspots, intern',          '–   –   –   –   –   A   T   A   A   R   –   –   –   –   –   T   –', cijfers, { anders: { ...wpg, boa: { grondslag: 'Wpg art. 6 en 22' } } }),
  veiligheidsbeeld: rij('Veiligheidsbeeld in opbouw','–   –   –   –   –   A   A   AW  A   A   –   –   –   –   –   T   –', cijfers, { anders: wpg }),
  onderzoek:        rij('Uitkomsten van enquêtes',   'R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   –', openbaar),
  sensoren:         rij('Register van sensoren',     'R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R   R', openbaar),
  eigenVerwerkingen:rij('Wat met u is vastgelegd',   '–   O   O   –   –   –   –   –   –   –   –   –   –   –   –   –   –', { wet: 'AVG', grondslag: 'AVG art. 15', doel: 'Op verzoek laten zien wat met gegevens is gedaan' }, { niveau: { lezen: 'indienen', schrijven: 'indienen' } }),
  logboekAvg:       rij('Logboek AVG',               '–   –   –   –   –   –   –   –   –   –   –   –   –   –   –   T   –', { wet: 'AVG', ...controleAvg }),
  logboekWpg:       rij('Logboek Wpg',               '–   –   –   –   –   –   –   –   –   –   –   –   –   –   –   T   –', { wet: 'Wpg', ...controleWpg }),
  loketinhoud:      rij('Teksten van het loket',     'R   R   R   R   R   R   R   R   R   R   R   R   R   R   RW  R   R', openbaar),
  opdrachten:       rij('Opdrachten van het loket',  '–   –   –   –   –   –   –   –   –   –   –   –   –   –   –   –   AW', { ...loket, doel: 'Herstellen wat niet is verzonden, zonder de inhoud te zien' }),
  zaaksysteem:      rij('Zaken in het zaaksysteem',  'W   –   –   –   –   –   –   –   –   –   –   –   –   –   –   –   –', behandelen),
  sessie:           rij('Wie u bent in dit loket',   'OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW  OW', loket, { logboek: 'geen' }),
} as const satisfies Record<string, Gegeven>;

export type GegevenId = keyof typeof gegevens;

export const isGegeven = (id: string): id is GegevenId => Object.hasOwn(gegevens, id);

/** What an endpoint asks of who calls it: a right of the table. With `anoniem` also without login, where the table says so. */
export interface Recht {
  gegeven: GegevenId;
  doe: 'lezen' | 'schrijven';
  anoniem?: true;
}

/** Who acts. A person holds one or more roles, and acts in one of them: ground and purpose follow from it. */
export interface Persoon extends Zekerheid {
  /** Pseudonym of who acts. */
  persoon: string;
  /** Pseudonym of whose things these are: himself, his company, or who gave him a machtiging. */
  eigenaar: string;
  naam: string;
  rol: Role;
  rollen: readonly Role[];
  /** The name of who gave the machtiging. */
  namens: string | null;
  organisatie: { kvk: string; vestiging: string | null; naam: string | null } | null;
  /** Codes (gm9999) for which somebody behind the counter works; empty for who comes for himself. */
  bevoegdGezag: readonly string[];
}

export type Oordeel =
  | { mag: true; cel: Cel; bereik: Bereik | null; kader: Kader }
  | { mag: false; reden: 'inloggen' | 'rol' | 'niveau'; drempel: Drempel };

/** The frame in which a role processes a kind of data. */
export function kaderVan(id: GegevenId, rol: Role | 'anoniem'): Kader {
  const { wet, grondslag, doel, anders }: Gegeven = gegevens[id];
  return { wet, grondslag, doel, ...(rol === 'anoniem' ? {} : anders[rol]) };
}

const staatToe = (cel: Cel, doe: Recht['doe']) =>
  doe === 'schrijven' ? cel.endsWith('W') : cel !== '–' && cel !== 'W';

/** The level of assurance that a role needs. What needs no login needs no level. */
export function drempelVoor({ gegeven, doe }: Recht, rol: Role): Drempel {
  const { cellen, niveau }: Gegeven = gegevens[gegeven];
  if (staatToe(cellen.anoniem, doe)) return 'geen';
  return aanvragers.has(rol) ? niveau[doe] : 'intern';
}

/** Whether this use of this kind of data must stand in the log. */
export function moetGelogd({ gegeven, doe }: Recht): boolean {
  const { logboek }: Gegeven = gegevens[gegeven];
  return logboek === 'elke' || logboek === doe;
}

/** May this person do this? Null is who has not logged in. */
export function beoordeel(recht: Recht, wie: Persoon | null): Oordeel {
  const rol = wie?.rol ?? 'anoniem';
  const cel: Cel = gegevens[recht.gegeven].cellen[rol];
  const mag = staatToe(cel, recht.doe);
  const drempel = wie ? drempelVoor(recht, wie.rol) : 'geen';
  if (!wie && !(recht.anoniem && mag)) return { mag: false, reden: 'inloggen', drempel };
  if (!mag) return { mag: false, reden: 'rol', drempel };
  if (wie && !isGenoeg(wie, drempel)) return { mag: false, reden: 'niveau', drempel };
  const bereik = cel.replace('W', '') as Bereik | '';
  return { mag: true, cel, bereik: bereik || null, kader: kaderVan(recht.gegeven, rol) };
}
