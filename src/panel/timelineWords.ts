import type { Row } from '../basics/change.ts';
import type { Comment } from '../followup/comment.ts';
import { placeOf, type TimelineStep } from '../followup/timeline.ts';
import { placeCells } from '../exchange/span.ts';
import type { Cell, Table } from '../exchange/table.ts';
import type { FullText } from '../text/svLater.ts';
import type { World } from '../world.ts';
import { fieldWords, valueWords } from './valueWords.ts';

/** What the step is about: the activity, or the goal that was handed down. */
export function recordWords({ list, row }: TimelineStep, world: World): string {
  if (list === 'activities') return row.title;
  if (list === 'comments') return subjectWords(row as Comment, world);
  const { goalKey = '' } = row as Row & { goalKey?: string };
  return world.goals.get(goalKey)?.title ?? row.title;
}

function subjectWords({ subjectKey }: Comment, world: World): string {
  const assignment = world.assignments.get(subjectKey);
  if (assignment) return world.goals.get(assignment.goalKey)?.title ?? assignment.title;
  return world.activities.get(subjectKey)?.title ?? '';
}

/** The unit and its department, from the smaller to the larger. */
export function placeWords(row: Row, world: World): string {
  const unit = world.units.get(placeOf(row));
  if (!unit) return placeOf(row);
  const [department, own] = placeCells(world.units, unit);
  return own === null ? department : `${own}, ${department}`;
}

/** What was done, where that is more than fields that have changed. */
export function deedWords({ deed, row }: TimelineStep, text: FullText): string {
  const { timeline } = text.exchange;
  if (deed === 'unknown') return timeline.unknown;
  if (deed === 'created') return timeline.created;
  if (deed !== 'said') return text.changes.deeds[deed];
  const { status, isCorrection } = row as Comment;
  return [
    isCorrection ? text.exchange.words.isCorrection : '',
    status === null ? (isCorrection ? '' : timeline.said) : text.overview.statuses[status],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Each field by name, with what it was and what it became. */
export function fieldsIn(step: TimelineStep, world: World, text: FullText): [string, string, string][] {
  return step.fields.map(([name, { was, to }]) => [
    fieldWords(name, text, step.list),
    valueWords(step, name, was, world, text),
    valueWords(step, name, to, world, text),
  ]);
}

/** [F63] One row for each field that somebody changed, and one for what has no fields. */
export function timelineTable(
  steps: readonly TimelineStep[],
  world: World,
  text: FullText,
  moment: (at: string) => string,
): Table {
  const { timeline, words } = text.exchange;
  const { columns } = timeline;
  const rows = steps.flatMap((step): Cell[][] => {
    const { list, row, by, at } = step;
    const unit = world.units.get(placeOf(row));
    const shared: Cell[] = [
      moment(at),
      by?.name ?? text.changes.someone,
      kindWords(list, text),
      recordWords(step, world),
      ...(unit ? placeCells(world.units, unit) : [placeOf(row), null]),
      deedWords(step, text),
    ];
    const fields = fieldsIn(step, world, text);
    if (fields.length > 0) return fields.map((field) => [...shared, ...field]);
    return [[...shared, null, null, list === 'comments' ? (row as Comment).text : null]];
  });
  return {
    name: timeline.menu,
    head: [
      columns.when,
      columns.who,
      columns.kind,
      columns.record,
      words.department,
      words.unit,
      columns.what,
      columns.field,
      columns.from,
      columns.to,
    ],
    rows,
  };
}

function kindWords(list: TimelineStep['list'], { exchange }: FullText): string {
  const { kinds } = exchange.timeline;
  return list in kinds ? kinds[list as keyof typeof kinds] : list;
}
