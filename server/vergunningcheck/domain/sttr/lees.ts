import { findAll, findChild } from '../../../xml/domain.ts';
import { findSyntaxFault } from '../dmn/feel.ts';
import { readDefinitions } from '../dmn/lees.ts';
import type { Decision, DecisionTable, Definitions, DrgElement, Expression, Fout, InputData } from '../dmn/model.ts';
import { ModelSet } from '../dmn/model-set.ts';
import { compileTests, readLiteral } from '../dmn/unary.ts';
import { aansluitpunt } from './aansluitpunt.ts';
import { bereid } from './evalueer.ts';
import { readMaatregelen, readVragen } from './lees-vragen.ts';
import type { BestandSoort, GegevensType, Regelbestand, Vraag } from './model.ts';

/**
 * Reads a file of toepasbare regels: STTR 1.x, IMTR 1.2 or 3.0, on DMN 1.1 to 1.5.
 *
 * @returns the file, or every fault that was found in it; never half a file
 */
export function leesRegelbestand(xml: string): { bestand: Regelbestand } | { fouten: Fout[] } {
  const read = readDefinitions(xml);
  if ('fouten' in read) return read;
  const { definitions } = read;
  const fouten: Fout[] = [];
  const vragen = readVragen(definitions.extension, fouten);
  const invoer = [...definitions.elements.values()].filter((element) => element.kind === 'input');
  const vraagVanInvoer = linkVragen(invoer, vragen, fouten);
  const { soort, hoofdbeslissingen, bijbeslissingen } = findHoofdbeslissingen(definitions);
  if (hoofdbeslissingen.length === 0) {
    fouten.push({ plaats: 'het bestand', melding: 'Er staat geen beslissing in waar het om gaat.' });
  }
  checkReferences(definitions, fouten);
  checkCycles(definitions, fouten);
  checkExpressions(definitions, fouten);
  if (fouten.length > 0) return { fouten };
  const structuur = hoofdbeslissingen.map(findStructuur).find((ref) => ref !== null) ?? null;
  const bestand: Regelbestand = {
    naam: definitions.name,
    namespace: definitions.namespace,
    imtrVersie: findImtrVersie(definitions),
    soort,
    functioneleStructuur: structuur?.split('/concept/').at(-1) ?? null,
    vragen: [...new Set([...vragen, ...vraagVanInvoer.values()])],
    maatregelen: readMaatregelen(definitions.extension),
    hoofdbeslissingen,
    bijbeslissingen,
    vraagVanInvoer,
    invoer,
    definitions,
    models: new ModelSet(definitions, [], { invoke: aansluitpunt }),
  };
  bereid(bestand);
  return { bestand };
}

const extended = (element: DrgElement, name: string) => (element.extension ? findAll(element.extension, name) : []);

function linkVragen(invoer: readonly InputData[], vragen: readonly Vraag[], fouten: Fout[]): Map<string, Vraag> {
  const byId = new Map(vragen.map((vraag) => [vraag.id, vraag]));
  const linked = new Map<string, Vraag>();
  for (const input of invoer) {
    const href = extended(input, 'uitvoeringsregelRef')[0]?.attributes.href;
    const vraag = href === undefined ? plainVraag(input) : byId.get(href.slice(href.lastIndexOf('#') + 1));
    if (vraag) linked.set(input.id, vraag);
    else {
      const plaats = `regel ${input.line}, invoer "${input.name}"`;
      fouten.push({ plaats, melding: `De uitvoeringsregel ${href} bestaat niet.` });
    }
  }
  return linked;
}

/** Plain DMN has no uitvoeringsregels: its input data are asked by their own name. */
function plainVraag({ id, name, typeRef, line }: InputData): Vraag {
  const type = typeRef?.replace(/^.*[:.]/, '') ?? 'string';
  const known: Record<string, GegevensType> = { boolean: 'boolean', number: 'number', date: 'date' };
  return {
    id,
    soort: 'vraag',
    tekst: name,
    gegevensType: Object.hasOwn(known, type) ? (known[type] as GegevensType) : 'string',
    opties: [],
    meerdereAntwoorden: false,
    toelichting: null,
    langeToelichting: null,
    belangrijk: false,
    groep: null,
    bereik: 'werkzaamheid',
    classificatie: 'activiteit',
    consistentie: null,
    locatie: null,
    vast: undefined,
    voorbehoud: null,
    regel: line,
  };
}

const decisionsOf = ({ elements }: Definitions) =>
  [...elements.values()].filter((element) => element.kind === 'decision');

/**
 * The decisions that the file is about: those that a functioneleStructuurRef points at, or else those on which no other
 * depends. In a file with a conclusie, decisions about indieningsvereisten and maatregelen come beside it.
 */
