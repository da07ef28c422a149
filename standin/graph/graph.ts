import { Hono } from 'hono';
import type { Tokens } from '../tokens.ts';
import type { FeedEntry } from './activityFeed.ts';
import { envelope, refusal, unknownPath } from './answers.ts';
import { addBatch } from './batch.ts';
import { charged, metered } from './charging.ts';
import { addColumns } from './columns.ts';
import { controlsOf, type Controls } from './controls.ts';
import { addDelta } from './delta.ts';
import type { Directory, Person } from './directory.ts';
import { addDrive } from './drive.ts';
import { notImplemented, unauthenticated } from './errors.ts';
import { addGrants } from './grants.ts';
import { addItems } from './items.ts';
import { addLists } from './lists.ts';
import { addNotifications } from './notifications.ts';
import { addPeople } from './people.ts';
import { openDoors } from './doors.ts';
import { callerOf } from './permissions.ts';
import type { Call, GraphEnv } from './request.ts';
import { openSharepointHost } from './sharepointHost.ts';
import { addSites } from './sites.ts';
import { openTenant, type GraphOptions, type Tenant } from './tenant.ts';
import { addVersions } from './versions.ts';

export type { Directory, Person, GraphOptions };

export type LocalGraph = Controls & {
  /** Paths are /v1.0/... */
  fetch(request: Request): Promise<Response>;
  /** SharePoint's own host beside Graph: the addresses for downloads and uploads, which open without a token. */
  files(request: Request): Promise<Response>;
  /** The people and the one site, replaced whole. Items stay. */
  setDirectory(directory: Directory): void;
  directory(): Directory | undefined;
  /** Somebody's activity feed in Teams, newest first. */
  feedOf(personId: string): FeedEntry[];
  markRead(personId: string, entry: number): void;
  /** Forgets lists, items and directory. */
  clear(): void;
  /** Answers nobody from now on; who is inside already is answered first. */
  close(): void;
};

/** The part of Microsoft Graph v1.0 that the product uses, on this machine. */
export function openGraph(options: GraphOptions): LocalGraph {
  const tenant = openTenant(options);
  const app = new Hono<GraphEnv>();
  app.onError(refusal((line) => tenant.log(line)));
  app.use(envelope);
  app.use(metered(tenant));
  app.use(signedIn(tenant, options.verifyToken));
  app.use(charged(tenant));
  addBatch(app, tenant);
  addPeople(app, tenant);
  addNotifications(app, tenant);
  addSites(app, tenant);
  addLists(app, tenant);
  addColumns(app, tenant);
  // Before the items, whose ids they would be taken for.
  addDelta(app, tenant);
  addItems(app, tenant);
  addVersions(app, tenant);
  addGrants(app, tenant);
  addDrive(app, tenant);
  app.notFound(unknownPath);
  const files = openSharepointHost(tenant);
  const doors = openDoors(() => tenant.store.close());
  return {
    fetch: doors.through((request) => tenant.store.answered(() => app.fetch(request, {}))),
    files: doors.through((request) => tenant.store.answered(() => files(request))),
    setDirectory(directory) {
      tenant.directory.replace(directory);
      tenant.users.prepare(tenant.at());
    },
    directory: () => tenant.directory.current(),
    ...controlsOf(tenant),
    feedOf: (personId) => tenant.feed.of(personId),
    markRead: (personId, entry) => tenant.feed.markRead(personId, entry),
    clear: () => tenant.clear(),
    close: doors.close,
  };
}

function signedIn(tenant: Tenant, verify: Tokens['verify']) {
  return async (call: Call, next: () => Promise<void>): Promise<void> => {
    // Before anything is waited for: a call that overlaps with another's writing must be seen to.
    call.set('arrived', call.env.arrived ?? tenant.lists.latest());
    if (call.env.caller) {
      call.set('caller', call.env.caller);
    } else {
      const bearer = /^Bearer\s+(\S+)$/i.exec(call.req.header('authorization') ?? '')?.[1];
      if (bearer === undefined) throw unauthenticated('Access token is empty.');
      const claims = await verify(bearer);
      if (!claims) throw unauthenticated('Access token validation failure.');
      tenant.challenges.answeredBy(claims);
      call.set('caller', callerOf(claims, tenant.directory, tenant.grants));
    }
    // `none` and `full` change the shape of every answer; ignoring them would be a silent lie.
    const metadata = /odata\.metadata=(none|full)/i.exec(call.req.header('accept') ?? '')?.[1];
    if (metadata) throw notImplemented(`odata.metadata=${metadata}`);
    await next();
  };
}
