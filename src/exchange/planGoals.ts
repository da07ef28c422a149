import type { Change } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Plan } from '../basics/plan.ts';
import { type Goal, goalIndexes, type Goals, stageGoalIndexes, type StageGoals } from '../goals/goal.ts';
import { indicatorIndexes, type Indicators } from '../goals/indicator.ts';
import { goalKeyOf, type GoalPlan, longestGoalName, saveGoal } from '../goals/saveGoal.ts';
import {
  indicatorKeyOf,
  type IndicatorPlan,
  longestIndicatorName,
  saveIndicator,
} from '../goals/saveIndicator.ts';
import {
  longestStageGoalName,
  saveStageGoal,
  stageGoalKeyOf,
  type StageGoalPlan,
} from '../goals/saveStageGoal.ts';
import { sameName } from './cellValues.ts';
import {
  type Draft,
  type FieldDiff,
  type ImportPlan,
  type ImportWish,
  lineOf,
  outcomeOf,
  type PlanLine,
  type PlanOf,
  withoutDoubles,
} from './importPlan.ts';
import { RowReader } from './rowReader.ts';
import { Laid } from './laid.ts';

export type GoalWorld = {
  readonly goals: Goals;
  readonly stageGoals: StageGoals;
  readonly indicators: Indicators;
};

type What = 'goal' | 'stageGoal' | 'indicator';
type GoalDraft = Draft & {
  readonly what: What;
  readonly goal: string;
  readonly said: ReturnType<typeof saidIn>;
};

const longestName: Readonly<Record<What, number>> = {
  goal: longestGoalName,
  stageGoal: longestStageGoalName,
  indicator: longestIndicatorName,
};
const ranks: Readonly<Record<What, number>> = { goal: 0, stageGoal: 1, indicator: 2 };

/**
 * [I17] What a file of goals comes to: a row is a goal, unless it says that it is a stage goal or an indicator; those name the goal
 * that they belong to, which may stand in the same file. An empty cell leaves what is there as it is.
 */
export function planGoals(of: PlanOf, world: GoalWorld): ImportPlan {
  const drafts = of.rows.map((file) => draftOf(new RowReader(file, of.mapping)));
  const doubles = withoutDoubles(drafts);
  const laid = {
    goals: new Laid(world.goals, goalIndexes),
    stageGoals: new Laid(world.stageGoals, stageGoalIndexes),
    indicators: new Laid(world.indicators, indicatorIndexes),
  };
  const named = new Map([...world.goals.values()].map((goal) => [sameName(goal.title), goal.key]));
  const goalNamed: GoalNamed = (title) => laid.goals.get(named.get(sameName(title)) ?? '');
  const order = [...world.goals.values()].reduce((most, goal) => Math.max(most, goal.order), 0) + 1;
  const lines = new Map<GoalDraft, PlanLine>();
  const wishes: ImportWish[] = [];
  for (const draft of [...drafts].sort((a, b) => ranks[a.what] - ranks[b.what])) {
    const isDouble = doubles.has(draft);
    if (isDouble || draft.row.problems.length > 0) {
      lines.set(draft, lineOf(draft, { isDouble, changes: [], diffs: [] }));
      continue;
    }
    const made = wishOf(draft, of, laid, { order, goalNamed });
    const changes = made ? outcomeOf(draft.row, made.rule()) : [];
    const line = lineOf(draft, { isDouble, changes, diffs: made?.diffs ?? [], wish: made?.wish });
    lines.set(draft, line);
    if (!line.wish) continue;
    wishes.push(line.wish);
    if (line.wish.do === 'saveGoal') named.set(sameName(draft.title), line.wish.goalKey);
    for (const rows of Object.values(laid))
      rows.lay(changes.filter(({ list }) => laid[list as keyof typeof laid] === rows));
  }
  return { kind: 'goals', lines: drafts.flatMap((draft) => lines.get(draft) ?? []), wishes };
}

