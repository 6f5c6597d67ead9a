import { dateAndTime } from 'feelin';
import { evaluateFeel, feelTypeOf, isContext, testFeel } from './feel.ts';
import type { TypeDefinition } from './model.ts';

export type FindType = (typeRef: string) => TypeDefinition | null;

/** A value that fits its type, made to fit where the standard says so, or why it does not. */
export type Coerced = { value: unknown } | { fault: string };

/** Names of the built-in types, as the versions of the standard spell them. */
const builtins: Readonly<Record<string, string>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  list: 'list',
  context: 'context',
  function: 'function',
  range: 'range',
};

const local = (typeRef: string) => typeRef.slice(typeRef.indexOf(':') + 1);

/**
 * Fits a value to a type by the implicit conversions of DMN: to and from a singleton list, and from a date to a date
 * and time. Null fits every type. A type that is not known, or `Any`, takes every value.
 */
export function coerce(value: unknown, typeRef: string | null, findType: FindType): Coerced {
  if (value === null || value === undefined || typeRef === null) return { value: value ?? null };
  const defined = findType(typeRef);
  if (defined) return coerceDefined(value, defined, findType);
  const wanted = builtins[local(typeRef).replace(/^feel[.:]/, '')];
  if (wanted === undefined) return { value };
  return coerceBuiltin(value, wanted);
}

function coerceBuiltin(value: unknown, wanted: string): Coerced {
  const type = feelTypeOf(value);
  if (type === wanted) return { value };
  if (wanted === 'list') return { value: [value] };
  if (Array.isArray(value) && value.length === 1) return coerceBuiltin(value[0], wanted);
  if (type === 'date' && wanted === 'date and time') return { value: dateAndTime(`${value}T00:00:00Z`) };
  return { fault: `${formatValue(value)} is geen ${wanted}` };
}

function coerceDefined(value: unknown, type: TypeDefinition, findType: FindType): Coerced {
  if (type.isCollection) {
    const items: unknown[] = [];
    for (const item of Array.isArray(value) ? value : [value]) {
      const coerced = coerceItem(item, type, findType);
      if ('fault' in coerced) return coerced;
      items.push(coerced.value);
    }
    return meets(items, type.constraint, type);
  }
  // A list of one may stand for its item, unless the type itself turns out to be a list.
  const single = Array.isArray(value) && value.length === 1 && !isListType(type, findType) ? value[0] : value;
  const coerced = coerceItem(single, type, findType);
  return 'fault' in coerced ? coerced : meets(coerced.value, type.constraint, type);
}

function isListType({ isCollection, typeRef }: TypeDefinition, findType: FindType): boolean {
  if (isCollection) return true;
  if (typeRef === null) return false;
  const base = findType(typeRef);
  return base ? isListType(base, findType) : local(typeRef) === 'list';
}

function coerceItem(value: unknown, type: TypeDefinition, findType: FindType): Coerced {
  if (value === null || value === undefined) return { value: null };
  if (type.isFunction) {
    return feelTypeOf(value) === 'function' ? { value } : { fault: `${formatValue(value)} is geen function` };
  }
  if (type.components.length > 0) return coerceComponents(value, type, findType);
  const coerced = coerce(value, type.typeRef, findType);
  return 'fault' in coerced ? coerced : meets(coerced.value, type.allowedValues, type);
}

/** A context has every component of its type; what it has besides stays. */
function coerceComponents(value: unknown, type: TypeDefinition, findType: FindType): Coerced {
  if (!isContext(value)) return { fault: `${formatValue(value)} is geen ${type.name}` };
  const result: Record<string, unknown> = { ...value };
  for (const component of type.components) {
    if (!Object.hasOwn(value, component.name)) return { fault: `${component.name} ontbreekt in een ${type.name}` };
    const own = value[component.name];
    const coerced: Coerced =
      own === null || own === undefined ? { value: null } : coerceDefined(own, component, findType);
    if ('fault' in coerced) return coerced;
    result[component.name] = coerced.value;
  }
  return meets(result, type.allowedValues, type);
}

function meets(value: unknown, tests: string | null, type: TypeDefinition): Coerced {
  if (tests === null || value === null || testFeel(tests, value, {}).value === true) return { value };
  return { fault: `${formatValue(value)} mag niet in ${type.name}: ${tests}` };
}

/** A value as a person reads it in a fault. */
export function formatValue(value: unknown): string {
  if (feelTypeOf(value) === 'function') return 'een functie';
  if (Array.isArray(value) || isContext(value)) return JSON.stringify(value);
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The values of a FEEL list such as `"Approved", "Declined"`, in order; empty when it is no such list. */
export function readValueList(text: string | null): unknown[] {
  if (text === null) return [];
  const { value, faults } = evaluateFeel(`[${text}]`, {});
  return Array.isArray(value) && faults.length === 0 ? value : [];
}
