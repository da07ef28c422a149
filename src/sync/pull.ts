import { GraphFailure, tooManyRows } from '../graph/failure.ts';
import { forgetList, markOf } from './marks.ts';
import type { Place } from './places.ts';
import { assignmentReadings, type Desk, type Reading, readingsFor, readingsForVisit } from './readings.ts';
import type { Answer, SyncedSite } from './site.ts';

/** The organisation says which shelves to read, and a refused delta what to read anew: three rounds at most, and one to spare. */
const mostRounds = 4;

/**
 * Brings the confirmed records up to date for these places; gives back how many rows were set aside as unreadable.
 * What succeeded counts, whatever else failed; then the first failure is thrown.
 */
export function pull(
  site: SyncedSite,
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
): Promise<{ setAside: number }> {
  return readAll(site, desk, (done) => readingsFor(desk, places, nowMs, done));
}

/** [S19] Reads what is missing of places that are looked at besides the shown one; what was read within a day, or less, is there. */
export async function visit(
  site: SyncedSite,
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
  lastsMs?: number,
): Promise<void> {
  await readAll(site, desk, (done) => readingsForVisit(desk, places, nowMs, done, lastsMs));
}

/** [S20] Brings these places' assignments up to date, and nothing else of them. */
export async function pullAssignments(
  site: SyncedSite,
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
): Promise<void> {
  await readAll(site, desk, (done) => assignmentReadings(desk, places, nowMs, done));
}

/**
 * [S22] [L8] Brings up to date what says whether anything may be sent, and nothing else: the periods, and once an hour the
 * settings. What is to be sent waits for one answer and not for all of them.
 */
export async function pullPeriods(site: SyncedSite, desk: Desk, nowMs: number): Promise<void> {
  await readAll(site, desk, (done) =>
    readingsFor(desk, [], nowMs, done).filter(
      ({ name }) => name === markOf('periods') || name === markOf('settings'),
    ),
  );
}

async function readAll(
  site: SyncedSite,
  desk: Desk,
  readingsBeside: (done: ReadonlySet<string>) => readonly Reading[],
): Promise<{ setAside: number }> {
  const done = new Set<string>();
  let setAside = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const readings = readingsBeside(done);
    if (readings.length === 0) break;
    const answers = await site.talk(readings.flatMap(({ asks }) => asks));
    let at = 0;
    let failed: GraphFailure | undefined;
    for (const reading of readings) {
      const own = answers.slice(at, (at += reading.asks.length));
      const failure = own.find((answer) => answer instanceof GraphFailure);
      if (!failure) {
        const told = own.filter(isTold);
        reading.take(told);
        setAside += told.reduce((sum, answer) => sum + answer.setAside.length, 0);
        done.add(reading.name);
      } else if (!isMended(desk, reading, failure)) failed ??= failure;
    }
    if (failed) throw failed;
  }
  return { setAside };
}

/** True when asking otherwise in the next round will do. */
function isMended({ marks }: Desk, { asks }: Reading, failure: GraphFailure): boolean {
  const [first] = asks;
  if (!first) return false;
  // The token is too old: what it spoke of has to be read anew.
  if (failure.status === 410 && first.ask === 'changes') {
    forgetList(marks, first.list);
    return true;
  }
  // SharePoint refuses to filter more than 5,000 rows: waiting does not help, reading less does.
  if (failure.code === tooManyRows && first.ask === 'rows' && first.where && 'shelf' in first.where) {
    marks.crowded.add(markOf(first.list, first.where.shelf));
    return true;
  }
  return false;
}

function isTold(answer: Answer): answer is Exclude<Answer, Error> {
  return !(answer instanceof GraphFailure);
}
