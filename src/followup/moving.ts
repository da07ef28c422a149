import { type Activities, type Activity, yearOfActivity } from '../activities/activity.ts';
import { type Assignment, type Assignments, holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { planOf, type SaveUnit } from '../organisation/saveUnit.ts';
import { allBelow, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { BringAlong } from './bringAlong.ts';
import type { Comment, Comments } from './comment.ts';
import { isFrozen } from './freezing.ts';
import type { Periods } from './period.ts';

export type Handed = {
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly periods: Periods;
};

/** What stands with some units in a year. */
export type Standing = {
  readonly assignments: readonly Assignment[];
  readonly activities: readonly Activity[];
  readonly comments: readonly Comment[];
};

/** Whether the year's activities come along, or stay with the department that the unit leaves, as its own. */
export type Choice = 'bring' | 'leave';

export type Move = {
  readonly unit: Unit;
  readonly parentKey: Key;
  /** The present year: what stands in earlier ones stays where it was written. */
  readonly year: number;
};

/** What a move comes to, for whoever is about to do it. */
export type MovePreview = {
  readonly from: Unit | undefined;
  readonly to: Unit | undefined;
  /** False where the unit stays within its department: then nothing else changes. */
  readonly isToOther: boolean;
  readonly below: number;
  readonly goals: number;
  readonly activities: number;
  /** Of them, what would wait if it stayed: the department does not hold its goals. */
  readonly waitingIfLeft: number;
  /** The year is closed: what stands in it stays where it is. */
  readonly isFrozen: boolean;
};

export function standingWith(
  { assignments, activities, comments }: Handed,
  year: number,
  units: readonly Unit[],
): Standing {
  const of = <R>(rows: { by(index: 'unitShelf', value: string): Iterable<R> }) =>
    units.flatMap((unit) => [...rows.by('unitShelf', unitShelfOf(year, unit))]);
  return { assignments: of(assignments), activities: of(activities), comments: of(comments) };
}

/** [O20] What is told before a unit moves: what follows by itself, and what there is to choose. */
export function movePreview(world: Handed, { unit, parentKey, year }: Move): MovePreview {
  const { units } = world;
  const parent = units.get(parentKey);
  const isToOther =
    unit.level === 'unit' && parent !== undefined && parent.departmentKey !== unit.departmentKey;
  const inside = allBelow(units, unit.key);
  const there = standingWith(world, year, [unit, ...inside]);
  return {
    from: units.get(isToOther ? unit.departmentKey : (unit.parentKey ?? '')),
    to: isToOther ? (units.get(parent.departmentKey) ?? parent) : parent,
    isToOther,
    below: inside.filter(({ active }) => active).length,
    goals: there.assignments.filter(({ state }) => state === 'assigned').length,
    activities: there.activities.length,
    waitingIfLeft: there.activities.filter(
      (one) =>
        one.state !== 'dropped' &&
        !one.goalKeys.some((goalKey) =>
          holds(world.assignments, yearOfActivity(one), goalKey, unit.departmentKey),
        ),
    ).length,
    isFrozen: isYearFrozen(world.periods, year),
  };
}

/** [O20] A move in one save: first the unit, then what was handed down to it and below, and its activities as was chosen. */
export function moveWishes(
  world: Handed,
  { unit, parentKey, year }: Move,
  choice: Choice,
): (SaveUnit | BringAlong)[] {
  const inside = allBelow(world.units, unit.key);
  const beside = [...world.units.by('parent', parentKey)].filter(({ key }) => key !== unit.key);
  const was = planOf(unit);
  const save: SaveUnit = {
    do: 'saveUnit',
    year,
    roomKey: unit.key,
    unitKey: unit.key,
    level: unit.level,
    was,
    // Whoever comes stands last.
    to: { ...was, parentKey, order: Math.max(0, ...beside.map(({ order }) => order)) + 1 },
    below: inside.map(({ key }) => key),
  };
  const parent = world.units.get(parentKey);
  if (unit.level !== 'unit' || parent?.departmentKey === unit.departmentKey) return [save];
  return [
    save,
    ...rowWishes(world, [unit, ...inside], year, choice === 'leave' ? unit.departmentKey : undefined),
  ];
}

/** What brings the units' rows of the year along; activities, and what was said of them, to somebody else where one is named. */
export function rowWishes(
  world: Handed,
  units: readonly Unit[],
  year: number,
  activitiesTo?: Key,
): BringAlong[] {
  if (isYearFrozen(world.periods, year)) return [];
  return units.flatMap((unit) => {
    const there = standingWith(world, year, [unit]);
    const taken = new Set(there.activities.map(({ key }) => key));
    const bring = (
      list: BringAlong['list'],
      { key }: { readonly key: Key },
      unitKey = unit.key,
    ): BringAlong => ({
      do: 'bringAlong',
      year,
      roomKey: unit.departmentKey,
      list,
      rowKey: key,
      unitKey,
    });
    return [
      ...there.assignments.map((row) => bring('assignments', row)),
      ...there.activities.map((row) => bring('activities', row, activitiesTo)),
      ...there.comments.map((row) =>
        bring('comments', row, taken.has(row.subjectKey) ? activitiesTo : undefined),
      ),
    ].filter(({ list, rowKey }) => !isKept(world, list, rowKey));
  });
}

/** [F33] What a closed period keeps stays where it is. */
function isKept({ comments, periods }: Handed, list: BringAlong['list'], key: Key): boolean {
  const periodKey = list === 'comments' ? comments.get(key)?.periodKey : undefined;
  const period = periodKey ? periods.get(periodKey) : undefined;
  return period !== undefined && isFrozen(period);
}

export function isYearFrozen(periods: Periods, year: number): boolean {
  return [...periods.values()].some((one) => one.kind === 'fullYear' && one.year === year && isFrozen(one));
}
