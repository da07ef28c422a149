import type { Tokens } from '../tokens.ts';
import { openActivityFeed, type ActivityFeed } from './activityFeed.ts';
import { openDriveBook, type DriveBook } from './driveBook.ts';
import { openDriveLinks, type DriveLinks } from './driveLinks.ts';
import { openChallenges, type Challenges } from './challenges.ts';
import { openDirectory, type DirectoryBook } from './directory.ts';
import { openGrants, type GrantBook } from './grantBook.ts';
import { openItems, type ItemBook, type Signature } from './itemBook.ts';
import { openLists, type ListBook } from './listBook.ts';
import { openMeter, type Meter } from './meter.ts';
import type { ActivityType } from './notificationRequest.ts';
import type { Caller } from './permissions.ts';
import { openStore, type Store } from './store.ts';
import { openThrottle, type Throttle, type Throttling } from './throttle.ts';
import { wholeSeconds } from './times.ts';
import { openUploadBook, type UploadBook } from './uploadBook.ts';
import { openUsersList, type UsersList } from './usersList.ts';

export type GraphOptions = {
  /** SQLite file, or ':memory:'. */
  file: string;
  verifyToken: Tokens['verify'];
  /** The clock behind Created and Modified (the pretend day). Default: real time. */
  now?: () => Date;
  /** Real time in milliseconds, behind everything that expires: budgets and delta tokens. Default Date.now. */
  clock?: () => number;
  /** What throttles. Default: the documented limits of a tenant with more than 50,000 licences. */
  throttling?: Throttling;
  /** How long a delta token is good. Default 30 days. */
  deltaLifetimeMs?: number;
  /** Origin written into links. Default https://graph.microsoft.com */
  publicOrigin?: string;
  /** Where SharePoint's own addresses begin: downloads and uploads. Default https://, and the site's host. */
  filesOrigin?: string;
  /** What the app's manifest declares under `activities`; without any, only systemDefault can be sent. */
  activityTypes?: readonly ActivityType[];
  /** One line for each refused or unknown call. */
  log?: (line: string) => void;
};

/** The pretend tenant behind the routes: everything that is stored, and the clock that signs it. */
export type Tenant = {
  store: Store;
  directory: DirectoryBook;
  lists: ListBook;
  items: ItemBook;
  users: UsersList;
  grants: GrantBook;
  challenges: Challenges;
  throttle: Throttle;
  meter: Meter;
  deltaLifetimeMs: number;
  clock(): number;
  drive: DriveBook;
  uploads: UploadBook;
  links: DriveLinks;
  feed: ActivityFeed;
  activityTypes: readonly ActivityType[];
  origin: string;
  log(line: string): void;
  at(): string;
  sign(caller: Caller): Signature;
  siteAddress(): string;
  clear(): void;
};

/** Reported for OneDrive's tokens (onedrive-api-docs#231). */
const monthMs = 30 * 24 * 60 * 60 * 1000;

export function openTenant(options: GraphOptions): Tenant {
  const store = openStore(options.file);
  const directory = openDirectory(store);
  const lists = openLists(store);
  const now = options.now ?? (() => new Date());
  const at = () => wholeSeconds(now());
  const clock = options.clock ?? Date.now;
  const challenges = openChallenges(clock);
  const throttle = openThrottle(options.throttling ?? {}, clock);
  const meter = openMeter();
  const drive = openDriveBook(store);
  const uploads = openUploadBook(store, drive.content);
  const feed = openActivityFeed(store);
  const filesAddress = () => {
    const site = directory.current()?.site;
    return site ? `${options.filesOrigin ?? `https://${site.hostname}`}${site.path}` : '';
  };
  return {
    drive,
    uploads,
    links: openDriveLinks(filesAddress, clock),
    feed,
    activityTypes: options.activityTypes ?? [],
    store,
    directory,
    lists,
    items: openItems(store, lists),
    users: openUsersList(store, directory, lists),
    grants: openGrants(store),
    challenges,
    throttle,
    meter,
    clock,
    deltaLifetimeMs: options.deltaLifetimeMs ?? monthMs,
    origin: options.publicOrigin ?? 'https://graph.microsoft.com',
    log: options.log ?? (() => {}),
    at,
    sign: ({ person, appId }) => ({
      person: directory.user(person).number,
      app: directory.app(appId).number,
      at: at(),
    }),
    siteAddress() {
      const site = directory.current()?.site;
      return site ? `https://${site.hostname}${site.path}` : '';
    },
    clear() {
      store.clear();
      drive.clear();
      uploads.clear();
      feed.clear();
      lists.refresh();
      directory.forget();
      challenges.forget();
      throttle.reset();
      meter.reset();
    },
  };
}
