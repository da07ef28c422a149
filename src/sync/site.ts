import type { Create, ListName, Update } from '../basics/change.ts';
import type { Version } from '../basics/version.ts';
import type { GraphFailure } from '../graph/failure.ts';
import type { Stored } from '../world.ts';

/** One thing asked of the site. */
export type Ask =
  /** A new row under its unique key. */
  | { readonly ask: 'create'; readonly change: Create; readonly commandKey: string }
  /** Writes over exactly the version that was read; anything newer is a conflict. */
  | { readonly ask: 'update'; readonly change: Update; readonly over: Stored }
  /** The row of that key, if there is one. */
  | { readonly ask: 'find'; readonly list: ListName; readonly key: string }
  /** Every row of a list, or those that hold the value in one indexed column. */
  | { readonly ask: 'rows'; readonly list: ListName; readonly where?: Where }
  /** What has changed on a list since the token; everything without one, nothing but a token with `latest`. */
  | { readonly ask: 'changes'; readonly list: ListName; readonly since?: string }
  /** What a row has been, by SharePoint's own number for it. */
  | { readonly ask: 'versions'; readonly list: ListName; readonly itemId: string };

export type Where = { readonly shelf: string } | { readonly unitShelf: string } | { readonly year: number };

/** What came of one ask. */
export type Answer =
  | {
      readonly stored: readonly Stored[];
      /** Of `changes`: SharePoint's numbers of rows that somebody deleted by hand. */
      readonly gone: readonly string[];
      /** Of `changes`: what to ask with the next time. */
      readonly token?: string;
      /** Of `versions`: oldest first; one that cannot be read is set aside. */
      readonly versions?: readonly Version[];
      readonly setAside: readonly SetAside[];
    }
  | GraphFailure;

/** A row that the product cannot have written, or that someone has edited by hand into nonsense. */
export type SetAside = { readonly list: ListName; readonly itemId: string; readonly why: string };

/** What sync needs of the site that it is given; it never knows that SharePoint is behind it. */
export type SyncedSite = {
  /**
   * Asks everything in as few round trips as can be; answers come in the order of the asks, each with its own success
   * or failure. Several asks may come to the site in any order: none may build on another of the same round, and a token
   * may be newer than the rows that are read beside it. Throws a GraphFailure when the whole round got no answer: then
   * each of its writes may or may not have been done.
   */
  talk(asks: readonly Ask[]): Promise<Answer[]>;
};
