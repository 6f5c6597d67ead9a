import {
  childElements,
  findChild,
  parseXml,
  rawTextOf,
  textOf,
  type XmlElement,
  XmlFault,
} from '../../../xml/domain.ts';
import { readExpression, readFunction } from './lees-expressie.ts';
import { type Definitions, type DrgElement, type Fout, hitPolicies, type TypeDefinition } from './model.ts';

/** Namespaces of DMN 1.1 to 1.5, by the end of which the version is known. */
const dmnNamespaces = new Map([
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', '1.1'],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', '1.2'],
  ['https://www.omg.org/spec/DMN/20191111/MODEL/', '1.3'],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', '1.4'],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', '1.5'],
]);

/** What a file of rules may be at most: a real one is under 1 MB. */
const grenzen = { bytes: 20 * 1024 ** 2, elementen: 500_000 };

/** Says of a file that is too large that it is; null: it may be read. */
export function teGroot(bytes: number): Fout | null {
  if (bytes <= grenzen.bytes) return null;
  const mb = (aantal: number) => Math.ceil(aantal / 1024 ** 2);
  return {
    plaats: 'het bestand',
    melding: `Het is ${mb(bytes)} MB; wij lezen tot ${mb(grenzen.bytes)} MB. Splits het bestand.`,
  };
}

/**
 * Reads one DMN file. Nothing is evaluated, and nothing outside the file is followed.
 *
 * @returns the definitions, or every fault that keeps it from being used
 */
export function readDefinitions(xml: string): { definitions: Definitions } | { fouten: Fout[] } {
  const fault = (plaats: string, melding: string) => ({ fouten: [{ plaats, melding }] });
  // A character is at least a byte, so that this also stops what would be too large in bytes.
  const tooLarge = teGroot(xml.length);
  if (tooLarge) return { fouten: [tooLarge] };
  let root: XmlElement;
  try {
    root = parseXml(xml, grenzen.elementen);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return fault('het bestand', `Dit is geen goede XML: ${error.message}.`);
  }
  if (root.name !== 'definitions') {
    return fault(`regel ${root.line}`, `Dit is geen DMN: het begint met <${root.name}> en niet met <definitions>.`);
  }
  const declared = Object.entries(root.attributes).filter(([name]) => name.startsWith('xmlns'));
  if (!declared.some(([, uri]) => dmnNamespaces.has(uri))) {
    return fault(`regel ${root.line}`, 'Geen DMN-versie 1.1 tot en met 1.5: geen bekende namespace van DMN.');
  }
  return readModel(root);
}

function readModel(root: XmlElement): { definitions: Definitions } | { fouten: Fout[] } {
  const fouten: Fout[] = [];
  const elements = new Map<string, DrgElement>();
  const types = new Map<string, TypeDefinition>();
  for (const child of childElements(root)) {
    if (child.name === 'itemDefinition') {
      const type = readType(child);
      types.set(type.name, type);
    }
    const element = readElement(child, fouten);
    if (!element) continue;
    if (elements.has(element.id)) {
      fouten.push({ plaats: placeOf(child), melding: `Het id "${element.id}" komt twee keer voor.` });
    }
    elements.set(element.id, element);
  }
  const definitions: Definitions = {
    name: root.attributes.name ?? '',
    namespace: root.attributes.namespace ?? '',
    elements,
    types,
    imports: childElements(root)
      .filter(({ name }) => /^import$/.test(name))
      .map(({ attributes }) => ({
        name: attributes.name ?? '',
        namespace: attributes.namespace ?? '',
      })),
    extension: findChild(root, 'extensionElements') ?? null,
  };
  return fouten.length > 0 ? { fouten } : { definitions };
}

export function placeOf({ line, name, attributes }: XmlElement): string {
  const label = attributes.name ?? attributes.id;
  return `regel ${line}, ${name}${label ? ` "${label}"` : ''}`;
}

