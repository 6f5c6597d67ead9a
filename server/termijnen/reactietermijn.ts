/** What a person can still do against a published besluit, and until when. */

import type { BesluitSoort, Reactie } from '../besluiten/contract.ts';
import { type Datum, dagenTot, formatDatum, formatTotEnMet } from './datum.ts';
import { computeTermijn, formatUitleg, TERMIJNEN, type TermijnRegel } from './domain.ts';

type Procedure = 'regulier' | 'uitgebreid';

/** What the term of a besluit depends on. Null: not known. */
export interface BesluitMoment {
  readonly soort: BesluitSoort | 'beslissing-op-bezwaar';
  readonly procedure: Procedure | null;
  readonly verzonden: Datum | null;
  readonly terInzage: Datum | null;
  readonly gepubliceerd: Datum | null;
  /** What it is about. It may stay away for a zaak of this loket: there only the Omgevingswet has a draft. */
  readonly onderwerp?: string;
}

/** A reaction with a term, from the day named by `vanaf`. */
interface Weg {
  readonly soort: 'bezwaar' | 'beroep' | 'zienswijze';
  readonly regel: TermijnRegel;
  readonly vanaf: 'verzonden' | 'terInzage' | 'gepubliceerd';
  readonly kan: string;
  readonly kon: string;
  /** What to do when the day from which the term runs is not known. */
  readonly bijOnbekend: string;
  /** What to do when the term is over. */
  readonly bijVoorbij: string;
}

const TE_LAAT = 'Bent u te laat en kon u daar niets aan doen? Leg dan in uw brief uit waarom (Awb 6:11).';

const ZIENSWIJZE: Weg = {
  soort: 'zienswijze',
  regel: TERMIJNEN.zienswijzen,
  vanaf: 'terInzage',
  kan: 'Iedereen kan zijn mening geven (zienswijze)',
  kon: 'U kon uw mening geven (zienswijze)',
  bijOnbekend:
    'Iedereen kan zijn mening geven (zienswijze), in de 6 weken vanaf de dag waarop het ontwerp ter inzage ligt. Die dag kennen wij niet. Kijk in de bekendmaking.',
  bijVoorbij: 'Tegen het besluit dat hierna komt, kunt u misschien in beroep.',
};

/** Subjects outside the Omgevingswet: there only who is touched by it has a say, unless the gemeente widens that. */
const BUITEN_OMGEVINGSWET: ReadonlySet<string> = new Set(['evenement', 'horeca', 'verkeer']);

/**
 * Who may give a zienswijze: under the Omgevingswet everybody, elsewhere who is touched by it.
 *
 * @source Ow 16.23, Awb 3:15
 */
export const wieMag = (onderwerp: string | undefined): { wie: 'iedereen' | 'belanghebbende'; artikel: string } =>
  onderwerp !== undefined && BUITEN_OMGEVINGSWET.has(onderwerp)
    ? { wie: 'belanghebbende', artikel: 'Awb 3:15 en 3:16' }
    : { wie: 'iedereen', artikel: 'Ow 16.23 en Awb 3:16' };

const ZIENSWIJZE_BELANGHEBBENDE: Weg = {
  ...ZIENSWIJZE,
  kan: 'Wordt u erdoor geraakt (belanghebbende)? Dan kunt u uw mening geven (zienswijze)',
  kon: 'Wie erdoor wordt geraakt (belanghebbende), kon zijn mening geven (zienswijze)',
  bijOnbekend:
    'Wie erdoor wordt geraakt (belanghebbende), kan zijn mening geven (zienswijze), in de 6 weken vanaf de dag waarop het ontwerp ter inzage ligt. Die dag kennen wij niet. Kijk in de bekendmaking.',
};

const BEZWAAR: Weg = {
  soort: 'bezwaar',
  regel: TERMIJNEN.bezwaar,
  vanaf: 'verzonden',
  kan: 'U kunt bezwaar maken',
  kon: 'U kon bezwaar maken',
  bijOnbekend:
    'U kunt bezwaar maken tot 6 weken na de dag waarop het besluit is verzonden. Die dag kennen wij niet. Tel niet vanaf de publicatie: de termijn kan eerder zijn begonnen. Kijk in de bekendmaking, of vraag het na bij wie het besluit nam.',
  bijVoorbij: TE_LAAT,
};

const BEZWAAR_NA_PUBLICATIE: Weg = {
  ...BEZWAAR,
  regel: TERMIJNEN.bezwaarNaPublicatie,
  vanaf: 'gepubliceerd',
  bijOnbekend:
    'U kunt bezwaar maken tot 6 weken na de publicatie. De dag van publicatie kennen wij niet. Kijk in de bekendmaking.',
};

