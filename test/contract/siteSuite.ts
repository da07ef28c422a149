import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListName } from '../../src/basics/change.ts';
import type { Stored } from '../../src/world.ts';
import { aGoal, anActivity, kitchen, service, travel } from '../builders.ts';
import type { DeltaSite } from '../modelSite.ts';

/** A site as two people see it, and somebody's hand at work behind both. */
export type Office = {
  readonly anna: DeltaSite;
  readonly bo: DeltaSite;
  removeByHand(list: ListName, key: string): Promise<void>;
  /** Makes the delta tokens that were given so far too old. */
  expireTokens(list: ListName): Promise<void>;
  close(): Promise<void>;
};

const line = (n: number, fields: Partial<ReturnType<typeof anActivity>> = {}) =>
  anActivity(kitchen, [travel], { key: `a-${n}`, title: `Rad ${n}`, ...fields });
const creation = (row: ReturnType<typeof line>) => ({ kind: 'create', list: 'activities', row }) as const;
const change = (key: string, was: string, to: string | null, field = 'title') =>
  ({ kind: 'update', list: 'activities', key, fields: { [field]: { was, to } } }) as const;

/** What the product relies on, asked of whatever claims to be a site: the stand-in, and the model that replaces it. */
export function siteSuite(name: string, open: () => Promise<Office>): void {
  describe(`${name}: a site`, () => {
    let office: Office;
    beforeEach(async () => {
      office = await open();
    });
    afterEach(() => office.close());
    const write = (n: number, commandKey = 'c-1') => office.anna.create(creation(line(n)), commandKey);
    const found = (key: string) => office.bo.find('activities', key);

    test('[C24] a created row comes back whole, and others find it by key', async () => {
      const row = line(1, {
        due: '2023-08-31',
        description: 'Rad ett\nrad två',
        goalKeys: ['avfall', 'resor'],
      });
      const stored = await office.anna.create(creation(row), 'c-1');
      expect(stored).toMatchObject({ list: 'activities', row, itemId: '1', commandKey: 'c-1' });
      expect(await found('a-1')).toEqual(stored);
      expect(await found('a-2')).toBeUndefined();
    });

    test('[C34] a key that is taken is refused as invalid, whatever the case, and nothing is stored', async () => {
      const stored = await write(1);
      for (const row of [line(1, { title: 'En annan' }), line(1, { key: 'A-1' })])
        await expect(office.bo.create(creation(row), 'c-2')).rejects.toMatchObject({
          reason: 'invalid',
          status: 400,
        });
      expect(await found('a-1')).toEqual(stored);
      expect((await office.anna.read([{ list: 'activities' }])).stored).toHaveLength(1);
    });

    test('[C34] of creates that race for one key exactly one is stored', async () => {
      const racers = [office.anna, office.bo, office.anna, office.bo].map((site, n) =>
        site.create(creation(line(1, { title: `Tävlande ${n}` })), `c-${n}`),
      );
      const ended = await Promise.allSettled(racers);
      const won = ended.filter((one) => one.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await found('a-1')).toEqual(won[0]?.value);
    });

    test('[C38] a change touches the fields that it names, empties with null, and keeps whose creation it was', async () => {
      const stored = await office.anna.create(creation(line(1, { description: 'Först' })), 'c-1');
      const changed = await office.bo.update(
        {
          ...change('a-1', 'Rad 1', 'Ny'),
          fields: { title: { was: 'Rad 1', to: 'Ny' }, description: { was: 'Först', to: null } },
        },
        stored,
      );
      expect(changed).toEqual({
        ...stored,
        etag: changed.etag,
        row: { ...stored.row, title: 'Ny', description: null },
      });
      expect(await found('a-1')).toEqual(changed);
    });

    test('[C40] every write gives another version, also one that changes nothing', async () => {
      const first = await write(1);
      const second = await office.anna.update(change('a-1', 'Rad 1', 'Rad 1'), first);
      const third = await office.anna.update(change('a-1', 'Rad 1', 'Rad 1'), second);
      expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3);
    });

    test('[C41] writing over a version that no longer stands is a conflict, and changes nothing', async () => {
      const stale = await write(1);
      const newer = await office.bo.update(change('a-1', 'Rad 1', 'Bos'), stale);
      await expect(office.anna.update(change('a-1', 'Rad 1', 'Annas'), stale)).rejects.toMatchObject({
        reason: 'conflict',
        status: 412,
      });
      expect(await found('a-1')).toEqual(newer);
    });

    test('[C42] of changes that race over one version exactly one wins', async () => {
      const stored = await write(1);
      const ended = await Promise.allSettled(
        [office.anna, office.bo, office.anna, office.bo].map((site, n) =>
          site.update(change('a-1', 'Rad 1', `Tävlande ${n}`), stored),
        ),
      );
      const won = ended.filter((one) => one.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await found('a-1')).toEqual(won[0]?.value);
    });

    test('[C43] a row that somebody removed is gone from every reading, and cannot be changed', async () => {
      const stored = await write(1);
      await write(2);
      await office.removeByHand('activities', 'a-1');
      expect(await found('a-1')).toBeUndefined();
      const { stored: rows } = await office.bo.read([{ list: 'activities' }]);
      expect(rows.map(({ row }) => row.key)).toEqual(['a-2']);
      await expect(office.anna.update(change('a-1', 'Rad 1', 'Ny'), stored)).rejects.toMatchObject({
        reason: 'notFound',
        status: 404,
      });
    });

    test('[C44] a removed key may be used again, and the new row is another one', async () => {
      const stored = await write(1);
      await office.removeByHand('activities', 'a-1');
      const again = await write(1, 'c-2');
      expect(again.itemId).not.toBe(stored.itemId);
      expect(again.commandKey).toBe('c-2');
      await expect(office.anna.update(change('a-1', 'Rad 1', 'Ny'), stored)).rejects.toMatchObject({
        reason: 'notFound',
      });
    });

    test('[C52] a shelf brings exactly what stands on it now', async () => {
      const moving = await write(1);
      await write(2);
      await office.anna.create(creation(line(3, { shelf: '2022/service' })), 'c-3');
      await office.anna.create({ kind: 'create', list: 'goals', row: aGoal() }, 'c-4');
      const keysOn = async (shelf: string) =>
        (await office.bo.read([{ list: 'activities', shelf }])).stored.map(({ row }) => row.key);
      const here = `2023/${service.key}`;
      expect(await keysOn(here)).toEqual(['a-1', 'a-2']);
      await office.anna.update(change('a-1', here, '2022/service', 'shelf'), moving);
      expect(await keysOn(here)).toEqual(['a-2']);
      expect(await keysOn('2022/service')).toEqual(['a-1', 'a-3']);
      const both = await office.bo.read([{ list: 'goals' }, { list: 'activities', shelf: here }]);
      expect(both.stored.map(({ list }) => list)).toEqual(['goals', 'activities']);
    });

    test('[C54] a key and a shelf are found in any case', async () => {
      const stored = await write(1);
      expect(await found('A-1')).toEqual(stored);
      const { stored: rows } = await office.bo.read([{ list: 'activities', shelf: '2023/SERVICE' }]);
      expect(rows).toEqual([stored]);
    });

    deltas(() => office, write);
  });
}

