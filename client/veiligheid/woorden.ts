import { noemKans } from '../../server/veiligheid/domain/normaal.ts';
import { type Categorie, type Patroon, TREND_ALFA } from '../../server/veiligheid/domain/patroon.ts';
import { formatGetal } from '../format.ts';
import type { Beeld, Per } from './reken.ts';

const maandKort = new Intl.DateTimeFormat('nl-NL', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const alsDatum = (maand: string) => new Date(`${maand}-01T00:00:00Z`);

/** 2026-03 as "mrt 2026". A year stays a year. */
export const noemMaandKort = (maand: string): string =>
  maand.length === 4 ? maand : maandKort.format(alsDatum(maand)).replace('.', '');

/** 2025 or 2025-3 as "2025" or "juli tot en met september 2025". */
export function noemPeriode({ jaar, kwartaal }: { jaar: number; kwartaal: number | null }): string {
  if (kwartaal === null) return String(jaar);
  const maanden = [
    'januari tot en met maart',
    'april tot en met juni',
    'juli tot en met september',
    'oktober tot en met december',
  ];
  return `${maanden[kwartaal - 1]} ${jaar}`;
}

/** What each class of significance is called. */
export const klasseNamen: Readonly<Record<number, string>> = {
  3: 'veel meer dan gewoon, bijna zeker geen toeval',
  2: 'meer dan gewoon, waarschijnlijk geen toeval',
  1: 'meer dan gewoon, misschien toeval',
  0: 'past bij toeval',
  [-1]: 'minder dan gewoon, misschien toeval',
  [-2]: 'minder dan gewoon, waarschijnlijk geen toeval',
  [-3]: 'veel minder dan gewoon, bijna zeker geen toeval',
};

/** How many of the places that are marked so are chance at most. */
const toeval: Readonly<Record<number, string>> = { 3: '1 op de 100', 2: '1 op de 20', 1: '1 op de 10' };

/** Fewer records than this in a cell and its neighbours tell nothing. */
export const MINSTE_RONDOM = 5;

export const isTeWeinig = ({ z, rondom, bins }: Beeld, cel: number): boolean =>
  Number.isNaN(z[cel]) || ((rondom[cel] ?? 0) < MINSTE_RONDOM && bins[cel] === 0);

/** In plain words what the map says of a cell. */
export function zinVanKlasse(bin: number, per: Per): string {
  const dan = per === 'aantal' ? 'dan gemiddeld over alle cellen' : 'dan je verwacht bij zoveel adressen';
  if (bin === 0) return 'Wat hier en in de cellen eromheen gebeurde, past bij toeval. Dat is geen hotspot.';
  const meer = bin > 0 ? 'meer' : 'minder';
  return `Hier en in de cellen eromheen gebeurde duidelijk ${meer} ${dan}. Van de plekken met deze kleur is hoogstens ${toeval[Math.abs(bin)]} toeval.`;
}

/** The same for a cell of which the counts are known. */
export function zinVanCel(beeld: Beeld, cel: number, per: Per): string {
  if (per === 'adressen' && Number.isNaN(beeld.verwacht[cel])) {
    return 'In deze cel staat geen adres. Per adres is er dus niets over te zeggen. Vergelijk met het gemiddelde van alle cellen om haar mee te tellen.';
  }
  if (isTeWeinig(beeld, cel)) {
    return `Te weinig om iets te zeggen: hier en in de cellen eromheen gebeurde ${formatGetal(beeld.rondom[cel] ?? 0)} keer iets.`;
  }
  return zinVanKlasse(beeld.bins[cel] ?? 0, per);
}

export const watHetNietZegt =
  'Het zegt niet waarom, niet wie, en niet dat het weer gebeurt. Wat niemand meldt of ziet, staat er niet in.';

/** Which cells count with a cell. */
export const noemOmtrek = (band: number | null): string =>
  band === null ? 'cellen die eraan grenzen' : `alle cellen binnen ${band} meter`;

const categorieNamen: Readonly<Record<Exclude<Categorie, 'geen-patroon'>, string>> = {
  nieuw: 'nieuw: alleen in het laatste kwartaal',
  aaneengesloten: 'de laatste kwartalen achter elkaar, daarvoor nooit',
  toenemend: 'bijna altijd, en steeds sterker',
  aanhoudend: 'bijna altijd, zonder duidelijke verandering',
  afnemend: 'bijna altijd, maar steeds minder sterk',
  sporadisch: 'nu, en eerder af en toe',
  wisselend: 'nu, terwijl het eerder juist het tegendeel was',
  historisch: 'vroeger bijna altijd, nu niet',
};

export const noemCategorie = (categorie: Exclude<Categorie, 'geen-patroon'>): string => categorieNamen[categorie];

export function noemPatroon({ categorie, teken }: Patroon): string {
  if (categorie === 'geen-patroon') return 'geen patroon';
  return `${teken === 'koud' ? 'opvallend weinig' : 'hotspot'}: ${noemCategorie(categorie)}`;
}

export const noemScore = (z: number): string =>
  Number.isNaN(z)
    ? 'niet te bepalen'
    : z.toLocaleString('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Which way the score of a cell goes over the quarters, with how much doubt. */
export function noemTrend({ S, p }: { S: number; p: number }): string {
  const richting = p >= TREND_ALFA ? 'geen duidelijke richting' : S > 0 ? 'wordt sterker' : 'wordt zwakker';
  return `${richting} (p ${noemKans(p)})`;
}
