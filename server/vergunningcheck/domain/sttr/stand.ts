import { defaultOf, givesList, type Surroundings } from '../dmn/evaluate.ts';
import { combineHits } from '../dmn/hit-policy.ts';
import type { DecisionTable } from '../dmn/model.ts';
import { eersteVan, plaatsen, type Regels, type Tabelbits } from './tabelbits.ts';

/** What is known of a decision or an input while not every question has been answered. */
export type Stand =
  | {
      bekend: true;
      waarde: unknown;
      /** The rules that decided it; none for what is no table, or when no rule hit. */
      beslissend: Regels;
      /** False: no rule hit, which is something else than a rule that says null. */
      treffer: boolean;
      /** Rules of a UNIQUE or ANY table that contradict each other: what each of them says. */
      tegenspraak: readonly unknown[];
      sleutel: string;
    }
  | {
      bekend: false;
      /** Every value that it can still get; null: anything. */
      mogelijk: readonly unknown[] | null;
      /** Of a list: the items that it will have, whatever the answers. */
      zeker?: readonly unknown[];
      /** Questions, without an answer, on which it may still hang. */
      wacht: ReadonlySet<string>;
      /** The same for two states from which the same answers lead to the same outcome. */
      sleutel: string;
    };
export type Onbekend = Stand & { bekend: false };

/** A value that is settled. */
export const bekend = (waarde: unknown): Stand & { bekend: true } => ({
  bekend: true,
  waarde,
  beslissend: 0n,
  treffer: true,
  tegenspraak: [],
  sleutel: `=${JSON.stringify(waarde) ?? 'null'}`,
});

/** What waits for others, of which the state is part of its own. */
export function onbekendVan(naam: string, open: readonly Onbekend[], waarden: readonly unknown[]): Onbekend {
  return {
    bekend: false,
    mogelijk: null,
    wacht: new Set(open.flatMap(({ wacht }) => [...wacht])),
    sleutel: `${naam}[${open.map(({ sleutel }) => sleutel).join()}${JSON.stringify(waarden)}]`,
  };
}

/** The outcome when every rule is decided. */
export function sluitAf(
  table: DecisionTable,
  bits: Tabelbits,
  treffers: Regels,
  uitvoer: (regel: number) => unknown,
  around: Surroundings,
): Stand {
  if (treffers === 0n) {
    const stand = bekend(defaultOf(table, around));
    return { ...stand, treffer: false, sleutel: `${stand.sleutel}∅` };
  }
  const uitkomsten = uitkomstenVan(bits, treffers, uitvoer);
  const botst =
    (table.hitPolicy === 'UNIQUE' && treffers !== eersteVan(treffers)) ||
    (table.hitPolicy === 'ANY' && uitkomsten.length > 1);
  if (botst) return tegenstrijdig(uitkomsten, treffers);
  // With one outcome there is nothing to combine, except for the lists.
  if (uitkomsten.length === 1 && !givesList(table)) return { ...bekend(uitkomsten[0]), beslissend: treffers };
  const hits = plaatsen(treffers).map((rule) => ({ rule, output: uitvoer(rule) }));
  const { value, deciding } = combineHits(table, hits);
  return { ...bekend(value), beslissend: deciding.reduce((regels, plaats) => regels | (1n << BigInt(plaats)), 0n) };
}

/** Rules that contradict each other have no value: for who looks at this decision it is null. */
function tegenstrijdig(uitkomsten: readonly unknown[], treffers: Regels): Stand {
  const sleutel = `!${uitkomsten.map((een) => JSON.stringify(een)).sort()}`;
  return { ...bekend(null), beslissend: treffers, tegenspraak: uitkomsten, sleutel };
}

/** Every different outcome of some rules. */
const uitkomstenVan = (bits: Tabelbits, regels: Regels, uitvoer: (regel: number) => unknown): unknown[] =>
  bits.uitkomsten?.filter((groep) => (groep.regels & regels) !== 0n).map(({ waarde }) => waarde) ??
  uniek(plaatsen(regels).map(uitvoer));

/** Every value that a table can still give; null: a list of which the length is not settled. */
export function mogelijkeUitkomsten(
  table: DecisionTable,
  bits: Tabelbits,
  zeker: Regels,
  mogelijk: Regels,
  uitvoer: (regel: number) => unknown,
  around: Surroundings,
): readonly unknown[] | null {
  if (givesList(table)) return null;
  const uitkomsten = uitkomstenVan(bits, mogelijk, uitvoer);
  const botst = table.hitPolicy === 'UNIQUE' ? mogelijk !== eersteVan(mogelijk) : uitkomsten.length > 1;
  if ((table.hitPolicy === 'UNIQUE' || table.hitPolicy === 'ANY') && botst) uitkomsten.push(null);
  if (zeker === 0n) uitkomsten.push(defaultOf(table, around));
  return table.hitPolicy === 'UNIQUE' && botst ? uitkomsten : uniek(uitkomsten);
}

function uniek(waarden: readonly unknown[]): unknown[] {
  return [...new Map(waarden.map((waarde) => [JSON.stringify(waarde), waarde])).values()];
}
