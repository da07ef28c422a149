import { expect, test } from 'vitest';
import { GraphFailure } from '../../src/graph/failure.ts';
import type { Ask } from '../../src/sync/site.ts';
import type { Records, Stored } from '../../src/world.ts';
import { changes, create, read, update } from '../siteCalls.ts';
import { change, creation, line, type Office } from './office.ts';

const aTally = (year: number): Records['tallies'] => ({
  key: `${year}/service`,
  title: `${year}/service`,
  removed: false,
  year,
  packed: { goals: {}, counted: year, ordinary: 0, waiting: 0, sourceCount: 0, asOf: '' },
});

/** What the product relies on where it asks for several things at once, and for what has changed. */
export function roundSuite(office: () => Office): void {
  const write = (n: number, fields = {}) => create(office().anna, creation(line(n, fields)), `c-${n}`);
  const changesSince = (since?: string) => changes(office().bo, 'activities', since);
  const byItem = (stored: readonly Stored[]) => new Map(stored.map((one) => [one.itemId, one] as const));

  test('[C301] changes since nothing bring every row, and a token for what comes after', async () => {
    const rows = [await write(1), await write(2)];
    const first = await changesSince();
    expect(byItem(first.stored)).toEqual(byItem(rows));
    expect(first).toMatchObject({ gone: [], setAside: [] });
    expect(await changesSince(first.token)).toMatchObject({ stored: [], gone: [], setAside: [] });
  });

  test('[C301] a token brings what changed since, in its latest state, and the numbers of what is gone', async () => {
    const [one, two] = [await write(1), await write(2), await write(3)];
    const { token } = await changesSince();
    const changed = await update(office().anna, change('a-1', 'Rad 1', 'En'), one);
    const again = await update(office().anna, change('a-1', 'En', 'Två'), changed);
    const four = await write(4);
    await office().removeByHand('activities', 'a-2');
    const since = await changesSince(token);
    expect(byItem(since.stored)).toEqual(byItem([again, four]));
    expect(since.gone).toEqual([two.itemId]);
    expect(await changesSince(since.token)).toMatchObject({ stored: [], gone: [] });
    // A token may be used again: nobody knows whether an answer has arrived.
    expect(await changesSince(token)).toMatchObject({ stored: since.stored, gone: since.gone });
  });

  test('[C301] latest gives a token and no rows', async () => {
    await write(1);
    const { stored, token } = await changesSince('latest');
    expect(stored).toEqual([]);
    const two = await write(2);
    expect((await changesSince(token)).stored).toEqual([two]);
  });

  test('[C301] a token that is too old is 410, and reading anew brings everything', async () => {
    const row = await write(1);
    const { token } = await changesSince();
    await office().expireTokens('activities');
    await expect(changesSince(token)).rejects.toMatchObject({ reason: 'notFound', status: 410 });
    expect((await changesSince()).stored).toEqual([row]);
  });

  test('[C52] rows are asked for by unit and by year as well', async () => {
    const { anna, bo } = office();
    const [here] = [await write(1), await write(2, { unitShelf: '2023/service-stad' })];
    expect((await read(bo, ['activities', { unitShelf: '2023/service-kost' }])).stored).toEqual([here]);
    for (const year of [2022, 2023])
      await create(anna, { kind: 'create', list: 'tallies', row: aTally(year) }, `c-${year}`);
    const { stored } = await read(bo, ['tallies', { year: 2023 }]);
    expect(stored.map(({ row }) => row)).toEqual([aTally(2023)]);
    expect((await read(bo, ['tallies', { year: 2024 }])).stored).toEqual([]);
  });

  test('[C62] each ask of a round succeeds or fails by itself, and answers come in the order of the asks', async () => {
    const [one, two] = [await write(1), await write(2)];
    await update(office().anna, change('a-2', 'Rad 2', 'Ny'), two);
    const asks: Ask[] = [
      { ask: 'update', change: change('a-2', 'Rad 2', 'Min'), over: two },
      { ask: 'find', list: 'activities', key: 'a-1' },
      { ask: 'create', change: creation(line(1)), commandKey: 'c-9' },
      { ask: 'create', change: creation(line(3)), commandKey: 'c-3' },
      { ask: 'find', list: 'activities', key: 'nothing' },
    ];
    const [stale, found, taken, made, nothing] = await office().bo.talk(asks);
    expect([stale, taken].map((answer) => answer instanceof GraphFailure && answer.reason)).toEqual([
      'conflict',
      'invalid',
    ]);
    expect(found).toMatchObject({ stored: [one], gone: [], setAside: [] });
    expect(made).toMatchObject({ stored: [{ row: line(3), commandKey: 'c-3' }] });
    expect(nothing).toMatchObject({ stored: [] });
    expect((await read(office().anna, ['activities'])).stored).toHaveLength(3);
  });

  test('[C64] more than twenty asks are answered like a few', async () => {
    const asks = Array.from({ length: 45 }, (_, n): Ask => ({
      ask: 'create',
      change: creation(line(n)),
      commandKey: `c-${n}`,
    }));
    const answers = await office().anna.talk(asks);
    const keys = answers.map((answer) =>
      answer instanceof GraphFailure ? answer : answer.stored[0]?.row.key,
    );
    expect(keys).toEqual(asks.map((_, n) => `a-${n}`));
  });

  test('a round of nothing asks nothing', async () => {
    expect(await office().anna.talk([])).toEqual([]);
  });

  test('[C301] between a token and rows of a later round nothing is missed, whatever is written meanwhile', async () => {
    await write(1);
    const { token } = await changesSince('latest');
    const meanwhile = await write(2);
    const { stored } = await read(office().bo, ['activities', { shelf: '2023/service' }]);
    expect(stored).toContainEqual(meanwhile);
    const later = await write(3);
    expect(byItem((await changesSince(token)).stored)).toEqual(byItem([meanwhile, later]));
  });

  test('[C62] rows are read although the changes of their list are refused in the same round', async () => {
    const row = await write(1);
    const { token } = await changesSince();
    await office().expireTokens('activities');
    const [changed, rows] = await office().bo.talk([
      { ask: 'changes', list: 'activities', since: token },
      { ask: 'rows', list: 'activities' },
    ]);
    expect(changed instanceof GraphFailure && changed.status).toBe(410);
    expect(rows).toMatchObject({ stored: [row] });
  });
}
