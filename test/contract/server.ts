import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openGraph, type Person } from '../../standin/graph/graph.ts';
import { createTokens } from '../../standin/tokens.ts';
import type { Call } from './call.ts';
import { callTo } from './call.ts';
import { clientId, directory, owner, secret } from './people.ts';

/** The scopes that open everything; a test of a scope names its own. */
export const everyScope = ['User.Read', 'Sites.Manage.All'];

export type Contract = {
  /** As the site's owner with every scope. */
  call: Call;
  as(person: Person, scopes?: string[]): Promise<Call>;
  /** Without a token. */
  anonymous: Call;
  token(person: Person, scopes?: string[]): Promise<string>;
  origin: string;
  site: string;
  /** What the stand-in has refused, a line each. */
  refused: string[];
  /** Moves the clock behind Created and Modified. */
  setNow(now: Date): void;
  close(): Promise<void>;
};

/** The stand-in behind real HTTP, for one file of tests. */
export async function startContract(file = ':memory:'): Promise<Contract> {
  const tokens = createTokens(secret);
  const refused: string[] = [];
  let now = new Date('2023-08-25T09:30:15.859Z');
  const graph = openGraph({
    file,
    verifyToken: (token) => tokens.verify(token),
    now: () => now,
    log: (line) => refused.push(line),
  });
  graph.setDirectory(directory);
  const server = serve({ fetch: (request) => graph.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  const token = async (person: Person, scopes = everyScope) => {
    const issued = await tokens.issue({ person, tenantId: directory.tenantId, clientId, scopes });
    return issued.accessToken;
  };
  const as = async (person: Person, scopes?: string[]) => callTo(origin, await token(person, scopes));
  const call = await as(owner);
  const found = await call('GET', `/sites/${directory.site.hostname}:${directory.site.path}`);
  return {
    call,
    as,
    token,
    origin,
    refused,
    anonymous: callTo(origin),
    site: `/sites/${found.text('id')}`,
    setNow: (moment) => {
      now = moment;
    },
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      graph.close();
    },
  };
}
