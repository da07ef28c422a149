import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openGraph, type Person } from '../../standin/graph/graph.ts';
import { createTokens } from '../../standin/tokens.ts';
import { callTo } from './call.ts';
import { keptToOwn } from './ownLists.ts';
import { clientId, directory, everyScope, owner, secret } from './people.ts';
import type { Contract } from './server.ts';

/** The stand-in behind real HTTP. */
export async function startStandinWorld(file = ':memory:'): Promise<Contract> {
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
  const as = async (person: Person, scopes?: string[]) => keptToOwn(callTo(origin, await token(person, scopes)));
  const call = await as(owner);
  const { hostname, path, title } = directory.site;
  const found = await call('GET', `/sites/${hostname}:${path}`);
  return {
    call,
    as,
    token,
    origin,
    refused,
    anonymous: keptToOwn(callTo(origin)),
    site: `/sites/${found.text('id')}`,
    facts: {
      hostname,
      path,
      title,
      address: `https://${hostname}${path}`,
      owner,
      moment: '2023-08-25T09:30:15Z',
      links: 'https://graph.microsoft.com/v1.0',
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
