import type { Activity } from './activities/activity.ts';
import {
  type ChangeActivity,
  changeActivity,
  changesBetween,
  cleaned,
  weighActivity,
} from './activities/changeActivity.ts';
import { type LogActivity, logActivity } from './activities/logActivity.ts';
import { type AssignGoal, assignGoal } from './assignments/assignGoal.ts';
import { type Assignment, assignmentKey } from './assignments/assignment.ts';
import { type Consult, consult } from './assignments/consult.ts';
import { type RequestGoal, requestGoal } from './assignments/requestGoal.ts';
import { type WithdrawGoal, withdrawGoal } from './assignments/withdrawGoal.ts';
import {
  type Change,
  type Clash,
  type FieldChange,
  type FieldChanges,
  isSame,
  type ListName,
  settleFields,
  type Update,
  weigh,
} from './basics/change.ts';
import type { Day } from './basics/day.ts';
import type { Key } from './basics/key.ts';
import type { Person } from './basics/person.ts';
import { changedByBoth, type Refusal } from './basics/refusal.ts';
import { type AddComment, addComment } from './followup/addComment.ts';
import { type NoteDialogue, noteDialogue } from './followup/dialogue.ts';
import {
  type DismissGap,
  dismissGap,
  gapNoteKey,
  type NoteReminder,
  noteReminder,
  type RestoreGap,
  restoreGap,
} from './followup/gapNote.ts';
import { type SaveSetting, saveSetting } from './organisation/saveSetting.ts';
import { rowIn, type World } from './world.ts';

/** Take back what an earlier command did, field by field. Works before and after that was sent. */
export type TakeBack = {
  readonly do: 'takeBack';
  readonly year: number;
  readonly roomKey: Key;
  /** The command that is taken back. */
  readonly of: Key;
  readonly changes: readonly Update[];
};

/** What a user can ask for, before it is signed. */
export type Wish =
  | AssignGoal
  | WithdrawGoal
  | RequestGoal
  | Consult
  | LogActivity
  | ChangeActivity
  | AddComment
  | NoteDialogue
  | NoteReminder
  | DismissGap
  | RestoreGap
  | SaveSetting
  | TakeBack;

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

/** What the command changes in this world, nothing when it is done already, or why it is refused. */
export function decide(command: Command, world: World): Change[] | Refusal {
  switch (command.do) {
    case 'assignGoal':
      return assignGoal(command, world);
    case 'withdrawGoal':
      return withdrawGoal(command, world);
    case 'requestGoal':
      return requestGoal(command, world);
    case 'consult':
      return consult(command, world);
    case 'logActivity':
      return logActivity(command, world);
    case 'changeActivity':
      return changeActivity(command, world);
    case 'addComment':
      return addComment(command, world);
    case 'noteDialogue':
      return noteDialogue(command, world);
    case 'noteReminder':
      return noteReminder(command, world);
    case 'dismissGap':
      return dismissGap(command, world);
    case 'restoreGap':
      return restoreGap(command, world);
    case 'saveSetting':
      return saveSetting(command, world);
    case 'takeBack':
      return takeBack(command, world);
  }
}

function takeBack({ changes }: TakeBack, world: World): Change[] | Refusal {
  const open: Change[] = [];
  for (const { list, key, fields } of changes) {
    const row = rowIn(world, list, key);
    // Its creation never came to be: there is nothing to take back.
    if (!row) continue;
    const weighed = list === 'activities' ? weighActivity(row as Activity, fields) : weigh(list, row, fields);
    if ('fields' in weighed) return changedByBoth(weighed);
    open.push(...weighed);
  }
  return open;
}

/** [S12] The wish that undoes what this command changed when it was made. */
export function undoOf(command: Command, changes: readonly Change[]): TakeBack {
  const { key, year, roomKey } = command;
  return { do: 'takeBack', year, roomKey, of: key, changes: changes.map(reversed) };
}

function reversed(change: Change): Update {
  const { list } = change;
  if (change.kind === 'create') {
    const { key, removed, ...created } = change.row;
    // What others have written into the row since then would be hidden with it: the rest must stand as it was made.
    const same = Object.entries(created).map(([name, value]) => [name, { was: value, to: value }] as const);
    const fields = { ...Object.fromEntries(same), removed: { was: removed, to: true } };
    return { kind: 'update', list, key, fields };
  }
  const fields = Object.entries(change.fields).map(([name, { was, to }]) => [name, { was: to, to: was }]);
  return { kind: 'update', list, key: change.key, fields: Object.fromEntries(fields) };
}

/**
 * The command after its author has seen what others wrote: mine over theirs, or theirs in place of mine.
 * `undefined` when nothing of it is left to do.
 */