function readElement(xml: XmlElement, fouten: Fout[]): DrgElement | null {
  const kinds = { inputData: 'input', decision: 'decision', businessKnowledgeModel: 'bkm', decisionService: 'service' };
  if (!Object.hasOwn(kinds, xml.name)) return null;
  const { id, name } = xml.attributes;
  if (!name) fouten.push({ plaats: placeOf(xml), melding: `Een ${xml.name} heeft geen naam.` });
  const variable = findChild(xml, 'variable');
  const part = {
    // Without an id nothing can refer to it, but by its name it can still be asked for.
    id: id ?? `naam:${name ?? xml.line}`,
    name: name ?? '',
    variable: variable?.attributes.name ?? name ?? '',
    typeRef: variable?.attributes.typeRef ?? null,
    line: xml.line,
    extension: findChild(xml, 'extensionElements') ?? null,
  };
  const hrefs = (requirement: string, ...required: string[]) =>
    childElements(xml, requirement)
      .flatMap((child) => childElements(child))
      .filter((child) => required.includes(child.name))
      .map((child) => child.attributes.href ?? '');
  const direct = (childName: string) => childElements(xml, childName).map((child) => child.attributes.href ?? '');
  const knowledge = hrefs('knowledgeRequirement', 'requiredKnowledge');
  switch (xml.name) {
    case 'inputData':
      return { ...part, kind: 'input' };
    case 'decision':
      checkTables(xml, fouten);
      return {
        ...part,
        kind: 'decision',
        requires: hrefs('informationRequirement', 'requiredInput', 'requiredDecision'),
        knowledge,
        expression: readExpression(xml),
      };
    case 'businessKnowledgeModel': {
      checkTables(xml, fouten);
      const logic = findChild(xml, 'encapsulatedLogic');
      return { ...part, kind: 'bkm', knowledge, logic: logic ? readFunction(logic) : null };
    }
    default:
      return {
        ...part,
        kind: 'service',
        outputs: direct('outputDecision'),
        inputDecisions: direct('inputDecision'),
        inputData: direct('inputData'),
      };
  }
}

/** A table whose rules do not fit its columns says nothing that can be trusted. */
function checkTables(xml: XmlElement, fouten: Fout[]): void {
  for (const child of childElements(xml)) {
    if (child.name === 'decisionTable') {
      const plaats = placeOf(xml.attributes.name ? xml : child);
      const policy = child.attributes.hitPolicy;
      if (policy !== undefined && !hitPolicies.some((known) => known === policy)) {
        fouten.push({ plaats, melding: `De hit policy "${policy}" bestaat niet. Kies uit ${hitPolicies.join(', ')}.` });
      }
      const width = (name: string) => childElements(child, name).length;
      if (width('output') === 0) fouten.push({ plaats, melding: 'De beslistabel heeft geen uitkomst (output).' });
      for (const rule of childElements(child, 'rule')) {
        for (const [entry, column] of [
          ['inputEntry', 'input'],
          ['outputEntry', 'output'],
        ] as const) {
          const given = childElements(rule, entry).length;
          if (given === width(column)) continue;
          const melding = `Een regel heeft ${given} × ${entry} bij ${width(column)} × ${column}.`;
          fouten.push({ plaats: `${plaats}, regel ${rule.line}`, melding });
        }
      }
    }
    checkTables(child, fouten);
  }
}

function readType(xml: XmlElement): TypeDefinition {
  const functionItem = findChild(xml, 'functionItem');
  const tests = (name: string) => rawTextOf(findChild(xml, name, 'text')) || null;
  return {
    name: xml.attributes.name ?? '',
    typeRef: textOf(findChild(xml, 'typeRef')) || null,
    isCollection: xml.attributes.isCollection === 'true',
    components: childElements(xml, 'itemComponent').map(readType),
    isFunction: functionItem !== undefined,
    outputTypeRef: functionItem?.attributes.outputTypeRef ?? null,
    allowedValues: tests('allowedValues'),
    constraint: tests('typeConstraint'),
  };
}
