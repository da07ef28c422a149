import { findNodeAtLocation, type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { problemsOfReferences, type Problem } from './organisationReferences.ts';
import { type Organisation, organisationShape } from './organisationShape.ts';

export type { Organisation } from './organisationShape.ts';
export { isDay } from './organisationShape.ts';

/** What is wrong with an organisation file, one line per fault: `my.json:41: activities[3].unit: …`. */
export class OrganisationError extends Error {
  override name = 'OrganisationError';
}

// A file with a misspelt field in every row would bury the reader: the first ones show the pattern.
const mostProblems = 20;

/**
 * Reads and checks an organisation file. Throws OrganisationError whose message has file, line and reason,
 * e.g. "my.json:41: activities[3].unit: there is no unit with key 'kosst'".
 */
export function parseOrganisation(text: string, fileName: string): Organisation {
  // Notepad saves a byte order mark; it is no fault of the writer's.
  const source = text.replace(/^\uFEFF/, '');
  const root = readTree(source, fileName);
  const complain = (problems: Problem[]): never => {
    const lines = problems.slice(0, mostProblems).map(({ path, reason }) => {
      const place = path.length === 0 ? '' : `${pathInWords(path)}: `;
      return `${fileName}:${lineOf(source, offsetOf(root, path))}: ${place}${reason}`;
    });
    const rest = problems.length - lines.length;
    if (rest > 0) lines.push(`${fileName}: and ${rest} more`);
    throw new OrganisationError(lines.join('\n'));
  };

  const twice = repeatedFields(root, []);
  if (twice.length > 0) complain(twice);
  const checked = v.safeParse(organisationShape, valueOf(root));
  if (!checked.success) return complain(checked.issues.map(problemOfIssue));
  const problems = problemsOfReferences(checked.output);
  if (problems.length > 0) complain(problems);
  return checked.output;
}

function readTree(source: string, fileName: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || root === undefined) {
    const words = first === undefined ? 'ValueExpected' : printParseErrorCode(first.error);
    const reason = words === 'InvalidCommentToken' ? 'comments are not allowed' : readable(words);
    throw new OrganisationError(
      `${fileName}:${lineOf(source, first?.offset ?? 0)}: this is not JSON: ${reason}`,
    );
  }
  if (root.type !== 'object')
    throw new OrganisationError(
      `${fileName}:1: an organisation file holds one JSON object, not ${root.type}`,
    );
  return root;
}

/** 'CommaExpected' → 'comma expected'. */
function readable(code: string): string {
  return code.replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

/** JSON allows a name twice in one object and keeps the last: the first would vanish without a word. */
function repeatedFields(node: Node, path: (string | number)[]): Problem[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, at) => repeatedFields(child, [...path, at]));
  if (node.type !== 'object') return [];
  const names = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const here = [...path, name];
    const repeated = names.has(name) ? [{ path: here, reason: 'stands twice in the same object' }] : [];
    names.add(name);
    return value === undefined ? repeated : [...repeated, ...repeatedFields(value, here)];
  });
}

/** Our own instead of jsonc-parser's getNodeValue, which would let `__proto__` through as a prototype. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children = [] }) => [
      String(children[0]?.value),
      children[1] === undefined ? undefined : valueOf(children[1]),
    ]),
  );
}

function problemOfIssue(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map((item) => item.key).filter((key) => isPathPart(key));
  return { path, reason: reasonOf(issue) };
}

function isPathPart(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  if (issue.expected === 'never') return 'there is no such field in this form';
  if (issue.received === 'undefined') return 'is missing';
  return `must be ${issue.expected?.replaceAll('|', 'or') ?? 'something else'}, not ${issue.received}`;
}

function pathInWords(path: (string | number)[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${part}`))
    .join('');
}

/** A missing field has no place of its own: then the object that lacks it is shown. */
function offsetOf(root: Node, path: (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node.offset;
  }
  return root.offset;
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
