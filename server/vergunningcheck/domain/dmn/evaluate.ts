import { FeelFunction } from 'feelin';
import { evaluateFeel, isContext, type Scope, testFeel } from './feel.ts';
import { combineHits, type Hit } from './hit-policy.ts';
import type { DecisionTable, Expression, Parameter } from './model.ts';
import { coerce, type FindType, formatValue, readValueList } from './types.ts';
import { compileTests, meetsTests, readLiteral, type UnaryTests } from './unary.ts';

/** What an expression is evaluated in. */
export interface Surroundings {
  scope: Scope;
  findType: FindType;
  /** Takes a fault; the value is then null. */
  report: (fault: string) => void;
}

const javaKinds = new Set(['JAVA', 'PMML']);

/** The value of any boxed expression. What cannot be evaluated is null, and is reported. */
export function evaluateExpression(expression: Expression, around: Surroundings): unknown {
  const value = evaluateUntyped(expression, around);
  return expression.kind === 'function' ? value : conform(value, expression.typeRef, around);
}

function conform(value: unknown, typeRef: string | null, { findType, report }: Surroundings): unknown {
  const coerced = coerce(value, typeRef, findType);
  if ('value' in coerced) return coerced.value;
  report(coerced.fault);
  return null;
}

function evaluateUntyped(expression: Expression, around: Surroundings): unknown {
  const { scope, report } = around;
  const within = (variables: Record<string, unknown>): Surroundings => ({
    ...around,
    scope: { ...scope, ...variables },
  });
  switch (expression.kind) {
    case 'none':
      return null;
    case 'literal':
      return evaluateText(expression.text, around);
    case 'table':
      return evaluateTable(expression, around).value;
    case 'list':
      return expression.items.map((item) => evaluateExpression(item, around));
    case 'relation':
      return expression.rows.map((row) =>
        Object.fromEntries(
          expression.columns.map((name, at) => [name, row[at] ? evaluateExpression(row[at], around) : null]),
        ),
      );
    case 'context':
      return evaluateContext(expression, around);
    case 'function':
      return makeFunction(expression, around);
    case 'invocation':
      return invoke(expression, around);
    case 'conditional':
      return evaluateExpression(
        evaluateExpression(expression.test, around) === true ? expression.yes : expression.no,
        around,
      );
    case 'filter': {
      const list = asList(evaluateExpression(expression.in, around));
      if (list === null) return null;
      const matches = (item: unknown) =>
        evaluateExpression(expression.match, within({ ...(isContext(item) ? item : {}), item }));
      const [index] = list.length > 0 ? [matches(list[0])] : [];
      if (typeof index === 'number') return list.at(index > 0 ? index - 1 : index) ?? null;
      return list.filter((item) => matches(item) === true);
    }
    case 'for': {
      const list = asList(evaluateExpression(expression.in, around));
      if (list === null) return null;
      const partial: unknown[] = [];
      for (const item of list) {
        partial.push(
          evaluateExpression(expression.return, within({ [expression.variable]: item, partial: [...partial] })),
        );
      }
      return partial;
    }
    case 'some':
    case 'every': {
      const list = asList(evaluateExpression(expression.in, around));
      if (list === null) {
        report('er is geen lijst om langs te gaan');
        return null;
      }
      const answers = list.map((item) =>
        evaluateExpression(expression.satisfies, within({ [expression.variable]: item })),
      );
      const decisive = expression.kind === 'some';
      if (answers.includes(decisive)) return decisive;
      return answers.every((answer) => answer === !decisive) ? !decisive : null;
    }
  }
}

/** The value of a FEEL text. */
export function evaluateText(text: string, { scope, report }: Surroundings): unknown {
  // A plain name needs no engine. It may be any text: names of real files hold hyphens and question marks.
  const name = text.replace(/\s+/g, ' ');
  if (Object.hasOwn(scope, name)) return scope[name];
  const literal = readLiteral(text);
  if (literal !== undefined) return literal;
  const { value, faults } = evaluateFeel(text, scope);
  if (value === null) for (const fault of faults) report(fault);
  return value;
}

