import { useRef, useState } from 'react';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Wish } from '../commands.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import { isWaiting } from './activity.ts';
import { detailsOf, emptyFields, type Fields, isWritten, nextFields } from './fields.ts';
import { type Line, lineRefusal, mostLines, previewOf, splitLines, wantedLines } from './lines.ts';
import type { LogActivity } from './logActivity.ts';
import { useChosenGoals } from './useChosenGoals.tsx';

/** What keeps a form from being saved before any rule is asked. */
export type Hindrance = 'badLine' | 'preview' | 'tooMany' | 'goal' | 'refused';

/** A form that is filled, saved and perhaps filled again; what was pasted as several lines becomes as many activities. */
export function useLogForm({
  coverage,
  year,
  goalKey,
}: {
  coverage: RoomCoverage;
  year: number;
  /** Chosen beforehand, where the form was opened for one goal. */
  goalKey?: Key | undefined;
}) {
  const store = useStore();
  const { world } = useWorld();
  const { host, newKey } = useEnvironment();
  const chosen = useChosenGoals();
  const { room } = coverage;
  // One key for one line: pressing Save twice in a hurry is still one activity.
  const [keys, setKeys] = useState<readonly Key[]>(() => [newKey()]);
  const [typed, setTyped] = useState<Fields>(() => ({
    ...emptyFields(host.context.person),
    ...(goalKey === undefined ? {} : { goalKeys: [goalKey] }),
  }));
  /** Goals are suggested until somebody has chosen. */
  const [hasChosen, setHasChosen] = useState(goalKey !== undefined);
  const [unitKey, setUnitKey] = useState<Key>(room.key);
  const [lines, setLines] = useState<readonly Line[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [tooMany, setTooMany] = useState<number>();
  const [waits, setWaits] = useState<{ readonly unitKey: Key; readonly goalKeys: readonly Key[] }>();
  const isSaving = useRef(false);
  const fields = hasChosen ? typed : { ...typed, goalKeys: suggestedFor(unitKey) };

  function suggestedFor(unit: Key): readonly Key[] {
    const held = coverage.held.map(({ goal }) => goal.key);
    const last = chosen.lastFor(unit).filter((key) => world.goals.get(key)?.isCarried);
    if (last.length > 0) return last;
    const own = unit === room.key ? held : held.filter((key) => holds(world.assignments, year, key, unit));
    return own.length === 1 ? own : [];
  }

  function type(wanted: Partial<Fields>) {
    setTyped((now) => ({ ...now, ...wanted }));
    if (wanted.goalKeys) setHasChosen(true);
    if (wanted.title !== undefined) setTooMany(undefined);
    setRefusal(undefined);
  }

  /** Several lines are shown one by one; one line stays what it is. */
  function preview(title: string): boolean {
    const n = splitLines(title).length;
    setTooMany(n > mostLines ? n : undefined);
    if (n < 2 || n > mostLines) return false;
    setLines(previewOf(title));
    setKeys(Array.from({ length: n }, () => newKey()));
    return true;
  }

  function join(title: string) {
    setLines(undefined);
    setKeys([newKey()]);
    type({ title });
  }

  /** With a correction: why something is logged after its year was closed. */
  async function save(correction?: string): Promise<Hindrance | undefined> {
    if (isSaving.current) return 'refused';
    if (!lines && splitLines(fields.title).length > mostLines) return 'tooMany';
    if (!lines && preview(fields.title)) return 'preview';
    if (lines?.some(lineRefusal) || (lines && wantedLines(lines).length === 0)) return 'badLine';
    const { meetingId } = host.context;
    const details = { ...detailsOf(fields), meetingId: meetingId === '' ? null : meetingId };
    const wishes = (lines ? wantedLines(lines) : [{ id: 0, title: fields.title }]).map(
      ({ id, title }): LogActivity & Pick<Wish, 'correction'> => ({
        do: 'logActivity',
        activityKey: keys[id] ?? newKey(),
        year,
        title,
        goalKeys: fields.goalKeys,
        kind: fields.kind,
        unitKey,
        roomKey: room.key,
        details,
        ...(correction === undefined ? {} : { correction }),
      }),
    );
    isSaving.current = true;
    const refused = await store.dispatchAll(wishes);
    isSaving.current = false;
    setRefusal(refused);
    if (refused) return refused.field === 'goalKeys' ? 'goal' : 'refused';
    chosen.remember(unitKey, fields.goalKeys);
    const { activities, assignments } = store.snapshot().world;
    const saved = activities.get(wishes[0]?.activityKey ?? '');
    setWaits(saved && isWaiting(saved, assignments) ? { unitKey, goalKeys: fields.goalKeys } : undefined);
    setTyped(nextFields(fields));
    setLines(undefined);
    setKeys([newKey()]);
    return undefined;
  }

  return {
    fields,
    type,
    unitKey,
    setUnitKey,
    lines,
    setLines,
    preview,
    join,
    save,
    refusal,
    tooMany,
    waits,
    closeWaits: () => setWaits(undefined),
    isWritten: isWritten(fields) || lines !== undefined,
  };
}
