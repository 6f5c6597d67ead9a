import type { BesluitSoort } from '../../server/besluiten/contract.ts';
import { addDagen, type Datum, dagenTot } from '../../server/termijnen/datum.ts';
import {
  computeBeslistermijnRegulier,
  computeInwerkingtreding,
  computeTermijn,
  computeUitgebreidZonderZienswijzen,
  TERMIJNEN,
} from '../../server/termijnen/domain.ts';
import { findVrijeDag } from '../../server/termijnen/feestdagen.ts';
import type { Prng } from './prng.ts';

/** One notice in the chain of a zaak. All days are in order and within the terms of the law. */
export interface Stap {
  soort: BesluitSoort;
  /** What it says before the subject: Verleende omgevingsvergunning. */
  kop: string;
  procedure: 'regulier' | 'uitgebreid' | null;
  gepubliceerd: Datum;
  ontvangen: Datum | null;
  verzonden: Datum | null;
  terInzage: Datum | null;
  inWerking: Datum | null;
}

export type Verloop =
  | 'regulier'
  | 'uitgebreid'
  | 'melding'
  | 'apv'
  | 'apv met aanvraag'
  | 'alcohol'
  | 'verkeersbesluit'
  | 'plan'
  | 'handhaving'
  | 'overig';

/** The chances of data/besluiten/zaken.yaml. */
export interface Kansen {
  regulier: {
    verlengd: number;
    uitkomsten: Readonly<Record<string, number>>;
    bezwaar: number;
    daarna: Readonly<Record<'wijziging' | 'intrekking', number>>;
  };
  uitgebreid: { daarna: Readonly<Record<'wijziging' | 'intrekking', number>> };
}

export interface VerloopVraag {
  verloop: Verloop;
  begin: Datum;
  /** omgevingsvergunning, terrasvergunning ... */
  vergunning: string;
  /** How a melding is called. */
  melding: string;
  /** What the permit allows cannot be undone, such as felling: it waits four weeks (Ow 16.79). */
  onomkeerbaar: boolean;
}

const vrijeDagen = new Map<Datum, boolean>();

/** A day on which nobody sends or publishes. */
export function isVrij(datum: Datum): boolean {
  let vrij = vrijeDagen.get(datum);
  if (vrij === undefined) {
    vrij = findVrijeDag(datum) !== null;
    vrijeDagen.set(datum, vrij);
  }
  return vrij;
}

/** The day itself when it is a working day, or else the next one. */
const werkdagVanaf = (datum: Datum): Datum => (isVrij(datum) ? werkdagVanaf(addDagen(datum, 1)) : datum);

/** The day itself when it is a working day, or else the one before. */
const werkdagTot = (datum: Datum): Datum => (isVrij(datum) ? werkdagTot(addDagen(datum, -1)) : datum);

/** A working day between two days, both included; nearer to the last one, as decisions are. */
function kiesWerkdag(rng: Prng, van: Datum, tot: Datum): Datum {
  const ruimte = Math.max(0, dagenTot(tot, van));
  const dag = werkdagTot(addDagen(van, Math.floor(Math.sqrt(rng.next()) * (ruimte + 1))));
  return dag < van ? werkdagTot(tot) : dag;
}

const laatsteVan = (een: Datum, ander: Datum): Datum => (dagenTot(een, ander) > 0 ? een : ander);

const publiceer = (rng: Prng, na: Datum): Datum => werkdagVanaf(addDagen(na, rng.int(2, 8)));

const leeg = { procedure: null, ontvangen: null, verzonden: null, terInzage: null, inWerking: null } as const;

/** The notices of one zaak in order, without regard to the day of today. */
export function maakVerloop(rng: Prng, vraag: VerloopVraag, kansen: Kansen): Stap[] {
  const { verloop, begin, vergunning } = vraag;
  if (verloop === 'regulier') return regulier(rng, vraag, kansen.regulier);
  if (verloop === 'uitgebreid') return uitgebreid(rng, vraag, kansen.uitgebreid);
  if (verloop === 'plan') return plan(rng, begin);
  if (verloop === 'melding') {
    return [{ ...leeg, soort: 'melding', kop: vraag.melding, ontvangen: begin, gepubliceerd: publiceer(rng, begin) }];
  }
  if (verloop === 'overig') {
    const verzonden = werkdagVanaf(begin);
    return [{ ...leeg, soort: 'overig', kop: '', verzonden, gepubliceerd: publiceer(rng, verzonden) }];
  }
  if (verloop === 'verkeersbesluit') {
    const gepubliceerd = werkdagVanaf(begin);
    return [
      { ...leeg, soort: 'verkeersbesluit', kop: 'Verkeersbesluit', gepubliceerd, inWerking: addDagen(gepubliceerd, 1) },
    ];
  }
  if (verloop === 'handhaving') {
    // Who must act is not known, so the order is made known by publication (Awb 3:41 lid 2).
    const gepubliceerd = werkdagVanaf(begin);
    return [
      { ...leeg, soort: 'handhaving', kop: 'Handhaving', procedure: 'regulier', verzonden: gepubliceerd, gepubliceerd },
    ];
  }
  return verordening(rng, begin, vergunning, verloop);
}

