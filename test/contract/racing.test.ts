import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

/** A change whose body is held back until it is let go. */
async function slowChange(list: string, headers: Record<string, string> = {}) {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const body = new ReadableStream({
    async start(stream) {
      stream.enqueue(new TextEncoder().encode('{"Title":'));
      await held;
      stream.enqueue(new TextEncoder().encode('"slow"}'));
      stream.close();
    },
  });
  const answer = fetch(`${contract.origin}/v1.0${list}/items/1/fields`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await contract.token(owner)}`,
      'content-type': 'application/json',
      ...headers,
    },
    body,
    duplex: 'half',
  } as RequestInit);
  // Long enough for the request's head to have come.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return async () => {
    release();
    const { status, ...response } = await answer.then(async (given) => ({
      status: given.status,
      body: (await given.json()) as unknown,
    }));
    return [status, part(response.body, 'error', 'code')];
  };
}

describe('writers without If-Match', () => {
  test('[C98] of two who overlap the later one is 409 resourceModified, and changes nothing', async () => {
    onlyHere('a race cannot be arranged in a tenant');
    const { call, site } = contract;
    const list = await newList(call, site);
    await newItem(call, list, { Title: 'first' });
    const finish = await slowChange(list);
    expect((await call('PATCH', `${list}/items/1/fields`, { Title: 'quick' })).status).toBe(200);
    expect(await finish()).toEqual([409, 'resourceModified']);
    expect((await call('GET', `${list}/items/1/fields`)).text('Title')).toBe('quick');
  });

  test('[C98] with If-Match the same race is decided by the eTag, and one after the other is no race', async () => {
    onlyHere('a race cannot be arranged in a tenant');
    const { call, site } = contract;
    const list = await newList(call, site);
    const etag = (await newItem(call, list, { Title: 'first' })).text('eTag');
    const stale = await slowChange(list, { 'If-Match': etag });
    const any = await slowChange(list, { 'If-Match': '*' });
    for (const Title of ['a', 'b'])
      expect((await call('PATCH', `${list}/items/1/fields`, { Title })).status).toBe(200);
    expect(await stale()).toEqual([412, 'resourceModified']);
    expect((await any())[0]).toBe(200);
  });

  test('[C99] members of a $batch that wait for nothing overlap; dependsOn puts them in order', async () => {
    onlyHere('a race cannot be arranged in a tenant');
    const { call, site } = contract;
    const list = await newList(call, site);
    for (const Title of ['a', 'b']) await newItem(call, list, { Title });
    const change = (id: string, item: number, dependsOn: string[] = []) => ({
      id,
      method: 'PATCH',
      url: `${list}/items/${item}/fields`,
      headers: { 'Content-Type': 'application/json' },
      body: { Title: id },
      dependsOn,
    });
    const statuses = async (requests: object[]) => {
      const responses = part((await call('POST', '/$batch', { requests })).body, 'responses');
      return Array.isArray(responses)
        ? Object.fromEntries(responses.map((one) => [String(part(one, 'id')), part(one, 'status')]))
        : {};
    };
    expect(await statuses([change('1', 1), change('2', 1)])).toEqual({ 1: 200, 2: 409 });
    expect(await statuses([change('3', 2), change('4', 2, ['3'])])).toEqual({ 3: 200, 4: 200 });
  });
});
