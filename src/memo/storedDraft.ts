import { isKey, type Key } from '../basics/key.ts';
import { isDay } from '../basics/day.ts';
import { headingsIn, isObject } from './headings.ts';
import type { Draft, Edit } from './memo.ts';
import type { MemoFacts } from './memoFacts.ts';
import type { Quote } from './quote.ts';

/** Raise it when the facts change their shape: what people wrote is then kept, and the facts are taken anew. */
const factsVersion = 1;

export type StoredDraft = Draft & { readonly factsVersion: number };

/** What the draft of a board's year is called on the device. */
export function draftName(year: number, boardKey: Key): string {
  return `memo/${year}/${boardKey}`;
}

export function storedOf(draft: Draft): StoredDraft {
  return { ...draft, factsVersion };
}

/**
 * [M10] What lay on the device as a draft. What people wrote is read leniently, line by line; facts of another version of
 * the app are left out, and whoever opens the draft gives it those of now.
 */
export function draftIn(
  raw: unknown,
): (Omit<Draft, 'facts'> & { readonly facts: MemoFacts | undefined }) | undefined {
  if (!isObject(raw)) return undefined;
  const headings = headingsIn(raw['headings']);
  const takenOn = raw['takenOn'];
  if (!headings || typeof takenOn !== 'string' || !isDay(takenOn)) return undefined;
  const isOurs = raw['factsVersion'] === factsVersion && isObject(raw['facts']);
  return {
    facts: isOurs ? (raw['facts'] as MemoFacts) : undefined,
    takenOn,
    basis: typeof raw['basis'] === 'string' && isKey(raw['basis']) ? raw['basis'] : null,
    quotes: listOf(raw['quotes'], isQuote),
    edits: editsIn(raw['edits']),
    own: listOf(raw['own'], (one) => typeof one === 'string'),
    headings,
  };
}

function listOf<T>(raw: unknown, is: (one: unknown) => one is T): T[] {
  return Array.isArray(raw) ? raw.filter(is) : [];
}

function isQuote(raw: unknown): raw is Quote {
  return (
    isObject(raw) &&
    [raw['key'], raw['place'], raw['text']].every((one) => typeof one === 'string') &&
    (raw['kind'] === 'comment' || raw['kind'] === 'activity')
  );
}

function editsIn(raw: unknown): Record<string, Edit> {
  const all = isObject(raw) ? Object.entries(raw) : [];
  return Object.fromEntries(all.filter((one): one is [string, Edit] => isEdit(one[1])));
}

function isEdit(raw: unknown): raw is Edit {
  return isObject(raw) && typeof raw['text'] === 'string' && typeof raw['over'] === 'string';
}