/** What a `for`, `some` or filter goes along: a list, a range of whole numbers, or one value as a list of itself. */
function asList(value: unknown): unknown[] | null {
  if (value === null) return null;
  if (Array.isArray(value)) return value;
  const walked = evaluateFeel('for x in reeks return x', { reeks: value }).value;
  return Array.isArray(walked) ? walked : [value];
}

function evaluateContext({ entries }: Expression & { kind: 'context' }, around: Surroundings): unknown {
  const own: Record<string, unknown> = {};
  for (const { variable, expression } of entries) {
    // Functions see what comes after them too, among which themselves.
    const inner: Surroundings = { ...around, scope: { ...around.scope, ...own } };
    if (variable === null) return evaluateExpression(expression, inner);
    if (expression.kind === 'function') {
      own[variable.name] = makeFunction(expression, { ...around, scope: around.scope }, own);
      continue;
    }
    own[variable.name] = conform(evaluateExpression(expression, inner), variable.typeRef, around);
  }
  return own;
}

/**
 * A function that FEEL can call.
 *
 * @param later names that the function sees when it is called, though they may not have a value yet now
 */
export function makeFunction(
  { functionKind, parameters, body, typeRef }: Expression & { kind: 'function' },
  around: Surroundings,
  later: Readonly<Record<string, unknown>> = {},
): FeelFunction | null {
  if (javaKinds.has(functionKind)) {
    around.report(`niet ondersteund: een functie in ${functionKind}`);
    return null;
  }
  // A type says what the function gives; of a function type that is in its definition.
  const type = typeRef === null ? null : around.findType(typeRef);
  const resultType = type?.isFunction ? type.outputTypeRef : typeRef;
  return callable(parameters, around, (given) =>
    conform(
      evaluateExpression(body, { ...around, scope: { ...around.scope, ...later, ...given } }),
      resultType,
      around,
    ),
  );
}

/** Wraps a computation as a FEEL function that fits its arguments to the types of its parameters. */
export function callable(
  parameters: readonly Parameter[],
  around: Surroundings,
  run: (given: Record<string, unknown>) => unknown,
): FeelFunction {
  const names = parameters.map(({ name }) => name);
  return new FeelFunction((...values: unknown[]) => {
    if (values.length > names.length) {
      around.report(`een functie met ${names.length} parameters kreeg er ${values.length}`);
      return null;
    }
    return run(
      Object.fromEntries(
        parameters.map(({ name, typeRef }, at) => [name, conform(values[at] ?? null, typeRef, around)]),
      ),
    );
  }, names);
}

function invoke({ called, bindings }: Expression & { kind: 'invocation' }, around: Surroundings): unknown {
  const { report } = around;
  const target = evaluateExpression(called, around);
  if (!(target instanceof FeelFunction)) {
    const name = called.kind === 'literal' ? called.text : 'de aangeroepen functie';
    report(`"${name}" is geen functie die in dit bestand staat`);
    return null;
  }
  const given = Object.fromEntries(
    bindings.map(({ parameter, expression }) => [
      parameter.name,
      conform(evaluateExpression(expression, around), parameter.typeRef, around),
    ]),
  );
  const unknown = Object.keys(given).filter((name) => !target.parameterNames.includes(name));
  if (unknown.length > 0) {
    report(`de functie kent de parameter ${unknown.join(', ')} niet`);
    return null;
  }
  // By way of FEEL: a function that was made for it may answer in its own terms that it cannot be called so.
  const { value, faults } = evaluateFeel('f(parameters)', {
    f: new FeelFunction(() => target.invoke(target.parameterNames.map((name) => given[name] ?? null)), ['parameters']),
    parameters: null,
  });
  for (const fault of faults) report(fault);
  return value;
}

