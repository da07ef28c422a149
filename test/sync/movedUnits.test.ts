import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { moveWishes } from '../../src/followup/moving.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import { shelvesOf } from '../../src/sync/places.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import type { Unit } from '../../src/organisation/unit.ts';
import { emptyTables } from '../../src/world.ts';
import { anActivity, anAssignment, aUnit, kitchen, service, staff, waste } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, isSettled, openStoreOn, patience, quiet, until } from './openStores.ts';
import { fillSmallOffice } from './smallOffice.ts';

const moved: Unit = {
  ...kitchen,
  parentKey: 'stab',
  departmentKey: 'stab',
  movedFrom: [{ year: 2023, departmentKey: 'service' }],
};
const nested = aUnit({ key: 'stab-x', level: 'unit', parentKey: 'service-kost', departmentKey: 'stab' });

function shelvesIn(year: number, roomKey: string, ...units: Unit[]): string[] {
  const tables = emptyTables();
  for (const unit of [service, staff, moved, nested, ...units]) tables.units.put(unit);
  const marks = emptyMarks();
  marks.read.set('units', 1);
  return [...new Set(shelvesOf(tables, marks, { year, roomKey }).map(({ shelf }) => shelf))];
}

describe('[S24] where the rows of a room are read', () => {
  it('is also the shelf that a unit of it stood on until it came, and in the year after', () => {
    for (const year of [2021, 2023, 2024]) {
      expect(shelvesIn(year, 'stab')).toEqual([`${year}/stab`, `${year}/service`]);
      expect(shelvesIn(year, 'service-kost')).toEqual([`${year}/stab`, `${year}/service`]);
    }
    expect(shelvesIn(2025, 'stab')).toEqual(['2025/stab']);
  });

  it('is not what others have left, and a circle made by hand ends', () => {
    expect(shelvesIn(2023, 'service')).toEqual(['2023/service']);
    expect(shelvesIn(2023, 'stab-x')).toEqual(['2023/stab']);
    const [a, b] = [
      aUnit({ key: 'a', level: 'unit', parentKey: 'b', departmentKey: 'stab' }),
      aUnit({ key: 'b', level: 'unit', parentKey: 'a', departmentKey: 'stab' }),
    ];
    expect(shelvesIn(2023, 'a', a, b)).toEqual(['2023/stab']);
  });

  it('each shelf once, of a unit that has come and gone', () => {
    const away = {
      ...moved,
      movedFrom: [
        { year: 2021, departmentKey: 'service' },
        { year: 2022, departmentKey: 'stab' },
        { year: 2023, departmentKey: 'service' },
      ],
    };
    expect(shelvesIn(2020, 'service-kost', away)).toEqual(['2020/stab', '2020/service']);
  });
});

let site: ModelSite;
let clock: Clock;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  site.write('units', aUnit({ key: 'stab', title: 'Stab' }));
  clock = patience();
});

async function openAt(year: number, roomKey: string): Promise<Store> {
  const store = await openStoreOn(site, clock, {});
  store.show({ year, roomKey });
  await until(store, isSettled(store));
  await quiet();
  return store;
}

const shownIn = (store: Store, year: number, roomKey: string) => {
  const { world } = store.snapshot();
  const room = world.units.get(roomKey);
  if (!room) throw new Error('There is no such room');
  return coverageOfRoom(world, year, room)
    .activities.map(({ title }) => title)
    .sort();
};
const rowAt = (list: string, key: string) => site.rows.get(`${list}\n${key}`)?.row;
const kost = () => rowAt('units', 'service-kost');
const done = (store: Store) => until(store, () => store.snapshot().waiting.length === 0);

describe('a unit that has moved', () => {
  beforeEach(() => {
    const earlier: Activity = anActivity(kitchen, [waste], {
      key: 'a-2022',
      title: 'Då',
      shelf: '2022/service',
      unitShelf: '2022/service-kost',
    });
    site.write('activities', earlier);
    site.write('assignments', anAssignment(waste, kitchen));
    site.write('activities', anActivity(kitchen, [waste], { key: 'a-2023', title: 'Nu' }));
  });

  it('[S24] keeps its past: its own panel and its new department’s show it, and so does the one it left', async () => {
    const store = await openAt(2023, 'service');
    const { world } = store.snapshot();
    const unit = world.units.get('service-kost');
    if (!unit) throw new Error('Kost is gone');
    expect(await store.dispatchAll(moveWishes(world, { unit, parentKey: 'stab', year: 2023 }, 'bring'))).toBe(
      undefined,
    );
    await done(store);
    expect(kost()).toMatchObject({ departmentKey: 'stab' });
    expect(rowAt('activities', 'a-2023')).toMatchObject({ shelf: '2023/stab' });
    store.close();
    for (const roomKey of ['service-kost', 'stab', 'service']) {
      const past = await openAt(2022, roomKey);
      expect(shownIn(past, 2022, roomKey)).toEqual(['Då']);
      past.close();
      const present = await openAt(2023, roomKey);
      expect(shownIn(present, 2023, roomKey)).toEqual(roomKey === 'service' ? [] : ['Nu']);
      present.close();
    }
  });

  it('[S25] the recount finds what it left on the other shelf', async () => {
    site.write('units', { ...moved });
    const store = await openAt(2022, 'stab');
    await store.verify(2022);
    expect(rowAt('tallies', '2022/service-kost')).toMatchObject({
      packed: { sourceCount: 1 },
    });
    store.close();
  });

  it('[S26] what is handed to another unit is counted with both', async () => {
    const store = await openAt(2023, 'service');
    await store.verify(2023);
    expect(rowAt('tallies', '2023/service-kost')).toMatchObject({ packed: { counted: 1 } });
    await store.dispatch({
      do: 'bringAlong',
      year: 2023,
      roomKey: 'service',
      list: 'activities',
      rowKey: 'a-2023',
      unitKey: 'service',
    });
    await until(store, () => {
      const [from, to] = ['2023/service-kost', '2023/service'].map((key) => rowAt('tallies', key));
      return JSON.stringify(from).includes('"counted":0') && JSON.stringify(to ?? '').includes('"counted":1');
    });
    store.close();
  });
});