function deltas(office: () => Office, write: (n: number, commandKey?: string) => Promise<Stored>): void {
  const told = async (token?: string) => {
    const { entries, token: next } = await office().bo.delta('activities', token);
    // The last entry of a row is the one that holds.
    const last = new Map<string, Stored | 'gone'>();
    for (const entry of entries) {
      if (entry.kind === 'gone') last.set(entry.itemId, 'gone');
      else last.set(entry.stored.itemId, entry.stored);
    }
    return { rows: last, token: next };
  };

  test('[C301] a delta without a token brings every row, and a token for what comes after', async () => {
    const rows = [await write(1), await write(2)];
    const first = await told();
    expect([...first.rows.values()]).toEqual(rows);
    expect((await told(first.token)).rows.size).toBe(0);
  });

  test('[C301] a token brings what changed since, in its latest state, with tombstones for what is gone', async () => {
    const [one, two, three] = [await write(1), await write(2), await write(3)];
    const { token } = await told();
    const changed = await office().anna.update(change('a-1', 'Rad 1', 'En'), one);
    const again = await office().anna.update(change('a-1', 'En', 'Två'), changed);
    const four = await write(4);
    await office().removeByHand('activities', 'a-2');
    const since = await told(token);
    expect(since.rows).toEqual(
      new Map<string, Stored | 'gone'>([
        [one.itemId, again],
        [four.itemId, four],
        [two.itemId, 'gone'],
      ]),
    );
    expect(since.rows.has(three.itemId)).toBe(false);
    expect((await told(since.token)).rows.size).toBe(0);
    // A token may be used again: nobody knows whether an answer has arrived.
    expect((await told(token)).rows).toEqual(since.rows);
  });

  test('[C301] latest gives a token and no rows', async () => {
    await write(1);
    const { rows, token } = await told('latest');
    expect(rows.size).toBe(0);
    const two = await write(2);
    expect([...(await told(token)).rows.values()]).toEqual([two]);
  });

  test('[C301] a token that is too old is 410, and reading anew brings everything', async () => {
    const row = await write(1);
    const { token } = await told();
    await office().expireTokens('activities');
    await expect(told(token)).rejects.toMatchObject({ reason: 'notFound', status: 410 });
    expect([...(await told()).rows.values()]).toEqual([row]);
  });
}
