import { assignmentKey } from '../../src/assignments/assignment.ts';
import { isSame, type ListName, type Value } from '../../src/basics/change.ts';
import type { Command } from '../../src/commands.ts';
import { recordsOf } from '../../src/decide.ts';
import type { Life } from './device.ts';
import type { Chronicle, Standing } from './chronicle.ts';

/** One command and what has become of it, as far as its author can know. */
type Followed = {
  command: Command;
  atMs: number;
  readonly life: Life;
  /** Commands that took its place. */
  readonly replacedBy: Set<string>;
};

/** [S3] Keeps a list of every command that a user has given, beside the product's own. */
export type Following = {
  /** The product says to its disk that these go and those come. */
  swaps(atMs: number, life: Life, removed: readonly string[], added: readonly Command[]): void;
  /** The user has taken it away with their own hand. */
  isGivenUp(key: string): void;
  hasGivenUpAny(): boolean;
  givenUp(): Command[];
  /** Why it cannot be accounted for, though nobody shows it any more; `undefined` when all is well. */
  lossOf(key: string): string | undefined;
  keys(): Iterable<string>;
  readonly size: number;
  command(key: string): Command | undefined;
};

/** An answer may have been under way that long when the command was given. */
const longestWayMs = 120_000;

export function openFollowing(
  chronicle: Chronicle,
  kept: ReadonlySet<string>,
  isShown: (key: string) => boolean,
): Following {
  const followed = new Map<string, Followed>();
  const givenUp = new Set<string>();

  function isAccountedFor(key: string, seen = new Set<string>()): boolean {
    const one = followed.get(key);
    // A circle of replacements would be a command that nobody has.
    if (!one || seen.has(key)) return false;
    seen.add(key);
    if (isShown(key) || givenUp.has(key) || isHeld(one.command, one.atMs, chronicle)) return true;
    // It had not reached the disk when its tab ended, so its author was never told that it is kept.
    if (!kept.has(key) && !one.life.isOpen) return true;
    return [...one.replacedBy].some((other) => isAccountedFor(other, seen));
  }

  return {
    swaps(atMs, life, removed, added) {
      for (const command of added) {
        const known = followed.get(command.key);
        if (known) Object.assign(known, { command, atMs });
        else followed.set(command.key, { command, atMs, life, replacedBy: new Set() });
        for (const key of removed) if (key !== command.key) followed.get(key)?.replacedBy.add(command.key);
      }
    },
    isGivenUp: (key) => void givenUp.add(key),
    hasGivenUpAny: () => givenUp.size > 0,
    givenUp: () => [...givenUp].flatMap((key) => followed.get(key)?.command ?? []),
    lossOf(key) {
      if (isAccountedFor(key)) return undefined;
      return `[S3] lost: ${JSON.stringify(followed.get(key)?.command)}`;
    },
    keys: () => followed.keys(),
    get size() {
      return followed.size;
    },
    command: (key) => followed.get(key)?.command,
  };
}

/** The site holds, or has held since, what the command asks for. */
function isHeld(command: Command, atMs: number, chronicle: Chronicle): boolean {
  const standings = (list: ListName, key: string) =>
    since(chronicle.historyOf(list, key), atMs - longestWayMs);
  switch (command.do) {
    case 'logActivity': {
      const { activityKey, title, goalKeys, kind } = command;
      return everHeld(chronicle.historyOf('activities', activityKey), { title, goalKeys, kind });
    }
    case 'addComment': {
      const { commentKey, subjectKey, text } = command;
      return everHeld(chronicle.historyOf('comments', commentKey), { subjectKey, text: text.trim() });
    }
    case 'noteDialogue':
    case 'noteReminder':
    case 'dismissGap':
    case 'restoreGap':
    case 'saveSetting':
    case 'handOver':
    case 'extendGoal':
    case 'measure':
    case 'savePeriod':
    case 'closePeriod':
    case 'saveUnit':
    case 'saveGoal':
    case 'saveStageGoal':
    case 'saveIndicator':
    case 'bringAlong':
      return recordsOf(command).every(({ list, key }) => chronicle.historyOf(list, key).length > 0);
    case 'requestGoal': {
      const { year, goalKey, unitKey } = command;
      const history = standings('assignments', assignmentKey(year, goalKey, unitKey));
      // [A8] A goal that is held needs no asking.
      return ['requested', 'assigned'].some((state) => everHeld(history, { state, removed: false }));
    }
    case 'consult': {
      const { year, goalKey, unitKey, answer } = command;
      return everHeld(standings('assignments', assignmentKey(year, goalKey, unitKey)), {
        consultation: answer,
      });
    }
    case 'changeActivity': {
      const history = chronicle.historyOf('activities', command.activityKey);
      return Object.entries(command.fields as Record<string, { to: Value }>).every(([field, { to }]) =>
        everHeld(history, { [field]: to }),
      );
    }
    case 'takeBack':
      return command.changes.every(({ list, key, fields }) => {
        const history = chronicle.historyOf(list, key);
        return (
          wasMissing(history, atMs) ||
          Object.entries(fields).every(([field, { to }]) => everHeld(history, { [field]: to }))
        );
      });
    case 'assignGoal': {
      const { year, goalKey, unitKey } = command;
      const history = standings('assignments', assignmentKey(year, goalKey, unitKey));
      return everHeld(history, { state: 'assigned', removed: false });
    }
    case 'withdrawGoal': {
      const { year, goalKey, unitKey } = command;
      const key = assignmentKey(year, goalKey, unitKey);
      const isGone = wasMissing(chronicle.historyOf('assignments', key), atMs);
      const history = standings('assignments', key);
      return isGone || history.some(({ row }) => row?.removed) || everHeld(history, { state: 'withdrawn' });
    }
  }
}

/** The row was not there when the command was given, or has been deleted at some time. */
function wasMissing(history: readonly Standing[], atMs: number): boolean {
  const [first] = history;
  return !first || first.fromMs >= atMs - longestWayMs || history.some(({ row }) => row === undefined);
}

function everHeld(history: readonly Standing[], fields: Readonly<Record<string, Value>>): boolean {
  return history.some(({ row }) => {
    const held = row as unknown as Record<string, Value> | undefined;
    return held && Object.entries(fields).every(([field, value]) => isSame(held[field] ?? null, value));
  });
}

/** From the standing that held at that moment on. */
function since(history: readonly Standing[], fromMs: number): readonly Standing[] {
  let at = history.length - 1;
  while (at > 0 && (history[at]?.fromMs ?? 0) > fromMs) at -= 1;
  return history.slice(Math.max(0, at));
}
