import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../src/basics/change.ts';
import { merged } from '../../src/amendments.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { decide, recordsOf } from '../../src/decide.ts';
import { type Confirmed, emptyConfirmed } from '../../src/sync/confirmed.ts';
import { type Doubts, sendRound } from '../../src/sync/outbox.ts';
import { queueOf } from '../../src/sync/queue.ts';
import { replay } from '../../src/sync/replay.ts';
import type { ListName } from '../../src/basics/change.ts';
import { anActivity, kitchen, smallRegion, travel, waste } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';

const year = 2023;
const here = { year, roomKey: 'service' } as const;
const written = ['a-1', 'a-2'];

/** The small region with two activities, on a site and as one tab has read it. */
function office(): { site: ModelSite; confirmed: Confirmed } {
  const site = modelSite();
  const tables = smallRegion();
  for (const list of ['goals', 'units', 'assignments'] as const)
    for (const row of tables[list].values()) site.write(list, row);
  for (const key of written) site.write('activities', anActivity(kitchen, [travel], { key }));
  const confirmed = emptyConfirmed();
  for (const stored of site.rows.values()) confirmed.put(stored);
  return { site, confirmed };
}

const goalKey = fc.constantFrom(travel.key, waste.key, 'okänt');
const unitKey = fc.constantFrom('service-kost', 'service-stad', 'stab');
const activityKey = fc.constantFrom(...written, 'a-3', 'a-4');
const title = fc.constantFrom('Nya recept', 'Ett', ' Två ', '');
const wishes: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ goalKey, unitKey }).map((fields): Wish => ({ do: 'assignGoal', ...fields, ...here })),
  fc
    .record({ goalKey, unitKey, seen: fc.constantFrom('requested' as const, 'assigned' as const) })
    .map((fields): Wish => ({ do: 'withdrawGoal', ...fields, ...here })),
  fc.record({ activityKey, title, unitKey }).map((fields): Wish => ({
    do: 'logActivity',
    ...fields,
    goalKeys: [travel.key],
    kind: 'targeted',
    ...here,
  })),
  fc.record({ activityKey, was: title, to: title }).map(({ activityKey: key, was, to }): Wish => ({
    do: 'changeActivity',
    activityKey: key,
    fields: { title: { was, to } },
    ...here,
  })),
  fc.record({ activityKey, was: fc.boolean() }).map(({ activityKey: key, was }): Wish => ({
    do: 'takeBack',
    of: 'c-0',
    changes: [{ kind: 'update', list: 'activities', key, fields: { removed: { was, to: !was } } }],
    ...here,
  })),
);
const lines = fc.array(wishes, { maxLength: 14 }).map((all) => all.map(signed));
const runs = { seed: 2023, numRuns: 300 };

function signed(wish: Wish, n = 0): Command {
  return frozen({ ...wish, key: `c-${n}`, by: { id: 'anna', name: 'Anna' }, on: '2023-08-25' });
}

