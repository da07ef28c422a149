import { cleanTitle } from './activities/activityLine.ts';
import { changesBetween, cleaned } from './activities/changeActivity.ts';
import type { LogActivity } from './activities/logActivity.ts';
import type { Assignment } from './assignments/assignment.ts';
import {
  type Change,
  type Clash,
  type FieldChange,
  type FieldChanges,
  isSame,
  keyOf,
  settleFields,
  type Update,
  type Value,
} from './basics/change.ts';
import type { Command, TakeBack, Wish } from './commands.ts';
import type { World } from './world.ts';

/** [S12] The wish that undoes what this command changed when it was made. */
export function undoOf(command: Command, changes: readonly Change[]): TakeBack & Pick<Command, 'correction'> {
  const { key, year, roomKey, correction } = command;
  // [F37] The reason for a correction stays, and so does that it was taken back.
  const own = changes.filter((change) => correction === undefined || keyOf(change) !== key);
  const wish = {
    do: 'takeBack' as const,
    year,
    roomKey,
    ...('unitKey' in command && command.unitKey !== undefined ? { unitKey: command.unitKey } : {}),
    of: key,
    changes: own.map(reversed),
  };
  return correction === undefined ? wish : { ...wish, correction };
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
    case 'extendGoal': {
      if (whose === 'theirs') return undefined;
      const was = clash.fields['toYear']?.theirs as number | null | undefined;
      return was === undefined ? command : { ...command, was };
    }
    case 'measure': {
      if (whose === 'theirs') return undefined;
      const was = command.was ?? { value: command.to.value, comment: null, source: null };
      return { ...command, was: { ...was, ...theirsIn(clash) } };
    }
    case 'savePeriod':
    case 'saveUnit':
    case 'saveGoal':
    case 'saveStageGoal':
    case 'saveIndicator': {
      if (whose === 'theirs') return undefined;
      // The plan as its author has seen it now: of the same form as the one that they wanted.
      return { ...command, was: { ...(command.was ?? command.to), ...theirsIn(clash) } } as Command;
    }
    case 'logActivity':
    case 'handOver':
    case 'closePeriod':
    case 'bringAlong':
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
  // Two reasons are two corrections: one of them would be lost.
  if (earlier.correction !== later.correction) return undefined;
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

/** What the others have in the fields that clash; the rest is as its author saw it, or wants it. */
function theirsIn({ fields }: Clash): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, { theirs }]) => [name, theirs]));
}

/**
 * The edits of an activity that wait behind its line, when that is written anew: what its author has rewritten there is their
 * latest word, and what was edited of it before falls. One with no fields left has nothing more to say.
 */
export function withoutRewritten(earlier: Wish, wish: Wish, laters: readonly Command[]): ChangeCommand[] {
  if (earlier.do !== 'logActivity' || wish.do !== 'logActivity') return [];
  const [was, is] = [lineOf(earlier), lineOf(wish)];
  const rewritten = new Set(Object.keys(was).filter((name) => !isSame(was[name] ?? null, is[name] ?? null)));
  return laters.flatMap((later) => {
    if (later.do !== 'changeActivity' || later.activityKey !== wish.activityKey) return [];
    const fields = Object.entries(later.fields).filter(([name]) => !rewritten.has(name));
    return [{ ...later, fields: Object.fromEntries(fields) }];
  });
}

type ChangeCommand = Extract<Command, { readonly do: 'changeActivity' }>;

function lineOf({ title, goalKeys, kind }: LogActivity): Readonly<Record<string, Value>> {
  return { title: cleanTitle(title), goalKeys: [...new Set(goalKeys)], kind };
}
