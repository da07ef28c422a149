import type { ListName } from '../basics/change.ts';
import type { Stored, Tables } from '../world.ts';
import type { Confirmed } from './confirmed.ts';
import { forgetList, freshToken, type Marks, markOf } from './marks.ts';
import {
  formerDepartments,
  overviewLists,
  type Place,
  rowsOn,
  shelfLists,
  shelvesAbove,
  shelvesOf,
  visitedLists,
  wholeLists,
  yearLists,
} from './places.ts';
import type { Answer, Ask } from './site.ts';

/** Lists that change a few times a year are asked about once an hour. */
const rareEveryMs = 60 * 60 * 1000;
/** What is looked at besides the shown room may be this old. */
const visitLastsMs = 24 * 60 * 60 * 1000;
/** SharePoint filters at most 5,000 rows; from here on a shelf is read unit by unit. */
const splitFrom = 4500;

type Told = Exclude<Answer, Error>;

/** Something to read: what to ask, and what its answers mean for the records. */
export type Reading = {
  readonly name: string;
  readonly asks: readonly Ask[];
  take(answers: readonly Told[]): void;
};

export type Desk = { readonly confirmed: Confirmed; readonly marks: Marks };

/**
 * What must be read now to bring these places up to date, but for what is `done` already, by name. Pure: reading is
 * somebody else's.
 */
export function readingsFor(
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
  done: ReadonlySet<string>,
): Reading[] {
  const { tables } = desk.confirmed;
  const readings: Reading[] = [];
  const isOverview = places.some(({ roomKey }) => roomKey === undefined);
  for (const list of isOverview ? [...wholeLists, ...overviewLists] : wholeLists) {
    const token = freshToken(desk.marks, list, nowMs);
    const readMs = desk.marks.read.get(list);
    if (token === undefined || readMs === undefined) readings.push(wholeList(desk, list, nowMs));
    // Periods say what is closed, so they are asked about each time.
    else if (list === 'periods' || !(nowMs - readMs >= 0 && nowMs - readMs < rareEveryMs)) {
      readings.push(changesOf(desk, list, token, nowMs));
    }
  }
  const shelves = places.flatMap((place) => [
    ...shelvesOf(tables, desk.marks, place),
    ...shelvesAbove(tables, place),
  ]);
  for (const list of shelfLists) {
    const names = [...new Set(shelves.filter((one) => one.list === list).map(({ shelf }) => shelf))];
    if (names.length > 0) readings.push(...shelvesToRead(desk, list, names, { nowMs, done }));
  }
  const years = new Set(places.filter(({ roomKey }) => roomKey === undefined).map(({ year }) => year));
  for (const year of years) readings.push(...yearLists.map((list) => yearOf(desk, list, year, nowMs)));
  return readings.filter(({ name }) => !done.has(name));
}

/**
 * [S19] What must be read now so that these places can be looked at besides the one that is shown. No token is taken: a
 * young one keeps them current with the rest, and an old one is renewed by the next pull, which then forgets them.
 */
export function readingsForVisit(
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
  done: ReadonlySet<string>,
  wantedMs?: number,
): Reading[] {
  const { confirmed, marks } = desk;
  const lastsMs = wantedMs ?? visitLastsMs;
  const shelves = places.flatMap((place) => shelvesOf(confirmed.tables, marks, place));
  const isTold = places.some(({ withComments }) => withComments);
  const isOverview = places.some(({ roomKey }) => roomKey === undefined);
  // Pulls keep them current enough for whoever does not say how old they may be.
  const short = isOverview && wantedMs !== undefined ? shortReadings(desk, nowMs, done, wantedMs) : [];
  const onShelves = [...visitedLists, ...(isTold ? (['comments'] as const) : [])].flatMap((list) => {
    const isSure = freshToken(marks, list, nowMs) !== undefined;
    const names = new Set(shelves.filter((one) => one.list === list).map(({ shelf }) => shelf));
    return [...names]
      .filter((shelf) => {
        const ageMs = nowMs - (marks.read.get(markOf(list, shelf)) ?? -Infinity);
        return !(ageMs >= 0 && ageMs < lastsMs) && !done.has(markOf(list, shelf));
      })
      .map((shelf) => shelfReading(desk, list, shelf, { nowMs, isSure }));
  });
  return [...short, ...onShelves];
}

