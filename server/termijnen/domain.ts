/**
 * The terms of Awb, Omgevingswet and Bbl: what the last day is, by which article, and why it moved.
 *
 * Each term is a row of {@link TERMIJNEN}; {@link computeTermijn} applies a row to a day. Only terms that are made of
 * more than one row have a function of their own.
 *
 * Every function takes `extraFeestdagen`: days made equal to a public holiday by royal decree (Atw 3 lid 3).
 */

import { addDagen, addMaanden, type Datum, dagenTot, formatDatum } from './datum.ts';
import { findVrijeDag, findVrijeDagen, type VrijeDag } from './feestdagen.ts';

/** An extended term of months has weeks besides. */
export type Duur = { readonly weken: number } | { readonly maanden: number; readonly weken?: number };

/**
 * `dag-erna`: the day after the event is the first day. `dag-zelf`: the day of the event is the first day.
 * `terug`: counted back from the event.
 */
export type Telling = 'dag-erna' | 'dag-zelf' | 'terug';

/** One term as the law has it. */
export interface TermijnRegel {
  readonly naam: string;
  readonly artikel: string;
  readonly duur: Duur;
  readonly telling: Telling;
  /** The event in words, to put behind "de dag van" or "voor". */
  readonly gebeurtenis: string;
  /**
   * An extended decision term. Whether Atw 1 moves its end is disputed, so it does not: the bevoegd gezag is warned
   * early rather than late.
   */
  readonly verlengd?: boolean;
}

