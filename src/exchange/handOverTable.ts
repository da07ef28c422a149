import type { HandOverLine } from './handOver.ts';
import { type Cell, dayCell, joined, type Table } from './table.ts';
import type { TableWords } from './wording.ts';

/** The file for the planning system. The activity's key is what it can be found again by there. */
export function handOverTable(lines: readonly HandOverLine[], words: TableWords): Table {
  const own = words.handOver;
  const { activity, description, responsible, starts, due, state, status, comment } = words;
  return {
    name: own.name,
    head: [
      own.key,
      own.news,
      activity,
      description,
      responsible,
      starts,
      due,
      state,
      status,
      comment,
      words.effect,
      words.kind,
      words.goal,
      words.department,
      words.unit,
    ],
    rows: lines.map((line): Cell[] => [
      line.activity.key,
      line.isNew ? own.isNew : own.isChanged,
      line.activity.title,
      line.activity.description,
      line.activity.responsibleName,
      dayCell(line.activity.starts),
      dayCell(line.activity.due),
      words.states[line.activity.state],
      line.status === null ? null : words.statuses[line.status],
      line.comment,
      line.activity.expectedEffect,
      words.kinds[line.activity.kind],
      joined(line.goals),
      line.department,
      line.place,
    ]),
  };
}
