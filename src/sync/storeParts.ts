import type { Person } from '../basics/person.ts';
import type { Author, AuthorParts } from './author.ts';
import type { ConfirmedOnDisk } from './confirmedOnDisk.ts';
import type { Courier, CourierParts } from './courier.ts';
import type { PendingOnDisk } from './pendingOnDisk.ts';
import type { Decide } from './replay.ts';
import type { SyncedSite } from './site.ts';
import type { Tabs } from './tabs.ts';

/** What lies on this device, for this user. */
export type Disk = {
  readonly pending: PendingOnDisk;
  readonly confirmed: ConfirmedOnDisk;
  /** Takes everything of this user off the device. */
  readonly forget: () => Promise<void>;
};

export type StoreParts = {
  readonly site: SyncedSite;
  /** `undefined` when the browser gives us no storage (private mode): everything works, but a reload loses what is unsent. */
  readonly disk: Disk | undefined;
  readonly tabs: Tabs;
  readonly person: Person;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** From 0 to 1; only for spreading retries. */
  readonly random: () => number;
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
  /** What takes wishes in and carries them to the site; it is not needed to paint, and comes behind the first frame. */
  readonly hire: () => Promise<Staff>;
};

export type Staff = {
  /** Every rule; the first frame knows those of a room alone. */
  readonly decide: Decide;
  readonly openAuthor: (parts: AuthorParts) => Author;
  readonly openCourier: (parts: Omit<CourierParts, 'count'>) => Courier;
};
