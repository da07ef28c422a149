import { type Activity, isWaiting } from '../activities/activity.ts';
import { type HandOver } from '../activities/handOver.ts';
import { holds } from '../assignments/assignment.ts';
import type { Day } from '../basics/day.ts';
import type { Status } from '../followup/status.ts';
import { inOrder } from '../goals/goal.ts';
import type { Unit } from '../organisation/unit.ts';
import { shortMark } from './shortMark.ts';
import { activitiesAt, type Handed, latestOn, placeCells, placesIn, type Span } from './span.ts';

/** What the planning system is told of an activity. */
export type HandOverLine = {
  readonly activity: Activity;
  readonly unit: Unit;
  readonly department: string;
  /** Empty where the line is the department's own. */
  readonly place: string;
  /** By title, those that its unit holds. */
  readonly goals: readonly string[];
  readonly status: Status | null;
  readonly comment: string | null;
  readonly mark: string;
  /** False where the planning system knows it, and knows something else. */
  readonly isNew: boolean;
};

export type HandOverList = {
  /** What is to be handed over now, in the order of the tree. */
  readonly lines: readonly HandOverLine[];
  /** How many the planning system knows as they are. */
  readonly known: number;
  /** When something was handed over last. */
  readonly last: Day | null;
};

/**
 * [E11] What counts and ordinary work are handed over once, and again when they say something else. What was handed over and
 * has been dropped, or waits since, is told once more: the planning system must not go on with it.
 */
export function handOverList(world: Handed, { year, room }: Span): HandOverList {
  const { activities, assignments } = world;
  const lines: HandOverLine[] = [];
  let known = 0;
  let last: Day | null = null;
  for (const unit of placesIn(world.units, room)) {
    for (const activity of activitiesAt(activities, year, unit)) {
      const { handedOver, handedOverAs } = activity;
      const isCurrent = activity.state !== 'dropped' && !isWaiting(activity, assignments);
      if (handedOver === null && !isCurrent) continue;
      if (handedOver !== null && (last === null || handedOver > last)) last = handedOver;
      const line = lineOf(world, year, unit, activity);
      if (handedOver !== null && handedOverAs === line.mark) known += 1;
      else lines.push({ ...line, isNew: handedOver === null });
    }
  }
  return { lines, known, last };
}

function lineOf(world: Handed, year: number, unit: Unit, activity: Activity): Omit<HandOverLine, 'isNew'> {
  const { goals, units, assignments, comments } = world;
  const held = activity.goalKeys.filter((key) => holds(assignments, year, key, activity.unitKey));
  const [department, place] = placeCells(units, unit);
  const { status, text: comment } = latestOn(comments, activity.key);
  const said = {
    department,
    place: place ?? '',
    goals: inOrder(held.flatMap((key) => goals.get(key) ?? [])).map(({ title }) => title),
    status,
    comment,
  };
  return { activity, unit, ...said, mark: markOf({ activity, ...said }) };
}

/** [E12] A short mark of what a line says: the same on every device and day, another for anything that is told otherwise. */
export function markOf(line: Omit<HandOverLine, 'mark' | 'isNew' | 'unit'>): string {
  const { activity, department, place, goals, status, comment } = line;
  const { title, description, responsibleName, starts, due, state, kind, expectedEffect } = activity;
  return shortMark(
    JSON.stringify([
      title,
      description,
      responsibleName,
      starts,
      due,
      state,
      kind,
      expectedEffect,
      status,
      comment,
      goals,
      department,
      place,
    ]),
  );
}

/** [E13] The wishes that mark the lines as handed over: each of its own department, whose rows are read before it is sent. */
export function wishesFor(lines: readonly HandOverLine[], year: number, day: Day): HandOver[] {
  return lines.map(({ activity, unit, mark }) => ({
    do: 'handOver',
    year,
    roomKey: unit.departmentKey,
    activityKey: activity.key,
    day,
    as: mark,
  }));
}
