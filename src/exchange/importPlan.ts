import type { ChangeActivity } from '../activities/changeActivity.ts';
import type { LogActivity } from '../activities/logActivity.ts';
import type { Change, ListName } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Measure } from '../goals/measure.ts';
import { measurementKey } from '../goals/indicator.ts';
import type { SaveGoal } from '../goals/saveGoal.ts';
import type { SaveIndicator } from '../goals/saveIndicator.ts';
import type { SaveStageGoal } from '../goals/saveStageGoal.ts';
import type { SaveUnit } from '../organisation/saveUnit.ts';
import type { ImportKind } from './importFields.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { RowReader } from './rowReader.ts';
import type { FileRow } from './sheet.ts';

export type ImportWish =
  | SaveUnit
  | SaveGoal
  | SaveStageGoal
  | SaveIndicator
  | LogActivity
  | ChangeActivity
  | Measure;

export type Shown = string | number | boolean | null;
export type FieldDiff = { readonly field: string; readonly from: Shown; readonly to: Shown };

/** What one row of the file comes to. `double`: another row says just the same. */
export type PlanLine = {
  readonly n: number;
  readonly title: string;
  readonly place: string;
  readonly state: 'new' | 'changed' | 'same' | 'cannot' | 'double';
  readonly diffs: readonly FieldDiff[];
  readonly problems: readonly Problem[];
  /** It is read in all the same. */
  readonly remarks: readonly Problem[];
  readonly wish?: ImportWish;
  /** True for an activity whose unit does not hold the goal yet. */
  readonly willWait?: boolean;
};

export type ImportPlan = {
  readonly kind: ImportKind;
  /** In the order of the file. */
  readonly lines: readonly PlanLine[];
  /** In the order in which they can be done: what others lean on comes first. */
  readonly wishes: readonly ImportWish[];
};

/** People by how the file writes them; `several` where the name is no one person's. */
export type PeopleFound = ReadonlyMap<string, Person | 'several' | 'none'>;

export type PlanOf = {
  readonly rows: readonly FileRow[];
  readonly mapping: Mapping;
  /** The year that is shown: what the file says no year of belongs to it. */
  readonly year: number;
  /** Under whose name the wishes are told. */
  readonly roomKey: Key;
  readonly by: Person;
};

/** One row on its way to a line. */
export type Draft = {
  readonly row: RowReader;
  readonly title: string;
  readonly place: string;
  /** The same for two rows that speak of one thing; none where that cannot be said. */
  readonly about: string | undefined;
  /** All that the row says, for telling whether two say the same. */
  readonly says: string;
};

/**
 * [I13] Two rows that speak of one thing: saying the same, all but one are left out; saying different things, none is read in,
 * since nobody knows which holds. So the order of the rows makes no difference.
 */
export function withoutDoubles<D extends Draft>(drafts: readonly D[]): ReadonlySet<D> {
  const doubles = new Set<D>();
  const groups = new Map<string, D[]>();
  for (const draft of drafts) {
    if (draft.about === undefined) continue;
    const group = groups.get(draft.about);
    if (group) group.push(draft);
    else groups.set(draft.about, [draft]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < 2) continue;
    if (group.every(({ says }) => says === first.says)) {
      for (const draft of group.slice(1)) doubles.add(draft);
      continue;
    }
    for (const { row } of group) {
      const other = group.find((one) => one.row !== row)?.row.n ?? row.n;
      row.problem('sameTwice', undefined, '', other);
    }
  }
  return doubles;
}

/** What a rule made of the wish: what is left to do, or a problem of the row. */
export function outcomeOf(row: RowReader, answer: Change[] | Refusal): readonly Change[] {
  if (!isRefusal(answer)) return answer;
  row.refuse(answer);
  return [];
}

export function lineOf(
  draft: Draft,
  parts: {
    readonly isDouble: boolean;
    readonly changes: readonly Change[];
    readonly diffs: readonly FieldDiff[];
    readonly wish?: ImportWish | undefined;
    readonly willWait?: boolean;
  },
): PlanLine {
  const { row, title, place } = draft;
  const { isDouble, changes, diffs, wish, willWait } = parts;
  const { n, problems, remarks } = row;
  const base = { n, title, place, problems, remarks };
  if (problems.length > 0) return { ...base, state: 'cannot', diffs: [] };
  if (isDouble) return { ...base, state: 'double', diffs: [] };
  const isNew =
    changes.some(({ kind }) => kind === 'create') ||
    changes.some((one) => one.kind === 'update' && one.fields['removed']);
  if (changes.length === 0 || !wish) return { ...base, state: 'same', diffs: [] };
  return {
    ...base,
    state: isNew ? 'new' : 'changed',
    diffs: isNew ? [] : diffs,
    wish,
    ...(willWait ? { willWait } : {}),
  };
}

/** The record that a wish, or a command made from it, speaks of. */
export function subjectOf(wish: {
  readonly do: string;
}): { readonly list: ListName; readonly key: Key } | undefined {
  const one = wish as ImportWish;
  switch (one.do) {
    case 'saveUnit':
      return { list: 'units', key: one.unitKey };
    case 'saveGoal':
      return { list: 'goals', key: one.goalKey };
    case 'saveStageGoal':
      return { list: 'stageGoals', key: one.stageGoalKey };
    case 'saveIndicator':
      return { list: 'indicators', key: one.indicatorKey };
    case 'logActivity':
    case 'changeActivity':
      return { list: 'activities', key: one.activityKey };
    case 'measure':
      return { list: 'measurements', key: measurementKey(one.indicatorKey, one.periodKey) };
    default:
      return undefined;
  }
}
