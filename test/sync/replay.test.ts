import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Command } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { emptyConfirmed } from '../../src/sync/confirmed.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import { pull } from '../../src/sync/pull.ts';
import { replay } from '../../src/sync/replay.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { modelSite } from '../modelSite.ts';
import { assign, fillSmallOffice, log, service } from './smallOffice.ts';

async function office() {
  const site = modelSite();
  fillSmallOffice(site);
  const confirmed = emptyConfirmed();
  await pull(site, { confirmed, marks: emptyMarks() }, [service], 0);
  return confirmed;
}

const wishes = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('resor', 'avfall', 'okänt'),
      fc.constantFrom('service-kost', 'service-stad', 'service', 'styrelsen', 'ingen'),
    )
    .map(([goalKey, unitKey]) => assign(goalKey, unitKey)),
  fc
    .tuple(
      fc.string({ maxLength: 300 }),
      fc.constantFrom('a-1', 'a-2', 'a-3', 'a-4'),
      fc.constantFrom('service-kost', 'service-stad', 'service', 'ingen'),
    )
    .map(([title, key, unitKey]) => log(title, key, unitKey)),
);

const commands = fc.array(wishes, { maxLength: 12 }).map((all) =>
  all.map((wish, n): Command => ({
    ...wish,
    key: `c-${n}`,
    by: { id: 'anna', name: 'Anna' },
    on: '2023-08-25',
  })),
);

/** Everything in a world as plain data, in one order. */
function contentOf(world: World) {
  const rows = [world.goals, world.stageGoals, world.units, world.assignments, world.activities];
  return rows.map((table) => [...table.values()].sort((a, b) => (a.key < b.key ? -1 : 1)));
}

describe('replay', () => {
  it('[S1] is pure: the same view twice, and the confirmed records untouched', async () => {
    const confirmed = await office();
    fc.assert(
      fc.property(commands, (pending) => {
        const before = contentOf(overlay(confirmed.tables));
        const first = contentOf(replay(confirmed.tables, pending, decide).world);
        expect(contentOf(replay(confirmed.tables, pending, decide).world)).toEqual(first);
        expect(contentOf(overlay(confirmed.tables))).toEqual(before);
      }),
      { seed: 2023, numRuns: 200 },
    );
  });

  it('[S1] the view is each command decided in turn on what the earlier ones left', async () => {
    const confirmed = await office();
    fc.assert(
      fc.property(commands, (pending) => {
        const world = overlay(confirmed.tables);
        const refused: string[] = [];
        for (const command of pending) {
          const answer = decide(command, world);
          if (isRefusal(answer)) refused.push(command.key);
          else for (const change of answer) apply(change, world);
        }
        const replayed = replay(confirmed.tables, pending, decide);
        expect(contentOf(replayed.world)).toEqual(contentOf(world));
        expect([...replayed.refusals.keys()]).toEqual(refused);
      }),
      { seed: 2023, numRuns: 200 },
    );
  });

  it('tells which records are shown but not yet on the site', async () => {
    const confirmed = await office();
    const pending: Command[] = [
      { ...assign('avfall', 'service-kost'), key: 'c-1', by: { id: 'anna', name: 'Anna' }, on: '2023-08-25' },
      { ...log('Rad', 'a-1'), key: 'c-2', by: { id: 'anna', name: 'Anna' }, on: '2023-08-25' },
    ];
    expect([...replay(confirmed.tables, pending, decide).unsent]).toEqual([
      '2023/avfall/service-kost',
      'a-1',
    ]);
  });
});
