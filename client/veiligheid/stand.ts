import * as z from 'zod/mini';
import { maand } from '../../server/veiligheid/domain/periode.ts';
import { type Rooster, roosters } from '../../server/veiligheid/domain/rooster.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';

export const omtrekken = ['grenst', '250', '500'] as const;

/** What somebody looks at: it stands in the address behind #, so that a reload and a shared link show the same. */
export interface Stand {
  /** What everybody may see, or the counts; null: as much as the role allows. */
  wat: 'openbaar' | 'intern' | null;
  stroom: 'politie' | 'melding';
  themas: readonly string[];
  /** Chosen classes as `stelsel code`; null: all that count for these themas. */
  klassen: readonly string[] | null;
  per: 'aantal' | 'adressen';
  /** Months, both included; null: the last twelve. */
  van: string | null;
  tot: string | null;
  /** Part of the week and the day, as `weekend nacht`; empty: all. */
  deel: string;
  /** Hold the map against that of the period before, or against that of the other stroom. */
  naast: '' | 'eerder' | 'stroom';
  rooster: Rooster;
  /** Cells around a cell that count with it: those that touch it, or all within so many metres. */
  rondom: (typeof omtrekken)[number];
  /** For everybody: 2025, or 2025-3 for a quarter; null: the latest. */
  periode: string | null;
  /** Number of the chosen cell. */
  cel: number | null;
}

export const leegStand: Stand = {
  wat: null,
  stroom: 'politie',
  themas: ['1.3'],
  klassen: null,
  per: 'aantal',
  van: null,
  tot: null,
  deel: '',
  naast: '',
  rooster: 'vierkant',
  rondom: 'grenst',
  periode: null,
  cel: null,
};

const kies = <T extends string>(tekst: string | null, uit: readonly T[], anders: T): T =>
  uit.find((een) => een === tekst) ?? anders;
const leesMaand = (tekst: string | null) => {
  const gelezen = z.safeParse(maand, tekst);
  return gelezen.success ? gelezen.data : null;
};

/** Reads what stands behind #. What it does not understand it leaves out: a wrong link still opens. */
export function leesStand(hash: string): Stand {
  const delen = new URLSearchParams(hash.replace(/^#/, ''));
  const gekozen = (delen.get('thema') ?? '').split(',').filter((nummer) => themas.has(nummer));
  const cel = Number(delen.get('cel') ?? Number.NaN);
  const wat = delen.get('wat');
  return {
    wat: wat === 'openbaar' || wat === 'intern' ? wat : null,
    stroom: kies(delen.get('stroom'), ['politie', 'melding'], leegStand.stroom),
    themas: gekozen.length > 0 ? [...new Set(gekozen)].slice(0, 6) : leegStand.themas,
    klassen: delen.has('klasse') ? (delen.get('klasse') ?? '').split(',').filter(Boolean) : null,
    per: kies(delen.get('per'), ['aantal', 'adressen'], leegStand.per),
    van: leesMaand(delen.get('van')),
    tot: leesMaand(delen.get('tot')),
    deel: /^(doordeweeks|weekend) (nacht|dag|avond)$/.test(delen.get('deel') ?? '')
      ? (delen.get('deel') as string)
      : '',
    naast: kies(delen.get('naast'), ['', 'eerder', 'stroom'], ''),
    rooster: kies(delen.get('rooster'), roosters, 'vierkant'),
    rondom: kies(delen.get('rondom'), omtrekken, 'grenst'),
    periode: /^\d{4}(-[1-4])?$/.test(delen.get('periode') ?? '') ? delen.get('periode') : null,
    cel: Number.isInteger(cel) && cel >= 0 ? cel : null,
  };
}

/** The distance band in metres; null: cells that touch. */
export const bandVan = ({ rondom }: Pick<Stand, 'rondom'>): number | null =>
  rondom === 'grenst' ? null : Number(rondom);

/** Inverse of {@link leesStand}, with the #; what is as usual is left out. */
export function schrijfStand(stand: Stand): string {
  const delen = new URLSearchParams();
  const zet = (naam: string, waarde: string | null, gewoon: string | null = null) => {
    if (waarde !== null && waarde !== gewoon) delen.set(naam, waarde);
  };
  zet('wat', stand.wat);
  zet('stroom', stand.stroom, leegStand.stroom);
  zet('thema', stand.themas.join(','), leegStand.themas.join(','));
  zet('klasse', stand.klassen?.join(',') ?? null);
  zet('per', stand.per, leegStand.per);
  zet('van', stand.van);
  zet('tot', stand.tot);
  zet('deel', stand.deel, '');
  zet('naast', stand.naast, '');
  zet('rooster', stand.rooster, leegStand.rooster);
  zet('rondom', stand.rondom, leegStand.rondom);
  zet('periode', stand.periode);
  zet('cel', stand.cel === null ? null : String(stand.cel));
  const tekst = delen.toString();
  return tekst ? `#${tekst}` : '';
}
