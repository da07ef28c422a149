import type { Key } from './basics/key.ts';
import type { Person } from './basics/person.ts';
import type { SignInTrouble } from './basics/signInFailed.ts';
import type { Snapshot } from './basics/snapshot.ts';

/**
 * THE port: everything that differs between Teams, the stand-in and a test. What is built on top of it
 * is the same code everywhere.
 */
export type Environment = {
  /** The network. The stand-in and the tests are nothing more than another `fetch`. */
  readonly fetch: typeof fetch;
  /**
   * An access token for Graph with these scopes. `claims`: what Graph has challenged the last one with, JSON, which the new
   * one must answer. Rejects with SignInFailed when the user has to do something about it.
   */
  readonly getToken: (scopes: readonly string[], claims?: string) => Promise<string>;
  /** Signing in by the user's own click. */
  readonly account: Account;
  /** The clock behind everything that the product writes or decides by. */
  readonly now: () => Date;
  /** A new UUID version 7, so that keys sort by the time they were made. */
  readonly newKey: () => string;
  /** Where unsent work lies safe: the browser's IndexedDB. */
  readonly storage: IDBFactory;
  /** The window that the tab stands in. */
  readonly host: Host;
  /** What an administrator chose once, read from config.json at start. */
  readonly configuration: Configuration;
  /** Setting the site up, and looking whether it is. Rejects while its code cannot be fetched. */
  readonly setup: () => Promise<Setup>;
  /** Looks people of the organisation up. */
  readonly findPeople: FindPeople;
  /** Tells somebody in their feed in Teams. */
  readonly notify: Notify;
  /** A link to a page within the tab, for a message or a mail; `label` is what Teams shows while it opens. */
  readonly linkTo: (subPage: string, label: string) => string;
  /** What is being written and is sent nowhere, on this device and for this user. */
  readonly drafts: Drafts;
  /** Files in the site's document library. */
  readonly files: Files;
  /** What stood in the lists when a period was closed. */
  readonly snapshots: Snapshots;
};

/** The port without what is built on top of it. */
export type Platform = Omit<
  Environment,
  'setup' | 'findPeople' | 'notify' | 'linkTo' | 'drafts' | 'files' | 'snapshots'
>;

/** Plain data by its name. Both reject where the browser keeps nothing. What is read is checked by whoever reads it. */
export type Drafts = {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, draft: unknown) => Promise<void>;
};

export type Files = {
  /** Over a file of the same name; folders on its way are made. */
  readonly save: (path: string, content: Blob) => Promise<SavedFile | FileTrouble>;
};

/** Where it can be seen in SharePoint. */
export type SavedFile = { readonly url: string };
/** `notAllowed`: the user may not write there. `notReached`: nobody knows whether it was written; again does no harm. */
export type FileTrouble = { readonly trouble: 'notAllowed' | 'notReached' };

export type Snapshots = {
  /** Writes it, and `readable` beside it for people. `checksum`: SHA-256 of the written bytes. */
  readonly save: (
    snapshot: Snapshot,
    readable: string,
  ) => Promise<(SavedFile & { readonly checksum: string }) | FileTrouble>;
  /**
   * `missing`: there is no such file. `changed`: its bytes are not those that were closed. `otherVersion`: another version of
   * the app wrote it. `unreadable`: it is none of ours.
   */
  readonly read: (
    year: number,
    periodKey: Key,
    checksum: string,
  ) => Promise<
    Snapshot | { readonly trouble: 'missing' | 'changed' | 'otherVersion' | 'unreadable' | 'notReached' }
  >;
};

/** People by the beginnings of their names, at most eight, with what they work as. Throws when they cannot be asked for. */
export type FindPeople = (typed: string) => Promise<readonly (Person & { readonly title: string })[]>;

/** One line for one person. What it says beside its parameters stands in the app's manifest under its kind. */
export type Notification = {
  readonly to: Person;
  readonly kind: 'goalAssigned' | 'goalRequested' | 'reminder';
  /** What it is about; Teams shows it as the place. */
  readonly topic: string;
  /** Teams shows 150 characters. */
  readonly preview: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly link: string;
};

/** Sends once. Never sends again by itself. */
export type Notify = (notification: Notification) => Promise<Outcome>;

/**
 * `unclear`: it may have come through. `later`: surely not sent, and may be sent in a minute. `notAllowed`: the organisation
 * has not consented, or the recipient lacks the app. `notFound`: there is no such recipient.
 */
export type Outcome = 'sent' | 'unclear' | 'later' | 'notAllowed' | 'notFound';

export type Setup = {
  /** Looks at everything with the rights of daily work, and changes nothing. */
  readonly inspect: (onFinding?: (finding: SetupFinding) => void) => Promise<Inspection>;
  /**
   * Makes what is missing and takes the lists forward to this version; doing it again changes nothing, and goes on where it was
   * cut off. Asks for more rights than daily work does. Never throws.
   */
  readonly create: (onList?: (name: string, done: number, total: number) => void) => Promise<Creation>;
  /** Looks as `inspect` does, and tries what only trying can tell, on rows that stand on no screen. */
  readonly health: (onFinding?: (finding: SetupFinding) => void) => Promise<Inspection>;
};

export type SetupStep =
  | 'host'
  | 'signIn'
  | 'consent'
  | 'site'
  | 'rights'
  | 'lists'
  | 'columns'
  | 'indexes'
  | 'choices'
  | 'schema'
  | 'versions'
  | 'access';

