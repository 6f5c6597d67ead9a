import { FeelFunction } from 'feelin';
import { callable, evaluateExpression, makeFunction, type Surroundings } from './evaluate.ts';
import type { Scope } from './feel.ts';
import type { Decision, DecisionService, Definitions, DrgElement, Fout, KnowledgeModel } from './model.ts';
import { coerce } from './types.ts';

/** An element together with the file that it stands in. */
interface Placed<Element extends DrgElement = DrgElement> {
  element: Element;
  home: Definitions;
}

export interface Evaluation {
  value: unknown;
  faults: Fout[];
}

/** A model with the models that it imports: finds what its references mean and evaluates its decisions. */
export class ModelSet {
  readonly main: Definitions;
  readonly functions: Scope;
  readonly #byNamespace: ReadonlyMap<string, Definitions>;

  /** @param functions that every expression knows besides those of FEEL, by name */
  constructor(main: Definitions, others: readonly Definitions[] = [], functions: Scope = {}) {
    this.main = main;
    this.functions = functions;
    this.#byNamespace = new Map([...others, main].map((model) => [model.namespace, model]));
  }

  /** What a reference such as `#id`, or `namespace#id` for another file, means; null: it leads nowhere. */
  find(href: string, home: Definitions): Placed | null {
    const at = href.lastIndexOf('#');
    const namespace = href.slice(0, Math.max(0, at));
    const model = namespace === '' ? home : this.#byNamespace.get(namespace);
    const element = model?.elements.get(href.slice(at + 1));
    return model && element ? { element, home: model } : null;
  }

  /** A decision or decision service by its name. */
  findByName(name: string, namespace?: string): Placed | null {
    const home = namespace === undefined ? this.main : this.#byNamespace.get(namespace);
    for (const element of home?.elements.values() ?? []) {
      if (element.name === name && home) return { element, home };
    }
    return null;
  }

  /** Input data under this name: of the model itself, or, when it has none, of one that it imports. */
  findInputs(name: string, namespace?: string): string[] {
    const models =
      namespace === undefined ? [this.main, ...this.#byNamespace.values()] : [this.#byNamespace.get(namespace)];
    const keys = models.flatMap((model) =>
      [...(model?.elements.values() ?? [])]
        .filter((element) => element.kind === 'input' || element.kind === 'decision')
        .filter((element) => element.name === name)
        .map((element) => keyOf({ element, home: model as Definitions })),
    );
    return [...new Set(keys)];
  }

  /**
   * Evaluates a decision, or calls a decision service with the inputs it asks for.
   *
   * @param inputs values by the key that findInputs gives; what is not given is null
   */
  evaluate(target: Placed, inputs: ReadonlyMap<string, unknown>): Evaluation {
    const { element } = target;
    return this.#guarded(inputs, (run) =>
      element.kind === 'service'
        ? run.callService({ ...target, element }, (output) => run.valueOf(output))
        : run.valueOf(target),
    );
  }

  /** Calls a business knowledge model with arguments by name. */
  call(target: Placed, given: ReadonlyMap<string, unknown>): Evaluation {
    return this.#guarded(new Map(), (run) => {
      const made = run.valueOf(target);
      return made instanceof FeelFunction
        ? made.fn(...made.parameterNames.map((name) => given.get(name) ?? null))
        : null;
    });
  }

  /** A function that calls itself without end is a fault of the file, not of ours. */
  #guarded(inputs: ReadonlyMap<string, unknown>, evaluate: (run: Run) => unknown): Evaluation {
    const run = new Run(this, inputs);
    try {
      return { value: evaluate(run) ?? null, faults: run.faults };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const fault = { plaats: this.main.name, melding: `de berekening loopt vast: ${error.message}` };
      return { value: null, faults: [...run.faults, fault] };
    }
  }

  findTypeIn(home: Definitions) {
    return (typeRef: string) => {
      const own = home.types.get(typeRef) ?? home.types.get(typeRef.slice(typeRef.indexOf(':') + 1));
      if (own) return own;
      // A type of an imported model is written `importName.typeName`.
      const dot = typeRef.indexOf('.');
      const imported = home.imports.find(({ name }) => name === typeRef.slice(0, dot));
      return this.#byNamespace.get(imported?.namespace ?? '')?.types.get(typeRef.slice(dot + 1)) ?? null;
    };
  }
}

/** Unique over the files of a set. */
function keyOf({ element, home }: Placed): string {
  return `${home.namespace}#${element.id}`;
}

/** One evaluation: every decision in it is evaluated once. */
class Run {
  readonly faults: Fout[] = [];
  readonly #models: ModelSet;
  readonly #known: Map<string, unknown>;
  readonly #busy = new Set<string>();

  constructor(models: ModelSet, inputs: ReadonlyMap<string, unknown>) {
    this.#models = models;
    this.#known = new Map(inputs);
  }

