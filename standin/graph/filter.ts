import type { ListColumn } from './column.ts';
import { badRequest, invalidRequest, notImplemented } from './errors.ts';
import { comparable, type FieldValue } from './fieldValues.ts';
import { readMoment, wholeSeconds } from './times.ts';

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'startswith';
export type Condition = { field: string; operator: Operator; value: FieldValue };

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] satisfies Operator[];
const token = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?(?![\w.]))|([A-Za-z_][\w/]*)|([(),]))/y;

const invalidClause = () => invalidRequest('Invalid filter clause');

/**
 * The conditions of `$filter=fields/X eq 'v' and …`, in order. Graph's documented operators only;
 * `or`, `not` and brackets are refused as unknown to the stand-in.
 */
export function parseFilter(text: string): Condition[] {
  const tokens = tokensOf(text);
  const conditions: Condition[] = [];
  let at = 0;
  const next = () => tokens[at++] ?? '';
  for (;;) {
    conditions.push(condition(next));
    if (at === tokens.length) return conditions;
    const joint = next();
    if (joint === 'or') throw notImplemented("'or' in $filter");
    if (joint !== 'and') throw invalidClause();
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const rest = text.trimEnd();
  while (token.lastIndex < rest.length) {
    const match = token.exec(rest);
    if (!match) throw invalidClause();
    tokens.push(match[0].trim());
  }
  return tokens;
}

function condition(next: () => string): Condition {
  const first = next();
  if (first === 'not' || first === '(') throw notImplemented(`'${first}' in $filter`);
  if (first === 'startswith') {
    expect(next(), '(');
    const field = fieldName(next());
    expect(next(), ',');
    const value = literal(next());
    expect(next(), ')');
    return { field, operator: 'startswith', value };
  }
  // The path is checked first: `contains(` and every other function is no path.
  const field = fieldName(first);
  const operator = next();
  if (!isComparison(operator)) throw invalidClause();
  return { field, operator, value: literal(next()) };
}

function expect(found: string, wanted: string): void {
  if (found !== wanted) throw invalidClause();
}

function isComparison(word: string): word is Operator {
  return comparisons.includes(word);
}

/** Only what starts with `fields/` can be filtered; the rest is answered as reported for `Title eq 'x'`. */
export function fieldName(path: string): string {
  const match = /^fields\/(\w+)$/.exec(path);
  if (!match?.[1]) throw invalidClause();
  return match[1];
}

function literal(text: string): FieldValue {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') throw notImplemented("'null' in $filter");
  if (/^-?\d/.test(text)) return Number(text);
  throw invalidClause();
}

/** The condition's value in the column's comparable form. */
export function comparableIn(column: ListColumn, { operator, value }: Condition): string | number {
  const { kind } = column.facet;
  const isText = kind === 'text' || kind === 'choice';
  if (operator === 'startswith' && !isText) throw invalidClause();
  if (isText || kind === 'dateTime') {
    if (typeof value !== 'string') throw invalidClause();
    // Nothing stored holds a NUL, and the database would cut the text there.
    if (value.includes('\0')) throw badRequest('The filter has a character that cannot be stored.');
    return isText ? comparable(value) : moment(value);
  }
  if (kind === 'boolean' && value !== 0 && value !== 1 && typeof value !== 'boolean') throw invalidClause();
  if (kind === 'number' && typeof value !== 'number') throw invalidClause();
  return comparable(value);
}

function moment(value: string): string {
  const read = readMoment(value);
  if (!read) throw invalidClause();
  return comparable(wholeSeconds(read)).toString();
}

/** Assumed: `ne` also finds rows without a value, as SharePoint's own query does; nothing else does. */
export function holds(
  operator: Operator,
  found: string | number | undefined,
  wanted: string | number,
): boolean {
  if (found === undefined) return operator === 'ne';
  switch (operator) {
    case 'eq':
      return found === wanted;
    case 'ne':
      return found !== wanted;
    case 'gt':
      return found > wanted;
    case 'ge':
      return found >= wanted;
    case 'lt':
      return found < wanted;
    case 'le':
      return found <= wanted;
    case 'startswith':
      return String(found).startsWith(String(wanted));
  }
}
