import { type Change, keyOf, type ListName } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Command } from '../commands.ts';
import { decide, leansOn, recordsOf } from '../decide.ts';
import { apply, overlay, type Tables } from '../world.ts';

/** What can be done about the waiting commands now. */
export type Queue = {
  /** Nothing of them is left to do: the site has it already. */
  readonly done: readonly Command[];
  readonly refused: readonly { readonly command: Command; readonly refusal: Refusal }[];
  /** In the order they were made, at most `most` changes in all. */
  readonly ready: readonly { readonly command: Command; readonly changes: readonly Change[] }[];
};

/**
 * Which commands can be sent now: oldest first for each record, independent records together. A command is decided
 * against what the site has confirmed and against what the earlier ones will have made of it; where the two differ it
 * waits for them.
 */
export function queueOf(
  tables: Tables,
  pending: Iterable<Command>,
  canDecide: (command: Command) => boolean,
  most: number,
): Queue {
  const world = overlay(tables);
  const taken = new Set<string>();
  /** Records that earlier commands lean on: written before those, they would take the ground from under them. */
  const leanedOn = new Set<string>();
  const queue = {
    done: [] as Command[],
    refused: [] as { command: Command; refusal: Refusal }[],
    ready: [] as { command: Command; changes: readonly Change[] }[],
  };
  /** Records of commands that cannot be decided yet: what comes after those waits for them. */
  const unsure = new Set<string>();
  let isFirst = true;
  let count = 0;
  for (const command of pending) {
    if (count >= most) break;
    const spokenOf = recordsOf(command).map(({ list, key }) => nameOf(list, key));
    const ground = leansOn(command).map(({ list, key }) => nameOf(list, key));
    // Decided without what it leans on, it would be refused.
    if (!canDecide(command) || [...spokenOf, ...ground].some((record) => unsure.has(record))) {
      for (const record of spokenOf) unsure.add(record);
      continue;
    }
    const alone = decide(command, tables);
    const after = isFirst ? alone : decide(command, world);
    if (isRefusal(alone) && isRefusal(after)) {
      // Said of what the earlier ones will have made of it: nobody is to choose between their own two edits.
      queue.refused.push({ command, refusal: after });
      continue;
    }
    const records = new Set([...recordsIn(alone), ...recordsIn(after)]);
    if (!isRefusal(alone) && alone.length === 0 && records.size === 0) {
      queue.done.push(command);
      continue;
    }
    isFirst = false;
    const isFree = ![...records].some((record) => taken.has(record) || leanedOn.has(record));
    for (const record of records) taken.add(record);
    for (const record of ground) leanedOn.add(record);
    if (!isRefusal(after)) for (const change of after) apply(change, world);
    if (!isFree || isRefusal(alone) || isRefusal(after) || alone.length === 0) continue;
    queue.ready.push({ command, changes: alone });
    count += alone.length;
  }
  return queue;
}

function recordsIn(answer: readonly Change[] | Refusal): string[] {
  return isRefusal(answer) ? [] : answer.map((change) => nameOf(change.list, keyOf(change)));
}

function nameOf(list: ListName, key: Key): string {
  return `${list}\n${key}`;
}