/** [F40] Of the overview, the short lists that are read whole: whoever closes a period must not miss an outcome of this hour. */
function shortReadings(desk: Desk, nowMs: number, done: ReadonlySet<string>, lastsMs: number): Reading[] {
  return [...wholeLists, ...overviewLists].flatMap((list) => {
    const readMs = desk.marks.read.get(list);
    const ageMs = nowMs - (readMs ?? -Infinity);
    if ((ageMs >= 0 && ageMs < lastsMs) || done.has(markOf(list))) return [];
    const token = readMs === undefined ? undefined : freshToken(desk.marks, list, nowMs);
    return token === undefined ? wholeList(desk, list, nowMs) : changesOf(desk, list, token, nowMs);
  });
}

/**
 * [S20] What must be read now so that these places' assignments are as the site has them. Whoever hands down from a board
 * sees each department's, which stand on as many shelves: one ask a shelf the first time, twenty in a round trip, and
 * one delta for all of them after that. Neither `goalKey` nor the year would do as a filter: their rows grow past the
 * 5,000 that SharePoint filters. The token comes a round before the rows, so that each shelf is read once and not twice.
 */
export function assignmentReadings(
  desk: Desk,
  places: readonly Place[],
  nowMs: number,
  done: ReadonlySet<string>,
): Reading[] {
  const list = 'assignments';
  const { confirmed, marks } = desk;
  const token = freshToken(marks, list, nowMs);
  if (token === undefined) return [tokenFirst(desk, list, nowMs)];
  const all = places.flatMap((place) => shelvesOf(confirmed.tables, marks, place));
  const shelves = [...new Set(all.filter((one) => one.list === list).map(({ shelf }) => shelf))];
  const isKnown = (shelf: string) =>
    marks.read.has(markOf(list, shelf)) && !marks.unsure.has(markOf(list, shelf));
  // By itself: refused, it means that every shelf is read anew, those of the same round too.
  if (shelves.some(isKnown) && !done.has(markOf(list))) return [changesOf(desk, list, token, nowMs)];
  return shelves
    .filter((shelf) => !isKnown(shelf) && !done.has(markOf(list, shelf)))
    .map((shelf) => shelfReading(desk, list, shelf, { nowMs, isSure: true }));
}

/** Takes a token without forgetting what is shown: every shelf that was read before it is read once more when it is needed. */
function tokenFirst({ marks }: Desk, list: ListName, nowMs: number): Reading {
  return {
    name: markOf(list),
    asks: [{ ask: 'changes', list, since: 'latest' }],
    take([told]) {
      if (!told) return;
      for (const name of marks.read.keys()) if (name.startsWith(`${list} `)) marks.unsure.add(name);
      note(marks, list, told, nowMs);
    },
  };
}

function wholeList({ confirmed, marks }: Desk, list: ListName, nowMs: number): Reading {
  return {
    name: markOf(list),
    asks: [{ ask: 'changes', list }],
    take([told]) {
      if (!told) return;
      confirmed.replace(list, undefined, told.stored);
      note(marks, list, told, nowMs);
      marks.read.set(list, nowMs);
    },
  };
}

function changesOf({ confirmed, marks }: Desk, list: ListName, since: string, nowMs: number): Reading {
  return {
    name: markOf(list),
    asks: [{ ask: 'changes', list, since }],
    take([told]) {
      if (!told) return;
      for (const stored of told.stored) {
        // A delta tells the whole list's changes; what stands on shelves that nobody has read is left out.
        const isOurs = marks.read.has(list) || marks.read.has(markOf(list, shelfOf(stored)));
        if (isOurs || confirmed.find(list, stored.row.key)) confirmed.put(stored);
      }
      for (const itemId of told.gone) confirmed.removeItem(list, itemId);
      note(marks, list, told, nowMs);
      if (marks.read.has(list)) marks.read.set(list, nowMs);
    },
  };
}

