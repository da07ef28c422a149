import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aGoal } from './builders.ts';
import { GraphFailure } from '../src/graph/failure.ts';
import type { Ask } from '../src/sync/site.ts';
import type { Stored } from '../src/world.ts';
import { modelSite } from './modelSite.ts';
import { changes, create, find, update } from './siteCalls.ts';

const rename = (key: string, was: string, to: string) =>
  ({ kind: 'update', list: 'goals', key, fields: { title: { was, to } } }) as const;

/** What contract/siteSuite.ts cannot ask of the stand-in as well. */
describe('the model site', () => {
  it('keeps earlier versions when it is told to, and none otherwise', async () => {
    for (const keepsVersions of [true, false]) {
      const site = modelSite({ keepsVersions });
      const first = await create(site, { kind: 'create', list: 'goals', row: aGoal() }, 'c');
      const second = await update(site, rename('resor', 'Målet resor', 'Två'), first);
      await update(site, rename('resor', 'Två', 'Tre'), second);
      expect(site.versions('goals', 'resor')).toEqual(keepsVersions ? [second, first] : []);
    }
  });

  it('lets a call take time on a clock of the caller’s own, and does the work between there and back', async () => {
    const site = modelSite();
    const waiting: (() => void)[] = [];
    site.travel = () => new Promise((resolve) => void waiting.push(resolve));
    const writing = create(site, { kind: 'create', list: 'goals', row: aGoal() }, 'c');
    expect(site.rows.size).toBe(0);
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(site.rows.size).toBe(1);
    waiting.shift()?.();
    expect((await writing).row.key).toBe('resor');
  });

  it('stamps rows with its clock, in whole seconds, and with one moment when it has none', async () => {
    const site = modelSite({ now: () => new Date('2023-09-01T10:11:12.345Z') });
    site.write('goals', aGoal());
    expect(site.rows.get('goals\nresor')?.changedAt).toBe('2023-09-01T10:11:12Z');
    const still = modelSite();
    still.write('goals', aGoal());
    expect(still.rows.get('goals\nresor')?.changedAt).toBe('2023-08-25T08:00:00Z');
  });

  it('fails one ask of a round before its work or after it, as the fault says', async () => {
    const site = modelSite();
    for (const isDone of [false, true]) {
      site.faultFor = (call) =>
        call === 'create goals' ? { reason: 'unavailable', isDone, retryAfterMs: 5 } : undefined;
      const row = aGoal({ key: isDone ? 'gjord' : 'ogjord' });
      await expect(create(site, { kind: 'create', list: 'goals', row }, 'c')).rejects.toMatchObject({
        reason: 'unavailable',
        retryAfterMs: 5,
      });
    }
    expect([...site.rows.keys()]).toEqual(['goals\ngjord']);
  });

  it('loses the answer of a whole round, with all of its work done or none', async () => {
    const site = modelSite();
    const asks: Ask[] = [
      { ask: 'create', change: { kind: 'create', list: 'goals', row: aGoal() }, commandKey: 'c' },
      { ask: 'find', list: 'goals', key: 'resor' },
    ];
    for (const isDone of [false, true]) {
      site.faultFor = (call) => (call === 'talk' ? { reason: 'offline', isDone } : undefined);
      await expect(site.talk(asks)).rejects.toBeInstanceOf(GraphFailure);
      expect(site.rows.size).toBe(isDone ? 1 : 0);
    }
    expect(site.calls.slice(0, 3)).toEqual(['talk', 'create goals', 'find goals']);
  });

  it('takes rows first and changes last, in whatever order they are asked: a site promises none', async () => {
    const site = modelSite();
    const asked: string[] = [];
    site.faultFor = (call) => void asked.push(call);
    await site.talk([
      { ask: 'changes', list: 'goals' },
      { ask: 'find', list: 'goals', key: 'resor' },
      { ask: 'rows', list: 'goals' },
    ]);
    expect(asked).toEqual(['talk', 'rows goals', 'find goals', 'changes goals']);
  });

  it('hands out rows that nobody can change behind its back', async () => {
    const site = modelSite();
    const row = aGoal();
    const stored = await create(site, { kind: 'create', list: 'goals', row }, 'c');
    Object.assign(row, { title: 'Ändrad utanför' });
    expect((await find(site, 'goals', 'resor'))?.row.title).toBe('Målet resor');
    expect(() => Object.assign(stored.row, { title: 'x' })).toThrow(TypeError);
  });

  it('whoever keeps asking for changes holds what the site holds', async () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      act: fc.constantFrom('write', 'write', 'delete', 'pull', 'expire'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const site = modelSite();
        const mine = new Map<string, Stored>();
        let token: string | undefined;
        const pull = async () => {
          const told = await changes(site, 'goals', token).catch(() => {
            mine.clear();
            return changes(site, 'goals');
          });
          for (const itemId of told.gone) mine.delete(itemId);
          for (const stored of told.stored) mine.set(stored.itemId, stored);
          ({ token } = told);
        };
        for (const [n, { key, act }] of steps.entries()) {
          if (act === 'write') site.write('goals', aGoal({ key, title: `Steg ${n}` }));
          else if (act === 'delete') site.delete('goals', key);
          else if (act === 'expire') site.expire('goals');
          else await pull();
        }
        await pull();
        const theirs = [...site.rows.values()].map((stored) => [stored.itemId, stored] as const);
        expect(mine).toEqual(new Map(theirs));
      }),
      { seed: 2023, numRuns: 300 },
    );
  });
});
