import { evaluateOutputs, evaluateText, type Surroundings } from '../dmn/evaluate.ts';
import type { Decision, DecisionTable } from '../dmn/model.ts';
import type { Klassen } from './klassen.ts';
import type { Regelbestand } from './model.ts';
import { bekend, mogelijkeUitkomsten, type Onbekend, onbekendVan, type Stand, sluitAf } from './stand.ts';
import { eersteVan, noemt, plaatsen, type Regels, Tabelbits } from './tabelbits.ts';

interface Kolom {
  tekst: string;
  /** Id of the one element of which the column is the value; null: an expression over several. */
  element: string | null;
}

/** What is worked out once per file. */
export interface Voorbereid {
  bestand: Regelbestand;
  klassen: ReadonlyMap<string, Klassen>;
  kolommen: ReadonlyMap<string, readonly Kolom[]>;
  /** The questions on which each decision hangs, over all steps. */
  vragenVan: ReadonlyMap<string, readonly string[]>;
  tabellen: ReadonlyMap<string, Tabelbits>;
}

export function bereidVoor(bestand: Regelbestand, klassen: ReadonlyMap<string, Klassen>): Voorbereid {
  const kolommen = new Map<string, Kolom[]>();
  const tabellen = new Map<string, Tabelbits>();
  for (const element of bestand.definitions.elements.values()) {
    if (element.kind !== 'decision' || element.expression.kind !== 'table') continue;
    const required = element.requires.map((href) => idOf(href));
    const namen = required.map((id) => bestand.definitions.elements.get(id)?.variable ?? '');
    tabellen.set(element.id, new Tabelbits(element.expression, namen));
    kolommen.set(
      element.id,
      element.expression.inputs.map(({ text }) => {
        const tekst = text.replace(/\s+/g, ' ');
        const id = required.find((one) => bestand.definitions.elements.get(one)?.variable === tekst) ?? null;
        return { tekst, element: id };
      }),
    );
  }
  onthoudOpenVragen(bestand, klassen, kolommen, tabellen);
  return { bestand, klassen, kolommen, tabellen, vragenVan: vindVragen(bestand) };
}

/** Which rules every possible answer meets is the bulk of the work of a first question: it is done when a file is read. */
function onthoudOpenVragen(
  { vraagVanInvoer }: Regelbestand,
  klassen: ReadonlyMap<string, Klassen>,
  kolommen: ReadonlyMap<string, readonly Kolom[]>,
  tabellen: ReadonlyMap<string, Tabelbits>,
): void {
  for (const [id, bits] of tabellen) {
    if (!bits.zelfstandig) continue;
    for (const [plaats, { element }] of kolommen.get(id)?.entries() ?? []) {
      const vraag = element === null ? undefined : vraagVanInvoer.get(element);
      if (vraag) bits.misschien(plaats, klassen.get(vraag.id)?.waarden ?? null, {});
    }
  }
}

function vindVragen({ definitions, vraagVanInvoer }: Regelbestand): Map<string, readonly string[]> {
  const gevonden = new Map<string, readonly string[]>();
  const zoek = (id: string): readonly string[] => {
    const eerder = gevonden.get(id);
    if (eerder) return eerder;
    const element = definitions.elements.get(id);
    const eigen = vraagVanInvoer.get(id);
    const vragen = eigen
      ? [eigen.id]
      : [...new Set(element?.kind === 'decision' ? element.requires.flatMap((href) => zoek(idOf(href))) : [])];
    gevonden.set(id, vragen);
    return vragen;
  };
  for (const id of definitions.elements.keys()) zoek(id);
  return gevonden;
}

/** A decision over more questions than this seldom comes back with the same answers. */
const maxOnthouden = 10;

const idOf = (href: string) => href.slice(href.lastIndexOf('#') + 1);

/**
 * Evaluates a file on the answers that there are. A decision is settled as soon as its remaining rules cannot change
 * it; otherwise it tells which values are still possible and which questions that hangs on.
 */
export class DeelEvaluatie {
  readonly #voorbereid: Voorbereid;
  /** Values by id of the question. */
  readonly #antwoorden: ReadonlyMap<string, unknown>;
  readonly #standen = new Map<string, Stand>();
  readonly #onthouden: Map<string, Stand>;
  /** Columns that were looked at, as a measure of the work done. */
  werk = 0;

  /** @param onthouden what decisions came to before, shared by evaluations that differ in a few answers */
  constructor(
    voorbereid: Voorbereid,
    antwoorden: ReadonlyMap<string, unknown>,
    onthouden: Map<string, Stand> = new Map(),
  ) {
    this.#voorbereid = voorbereid;
    this.#antwoorden = antwoorden;
    this.#onthouden = onthouden;
  }

  standVan(id: string): Stand {
    const eerder = this.#standen.get(id);
    if (eerder) return eerder;
    const sleutel = this.#sleutelVan(id);
    const stand = this.#onthouden.get(sleutel) ?? this.#bereken(id);
    if (sleutel !== '') this.#onthouden.set(sleutel, stand);
    this.#standen.set(id, stand);
    return stand;
  }

