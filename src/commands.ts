import type { ChangeActivity } from './activities/changeActivity.ts';
import type { HandOver } from './activities/handOver.ts';
import type { LogActivity } from './activities/logActivity.ts';
import type { AssignGoal } from './assignments/assignGoal.ts';
import type { Consult } from './assignments/consult.ts';
import type { RequestGoal } from './assignments/requestGoal.ts';
import type { WithdrawGoal } from './assignments/withdrawGoal.ts';
import type { Update } from './basics/change.ts';
import type { Day } from './basics/day.ts';
import type { Key } from './basics/key.ts';
import type { Person } from './basics/person.ts';
import type { AddComment } from './followup/addComment.ts';
import type { BringAlong } from './followup/bringAlong.ts';
import type { ClosePeriod } from './followup/closePeriod.ts';
import type { NoteDialogue } from './followup/noteDialogue.ts';
import type { DismissGap, NoteReminder, RestoreGap } from './followup/noteGap.ts';
import type { SavePeriod } from './followup/savePeriod.ts';
import type { ExtendGoal } from './goals/extendGoal.ts';
import type { Measure } from './goals/measure.ts';
import type { SaveGoal } from './goals/saveGoal.ts';
import type { SaveIndicator } from './goals/saveIndicator.ts';
import type { SaveStageGoal } from './goals/saveStageGoal.ts';
import type { SaveSetting } from './organisation/saveSetting.ts';
import type { SaveUnit } from './organisation/saveUnit.ts';

/** Take back what an earlier command did, field by field. Works before and after that was sent. */
export type TakeBack = {
  readonly do: 'takeBack';
  readonly year: number;
  readonly roomKey: Key;
  /** The command that is taken back. */
  readonly of: Key;
  /** Whom that one spoke of, where it did: the rows stand on that unit's shelf. */
  readonly unitKey?: Key;
  readonly changes: readonly Update[];
};

/** What is asked for in a department's or a unit's own page. */
type RoomWish =
  | AssignGoal
  | WithdrawGoal
  | RequestGoal
  | Consult
  | LogActivity
  | ChangeActivity
  | AddComment
  | TakeBack;

/** What is asked for by whoever sees to the whole. */
type UpperWish =
  | HandOver
  | NoteDialogue
  | NoteReminder
  | DismissGap
  | RestoreGap
  | SaveSetting
  | ExtendGoal
  | Measure
  | SavePeriod
  | ClosePeriod
  | SaveUnit
  | SaveGoal
  | SaveStageGoal
  | SaveIndicator
  | BringAlong;

/** What a user can ask for, before it is signed. */
export type Wish = (RoomWish | UpperWish) & {
  /** Why something is put right in a period that is closed already; written beside what it changes. */
  readonly correction?: string;
};

/**
 * A wish with its author, time and name, fixed once when it is made. It is plain data, so that it can lie on
 * disk and mean the same tomorrow.
 */
export type Command = Wish & {
  /** UUID; written as CommandKey on what the command creates. */
  readonly key: Key;
  readonly by: Person;
  readonly on: Day;
  /** Its place in its author's line. Keys come from a clock, which may be set back; the order of wishes may not. */
  readonly order?: number;
  /** Commands of one click: they are shown, cancelled and taken back together. */
  readonly group?: { readonly key: Key; readonly size: number };
};

export type RoomCommand = Extract<Command, { readonly do: RoomWish['do'] }>;
export type UpperCommand = Extract<Command, { readonly do: UpperWish['do'] }>;
