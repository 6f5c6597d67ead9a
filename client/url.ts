import type { BesluitSoort } from '../server/besluiten/contract.ts';
import { type CombinatieAdres, inAdres, leegAdres } from '../server/combineren/domain/adres.ts';
import { inRdBereik, opCentimeter, type RdPunt } from '../server/geo/rd.ts';

/** What the address bar holds: everything that another person needs to see the same. */
export interface UrlState {
  /** The chosen place, RD metres in whole centimetres; null: nothing chosen yet. */
  plaats: RdPunt | null;
  /** Sections of the card that stand open, in the order of the card. */
  secties: Sectie[];
  /** Map layers from top to bottom; null: nobody chose, so the layers that are on by default. */
  lagen: LaagKeuze[] | null;
  /** How steep the map is seen, in whole degrees, with the panden as high as they are; null: flat. */
  kanteling: number | null;
  /** YYYY-MM-DD: rules as on this day; null: today. */
  datum: string | null;
  regels: RegelsFilter;
  besluiten: BesluitenFilter;
  /** The layers that are combined; it stays while somebody looks at a place that came out of it. */
  combinatie: CombinatieAdres;
}

export const secties = ['regels', 'omstandigheden', 'besluiten', 'kaart'] as const;
export type Sectie = (typeof secties)[number];

/** The steepest view of the map, in degrees from straight above. */
export const hoogsteKanteling = 60;

export interface LaagKeuze {
  id: string;
  /** From 0 (not visible) to 1. */
  dekking: number;
}

export interface RegelsFilter {
  zoek: string;
  thema: string;
  bestuurslaag: string;
  kwalificatie: string;
}

export interface BesluitenFilter {
  straal: Straal;
  soorten: BesluitSoort[];
  van: string | null;
  tot: string | null;
}

/** The distances around the place that a person can choose, in metres. */
export const stralen = [100, 250, 500, 1000, 2000] as const;
export type Straal = (typeof stralen)[number];

const besluitSoorten: Record<BesluitSoort, true> = {
  aanvraag: true,
  verlengd: true,
  verleend: true,
  geweigerd: true,
  'buiten-behandeling': true,
  ingetrokken: true,
  vergunningvrij: true,
  ontwerp: true,
  definitief: true,
  melding: true,
  intrekking: true,
  wijziging: true,
  'plan-voornemen': true,
  'plan-ontwerp': true,
  'plan-vastgesteld': true,
  handhaving: true,
  verkeersbesluit: true,
  'apv-vergunning': true,
  alcohol: true,
  overig: true,
};

export const leegUrl: UrlState = {
  plaats: null,
  secties: [],
  lagen: null,
  kanteling: null,
  datum: null,
  regels: { zoek: '', thema: '', bestuurslaag: '', kwalificatie: '' },
  besluiten: { straal: 500, soorten: [], van: null, tot: null },
  combinatie: leegAdres,
};

/** Reads the query of the address bar. What it does not understand it leaves out: a wrong link still opens. */
export function parseUrl(query: URLSearchParams): UrlState {
  const straal = Number(query.get('straal'));
  return {
    plaats: parsePlaats(query.get('x'), query.get('y')),
    secties: parseLijst(query.get('open'), (key) => secties.find((sectie) => sectie === key)),
    lagen: query.has('lagen') ? parseLijst(query.get('lagen'), parseLaag) : null,
    kanteling: parseKanteling(query.get('kanteling')),
    datum: parseDatum(query.get('datum')),
    regels: {
      zoek: (query.get('zoek') ?? '').slice(0, 100),
      thema: query.get('thema') ?? '',
      bestuurslaag: query.get('bestuurslaag') ?? '',
      kwalificatie: query.get('kwalificatie') ?? '',
    },
    besluiten: {
      straal: stralen.find((metres) => metres === straal) ?? leegUrl.besluiten.straal,
      soorten: parseLijst(query.get('soort'), (key) => (key in besluitSoorten ? (key as BesluitSoort) : undefined)),
      van: parseDatum(query.get('van')),
      tot: parseDatum(query.get('tot')),
    },
    combinatie: { toon: query.get('toon') ?? '', die: query.get('die') ?? '', en: query.get('en') ?? '' },
  };
}

/** The query for the address bar, without "?"; what is as usual is left out. Inverse of {@link parseUrl}. */
export function formatUrl(state: UrlState): string {
  const { plaats, lagen, regels, besluiten, combinatie } = state;
  const parts: [string, string | null][] = [
    ['x', plaats && String(opCentimeter(plaats.x))],
    ['y', plaats && String(opCentimeter(plaats.y))],
    ['open', state.secties.join(',')],
    ['kanteling', state.kanteling === null ? null : String(state.kanteling)],
    ['datum', state.datum],
    ['zoek', regels.zoek],
    ['thema', regels.thema],
    ['bestuurslaag', regels.bestuurslaag],
    ['kwalificatie', regels.kwalificatie],
    ['straal', besluiten.straal === leegUrl.besluiten.straal ? null : String(besluiten.straal)],
    ['soort', besluiten.soorten.join(',')],
    ['van', besluiten.van],
    ['tot', besluiten.tot],
    ...Object.entries(combinatie),
  ];
  const given = parts.filter((part): part is [string, string] => Boolean(part[1]));
  if (lagen) given.push(['lagen', lagen.map(formatLaag).join(',')]);
  return given.map(([key, value]) => `${key}=${inAdres(value)}`).join('&');
}

/** Keeps what is about the person's way of looking (layers, sections, date, filters) and moves to another place. */
export function naarPlaats(state: UrlState, plaats: RdPunt): UrlState {
  return { ...state, plaats: { x: opCentimeter(plaats.x), y: opCentimeter(plaats.y) } };
}

function parsePlaats(x: string | null, y: string | null): RdPunt | null {
  if (!x?.trim() || !y?.trim()) return null;
  const punt = { x: opCentimeter(Number(x)), y: opCentimeter(Number(y)) };
  return inRdBereik(punt) ? punt : null;
}

function parseLijst<T>(value: string | null, parse: (key: string) => T | undefined): T[] {
  const items = (value ?? '').split(',').map((key) => parse(key.trim()));
  return items.filter((item) => item !== undefined).slice(0, 60);
}

function parseKanteling(value: string | null): number | null {
  return value !== null && /^\d{1,2}$/.test(value) && Number(value) <= hoogsteKanteling ? Number(value) : null;
}

/** `geluid` or `geluid:60` (percent). */
function parseLaag(text: string): LaagKeuze | undefined {
  const [id = '', percent = '100'] = text.split(':');
  const dekking = Number(percent) / 100;
  if (!/^[a-z0-9][a-z0-9_-]{0,60}$/i.test(id) || !(dekking >= 0 && dekking <= 1)) return undefined;
  return { id, dekking };
}

const formatLaag = ({ id, dekking }: LaagKeuze): string => (dekking === 1 ? id : `${id}:${Math.round(dekking * 100)}`);

/** A day that exists, as YYYY-MM-DD. */
function parseDatum(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}
