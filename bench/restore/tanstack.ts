import {
  BTreeIndex,
  type Collection,
  count,
  createCollection,
  createIndexedDB,
  createLiveQueryCollection,
  eq,
  indexedDBCollectionOptions,
} from '@tanstack/db';
import type { Activity } from '../../src/activities/activity.ts';
import { confirmedOnDisk } from '../../src/sync/confirmedOnDisk.ts';
import { openDatabase } from '../../src/sync/database.ts';
import type { Stored } from '../../src/world.ts';

// Activities alone, and of coverage only how many there are of each state: less than what the product restores.

const databaseName = 'tanstack';
const storeName = 'activities';

/** TanStack DB with its own collection on IndexedDB. */
export const openItsOwn = {
  async fill(rows: readonly Stored[]): Promise<void> {
    const { db, collection } = await ownCollection();
    await collection.preload();
    await collection.utils.importData(rows.flatMap(activityIn));
    db.close();
  },
  async restore(shelf: string): Promise<number> {
    const { db, collection } = await ownCollection();
    await collection.preload();
    const shown = await activitiesOn(collection, shelf);
    db.close();
    return shown;
  },
  async restoreAll(): Promise<number> {
    const { db, collection } = await ownCollection();
    await collection.preload();
    const shown = await activitiesByUnit(collection);
    db.close();
    return shown;
  },
};

/** The same with the rows handed over from the product's own chunks, the fastest way to them that is known. */
export async function openInChunks(owner: string, shelf: string): Promise<number> {
  const database = await openDatabase(indexedDB, owner);
  const { chunks } = await confirmedOnDisk(database).read();
  database.close();
  const collection = createCollection<Activity, string>({
    getKey: ({ key }) => key,
    sync: {
      sync({ begin, write, commit, markReady }) {
        begin();
        for (const value of chunks.flat().flatMap(activityIn)) write({ type: 'insert', value });
        void commit();
        markReady();
      },
    },
  });
  await collection.preload();
  return activitiesOn(collection, shelf);
}

async function ownCollection() {
  const db = await createIndexedDB({ name: databaseName, version: 1, stores: [storeName] });
  const collection = createCollection(
    indexedDBCollectionOptions<Activity, string>({ db, name: storeName, getKey: ({ key }) => key }),
  );
  return { db, collection };
}

/** How many activities stand on the shelf, by a live query that is kept up to date from then on. */
async function activitiesOn(collection: Collection<Activity, string>, shelf: string): Promise<number> {
  collection.createIndex((row) => row.shelf, { indexType: BTreeIndex });
  const query = createLiveQueryCollection((q) =>
    q
      .from({ activity: collection })
      .where(({ activity }) => eq(activity.shelf, shelf))
      .groupBy(({ activity }) => activity.state)
      .select(({ activity }) => ({ state: activity.state, activities: count(activity.key) })),
  );
  await query.preload();
  return query.toArray.reduce((sum, { activities }) => sum + activities, 0);
}

/** The same for every unit and state. */
async function activitiesByUnit(collection: Collection<Activity, string>): Promise<number> {
  const query = createLiveQueryCollection((q) =>
    q
      .from({ activity: collection })
      .groupBy(({ activity }) => [activity.unitKey, activity.state])
      .select(({ activity }) => ({
        unitKey: activity.unitKey,
        state: activity.state,
        activities: count(activity.key),
      })),
  );
  await query.preload();
  return query.toArray.reduce((sum, { activities }) => sum + activities, 0);
}

function activityIn({ list, row }: Stored): Activity[] {
  return list === 'activities' ? [row as Activity] : [];
}