function draftOf(row: RowReader): GoalDraft {
  const what: What = row.code('what') ?? 'goal';
  const title = row.needed('title', longestName[what]);
  const goal = what === 'goal' ? '' : row.needed('goal', longestGoalName);
  const said = saidIn(row, what);
  const about = title === '' ? undefined : [what, sameName(title), sameName(goal)].join('\n');
  return { row, title, place: goal, what, goal, said, about, says: JSON.stringify(said) };
}

function saidIn(row: RowReader, what: What) {
  const isGoal = what === 'goal';
  const isIndicator = what === 'indicator';
  return {
    description: isGoal ? row.text('description', 10_000, true) : '',
    theme: isGoal ? row.text('theme') : '',
    fromYear: isGoal ? row.year('fromYear') : undefined,
    toYear: isGoal ? row.year('toYear') : undefined,
    isMeasured: isGoal ? row.yes('isMeasured') : undefined,
    isCarried: isGoal ? row.yes('isCarried') : undefined,
    due: what === 'stageGoal' ? (row.day('due') ?? '') : '',
    measureUnit: isIndicator ? row.text('measureUnit', 40) : '',
    direction: isIndicator ? row.code('direction') : undefined,
    baselineYear: isIndicator ? row.year('baselineYear') : undefined,
    baselineValue: isIndicator ? row.number('baselineValue') : undefined,
    targetYear: isIndicator ? row.year('targetYear') : undefined,
    targetValue: isIndicator ? row.number('targetValue') : undefined,
  };
}

type Made = {
  readonly wish: ImportWish;
  readonly diffs: readonly FieldDiff[];
  readonly rule: () => Change[] | ReturnType<typeof saveGoal>;
};

function wishOf(
  draft: GoalDraft,
  of: PlanOf,
  world: GoalWorld,
  parts: { order: number; goalNamed: GoalNamed },
): Made | undefined {
  const { order, goalNamed } = parts;
  const { row, title, said, what } = draft;
  const base = { year: of.year, roomKey: of.roomKey };
  if (what === 'goal') {
    const there = goalNamed(title);
    const was = there && !there.removed ? goalPlan(there) : null;
    const fromYear = said.fromYear ?? was?.fromYear ?? of.year;
    const to: GoalPlan = {
      title: was ? keptName(was.title, title) : title,
      description: said.description || (was?.description ?? null),
      isMeasured: said.isMeasured ?? was?.isMeasured ?? false,
      isCarried: said.isCarried ?? was?.isCarried ?? true,
      theme: said.theme || (was?.theme ?? null),
      fromYear,
      toYear: said.toYear ?? was?.toYear ?? null,
      order: was?.order ?? order,
      state: was?.state ?? 'active',
    };
    const goalKey = there?.key ?? freeKey(goalKeyOf(title), (key) => world.goals.get(key), title);
    const wish = { do: 'saveGoal', ...base, goalKey, was, to } as const;
    return { wish, diffs: diffsOf(was, to), rule: () => saveGoal(wish, world) };
  }
  const goal = goalNamed(draft.goal);
  if (!goal || goal.removed) {
    row.problem('goalUnknown', 'goal', draft.goal);
    return undefined;
  }
  return what === 'stageGoal'
    ? stageGoalWish(draft, goal.key, base, world)
    : indicatorWish(draft, goal.key, base, world);
}

type GoalNamed = (title: string) => Goal | undefined;
type Base = { readonly year: number; readonly roomKey: Key };