/** A permit under the APV or the Alcoholwet: eight weeks, with or without a notice of the aanvraag. */
function verordening(rng: Prng, begin: Datum, vergunning: string, verloop: Verloop): Stap[] {
  const { laatsteDag } = computeTermijn(TERMIJNEN.beslistermijnRegulier, begin);
  const verzonden = kiesWerkdag(rng, addDagen(begin, 7), laatsteDag);
  const aanvraag = publiceer(rng, begin);
  const besluit: Stap = {
    ...leeg,
    soort: verloop === 'alcohol' ? 'alcohol' : 'apv-vergunning',
    kop: verloop === 'alcohol' ? 'Verleende alcoholvergunning' : `Verleende ${vergunning}`,
    procedure: 'regulier',
    ontvangen: begin,
    verzonden,
    gepubliceerd: werkdagVanaf(addDagen(verzonden, rng.int(1, 6))),
    inWerking: addDagen(verzonden, 1),
  };
  if (verloop !== 'apv met aanvraag') return [besluit];
  const eerst: Stap = {
    ...leeg,
    soort: 'aanvraag',
    kop: `Aanvraag ${vergunning}`,
    ontvangen: begin,
    gepubliceerd: aanvraag,
  };
  return aanvraag <= besluit.gepubliceerd ? [eerst, besluit] : [besluit];
}

const koppen: Readonly<Record<string, (vergunning: string) => string>> = {
  verleend: (vergunning) => `Verleende ${vergunning}`,
  geweigerd: (vergunning) => `Geweigerde ${vergunning}`,
  'buiten-behandeling': (vergunning) => `Aanvraag ${vergunning} buiten behandeling gesteld`,
  ingetrokken: (vergunning) => `Ingetrokken aanvraag ${vergunning}`,
  vergunningvrij: (vergunning) => `Aanvraag ${vergunning}, geen vergunning nodig`,
};

/** @source Ow 16.64, 16.79; Awb 7:10 */
function regulier(rng: Prng, vraag: VerloopVraag, kansen: Kansen['regulier']): Stap[] {
  const { begin: ontvangen, vergunning } = vraag;
  const aanvraag = publiceer(rng, ontvangen);
  const stappen: Stap[] = [
    {
      ...leeg,
      soort: 'aanvraag',
      kop: `Aanvraag ${vergunning}`,
      procedure: 'regulier',
      ontvangen,
      gepubliceerd: aanvraag,
    },
  ];
  const verlengd = rng.chance(kansen.verlengd);
  const verlengingWeken = verlengd ? (rng.chance(0.85) ? 6 : 4) : undefined;
  const termijn = computeBeslistermijnRegulier({ ontvangst: ontvangen, verlengingWeken });
  let vanaf = addDagen(ontvangen, 14);
  if (termijn.verlengen) {
    const uiterlijk = termijn.verlengen.laatsteDag;
    const verzonden = werkdagTot(addDagen(uiterlijk, -rng.int(6, 14)));
    const gepubliceerd = werkdagVanaf(addDagen(verzonden, rng.int(1, 2)));
    stappen.push({
      ...leeg,
      soort: 'verlengd',
      kop: `Verlenging beslistermijn ${vergunning}`,
      procedure: 'regulier',
      ontvangen,
      verzonden,
      gepubliceerd,
    });
    vanaf = addDagen(uiterlijk, 1);
  }
  const soort = rng.weighted(Object.entries(kansen.uitkomsten)) as BesluitSoort;
  // Nothing is decided before the aanvraag itself was made known.
  const eerst = werkdagVanaf(addDagen(aanvraag, 1));
  const verzonden = kiesWerkdag(rng, laatsteVan(vanaf, eerst), termijn.beslissen.laatsteDag);
  const verleend = soort === 'verleend';
  const besluit: Stap = {
    ...leeg,
    soort,
    kop: koppen[soort]?.(vergunning) ?? vergunning,
    procedure: 'regulier',
    ontvangen,
    verzonden,
    gepubliceerd: publiceer(rng, verzonden),
    inWerking: verleend
      ? computeInwerkingtreding(vraag.onomkeerbaar ? 'vergunningVierWeken' : 'vergunning', verzonden)
      : null,
  };
  stappen.push(besluit);
  if ((verleend || soort === 'geweigerd') && rng.chance(kansen.bezwaar)) {
    const bezwaar = computeTermijn(TERMIJNEN.bezwaar, verzonden);
    const uiterlijk = computeTermijn(TERMIJNEN.beslissingOpBezwaarAdviescommissie, bezwaar.laatsteDag).laatsteDag;
    const besloten = kiesWerkdag(rng, addDagen(bezwaar.laatsteDag, 21), uiterlijk);
    stappen.push({
      ...leeg,
      soort: 'overig',
      kop: `Beslissing op bezwaar, ${verleend ? 'verleende' : 'geweigerde'} ${vergunning}`,
      verzonden: besloten,
      gepubliceerd: publiceer(rng, besloten),
    });
  }
  if (verleend) stappen.push(...laterBesluit(rng, stappen.at(-1) as Stap, vergunning, 'regulier', kansen.daarna));
  return stappen;
}

