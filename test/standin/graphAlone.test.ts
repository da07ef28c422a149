import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../scripts/demo.ts';
import { callTo, part, type Call } from '../contract/call.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Running = { child: ChildProcess; origin: string; said: string; call: (role: string) => Call };

let folder: string;
let running: Running[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'graph-'));
  running = [];
});
afterEach(async () => {
  for (const { child } of running) await ended(child);
  rmSync(folder, { recursive: true, force: true });
});

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

/** `npm run graph -- …`, until it has said everything, or has ended. */
async function start(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/graph.ts', '--port', '0', ...args], {
    cwd: root,
  });
  let said = '';
  await new Promise<void>((resolve) => {
    const hear = (piece: Buffer) => {
      said += String(piece);
      if (said.includes('Stop with Ctrl+C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => resolve());
  });
  const origin = /^Graph: (\S+)\/v1\.0$/m.exec(said)?.[1] ?? '';
  const call = (role: string) => callTo(origin, new RegExp(`^${role} .*: (\\S+)$`, 'm').exec(said)?.[1]);
  const one = { child, origin, said, call };
  running.push(one);
  return one;
}

const demo = readDemo();
const address = `/sites/${demo.site.hostname}:${demo.site.path}`;

describe('npm run graph', () => {
  it('prints an address and a token for each role that work as they are, and keeps what was written', async () => {
    const first = await start('--data', folder);
    const owner = first.call('owner');
    const site = (await owner('GET', address)).text('id');
    const made = await owner('POST', `/sites/${site}/lists`, { displayName: 'Mine' });
    const items = `/sites/${site}/lists/${made.text('id')}/items`;
    expect((await first.call('member')('POST', items, { fields: { Title: 'kept' } })).status).toBe(201);
    expect((await first.call('visitor')('POST', items, { fields: {} })).status).toBe(403);
    expect(await ended(first.child)).toBe(0);

    const second = await start('--data', folder);
    // The old token still opens: the folder keeps the secret that signed it.
    const old = /^owner .*: (\S+)$/m.exec(first.said)?.[1];
    const kept = await callTo(second.origin, old)('GET', `${items}/1?$expand=fields`);
    expect(kept.text('fields', 'Title')).toBe('kept');
    expect(statSync(path.join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  it('takes people and site from an organisation file, and says what is wrong with one', async () => {
    const file = path.join(folder, 'mine.json');
    writeFileSync(
      file,
      JSON.stringify({ ...demo, site: { ...demo.site, hostname: 'mine.sharepoint.example' } }),
    );
    const mine = await start('--organisation', file);
    const found = await mine.call('owner')('GET', `/sites/mine.sharepoint.example:${demo.site.path}`);
    expect(found.status).toBe(200);
    writeFileSync(file, '{}');
    const wrong = await start('--organisation', file);
    expect(await ended(wrong.child)).toBe(1);
    expect(wrong.said).toContain('mine.json:1: ');
  });

  it.each([
    ['--port', '70000'],
    ['--links', 'elsewhere'],
    ['--limits', 'few'],
    ['--organisation', 'none.json'],
  ])('refuses %s %s in one line', async (...args) => {
    const { child, said } = await start(...args);
    expect(await ended(child)).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('hands out tokens, moves its clock, throttles and fails as it is told, by its own origin alone', async () => {
    const { origin, call } = await start('--links', 'own');
    const post = (where: string, body: unknown, from = origin) =>
      fetch(`${origin}/standin/${where}`, {
        method: 'POST',
        headers: { origin: from },
        body: JSON.stringify(body),
      });
    for (const where of ['token', 'day', 'throttling', 'faults', 'list', 'challenge'])
      expect((await post(where, {}, 'https://elsewhere.example')).status).toBe(403);

    const people = (await (await fetch(`${origin}/standin/people`)).json()) as { id: string; name: string }[];
    const { accessToken } = (await (
      await post('token', { personId: people[1]?.id, scopes: ['User.Read'] })
    ).json()) as { accessToken: string };
    const narrow = callTo(origin, accessToken);
    expect((await narrow('GET', '/me')).text('displayName')).toBe(people[1]?.name);
    expect((await narrow('GET', address)).status).toBe(403);
    expect((await post('token', { personId: 'nobody' })).status).toBe(400);

    const owner = call('owner');
    const site = `/sites/${(await owner('GET', address)).text('id')}`;
    expect((await post('day', { day: '2019-02-03' })).status).toBe(200);
    const list = await owner('POST', `${site}/lists`, { displayName: 'Then' });
    expect(list.text('createdDateTime')).toMatch(/^2019-02-0[234]T/);
    await owner('POST', `${site}/lists`, { displayName: 'Too' });
    const page = await owner('GET', `${site}/lists?$top=1`);
    expect(page.text('@odata.nextLink').startsWith(`${origin}/v1.0/sites/`)).toBe(true);

    expect((await post('throttling', { budgets: { appPerMinute: 1 } })).status).toBe(204);
    expect((await owner('GET', `${site}/lists`)).status).toBe(429);
    expect((await post('throttling', 'none')).status).toBe(204);
    expect((await owner('GET', `${site}/lists`)).status).toBe(200);

    expect((await post('faults', { seed: 1, rates: { unavailable: 1 } })).status).toBe(204);
    expect((await owner('GET', site)).status).toBe(503);
    expect((await post('faults', { seed: 1, rates: { reset: 1 } })).status).toBe(204);
    await expect(owner('GET', site)).rejects.toThrow('fetch failed');
    expect((await post('faults', { seed: 1, rates: { unheardOf: 1 } })).status).toBe(400);
    expect((await post('faults', null)).status).toBe(204);
    expect((await owner('GET', site)).status).toBe(200);
    const used: unknown = await (await fetch(`${origin}/standin/units`)).json();
    expect(part(used, 'units')).toBeGreaterThan(4);
  });
});
