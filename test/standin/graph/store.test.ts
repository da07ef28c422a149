import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGraph } from '../../../standin/graph/graph.ts';
import { createTokens } from '../../../standin/tokens.ts';
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

  test('[C27] a person who leaves and comes back keeps the number, and what they wrote keeps its author', async () => {
    const tokens = createTokens('secret');
    const graph = openGraph({ file: ':memory:', verifyToken: (token) => tokens.verify(token) });
    graph.setDirectory(directory);
    const { accessToken } = await tokens.issue({
      person: owner,
      tenantId: directory.tenantId,
      clientId: 'c',
      scopes: ['User.Read', 'Sites.Manage.All'],
    });
    const status = async () => {
      const request = new Request('http://here/v1.0/me', {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      return (await graph.fetch(request)).status;
    };
    expect(await status()).toBe(200);
    graph.setDirectory({ ...directory, people: [] });
    expect(await status()).toBe(403);
    graph.setDirectory(directory);
    expect(await status()).toBe(200);
    graph.close();
  });

  test('[C84] a file of another version is refused with a sentence, and left as it was', () => {
    const file = join(folder, 'graph.sqlite');
    const old = new Database(file);
    old.exec('PRAGMA user_version = 99');
    old.close();
    expect(() => openGraph({ file, verifyToken })).toThrow(
      /another version of the stand-in \(99, this is 1\)/,
    );
    const again = new Database(file);
    expect(again.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
    again.close();
  });
});
