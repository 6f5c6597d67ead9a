import type { Loop } from '../../server/toezicht/domain/plek.ts';
import type { Advies, Staat } from '../../server/toezicht/domain/staat.ts';
import type { Steun } from '../../server/toezicht/domain/steun.ts';
import { dagdeelVan, type Moment, readMoment } from '../../server/veiligheid/domain/tijd.ts';
import { formatAfstand } from '../format.ts';

export const staatNamen: Readonly<Record<Staat, string>> = {
  open: 'Open',
  toegewezen: 'Toegewezen',
  gesloten: 'Afgesloten',
  betwist: 'Betwist',
};

export const adviesNamen: Readonly<Record<Advies, string>> = {
  vergunning: 'Vergunning nakijken',
  communicatie: 'Bewoners of ondernemers inlichten',
  bebording: 'Borden plaatsen of aanpassen',
  beheer: 'Opruimen of herstellen',
  toezicht: 'Vaker controleren',
};

interface DagdeelNu {
  weekdeel: 'doordeweeks' | 'weekend';
  dagdeel: 'nacht' | 'dag' | 'avond';
}

/** The part of the week and the day at a moment, in Dutch time. */
export function dagdeelOp(ms: number): DagdeelNu {
  const { weekdeel, dagdeel } = dagdeelVan(momentVan(ms));
  if (weekdeel === 'onbekend' || dagdeel === 'onbekend') throw new Error('A moment has an hour');
  return { weekdeel, dagdeel };
}

export function momentVan(ms: number): Moment {
  const moment = readMoment(new Date(ms).toISOString());
  if (!moment) throw new Error('Every moment can be read');
  return moment;
}

const dagdeelNamen = {
  nacht: 'nacht (0 tot 6 uur)',
  dag: 'dag (6 tot 18 uur)',
  avond: 'avond (18 tot 24 uur)',
} as const;
export const noemDagdeel = ({ weekdeel, dagdeel }: DagdeelNu): string =>
  `${weekdeel === 'weekend' ? 'weekend' : 'doordeweeks'}, ${dagdeelNamen[dagdeel]}`;

/** "Loop 15 m naar het oosten, dan geldt het zeker." */
export const noemLoop = ({ naar, meters, richting }: Loop): string =>
  `Loop ${formatAfstand(meters)} naar ${richting}: dan staat u er zeker ${naar === 'binnen' ? 'in' : 'buiten'}.`;

/** On what a sentence about powers rests. */
export const steunWoorden: Readonly<Record<Steun, string>> = {
  wettekst: 'Nagelezen in de wettekst.',
  vakkennis: 'Vakkennis, nog niet naast de wettekst gelegd.',
  gemeente: 'Wat precies mag, bepaalt de APV van uw gemeente. Deze zin is vakkennis, nog niet nagelezen.',
};

export const kwalificatieWoorden: Readonly<Record<string, string>> = {
  verbod: 'mag hier niet',
  vergunningplicht: 'mag met een vergunning',
  meldingsplicht: 'mag na een melding',
  informatieplicht: 'mag na een bericht aan de gemeente',
  toegestaan: 'mag',
  gebod: 'is verplicht',
  zorgplicht: 'zorg dat er geen schade komt',
  maatwerkvoorschriftbevoegdheid: 'de gemeente kan extra eisen stellen',
  'anders geduid': 'lees de regel',
};

/** Where something is: the adres nearby, and what was written down of the place beside it. */
export function noemPlaats({ adres, plaats }: { adres: string | null; plaats: string }): string {
  if (!adres) return plaats || 'geen adres in de buurt';
  return plaats && !plaats.startsWith(adres) ? `${plaats} (bij ${adres})` : `bij ${adres}`;
}

export const noemBerichten = (aantal: number): string => `${aantal} ${aantal === 1 ? 'bericht' : 'berichten'}`;

/** Whether something could not be kept because this device is full. */
export const isVol = (fout: unknown): boolean => fout instanceof DOMException && fout.name === 'QuotaExceededError';

/** Why something that was made could not be kept. */
export const bewaarFout = (fout: unknown): string =>
  isVol(fout)
    ? 'De tablet kon dit niet bewaren: het geheugen is vol. Haal een foto weg en probeer het opnieuw.'
    : 'De tablet kon dit niet bewaren. Laat deze pagina open, probeer het opnieuw of schrijf het op.';

/** A duration in its two largest parts: "3 uur en 5 minuten", "2 dagen en 4 uur". */
export function noemDuur(ms: number): string {
  const minuten = Math.round(Math.abs(ms) / 60_000);
  const [dagen, uren, rest] = [Math.floor(minuten / 1_440), Math.floor(minuten / 60) % 24, minuten % 60];
  const delen = [
    dagen > 0 && `${dagen} ${dagen === 1 ? 'dag' : 'dagen'}`,
    uren > 0 && `${uren} uur`,
    (rest > 0 || minuten === 0) && `${rest} ${rest === 1 ? 'minuut' : 'minuten'}`,
  ];
  return delen.filter(Boolean).slice(0, 2).join(' en ');
}