export const TERMIJNEN = {
  beslistermijnRegulier: {
    naam: 'beslistermijn',
    artikel: 'Ow 16.64 lid 1',
    duur: { weken: 8 },
    telling: 'dag-erna',
    gebeurtenis: 'ontvangst van de aanvraag',
  },
  /** The decision needs the consent of another authority. */
  beslistermijnRegulierInstemming: {
    naam: 'beslistermijn met instemming',
    artikel: 'Ow 16.64 lid 1',
    duur: { weken: 12 },
    telling: 'dag-erna',
    gebeurtenis: 'ontvangst van de aanvraag',
  },
  /** Six months, not 26 weeks. */
  beslistermijnUitgebreid: {
    naam: 'beslistermijn',
    artikel: 'Awb 3:18 lid 1',
    duur: { maanden: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'ontvangst van de aanvraag',
  },
  /** From the end of the term for zienswijzen, when nobody gave one. */
  beslistermijnZonderZienswijzen: {
    naam: 'beslistermijn zonder zienswijzen',
    artikel: 'Awb 3:18',
    duur: { weken: 4 },
    telling: 'dag-erna',
    gebeurtenis: 'het einde van de termijn voor zienswijzen',
  },
  /** Withdrawal or change of a permit with the extensive procedure. */
  beslistermijnIntrekking: {
    naam: 'beslistermijn bij intrekking of wijziging',
    artikel: 'Awb 3:18',
    duur: { weken: 12 },
    telling: 'dag-erna',
    gebeurtenis: 'terinzagelegging van het ontwerp',
  },
  zienswijzen: {
    naam: 'termijn voor zienswijzen',
    artikel: 'Awb 3:16',
    duur: { weken: 6 },
    telling: 'dag-zelf',
    gebeurtenis: 'terinzagelegging van het ontwerp',
  },
  bezwaar: {
    naam: 'bezwaartermijn',
    artikel: 'Awb 6:7, 6:8 lid 1',
    duur: { weken: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'verzending van het besluit',
  },
  /** A besluit for nobody in particular, such as a verkeersbesluit, is announced by publication alone. */
  bezwaarNaPublicatie: {
    naam: 'bezwaartermijn',
    artikel: 'Awb 3:42, 6:7, 6:8 lid 1',
    duur: { weken: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'publicatie van het besluit',
  },
  /** Extensive procedure: there is no bezwaar (Awb 7:1). */
  beroepUitgebreid: {
    naam: 'beroepstermijn',
    artikel: 'Awb 6:7, 6:8 lid 4',
    duur: { weken: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'terinzagelegging van het besluit',
  },
  /** What is posted in time may still arrive. */
  nakomendePost: {
    naam: 'termijn voor nakomende post',
    artikel: 'Awb 6:9 lid 2',
    duur: { weken: 1 },
    telling: 'dag-erna',
    gebeurtenis: 'het einde van de bezwaartermijn',
  },
  /** Who does not complete his aanvraag: to leave it aside must be decided within this time. */
  buitenBehandeling: {
    naam: 'termijn om niet te behandelen',
    artikel: 'Awb 4:5 lid 4',
    duur: { weken: 4 },
    telling: 'dag-erna',
    gebeurtenis: 'het einde van de tijd om aan te vullen',
  },
  beslissingOpBezwaar: {
    naam: 'termijn voor de beslissing op bezwaar',
    artikel: 'Awb 7:10 lid 1',
    duur: { weken: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'het einde van de bezwaartermijn',
  },
  beslissingOpBezwaarAdviescommissie: {
    naam: 'termijn voor de beslissing op bezwaar met adviescommissie',
    artikel: 'Awb 7:10 lid 1',
    duur: { weken: 12 },
    telling: 'dag-erna',
    gebeurtenis: 'het einde van de bezwaartermijn',
  },
  beroepNaBezwaar: {
    naam: 'beroepstermijn',
    artikel: 'Awb 6:7, 6:8 lid 1',
    duur: { weken: 6 },
    telling: 'dag-erna',
    gebeurtenis: 'verzending van de beslissing op bezwaar',
  },
  bouwmelding: {
    naam: 'termijn voor de bouwmelding',
    artikel: 'Bbl 2.18',
    duur: { weken: 4 },
    telling: 'terug',
    gebeurtenis: 'het begin van de bouw',
  },
  /** Four weeks is the rule; some removals of asbestos need one week only. */
  sloopmelding: {
    naam: 'termijn voor de sloopmelding',
    artikel: 'Bbl 7.10',
    duur: { weken: 4 },
    telling: 'terug',
    gebeurtenis: 'het begin van de sloop',
  },
  gebruiksmelding: {
    naam: 'termijn voor de gebruiksmelding',
    artikel: 'Bbl 6.7',
    duur: { weken: 4 },
    telling: 'terug',
    gebeurtenis: 'de ingebruikname',
  },
  gereedmelding: {
    naam: 'termijn voor de gereedmelding',
    artikel: 'Bbl 2.21',
    duur: { weken: 2 },
    telling: 'terug',
    gebeurtenis: 'de ingebruikname',
  },
} as const satisfies Record<string, TermijnRegel>;

/** A term that ends on a free day all the same, and why the Algemene termijnenwet does not move it. */
export interface VastEinde {
  readonly dag: VrijeDag;
  readonly reden: 'terugrekening' | 'langer-dan-twaalf-weken' | 'verlengd';
}

/** The end of a term, and how it was reached. Plain data, fit for JSON. */
export interface Termijn {
  readonly regel: TermijnRegel;
  readonly gebeurtenis: Datum;
  /** Days added because the term stood still (Awb 4:15). */
  readonly opgeschorteDagen: number;
  /** The end before the Algemene termijnenwet is applied. */
  readonly onverschoven: Datum;
  /** The free days over which the end moved, in order; empty when it did not move. */
  readonly overgeslagen: readonly VrijeDag[];
  /** Null when the end is a working day, or moved to one. */
  readonly vastEinde: VastEinde | null;
  /** The last day on which one is still in time. */
  readonly laatsteDag: Datum;
}

/**
 * The Algemene termijnenwet keeps away from terms counted back from an event and from terms longer than twelve weeks
 * or three months. Exactly twelve weeks does move.
 *
 * @source Atw 1 leden 1 en 2, Atw 4
 */
function findUitzondering({ telling, duur, verlengd }: TermijnRegel): VastEinde['reden'] | null {
  if (telling === 'terug') return 'terugrekening';
  if (verlengd) return 'verlengd';
  const lang = 'maanden' in duur ? duur.maanden > 3 : duur.weken > 12;
  return lang ? 'langer-dan-twaalf-weken' : null;
}

const addDuur = (datum: Datum, duur: Duur, richting: 1 | -1): Datum =>
  addDagen('maanden' in duur ? addMaanden(datum, richting * duur.maanden) : datum, richting * 7 * (duur.weken ?? 0));

/**
 * The last day of a term that an event sets going.
 *
 * @param opgeschorteDagen added before the end moves on, so that weekends and public holidays count once
 * @source Awb 3:16, 6:8; Atw 1, 3, 4
 * @example computeTermijn(TERMIJNEN.bezwaar, '2026-02-23').laatsteDag // '2026-04-07', over Easter Monday
 */
export function computeTermijn(
  regel: TermijnRegel,
  gebeurtenis: Datum,
  extraFeestdagen: readonly Datum[] = [],
  opgeschorteDagen = 0,
): Termijn {
  const einde = addDuur(gebeurtenis, regel.duur, regel.telling === 'terug' ? -1 : 1);
  const onverschoven = addDagen(einde, opgeschorteDagen - (regel.telling === 'dag-zelf' ? 1 : 0));
  const reden = findUitzondering(regel);
  const vrij = findVrijeDag(onverschoven, extraFeestdagen);
  const overgeslagen = vrij && !reden ? findVrijeDagen(vrij, extraFeestdagen) : [];
  return {
    regel,
    gebeurtenis,
    opgeschorteDagen,
    onverschoven,
    overgeslagen,
    vastEinde: vrij && reden ? { dag: vrij, reden } : null,
    laatsteDag: addDagen(onverschoven, overgeslagen.length),
  };
}

/** The aanvraag was not complete: the term stands still from the day after the invitation until the data arrive. */
export interface Opschorting {
  readonly uitnodiging: Datum;
  /** The day the data arrived, or the day the term for it ended without them. */
  readonly gegevensOntvangen: Datum;
}

export interface RegulierVerloop {
  readonly ontvangst: Datum;
  /** Another authority must consent. */
  readonly instemming?: boolean | undefined;
  readonly verlengingWeken?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly opschorting?: Opschorting | undefined;
}

export interface Beslistermijn {
  readonly beslissen: Termijn;
  /** The first term, in which the extension must be decided and published; null without extension. */
  readonly verlengen: Termijn | null;
}

/**
 * The term in which must be decided with the regular procedure. An extension counts from receipt: 8 weeks become
 * 8 + n weeks. When nobody decides in time there is still no permit (Ow 16.64 lid 4).
 *
 * Suspended are the days between the invitation and the arrival of the data, without those two days themselves. A
 * term that was over already cannot be suspended, so an invitation after it adds nothing.
 *
 * @source Ow 16.64, Awb 4:15
 */
export function computeBeslistermijnRegulier(
  { ontvangst, instemming, verlengingWeken, opschorting }: RegulierVerloop,
  extraFeestdagen: readonly Datum[] = [],
): Beslistermijn {
  const eerste = instemming ? TERMIJNEN.beslistermijnRegulierInstemming : TERMIJNEN.beslistermijnRegulier;
  const compute = (regel: TermijnRegel): Termijn => {
    const termijn = computeTermijn(regel, ontvangst, extraFeestdagen);
    if (!opschorting || opschorting.uitnodiging > termijn.laatsteDag) return termijn;
    return computeTermijn(regel, ontvangst, extraFeestdagen, telOpgeschorteDagen(opschorting));
  };
  if (verlengingWeken === undefined) return { beslissen: compute(eerste), verlengen: null };
  return {
    beslissen: compute(verleng(eerste, verlengingWeken, 'Ow 16.64 leden 1 en 2')),
    verlengen: compute(eerste),
  };
}

/** How many days the term stood still: those between the invitation and the arrival of the data. @source Awb 4:15 */
export const telOpgeschorteDagen = ({ uitnodiging, gegevensOntvangen }: Opschorting): number =>
  Math.max(0, dagenTot(gegevensOntvangen, uitnodiging) - 1);

/** The term with these weeks more, counted from the same event. */
export function verleng(regel: TermijnRegel, weken: number, artikel: string): TermijnRegel {
  return {
    ...regel,
    naam: `verlengde ${regel.naam}`,
    artikel,
    duur: { ...regel.duur, weken: (regel.duur.weken ?? 0) + weken },
    verlengd: true,
  };
}

/**
 * Whether a bezwaarschrift is in time: received on the last day at the latest, or posted by then and received within
 * a week after. Whether that week itself moves on from a free day is disputed; here it does, in favour of the person.
 * Who is late without blame is excused (Awb 6:11): that is for a person to judge.
 *
 * @source Awb 6:9
 */
export function computeBezwaarTijdig(
  { verzonden, gepost, ontvangen }: { verzonden: Datum; gepost: Datum | null; ontvangen: Datum },
  extraFeestdagen: readonly Datum[] = [],
): { termijn: Termijn; tijdig: boolean } {
  const termijn = computeTermijn(TERMIJNEN.bezwaar, verzonden, extraFeestdagen);
  const { laatsteDag } = termijn;
  const post = computeTermijn(TERMIJNEN.nakomendePost, laatsteDag, extraFeestdagen);
  const opTijdGepost = gepost !== null && gepost <= laatsteDag && ontvangen <= post.laatsteDag;
  return { termijn, tijdig: ontvangen <= laatsteDag || opTijdGepost };
}

/**
 * The term for zienswijzen on a draft, and the term for the decision when nobody gives one. The second runs from the
 * last day of the first, as it moved.
 *
 * @source Awb 3:16, 3:18
 */
export function computeUitgebreidZonderZienswijzen(
  terinzagelegging: Datum,
  extraFeestdagen: readonly Datum[] = [],
): { zienswijzen: Termijn; beslissen: Termijn } {
  const zienswijzen = computeTermijn(TERMIJNEN.zienswijzen, terinzagelegging, extraFeestdagen);
  const beslissen = computeTermijn(TERMIJNEN.beslistermijnZonderZienswijzen, zienswijzen.laatsteDag, extraFeestdagen);
  return { zienswijzen, beslissen };
}

/** How many days after bekendmaking (extensive procedure: terinzagelegging) something takes effect. */
export const INWERKINGTREDING = {
  vergunning: { artikel: 'Ow 16.79', dagen: 1 },
  /** What the permit allows cannot be undone, so the permit itself says that it waits four weeks. */
  vergunningVierWeken: { artikel: 'Ow 16.79', dagen: 28 },
  omgevingsplan: { artikel: 'Ow 16.78', dagen: 28 },
} as const;

/** The first day in force. A day in a weekend is as good as any: nobody has to act on it. */
export const computeInwerkingtreding = (soort: keyof typeof INWERKINGTREDING, bekendmaking: Datum): Datum =>
  addDagen(bekendmaking, INWERKINGTREDING[soort].dagen);

const formatDuur = (duur: Duur): string =>
  [
    'maanden' in duur && `${duur.maanden} ${duur.maanden === 1 ? 'maand' : 'maanden'}`,
    duur.weken !== undefined && `${duur.weken} ${duur.weken === 1 ? 'week' : 'weken'}`,
  ]
    .filter(Boolean)
    .join(' en ');

const VAST_EINDE_UITLEG: Record<VastEinde['reden'], string> = {
  terugrekening: 'omdat u terugtelt vanaf een dag (Atw 1 lid 2)',
  'langer-dan-twaalf-weken': 'omdat de termijn langer is dan 12 weken of 3 maanden (Atw 4)',
  verlengd: 'omdat de termijn is verlengd',
};

const formatBegin = ({ duur, telling, gebeurtenis }: TermijnRegel, dag: Datum): string => {
  if (telling === 'terug') return `Uiterlijk ${formatDuur(duur)} voor ${gebeurtenis} (${formatDatum(dag)})`;
  const eerste = telling === 'dag-zelf' ? 'op de dag van' : 'op de dag na';
  return `De termijn is ${formatDuur(duur)} en begint ${eerste} ${gebeurtenis} (${formatDatum(dag)})`;
};

/** How the last day was reached, in plain Dutch: length, event and article, suspension, free days at the end. */
export function formatUitleg({
  regel,
  gebeurtenis,
  opgeschorteDagen,
  onverschoven,
  overgeslagen,
  vastEinde,
  laatsteDag,
}: Termijn): string {
  const zinnen = [`${formatBegin(regel, gebeurtenis)}: ${regel.artikel}.`];
  if (opgeschorteDagen > 0) {
    zinnen.push(`De termijn stond ${opgeschorteDagen === 1 ? '1 dag' : `${opgeschorteDagen} dagen`} stil (Awb 4:15).`);
  }
  const vrij = overgeslagen[0] ?? vastEinde?.dag;
  if (vrij) zinnen.push(`Het einde valt op ${formatDatum(onverschoven)}, een vrije dag (${vrij.naam}).`);
  if (vastEinde) zinnen.push(`Het schuift niet op, ${VAST_EINDE_UITLEG[vastEinde.reden]}.`);
  else if (vrij) zinnen.push(`Daarom is de laatste dag ${formatDatum(laatsteDag)} (Atw 1 en 3).`);
  return zinnen.join(' ');
}
