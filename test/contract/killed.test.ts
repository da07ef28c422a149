import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { createTokens } from '../../standin/tokens.ts';
import { callTo, part, type Call } from './call.ts';
import { key, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, directory, everyScope, owner, secret } from './people.ts';

const kills = 50;
/** Processes that have started and wait for their turn: starting takes longer than being killed. */
const ahead = 2;
const root = fileURLToPath(new URL('../..', import.meta.url));

type Child = { open(): Promise<Call>; kill(): Promise<void> };

/** One file of JavaScript, which starts several times faster than the sources do. */
async function bundled(): Promise<string> {
  const outDir = join(root, `.standin/killable-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['libsql'] },
    build: { ssr: 'test/contract/killable.ts', outDir, emptyOutDir: true, target: 'node20' },
  });
  return outDir;
}

function start(script: string, file: string, token: string): Child {
  const child = spawn(process.execPath, [script, file, 'wait'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  return {
    async open() {
      child.stdin.write('open\n');
      const [line]: unknown[] = await once(child.stdout, 'data');
      return callTo(`http://127.0.0.1:${String(line).trim()}`, token);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Batches of five until the connection is gone; what was answered is written down. */
async function writeBatches(call: Call, list: string, name: string, answered: Set<string>): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const requests = Array.from({ length: 5 }, (_, member) => ({
      id: `${name}-${turn}-${member}`,
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { Key: `${name}-${turn}-${member}`, Title: 'made' } },
    }));
    const answer = await call('POST', '/$batch', { requests });
    const responses = part(answer.body, 'responses');
    if (!Array.isArray(responses)) throw new Error('no responses');
    for (const one of responses) if (part(one, 'status') === 201) answered.add(String(part(one, 'id')));
  }
}

async function keysIn(call: Call, list: string): Promise<Set<string>> {
  const page = await call('GET', `${list}/items?$top=5000&$expand=fields($select=Key)`);
  return new Set(page.rows().map((row) => String(part(row, 'fields', 'Key'))));
}

test('[C128] killed with -9 in the middle of a $batch, fifty times: nothing is lost that was answered, and nothing is half', async () => {
  onlyHere('a tenant cannot be killed');
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const file = join(folder, 'graph.sqlite');
  const outDir = await bundled();
  const { accessToken } = await createTokens(secret).issue({
    person: owner,
    tenantId: directory.tenantId,
    clientId,
    scopes: everyScope,
  });
  const waiting: Child[] = [];
  const next = () => start(join(outDir, 'killable.js'), file, accessToken);
  for (let count = 0; count < ahead; count += 1) waiting.push(next());
  const answered = new Set<string>();
  let list = '';
  try {
    for (let round = 0; round <= kills; round += 1) {
      const child = waiting.shift() ?? next();
      if (round + ahead <= kills) waiting.push(next());
      const call = await child.open();
      if (list === '') {
        const site = await call('GET', `/sites/${directory.site.hostname}:${directory.site.path}`);
        list = await newList(call, `/sites/${site.text('id')}`, [key]);
      }
      const found = await keysIn(call, list);
      expect([...answered].filter((name) => !found.has(name))).toEqual([]);
      if (round === kills) {
        await child.kill();
        break;
      }
      const before = answered.size;
      const writers = ['a', 'b'].map((name) =>
        writeBatches(call, list, `${round}${name}`, answered).catch((error: unknown) => error),
      );
      while (answered.size === before) await new Promise((resolve) => setTimeout(resolve, 1));
      // Somewhere within the batches that follow, each time at another place.
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 13));
      await child.kill();
      for (const stop of await Promise.all(writers)) expect(stop).toBeInstanceOf(TypeError);
    }
    expect(answered.size).toBeGreaterThan(kills * 5);
    expectWhole(file);
  } finally {
    await Promise.all(waiting.map((child) => child.kill()));
    rmSync(folder, { recursive: true });
    rmSync(outDir, { recursive: true });
  }
}, 60_000);

/** Every item with its one indexed value and its own place in the change log. */
function expectWhole(file: string): void {
  const database = new Database(file);
  const one = (sql: string) => (database.prepare(sql).all([])[0] as { found: unknown }).found;
  expect(one('SELECT integrity_check AS found FROM pragma_integrity_check')).toBe('ok');
  const unindexed = `SELECT count(*) AS found FROM item WHERE json_extract(fields, '$.Key') IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM item_value WHERE item_value.list = item.list AND item_value.item = item.id
       AND value = json_extract(fields, '$.Key'))`;
  expect(one(unindexed)).toBe(0);
  expect(one('SELECT count(*) - count(DISTINCT sequence) AS found FROM item')).toBe(0);
  database.close();
}
