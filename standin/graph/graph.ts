import { Hono } from 'hono';
import type { Tokens } from '../tokens.ts';
import { envelope, refusal, unknownPath } from './answers.ts';
import { addBatch } from './batch.ts';
import { addColumns } from './columns.ts';
import type { Directory, Person } from './directory.ts';
import { notImplemented, unauthenticated } from './errors.ts';
import { addItems } from './items.ts';
import { addLists } from './lists.ts';
import { addPeople } from './people.ts';
import { openDoors } from './doors.ts';
import { callerOf } from './permissions.ts';
import type { Call, GraphEnv } from './request.ts';
import { addSites } from './sites.ts';
import { openTenant, type GraphOptions, type Tenant } from './tenant.ts';

export type { Directory, Person, GraphOptions };

export type LocalGraph = {
  /** Paths are /v1.0/... */
  fetch(request: Request): Promise<Response>;
  /** The people and the one site, replaced whole. Items stay. */
  setDirectory(directory: Directory): void;
  directory(): Directory | undefined;
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
  app.use(signedIn(tenant, options.verifyToken));
  addBatch(app, tenant);
  addPeople(app, tenant);
  addSites(app, tenant);
  addLists(app, tenant);
  addColumns(app, tenant);
  addItems(app, tenant);
  app.notFound(unknownPath);
  const doors = openDoors(() => tenant.store.close());
  return {
    fetch: doors.through((request) => app.fetch(request, {})),
    setDirectory: (directory) => tenant.directory.replace(directory),
    directory: () => tenant.directory.current(),
    clear: () => tenant.clear(),
    close: doors.close,
  };
}

function signedIn(tenant: Tenant, verify: Tokens['verify']) {
  return async (call: Call, next: () => Promise<void>): Promise<void> => {
    if (call.env.caller) {
      call.set('caller', call.env.caller);
    } else {
      const bearer = /^Bearer\s+(\S+)$/i.exec(call.req.header('authorization') ?? '')?.[1];
      if (bearer === undefined) throw unauthenticated('Access token is empty.');
      const claims = await verify(bearer);
      if (!claims) throw unauthenticated('Access token validation failure.');
      call.set('caller', callerOf(claims, tenant.directory));
    }
    // `none` and `full` change the shape of every answer; ignoring them would be a silent lie.
    const metadata = /odata\.metadata=(none|full)/i.exec(call.req.header('accept') ?? '')?.[1];
    if (metadata) throw notImplemented(`odata.metadata=${metadata}`);
    await next();
  };
}
