import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { part, type Call } from './call.ts';
import { startChild } from './child.ts';
import { key, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { directory } from './people.ts';
import { startContract } from './server.ts';

/** What was answered before the kill: Key to Title. */
type Answered = Map<string, string>;

/** Creates one by one, and changes every other row, until the connection is gone. */
async function writeSingly(call: Call, list: string, name: string, answered: Answered): Promise<void> {
  for (let at = 0; ; at += 1) {
    const Key = `${name}-${at}`;
    const made = await call('POST', `${list}/items`, { fields: { Key, Title: 'made' } });
    answered.set(Key, 'made');
    if (at % 2 === 0) continue;
    // Until the answer is there, either title may be found.
    answered.delete(Key);
    await call('PATCH', `${list}/items/${made.text('id')}/fields`, { Title: 'changed' });
    answered.set(Key, 'changed');
  }
}

async function writeBatches(call: Call, list: string, name: string, answered: Answered): Promise<void> {
  for (let at = 0; ; at += 1) {
    const requests = Array.from({ length: 20 }, (_, member) => ({
      id: `${name}-${at}-${member}`,
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { Key: `${name}-${at}-${member}`, Title: 'made' } },
    }));
    const answer = await call('POST', '/$batch', { requests });
    const responses = part(answer.body, 'responses');
    if (!Array.isArray(responses)) throw new Error('no responses');
    for (const one of responses)
      if (part(one, 'status') === 201) answered.set(String(part(one, 'id')), 'made');
  }
}

test('[C84] whatever was answered survives kill -9', async () => {
  onlyHere('a process that can be killed');
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const file = join(folder, 'graph.sqlite');
  const answered: Answered = new Map();
  let list = '';
  for (let round = 0; round < 3; round += 1) {
    const { child, call } = await startChild(file);
    if (list === '') {
      const site = await call('GET', `/sites/${directory.site.hostname}:${directory.site.path}`);
      list = await newList(call, `/sites/${site.text('id')}`, [key]);
    }
    const enough = answered.size + 400 + round * 100;
    const writers = [
      ...['a', 'b', 'c'].map((name) => writeSingly(call, list, `${round}${name}`, answered)),
      writeBatches(call, list, `${round}d`, answered),
    ].map((writer) => writer.catch((error: unknown) => error));
    const progress = setInterval(() => {
      if (answered.size >= enough) child.kill('SIGKILL');
    }, 1);
    const stops = await Promise.all(writers);
    clearInterval(progress);
    // Every writer stopped because the connection broke, not because of a wrong answer.
    for (const stop of stops) expect(stop).toBeInstanceOf(TypeError);
    expect(child.signalCode ?? (await once(child, 'exit'))[1]).toBe('SIGKILL');
  }

  const reopened = await startContract({ file });
  const found: Answered = new Map();
  let path = `${list}/items?$top=5000&$expand=fields($select=Key,Title)`;
  while (path !== '') {
    const page = await reopened.call('GET', path);
    for (const row of page.rows())
      found.set(String(part(row, 'fields', 'Key')), String(part(row, 'fields', 'Title')));
    const next = part(page.body, '@odata.nextLink');
    path = typeof next === 'string' ? next.replace('https://graph.microsoft.com/v1.0', '') : '';
  }
  expect(answered.size).toBeGreaterThan(1500);
  expect([...answered].filter(([Key, title]) => found.get(Key) !== title)).toEqual([]);
  // The index tells the same story as the rows.
  const sample = [...answered.keys()].filter((_, at) => at % 100 === 0);
  for (const Key of sample) {
    expect((await reopened.call('GET', `${list}/items?$filter=fields/Key eq '${Key}'`)).rows()).toHaveLength(
      1,
    );
  }
  await reopened.close();
  rmSync(folder, { recursive: true });
});
