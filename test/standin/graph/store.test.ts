import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGraph } from '../../../standin/graph/graph.ts';
import { createTokens } from '../../../standin/tokens.ts';
import { part } from '../../contract/call.ts';
import { directory, owner } from '../../contract/people.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const verifyToken = createTokens('secret').verify;

describe('what is kept', () => {
  test('[C2] the directory is found again after a restart, in a folder that is made when missing', () => {
    const file = join(folder, 'new', 'graph.sqlite');
    const first = openGraph({ file, verifyToken });
    expect(first.directory()).toBeUndefined();
    first.setDirectory(directory);
    first.close();
    const second = openGraph({ file, verifyToken });
    expect(second.directory()).toEqual(directory);
    second.clear();
    expect(second.directory()).toBeUndefined();
    second.close();
  });

  test('[C27] a person who leaves and comes back keeps the number; without a place in the directory nothing opens', async () => {
    const tokens = createTokens('secret');
    const options = {
      file: join(folder, 'graph.sqlite'),
      verifyToken: (token: string) => tokens.verify(token),
    };
    let graph = openGraph(options);
    graph.setDirectory(directory);
    const { accessToken } = await tokens.issue({
      person: owner,
      tenantId: directory.tenantId,
      clientId: 'c',
      scopes: ['Sites.Manage.All'],
    });
    const call = async (path: string, body?: object): Promise<unknown> => {
      const request = new Request(`http://here/v1.0${path}`, {
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
      return (await graph.fetch(request)).json();
    };
    const site = await call(`/sites/${directory.site.hostname}:${directory.site.path}`);
    const list = `/sites/${String(part(site, 'id'))}/lists/L`;
    await call(list.replace('/L', ''), { displayName: 'L' });
    const author = async () => part(await call(`${list}/items`, { fields: {} }), 'fields', 'AuthorLookupId');
    const number = await author();
    expect(number).toMatch(/^\d+$/);
    graph.setDirectory({ ...directory, people: [] });
    expect(part(await call(`${list}/items/1`), 'error', 'code')).toBe('accessDenied');
    graph.close();
    graph = openGraph(options);
    graph.setDirectory({ ...directory, people: directory.people.toReversed() });
    expect(await author()).toBe(number);
    expect(part(await call(`${list}/items/1`), 'createdBy', 'user', 'displayName')).toBe(owner.name);
    graph.close();
  });

  test('[C84] a file of another version is refused with a sentence, and left as it was', () => {
    const file = join(folder, 'graph.sqlite');
    const old = new Database(file);
    old.exec('PRAGMA user_version = 99');
    old.close();
    expect(() => openGraph({ file, verifyToken })).toThrow(
      /another version of the stand-in \(99, this is 2\)/,
    );
    const again = new Database(file);
    expect(again.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
    again.close();
  });
});
