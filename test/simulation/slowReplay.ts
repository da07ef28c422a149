import { activityIndexes } from '../../src/activities/activity.ts';
import { assignmentIndexes } from '../../src/assignments/assignment.ts';
import { isSame, type Change, type Row } from '../../src/basics/change.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Indexes, Rows } from '../../src/basics/rows.ts';
import type { Command } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { commentIndexes } from '../../src/followup/comment.ts';
import { periodIndexes } from '../../src/followup/period.ts';
import { dialogueIndexes } from '../../src/followup/dialogue.ts';
import { gapNoteIndexes } from '../../src/followup/gapNote.ts';
import { tallyIndexes } from '../../src/followup/tally.ts';
import { goalIndexes, stageGoalIndexes } from '../../src/goals/goal.ts';
import { indicatorIndexes, measurementIndexes } from '../../src/goals/indicator.ts';
import { settingIndexes } from '../../src/organisation/setting.ts';
import { unitIndexes } from '../../src/organisation/unit.ts';
import type { Tables, World } from '../../src/world.ts';

const indexes = {
  goals: goalIndexes,
  stageGoals: stageGoalIndexes,
  units: unitIndexes,
  assignments: assignmentIndexes,
  activities: activityIndexes,
  comments: commentIndexes,
  periods: periodIndexes,
  settings: settingIndexes,
  tallies: tallyIndexes,
  indicators: indicatorIndexes,
  measurements: measurementIndexes,
  dialogues: dialogueIndexes,
  gapNotes: gapNoteIndexes,
} as const;
const names = Object.keys(indexes) as (keyof typeof indexes)[];
/** Lists that commands change, and two that others change under them. */
const watched = ['assignments', 'activities', 'units', 'goals', 'comments'] as const;

/** Rows in one plain Map, with every question answered by looking at all of them. */
class PlainRows implements Rows<Row, string> {
  readonly rows: Map<string, Row>;
  readonly #indexes: Indexes<Row, string>;

  constructor(rows: Iterable<Row>, own: Indexes<Row, string>) {
    this.rows = new Map();
    for (const row of rows) this.rows.set(row.key, row);
    this.#indexes = own;
  }

  get(key: string): Row | undefined {
    return this.rows.get(key);
  }

  *values(): Iterable<Row> {
    for (const row of this.rows.values()) if (!row.removed) yield row;
  }

  *by(index: string, value: string): Iterable<Row> {
    for (const row of this.values()) if (this.#indexes[index]?.(row).includes(value)) yield row;
  }
}

/** [S1] The view as slowly and plainly as it can be had: everything copied, each command decided in turn and laid on. */
export function slowReplay(tables: Tables, pending: readonly Command[]): World {
  const plain = Object.fromEntries(
    names.map((name) => [
      name,
      new PlainRows(tables[name].all(), indexes[name] as unknown as Indexes<Row, string>),
    ]),
  ) as Record<keyof typeof indexes, PlainRows>;
  const world = plain as unknown as World;
  for (const command of pending) {
    const answer = decide(command, world);
    if (isRefusal(answer)) continue;
    for (const change of answer) lay(change, plain);
  }
  return world;
}

function lay(change: Change, plain: Record<Change['list'], PlainRows>): void {
  const { rows } = plain[change.list];
  if (change.kind === 'create') {
    rows.set(change.row.key, change.row);
    return;
  }
  const before = rows.get(change.key);
  if (!before) return;
  const after: Record<string, unknown> = { ...before };
  for (const [field, { to }] of Object.entries(change.fields)) after[field] = to;
  rows.set(change.key, after as Row);
}

/** The first row in which two views differ, as words. */
export function differenceOf(one: World, other: World): string | undefined {
  for (const list of watched) {
    const [left, right] = [rowsOf(one[list]), rowsOf(other[list])];
    for (const [key, row] of left) {
      const there = right.get(key);
      if (!there) return `${list} ${key} stands in one only`;
      if (row !== there && !isSame(row, there))
        return `${list} ${key}: ${JSON.stringify(row)} and ${JSON.stringify(there)}`;
    }
    for (const key of right.keys()) if (!left.has(key)) return `${list} ${key} stands in the other only`;
  }
  return undefined;
}

/** What a screen asks by shelf must be what it would find by looking at everything. */
export function misplacedIn(world: World): string | undefined {
  for (const list of ['assignments', 'activities', 'comments'] as const) {
    const shelves = new Map<string, number>();
    for (const { shelf } of world[list].values()) shelves.set(shelf, (shelves.get(shelf) ?? 0) + 1);
    for (const [shelf, number] of shelves) {
      let found = 0;
      for (const _ of world[list].by('shelf', shelf)) found += 1;
      if (found !== number) return `${list} on ${shelf}: ${found} by shelf, ${number} in all`;
    }
  }
  return undefined;
}

function rowsOf(rows: { values(): Iterable<Row> }): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows.values()) found.set(row.key, row);
  return found;
}

/** A picture of the view that stays as it is when the records below move on. */
export function pictureOf(world: World): Map<string, Row> {
  const picture = new Map<string, Row>();
  for (const list of watched) for (const row of world[list].values()) picture.set(`${list}\n${row.key}`, row);
  return picture;
}

export function changeBetween(before: Map<string, Row>, after: Map<string, Row>): string | undefined {
  for (const [name, row] of before) {
    const there = after.get(name);
    if (row !== there && !isSame(row, there ?? null))
      return `${name.replace('\n', ' ')}: ${JSON.stringify(row)} became ${JSON.stringify(there)}`;
  }
  for (const name of after.keys()) if (!before.has(name)) return `${name.replace('\n', ' ')} appeared`;
  return undefined;
}
