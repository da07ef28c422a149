import type { Person } from './directory.ts';
import { badRequest, notImplemented } from './errors.ts';
import { userShape } from './userShape.ts';

/** Reads `"displayName:eva" OR "mail:eva"`. The clauses' words are Graph's own (documented). */
export function readSearch(text: string): (person: Person) => boolean {
  const parts = text.trim().split(/\s+(AND|OR)\s+(?=")/);
  const clauses = parts.filter((_, at) => at % 2 === 0).map(readClause);
  const joints = new Set(parts.filter((_, at) => at % 2 === 1));
  if (joints.size > 1 || text.includes('(')) throw notImplemented('AND beside OR, or brackets, in $search');
  return joints.has('AND')
    ? (person) => clauses.every((clause) => clause(person))
    : (person) => clauses.some((clause) => clause(person));
}

function readClause(text: string): (person: Person) => boolean {
  const inner = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text.trim())?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  const match = /^(\w+):(.+)$/s.exec(inner ?? '');
  if (!match) throw badRequest(`Syntax error: '${text.slice(0, 80)}' is no clause of $search.`);
  const [, property = '', wanted = ''] = match;
  if (property === 'displayName') {
    const words = wordsOf(wanted);
    return ({ name }) => words.every((word) => wordsOf(name).some((one) => one.startsWith(word)));
  }
  // Documented: any other property is compared from its beginning.
  return (person) => {
    const value = userShape(person)[property];
    if (value === undefined) throw badRequest(`Property '${property}' does not exist on type 'user'.`);
    return typeof value === 'string' && value.toLowerCase().startsWith(wanted.toLowerCase());
  };
}

/** Documented: words part at spaces, symbols, digits, and where a small letter is followed by a capital. */
function wordsOf(text: string): string[] {
  const parted = text.normalize('NFC').replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return parted.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}
