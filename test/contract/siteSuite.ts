import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aGoal, service } from '../builders.ts';
import { create, find, read, update, versions } from '../siteCalls.ts';
import { change, creation, line, type Office } from './office.ts';
import { roundSuite } from './roundSuite.ts';

/** What the product relies on, asked of whatever claims to be a site: the stand-in, and the model that replaces it. */
export function siteSuite(name: string, open: () => Promise<Office>): void {
  describe(`${name}: a site`, () => {
    let office: Office;
    beforeEach(async () => {
      office = await open();
    });
    afterEach(() => office.close());
    const write = (n: number, commandKey = 'c-1') => create(office.anna, creation(line(n)), commandKey);
    const found = (key: string) => find(office.bo, 'activities', key);

    test('[C24] a created row comes back whole, and others find it by key', async () => {
      const row = line(1, {
        due: '2023-08-31',
        description: 'Rad ett\nrad två',
        goalKeys: ['avfall', 'resor'],
      });
      const stored = await create(office.anna, creation(row), 'c-1');
      expect(stored).toMatchObject({ list: 'activities', row, itemId: '1', commandKey: 'c-1' });
      expect(await found('a-1')).toEqual(stored);
      expect(await found('a-2')).toBeUndefined();
    });

    test('[C34] a key that is taken is refused as invalid, whatever the case, and nothing is stored', async () => {
      const stored = await write(1);
      for (const row of [line(1, { title: 'En annan' }), line(1, { key: 'A-1' })])
        await expect(create(office.bo, creation(row), 'c-2')).rejects.toMatchObject({
          reason: 'invalid',
          status: 400,
        });
      expect(await found('a-1')).toEqual(stored);
      expect((await read(office.anna, ['activities'])).stored).toHaveLength(1);
    });

    test('[C34] of creates that race for one key exactly one is stored', async () => {
      const racers = [office.anna, office.bo, office.anna, office.bo].map((site, n) =>
        create(site, creation(line(1, { title: `Tävlande ${n}` })), `c-${n}`),
      );
      const ended = await Promise.allSettled(racers);
      const won = ended.filter((one) => one.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await found('a-1')).toEqual(won[0]?.value);
    });

    test('[C38] a change touches the fields that it names, empties with null, and keeps whose creation it was', async () => {
      const stored = await create(office.anna, creation(line(1, { description: 'Först' })), 'c-1');
      const changed = await update(
        office.bo,
        {
          ...change('a-1', 'Rad 1', 'Ny'),
          fields: { title: { was: 'Rad 1', to: 'Ny' }, description: { was: 'Först', to: null } },
        },
        stored,
      );
      expect(changed).toEqual({
        ...stored,
        etag: changed.etag,
        changedAt: changed.changedAt,
        row: { ...stored.row, title: 'Ny', description: null },
      });
      expect(await found('a-1')).toEqual(changed);
    });

    test('[C40] every write gives another version, also one that changes nothing', async () => {
      const first = await write(1);
      const second = await update(office.anna, change('a-1', 'Rad 1', 'Rad 1'), first);
      const third = await update(office.anna, change('a-1', 'Rad 1', 'Rad 1'), second);
      expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3);
    });

    test('[C41] writing over a version that no longer stands is a conflict, and changes nothing', async () => {
      const stale = await write(1);
      const newer = await update(office.bo, change('a-1', 'Rad 1', 'Bos'), stale);
      await expect(update(office.anna, change('a-1', 'Rad 1', 'Annas'), stale)).rejects.toMatchObject({
        reason: 'conflict',
        status: 412,
      });
      expect(await found('a-1')).toEqual(newer);
    });

    test('[C42] of changes that race over one version exactly one wins', async () => {
      const stored = await write(1);
      const ended = await Promise.allSettled(
        [office.anna, office.bo, office.anna, office.bo].map((site, n) =>
          update(site, change('a-1', 'Rad 1', `Tävlande ${n}`), stored),
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
      const { stored: rows } = await read(office.bo, ['activities']);
      expect(rows.map(({ row }) => row.key)).toEqual(['a-2']);
      await expect(update(office.anna, change('a-1', 'Rad 1', 'Ny'), stored)).rejects.toMatchObject({
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
      await expect(update(office.anna, change('a-1', 'Rad 1', 'Ny'), stored)).rejects.toMatchObject({
        reason: 'notFound',
      });
    });

    test('[C93] what a row has been comes oldest first, each version with its fields and its time', async () => {
      const stored = await create(office.anna, creation(line(1, { description: 'Först' })), 'c-1');
      const second = await update(office.bo, change('a-1', 'Rad 1', 'Ny'), stored);
      await update(office.anna, change('a-1', 'Först', null, 'description'), second);
      const { versions: all, setAside } = await versions(office.bo, 'activities', stored.itemId);
      expect(setAside).toEqual([]);
      expect(
        all.map(({ number, row }) => [
          number,
          row.title,
          (row as typeof stored.row & { description?: unknown }).description,
        ]),
      ).toEqual([
        [1, 'Rad 1', 'Först'],
        [2, 'Ny', 'Först'],
        [3, 'Ny', null],
      ]);
      expect(all[0]?.row).toEqual(stored.row);
      for (const { by, at } of all) {
        expect(by?.name).toMatch(/\w/);
        expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }
      await expect(versions(office.bo, 'activities', '999')).rejects.toMatchObject({ reason: 'notFound' });
    });

    test('[C52] a shelf brings exactly what stands on it now', async () => {
      const moving = await write(1);
      await write(2);
      await create(office.anna, creation(line(3, { shelf: '2022/service' })), 'c-3');
      await create(office.anna, { kind: 'create', list: 'goals', row: aGoal() }, 'c-4');
      const keysOn = async (shelf: string) =>
        (await read(office.bo, ['activities', { shelf }])).stored.map(({ row }) => row.key);
      const here = `2023/${service.key}`;
      expect(await keysOn(here)).toEqual(['a-1', 'a-2']);
      await update(office.anna, change('a-1', here, '2022/service', 'shelf'), moving);
      expect(await keysOn(here)).toEqual(['a-2']);
      expect(await keysOn('2022/service')).toEqual(['a-1', 'a-3']);
      const both = await read(office.bo, ['goals'], ['activities', { shelf: here }]);
      expect(both.stored.map(({ list }) => list)).toEqual(['goals', 'activities']);
    });

    test('[C54] a key and a shelf are found in any case', async () => {
      const stored = await write(1);
      expect(await found('A-1')).toEqual(stored);
      const { stored: rows } = await read(office.bo, ['activities', { shelf: '2023/SERVICE' }]);
      expect(rows).toEqual([stored]);
    });

    roundSuite(() => office);
  });
}
