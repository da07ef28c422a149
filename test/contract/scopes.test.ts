import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

/** Each from the least to the most; a call is open from the named one on. */
const ladder = ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'];

describe('the scopes of each call', () => {
  test('[C119] a call is open from its documented scope on, and shut below it', async () => {
    onlyHere('a token of exactly these scopes');
    const { call, site } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    const calls = [
      ['Sites.Read.All', 'GET', site],
      ['Sites.Read.All', 'GET', `${site}/lists`],
      ['Sites.Read.All', 'GET', list],
      ['Sites.Read.All', 'GET', `${list}/columns`],
      ['Sites.Read.All', 'GET', `${list}/columns/Title`],
      ['Sites.Read.All', 'GET', `${list}/items`],
      ['Sites.Read.All', 'GET', `${list}/items/1`],
      ['Sites.Read.All', 'GET', `${list}/items/1/fields`],
      ['Sites.Read.All', 'GET', `${list}/items/1/versions`],
      ['Sites.Read.All', 'GET', `${list}/items/1/versions/1.0`],
      ['Sites.Read.All', 'GET', `${list}/items/delta`],
      ['Sites.ReadWrite.All', 'POST', `${list}/items`],
      ['Sites.ReadWrite.All', 'PATCH', `${list}/items/1`],
      ['Sites.ReadWrite.All', 'PATCH', `${list}/items/1/fields`],
      ['Sites.ReadWrite.All', 'POST', `${list}/items/1/versions/1.0/restoreVersion`],
      ['Sites.Manage.All', 'POST', `${list}/columns`],
      ['Sites.Manage.All', 'PATCH', `${list}/columns/Title`],
      ['Sites.Manage.All', 'PATCH', list],
      ['Sites.FullControl.All', 'GET', `${site}/permissions`],
      ['Sites.FullControl.All', 'GET', `${list}/permissions`],
    ] as const;
    for (const scope of [
      'Files.ReadWrite.All',
      'Sites.Selected',
      'Lists.SelectedOperations.Selected',
      ...ladder,
    ]) {
      const as = await contract.as(owner, [scope]);
      for (const [least, method, path] of calls) {
        const { status } = await as(method, path, method === 'GET' ? undefined : {});
        const isOpen = ladder.indexOf(scope) >= ladder.indexOf(least);
        // What the empty body is worth is not asked here, only whether the door was open.
        expect([scope, method, path, status === 403]).toEqual([scope, method, path, !isOpen]);
      }
    }
  });
});
