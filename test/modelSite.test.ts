import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aGoal } from './builders.ts';
import type { DeltaEntry } from './modelList.ts';
import { modelSite, toldBadly } from './modelSite.ts';

const rename = (key: string, was: string, to: string) =>
  ({ kind: 'update', list: 'goals', key, fields: { title: { was, to } } }) as const;

/** What contract/siteSuite.ts cannot ask of the stand-in as well. */
describe('the model site', () => {
  it('keeps earlier versions when it is told to, and none otherwise', async () => {
    for (const keepsVersions of [true, false]) {
      const site = modelSite({ keepsVersions });
      const first = await site.create({ kind: 'create', list: 'goals', row: aGoal() }, 'c');
      const second = await site.update(rename('resor', 'Målet resor', 'Två'), first);
      await site.update(rename('resor', 'Två', 'Tre'), second);
      expect(site.versions('goals', 'resor')).toEqual(keepsVersions ? [second, first] : []);
    }
  });

  it('lets a call take time on a clock of the caller’s own, and does the work between there and back', async () => {
    const site = modelSite();
    const waiting: (() => void)[] = [];
    site.travel = () => new Promise((resolve) => void waiting.push(resolve));
    const writing = site.create({ kind: 'create', list: 'goals', row: aGoal() }, 'c');
    expect(site.rows.size).toBe(0);
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(site.rows.size).toBe(1);
    waiting.shift()?.();
    expect((await writing).row.key).toBe('resor');
  });

  it('fails before the work or after it, as the fault says', async () => {
    const site = modelSite();
    for (const isDone of [false, true]) {
      site.faultFor = () => ({ reason: 'unavailable', isDone, retryAfterMs: 5 });
      const row = aGoal({ key: isDone ? 'gjord' : 'ogjord' });
      await expect(site.create({ kind: 'create', list: 'goals', row }, 'c')).rejects.toMatchObject({
        reason: 'unavailable',
        retryAfterMs: 5,
      });
    }
    expect([...site.rows.keys()]).toEqual(['goals\ngjord']);
  });

  it('hands out rows that nobody can change behind its back', async () => {
    const site = modelSite();
    const row = aGoal();
    const stored = await site.create({ kind: 'create', list: 'goals', row }, 'c');
    Object.assign(row, { title: 'Ändrad utanför' });
    expect((await site.find('goals', 'resor'))?.row.title).toBe('Målet resor');
    expect(() => Object.assign(stored.row, { title: 'x' })).toThrow(TypeError);
  });

  it('however badly a delta is told, who keeps each row’s last entry holds what the site holds', async () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      act: fc.constantFrom('write', 'write', 'delete', 'pull', 'expire'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.infiniteStream(fc.nat(999)),
        async (steps, dice) => {
          const site = modelSite();
          const random = () => (dice.next().value ?? 0) / 1000;
          const mine = new Map<string, unknown>();
          const older: DeltaEntry[] = [];
          let token: string | undefined;
          site.tellDelta = (entries) => toldBadly(random, older)(entries);
          const pull = async () => {
            const told = await site.delta('goals', token).catch(() => {
              mine.clear();
              return site.delta('goals');
            });
            for (const entry of told.entries) {
              if (entry.kind === 'gone') mine.delete(entry.itemId);
              else mine.set(entry.stored.itemId, entry.stored);
            }
            older.push(...told.entries);
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
        },
      ),
      { seed: 2023, numRuns: 300 },
    );
  });
});
