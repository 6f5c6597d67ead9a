import { parseDate } from 'feelin';
import { testFeel } from '../dmn/feel.ts';
import { compileTests, meetsTests, type UnaryTests } from '../dmn/unary.ts';
import { geoAntwoorden, naarWaarde, type Vorm, vormVan } from './antwoord.ts';
import type { Antwoord, Regelbestand, Vraag } from './model.ts';

/** What the rules can tell apart of one question. */
export interface Klassen {
  vraag: Vraag;
  vorm: Vorm;
  /**
   * One value per group of answers that no cell tells apart; null: there is no such list, because the answer is used in
   * a computation.
   */
  waarden: readonly unknown[] | null;
  /** The plain limits and literals against which its answers are tested, as they stand in the cells. */
  cellen: readonly UnaryTests[];
}

/** More choices than this together have too many combinations to go along. */
const maxOpties = 6;

/**
 * Finds for each question which answers make a difference at all, from the cells of every table that looks at it.
 *
 * Two answers that meet exactly the same cells lead to the same outcome, so that one of each group is enough to find
 * out what can still happen.
 */
export function bepaalKlassen(bestand: Regelbestand): Map<string, Klassen> {
  const gebruik = vindGebruik(bestand);
  return new Map(
    bestand.vragen.map((vraag) => {
      const { cellen, berekend } = gebruik.get(vraag.id) ?? { cellen: [], berekend: false };
      const vorm = vormVan(vraag, bestand, cellen);
      const tests = [...new Set(cellen)].map(compileTests).filter(({ any }) => !any);
      const eindig = eindigeAntwoorden(vraag);
      const kandidaten =
        eindig?.map((antwoord) => naarWaarde(vraag, antwoord, vorm)) ?? (berekend ? null : grenswaarden(vraag, tests));
      // Only a file that tests for null tells "not given" from every answer.
      const alle = kandidaten && tests.some(({ text }) => /\bnull\b/.test(text)) ? [...kandidaten, null] : kandidaten;
      const groepen = alle && !berekend ? groepeer(alle, tests) : null;
      const waarden = groepen ?? (eindig ? alle : null);
      return [vraag.id, { vraag, vorm, waarden, cellen: tests }];
    }),
  );
}

interface Gebruik {
  cellen: string[];
  /** Also used other than as the value of a column. */
  berekend: boolean;
}

function vindGebruik({ definitions, vraagVanInvoer }: Regelbestand): Map<string, Gebruik> {
  const gebruik = new Map<string, Gebruik>();
  for (const element of definitions.elements.values()) {
    if (element.kind !== 'decision') continue;
    const { expression } = element;
    for (const href of element.requires) {
      const id = href.replace(/^.*#/, '');
      const vraag = vraagVanInvoer.get(id);
      const naam = definitions.elements.get(id)?.variable;
      if (!vraag || naam === undefined) continue;
      const van = gebruik.get(vraag.id) ?? { cellen: [], berekend: false };
      gebruik.set(vraag.id, van);
      if (expression.kind !== 'table') {
        van.berekend = true;
        continue;
      }
      expression.inputs.forEach(({ text }, kolom) => {
        if (text.replace(/\s+/g, ' ') === naam)
          van.cellen.push(...expression.rules.map(({ inputs }) => inputs[kolom] ?? '-'));
        else if (text.includes(naam)) van.berekend = true;
      });
      // A cell or outcome may name it as well: `> andere invoer`.
      const inCel = (tekst: string) => !/^["\d<>=[\](),.\s-]*$/.test(tekst) && zonderTekst(tekst).includes(naam);
      if (expression.rules.some(({ inputs, outputs }) => [...inputs, ...outputs].some(inCel))) van.berekend = true;
    }
  }
  return gebruik;
}

const zonderTekst = (tekst: string) => tekst.replace(/"[^"]*"/g, '""');

/** Every answer that a question can have, when there are few. */
function eindigeAntwoorden(vraag: Vraag): Exclude<Antwoord, null>[] | null {
  if (vraag.soort === 'geoVerwijzing') return [...geoAntwoorden];
  if (vraag.gegevensType === 'boolean') return [true, false];
  if (vraag.gegevensType !== 'list') return null;
  const opties = vraag.opties.map(({ tekst }) => tekst);
  if (!vraag.meerdereAntwoorden) return opties;
  if (opties.length > maxOpties) return null;
  return Array.from({ length: 2 ** opties.length }, (_, bits) => opties.filter((_optie, plek) => bits & (1 << plek)));
}

/** Values on, between and beyond everything that the cells compare with; null: a cell compares in a way we cannot see. */
function grenswaarden(vraag: Vraag, tests: readonly UnaryTests[]): unknown[] | null {
  switch (vraag.gegevensType) {
    case 'number': {
      const grenzen = new Set<number>();
      for (const { plain } of tests) {
        if (plain === null) return null;
        for (const deel of plain.alternatives) {
          const gezien = deel.kind === 'literal' ? [deel.value] : [deel.from?.value, deel.to?.value];
          for (const grens of gezien) if (typeof grens === 'number') grenzen.add(grens);
        }
      }
      const rij = [...grenzen].sort((a, b) => a - b);
      const [eerste = 0, laatste = 0] = [rij[0], rij.at(-1)];
      return [
        eerste - 1,
        ...rij.flatMap((grens, plek) => [grens, (grens + (rij[plek + 1] ?? grens + 2)) / 2]),
        laatste + 1,
      ];
    }
    case 'date': {
      const dagen = tests.flatMap(({ text }) => text.match(/\d{4}-\d\d-\d\d/g) ?? []);
      if (!tests.every(({ text, plain }) => plain !== null || noemtAlleenDagen(text))) return null;
      return ['1900-01-01', ...dagen.flatMap((dag) => [verschuif(dag, -1), dag, verschuif(dag, 1)])].map((dag) =>
        parseDate(dag),
      );
    }
    case 'string': {
      const teksten = tests.flatMap(({ text }) => [...text.matchAll(/"([^"]*)"/g)].map(([, tekst = '']) => tekst));
      const zichtbaar = tests.every(({ plain }) => plain !== null);
      return zichtbaar ? [...new Set([...teksten, 'een andere tekst'])] : null;
    }
    default:
      return null;
  }
}

const noemtAlleenDagen = (text: string) =>
  /^[\s<>=.,()[\]not]*$/.test(text.replace(/date\(\s*"\d{4}-\d\d-\d\d"\s*\)|@"\d{4}-\d\d-\d\d"/g, ''));

function verschuif(dag: string, dagen: number): string {
  return new Date(Date.parse(`${dag}T00:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Keeps one value of each group that meets the same cells.
 *
 * @returns null when a cell cannot be tested by itself, because it names something else
 */
function groepeer(waarden: readonly unknown[], tests: readonly UnaryTests[]): unknown[] | null {
  const gezien = new Map<string, unknown>();
  for (const waarde of waarden) {
    let patroon = '';
    for (const test of tests) {
      const uitslag = voldoet(test, waarde);
      if (uitslag === null) return null;
      patroon += uitslag ? '1' : '0';
    }
    if (!gezien.has(patroon)) gezien.set(patroon, waarde);
  }
  return [...gezien.values()];
}

function voldoet(test: UnaryTests, waarde: unknown): boolean | null {
  if (test.plain !== null) return meetsTests(test, waarde, {});
  const { value, faults } = testFeel(test.text, waarde, {});
  return faults.length > 0 ? null : value === true;
}
