import type { Create, ListName, Update } from '../basics/change.ts';
import type { Version } from '../basics/version.ts';
import type { GraphFailure } from '../graph/failure.ts';
import type { Stored } from '../world.ts';
import type { SetAside } from './record.ts';

// What sync/site.ts says of a site, said once more: neither of the two folders may know the other.

/** One thing asked of the lists. */
export type Ask =
  | { readonly ask: 'create'; readonly change: Create; readonly commandKey: string }
  | { readonly ask: 'update'; readonly change: Update; readonly over: Stored }
  | { readonly ask: 'find'; readonly list: ListName; readonly key: string }
  | { readonly ask: 'rows'; readonly list: ListName; readonly where?: Where }
  | { readonly ask: 'changes'; readonly list: ListName; readonly since?: string }
  | { readonly ask: 'versions'; readonly list: ListName; readonly itemId: string };

export type Where = { readonly shelf: string } | { readonly unitShelf: string } | { readonly year: number };

export type Told = {
  readonly stored: readonly Stored[];
  readonly gone: readonly string[];
  readonly token?: string;
  readonly versions?: readonly Version[];
  readonly setAside: readonly SetAside[];
};

export type Answer = Told | GraphFailure;

/** The one place where the lists are read and written. */
export type Site = { talk(asks: readonly Ask[]): Promise<Answer[]> };

export function listOf(ask: Ask): ListName {
  return ask.ask === 'create' || ask.ask === 'update' ? ask.change.list : ask.list;
}
