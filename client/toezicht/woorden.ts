import type { Loop } from '../../server/toezicht/domain/plek.ts';
import type { Advies, Staat } from '../../server/toezicht/domain/staat.ts';
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

/** A duration of hours and minutes: "3 uur en 5 minuten". */
export function noemDuur(ms: number): string {
  const minuten = Math.round(Math.abs(ms) / 60_000);
  const uren = Math.floor(minuten / 60);
  const rest = minuten % 60;
  const delen = [uren > 0 && `${uren} uur`, (rest > 0 || uren === 0) && `${rest} ${rest === 1 ? 'minuut' : 'minuten'}`];
  return delen.filter(Boolean).join(' en ');
}