export function settle(command: Command, clash: Clash, whose: 'mine' | 'theirs'): Command | undefined {
  switch (command.do) {
    case 'changeActivity': {
      const fields = settleFields(command.fields, clash, whose);
      return Object.keys(fields).length === 0 ? undefined : { ...command, fields };
    }
    case 'takeBack': {
      const changes = command.changes.map((change) =>
        change.list === clash.list && change.key === clash.key
          ? { ...change, fields: settleFields(change.fields, clash, whose) }
          : change,
      );
      const left = changes.filter(({ fields }) => Object.keys(fields).length > 0);
      return left.length === 0 ? undefined : { ...command, changes: left };
    }
    case 'assignGoal':
    case 'withdrawGoal':
    case 'requestGoal': {
      if (whose === 'theirs') return undefined;
      const seen = clash.fields['state']?.theirs as Assignment['state'] | undefined;
      return seen === undefined ? command : { ...command, seen };
    }
    case 'consult': {
      if (whose === 'theirs') return undefined;
      const seen = clash.fields['consultation']?.theirs as Assignment['consultation'] | undefined;
      return seen === undefined ? command : { ...command, seen };
    }
    case 'saveSetting': {
      if (whose === 'theirs') return undefined;
      const was = clash.fields['value']?.theirs as string | null | undefined;
      return was === undefined ? command : { ...command, was };
    }
    case 'logActivity':
    case 'addComment':
    case 'noteDialogue':
    case 'noteReminder':
    case 'dismissGap':
    case 'restoreGap':
      return whose === 'mine' ? command : undefined;
  }
}

/** [S13] Two edits of one activity as one, so that what is typed in haste is sent once; `undefined` if they are not alike. */
export function merged(earlier: Command, later: Command): Command | undefined {
  if (earlier.do !== 'changeActivity' || later.do !== 'changeActivity') return undefined;
  if (earlier.activityKey !== later.activityKey || earlier.roomKey !== later.roomKey) return undefined;
  if (earlier.group || later.group) return undefined;
  const before: FieldChanges = earlier.fields;
  const shown: FieldChanges = cleaned(earlier.fields);
  const fields: Record<string, FieldChange> = { ...before };
  for (const [name, change] of Object.entries<FieldChange>(later.fields)) {
    const first = shown[name];
    // The author has seen somebody else's words in the place of their first ones: those are two wishes.
    if (first && !isSame(first.to, change.was) && !isSame(first.to, change.to)) return undefined;
    // An empty field is `null`, so it is the change that is asked for, not what was.
    fields[name] = { was: (first ?? change).was, to: change.to };
  }
  return { ...later, fields };
}

/**
 * What turns an activity that may have reached the site already into what is wanted instead of it: a change, since a
 * second creation under the same key would be taken for the first one sent again. `undefined`: there is nothing like it.
 */
export function correctionOf(earlier: Wish, wish: Wish, world: World): Wish | undefined {
  if (earlier.do !== 'logActivity' || wish.do !== 'logActivity') return undefined;
  const activity = world.activities.get(earlier.activityKey);
  if (!activity) return undefined;
  const { title, goalKeys, kind } = wish;
  const fields = changesBetween(activity, { ...activity, title, goalKeys, kind });
  return { do: 'changeActivity', activityKey: activity.key, year: wish.year, roomKey: wish.roomKey, fields };
}

/** The records that the command speaks of, whatever it comes to. */
export function recordsOf(command: Command): { readonly list: ListName; readonly key: Key }[] {
  switch (command.do) {
    case 'assignGoal':
    case 'withdrawGoal':
    case 'requestGoal':
    case 'consult': {
      const { year, goalKey, unitKey } = command;
      return [{ list: 'assignments', key: assignmentKey(year, goalKey, unitKey) }];
    }
    case 'logActivity':
    case 'changeActivity':
      return [{ list: 'activities', key: command.activityKey }];
    case 'addComment':
      return [{ list: 'comments', key: command.commentKey }];
    case 'noteDialogue':
      return [{ list: 'dialogues', key: command.dialogueKey }];
    case 'noteReminder':
      return [
        {
          list: 'gapNotes',
          key: gapNoteKey(command, { recipientId: command.recipient.id, on: command.day }),
        },
      ];
    case 'dismissGap':
    case 'restoreGap':
      return [{ list: 'gapNotes', key: gapNoteKey(command) }];
    case 'saveSetting':
      return [{ list: 'settings', key: command.settingKey }];
    case 'takeBack':
      return command.changes.map(({ list, key }) => ({ list, key }));
  }
}

/** Records that the command does not change but that must stay as they are for it to be allowed. */
export function leansOn(command: Command): { readonly list: ListName; readonly key: Key }[] {
  if (command.do !== 'assignGoal') return [];
  // [A2] One can only hand down what one holds.
  const { year, goalKey, roomKey } = command;
  return [{ list: 'assignments', key: assignmentKey(year, goalKey, roomKey) }];
}
