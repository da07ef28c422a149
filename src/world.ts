import {
  type Activities,
  type Activity,
  type ActivityIndex,
  activityIndexes,
} from './activities/activity.ts';
import {
  type Assignment,
  type AssignmentIndex,
  assignmentIndexes,
  type Assignments,
} from './assignments/assignment.ts';
import type { Change, FieldChange, ListName, Row } from './basics/change.ts';
import type { Key } from './basics/key.ts';
import { Overlay, Table } from './basics/rows.ts';
import { type Comment, type CommentIndex, commentIndexes, type Comments } from './followup/comment.ts';
import { type Dialogue, type DialogueIndex, dialogueIndexes, type Dialogues } from './followup/dialogue.ts';
import { type GapNote, type GapNoteIndex, gapNoteIndexes, type GapNotes } from './followup/gapNote.ts';
import { type Period, periodIndexes, type Periods } from './followup/period.ts';
import { type Tallies, type Tally, type TallyIndex, tallyIndexes } from './followup/tally.ts';
import {
  type Goal,
  goalIndexes,
  type Goals,
  type StageGoal,
  type StageGoalIndex,
  stageGoalIndexes,
  type StageGoals,
} from './goals/goal.ts';
import {
  type Indicator,
  type IndicatorIndex,
  indicatorIndexes,
  type Indicators,
  type Measurement,
  type MeasurementIndex,
  measurementIndexes,
  type Measurements,
} from './goals/indicator.ts';
import { type Setting, settingIndexes, type Settings } from './organisation/setting.ts';
import { type Unit, type UnitIndex, unitIndexes, type Units } from './organisation/unit.ts';

/** Every record by key, as rules and screens read them. */
export type World = {
  readonly goals: Goals;
  readonly stageGoals: StageGoals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly periods: Periods;
  readonly settings: Settings;
  readonly tallies: Tallies;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
  readonly dialogues: Dialogues;
  readonly gapNotes: GapNotes;
};

/** Raise it when a record's fields change: copies on people's devices are then read anew. A test keeps watch. */
export const recordsVersion = 6;

/** What a record of each list is. */
export type Records = {
  readonly goals: Goal;
  readonly stageGoals: StageGoal;
  readonly units: Unit;
  readonly assignments: Assignment;
  readonly activities: Activity;
  readonly comments: Comment;
  readonly periods: Period;
  readonly settings: Setting;
  readonly tallies: Tally;
  readonly indicators: Indicator;
  readonly measurements: Measurement;
  readonly dialogues: Dialogue;
  readonly gapNotes: GapNote;
};

/** The records that the site has confirmed, changed in place. */
export type Tables = {
  readonly goals: Table<Goal, never>;
  readonly stageGoals: Table<StageGoal, StageGoalIndex>;
  readonly units: Table<Unit, UnitIndex>;
  readonly assignments: Table<Assignment, AssignmentIndex>;
  readonly activities: Table<Activity, ActivityIndex>;
  readonly comments: Table<Comment, CommentIndex>;
  readonly periods: Table<Period, never>;
  readonly settings: Table<Setting, never>;
  readonly tallies: Table<Tally, TallyIndex>;
  readonly indicators: Table<Indicator, IndicatorIndex>;
  readonly measurements: Table<Measurement, MeasurementIndex>;
  readonly dialogues: Table<Dialogue, DialogueIndex>;
  readonly gapNotes: Table<GapNote, GapNoteIndex>;
};

/** A record as the site holds it, with what a later write needs to know. */
export type Stored<L extends ListName = ListName> = {
  readonly list: L;
  readonly row: Records[L];
  /** SharePoint's own number for the row. */
  readonly itemId: string;
  /** The version that the next write must match. */
  readonly etag: string;
  /** The command that created the row; a key that is found is success only if this is mine. */
  readonly commandKey: string;
  /** When the site last wrote it, ISO 8601 in UTC. */
  readonly changedAt: string;
};

export function emptyTables(): Tables {
  return {
    goals: new Table(goalIndexes),
    stageGoals: new Table(stageGoalIndexes),
    units: new Table(unitIndexes),
    assignments: new Table(assignmentIndexes),
    activities: new Table(activityIndexes),
    comments: new Table(commentIndexes),
    periods: new Table(periodIndexes),
    settings: new Table(settingIndexes),
    tallies: new Table(tallyIndexes),
    indicators: new Table(indicatorIndexes),
    measurements: new Table(measurementIndexes),
    dialogues: new Table(dialogueIndexes),
    gapNotes: new Table(gapNoteIndexes),
  };
}

type Writable = { put(row: Row): void; get(key: string): Row | undefined };

/** A thin layer over the confirmed records, to lay changes on without touching or copying what lies below. */
export function overlay(tables: Tables): World {
  return {
    goals: new Overlay(tables.goals),
    stageGoals: new Overlay(tables.stageGoals),
    units: new Overlay(tables.units),
    assignments: new Overlay(tables.assignments),
    activities: new Overlay(tables.activities),
    comments: new Overlay(tables.comments),
    periods: new Overlay(tables.periods),
    settings: new Overlay(tables.settings),
    tallies: new Overlay(tables.tallies),
    indicators: new Overlay(tables.indicators),
    measurements: new Overlay(tables.measurements),
    dialogues: new Overlay(tables.dialogues),
    gapNotes: new Overlay(tables.gapNotes),
  };
}

/** Lays one change on an overlay. An update of a record that is not there is left out: the pull will bring it. */
export function apply(change: Change, onto: World): void {
  // The list's name decides the record's type; TypeScript cannot follow that through a union of tables.
  const rows = onto[change.list] as unknown as Writable;
  if (change.kind === 'create') {
    rows.put(change.row);
    return;
  }
  const row = rows.get(change.key);
  if (row) rows.put(changed(row, change.fields));
}

/** The record of that list and key, removed ones too. */
export function rowIn(world: World, list: ListName, key: Key): Row | undefined {
  return (world[list] as unknown as Writable).get(key);
}

/** Puts a record that the site has confirmed where it belongs. */
export function put(tables: Tables, stored: Stored): void {
  (tables[stored.list] as unknown as Writable).put(stored.row);
}

function changed(row: Row, fields: Readonly<Record<string, FieldChange>>): Row {
  const wanted = Object.entries(fields).map(([name, { to }]) => [name, to] as const);
  return { ...row, ...Object.fromEntries(wanted) };
}
