import { childElements, findChild, rawTextOf, textOf, type XmlElement } from '../../../xml/domain.ts';
import { aggregations, type DecisionTable, type Expression, hitPolicies, type Parameter } from './model.ts';

type FunctionExpression = Expression & { kind: 'function' };

/** Reads the boxed expression that stands in an element; none is an expression too: its value is null. */
export function readExpression(holder: XmlElement | undefined): Expression {
  for (const child of holder ? childElements(holder) : []) {
    const read = Object.hasOwn(readers, child.name) ? readers[child.name] : undefined;
    if (read) return read(child);
  }
  return { kind: 'none', line: holder?.line ?? 0, typeRef: null };
}

const partOf = (xml: XmlElement) => ({ line: xml.line, typeRef: xml.attributes.typeRef ?? null });

const parameterOf = (xml: XmlElement): Parameter => ({
  name: xml.attributes.name ?? '',
  typeRef: xml.attributes.typeRef ?? null,
});

const within = (xml: XmlElement, name: string) => readExpression(findChild(xml, name));

const readers: Record<string, (xml: XmlElement) => Expression> = {
  literalExpression: (xml) => ({
    ...partOf(xml),
    kind: 'literal',
    text: rawTextOf(findChild(xml, 'text')),
    language: xml.attributes.expressionLanguage ?? null,
  }),
  decisionTable: readTable,
  context: (xml) => ({
    ...partOf(xml),
    kind: 'context',
    entries: childElements(xml, 'contextEntry').map((entry) => {
      const variable = findChild(entry, 'variable');
      return { variable: variable ? parameterOf(variable) : null, expression: readExpression(entry) };
    }),
  }),
  list: (xml) => ({
    ...partOf(xml),
    kind: 'list',
    items: childElements(xml).flatMap((item) => {
      const read = Object.hasOwn(readers, item.name) ? readers[item.name] : undefined;
      return read ? [read(item)] : [];
    }),
  }),
  relation: (xml) => ({
    ...partOf(xml),
    kind: 'relation',
    columns: childElements(xml, 'column').map((column) => column.attributes.name ?? ''),
    rows: childElements(xml, 'row').map((row) =>
      childElements(row).flatMap((cell) => {
        const read = Object.hasOwn(readers, cell.name) ? readers[cell.name] : undefined;
        return read ? [read(cell)] : [];
      }),
    ),
  }),
  functionDefinition: readFunction,
  invocation: (xml) => ({
    ...partOf(xml),
    kind: 'invocation',
    called: readExpression(xml),
    bindings: childElements(xml, 'binding').map((binding) => ({
      parameter: parameterOf(findChild(binding, 'parameter') ?? binding),
      expression: readExpression(binding),
    })),
  }),
  conditional: (xml) => ({
    ...partOf(xml),
    kind: 'conditional',
    test: within(xml, 'if'),
    yes: within(xml, 'then'),
    no: within(xml, 'else'),
  }),
  filter: (xml) => ({ ...partOf(xml), kind: 'filter', in: within(xml, 'in'), match: within(xml, 'match') }),
  for: (xml) => ({
    ...partOf(xml),
    kind: 'for',
    variable: xml.attributes.iteratorVariable ?? '',
    in: within(xml, 'in'),
    return: within(xml, 'return'),
  }),
  some: (xml) => readQuantified('some', xml),
  every: (xml) => readQuantified('every', xml),
};

function readQuantified(kind: 'some' | 'every', xml: XmlElement): Expression {
  const variable = xml.attributes.iteratorVariable ?? '';
  return { ...partOf(xml), kind, variable, in: within(xml, 'in'), satisfies: within(xml, 'satisfies') };
}

/** A functionDefinition, or the encapsulatedLogic of a business knowledge model. */
export function readFunction(xml: XmlElement): FunctionExpression {
  return {
    ...partOf(xml),
    kind: 'function',
    functionKind: (xml.attributes.kind ?? 'FEEL').toUpperCase(),
    parameters: childElements(xml, 'formalParameter').map(parameterOf),
    body: readExpression(xml),
  };
}

function readTable(xml: XmlElement): DecisionTable {
  const { hitPolicy = 'UNIQUE', aggregation } = xml.attributes;
  const text = (holder: XmlElement, ...path: string[]) => rawTextOf(findChild(holder, ...path, 'text'));
  return {
    ...partOf(xml),
    kind: 'table',
    hitPolicy: hitPolicies.find((known) => known === hitPolicy) ?? 'UNIQUE',
    aggregation: aggregations.find((known) => known === aggregation) ?? null,
    inputs: childElements(xml, 'input').map((input) => ({
      text: text(input, 'inputExpression'),
      typeRef: findChild(input, 'inputExpression')?.attributes.typeRef ?? null,
      values: text(input, 'inputValues') || null,
    })),
    outputs: childElements(xml, 'output').map((output) => ({
      name: output.attributes.name ?? null,
      typeRef: output.attributes.typeRef ?? null,
      values: text(output, 'outputValues') || null,
      default: text(output, 'defaultOutputEntry') || null,
    })),
    rules: childElements(xml, 'rule').map((rule) => ({
      id: rule.attributes.id ?? null,
      line: rule.line,
      inputs: childElements(rule, 'inputEntry').map((entry) => text(entry)),
      outputs: childElements(rule, 'outputEntry').map((entry) => text(entry)),
      annotations: childElements(rule, 'annotationEntry').map((entry) => textOf(entry)),
      extensions: childElements(rule, 'outputEntry').flatMap((entry) => findChild(entry, 'extensionElements') ?? []),
    })),
  };
}