function shelvesToRead(
  desk: Desk,
  list: (typeof shelfLists)[number],
  shelves: string[],
  { nowMs, done }: { nowMs: number; done: ReadonlySet<string> },
): Reading[] {
  const { marks } = desk;
  const token = freshToken(marks, list, nowMs);
  const isKnown = (shelf: string) =>
    token !== undefined && marks.read.has(markOf(list, shelf)) && !marks.unsure.has(markOf(list, shelf));
  const readings = shelves
    .filter((shelf) => !isKnown(shelf))
    .map((shelf) => shelfReading(desk, list, shelf, { nowMs, isSure: token !== undefined }));
  if (token === undefined) {
    // It comes with the rows in one round trip, before or after them: nobody knows. So the shelf is shown now, and read
    // once more the next time; after that, what is written in between is told twice rather than never.
    readings.unshift({
      name: markOf(list),
      asks: [{ ask: 'changes', list, since: 'latest' }],
      take([told]) {
        if (!told) return;
        forgetList(marks, list);
        note(marks, list, told, nowMs);
      },
    });
  } else if (shelves.some((shelf) => isKnown(shelf) && !done.has(markOf(list, shelf)))) {
    readings.push(changesOf(desk, list, token, nowMs));
  }
  return readings;
}

function shelfReading(
  desk: Desk,
  list: ListName,
  shelf: string,
  { nowMs, isSure }: { nowMs: number; isSure: boolean },
): Reading {
  const { confirmed, marks } = desk;
  return {
    name: markOf(list, shelf),
    asks: isCrowded(confirmed.tables, marks, list, shelf)
      ? unitShelvesOf(confirmed.tables, shelf).map((unitShelf) => ({
          ask: 'rows',
          list,
          where: { unitShelf },
        }))
      : [{ ask: 'rows', list, where: { shelf } }],
    take(answers) {
      const stored = answers.flatMap((told) => told.stored);
      confirmed.replace(
        list,
        shelf,
        stored.filter((one) => shelfOf(one) === shelf),
      );
      marks.read.set(markOf(list, shelf), nowMs);
      if (isSure) marks.unsure.delete(markOf(list, shelf));
      else marks.unsure.add(markOf(list, shelf));
    },
  };
}

/** A year of the overview: asked anew each time, since it is many writers' and short. */
function yearOf(
  { confirmed, marks }: Desk,
  list: (typeof yearLists)[number],
  year: number,
  nowMs: number,
): Reading {
  return {
    name: markOf(list, String(year)),
    asks: [{ ask: 'rows', list, where: { year } }],
    take([told]) {
      for (const stored of told?.stored ?? []) confirmed.put(stored);
      marks.read.set(markOf(list, String(year)), nowMs);
    },
  };
}

function note(marks: Marks, list: ListName, told: Told, nowMs: number): void {
  if (told.token !== undefined) marks.tokens.set(list, { token: told.token, takenMs: nowMs });
}

/** A shelf that SharePoint has refused to filter, or soon will. */
function isCrowded(tables: Tables, marks: Marks, list: ListName, shelf: string): boolean {
  return marks.crowded.has(markOf(list, shelf)) || rowsOn(tables, list, shelf) >= splitFrom;
}

function unitShelvesOf({ units }: Tables, shelf: string): string[] {
  const [year = '', ...department] = shelf.split('/');
  const departmentKey = department.join('/');
  const inside = [...units.all()].filter(
    (unit) =>
      unit.departmentKey === departmentKey || formerDepartments(unit, Number(year)).includes(departmentKey),
  );
  return inside.map(({ key }) => `${year}/${key}`);
}

function shelfOf({ row }: Stored): string {
  return 'shelf' in row ? row.shelf : '';
}
