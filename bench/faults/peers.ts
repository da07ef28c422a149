import { Client } from '@microsoft/microsoft-graph-client';
import { GraphBrowser, graphfi } from '@pnp/graph';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { InjectHeaders } from '@pnp/queryable';
import { inPlaceOfGlobals, jumpingClock } from '../jumpingClock.ts';
import { openTenant, type Tenant } from '../tenant.ts';
import { faultyNetwork } from './faultyNetwork.ts';
import { mixedFaults } from './mix.ts';
import { type Outcome, outcomeOf, rows } from './outcome.ts';

/** Makes one row with these fields, and rejects when it takes it to have failed. */
type Create = (fields: object) => Promise<unknown>;
type Opened = Pick<Tenant, 'token' | 'sitePath'> & { readonly listId: string };

/** As many at a time as a page is likely to. */
const lanes = 4;
const graphOrigin = 'https://graph.microsoft.com';

/** Each as it is used by everybody: unchanged, with its own settings, on the global fetch. */
export const peers: Readonly<Record<string, (opened: Opened) => Create>> = {
  '@microsoft/microsoft-graph-client 3.0.7': ({ token, sitePath, listId }) => {
    const client = Client.init({ authProvider: (done) => done(null, token) });
    return (fields) => client.api(`${sitePath}/lists/${listId}/items`).post({ fields });
  },
  '@pnp/graph 4.21.0': ({ token, sitePath, listId }) => {
    const client = graphfi().using(
      GraphBrowser({ baseUrl: `${graphOrigin}/v1.0` }),
      InjectHeaders({ Authorization: `Bearer ${token}` }),
    );
    const { lists } = client.sites.getById(sitePath.replace('/sites/', ''));
    return (fields) => lists.getById(listId).items.add({ fields });
  },
  'fetch, each failure tried again three times': (opened) => {
    const create = plainCreate(opened);
    return async (fields) => {
      for (let tried = 0; ; tried += 1) {
        try {
          return await create(fields);
        } catch (failure) {
          if (tried === 3) throw failure;
          await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** tried));
        }
      }
    };
  },
  'fetch, nothing tried again': plainCreate,
};

function plainCreate({ token, sitePath, listId }: Opened): Create {
  return async (fields) => {
    const response = await fetch(`${graphOrigin}/v1.0${sitePath}/lists/${listId}/items`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    });
    if (!response.ok) throw new Error(`Graph answered ${response.status}`);
  };
}

/** Rows created by a peer, a few at a time, in a list like theirs: with a name for each, and nothing that is unique. */
export async function runPeer(open: (opened: Opened) => Create, seed: number): Promise<Outcome> {
  const clock = jumpingClock();
  const tenant = await openTenant(clock.nowMs);
  try {
    const columns = [{ name: 'Name', text: {} }];
    const list = { displayName: 'Plain', columns };
    const { id: listId } = (await tenant.call('POST', `${tenant.sitePath}/lists`, list)) as { id: string };
    const listPath = `${tenant.sitePath}/lists/${listId}`;
    const network = faultyNetwork(tenant.fetch, { plan: mixedFaults(seed), nowMs: clock.nowMs, listPath });
    network.begin();
    const told = new Map<string, 'stored' | 'failed'>();
    const beganMs = clock.nowMs();
    await inPlaceOfGlobals(clock, network.fetch, async () => {
      const create = open({ token: tenant.token, sitePath: tenant.sitePath, listId });
      const waiting = Array.from({ length: rows }, (_, n) => `row-${n}`);
      const lane = async () => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          const ended = create({ Title: name, Name: name });
          told.set(
            name,
            await ended.then(
              () => 'stored' as const,
              () => 'failed' as const,
            ),
          );
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    });
    const minutes = (clock.nowMs() - beganMs) / 60_000;
    return { ...(await outcomeOf(tenant, listPath, 'Name', told)), sent: network.sent(), minutes };
  } finally {
    tenant.close();
  }
}
