import { graphClient, everydayScopes, setupScopes } from '../../src/graph/client.ts';
import { provision } from '../../src/lists/provision.ts';
import { openSite } from '../../src/lists/site.ts';
import { modelSite } from '../modelSite.ts';
import { find } from '../siteCalls.ts';
import { callTo, part } from './call.ts';
import { onlyHere } from './onlyHere.ts';
import { member, owner } from './people.ts';
import { startContract } from './server.ts';
import type { Office } from './office.ts';
import { siteSuite } from './siteSuite.ts';

/** The product's own way to the stand-in, through HTTP, as two people. */
async function overHttp(): Promise<Office> {
  onlyHere("the product's own lists");
  let nowMs = Date.now();
  const contract = await startContract({ clock: () => nowMs });
  const { hostname, path } = contract.facts;
  const where = { hostname, path };
  const now = () => new Date('2023-08-25T08:00:00Z');
  const graphAs = (person: typeof owner, scopes: readonly string[]) =>
    graphClient(
      {
        fetch: (input, init) =>
          fetch(new Request(input).url.replace('https://graph.microsoft.com', contract.origin), init),
        getToken: (wanted) => contract.token(person, [...wanted]),
        now,
      },
      scopes,
    );
  await provision(graphAs(owner, setupScopes), where);
  const siteAs = (person: typeof owner) => openSite(graphAs(person, everydayScopes), where, now);
  // Behind the guard of the contract's own calls: these are the product's lists, on a stand-in of this test's own.
  const call = callTo(contract.origin, await contract.token(owner));
  const anna = siteAs(owner);
  return {
    anna,
    bo: siteAs(member),
    async removeByHand(list, key) {
      const row = await find(anna, list, key);
      const { body } = await call('GET', `${contract.site}/lists?$filter=displayName eq 'Activities'`);
      await call(
        'DELETE',
        `${contract.site}/lists/${String(part(body, 'value', 0, 'id'))}/items/${row?.itemId}`,
      );
    },
    expireTokens() {
      nowMs += 31 * 24 * 60 * 60 * 1000;
      return Promise.resolve();
    },
    close: () => contract.close(),
  };
}

function inTheModel(): Promise<Office> {
  onlyHere('the model in the place of a site');
  const site = modelSite({ keepsVersions: true });
  return Promise.resolve({
    anna: site,
    bo: site,
    removeByHand: (list, key) => Promise.resolve(site.delete(list, key)),
    expireTokens: (list) => Promise.resolve(site.expire(list)),
    close: () => Promise.resolve(),
  });
}

siteSuite('the stand-in, through the product', overHttp);
siteSuite('[C301] the model site', inTheModel);