/** Why a step is not as it should be, or is not known. */
export type SetupReason =
  | SignInTrouble
  | 'signedOut'
  | 'throttled'
  | 'conflict'
  | 'invalid'
  | 'siteNotFound'
  | 'forbidden'
  | 'notOwner'
  | 'readOnly'
  | 'notOurs'
  | 'wrongType'
  | 'incomplete'
  | 'older'
  | 'newer'
  | 'versionsOff'
  | 'membersWrite'
  | 'rolesMissing'
  | 'noWitness'
  | 'notTried'
  | 'earlier';

export type SetupFinding = {
  readonly step: SetupStep;
  /** `missing`: setting up makes it. `failed`: somebody has to do something about it. */
  readonly state: 'ok' | 'missing' | 'failed' | 'unknown';
  readonly why?: SetupReason;
  /** Lists and columns that it is about, by their names in SharePoint. */
  readonly names: readonly string[];
  /** Graph's own words for a failure: status, code and request; no person and no token. */
  readonly detail?: string;
  /** When somebody saw it, ISO 8601. */
  readonly at?: string;
};

export type SiteIds = NonNullable<Configuration['site']['ids']>;

export type Inspection = {
  readonly findings: readonly SetupFinding[];
  /** Once every list is there. */
  readonly ids?: SiteIds;
};

/** `unversioned`: the lists that keep no versions; `unknown` where that cannot be seen. */
export type Creation =
  | { readonly lists: readonly string[]; readonly unversioned: readonly string[] | 'unknown' }
  | { readonly trouble: SetupReason; readonly detail: string };

export type Configuration = {
  readonly clientId: string;
  readonly tenantId: string;
  /** The Teams app's own id, where the package was made with another one than ours. */
  readonly appId?: string;
  /** Where the organisation grants the app this one site alone; else the right to every site that the user reaches is asked for. */
  readonly siteScope?: 'Sites.Selected' | 'Sites.ReadWrite.All';
  /** The SharePoint site whose lists hold everything. */
  readonly site: {
    readonly hostname: string;
    readonly path: string;
    /** Graph's own names of the site and, by their names in SharePoint, of its lists. Spares each device the looking up. */
    readonly ids?: { readonly siteId: string; readonly lists: Readonly<Record<string, string>> };
  };
};

export type Account = {
  /** Gets what the last `getToken` lacked; in a click, since it may open a window. Rejects with SignInFailed. */
  readonly signIn: () => Promise<void>;
  /** Outside of Teams: to be somebody else here, or nobody, which leads away from the page. */
  readonly leave?: (as: 'other' | 'nobody') => Promise<void>;
};

export type Theme = 'default' | 'dark' | 'contrast';

/** Where and for whom the tab is open, as the host told it. */
export type HostContext = {
  readonly place: 'content' | 'sidePanel' | 'stage' | 'settings' | 'remove' | 'other';
  /** The page within the tab that a link leads to, as somebody else wrote it; empty without one. */
  readonly subPage: string;
  /** The meeting that the tab stands in; empty outside of one. */
  readonly meetingId: string;
  /** What the tab was configured to show, for example `department/regionservice`; empty in an unconfigured place. */
  readonly entityId: string;
  readonly theme: Theme;
  readonly language: 'sv' | 'en';
  readonly person: Person;
  /** In a telephone or tablet app files cannot be downloaded: they are saved to the library, and a link leads there. */
  readonly isMobile: boolean;
  /** How the host signs the user in; a hint, never a proof of who they are. */
  readonly loginHint: string;
  readonly tenantId: string;
};

export type Host = {
  readonly context: HostContext;
  /** Calls the listener at each later change of theme. One listener at a time. */
  readonly onThemeChange: (listener: (theme: Theme) => void) => void;
  /** The first frame is on screen. */
  readonly notifyLoaded: () => void;
  /** The tab is useful; without this the host shows an error after 30 seconds. */
  readonly notifySuccess: () => void;
  /** The host is about to suspend or end the tab; it waits a little for the promise. One listener at a time. */
  readonly onLeave: (listener: () => Promise<void>) => void;
  /** The host's own back button; the listener says whether the tab has gone a step back itself. One listener at a time. */
  readonly onBack: (listener: () => boolean) => void;
  /** Shows a page within the tab on the meeting's big screen; false when the host or the user says no. */
  readonly showOnStage: (subPage: string) => Promise<boolean>;
  /** Outside of Teams: the page's own address, opened on a page within it. Teams opens links of its own kind only. */
  readonly ownLink?: (subPage: string) => string;
  /** Where the page stands in the host's own dialog for setting a tab up or taking it away. */
  readonly tabDialog?: TabDialog;
};

export type TabDialog = {
  /** Who sees the tab. A private or shared channel has members of its own, and so has a meeting or a chat. */
  readonly audience: 'channel' | 'privateChannel' | 'sharedChannel' | 'meeting';
  /** The site of the place itself, where it has one. */
  readonly ownSite?: { readonly hostname: string; readonly path: string };
  /** What Save in the dialog will store. `undefined` keeps Save disabled. */
  readonly choose: (choice: TabChoice | undefined) => void;
};

export type TabChoice = {
  readonly entityId: string;
  /** Shown on the tab. */
  readonly name: string;
};
