import { evaluate, FeelDuration, FeelFunction, FeelRange, parseExpression } from 'feelin';

type Node = ReturnType<typeof parseExpression>['topNode'];

/** Names that no file uses, for the functions that a rewritten expression calls. */
const equalName = '_gelijk_';
const unequalName = '_ongelijk_';

/** A range written as a comparison, such as `(< 10)`: only equal to one that is written the same. */
interface Comparison {
  operator: string;
  value: unknown;
}

/**
 * Equality where the engine differs from the standard: durations of different kinds (a year and 365 days cannot be
 * compared: null), and ranges written as a comparison (`(< 10)` is not `(null..10)`).
 *
 * @returns the same expression with each such equality as a call, and the functions it calls; null: nothing to change
 * @source DMN 1.5 table 42, and folder 0068 of its compatibility kit
 */
export function rewriteEquality(
  text: string,
  scope: Readonly<Record<string, unknown>>,
): { text: string; functions: Record<string, FeelFunction> } | null {
  const concerned =
    /duration|\.\.|\(\s*[=!<>]/.test(text) ||
    Object.values(scope).some((value) => value instanceof FeelDuration || value instanceof FeelRange);
  if (!concerned || !/=/.test(text)) return null;
  const rewritten = rewrite(parseExpression(text, { ...scope }, undefined).topNode, text);
  if (rewritten === text) return null;
  return {
    text: rewritten,
    functions: {
      [equalName]: new FeelFunction(equal, ['a', 'b']),
      [unequalName]: new FeelFunction(
        (a, b) => {
          const outcome = equal(a, b);
          return outcome === null ? null : !outcome;
        },
        ['a', 'b'],
      ),
    },
  };
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function rewrite(node: Node, text: string): string {
  const children = childrenOf(node);
  const [left, operator, right] = children;
  if (node.name === 'Comparison' && children.length === 3 && left && right && operator?.name === 'CompareOp') {
    const sign = text.slice(operator.from, operator.to);
    if (sign === '=' || sign === '!=') {
      return `${sign === '=' ? equalName : unequalName}(${operand(left, text)}, ${operand(right, text)})`;
    }
  }
  let result = '';
  let at = node.from;
  for (const child of children) {
    result += text.slice(at, child.from) + rewrite(child, text);
    at = child.to;
  }
  return result + text.slice(at, node.to);
}

/** An operand; a range that is written as a comparison becomes a context, so that the function sees how it was written. */
function operand(node: Node, text: string): string {
  const test = node.name === 'ParenthesizedExpression' ? node.getChild('SimplePositiveUnaryTest') : null;
  const [operator, value] = test ? childrenOf(test) : [];
  if (operator?.name !== 'CompareOp' || !value) return rewrite(node, text);
  return `{ operator: "${text.slice(operator.from, operator.to)}", value: ${rewrite(value, text)} }`;
}

function equal(a: unknown, b: unknown): boolean | null {
  if (a instanceof FeelDuration && b instanceof FeelDuration && a.yearsMonths !== b.yearsMonths) return null;
  if (isComparison(a) || isComparison(b)) {
    if (!isComparison(a) || !isComparison(b))
      return a === null || b === null || isRange(a) || isRange(b) ? false : null;
    return a.operator === b.operator ? equal(a.value, b.value) : false;
  }
  return evaluate('a = b', { a, b }).value as boolean | null;
}

const isRange = (value: unknown) => value instanceof FeelRange;

function isComparison(value: unknown): value is Comparison {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'operator,value';
}
