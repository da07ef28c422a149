import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

describe('every answer', () => {
  test('[C77] a refusal is the envelope with code, message, date and request ids', async () => {
    const { call, site } = contract;
    const answer = await call('GET', `${site}/lists/Nothing`, undefined, { 'client-request-id': 'mine' });
    expect(answer.body).toEqual({
      error: {
        code: 'itemNotFound',
        message: 'The specified list was not found',
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          'request-id': expect.stringMatching(guid),
          'client-request-id': 'mine',
        },
      },
    });
    expect(answer.headers.get('request-id')).toBe(answer.text('error', 'innerError', 'request-id'));
  });

  test('[C78] the headers of Graph are on every answer, and client-request-id comes back', async () => {
    const { call, anonymous } = contract;
    const id = '00000000-1111-4222-8333-444444444444';
    for (const answer of [
      await call('GET', '/me', undefined, { 'client-request-id': id }),
      await anonymous('GET', '/me', undefined, { 'client-request-id': id }),
      await call('GET', '/nothing', undefined, { 'client-request-id': id }),
    ]) {
      const { headers } = answer;
      expect(headers.get('request-id')).toMatch(guid);
      expect(headers.get('client-request-id')).toBe(id);
      expect(headers.get('odata-version')).toBe('4.0');
      expect(headers.get('content-type')).toMatch(/^application\/json;odata\.metadata=minimal/);
      expect(headers.get('cache-control')).toContain('no-store');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
      expect(headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    }
  });

  test('[C79] CORS: any origin, exactly the recorded exposed headers, and a preflight without a token', async () => {
    const { origin, anonymous } = contract;
    const headers = { origin: 'https://tab.example' };
    const refused = await anonymous('GET', '/me', undefined, headers);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toBe(
      'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After, SdkVersion, WWW-Authenticate',
    );
    const asked = await fetch(`${origin}/v1.0/me`, {
      method: 'OPTIONS',
      headers: {
        ...headers,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,if-match,prefer',
      },
    });
    expect(asked.ok).toBe(true);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(asked.headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,if-match,prefer',
    );
  });

  test('[C80] an unknown path or option is 501, names itself and is logged', async () => {
    onlyHere('what the stand-in leaves out');
    const { call, site, refused } = contract;
    const list = await newList(call, site);
    for (const [path, named] of [
      ['/planner/tasks', '/v1.0/planner'],
      [`${site}/analytics`, '/analytics'],
      [`${list}/items/1/analytics`, '/analytics'],
      [`${list}/items/delta?$filter=fields/Title eq 'x'`, "'$filter'"],
      ['/sites/region.sharepoint.example:/sites/goals:/lists', ':/lists'],
      [`${list}/items?$search=x`, "'$search'"],
      [`${list}/items?expand=fields`, "'expand'"],
      [`${list}?$top=1`, "'$top'"],
      ['/me?$expand=manager', "'$expand'"],
      [`${list}?$expand=items`, 'items'],
    ] as const) {
      const answer = await call('GET', path);
      expect([answer.status, answer.text('error', 'code')]).toEqual([501, 'notImplemented']);
      expect(answer.text('error', 'message')).toContain(named);
      expect(refused.at(-1)).toMatch(/^501 notImplemented GET \/v1\.0\//);
    }
    const plain = await call('GET', '/me', undefined, { accept: 'application/json;odata.metadata=none' });
    expect(plain.status).toBe(501);
    expect((await call('PATCH', list, { description: 'x' }, { 'If-Match': '"x"' })).status).toBe(501);
  });

  test('[C81] an unknown method on a known path is 405 and says which are allowed', async () => {
    onlyHere('nobody tries DELETE /me on real people');
    const { call, site } = contract;
    for (const [method, path, allow] of [
      ['DELETE', '/me', 'GET'],
      ['GET', '/$batch', 'POST'],
      ['PUT', `${site}/lists`, 'GET, POST'],
      ['PATCH', site, 'GET'],
    ] as const) {
      const answer = await call(method, path);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
      expect(answer.text('error', 'code')).toBe('methodNotAllowed');
    }
  });

  test('[C82] a body that is no JSON object, or says that it is something else, is 400', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    for (const body of [
      '{',
      '',
      '[]',
      'null',
      '"x"',
      '1',
      '{"fields":[]}',
      '{"fields":null}',
      '{"fields":{"Title":{}}}',
    ]) {
      for (const [method, path] of [
        ['POST', '/items'],
        ['POST', '/columns'],
        ['PATCH', ''],
      ] as const) {
        const answer = await call(method, `${list}${path}`, body);
        expect([answer.status, typeof answer.text('error', 'code')]).toEqual([400, 'string']);
      }
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
      const answer = await call('POST', `${list}/items`, '{"fields":{}}', { 'content-type': type });
      expect(answer.status).toBe(400);
    }
    const charset = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await call('POST', `${list}/items`, '{"fields":{}}', charset)).status).toBe(201);
    expect((await call('POST', `${list}/items`)).status).toBe(400);
  });

  test('[C83] a body over 4 MB is 413, with or without a stated length', async () => {
    const { call, site, origin, token } = contract;
    const list = await newList(call, site);
    const large = JSON.stringify({ fields: { Title: 'x'.repeat(5 * 1024 * 1024) } });
    const stated = await call('POST', `${list}/items`, large);
    expect([stated.status, typeof stated.text('error', 'message')]).toEqual([413, 'string']);
    const streamed = await fetch(`${origin}/v1.0${list}/items`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(owner)}`, 'content-type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    await streamed.text();
    expect((await call('GET', `${list}/items`)).rows()).toEqual([]);
  });
});
