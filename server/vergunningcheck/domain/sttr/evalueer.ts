import { formatValue } from '../dmn/types.ts';
import { foutInAntwoord, naarWaarde } from './antwoord.ts';
import { type BeslissendeRegel, vindBeslissendeRegels } from './beslissend.ts';
import { bereidVoor, DeelEvaluatie, type Voorbereid } from './deels.ts';
import { bepaalKlassen } from './klassen.ts';
import type { Antwoorden, Maatregel, Regelbestand, Vraag } from './model.ts';
import { Relevantie } from './relevantie.ts';
import type { Stand } from './stand.ts';

export interface Conclusie {
  beslissing: string;
  /** As the file names it, such as `Vergunningplicht`; null when no rule hits. */
  waarde: unknown;
  /** False: no rule of the file fits these answers. */
  treffer: boolean;
  /** Everything that the rules say, when they contradict each other: then none of it is sure. Empty when they do not. */
  tegenspraak: readonly unknown[];
}

export interface Evaluatie {
  /** `bekend`: no answer can change it any more. `vragen`: go on asking. `onbekend`: what is left nobody could answer. */
  stand: 'bekend' | 'vragen' | 'onbekend';
  /** One per value of the outcome; empty as long as it is not known. */
  conclusies: Conclusie[];
  beslissendeRegels: BeslissendeRegel[];
  /** What decisions beside the outcome say for sure, about indieningsvereisten and maatregelen. */
  bij: Conclusie[];
  /** Measures that the outcome names. */
  maatregelen: Maatregel[];
  /** Conditions on which values hold that the file itself gives. */
  voorbehouden: string[];
  /**
   * Questions that can still change the outcome and were not answered, in order. The first is the next to ask; of the
   * others some may fall away by its answer.
   */
  vragenDieErNogToeDoen: Vraag[];
  /** Questions answered with "weet ik niet" that keep the outcome open. */
  onbekend: Vraag[];
  /** Answers that do not fit their question; they count as not given. */
  fouten: { vraag: string; melding: string }[];
}

const voorbereid = new WeakMap<Regelbestand, Voorbereid>();

/** Works out once per file which answers its rules can tell apart. */
export function bereid(bestand: Regelbestand): Voorbereid {
  let klaar = voorbereid.get(bestand);
  if (!klaar) {
    klaar = bereidVoor(bestand, bepaalKlassen(bestand));
    voorbereid.set(bestand, klaar);
  }
  return klaar;
}

interface Gegeven {
  waarden: Map<string, unknown>;
  /** Questions to which the answer is "weet ik niet". */
  weetNiet: Set<string>;
  fouten: Evaluatie['fouten'];
}

function leesAntwoorden({ bestand, klassen }: Voorbereid, antwoorden: Antwoorden): Gegeven {
  const gegeven: Gegeven = { waarden: new Map(), weetNiet: new Set(), fouten: [] };
  for (const vraag of bestand.vragen) {
    const antwoord = Object.hasOwn(antwoorden, vraag.id) ? antwoorden[vraag.id] : vraag.vast;
    if (antwoord === undefined) continue;
    const fout = foutInAntwoord(vraag, antwoord);
    if (fout !== null) gegeven.fouten.push({ vraag: vraag.id, melding: fout });
    else if (antwoord === null) gegeven.weetNiet.add(vraag.id);
    else gegeven.waarden.set(vraag.id, naarWaarde(vraag, antwoord, klassen.get(vraag.id)?.vorm ?? 'waarde'));
  }
  return gegeven;
}

/** Every question that the file can ask a person, in the order of the file. */
export function vragen({ vragen }: Regelbestand): Vraag[] {
  return vragen.filter(({ vast }) => vast === undefined);
}

/**
 * The next questions that can still change the outcome, in the order of the file.
 *
 * @param antwoorden answers of the person and facts of the map, by id of the question. A map of answers, no history: an
 *   answer that is changed leaves nothing behind
 * @param aantal how many at most
 */
export function volgendeVragen(bestand: Regelbestand, antwoorden: Antwoorden, aantal = 1): Vraag[] {
  const klaar = bereid(bestand);
  const { waarden, weetNiet } = leesAntwoorden(klaar, antwoorden);
  const gekozen: Vraag[] = [];
  for (const vraag of kiesVragen(klaar, new Relevantie(klaar, waarden), (id) => !weetNiet.has(id))) {
    gekozen.push(vraag);
    if (gekozen.length >= aantal) break;
  }
  return gekozen;
}

function* kiesVragen({ bestand }: Voorbereid, relevantie: Relevantie, kies: (id: string) => boolean): Generator<Vraag> {
  for (const id of relevantie.kandidaten()) {
    const vraag = bestand.vragen.find((een) => een.id === id);
    if (vraag && kies(id) && relevantie.isRelevant(id)) yield vraag;
  }
}

