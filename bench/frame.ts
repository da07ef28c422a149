import type { Activity } from '../src/activities/activity.ts';
import type { ListName } from '../src/basics/change.ts';
import { coverageOfRoom } from '../src/followup/coverage.ts';
import { emptyMarks, markOf } from '../src/sync/marks.ts';
import { shelfLists, wholeLists } from '../src/sync/places.ts';
import type { SyncedSite } from '../src/sync/site.ts';
import type { Store } from '../src/sync/snapshot.ts';
import type { Stored } from '../src/world.ts';
import { modelSite, type ModelSite } from '../test/modelSite.ts';
import { changes } from '../test/siteCalls.ts';
import { newKey, openDevice } from './device.ts';
import { jumpingClock } from './jumpingClock.ts';
import { medianOf } from './measure.ts';
import { memoryDisk } from './memoryDisk.ts';
import { largeRegion, organisationOf } from './organisation.ts';
import { type ResultRow, type Section, spread } from './report.ts';

const frameMs = 1000 / 60;
const commandsPerRound = 60;
const organisation = organisationOf(largeRegion);
const { year } = organisation;
/** One of about average size among sixty, and the largest of all. */
const rooms = { average: 'd022', largest: 'd001' };

type Times = { shownMs: number[]; coverageMs: number[] };

/** How long after the click its line is among the others, in memory: what is left of a frame is the browser's. */
export async function frameSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const full = await fullSite();
  say(`${full.rows.size.toLocaleString('en')} records`);
  const times = {
    saved: { shownMs: [], coverageMs: [] } as Times,
    unsent: { shownMs: [], coverageMs: [] } as Times,
  };
  const largestMs: number[] = [];
  const anewMs: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    const saving = await openOn(full, full);
    await log(saving, times.saved);
    saving.close();
    const store = await openOn(full, silent);
    await log(store, times.unsent);
    const { world } = store.snapshot();
    largestMs.push(timed(() => coverageOfRoom(world, year, unitNamed(rooms.largest))));
    const departments = organisation.units.filter(({ level }) => level === 'department');
    anewMs.push(timed(() => departments.map((room) => coverageOfRoom(world, year, room))));
    store.close();
  }
  const afterwards = medianOf(times.saved.coverageMs);
  return {
    name: 'In the same frame',
    says: `100,000 activities, ${organisation.units.length.toLocaleString('en')} units and ${organisation.assignments.length.toLocaleString('en')} assignments are confirmed and in memory; ${commandsPerRound} activities a round are logged one after the other in a department of average size, in Node with a disk in memory. The median of all ${repeats * commandsPerRound}, the fastest and the slowest.`,
    rows: [
      shownRow(
        'From the click to a snapshot with the new line, each saved before the next',
        times.saved.shownMs,
      ),
      shownRow(
        `The same without an answer from the site, so that up to ${commandsPerRound} lines wait`,
        times.unsent.shownMs,
      ),
      {
        what: 'Coverage of the shown room after it',
        goal: '≤ 1/50 of all rooms counted anew',
        measured: spread(times.saved.coverageMs, afterwards),
        holds: afterwards <= medianOf(anewMs) / 50,
        beside: `all sixty departments anew: ${spread(anewMs, medianOf(anewMs))}; the largest department alone: ${spread(largestMs, medianOf(largestMs))}`,
      },
    ],
  };
}

function shownRow(what: string, ms: readonly number[]): ResultRow {
  const p95 = ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? Number.NaN;
  return {
    what,
    goal: `≤ ${frameMs.toFixed(1)} ms for 95 of 100`,
    measured: spread(ms, medianOf(ms)),
    holds: p95 <= frameMs,
    beside: `95 of 100 within ${p95.toFixed(2)} ms`,
  };
}

async function log(store: Store, into: Times): Promise<void> {
  const unit = organisation.units.find(({ parentKey }) => parentKey === rooms.average);
  const about = { title: 'Ny rad', goalKeys: ['mal-1'], kind: 'targeted', unitKey: unit?.key ?? '' } as const;
  for (let n = 0; n < commandsPerRound; n += 1) {
    const activityKey = newKey();
    let shownAt = Number.NaN;
    const leave = store.subscribe(() => {
      if (Number.isNaN(shownAt) && store.snapshot().world.activities.get(activityKey))
        shownAt = performance.now();
    });
    const began = performance.now();
    const refusal = await store.dispatch({
      do: 'logActivity',
      activityKey,
      year,
      roomKey: rooms.average,
      ...about,
    });
    if (refusal) throw new Error(`Refused: ${refusal.refused}`);
    into.shownMs.push(shownAt - began);
    leave();
    into.coverageMs.push(timed(() => coverageOfRoom(store.snapshot().world, year, unitNamed(rooms.average))));
    // The round trip, the writing to disk and the counting happen here, between two clicks.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function fullSite(): Promise<ModelSite> {
  const site = modelSite();
  for (const row of organisation.goals) site.write('goals', row);
  for (const row of organisation.units) site.write('units', row);
  for (const row of organisation.assignments) site.write('assignments', row);
  for (const row of organisation.activities()) site.write('activities', row satisfies Activity);
  return site;
}

/** A store that has read everything before, from a disk that holds what the site holds. */
async function openOn(full: ModelSite, site: SyncedSite): Promise<Store> {
  const clock = jumpingClock();
  const disk = memoryDisk();
  const marks = emptyMarks();
  const departments = new Set(organisation.units.map(({ departmentKey }) => departmentKey));
  for (const list of [...wholeLists, ...shelfLists] satisfies ListName[]) {
    const { token } = await changes(full, list, 'latest');
    marks.tokens.set(list, { token, takenMs: clock.nowMs() });
  }
  for (const list of wholeLists) marks.read.set(markOf(list), clock.nowMs());
  for (const list of shelfLists)
    for (const key of departments) marks.read.set(markOf(list, `${year}/${key}`), clock.nowMs());
  await disk.confirmed.save(chunksOf([...full.rows.values()]), marks, true);
  const store = await openDevice(site, clock, disk);
  store.show({ year, roomKey: rooms.average });
  await clock.rest();
  return store;
}

function chunksOf(rows: readonly Stored[]): Map<number, readonly Stored[]> {
  const chunks = new Map<number, readonly Stored[]>();
  for (let from = 0; from < rows.length; from += 2000) chunks.set(chunks.size, rows.slice(from, from + 2000));
  return chunks;
}

/** A site that never answers. */
const silent: SyncedSite = { talk: () => new Promise(() => undefined) };

function unitNamed(key: string) {
  const unit = organisation.units.find((one) => one.key === key);
  if (!unit) throw new Error(`There is no unit ${key}`);
  return unit;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
