import { createHash } from 'node:crypto';

/** One for each list, column and site: few, and asked for with every item. */
const made = new Map<string, string>();

/** A guid that is the same after every restart, made of what it names. */
export function guidOf(text: string): string {
  const known = made.get(text);
  if (known !== undefined) return known;
  const hex = createHash('sha256').update(text).digest('hex');
  const guid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
  made.set(text, guid);
  return guid;
}
