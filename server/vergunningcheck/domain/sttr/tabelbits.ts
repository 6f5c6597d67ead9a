import { testsOf } from '../dmn/evaluate.ts';
import type { Scope } from '../dmn/feel.ts';
import type { DecisionTable } from '../dmn/model.ts';
import { meetsTests, readLiteral, type UnaryTests } from '../dmn/unary.ts';

/** A set of rules of one table: bit n stands for the rule at place n. */
export type Regels = bigint;

/** The rules that a column still allows, and those that it can no longer rule out. */
export interface Kolombits {
  mogelijk: Regels;
  zeker: Regels;
}

/** More values of one column than this are not kept; who asks for so many is measuring, not answering. */
const maxOnthouden = 2000;

/**
 * A decision table as sets of rules, so that a table of hundreds of rules is one AND per column.
 *
 * Which rules a value meets is worked out once per value and column.
 */
export class Tabelbits {
  readonly alle: Regels;
  /** Rules per outcome, when every outcome is a plain value; null: outcomes are computed. */
  readonly uitkomsten: readonly { waarde: unknown; regels: Regels }[] | null;
  /** Nothing in its cells and outcomes names a value outside its columns. */
  readonly zelfstandig: boolean;
  readonly #tests: readonly (readonly UnaryTests[])[];
  readonly #leeg: readonly Regels[];
  /** Cells that FEEL must read and that may name other values. */
  readonly #benoemd: readonly boolean[];
  readonly #onthouden: Map<string, Regels>[];
  readonly #misschien: WeakMap<readonly unknown[], Kolombits>[];

  constructor(table: DecisionTable, namen: readonly string[]) {
    this.#tests = testsOf(table);
    this.alle = (1n << BigInt(this.#tests.length)) - 1n;
    this.#leeg = table.inputs.map((_input, kolom) => this.#verzamel((tests) => tests[kolom]?.any === true));
    this.#benoemd = table.inputs.map((_input, kolom) =>
      this.#tests.some(
        (tests) => tests[kolom]?.plain === null && !tests[kolom]?.any && noemt(tests[kolom]?.text ?? '', namen),
      ),
    );
    this.#onthouden = table.inputs.map(() => new Map());
    this.#misschien = table.inputs.map(() => new WeakMap());
    this.uitkomsten = groepeerUitkomsten(table);
    const standaard = table.outputs.every(
      (output) => output.default === null || readLiteral(output.default) !== undefined,
    );
    this.zelfstandig = this.uitkomsten !== null && standaard && !this.#benoemd.includes(true);
  }

  #verzamel(voldoet: (tests: readonly UnaryTests[]) => boolean): Regels {
    let bits = '0b';
    for (let regel = this.#tests.length - 1; regel >= 0; regel -= 1)
      bits += voldoet(this.#tests[regel] ?? []) ? '1' : '0';
    return bits === '0b' ? 0n : BigInt(bits);
  }

  /** The rules whose cell in this column a value meets. */
  voldaan(kolom: number, waarde: unknown, scope: Scope): Regels {
    const toets = () =>
      this.#verzamel((tests) => {
        const test = tests[kolom];
        return test !== undefined && meetsTests(test, waarde, scope);
      });
    if (this.#benoemd[kolom]) return toets();
    const sleutel = JSON.stringify(waarde) ?? 'null';
    const onthouden = this.#onthouden[kolom];
    const eerder = onthouden?.get(sleutel);
    if (eerder !== undefined) return eerder;
    const regels = toets();
    if ((onthouden?.size ?? 0) >= maxOnthouden) onthouden?.clear();
    onthouden?.set(sleutel, regels);
    return regels;
  }

  /** The rules that a known value leaves: each of them for sure. */
  precies(kolom: number, waarde: unknown, scope: Scope): Kolombits {
    const regels = this.voldaan(kolom, waarde, scope);
    return { mogelijk: regels, zeker: regels };
  }

  /** The same for a column of which only the possible values are known; null: it can be anything. */
  misschien(kolom: number, waarden: readonly unknown[] | null, scope: Scope): Kolombits {
    if (waarden === null) return { mogelijk: this.alle, zeker: this.#leeg[kolom] ?? 0n };
    // The values of a question that is still open are always the same list.
    const eerder = this.#benoemd[kolom] ? undefined : this.#misschien[kolom]?.get(waarden);
    if (eerder) return eerder;
    let mogelijk = 0n;
    let zeker = this.alle;
    for (const waarde of waarden) {
      const regels = this.voldaan(kolom, waarde, scope);
      mogelijk |= regels;
      zeker &= regels;
    }
    this.#misschien[kolom]?.set(waarden, { mogelijk, zeker });
    return { mogelijk, zeker };
  }

  /** Rules that have a cell in this column that names one of these values. */
  noemend(kolom: number, namen: readonly string[]): Regels {
    if (!this.#benoemd[kolom]) return 0n;
    return this.#verzamel((tests) => tests[kolom]?.plain === null && noemt(tests[kolom]?.text ?? '', namen));
  }
}

/** Whether a FEEL text names one of these, outside its strings. */
export function noemt(tekst: string, namen: readonly string[]): boolean {
  const zonderTekst = tekst.replace(/"[^"]*"/g, '""');
  return namen.some((naam) => naam !== '' && zonderTekst.includes(naam));
}

/** The places of the rules in a set, in the order of the table. */
export function plaatsen(regels: Regels): number[] {
  const bits = regels.toString(2);
  const lijst: number[] = [];
  for (let plaats = 0; plaats < bits.length; plaats += 1)
    if (bits[bits.length - 1 - plaats] === '1') lijst.push(plaats);
  return lijst;
}

/** The rule that comes first, alone; none of none. */
export const eersteVan = (regels: Regels): Regels => regels & -regels;

function groepeerUitkomsten(table: DecisionTable): { waarde: unknown; regels: Regels }[] | null {
  const groepen = new Map<string, { waarde: unknown; regels: Regels }>();
  for (const [regel, { outputs }] of table.rules.entries()) {
    const waarden = outputs.map(readLiteral);
    if (waarden.includes(undefined)) return null;
    const waarde =
      waarden.length === 1
        ? waarden[0]
        : Object.fromEntries(waarden.map((een, plek) => [table.outputs[plek]?.name ?? `output ${plek + 1}`, een]));
    const sleutel = JSON.stringify(waarde);
    const groep = groepen.get(sleutel) ?? { waarde, regels: 0n };
    groep.regels |= 1n << BigInt(regel);
    groepen.set(sleutel, groep);
  }
  return [...groepen.values()];
}