const BEROEP: Weg = {
  soort: 'beroep',
  regel: TERMIJNEN.beroepUitgebreid,
  vanaf: 'terInzage',
  kan: 'U kunt in beroep bij de rechtbank',
  kon: 'U kon in beroep bij de rechtbank',
  bijOnbekend:
    'U kunt in beroep bij de rechtbank tot 6 weken na de dag waarop het besluit ter inzage is gelegd. Die dag kennen wij niet. Kijk in de bekendmaking. Bezwaar maken kan hier niet.',
  bijVoorbij: TE_LAAT,
};

const BEROEP_NA_BEZWAAR: Weg = {
  ...BEROEP,
  regel: TERMIJNEN.beroepNaBezwaar,
  vanaf: 'verzonden',
  bijOnbekend:
    'U kunt in beroep bij de rechtbank tot 6 weken na de dag waarop de beslissing is verzonden. Die dag kennen wij niet. Kijk op de beslissing.',
};

const BEROEP_PLAN: Weg = {
  ...BEROEP,
  kan: 'U kunt in beroep bij de Afdeling bestuursrechtspraak van de Raad van State',
  kon: 'U kon in beroep bij de Afdeling bestuursrechtspraak van de Raad van State',
  bijOnbekend:
    'U kunt in beroep bij de Afdeling bestuursrechtspraak van de Raad van State tot 6 weken na de dag waarop het plan ter inzage is gelegd. Die dag kennen wij niet. Kijk in de bekendmaking.',
};

const PER_PROCEDURE: Record<Procedure, Weg> = { regulier: BEZWAAR, uitgebreid: BEROEP };

/** No term, or none that we can name. */
interface ZonderTermijn {
  readonly soort: 'geen' | 'onbekend';
  readonly stand: 'nog-niet' | 'geen' | 'onbekend';
  readonly uitleg: string;
}

const nogNiet = (uitleg: string): ZonderTermijn => ({ soort: 'geen', stand: 'nog-niet', uitleg });
const onbekend = (uitleg: string): ZonderTermijn => ({ soort: 'onbekend', stand: 'onbekend', uitleg });

/**
 * Per soort: a fixed answer, or `besluit` for a decision on which the procedure answers, with the procedure that is
 * meant by this soort when the notice does not name it (null: either).
 */
const PER_SOORT: Record<BesluitMoment['soort'], Weg | ZonderTermijn | { readonly besluit: Procedure | null }> = {
  aanvraag: nogNiet('Er is nog geen besluit. U kunt reageren als het (ontwerp)besluit er is.'),
  verlengd: nogNiet('Er is meer tijd genomen om te beslissen. U kunt reageren als het besluit er is.'),
  verleend: { besluit: 'regulier' },
  geweigerd: { besluit: 'regulier' },
  'buiten-behandeling': { besluit: 'regulier' },
  ingetrokken: { besluit: 'regulier' },
  vergunningvrij: { besluit: 'regulier' },
  ontwerp: ZIENSWIJZE,
  definitief: { besluit: 'uitgebreid' },
  melding: {
    soort: 'geen',
    stand: 'geen',
    uitleg:
      'Een melding is geen besluit: u kunt er geen bezwaar tegen maken. Denkt u dat iets niet mag? Vraag dan om een controle (handhaving).',
  },
  intrekking: { besluit: null },
  wijziging: { besluit: null },
  'plan-voornemen': nogNiet('Er is nog geen plan. U kunt uw mening geven als het ontwerp ter inzage ligt.'),
  'plan-ontwerp': ZIENSWIJZE,
  'plan-vastgesteld': BEROEP_PLAN,
  handhaving: { besluit: 'regulier' },
  'beslissing-op-bezwaar': BEROEP_NA_BEZWAAR,
  verkeersbesluit: BEZWAAR_NA_PUBLICATIE,
  'apv-vergunning': { besluit: 'regulier' },
  alcohol: { besluit: 'regulier' },
  overig: onbekend('Wij weten niet of en hoe u kunt reageren. Dat staat in de bekendmaking.'),
};

const PROCEDURE_ONBEKEND = onbekend(
  'Wij weten niet volgens welke procedure dit is besloten. U kunt bezwaar maken of in beroep, tot 6 weken na verzending of terinzagelegging. In de bekendmaking staat welke van de twee.',
);

/** Of an aanvraag that went away without a day on which anything was sent or laid to be read. */
const INGETROKKEN = onbekend(
  'Trok de aanvrager de aanvraag zelf in, dan komt er geen besluit en kunt u geen bezwaar maken. Nam de gemeente een besluit, dan kunt u bezwaar maken tot 6 weken na de verzending. Die dag kennen wij niet. Kijk in de bekendmaking.',
);

