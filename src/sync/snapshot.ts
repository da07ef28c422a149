import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { SchemaGap } from '../basics/schemaVersion.ts';
import type { History } from '../basics/version.ts';
import type { Command, Wish } from '../commands.ts';
import type { FailureReason, GraphFailure } from '../graph/failure.ts';
import type { World } from '../world.ts';
import type { Stuck } from './outbox.ts';
import type { ChangedRow, Named } from './past.ts';
import type { Place } from './places.ts';

/** Everything a screen may show, the same object until something changes. */
export type Snapshot = {
  readonly world: World;
  /** Of the place that is shown. `first`: not read yet; `failed`: and the reading did not succeed. */
  readonly loading: 'first' | 'ready' | 'failed';
  /** What stands in the way right now; `undefined` when the last call to the site went well. */
  readonly trouble: Trouble | undefined;
  /** Commands that the site has not confirmed yet and that nothing but time stands in the way of, oldest first. */
  readonly waiting: readonly Command[];
  readonly stuck: readonly StuckCommand[];
  /** Keys of records that are shown but not yet on the site. */
  readonly unsent: ReadonlySet<string>;
  /** Rows that could not be read because someone edited them by hand. */
  readonly setAside: number;
  /** How the site's lists stand to this app, once they have been read: nothing where both are of one version. */
  readonly schema: SchemaGap | undefined;
  /** A shelf that comes near the number of rows that SharePoint can filter: how many stand on it. */
  readonly crowded: { readonly shelf: string; readonly rows: number } | undefined;
  /** False when this device could not keep the latest unsent command on disk. */
  readonly isKept: boolean;
  /** What the disk had to set aside when it was opened: damaged records, read anew; unreadable lines, left there. */
  readonly damaged: { readonly chunks: number; readonly commands: number };
  /** Large saves that are under way. */
  readonly groups: readonly Group[];
  /** What Ctrl+Z takes back; `undefined` when there is nothing. */
  readonly undoable: Undoable | undefined;
};

export type Trouble = {
  readonly reason: FailureReason;
  readonly code: string;
  readonly requestId: string;
  /** When the site will be asked again, milliseconds since 1970. */
  readonly againAtMs: number;
};
export type StuckCommand = { readonly command: Command; readonly stuck: Stuck };
export type Group = { readonly key: Key; readonly size: number; readonly left: number };

export type Store = {
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /** Signs the wish and keeps it; a refusal means that nothing was stored. */
  dispatch(wish: Wish): Promise<Refusal | undefined>;
  /** Signs and keeps several wishes as one click: all of them, or none when one is refused. */
  dispatchAll(wishes: readonly Wish[]): Promise<Refusal | undefined>;
  /** Takes back what was done last here, as a new command. */
  undo(): Promise<Refusal | undefined>;
  /** Says which room and year must be up to date, and reads them now. */
  show(place: Place | undefined): void;
  /**
   * Sees to it that these places' assignments and activities are there, at most a day old or `lastsMs`, besides the shown place:
   * rejects with a GraphFailure when they cannot be read. Resolves at once, and asks nothing, when they are there. With
   * `lastsMs` a place without a room is the overview's short lists: goals, units, periods, indicators and their outcomes.
   */
  visit(places: readonly Place[], lastsMs?: number): Promise<void>;
  /**
   * Brings these places' assignments up to date now, besides the shown place, for whoever is about to hand down to them:
   * rejects with a GraphFailure when they cannot be read.
   */
  readAssignments(places: readonly Place[]): Promise<void>;
  /**
   * What the site has written on these places' shelves from this moment on, ISO 8601, the latest first. Reads the places
   * anew when they were read more than two minutes ago; rejects with a GraphFailure when they cannot be read.
   */
  changedSince(places: readonly Place[], moment: string): Promise<readonly ChangedRow[]>;
  /** What each record has been, in their order: twenty in a round trip, a failure where one cannot be read. */
  histories(records: readonly Named[]): Promise<readonly (History | GraphFailure)[]>;
  /** Reads the site and sends what waits, now: on focus, on reconnect, on "try again". */
  refresh(): void;
  /** A hidden tab sends what waits and reads nothing. */
  setVisible(isVisible: boolean): void;
  retry(commandKey: string): void;
  /** Takes an unsent command away, by the user's own hand. */
  discard(commandKey: string): void;
  /** Puts the wish in the place of an unsent command; a refusal leaves that one as it was. */
  replace(commandKey: string, wish: Wish): Promise<Refusal | undefined>;
  /** Settles fields that two people have changed, after the user has seen both. */
  settle(commandKey: string, whose: 'mine' | 'theirs'): Promise<void>;
  /** Takes away what is still unsent of a large save. */
  cancel(groupKey: Key): Promise<void>;
  /** Forgets everything that lies on this device for this user, unsent commands too. The store is closed after it. */
  forgetDevice(): Promise<void>;
  /** Counts the year's tallies anew from the activities themselves, mends those that had drifted, and says how many. */
  verify(year: number): Promise<{ readonly counted: number; readonly drifted: number }>;
  close(): void;
};

/** The latest thing done here that can be taken back: the wishes of one click. */
export type Undoable = { readonly id: Key; readonly wishes: readonly Wish[] };