function findHoofdbeslissingen(
  definitions: Definitions,
): Pick<Regelbestand, 'soort' | 'hoofdbeslissingen' | 'bijbeslissingen'> {
  const decisions = decisionsOf(definitions);
  const marked = decisions.filter((decision) => findStructuur(decision) !== null);
  const required = new Set(decisions.flatMap(({ requires }) => requires.map((href) => href.replace(/^.*#/, ''))));
  const alle = marked.length > 0 ? marked : decisions.filter(({ id }) => !required.has(id));
  const soorten = alle.map((decision) => findSoort(decision, definitions));
  const soort = (['conclusie', 'indieningsvereisten', 'maatregelen'] as const).find((een) => soorten.includes(een));
  return {
    soort: soort ?? 'conclusie',
    hoofdbeslissingen: alle.filter((_decision, plaats) => soorten[plaats] === soort),
    bijbeslissingen: alle.filter((_decision, plaats) => soorten[plaats] !== soort),
  };
}

function findStructuur(decision: Decision): string | null {
  return extended(decision, 'functioneleStructuurRef')[0]?.attributes.href ?? null;
}

function findImtrVersie({ extension }: Definitions): string {
  return (extension && findChild(extension, 'sttr')?.attributes.versie) ?? '1';
}

function findSoort(decision: Decision, { name }: Definitions): BestandSoort {
  const wanted = `${findStructuur(decision)?.split('/concept/').at(-1) ?? ''} ${decision.name} ${name}`;
  if (/^\s*maatregelen/i.test(wanted)) return 'maatregelen';
  return /^\s*indieningsvereisten/i.test(wanted) ? 'indieningsvereisten' : 'conclusie';
}

function checkReferences(definitions: Definitions, fouten: Fout[]): void {
  for (const element of definitions.elements.values()) {
    const hrefs = element.kind === 'decision' ? [...element.requires, ...element.knowledge] : [];
    for (const href of hrefs) {
      if (href.startsWith('#') && definitions.elements.has(href.slice(1))) continue;
      if (
        href === `${definitions.namespace}#${href.replace(/^.*#/, '')}` &&
        definitions.elements.has(href.replace(/^.*#/, ''))
      ) {
        continue;
      }
      fouten.push({ plaats: placeOf(element), melding: `De verwijzing ${href || '(leeg)'} leidt nergens heen.` });
    }
  }
}

const placeOf = ({ line, name, kind }: DrgElement) =>
  `regel ${line}, ${kind === 'input' ? 'invoer' : 'beslissing'} "${name}"`;

/** Longer than any real chain of decisions; stops a file that is made to exhaust us. */
const maxKeten = 300;

/** A decision that depends on itself, over however many steps, has no outcome. */
function checkCycles(definitions: Definitions, fouten: Fout[]): void {
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const element = definitions.elements.get(id);
    if (element?.kind !== 'decision') return;
    const from = path.indexOf(id);
    if (from >= 0) {
      const names = [...path.slice(from), id].map((step) => `"${definitions.elements.get(step)?.name}"`);
      fouten.push({ plaats: placeOf(element), melding: `De beslissingen draaien in een kring: ${names.join(' → ')}.` });
      return;
    }
    if (done.has(id)) return;
    if (path.length > maxKeten) {
      fouten.push({ plaats: placeOf(element), melding: `Meer dan ${maxKeten} beslissingen hangen achter elkaar.` });
      done.add(id);
      return;
    }
    for (const href of element.requires) visit(href.replace(/^.*#/, ''), [...path, id]);
    done.add(id);
  };
  for (const { id } of decisionsOf(definitions)) visit(id, []);
}

function checkExpressions(definitions: Definitions, fouten: Fout[]): void {
  for (const decision of decisionsOf(definitions)) {
    const names = [...decision.requires, ...decision.knowledge].flatMap(
      (href) => definitions.elements.get(href.replace(/^.*#/, ''))?.variable ?? [],
    );
    const check = (kind: 'expression' | 'tests', text: string, line: number) => {
      const fault = text === '' ? null : findSyntaxFault(kind, text, names);
      if (fault) fouten.push({ plaats: `regel ${line}, beslissing "${decision.name}"`, melding: `De FEEL ${fault}.` });
    };
    const { expression } = decision;
    if (expression.kind === 'none') {
      fouten.push({ plaats: placeOf(decision), melding: 'De beslissing heeft geen regels.' });
    }
    for (const table of tablesIn(expression)) checkTable(table, new Set(names), check, decision, fouten);
    if (expression.kind === 'literal') check('expression', expression.text, expression.line);
  }
}

function tablesIn(expression: Expression): DecisionTable[] {
  return expression.kind === 'table' ? [expression] : [];
}

function checkTable(
  table: DecisionTable,
  names: ReadonlySet<string>,
  check: (kind: 'expression' | 'tests', text: string, line: number) => void,
  decision: Decision,
  fouten: Fout[],
): void {
  for (const { text } of table.inputs) {
    if (names.has(text.replace(/\s+/g, ' '))) continue;
    if (/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(text)) {
      const melding = `De tabel gebruikt "${text}", maar de beslissing vraagt daar niet om.`;
      fouten.push({ plaats: `regel ${table.line}, beslissing "${decision.name}"`, melding });
    } else check('expression', text, table.line);
  }
  for (const rule of table.rules) {
    for (const text of rule.inputs) {
      const { any, plain } = compileTests(text);
      if (!any && plain === null) check('tests', text, rule.line);
    }
    for (const text of rule.outputs) if (readLiteral(text) === undefined) check('expression', text, rule.line);
  }
}