/** Whoever writes to it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

const namesOf = (command: Command) => recordsOf(command).map(({ list, key }) => `${list}\n${key}`);

function contentOf(rows: Iterable<{ list: ListName; row: Row; commandKey: string }>): unknown[] {
  return [...rows].map(({ list, row, commandKey }) => ({ list, row, commandKey })).sort(inOrder);
}

function inOrder(a: { list: string; row: Row }, b: { list: string; row: Row }): number {
  return `${a.list}\n${a.row.key}` < `${b.list}\n${b.row.key}` ? -1 : 1;
}

afterEach(() => vi.unstubAllGlobals());

describe('deciding', () => {
  it('[S2] asks no clock and throws no dice, and says the same twice', () => {
    const { confirmed } = office();
    const first: unknown[] = [];
    const second: unknown[] = [];
    fc.assert(
      fc.property(lines, (line) => {
        const { world } = replay(confirmed.tables, line, decide);
        first.push(...line.map((command) => decide(command, world)));
        const none = () => {
          throw new Error('A rule looked at something else than its world');
        };
        vi.stubGlobal('Date', none);
        vi.stubGlobal('performance', { now: none });
        vi.stubGlobal('crypto', { randomUUID: none, getRandomValues: none });
        const random = vi.spyOn(Math, 'random').mockImplementation(none);
        try {
          second.push(...line.map((command) => decide(command, world)));
        } finally {
          random.mockRestore();
          vi.unstubAllGlobals();
        }
      }),
      runs,
    );
    expect(second).toEqual(first);
  });
});

describe('the queue', () => {
  const all = () => true;

  it('never lets two commands at one record at a time, and tells each command once', () => {
    const { confirmed } = office();
    fc.assert(
      fc.property(lines, (line) => {
        const { ready, done, refused } = queueOf(confirmed.tables, line, all, 20);
        const touched = ready.flatMap(({ changes }) =>
          changes.map(
            (change) => `${change.list}\n${change.kind === 'create' ? change.row.key : change.key}`,
          ),
        );
        expect(new Set(touched).size).toBe(touched.length);
        const told = [...ready, ...refused]
          .map(({ command }) => command.key)
          .concat(done.map(({ key }) => key));
        expect(new Set(told).size).toBe(told.length);
      }),
      runs,
    );
  });

  it('keeps the order of each record: nothing goes before what speaks of the same and still waits', () => {
    const { confirmed } = office();
    fc.assert(
      fc.property(lines, (line) => {
        const { ready, done, refused } = queueOf(confirmed.tables, line, all, 1000);
        const over = new Set([...done, ...refused.map(({ command }) => command)].map(({ key }) => key));
        const open = line.filter(({ key }) => !over.has(key));
        for (const { command } of ready) {
          const before = open.slice(0, open.indexOf(command));
          const met = before.filter((one) => namesOf(one).some((name) => namesOf(command).includes(name)));
          expect(met.map(({ key }) => key)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('[S11] leaves alone what cannot be decided yet, and all that speaks of the same after it', () => {
    const { confirmed } = office();
    fc.assert(
      fc.property(lines, fc.nat({ max: 13 }), (line, at) => {
        const unread = line[at];
        if (!unread) return;
        const queue = queueOf(confirmed.tables, line, (command) => command !== unread, 1000);
        const told = new Set([
          ...queue.done.map(({ key }) => key),
          ...queue.refused.map(({ command }) => command.key),
          ...queue.ready.map(({ command }) => command.key),
        ]);
        const after = line
          .slice(at)
          .filter((one) => namesOf(one).some((name) => namesOf(unread).includes(name)));
        expect(after.filter(({ key }) => told.has(key))).toEqual([]);
      }),
      runs,
    );
  });

  it('[A2] lets nobody take the ground from under an earlier command', () => {
    const { confirmed } = office();
    const line: Wish[] = [
      { do: 'assignGoal', goalKey: travel.key, unitKey: 'service-kost', ...here },
      {
        do: 'withdrawGoal',
        goalKey: travel.key,
        unitKey: 'service',
        seen: 'assigned',
        year,
        roomKey: 'styrelsen',
      },
    ];
    const { ready } = queueOf(confirmed.tables, line.map(signed), all, 20);
    expect(ready.map(({ command }) => command.key)).toEqual(['c-0']);
  });
});

describe('sending', () => {
  /** Sends until nothing is left to say; the answers to the first try of everything are lost where it is told so. */
  async function sendAll(line: readonly Command[], losesAnswers: boolean) {
    const { site, confirmed } = office();
    const doubts: Doubts = new Map();
    let waiting = [...line];
    let isLosing = losesAnswers;
    site.faultFor = (call) =>
      isLosing && /^(create|update)/.test(call) ? { reason: 'offline', isDone: true } : undefined;
    const parts = { site, confirmed, doubts, canDecide: () => true, onSending: () => undefined };
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const round = await sendRound(waiting, parts);
      if (round.isIdle) break;
      const over = new Set([...round.done, ...round.stuck.map(({ command }) => command)]);
      waiting = waiting.filter((command) => !over.has(command));
      isLosing = losesAnswers && !isLosing;
    }
    return { rows: contentOf(site.rows.values()), left: waiting.length };
  }

  it('[S4] losing the answer to every other round changes nothing that is stored', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        expect(await sendAll(line, true)).toEqual(await sendAll(line, false));
      }),
      { ...runs, numRuns: 150 },
    );
  });

  it('[S1] what is stored in the end is what the screen showed in the beginning', async () => {
    const { confirmed } = office();
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        const { world, refusals } = replay(confirmed.tables, line, decide);
        if (refusals.size > 0) return;
        const { rows } = await sendAll(line, false);
        const shown = (rows as { list: ListName; row: Row }[]).filter(({ list }) => list === 'activities');
        for (const { row } of shown) expect(world.activities.get(row.key)).toEqual(row);
      }),
      { ...runs, numRuns: 150 },
    );
  });
});