/** A permit that is changed or withdrawn, half a year to two years on. */
function laterBesluit(
  rng: Prng,
  na: Stap,
  vergunning: string,
  procedure: 'regulier' | 'uitgebreid',
  kansen: Readonly<Record<'wijziging' | 'intrekking', number>>,
): Stap[] {
  const draw = rng.next();
  const soort =
    draw < kansen.wijziging ? 'wijziging' : draw < kansen.wijziging + kansen.intrekking ? 'intrekking' : null;
  if (!soort) return [];
  const verzonden = werkdagVanaf(addDagen(na.gepubliceerd, rng.int(180, 720)));
  const gepubliceerd = publiceer(rng, verzonden);
  const terInzage = procedure === 'uitgebreid' ? gepubliceerd : null;
  return [
    {
      ...leeg,
      soort,
      kop: soort === 'wijziging' ? `Gewijzigde ${vergunning}` : `Ingetrokken ${vergunning}`,
      procedure,
      verzonden,
      terInzage,
      gepubliceerd,
      inWerking: computeInwerkingtreding('vergunning', terInzage ?? verzonden),
    },
  ];
}

/**
 * Draft within twelve weeks, six weeks for zienswijzen, and the decision within the four weeks after those, which is
 * before the six months are over.
 *
 * @source Awb 3:11, 3:16, 3:18, 3:44; Ow 16.79
 */
function uitgebreid(rng: Prng, { begin: ontvangen, vergunning }: VerloopVraag, kansen: Kansen['uitgebreid']): Stap[] {
  const procedure = 'uitgebreid' as const;
  const ontwerp = werkdagVanaf(addDagen(ontvangen, rng.int(49, 80)));
  const { zienswijzen, beslissen } = computeUitgebreidZonderZienswijzen(ontwerp);
  const verzonden = kiesWerkdag(rng, addDagen(zienswijzen.laatsteDag, 3), beslissen.laatsteDag);
  const terInzage = werkdagVanaf(addDagen(verzonden, rng.int(2, 7)));
  const stappen: Stap[] = [
    {
      ...leeg,
      soort: 'aanvraag',
      kop: `Aanvraag ${vergunning}, uitgebreide procedure`,
      procedure,
      ontvangen,
      gepubliceerd: publiceer(rng, ontvangen),
    },
    {
      ...leeg,
      soort: 'ontwerp',
      kop: `Ontwerpbesluit ${vergunning}`,
      procedure,
      ontvangen,
      terInzage: ontwerp,
      gepubliceerd: ontwerp,
    },
    {
      ...leeg,
      soort: 'definitief',
      kop: `Besluit ${vergunning}, uitgebreide procedure`,
      procedure,
      ontvangen,
      verzonden,
      terInzage,
      gepubliceerd: terInzage,
      inWerking: computeInwerkingtreding('vergunning', terInzage),
    },
  ];
  return [...stappen, ...laterBesluit(rng, stappen[2] as Stap, vergunning, procedure, kansen.daarna)];
}

/**
 * Intention, draft, and adoption by the council; what is adopted is published two weeks later at the soonest and binds
 * four weeks after that.
 *
 * @source Ow 16.29, 16.30, 16.77b, 16.78
 */
function plan(rng: Prng, begin: Datum): Stap[] {
  const voornemen = werkdagVanaf(begin);
  const ontwerp = werkdagVanaf(addDagen(voornemen, rng.int(90, 300)));
  const zienswijzen = computeTermijn(TERMIJNEN.zienswijzen, ontwerp).laatsteDag;
  const vastgesteld = werkdagVanaf(addDagen(zienswijzen, rng.int(42, 150)));
  const gepubliceerd = werkdagVanaf(addDagen(vastgesteld, rng.int(14, 28)));
  return [
    { ...leeg, soort: 'plan-voornemen', kop: 'Voornemen', gepubliceerd: voornemen },
    {
      ...leeg,
      soort: 'plan-ontwerp',
      kop: 'Ontwerp',
      procedure: 'uitgebreid',
      terInzage: ontwerp,
      gepubliceerd: ontwerp,
    },
    {
      ...leeg,
      soort: 'plan-vastgesteld',
      kop: 'Vastgesteld',
      procedure: 'uitgebreid',
      verzonden: vastgesteld,
      terInzage: gepubliceerd,
      gepubliceerd,
      inWerking: computeInwerkingtreding('omgevingsplan', gepubliceerd),
    },
  ];
}