export interface TableOutcome {
  value: unknown;
  /** Places of the rules that decided; empty: no rule hit, and the value is the default output or null. */
  deciding: number[];
  hit: boolean;
}

const compiled = new WeakMap<DecisionTable, UnaryTests[][]>();

/** The cells of a table, read once per table. */
export function testsOf(table: DecisionTable): UnaryTests[][] {
  let tests = compiled.get(table);
  if (!tests) {
    tests = table.rules.map(({ inputs }) => inputs.map(compileTests));
    compiled.set(table, tests);
  }
  return tests;
}

export function evaluateTable(table: DecisionTable, around: Surroundings): TableOutcome {
  const nothing: TableOutcome = { value: null, deciding: [], hit: false };
  const values: unknown[] = [];
  for (const input of table.inputs) {
    const value = conform(evaluateText(input.text, around), input.typeRef, around);
    if (input.values !== null && value !== null && !isAllowed(input.values, value, around.scope)) {
      around.report(`${formatValue(value)} is geen waarde die de tabel kent voor ${input.text}: ${input.values}`);
      return nothing;
    }
    values.push(value);
  }
  const hits: Hit[] = [];
  for (const [rule, tests] of testsOf(table).entries()) {
    if (!tests.every((cell, at) => meetsTests(cell, values[at], around.scope))) continue;
    hits.push({ rule, output: evaluateOutputs(table, table.rules[rule]?.outputs ?? [], around) });
    if (table.hitPolicy === 'FIRST') break;
  }
  if (hits.length === 0) return { ...nothing, value: defaultOf(table, around) };
  const { value, deciding, fault } = combineHits(table, hits, (output) => allowedOf(table, output, around));
  if (fault !== null) around.report(fault);
  return { value, deciding, hit: true };
}

function isAllowed(tests: string, value: unknown, scope: Scope): boolean {
  return testFeel(tests, value, scope).value === true;
}

const literalOutputs = new WeakMap<readonly string[], unknown>();

/** The value of the outputs of one rule. Plain literals without a type are read once. */
export function evaluateOutputs(table: DecisionTable, texts: readonly string[], around: Surroundings): unknown {
  if (literalOutputs.has(texts)) return literalOutputs.get(texts);
  const value = evaluateEach(table, texts, around);
  const plain =
    table.outputs.every(({ typeRef }) => typeRef === null) && texts.every((text) => readLiteral(text) !== undefined);
  if (plain) literalOutputs.set(texts, value);
  return value;
}

function evaluateEach(table: DecisionTable, texts: readonly string[], around: Surroundings): unknown {
  const value = (at: number) =>
    conform(evaluateText(texts[at] ?? 'null', around), table.outputs[at]?.typeRef ?? null, around);
  if (table.outputs.length === 1) return value(0);
  return Object.fromEntries(table.outputs.map(({ name }, at) => [name ?? `output ${at + 1}`, value(at)]));
}

/** What a table gives when no rule hits: its default output, or else an empty list or null. */
export function defaultOf(table: DecisionTable, around: Surroundings): unknown {
  if (table.outputs.some((output) => output.default !== null)) {
    return evaluateOutputs(
      table,
      table.outputs.map((output) => output.default ?? 'null'),
      around,
    );
  }
  if (table.hitPolicy === 'COLLECT' && table.aggregation !== null) return table.aggregation === 'COUNT' ? 0 : null;
  return givesList(table) ? [] : null;
}

/** Whether the value of a table is a list of what its rules say. */
export function givesList({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER';
}

/** Values by priority that stand in the type of the table and not in its output. */
function allowedOf(table: DecisionTable, output: number, { findType }: Surroundings): readonly unknown[] {
  const { typeRef, name } = table.outputs[output] ?? {};
  const own = typeRef ? findType(typeRef) : null;
  const whole = table.typeRef ? findType(table.typeRef) : null;
  const component = whole?.components.find((candidate) => candidate.name === name) ?? whole;
  return readValueList(own?.allowedValues ?? component?.allowedValues ?? null);
}