/**
 * The outcome on the answers that there are.
 *
 * @param antwoorden of the person, by id of the question
 * @param kaartfeiten what the map answers, by id of the question; an answer of the person goes before it
 */
export function evalueer(bestand: Regelbestand, antwoorden: Antwoorden, kaartfeiten: Antwoorden = {}): Evaluatie {
  const klaar = bereid(bestand);
  const { waarden, weetNiet, fouten } = leesAntwoorden(klaar, { ...kaartfeiten, ...antwoorden });
  const relevantie = new Relevantie(klaar, waarden);
  const leeg = { conclusies: [], beslissendeRegels: [], bij: [], maatregelen: [], voorbehouden: [] };
  const [volgende] = kiesVragen(klaar, relevantie, (id) => !weetNiet.has(id));
  if (volgende) {
    const kandidaten = new Set(relevantie.kandidaten());
    const daarna = bestand.vragen.slice(bestand.vragen.indexOf(volgende) + 1);
    const nog = [volgende, ...daarna.filter(({ id }) => kandidaten.has(id) && !weetNiet.has(id))];
    return { ...leeg, stand: 'vragen', vragenDieErNogToeDoen: nog, onbekend: [], fouten };
  }
  const onbekend = [...kiesVragen(klaar, relevantie, (id) => weetNiet.has(id))];
  if (onbekend.length > 0) return { ...leeg, stand: 'onbekend', vragenDieErNogToeDoen: [], onbekend, fouten };
  // What was not answered makes no difference, so that any answer may stand for it.
  const aangevuld = new Map(waarden);
  for (const id of relevantie.kandidaten()) aangevuld.set(id, klaar.klassen.get(id)?.waarden?.[0] ?? null);
  const evaluatie = new DeelEvaluatie(klaar, aangevuld);
  const conclusies = bestand.hoofdbeslissingen.flatMap(({ id, name }) => toConclusies(name, evaluatie.standVan(id)));
  const opAntwoorden = new DeelEvaluatie(klaar, waarden);
  const bij = bestand.bijbeslissingen.flatMap(({ id, name }) => zekereConclusies(name, opAntwoorden.standVan(id)));
  const beslissendeRegels = vindBeslissendeRegels(klaar, evaluatie, waarden);
  const meegeteld = new Set(beslissendeRegels.flatMap(({ voorwaarden }) => voorwaarden.map(({ vraag }) => vraag)));
  return {
    stand: 'bekend',
    conclusies,
    beslissendeRegels,
    bij,
    maatregelen: findMaatregelen(bestand, [...conclusies, ...bij]),
    voorbehouden: bestand.vragen.flatMap(({ id, voorbehoud }) => (voorbehoud && meegeteld.has(id) ? [voorbehoud] : [])),
    vragenDieErNogToeDoen: [],
    onbekend: [],
    fouten,
  };
}

function toConclusies(beslissing: string, stand: Stand): Conclusie[] {
  if (!stand.bekend) throw new Error(`${beslissing} is not settled, while no question is open`);
  const { waarde, treffer } = stand;
  const tegenspraak = uniek(stand.tegenspraak).sort((a, b) => (formatValue(a) < formatValue(b) ? -1 : 1));
  const lijst = tegenspraak.length > 0 ? tegenspraak : Array.isArray(waarde) ? uniek(waarde) : [waarde];
  const waarden = lijst.length > 0 ? lijst : [null];
  return waarden.map((een) => ({ beslissing, waarde: een, treffer, tegenspraak }));
}

/** Of a decision that no question is asked for: what already follows from the answers. */
function zekereConclusies(beslissing: string, stand: Stand): Conclusie[] {
  if (stand.bekend) return toConclusies(beslissing, stand).filter(({ treffer }) => treffer);
  return (stand.zeker ?? []).map((waarde) => ({ beslissing, waarde, treffer: true, tegenspraak: [] }));
}

function uniek(waarden: readonly unknown[]): unknown[] {
  return [...new Map(waarden.map((waarde) => [formatValue(waarde), waarde])).values()];
}

/** Outcomes name measures by their id, in whichever output of the table. */
function findMaatregelen({ maatregelen }: Regelbestand, conclusies: readonly Conclusie[]): Maatregel[] {
  const genoemd = new Set(
    conclusies.flatMap(({ waarde }) =>
      typeof waarde === 'object' && waarde !== null ? Object.values(waarde) : [waarde],
    ),
  );
  return [...maatregelen.values()].filter(({ id }) => genoemd.has(id)).sort((a, b) => a.volgorde - b.volgorde);
}
