import { isSame, type ListName, type Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { History, Version } from '../basics/version.ts';
import type { Unit } from '../organisation/unit.ts';
import { type Deed, deedOf, fieldsBetween, seenFields, valuesOf } from './history.ts';
import type { Overview } from './overview.ts';
import type { Periods } from './period.ts';
import { type Tallies, tallyKey } from './tally.ts';

/** Something that came to a record since a moment, as it still stands. */
export type Changed = {
  readonly list: ListName;
  readonly row: Row;
  readonly deed: Deed;
  readonly by: Person | null;
  readonly at: string;
  /** Of `changed`: which fields that people know are not as they were. */
  readonly fields: readonly string[];
};

/** One line of the list: an activity, or goals that somebody gave or took from one unit on one day. */
export type ChangeLine = Changed & { readonly unitKey: Key; readonly goalKeys: readonly Key[] };

/** [F28] Since when: the last closing, else the beginning of the open period, else a month ago. */
export function sinceWhen(periods: Periods, year: number, today: Day, monthAgo: Day): Day {
  const all = [...periods.values()].filter((period) => !period.removed);
  const closings = all.flatMap(({ state, closedOn, year: its }) =>
    state === 'closed' && closedOn !== null && closedOn <= today && its <= year ? [closedOn] : [],
  );
  const begun = all.flatMap((period) =>
    period.state === 'open' && period.year === year && period.starts <= today ? [period.starts] : [],
  );
  return closings.sort().at(-1) ?? begun.sort()[0] ?? monthAgo;
}

/** [F28] The board and the departments of which something was written from the moment on, as the tallies tell it; the latest first. */
export function roomsChangedSince(
  { board, departments, year }: Pick<Overview, 'board' | 'departments' | 'year'>,
  tallies: Tallies,
  moment: string,
): Unit[] {
  const asOf = (unit: Unit) => {
    const tally = tallies.get(tallyKey(year, unit.key));
    return tally && !tally.removed ? tally.packed.asOf : '';
  };
  const rooms = [{ unit: board, units: [] }, ...departments];
  return rooms
    .map(({ unit, units }) => {
      const all = [unit, ...units.map((row) => row.unit)].map(asOf);
      return { unit, latest: all.reduce((latest, one) => (one > latest ? one : latest), '') };
    })
    .filter(({ latest }) => latest >= moment && latest !== '')
    .sort((a, b) => (a.latest > b.latest ? -1 : a.latest < b.latest ? 1 : 0))
    .map(({ unit }) => unit);
}

/**
 * [F29] What has come to a record since the moment, as it still stands: what was done and undone again is left out.
 * Where its versions do not reach back to the moment, all that is known is that it has changed.
 */
export function deedsSince(list: ListName, history: History, moment: string): Changed[] {
  const { versions } = history;
  const last = versions.at(-1);
  const first = versions.find(({ at }) => at >= moment);
  if (!last || !first) return [];
  const at = versions.indexOf(first);
  const before = versions[at - 1];
  const told = (deed: Deed, by: Version, fields: readonly string[] = []): Changed[] => [
    { list, row: last.row, deed, by: by.by, at: by.at, fields },
  ];
  if (!before && !(history.isKept && first.number === 1)) return told('changed', last);
  const was = before && !before.row.removed ? before.row : undefined;
  const madeBy = (field: string) => writerOf(versions.slice(at), field, was) ?? last;
  if (last.row.removed) return was ? told('removed', madeBy('removed')) : [];
  if (!was) {
    const deed = deedOf(list, undefined, last.row);
    if (list === 'assignments') return told(deed, madeBy('state'));
    const state = valuesOf(last.row)['state'];
    return [
      ...told('created', first),
      ...(state === 'done' || state === 'dropped'
        ? told(state === 'done' ? 'finished' : 'dropped', madeBy('state'))
        : []),
    ];
  }
  const seen = seenFields(fieldsBetween(was, last.row)).map(([field]) => field);
  if (seen.length === 0) return [];
  const deed = deedOf(list, was, last.row);
  if (deed === 'changed') return told(deed, last, seen);
  return told(deed, madeBy(deed === 'consulted' ? 'consultation' : 'state'));
}

/** Who gave the field the value that it has now. */
function writerOf(versions: readonly Version[], field: string, was: Row | undefined): Version | undefined {
  const valueOf = (row: Row | undefined) => (row ? (valuesOf(row)[field] ?? null) : null);
  return versions.findLast(
    ({ row }, n) => (!was && n === 0) || !isSame(valueOf(row), valueOf(versions[n - 1]?.row ?? was)),
  );
}

/** [F29] One line an activity; goals that one person gave to or took from one unit on one day are one line. The latest first. */
export function linesOf(all: readonly Changed[]): ChangeLine[] {
  const lines = new Map<string, ChangeLine>();
  for (const one of all) {
    const unitKey = keyIn(one.row, 'unitKey');
    const isOfGoal = one.list === 'assignments';
    const name = isOfGoal
      ? [one.deed, unitKey, one.by?.id ?? '', one.at.slice(0, 10), one.fields.join()].join('\n')
      : `${one.deed}\n${one.row.key}`;
    const known = lines.get(name);
    const latest = known && known.at >= one.at ? known : one;
    const goalKeys = [...(known?.goalKeys ?? []), ...(isOfGoal ? [keyIn(one.row, 'goalKey')] : [])];
    lines.set(name, { ...latest, unitKey, goalKeys });
  }
  return [...lines.values()].sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

function keyIn(row: Row, field: string): Key {
  const value = valuesOf(row)[field];
  return typeof value === 'string' ? value : '';
}

export const changeGroups = ['created', 'finished', 'dropped', 'assigned', 'withdrawn', 'other'] as const;
export type ChangeGroup = (typeof changeGroups)[number];

export function groupOf({ deed }: Pick<Changed, 'deed'>): ChangeGroup {
  return changeGroups.find((group) => group === deed) ?? 'other';
}
