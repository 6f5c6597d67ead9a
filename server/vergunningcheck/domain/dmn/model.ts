import type { XmlElement } from '../../../xml/domain.ts';

/** A fault in a file: where it is and what is wrong, for the person who made or loads it. */
export interface Fout {
  /** Such as `regel 120, beslissing "Pad 2"`. */
  plaats: string;
  melding: string;
}

export const hitPolicies = ['UNIQUE', 'ANY', 'FIRST', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

export const aggregations = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof aggregations)[number];

/** What every part of a model has. */
interface Part {
  /** Line in the file. */
  line: number;
  typeRef: string | null;
}

export interface Parameter {
  name: string;
  typeRef: string | null;
}

export interface TableInput {
  /** FEEL expression of which the value is tested. */
  text: string;
  typeRef: string | null;
  /** Unary tests that the value must meet; null: anything. */
  values: string | null;
}

export interface TableOutput {
  name: string | null;
  typeRef: string | null;
  /** FEEL list of values, highest priority first; null: not given. */
  values: string | null;
  /** FEEL expression for when no rule hits; null: none. */
  default: string | null;
}

export interface TableRule {
  id: string | null;
  line: number;
  /** Unary tests, one per input. */
  inputs: string[];
  /** FEEL expressions, one per output. */
  outputs: string[];
  annotations: string[];
  /** What a standard above DMN hangs on the outputs, such as conclusieToelichting. */
  extensions: XmlElement[];
}

export interface DecisionTable extends Part {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation: Aggregation | null;
  inputs: TableInput[];
  outputs: TableOutput[];
  rules: TableRule[];
}

/** Boxed expressions of DMN, and the literal one. */
export type Expression =
  | (Part & { kind: 'literal'; text: string; language: string | null })
  | DecisionTable
  | (Part & { kind: 'context'; entries: { variable: Parameter | null; expression: Expression }[] })
  | (Part & { kind: 'list'; items: Expression[] })
  | (Part & { kind: 'relation'; columns: string[]; rows: Expression[][] })
  | (Part & { kind: 'function'; functionKind: string; parameters: Parameter[]; body: Expression })
  | (Part & { kind: 'invocation'; called: Expression; bindings: { parameter: Parameter; expression: Expression }[] })
  | (Part & { kind: 'conditional'; test: Expression; yes: Expression; no: Expression })
  | (Part & { kind: 'filter'; in: Expression; match: Expression })
  | (Part & { kind: 'for'; variable: string; in: Expression; return: Expression })
  | (Part & { kind: 'some' | 'every'; variable: string; in: Expression; satisfies: Expression })
  | (Part & { kind: 'none' });

interface DrgPart extends Part {
  id: string;
  name: string;
  /** The name under which FEEL knows its value. */
  variable: string;
  extension: XmlElement | null;
}

export interface InputData extends DrgPart {
  kind: 'input';
}

export interface Decision extends DrgPart {
  kind: 'decision';
  /** Hrefs of input data and decisions, in the order of the file. */
  requires: string[];
  /** Hrefs of business knowledge models and decision services. */
  knowledge: string[];
  expression: Expression;
}

export interface KnowledgeModel extends DrgPart {
  kind: 'bkm';
  knowledge: string[];
  logic: (Expression & { kind: 'function' }) | null;
}

export interface DecisionService extends DrgPart {
  kind: 'service';
  outputs: string[];
  inputDecisions: string[];
  inputData: string[];
}

export type DrgElement = InputData | Decision | KnowledgeModel | DecisionService;

/** An itemDefinition, or a component of one. */
export interface TypeDefinition {
  name: string;
  typeRef: string | null;
  isCollection: boolean;
  components: TypeDefinition[];
  isFunction: boolean;
  outputTypeRef: string | null;
  /** Unary tests on each value (of each item, for a collection). */
  allowedValues: string | null;
  /** Unary tests on the value as a whole. */
  constraint: string | null;
}

/** One DMN file. */
export interface Definitions {
  name: string;
  namespace: string;
  elements: ReadonlyMap<string, DrgElement>;
  types: ReadonlyMap<string, TypeDefinition>;
  imports: { name: string; namespace: string }[];
  /** extensionElements of the definitions themselves. */
  extension: XmlElement | null;
}
