import { isSame, type ListName, type Value } from '../../src/basics/change.ts';
import type { Wish } from '../../src/commands.ts';
import { type Assignment, assignmentKey } from '../../src/assignments/assignment.ts';
import type { Stored } from '../../src/world.ts';
import type { Ask } from '../../src/sync/site.ts';

/** What somebody wanted of one field, and what they saw there when they wanted it. */
type Intention = { readonly was: Value; readonly to: Value };

/** A row as it stood on the site from a moment on; `undefined` when it was not there. */
export type Standing = {
  readonly fromMs: number;
  readonly row: Stored['row'] | undefined;
  /** Who made it so. */
  readonly by: string;
};

/** Everything that has stood on the site, and what its authors had seen: written by the simulation, beside the product. */
export type Chronicle = {
  /** The author sees the screen and wants this. */
  wants(user: string, wish: Wish): void;
  wantsField(user: string, list: ListName, key: string, field: string, intention: Intention): void;
  /** The row on the site has become this; says what is wrong with that, if anything. */
  note(
    atMs: number,
    by: string,
    ask: Ask | undefined,
    before: Stored | undefined,
    after: Stored | undefined,
    name: { list: ListName; key: string },
  ): string | undefined;
  historyOf(list: ListName, key: string): readonly Standing[];
  /** How often anything was written. */
  readonly writes: number;
  /** Unit shelves that users have written on, and those that were touched by hand, which nobody counts. */
  readonly writtenUnits: ReadonlySet<string>;
  readonly handledUnits: ReadonlySet<string>;
};

const states = { assignGoal: 'assigned', withdrawGoal: 'withdrawn', requestGoal: 'requested' } as const;

export const byHand = 'by hand';

export function openChronicle(): Chronicle {
  const histories = new Map<string, Standing[]>();
  const intentions = new Map<string, Intention[]>();
  const writtenUnits = new Set<string>();
  const handledUnits = new Set<string>();
  let writes = 0;
  const nameOf = (list: ListName, key: string) => `${list}\n${key}`;
  const fieldOf = (user: string, list: ListName, key: string, field: string) =>
    [user, list, key, field].join('\n');

  function wantsField(user: string, list: ListName, key: string, field: string, intention: Intention): void {
    const name = fieldOf(user, list, key, field);
    const known = intentions.get(name);
    if (known) known.push(intention);
    else intentions.set(name, [intention]);
  }

  /** [S8] Whoever writes over a value had seen it, perhaps over several edits sent as one. */
  function hadSeen(wanted: readonly Intention[], over: Value, to: Value): boolean {
    const reached: Value[] = [over];
    for (const from of reached) {
      for (const { was, to: next } of wanted) {
        if (!isSame(was, from)) continue;
        if (isSame(next, to)) return true;
        if (!reached.some((one) => isSame(one, next))) reached.push(next);
      }
    }
    return false;
  }

  function isJustified(user: string, over: Stored, field: string, from: Value, to: Value): boolean {
    const { list, row } = over;
    const wanted = intentions.get(fieldOf(user, list, row.key, field)) ?? [];
    if (hadSeen(wanted, from, to)) return true;
    if (list !== 'assignments' || (field !== 'state' && field !== 'removed')) return false;
    // [A4] A request may be granted unseen, and what was taken back stands open to anybody: to assign it, or [A8] to ask.
    const wantedStates = intentions.get(fieldOf(user, list, row.key, 'state')) ?? [];
    const isAssigning = wantedStates.some((one) => one.to === 'assigned');
    const isAsking = wantedStates.some((one) => one.to === 'requested');
    if (field === 'removed') return (isAssigning || isAsking) && to === false;
    if (isAsking && to === 'requested' && row.removed) return true;
    return isAssigning && to === 'assigned' && (from === 'requested' || row.removed);
  }

  /** Who said something and when follows what they said: it is never written alone, nor in another's name. */
  function isSignature(user: string, field: string, before: Stored, after: Stored): boolean {
    if (before.list !== 'assignments') return false;
    const [old, made] = [before.row, after.row] as [Assignment, Assignment];
    if (field === 'consultedBy' || field === 'consultedOn') {
      const isAnswer = made.consultation !== 'none';
      return (
        made.consultation !== old.consultation &&
        (isAnswer ? made.consultedBy?.id === user && made.consultedOn !== null : made[field] === null)
      );
    }
    if (field !== 'requestedBy' && field !== 'requestedOn') return false;
    const isNew = made.state !== old.state || made.removed !== old.removed;
    return isNew && made.state === 'requested' && made.requestedBy?.id === user;
  }

  function faultOf(by: string, ask: Ask | undefined, before: Stored, after: Stored): string | undefined {
    if (by === byHand || before.list === 'tallies') return undefined;
    const [old, made] = [before.row, after.row] as unknown as Record<string, Value>[];
    for (const field of Object.keys(made ?? {})) {
      const [from, to] = [old?.[field] ?? null, made?.[field] ?? null];
      if (isSame(from, to) || isJustified(by, before, field, from, to)) continue;
      if (isSignature(by, field, before, after)) continue;
      const words = `${before.list} ${before.row.key} ${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`;
      return `[S8] ${by} wrote over what they had not seen (${ask?.ask}): ${words}`;
    }
    return undefined;
  }

  return {
    wantsField,
    wants(user, wish) {
      switch (wish.do) {
        case 'changeActivity':
          for (const [field, change] of Object.entries(wish.fields) as [string, Intention][])
            wantsField(user, 'activities', wish.activityKey, field, change);
          break;
        case 'takeBack':
          for (const { list, key, fields } of wish.changes)
            for (const [field, change] of Object.entries(fields)) wantsField(user, list, key, field, change);
          break;
        case 'logActivity':
        case 'addComment':
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
          break;
        case 'consult': {
          const key = assignmentKey(wish.year, wish.goalKey, wish.unitKey);
          wantsField(user, 'assignments', key, 'consultation', { was: wish.seen, to: wish.answer });
          break;
        }
        case 'assignGoal':
        case 'withdrawGoal':
        case 'requestGoal': {
          const key = assignmentKey(wish.year, wish.goalKey, wish.unitKey);
          const to = states[wish.do];
          wantsField(user, 'assignments', key, 'state', { was: wish.seen ?? 'none', to });
          break;
        }
        default:
      }
    },
    note(atMs, by, ask, before, after, { list, key }) {
      if (before === after || before?.etag === after?.etag) return undefined;
      writes += 1;
      const name = nameOf(list, key);
      const history = histories.get(name);
      const standing = { fromMs: atMs, row: after?.row, by };
      if (history) history.push(standing);
      else histories.set(name, [standing]);
      const row = after?.row ?? before?.row;
      if (row && 'unitShelf' in row) (by === byHand ? handledUnits : writtenUnits).add(row.unitShelf);
      return before && after ? faultOf(by, ask, before, after) : undefined;
    },
    historyOf: (list, key) => histories.get(nameOf(list, key)) ?? [],
    get writes() {
      return writes;
    },
    writtenUnits,
    handledUnits,
  };
}
