import * as v from 'valibot';
import { isDay } from '../basics/day.ts';
import { isKey } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import type { Database } from './database.ts';

/** Where unsent commands lie until the site has them. */
export type PendingOnDisk = {
  /** The commands left from earlier, oldest first, and how many could not be read. */
  read(): Promise<{ commands: Command[]; unreadable: number }>;
  /** Resolves when both are on the disk itself, not merely on their way there: all of it or nothing. */
  swap(removed: readonly string[], added: readonly Command[]): Promise<void>;
};

const key = v.pipe(v.string(), v.check(isKey, 'not a key'));
const text = v.nullable(v.string());
const signed = {
  key,
  by: v.object({ id: v.string(), name: v.string() }),
  on: v.pipe(v.string(), v.check(isDay, 'not a day')),
  group: v.exactOptional(v.object({ key, size: v.number() })),
  year: v.number(),
  roomKey: v.string(),
};
const kind = v.picklist(['targeted', 'ordinary', 'enabling']);
const state = v.picklist(['planned', 'ongoing', 'done', 'dropped']);
const standing = v.picklist(['requested', 'assigned', 'withdrawn']);
const fromTo = <S extends v.GenericSchema>(schema: S) =>
  v.exactOptional(v.object({ was: schema, to: schema }));
const command = v.variant('do', [
  v.object({
    do: v.literal('assignGoal'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    seen: v.exactOptional(v.union([standing, v.literal('none')])),
  }),
  v.object({
    do: v.literal('withdrawGoal'),
    ...signed,
    goalKey: v.string(),
    unitKey: v.string(),
    seen: standing,
  }),
  v.object({
    do: v.literal('logActivity'),
    ...signed,
    activityKey: key,
    title: v.string(),
    goalKeys: v.array(v.string()),
    kind,
    unitKey: v.string(),
  }),
  v.object({
    do: v.literal('changeActivity'),
    ...signed,
    activityKey: key,
    fields: v.object({
      title: fromTo(v.string()),
      goalKeys: fromTo(v.array(v.string())),
      stageGoalKey: fromTo(text),
      kind: fromTo(kind),
      state: fromTo(state),
      responsibleId: fromTo(text),
      responsibleName: fromTo(text),
      starts: fromTo(text),
      due: fromTo(text),
      expectedEffect: fromTo(text),
      description: fromTo(text),
    }),
  }),
  v.object({
    do: v.literal('takeBack'),
    ...signed,
    of: key,
    changes: v.array(
      v.object({
        kind: v.literal('update'),
        list: v.picklist(['assignments', 'activities', 'comments']),
        key,
        fields: v.record(v.string(), v.object({ was: v.any(), to: v.any() })),
      }),
    ),
  }),
]);

export function pendingOnDisk(database: Database): PendingOnDisk {
  return {
    async read() {
      const rows = await database.getAll('pending');
      // What cannot be read stays on disk: a later version of the app may understand it.
      const commands = rows.flatMap((row): Command[] => {
        const read = v.safeParse(command, row);
        return read.success ? [read.output] : [];
      });
      return { commands, unreadable: rows.length - commands.length };
    },
    async swap(removed, added) {
      const transaction = database.transaction('pending', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      await Promise.all([
        ...removed.map((old) => store.delete(old)),
        ...added.map((wanted) => store.put(wanted, wanted.key)),
        transaction.done,
      ]);
    },
  };
}
