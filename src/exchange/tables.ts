import { isWaiting } from '../activities/activity.ts';
import { countedOverview } from '../followup/countedOverview.ts';
import type { OverviewRow } from '../followup/overview.ts';
import { isWithin, unitShelfOf } from '../organisation/tree.ts';
import { activitiesAt, commentsIn, type Handed, latestOn, placeCells, placesIn, type Span } from './span.ts';
import { type Cell, dayCell, joined, type Table } from './table.ts';
import type { TableWords } from './wording.ts';

/** [E7] Every activity of the room's area once, whatever becomes of it; whether it counts is told beside it. */
export function activityTable(world: Handed, span: Span, words: TableWords): Table {
  const { units, goals, stageGoals, activities, assignments, comments } = world;
  const rows = placesIn(units, span.room).flatMap((unit) =>
    activitiesAt(activities, span.year, unit).map((activity): Cell[] => {
      const { status, text } = latestOn(comments, activity.key);
      const { stageGoalKey } = activity;
      return [
        ...placeCells(units, unit),
        activity.title,
        joined(activity.goalKeys.map((key) => goals.get(key)?.title ?? key)),
        stageGoalKey === null ? null : (stageGoals.get(stageGoalKey)?.title ?? stageGoalKey),
        words.kinds[activity.kind],
        words.states[activity.state],
        activity.state === 'dropped'
          ? words.no
          : isWaiting(activity, assignments)
            ? words.waits
            : activity.kind === 'ordinary'
              ? words.ordinary
              : words.yes,
        activity.responsibleName,
        dayCell(activity.starts),
        dayCell(activity.due),
        activity.expectedEffect,
        activity.description,
        status === null ? null : words.statuses[status],
        text,
        dayCell(activity.handedOver),
      ];
    }),
  );
  const { department, unit, activity, goal, stageGoal, kind, state, isCounted, responsible } = words;
  const { starts, due, effect, description, status, comment, handedOver } = words;
  return {
    name: words.names.activities,
    head: [
      department,
      unit,
      activity,
      goal,
      stageGoal,
      kind,
      state,
      isCounted,
      responsible,
      starts,
      due,
      effect,
      description,
      status,
      comment,
      handedOver,
    ],
    rows,
  };
}

/** [E8] Every goal that was handed down, asked for or taken back in the room's area, and what was answered. */
export function assignmentTable(world: Handed, span: Span, words: TableWords): Table {
  const { units, goals, assignments } = world;
  const rows = placesIn(units, span.room).flatMap((unit) =>
    [...assignments.by('unitShelf', unitShelfOf(span.year, unit))]
      .sort((a, b) => (goals.get(a.goalKey)?.order ?? 0) - (goals.get(b.goalKey)?.order ?? 0))
      .map((assignment): Cell[] => [
        ...placeCells(units, unit),
        goals.get(assignment.goalKey)?.title ?? assignment.goalKey,
        words.standings[assignment.state],
        words.consultations[assignment.consultation],
        assignment.consultedBy?.name ?? null,
        dayCell(assignment.consultedOn),
        assignment.requestedBy?.name ?? null,
        dayCell(assignment.requestedOn),
        assignment.note,
      ]),
  );
  const { department, unit, goal, state, consultation } = words;
  const { answeredBy, answeredOn, requestedBy, requestedOn, note } = words;
  return {
    name: words.names.assignments,
    head: [
      department,
      unit,
      goal,
      state,
      consultation,
      answeredBy,
      answeredOn,
      requestedBy,
      requestedOn,
      note,
    ],
    rows,
  };
}

/**
 * [E9] Departments and their units by goals, counted as the overview counts: a department's line holds its units too, and the
 * line of all goals each activity once.
 */
export function coverageTable(world: Handed, span: Span, words: TableWords): Table {
  const { units } = world;
  const { year, room } = span;
  const counted = room.level === 'unit' ? (units.get(room.departmentKey) ?? room) : room;
  const { departments } = countedOverview(world, year, counted);
  const lines =
    room.level === 'unit'
      ? departments.flatMap((row) => row.units.filter(({ unit }) => isWithin(units, unit.key, room.key)))
      : departments.flatMap((row) => [row, ...row.units]);
  const linesOf = (row: OverviewRow): Cell[][] => [
    [...placeCells(units, row.unit), words.everyGoal, null, null, row.counted, null, row.ordinary, null],
    ...row.cells.map((cell): Cell[] => [
      ...placeCells(units, row.unit),
      cell.goal.title,
      words.standings[cell.state],
      row.units.length > 0 ? cell.unitsHolding : null,
      cell.activities,
      cell.finished,
      cell.ordinary,
      cell.status === null ? null : words.statuses[cell.status],
    ]),
  ];
  const { department, unit, goal, state, unitsHolding, activities, finished, ordinary, status } = words;
  return {
    name: words.names.coverage,
    head: [department, unit, goal, state, unitsHolding, activities, finished, ordinary, status],
    rows: lines.flatMap(linesOf),
  };
}

/** [E10] What was said with a judgement or within a period, and why something was put right after closing; the oldest first. */
export function checkInTable(world: Handed, span: Span, words: TableWords): Table {
  const { units, goals, assignments, activities, periods } = world;
  const rows = commentsIn(world, span)
    .filter(({ status, periodKey }) => status !== null || periodKey !== null)
    .map((said): Cell[] => {
      const activity = activities.get(said.subjectKey);
      const goalKeys = activity?.goalKeys ?? [assignments.get(said.subjectKey)?.goalKey ?? ''];
      const unit = units.get(said.unitShelf.slice(said.unitShelf.indexOf('/') + 1));
      const { periodKey } = said;
      return [
        dayCell(said.on),
        ...(unit ? placeCells(units, unit) : [null, null]),
        periodKey === null ? null : (periods.get(periodKey)?.title ?? periodKey),
        activity?.title ?? null,
        joined(goalKeys.map((key) => goals.get(key)?.title ?? key)),
        said.status === null ? null : words.statuses[said.status],
        said.text,
        said.by?.name ?? null,
        said.isCorrection ? words.yes : null,
      ];
    });
  const { day, department, unit, period, activity, goal, state, comment, by, isCorrection } = words;
  return {
    name: words.names.checkIns,
    head: [day, department, unit, period, activity, goal, state, comment, by, isCorrection],
    rows,
  };
}
