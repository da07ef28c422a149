import type { ListName } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import type { Records, Tables } from '../world.ts';
import { type Marks, markOf } from './marks.ts';

/** A room in a year: what a screen shows, or what a command speaks of. Without a room: the overview of them all. */
export type Place = {
  readonly year: number;
  readonly roomKey?: Key | undefined;
  /** What of the room is looked at; without it everything. Handing down to sixty departments must not read what they do. */
  readonly only?: 'assignments';
  /** True where what was said is wanted as well, of a place that is visited. */
  readonly withComments?: true;
};

/** Lists that are read whole: short, and changed a few times a year. */
export const wholeLists = ['goals', 'stageGoals', 'units', 'settings', 'periods'] as const;
/** Lists of which the overview reads a year, and nobody else anything. */
export const yearLists = ['tallies', 'dialogues', 'gapNotes'] as const;
/** Short lists that the overview alone looks at. */
export const overviewLists = ['indicators', 'measurements'] as const;
/** Lists of which only the shelves that are looked at are read. */
export const shelfLists = ['assignments', 'activities', 'comments'] as const;
/** What is read of a place that is looked at besides the shown one: what is done there, and whether it counts. */
export const visitedLists = ['assignments', 'activities'] as const;
type ShelfList = (typeof shelfLists)[number];
type Unit = Records['units'];

export type Shelf = { readonly list: ShelfList; readonly shelf: string };

/** The shelves that the place's rules and screens cannot do without. */
export function shelvesOf(tables: Tables, marks: Marks, { year, roomKey, only }: Place): Shelf[] {
  if (roomKey === undefined) return [];
  const unit = tables.units.get(roomKey);
  // Before the organisation has been read, a room is taken for a department: one round trip less for most.
  if (!unit && marks.read.has('units')) return [];
  const own = unit?.departmentKey ?? roomKey;
  const departments = new Set([own, ...(unit ? leftWith(tables.units, year, unit) : [])]);
  const shelves = [...departments].map((department) => `${year}/${department}`);
  return (only ? [only] : shelfLists).flatMap((list) => shelves.map((shelf) => ({ list, shelf })));
}

/** [S24] Where units that have come to the room's department since then may have left rows of that year. */
function leftWith(units: Tables['units'], year: number, room: Unit): Key[] {
  const seen = new Set<Key>();
  const walk = (unit: Unit): Key[] => {
    // Whoever has a shelf of their own has it wherever they stand; a circle of parents made by hand ends here.
    if (seen.has(unit.key) || unit.departmentKey !== room.departmentKey) return [];
    seen.add(unit.key);
    return [...formerDepartments(unit, year), ...[...units.by('parent', unit.key)].flatMap(walk)];
  };
  return walk(room);
}

/** What was planned for the year after a move may have been written before it. */
export function formerDepartments({ movedFrom }: Unit, year: number): Key[] {
  return movedFrom.filter((former) => former.year + 1 >= year).map(({ departmentKey }) => departmentKey);
}

/** What is good to know besides: the assignments of the places above, which say what could be held. */
export function shelvesAbove(tables: Tables, { year, roomKey }: Place): Shelf[] {
  const above: Shelf[] = [];
  let unit = roomKey === undefined ? undefined : tables.units.get(roomKey);
  // A circle of parents made by hand ends here instead of nowhere.
  for (let steps = 0; unit && steps < 20; steps += 1) {
    const parent = unit.parentKey === null ? undefined : tables.units.get(unit.parentKey);
    if (parent && parent.level !== 'region') {
      above.push({ list: 'assignments', shelf: `${year}/${parent.departmentKey}` });
    }
    unit = parent;
  }
  return above;
}

/** True when everything that the place's rules and screens look at has been read. */
export function isRead(tables: Tables, marks: Marks, place: Place | undefined): boolean {
  const needed: { list: ListName; shelf?: string }[] = wholeLists.map((list) => ({ list }));
  if (place) {
    needed.push(...shelvesOf(tables, marks, place));
    if (place.roomKey === undefined) {
      needed.push(...yearLists.map((list) => ({ list, shelf: String(place.year) })));
      needed.push(...overviewLists.map((list) => ({ list })));
    }
  }
  return needed.every(({ list, shelf }) => marks.read.has(markOf(list, shelf)));
}

/** What must have been read before the command can be decided: without it a rule would refuse what is allowed. */
export function placesOf(command: Command): Place[] {
  const { year, roomKey } = command;
  // The organisation itself stands on no shelf.
  if (command.do === 'saveUnit') return [{ year, roomKey }];
  if (!('unitKey' in command) || command.unitKey === undefined) return [{ year, roomKey }];
  const rooms = [roomKey, command.unitKey];
  return rooms.map((key) => ({
    year,
    roomKey: key,
    ...(isOfAssignments(command) ? { only: 'assignments' } : {}),
  }));
}

/** Handing down to sixty departments must not read what they do; nor must taking that back. */
function isOfAssignments(command: Command): boolean {
  if (command.do === 'takeBack') return command.changes.every(({ list }) => list === 'assignments');
  return command.do === 'assignGoal' || command.do === 'withdrawGoal';
}

/** How many rows of the list stand on the shelf, removed ones left out. */
export function rowsOn(tables: Tables, list: ListName, shelf: string): number {
  if (list !== 'assignments' && list !== 'activities' && list !== 'comments') return 0;
  let rows = 0;
  for (const _ of tables[list].by('shelf', shelf)) rows += 1;
  return rows;
}

/** From here on a shelf's owner is told that it is filling up; SharePoint can filter 5,000. */
const crowdedFrom = 4000;

/** The shelf of the place's activities, if it comes near what SharePoint can filter. */
export function crowdedShelf(
  tables: Tables,
  place: Place | undefined,
): { readonly shelf: string; readonly rows: number } | undefined {
  const unit = place?.roomKey === undefined ? undefined : tables.units.get(place.roomKey);
  if (!place || !unit) return undefined;
  const shelf = `${place.year}/${unit.departmentKey}`;
  const rows = rowsOn(tables, 'activities', shelf);
  return rows >= crowdedFrom ? { shelf, rows } : undefined;
}