const findWeg = ({ soort, procedure, verzonden, terInzage, onderwerp }: BesluitMoment): Weg | ZonderTermijn => {
  if (soort === 'ingetrokken' && !verzonden && !terInzage) return INGETROKKEN;
  const weg = PER_SOORT[soort];
  if (weg === ZIENSWIJZE && wieMag(onderwerp).wie === 'belanghebbende') return ZIENSWIJZE_BELANGHEBBENDE;
  if (!('besluit' in weg)) return weg;
  const gevolgd = procedure ?? weg.besluit;
  return gevolgd ? PER_PROCEDURE[gevolgd] : PROCEDURE_ONBEKEND;
};

/** The last day of a term from a day, and how it was counted: the same whatever day it is today. */
interface Loop {
  readonly totEnMet: Datum;
  readonly hoe: string;
}

/** As many terms as are kept: the besluiten around a place share the days of some years. */
const bewaardMaximum = 10_000;
const bewaard = new Map<string, Loop>();

function computeLoop({ soort, regel, vanaf }: Weg, gebeurtenis: Datum, extraFeestdagen: readonly Datum[]): Loop {
  const sleutel = [soort, regel.artikel, vanaf, gebeurtenis, ...extraFeestdagen].join();
  const eerder = bewaard.get(sleutel);
  if (eerder) return eerder;
  const termijn = computeTermijn(regel, gebeurtenis, extraFeestdagen);
  const loop = { totEnMet: termijn.laatsteDag, hoe: formatUitleg(termijn) };
  if (bewaard.size >= bewaardMaximum) bewaard.clear();
  bewaard.set(sleutel, loop);
  return loop;
}

/**
 * The reaction that is open against a besluit.
 *
 * Regular procedure: bezwaar, from the day after sending. The publication does not start that term, so without the day
 * of sending the last day is unknown. Extensive procedure: zienswijzen on the draft, from the day of terinzagelegging
 * itself, and beroep on the decision, never bezwaar. Under the Omgevingswet everybody may give a zienswijze, elsewhere who is
 * touched by it. Against an aanvraag or an intention nothing is open yet.
 *
 * @param vandaag day in the Netherlands on which the question is asked
 * @returns `totEnMet` as YYYY-MM-DD; `dagen` is what is left (0: today is the last day), null when nothing runs. With
 *   `nog-niet` they are filled when the term starts on a day in the future that is already known.
 * @source Awb 3:15, 3:16, 3:41, 3:42, 6:7, 6:8, 7:1; Ow 16.23, 16.29, 16.30, 16.64
 */
export function reactietermijn(
  besluit: BesluitMoment,
  vandaag: Datum,
  extraFeestdagen: readonly Datum[] = [],
): Reactie {
  const weg = findWeg(besluit);
  if (!('regel' in weg)) return { ...weg, totEnMet: null, dagen: null, artikel: null };
  const { soort, regel } = weg;
  const { artikel } = regel;
  const gebeurtenis = besluit[weg.vanaf];
  if (!gebeurtenis) {
    return { soort, stand: 'onbekend', totEnMet: null, dagen: null, artikel, uitleg: weg.bijOnbekend };
  }
  const { totEnMet, hoe } = computeLoop(weg, gebeurtenis, extraFeestdagen);
  const dagen = dagenTot(totEnMet, vandaag);
  if (dagen < 0) {
    const uitleg = `${weg.kon} t/m ${formatDatum(totEnMet)}. ${hoe} ${weg.bijVoorbij}`;
    return { soort, stand: 'voorbij', totEnMet, dagen: null, artikel, uitleg };
  }
  if (gebeurtenis > vandaag) {
    const uitleg = `De termijn is nog niet begonnen. ${weg.kan} t/m ${formatDatum(totEnMet)}. ${hoe}`;
    return { soort, stand: 'nog-niet', totEnMet, dagen, artikel, uitleg };
  }
  return {
    soort,
    stand: 'loopt',
    totEnMet,
    dagen,
    artikel,
    uitleg: `${weg.kan} ${formatTotEnMet(totEnMet, vandaag)}. ${hoe}`,
  };
}

/** The same for paper, which is read on another day than it was written: the last day, and no days counted down. */
export function reactieOpPapier(besluit: BesluitMoment, extraFeestdagen: readonly Datum[] = []): string {
  const weg = findWeg(besluit);
  if (!('regel' in weg)) return weg.uitleg;
  const gebeurtenis = besluit[weg.vanaf];
  if (!gebeurtenis) return weg.bijOnbekend;
  const termijn = computeTermijn(weg.regel, gebeurtenis, extraFeestdagen);
  return `${weg.kan} t/m ${formatDatum(termijn.laatsteDag)}. ${formatUitleg(termijn)}`;
}
