import type { Person } from '../basics/person.ts';

/** What to ask the directory for: it looks in names, and most addresses are made of one. */
export function searchFor(text: string): string {
  return text.includes('@')
    ? text
        .slice(0, text.indexOf('@'))
        .replaceAll(/[._\-\d]+/g, ' ')
        .trim()
    : text;
}

/** [I16] The one person that is meant. A name must be the whole name; of an address it is enough that one person fits. */
export function personFor(text: string, found: readonly Person[]): Person | 'several' | 'none' {
  const wanted = searchFor(text).toLowerCase();
  const named = found.filter(({ name }) => name.toLowerCase() === wanted);
  const fitting = named.length > 0 || !text.includes('@') ? named : found;
  const [only, ...others] = fitting;
  if (!only) return 'none';
  return others.length > 0 ? 'several' : { id: only.id, name: only.name };
}
