import { evaluate, FeelFunction, FeelRange } from 'feelin';

/** Negative, zero or positive; null: the values cannot be compared. */
function compare(a: unknown, b: unknown): number | null {
  if (a === null || b === null) return null;
  if (evaluate('a = b', { a, b }).value === true) return 0;
  const less = evaluate('a < b', { a, b }).value;
  return typeof less === 'boolean' ? (less ? -1 : 1) : null;
}

interface Side {
  value: unknown;
  included: boolean;
}

const start = (range: FeelRange): Side => ({ value: range.start, included: range['start included'] });
const end = (range: FeelRange): Side => ({ value: range.end, included: range['end included'] });

/** What two sides are to each other, and for the case that they are equal. */
const relate = (a: Side, b: Side, is: (order: number, both: { a: boolean; b: boolean }) => boolean): boolean => {
  const order = compare(a.value, b.value);
  return order !== null && is(order, { a: a.included, b: b.included });
};

const same = (a: Side, b: Side) => relate(a, b, (order, both) => order === 0 && both.a === both.b);
const touches = (a: Side, b: Side) => relate(a, b, (order, both) => order > 0 || (order === 0 && both.a && both.b));
const endsWithin = (a: Side, b: Side) =>
  relate(a, b, (order, both) => order < 0 || (order === 0 && (!both.a || both.b)));
const startsWithin = (a: Side, b: Side) =>
  relate(a, b, (order, both) => order > 0 || (order === 0 && (!both.a || both.b)));
const startsBefore = (a: Side, b: Side) =>
  relate(a, b, (order, both) => order < 0 || (order === 0 && both.a && !both.b));

const isRange = (value: unknown): value is FeelRange => value instanceof FeelRange;
const isPoint = (value: unknown): boolean => value !== null && value !== undefined && !isRange(value);
const point = (value: unknown): Side => ({ value, included: true });

function overlapsBefore(a: unknown, b: unknown): boolean | null {
  if (!isRange(a) || !isRange(b)) return null;
  return startsBefore(start(a), start(b)) && touches(end(a), start(b)) && endsWithin(end(a), end(b));
}

function finishes(a: unknown, b: unknown): boolean | null {
  if (!isRange(b)) return null;
  if (isRange(a)) return same(end(a), end(b)) && startsWithin(start(a), start(b));
  return isPoint(a) ? same(point(a), end(b)) : null;
}

function starts(a: unknown, b: unknown): boolean | null {
  if (!isRange(b)) return null;
  if (isRange(a)) return same(start(a), start(b)) && endsWithin(end(a), end(b));
  return isPoint(a) ? same(point(a), start(b)) : null;
}

function coincides(a: unknown, b: unknown): boolean | null {
  if (isRange(a) && isRange(b)) return same(start(a), start(b)) && same(end(a), end(b));
  return isPoint(a) && isPoint(b) ? compare(a, b) === 0 : null;
}

const during = (a: unknown, b: unknown) => (isRange(b) ? b.includes(a ?? null) : null);

/** `range("[1..10]")`: a range out of its text. */
function range(text: unknown): FeelRange | null {
  if (typeof text !== 'string' || !/^\s*[[(\]].*\.\..*[)\][]\s*$/s.test(text)) return null;
  const { value } = evaluate(text, {});
  return value instanceof FeelRange ? value : null;
}

const of = (compute: (a: unknown, b: unknown) => boolean | null, turned = false) =>
  new FeelFunction((a: unknown, b: unknown) => (turned ? compute(b, a) : compute(a, b)), ['a', 'b']);

/**
 * Functions on ranges that the standard has and the engine lacks. Points are compared with ranges too.
 *
 * @source DMN 1.5 table 78
 */
export const rangeFunctions: Readonly<Record<string, FeelFunction>> = {
  coincides: of(coincides),
  during: of(during),
  starts: of(starts),
  'started by': of(starts, true),
  finishes: of(finishes),
  'finished by': of(finishes, true),
  'overlaps before': of(overlapsBefore),
  'overlaps after': of(overlapsBefore, true),
  range: new FeelFunction(range, Object.keys({ from: null })),
};
