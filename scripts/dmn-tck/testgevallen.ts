import { duration, parseDate, parseDateTime, parseTime } from 'feelin';
import { childElements, findChild, parseXml, rawTextOf, type XmlElement } from '../../server/xml/domain.ts';

/** One `testCase` of the DMN Technology Compatibility Kit. */
export interface TestCase {
  id: string;
  /** Why one of its values cannot be read, such as a date before the year 0; null: they all can. */
  unreadable: string | null;
  /** What is called: a decision service or business knowledge model; null: the results are decisions. */
  invocable: { name: string; type: string } | null;
  inputs: { name: string; namespace: string | undefined; value: unknown }[];
  results: {
    name: string;
    namespace: string | undefined;
    expected: unknown;
    /** The evaluation should fail, which leaves null. */
    errorResult: boolean;
  }[];
}

export interface TestFile {
  /** Name of the model's file, in the folder of the test. */
  model: string;
  cases: TestCase[];
}

/**
 * @throws XmlFault when the text is no XML
 * @returns null when it is no file of tests
 */
export function readTestFile(xml: string): TestFile | null {
  const root = parseXml(xml, 1_000_000);
  if (root.name !== 'testCases') return null;
  return { model: rawTextOf(findChild(root, 'modelName')), cases: childElements(root, 'testCase').map(readTestCase) };
}

function readTestCase(xml: XmlElement): TestCase {
  const { id = '' } = xml.attributes;
  try {
    return { id, unreadable: null, ...readValues(xml) };
  } catch (error) {
    // The engine throws for the little that it does not know of dates and times.
    return {
      id,
      unreadable: error instanceof Error ? error.message : String(error),
      invocable: null,
      inputs: [],
      results: [],
    };
  }
}

function readValues(xml: XmlElement): Omit<TestCase, 'id' | 'unreadable'> {
  const { type = 'decision', invocableName } = xml.attributes;
  return {
    invocable: invocableName ? { name: invocableName, type } : null,
    inputs: childElements(xml, 'inputNode').map((node) => ({
      name: node.attributes.name ?? '',
      namespace: node.attributes.namespace,
      value: readValue(node),
    })),
    results: childElements(xml, 'resultNode').map((node) => ({
      name: node.attributes.name ?? '',
      namespace: node.attributes.namespace,
      expected: readValue(findChild(node, 'expected')),
      errorResult: node.attributes.errorResult === 'true',
    })),
  };
}

/** A value of the kit: simple, a list, a context of components, or nothing. */
function readValue(holder: XmlElement | undefined): unknown {
  if (!holder) return null;
  const list = findChild(holder, 'list');
  if (list && list.attributes.nil !== 'true') return childElements(list, 'item').map(readValue);
  const components = childElements(holder, 'component');
  if (components.length > 0) {
    return Object.fromEntries(components.map((component) => [component.attributes.name ?? '', readValue(component)]));
  }
  const value = findChild(holder, 'value');
  if (!value || value.attributes.nil === 'true') return null;
  return readSimple(rawTextOf(value), value.attributes.type?.replace(/^.*:/, '') ?? 'string');
}

function readSimple(text: string, type: string): unknown {
  switch (type) {
    case 'boolean':
      return text === 'true' || text === '1';
    case 'decimal':
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
      return Number(text);
    case 'date':
      return parseDate(text);
    case 'time':
      return parseTime(text);
    case 'dateTime':
      return parseDateTime(text);
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return duration(text);
    default:
      return text;
  }
}
