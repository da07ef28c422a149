import type { ListName } from '../basics/change.ts';

/** A delta that is older than this tells everybody's changes of days; a shelf is then cheaper to read anew. */
const tokenLivesMs = 24 * 60 * 60 * 1000;

/** How far the confirmed records can be trusted: what has been read, when, and where the next reading goes on. */
export type Marks = {
  /** When a list or a shelf of it was last read whole or brought up to date, ms since 1970, by `nameOf`. */
  readonly read: Map<string, number>;
  readonly tokens: Map<ListName, Token>;
  /** Shelves that were read in the same round as their list's token, which may be the newer of the two: read once more. */
  readonly unsure: Set<string>;
  /** Unit shelves whose tally has to be counted anew. */
  readonly untallied: Set<string>;
  /** Lists' shelves, by `markOf`, with more rows than SharePoint can filter: read unit by unit. */
  readonly crowded: Set<string>;
};

export type Token = { readonly token: string; readonly takenMs: number };

export function emptyMarks(): Marks {
  return { read: new Map(), tokens: new Map(), unsure: new Set(), untallied: new Set(), crowded: new Set() };
}

/** What a list, or a shelf of it, is called among the marks. */
export function markOf(list: ListName, shelf?: string): string {
  return shelf === undefined ? list : `${list} ${shelf}`;
}

/** The token to ask with, if it is young. A clock that was set back makes every token old. */
export function freshToken({ tokens }: Marks, list: ListName, nowMs: number): string | undefined {
  const known = tokens.get(list);
  if (!known) return undefined;
  const ageMs = nowMs - known.takenMs;
  return ageMs >= 0 && ageMs < tokenLivesMs ? known.token : undefined;
}

/** Nothing of the list counts as read any more. */
export function forgetList({ read, tokens, unsure }: Marks, list: ListName): void {
  tokens.delete(list);
  for (const name of read.keys()) {
    if (name !== list && !name.startsWith(`${list} `)) continue;
    read.delete(name);
    unsure.delete(name);
  }
}