describe('two edits as one', () => {
  const edit = (was: string, to: string) =>
    signed({ do: 'changeActivity', activityKey: 'a-1', fields: { title: { was, to } }, ...here });

  it('[S8] are two where the author saw somebody else’s words between them', () => {
    expect(merged(edit('Ett', 'Två'), edit('Två', 'Tre'))).toMatchObject({
      fields: { title: { was: 'Ett', to: 'Tre' } },
    });
    expect(merged(edit('Ett', 'Två'), edit('Annans', 'Tre'))).toBeUndefined();
  });
});

describe('what other tabs tell', () => {
  it('[S6] brings back no row that this one knows to be gone', () => {
    const { site, confirmed } = office();
    const stored = site.rows.get('activities\na-1');
    if (!stored) throw new Error('It is not there');
    confirmed.removeItem('activities', stored.itemId);
    confirmed.hear(stored);
    expect(confirmed.find('activities', 'a-1')).toBeUndefined();
    confirmed.put(stored);
    expect(confirmed.find('activities', 'a-1')).toBe(stored);
  });

  it('[S6] tells each row’s last word, and as gone only what the site has said is gone', () => {
    const { site, confirmed } = office();
    const [one, other] = written.map((key) => site.rows.get(`activities\n${key}`));
    if (!one || !other) throw new Error('They are not there');
    confirmed.removeItem('activities', one.itemId);
    confirmed.replace('activities', '2023/service', []);
    const { stored, gone } = confirmed.takeNews();
    expect(gone).toEqual([{ list: 'activities', itemId: one.itemId }]);
    expect(stored.some(({ list }) => list === 'activities')).toBe(false);
  });
});

describe('a row that a reading did not find', () => {
  it('[S6] is told as gone when the site says so after that: another tab may hold it', () => {
    const { site, confirmed } = office();
    const stored = site.rows.get(`activities\n${written[0]}`);
    if (!stored) throw new Error('It is not there');
    confirmed.replace('activities', '2023/service', []);
    confirmed.takeNews();
    confirmed.removeItem('activities', stored.itemId);
    expect(confirmed.takeNews().gone).toEqual([{ list: 'activities', itemId: stored.itemId }]);
    confirmed.put(stored);
    expect(confirmed.takeNews().gone).toEqual([]);
  });
});

describe('the chunks on the disk', () => {
  it('[S9] stay as they lie there, so that what is gone from one is nowhere else', () => {
    const { site } = office();
    const rows = [...site.rows.values()];
    const confirmed = emptyConfirmed();
    confirmed.restore([rows.slice(0, 5), rows.slice(5)]);
    expect(confirmed.takeChanged().size).toBe(0);
    const last = rows.at(-1);
    if (!last) throw new Error('There is nothing');
    confirmed.remove(last.list, last.row.key);
    const changed = confirmed.takeChanged();
    expect([...changed.keys()]).toEqual([1]);
    expect(changed.get(1)).toEqual(rows.slice(5, -1));
  });

  it('[S9] are written over where one could not be read or holds what another one holds too', () => {
    const { site } = office();
    const rows = [...site.rows.values()];
    const confirmed = emptyConfirmed();
    confirmed.restore([rows.slice(0, 5), [], rows.slice(4)]);
    const changed = confirmed.takeChanged();
    expect(changed.get(0)).toEqual(rows.slice(0, 4));
    expect(changed.get(1)).toEqual([]);
    expect(changed.has(2)).toBe(false);
  });
});