  #sleutelVan(id: string): string {
    const vragen = this.#voorbereid.vragenVan.get(id) ?? [];
    if (vragen.length > maxOnthouden) return '';
    const delen = vragen.map((vraag) =>
      this.#antwoorden.has(vraag) ? JSON.stringify(this.#antwoorden.get(vraag)) : '?',
    );
    return `${id}|${delen.join('|')}`;
  }

  #bereken(id: string): Stand {
    const element = this.#voorbereid.bestand.definitions.elements.get(id);
    if (element?.kind !== 'decision') return this.#invoer(id);
    return element.expression.kind === 'table' ? this.#tabel(element, element.expression) : this.#uitdrukking(element);
  }

  #invoer(id: string): Stand {
    const vraag = this.#voorbereid.bestand.vraagVanInvoer.get(id);
    if (!vraag) return bekend(null);
    if (this.#antwoorden.has(vraag.id)) return bekend(this.#antwoorden.get(vraag.id));
    const mogelijk = this.#voorbereid.klassen.get(vraag.id)?.waarden ?? null;
    return { bekend: false, mogelijk, wacht: new Set([vraag.id]), sleutel: `?${vraag.id}` };
  }

  /** What is no table is only known when everything that it names is. */
  #uitdrukking(decision: Decision): Stand {
    const known = new Map<string, unknown>();
    const open: Onbekend[] = [];
    for (const href of decision.requires) {
      const id = idOf(href);
      const stand = this.standVan(id);
      if (stand.bekend) known.set(`${this.#voorbereid.bestand.namespace}#${id}`, stand.waarde);
      else open.push(stand);
    }
    if (open.length > 0) return onbekendVan(decision.id, open, [...known.values()]);
    const { models, definitions } = this.#voorbereid.bestand;
    return bekend(models.evaluate({ element: decision, home: definitions }, known).value);
  }

  #tabel(decision: Decision, table: DecisionTable): Stand {
    const bits = this.#voorbereid.tabellen.get(decision.id) as Tabelbits;
    const kolommen = this.#voorbereid.kolommen.get(decision.id) ?? [];
    const omgeving =
      bits.zelfstandig && kolommen.every(({ element }) => element !== null) ? geen : this.#omgeving(decision);
    const { scope } = omgeving.around;
    const namen = omgeving.onbekend.map(({ naam }) => naam);
    const perKolom: { stand: Stand; zeker: Regels }[] = [];
    let mogelijk = bits.alle;
    let zeker = bits.alle;
    for (const [plaats, kolom] of kolommen.entries()) {
      const stand = this.#kolom(kolom, omgeving);
      const opNaam = namen.length > 0 ? bits.noemend(plaats, namen) : 0n;
      const eigen = stand.bekend
        ? bits.precies(plaats, stand.waarde, scope)
        : bits.misschien(plaats, stand.mogelijk, scope);
      mogelijk &= eigen.mogelijk | opNaam;
      zeker &= eigen.zeker & ~opNaam;
      perKolom.push({ stand, zeker: eigen.zeker & ~opNaam });
      this.werk += 1;
      if (mogelijk === 0n) break;
    }
    zeker &= mogelijk;
    // After the first rule that surely hits, a FIRST table looks no further.
    if (table.hitPolicy === 'FIRST' && zeker > 0n) {
      mogelijk &= (eersteVan(zeker) << 1n) - 1n;
      zeker &= mogelijk;
    }
    const open = mogelijk & ~zeker;
    const uitvoer = (regel: number) => evaluateOutputs(table, table.rules[regel]?.outputs ?? [], omgeving.around);
    if (open === 0n) {
      return sluitAf(table, bits, zeker, uitvoer, omgeving.around);
    }
    const wachtend = perKolom.flatMap(({ stand, zeker: kolomZeker }) =>
      !stand.bekend && (open & ~kolomZeker) !== 0n ? [stand] : [],
    );
    const opNaam = kolommen.some((_kolom, plaats) => (bits.noemend(plaats, namen) & open) !== 0n);
    const berekend =
      bits.uitkomsten === null &&
      plaatsen(mogelijk).some((regel) => noemt((table.rules[regel]?.outputs ?? []).join(), namen));
    const bijkomend = opNaam || berekend ? omgeving.onbekend.map(({ stand }) => stand) : [];
    const stand = onbekendVan(
      `${decision.id}(${zeker.toString(16)}|${open.toString(16)})`,
      [...wachtend, ...bijkomend],
      [],
    );
    if (berekend) return stand;
    const uitkomsten = mogelijkeUitkomsten(table, bits, zeker, mogelijk, uitvoer, omgeving.around);
    if (uitkomsten?.length === 1) {
      return { ...bekend(uitkomsten[0]), beslissend: zeker > 0n ? zeker : open };
    }
    return uitkomsten === null ? { ...stand, zeker: plaatsen(zeker).map(uitvoer) } : { ...stand, mogelijk: uitkomsten };
  }

  #kolom({ tekst, element }: Kolom, { around, onbekend }: Omgeving): Stand {
    if (element !== null) return this.standVan(element);
    const open = onbekend.filter(({ naam }) => noemt(tekst, [naam])).map(({ stand }) => stand);
    if (open.length > 0) return onbekendVan(tekst, open, []);
    return bekend(evaluateText(tekst, around));
  }

  #omgeving(decision: Decision): Omgeving {
    const { definitions, models } = this.#voorbereid.bestand;
    const scope: Record<string, unknown> = { ...models.functions };
    const onbekend: Omgeving['onbekend'] = [];
    for (const href of decision.requires) {
      const id = idOf(href);
      const naam = definitions.elements.get(id)?.variable ?? '';
      const stand = this.standVan(id);
      if (stand.bekend) scope[naam] = stand.waarde;
      else onbekend.push({ naam, stand });
    }
    return { around: { scope, findType: models.findTypeIn(definitions), report: () => {} }, onbekend };
  }
}

/** For a table that names nothing outside its columns. */
const geen: Omgeving = { around: { scope: {}, findType: () => null, report: () => {} }, onbekend: [] };

interface Omgeving {
  around: Surroundings;
  /** What the decision asks for and is not known yet. */
  onbekend: { naam: string; stand: Onbekend }[];
}
