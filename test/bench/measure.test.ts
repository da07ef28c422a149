import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countingFetch, unitsOf } from '../../bench/countingFetch.ts';
import { interleaved, medianOf, ratioOf } from '../../bench/measure.ts';
import { record } from '../../bench/report.ts';

describe('measuring', () => {
  it('runs each case once a round, and another one first in each', async () => {
    const ran: string[] = [];
    const cases = ['a', 'b', 'c'].map((name) => ({
      name,
      run: (round: number) => {
        ran.push(`${round}${name}`);
        return Promise.resolve({ units: round });
      },
    }));
    const measured = await interleaved(cases, 3);
    expect(ran).toEqual(['0a', '0b', '0c', '1b', '1c', '1a', '2c', '2a', '2b']);
    expect(measured.map(({ name, ms, counted }) => [name, ms.length, counted.units])).toEqual([
      ['a', 3, 2],
      ['b', 3, 2],
      ['c', 3, 2],
    ]);
  });

  it('takes the middle, or the mean of the two middle ones', () => {
    expect([medianOf([9, 1, 5]), medianOf([4, 1, 3, 2]), medianOf([7])]).toEqual([5, 2.5, 7]);
    expect([ratioOf(410, 100), ratioOf(4000, 10)]).toEqual(['4.1×', '400×']);
  });

  it('counts resource units as Microsoft does', () => {
    const list = '/v1.0/sites/a,b,c/lists/1';
    const counts = [
      ['GET', '/v1.0/me', 0],
      ['GET', '/v1.0/sites/a,b,c', 1],
      ['GET', list, 1],
      ['GET', `${list}/items/1`, 1],
      ['GET', `${list}/items?$top=5000`, 2],
      ['GET', `${list}/items/delta`, 2],
      ['GET', `${list}/items/delta?token=x`, 1],
      ['POST', `${list}/items`, 2],
      ['PATCH', `${list}/items/1/fields`, 2],
      ['DELETE', `${list}/items/1`, 2],
      ['GET', `${list}/permissions`, 5],
    ] as const;
    for (const [method, address, units] of counts)
      expect([address, unitsOf(method, address)]).toEqual([address, units]);
  });

  it('counts round trips, bytes, and the members of a batch one by one', async () => {
    const { fetch, used } = countingFetch(() => Promise.resolve(new Response('åäö')));
    const write = { method: 'POST', url: '/sites/a,b,c/lists/1/items', body: {} };
    const requests = [write, write, { method: 'GET', url: 'sites/a,b,c' }];
    const answer = await fetch('http://127.0.0.1/v1.0/$batch', {
      method: 'POST',
      body: JSON.stringify({ requests }),
    });
    expect(await answer.text()).toBe('åäö');
    expect(used()).toEqual({ requests: 1, units: 5, bytes: 6 });
    expect(used()).toEqual({ requests: 0, units: 0, bytes: 0 });
  });

  it('writes a section in the place of the old one, and leaves the others', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'results-'));
    const file = path.join(folder, 'RESULTS.md');
    const section = (name: string, measured: string) => ({
      name,
      says: 'Words.',
      rows: [{ what: 'A thing', goal: '≤ 5 ms', measured, holds: false }],
    });
    record(section('B', 'old'), 'npm run bench', file);
    record(section('A', 'first'), 'npm run bench', file);
    record(section('B', 'new'), 'npm run bench -- --only b', file);
    const text = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    expect(text.match(/^## .+$/gm)).toEqual(['## A', '## B']);
    expect(text).toContain('| A thing | ≤ 5 ms | new | **no** |');
    expect(text).not.toContain('old');
    expect(text).toMatch(/· Node \d+\.\d+\.\d+ · repeat with `npm run bench -- --only b`/);
  });
});
