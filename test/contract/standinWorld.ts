import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openGraph, type GraphOptions, type Person } from '../../standin/graph/graph.ts';
import { createTokens } from '../../standin/tokens.ts';
import { callTo } from './call.ts';
import { keptToOwn } from './ownLists.ts';
import { clientId, directory, everyScope, owner, secret } from './people.ts';
import type { Contract } from './world.ts';

export type StandinWorldOptions = Partial<GraphOptions> & {
  /** Links point to the stand-in's own address, for a client that follows them as they are. */
  hasOwnLinks?: boolean;
};

/** The stand-in behind real HTTP, in memory, without limits and with its other defaults unless told. */
export async function startStandinWorld(options: StandinWorldOptions = {}): Promise<Contract> {
  const { hasOwnLinks = false, ...others } = options;
  const tokens = createTokens(secret);
  const refused: string[] = [];
  let now = new Date('2023-08-25T09:30:15.859Z');
  const server = serve({ fetch: (request) => graph.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const graph = openGraph({
    file: ':memory:',
    verifyToken: (token) => tokens.verify(token),
    now: () => now,
    log: (line) => refused.push(line),
    // Thousands of rows in a minute are more than the largest tenant allows; who tests that says so.
    throttling: 'none',
    ...(hasOwnLinks ? { publicOrigin: origin } : {}),
    ...others,
  });
  graph.setDirectory(directory);

  const token = async (person: Person, scopes = everyScope) => {
    const issued = await tokens.issue({ person, tenantId: directory.tenantId, clientId, scopes });
    return issued.accessToken;
  };
  const as = async (person: Person, scopes?: string[]) =>
    keptToOwn(callTo(origin, await token(person, scopes)));
  const call = await as(owner);
  const { hostname, path, title } = directory.site;
  const found = await call('GET', `/sites/${hostname}:${path}`);
  return {
    call,
    as,
    token,
    origin,
    refused,
    standin: () => graph,
    anonymous: keptToOwn(callTo(origin)),
    site: `/sites/${found.text('id')}`,
    facts: {
      hostname,
      path,
      title,
      address: `https://${hostname}${path}`,
      owner,
      moment: '2023-08-25T09:30:15Z',
      app: clientId,
    },
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