  valueOf(placed: Placed): unknown {
    const key = keyOf(placed);
    const { element } = placed;
    if (element.kind === 'input') return this.#conform(this.#known.get(key) ?? null, placed);
    if (element.kind === 'service') return this.#serviceFunction({ ...placed, element });
    if (element.kind === 'bkm') return this.#bkmFunction({ ...placed, element });
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#busy.has(key)) {
      this.#report(placed, 'deze beslissing hangt van zichzelf af');
      return null;
    }
    this.#busy.add(key);
    const value = this.#conform(this.#decide({ ...placed, element }), placed);
    this.#busy.delete(key);
    this.#known.set(key, value);
    return value;
  }

  #decide(placed: Placed<Decision>): unknown {
    const { requires, knowledge, expression } = placed.element;
    if (expression.kind === 'none') this.#report(placed, 'deze beslissing heeft geen regels');
    return evaluateExpression(expression, this.#around(placed, [...requires, ...knowledge]));
  }

  #around(placed: Placed, hrefs: readonly string[]): Surroundings {
    const scope: Record<string, unknown> = { ...this.#models.functions };
    for (const href of hrefs) {
      const required = this.#models.find(href, placed.home);
      if (!required) {
        this.#report(placed, `de verwijzing ${href} leidt nergens heen`);
        continue;
      }
      const value = this.valueOf(required);
      const { variable } = required.element;
      if (required.home === placed.home) {
        scope[variable] = value;
        continue;
      }
      const name = placed.home.imports.find(({ namespace }) => namespace === required.home.namespace)?.name ?? '';
      if (name === '') scope[variable] = value;
      else scope[name] = { ...(scope[name] as Record<string, unknown> | undefined), [variable]: value };
    }
    return {
      scope,
      findType: this.#models.findTypeIn(placed.home),
      report: (fault) => this.#report(placed, fault),
    };
  }

  #bkmFunction(placed: Placed<KnowledgeModel>): FeelFunction | null {
    const { logic, knowledge, variable } = placed.element;
    if (!logic) return null;
    // Its knowledge is looked up when it is called, so that functions may call each other and themselves.
    const around = this.#around(placed, []);
    const later: Record<string, unknown> = {};
    for (const href of knowledge) {
      const required = this.#models.find(href, placed.home);
      if (!required) {
        this.#report(placed, `de verwijzing ${href} leidt nergens heen`);
        continue;
      }
      const { element, home } = required;
      const name = placed.home.imports.find(({ namespace }) => namespace === home.namespace)?.name;
      const value = keyOf(required) === keyOf(placed) ? null : this.valueOf(required);
      if (home === placed.home || !name) later[element.variable] = value;
      else later[name] = { ...(later[name] as Record<string, unknown> | undefined), [element.variable]: value };
    }
    const made = makeFunction({ ...logic, typeRef: logic.typeRef ?? placed.element.typeRef }, around, later);
    later[variable] = made;
    return made;
  }

  #serviceFunction(placed: Placed<DecisionService>): FeelFunction {
    const { inputData, inputDecisions } = placed.element;
    const parameters = [...inputData, ...inputDecisions].flatMap((href) => {
      const required = this.#models.find(href, placed.home);
      return required ? [required] : [];
    });
    const around = this.#around(placed, []);
    return callable(
      parameters.map(({ element }) => ({ name: element.variable, typeRef: element.typeRef })),
      around,
      (given) => {
        const inner = new Run(this.#models, new Map(parameters.map((p) => [keyOf(p), given[p.element.variable]])));
        const value = inner.callService(placed, (output) => inner.valueOf(output));
        this.faults.push(...inner.faults);
        return value;
      },
    );
  }

  /** The output of a service: of its one output decision, or a context of more. */
  callService(placed: Placed<DecisionService>, evaluate: (output: Placed) => unknown): unknown {
    const { element, home } = placed;
    const outputs = element.outputs.flatMap((href) => this.#models.find(href, home) ?? []);
    const values = outputs.map((output) => [output.element.variable, evaluate(output)] as const);
    const value = values.length === 1 ? values[0]?.[1] : Object.fromEntries(values);
    const type = element.typeRef === null ? null : this.#models.findTypeIn(home)(element.typeRef);
    return this.#conformTo(value, type?.isFunction ? type.outputTypeRef : element.typeRef, placed);
  }

  #conform(value: unknown, placed: Placed): unknown {
    return this.#conformTo(value, placed.element.typeRef, placed);
  }

  #conformTo(value: unknown, typeRef: string | null, placed: Placed): unknown {
    const coerced = coerce(value, typeRef, this.#models.findTypeIn(placed.home));
    if ('value' in coerced) return coerced.value;
    this.#report(placed, coerced.fault);
    return null;
  }

  #report({ element }: Placed, melding: string): void {
    this.faults.push({ plaats: `regel ${element.line}, "${element.name}"`, melding });
  }
}
