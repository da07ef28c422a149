import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { schemaGap, schemaVersionKey } from '../basics/schemaVersion.ts';
import { correctionOf, merged, settle, undoOf, withoutRewritten } from '../amendments.ts';
import type { Command, Wish } from '../commands.ts';
import { decide, recordsOf } from '../decide.ts';
import type { Tables, World } from '../world.ts';
import type { Ledger } from './ledger.ts';
import { replay } from './replay.ts';
import type { Undoable } from './snapshot.ts';

type Undo = Undoable & {
  /** False when the command has become part of an earlier one. */
  readonly canDrop: boolean;
  readonly commandKeys: readonly Key[];
};

export type AuthorParts = {
  readonly ledger: Ledger;
  readonly tables: Tables;
  /** The world that the author sees. */
  readonly world: () => World;
  readonly person: Person;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** Only the tab that sends knows what has certainly not been sent. */
  readonly isLeading: () => boolean;
  /** Something new stands in the line. */
  readonly onDispatched: () => void;
  readonly onChanged: () => void;
  /** Takes commands away by their author's own hand. */
  readonly giveUp: (keys: readonly string[]) => Promise<void>;
};

/** What the user may do to the line of commands: add to it, take back, put right, settle. */
export type Author = {
  undoable(): Undoable | undefined;
  dispatchAll(wishes: readonly Wish[]): Promise<Refusal | undefined>;
  undo(): Promise<Refusal | undefined>;
  replace(commandKey: string, wish: Wish): Promise<Refusal | undefined>;
  settle(commandKey: string, whose: 'mine' | 'theirs'): Promise<void>;
};

export function openAuthor(parts: AuthorParts): Author {
  const { ledger, tables, world, person, now, newKey, isLeading, onDispatched, onChanged, giveUp } = parts;
  const undoStack: Undo[] = [];
  let keeping = Promise.resolve();

  const sign = (wish: Wish, group?: Command['group']): Command => ({
    ...wish,
    key: newKey(),
    by: person,
    on: dayOf(now()),
    order: ledger.nextOrder(),
    ...(group ? { group } : {}),
  });

  function keep(removed: readonly string[], added: readonly Command[]): Promise<void> {
    keeping = ledger.keep(removed, added);
    return keeping;
  }

  async function dispatchAll(wishes: readonly Wish[], isUndo = false): Promise<Refusal | undefined> {
    const tooOld = refusedByAge();
    if (tooOld) return tooOld;
    const group = wishes.length > 1 ? { key: newKey(), size: wishes.length } : undefined;
    const signed = wishes.map((wish) => sign(wish, group));
    const next = replay(tables, [...ledger.free(), ...signed], decide);
    const refusal = signed.map(({ key }) => next.refusals.get(key)).find((one) => one !== undefined);
    if (refusal) return refusal;
    const wanted = signed.filter(({ key }) => (next.changes.get(key)?.length ?? 0) > 0);
    const [only] = wanted;
    if (!only) return undefined;
    const earlier = wanted.length === 1 ? untriedEditBefore(only) : undefined;
    const joined = earlier && merged(earlier, only);
    // [F32] What has been sent to somebody stays sent. [F36] Closing a period has its own way back, as long as there is one.
    if (!isUndo && wanted.some(({ do: deed }) => deed !== 'noteReminder' && deed !== 'closePeriod')) {
      undoStack.push({
        id: newKey(),
        wishes: wanted.map((command) => undoOf(command, next.changes.get(command.key) ?? [])).reverse(),
        canDrop: !joined,
        commandKeys: wanted.map(({ key }) => key),
      });
    }
    await (joined && earlier ? keep([earlier.key], [joined]) : keep([], wanted));
    onDispatched();
    return undefined;
  }

  /** [L8] Of lists that a later app has taken forward, this one does not know what a change would break. */
  function refusedByAge(): Refusal | undefined {
    const setting = tables.settings.get(schemaVersionKey);
    return setting && schemaGap(setting.value) === 'newer'
      ? { refused: 'newerSchema', field: '' }
      : undefined;
  }

  /** The latest waiting command of the same activity, if it has certainly not been sent. */
  function untriedEditBefore(command: Command): Command | undefined {
    if (command.do !== 'changeActivity' || !isLeading()) return undefined;
    const latest = ledger.all().findLast((one) => speaksOf(one, command.activityKey));
    return latest && ledger.isUntried(latest.key) ? latest : undefined;
  }

  async function undo(): Promise<Refusal | undefined> {
    // What was done last may still be on its way to the disk.
    await keeping;
    const last = undoStack.pop();
    if (!last) return undefined;
    // Nothing of it has left the device: it need not be told to the site at all.
    if (last.canDrop && isLeading() && last.commandKeys.every((key) => ledger.isUntried(key))) {
      await giveUp(last.commandKeys);
      return undefined;
    }
    const refusal = await dispatchAll(last.wishes, true);
    if (refusal) undoStack.push(last);
    onChanged();
    return refusal;
  }

  async function replace(commandKey: string, wish: Wish): Promise<Refusal | undefined> {
    // A second thought may come while the first is on its way to the disk.
    await keeping;
    const tooOld = refusedByAge();
    if (tooOld) return tooOld;
    const earlier = ledger.find(commandKey);
    // It has reached the site meanwhile, where creating it again would change nothing.
    if (!earlier) return dispatchAll([correctionOf(wish, wish, world()) ?? wish]);
    // What another tab has tried, only that one knows.
    if (!ledger.stuckWith(commandKey) && (ledger.isTried(commandKey) || !isLeading())) {
      const correction = correctionOf(earlier, wish, world());
      if (correction) return dispatchAll([correction]);
    }
    const signed = sign(wish);
    const others = ledger.free().filter((one) => one !== earlier);
    const answer = decide(signed, replay(tables, others, decide).world);
    if (isRefusal(answer)) return answer;
    const laters = withoutRewritten(earlier, wish, ledger.all());
    const left = laters.filter(({ fields }) => Object.keys(fields).length > 0);
    await keep([commandKey, ...laters.map(({ key }) => key)], [signed, ...left]);
    onDispatched();
    return undefined;
  }

  async function settleClash(commandKey: string, whose: 'mine' | 'theirs'): Promise<void> {
    const command = ledger.find(commandKey);
    const why = ledger.stuckWith(commandKey);
    const clash = why?.why === 'refused' ? why.refusal.clash : undefined;
    if (!command || !clash) return;
    const settled = settle(command, clash, whose);
    if (!settled) return giveUp([commandKey]);
    await keep([commandKey], [settled]);
    ledger.setStuck(commandKey, undefined);
    onDispatched();
  }

  return {
    undoable: () => undoStack.at(-1),
    dispatchAll: (wishes) => dispatchAll(wishes),
    undo,
    replace,
    settle: settleClash,
  };
}

function speaksOf(command: Command, activityKey: Key): boolean {
  return recordsOf(command).some(({ list, key }) => list === 'activities' && key === activityKey);
}