function stageGoalWish(
  { row, title, said }: GoalDraft,
  goalKey: Key,
  base: Base,
  world: GoalWorld,
): Made | undefined {
  const first = stageGoalKeyOf(goalKey, title);
  const there =
    [...world.stageGoals.by('goal', goalKey)].find((one) => sameName(one.title) === sameName(title)) ??
    world.stageGoals.get(freeKey(first, (key) => world.stageGoals.get(key), title));
  const was: StageGoalPlan | null =
    there && !there.removed ? { title: there.title, goalKey: there.goalKey, due: there.due } : null;
  const due = said.due || was?.due;
  if (due === undefined) {
    row.problem('missing', 'due', '');
    return undefined;
  }
  const to: StageGoalPlan = { title: was ? keptName(was.title, title) : title, goalKey, due };
  const stageGoalKey = there?.key ?? freeKey(first, (key) => world.stageGoals.get(key), title);
  const wish = { do: 'saveStageGoal', ...base, stageGoalKey, was, to } as const;
  return { wish, diffs: diffsOf(was, to), rule: () => saveStageGoal(wish, world) };
}

function indicatorWish(
  { row, title, said }: GoalDraft,
  goalKey: Key,
  base: Base,
  world: GoalWorld,
): Made | undefined {
  const first = indicatorKeyOf(goalKey, title);
  const there =
    [...world.indicators.by('goal', goalKey)].find((one) => sameName(one.title) === sameName(title)) ??
    world.indicators.get(freeKey(first, (key) => world.indicators.get(key), title));
  const was: IndicatorPlan | null = there && !there.removed ? indicatorPlan(there) : null;
  const measureUnit = said.measureUnit || (was?.measureUnit ?? '');
  const baselineYear = said.baselineYear ?? was?.baselineYear;
  const baselineValue = said.baselineValue ?? was?.baselineValue;
  const targetYear = said.targetYear ?? was?.targetYear;
  const targetValue = said.targetValue ?? was?.targetValue;
  const needed = {
    measureUnit: measureUnit || undefined,
    baselineYear,
    baselineValue,
    targetYear,
    targetValue,
  };
  for (const [field, value] of Object.entries(needed))
    if (value === undefined) row.problem('missing', field, '');
  if (
    baselineYear === undefined ||
    baselineValue === undefined ||
    targetYear === undefined ||
    targetValue === undefined
  )
    return undefined;
  const to: IndicatorPlan = {
    title: was ? keptName(was.title, title) : title,
    goalKey,
    measureUnit,
    // Which way is better shows in where it is to go.
    direction: said.direction ?? was?.direction ?? (targetValue > baselineValue ? 'up' : 'down'),
    baselineYear,
    baselineValue,
    targetYear,
    targetValue,
  };
  const indicatorKey = there?.key ?? freeKey(first, (key) => world.indicators.get(key), title);
  const wish = { do: 'saveIndicator', ...base, indicatorKey, was, to } as const;
  return { wish, diffs: diffsOf(was, to), rule: () => saveIndicator(wish, world) };
}

function keptName(was: string, title: string): string {
  return sameName(was) === sameName(title) ? was : title;
}

/** What has been renamed keeps the key of its first name; what was taken away is brought back under its own. */
function freeKey(
  first: Key,
  rowAt: (key: Key) => { readonly title: string } | undefined,
  title: string,
): Key {
  let key = first;
  for (let n = 2; ; n += 1) {
    const row = rowAt(key);
    if (!row || sameName(row.title) === sameName(title)) return key;
    key = `${first}-${n}`;
  }
}

function goalPlan({
  title,
  description,
  isMeasured,
  isCarried,
  theme,
  fromYear,
  toYear,
  order,
  state,
}: Goal): GoalPlan {
  return { title, description, isMeasured, isCarried, theme, fromYear, toYear, order, state };
}

function indicatorPlan(indicator: IndicatorPlan): IndicatorPlan {
  const { title, goalKey, measureUnit, direction } = indicator;
  const { baselineYear, baselineValue, targetYear, targetValue } = indicator;
  return { title, goalKey, measureUnit, direction, baselineYear, baselineValue, targetYear, targetValue };
}

function diffsOf(was: Plan | null, to: Plan): FieldDiff[] {
  if (!was) return [];
  return Object.keys(to)
    .filter((field) => was[field] !== to[field])
    .map((field) => ({ field, from: shown(was[field]), to: shown(to[field]) }));
}

function shown(value: Plan[string] | undefined) {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
