import type { Activities, Activity } from '../activities/activity.ts';
import { longestTitle } from '../activities/activityLine.ts';
import { changesBetween, changeActivity, type ChangeActivity } from '../activities/changeActivity.ts';
import { logActivity, type LogActivity } from '../activities/logActivity.ts';
import { type Assignments, holds } from '../assignments/assignment.ts';
import { isKey, type Key } from '../basics/key.ts';
import { frozenBy, frozenRefusal } from '../followup/freezing.ts';
import type { Periods } from '../followup/period.ts';
import type { Goals, StageGoals } from '../goals/goal.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { sameName } from './cellValues.ts';
import { goalsIn, stageGoalIn } from './goalsNamed.ts';
import { shortMark } from './shortMark.ts';
import {
  type Draft,
  type FieldDiff,
  type ImportPlan,
  lineOf,
  outcomeOf,
  type PlanOf,
  withoutDoubles,
} from './importPlan.ts';
import { RowReader } from './rowReader.ts';
import { unitsNamed } from './unitsNamed.ts';

export type ActivityWorld = {
  readonly units: Units;
  readonly goals: Goals;
  readonly stageGoals: StageGoals;
  readonly activities: Activities;
  readonly assignments: Assignments;
  readonly periods: Periods;
};

type ActivityDraft = Draft & {
  readonly id: string;
  readonly year: number;
  readonly unit: Unit | undefined;
  readonly goalKeys: readonly Key[];
  readonly said: ReturnType<typeof saidIn>;
};

/** The departments whose activities must have been read before the file can be held against them. */
export function departmentsIn(
  { rows, mapping, year }: Pick<PlanOf, 'rows' | 'mapping' | 'year'>,
  units: Units,
): { readonly year: number; readonly roomKey: Key }[] {
  const places = new Map<string, { year: number; roomKey: Key }>();
  const all = [...units.values()].filter(({ level, active }) => level === 'department' && active);
  for (const file of rows) {
    const row = new RowReader(file, mapping);
    const its = row.year('year') ?? year;
    const unit = unitOf(row, units);
    // What the source system has moved since may lie anywhere.
    const rooms =
      row.text('id') === ''
        ? unit
          ? [unit.departmentKey]
          : []
        : [...all.map(({ key }) => key), ...(unit ? [unit.departmentKey] : [])];
    for (const roomKey of rooms) places.set(`${its} ${roomKey}`, { year: its, roomKey });
  }
  return [...places.values()];
}

/**
 * [I18] What a file of activities comes to. A line is known again by the id of the system that it comes from, by Kaskad's own
 * key, or by its unit, its name and its year; reading the same file twice makes nothing new. [I19] An empty cell leaves what is
 * there as it is.
 */
export function planActivities(of: PlanOf, world: ActivityWorld): ImportPlan {
  const drafts = of.rows.map((file) => draftOf(new RowReader(file, of.mapping), of.year, world));
  const doubles = withoutDoubles(drafts);
  const taken = new Set<Key>();
  const lines = drafts.map((draft) => {
    const isDouble = doubles.has(draft);
    const { row, unit } = draft;
    if (isDouble || row.problems.length > 0 || !unit)
      return lineOf(draft, { isDouble, changes: [], diffs: [] });
    const there = activityThere(draft, unit, world, taken);
    if (there === 'several') {
      row.problem('several', 'title', draft.title);
      return lineOf(draft, { isDouble, changes: [], diffs: [] });
    }
    if (there) taken.add(there.key);
    const made = there ? changed(draft, there, of, world) : logged(draft, unit, of, world);
    const line = lineOf(draft, { isDouble, ...made });
    return line.wish ? { ...line, ...(waits(draft, world) ? { willWait: true } : {}) } : line;
  });
  return { kind: 'activities', lines, wishes: lines.flatMap(({ wish }) => wish ?? []) };
}

function draftOf(row: RowReader, shownYear: number, world: ActivityWorld): ActivityDraft {
  const title = row.needed('title', longestTitle);
  const id = row.text('id');
  const year = row.year('year') ?? shownYear;
  const unit = unitOf(row, world.units);
  const named = row.text('unit') || row.text('department');
  if (!unit && named === '') row.problem('missing', 'unit', '');
  const goalText = row.needed('goals', 2000);
  const goals = goalsIn(world.goals, goalText);
  for (const unknown of goals.unknown) row.problem('goalUnknown', 'goals', unknown);
  const said = saidIn(row);
  const about =
    id !== '' ? `id\n${id}\n${year}` : unit ? [year, unit.key, sameName(title)].join('\n') : undefined;
  const says = JSON.stringify([title, unit?.key, [...goals.keys].sort(), said]);
  return { row, title, place: unit?.title ?? named, id, year, unit, goalKeys: goals.keys, said, about, says };
}

function saidIn(row: RowReader) {
  return {
    stageGoal: row.text('stageGoal'),
    kind: row.code('kind'),
    state: row.code('state'),
    responsible: row.text('responsible'),
    starts: row.day('starts'),
    due: row.day('due'),
    effect: row.text('effect', 10_000, true),
    description: row.text('description', 10_000, true),
  };
}

function unitOf(row: RowReader, units: Units): Unit | undefined {
  const [department, unit] = [row.text('department'), row.text('unit')];
  const name = unit || department;
  if (name === '') return undefined;
  const [found, ...others] = unitsNamed(units, name, unit === '' ? '' : department);
  if (found && others.length === 0) return found;
  row.problem(others.length > 0 ? 'several' : 'unitUnknown', unit === '' ? 'department' : 'unit', name);
  return undefined;
}

/** [I18] The key comes from the source, so that the same line makes one record whoever reads it in. */
function keyOf({ id, year, title }: ActivityDraft, unit: Unit): Key {
  const source = id === '' ? `${unit.key}\n${sameName(title)}` : `id\n${id}`;
  return `import/${year}/${shortMark(source)}${shortMark(`${source}\n`)}`;
}

function activityThere(
  draft: ActivityDraft,
  unit: Unit,
  { activities }: ActivityWorld,
  taken: ReadonlySet<Key>,
): Activity | 'several' | undefined {
  const { id, year, title } = draft;
  const own = isKey(id) ? activities.get(id) : undefined;
  if (own && !own.removed) return own;
  const first = activities.get(keyOf(draft, unit));
  if (first && !first.removed) return first;
  const again = latest(activities, keyOf(draft, unit));
  if (again && !again.removed) return again;
  if (id !== '') return undefined;
  const named = [...activities.by('unitShelf', unitShelfOf(year, unit))].filter(
    (one) => sameName(one.title) === sameName(title) && !taken.has(one.key),
  );
  return named.length > 1 ? 'several' : named[0];
}

/** What was taken back keeps its key for ever; what is read in after that has the next number. */
function latest(activities: Activities, first: Key): Activity | undefined {
  let there = activities.get(first);
  for (let n = 2; there?.removed; n += 1) there = activities.get(`${first}/${n}`);
  return there;
}

function freeKey(activities: Activities, first: Key): Key {
  let key = first;
  for (let n = 2; activities.get(key)?.removed; n += 1) key = `${first}/${n}`;
  return key;
}

function logged(draft: ActivityDraft, unit: Unit, of: PlanOf, world: ActivityWorld) {
  const { row, said, title, goalKeys, year } = draft;
  const wish: LogActivity = {
    do: 'logActivity',
    activityKey: freeKey(world.activities, keyOf(draft, unit)),
    year,
    title,
    goalKeys,
    kind: said.kind ?? 'targeted',
    unitKey: unit.key,
    roomKey: unit.departmentKey,
    details: {
      stageGoalKey: stageGoalOf(draft, world) ?? null,
      state: said.state ?? 'ongoing',
      responsible: said.responsible === '' ? null : { id: null, name: said.responsible },
      starts: said.starts ?? null,
      due: said.due ?? null,
      expectedEffect: said.effect || null,
      description: said.description || null,
    },
  };
  const changes = outcomeOf(row, logActivity({ ...wish, by: of.by }, world));
  const period = frozenBy(
    changes.flatMap((change) => (change.kind === 'create' ? [{ list: change.list, row: change.row }] : [])),
    world.periods,
  );
  if (period) row.refuse(frozenRefusal(period));
  return { changes, diffs: [], wish };
}

function changed(draft: ActivityDraft, there: Activity, of: PlanOf, world: ActivityWorld) {
  const { row, said, title, goalKeys, unit } = draft;
  if (unit && unit.key !== there.unitKey)
    row.remark('unitStays', 'unit', world.units.get(there.unitKey)?.title ?? there.unitKey);
  const isSamePerson =
    said.responsible === '' || sameName(said.responsible) === sameName(there.responsibleName ?? '');
  const isSameGoals = [...goalKeys].sort().join('\n') === [...there.goalKeys].sort().join('\n');
  const to: Activity = {
    ...there,
    title: sameName(title) === sameName(there.title) ? there.title : title,
    goalKeys: isSameGoals ? there.goalKeys : goalKeys,
    stageGoalKey: stageGoalOf(draft, world) ?? there.stageGoalKey,
    kind: said.kind ?? there.kind,
    state: said.state ?? there.state,
    responsibleId: isSamePerson ? there.responsibleId : null,
    responsibleName: isSamePerson ? there.responsibleName : said.responsible,
    starts: said.starts ?? there.starts,
    due: said.due ?? there.due,
    expectedEffect: longText(said.effect, there.expectedEffect),
    description: longText(said.description, there.description),
  };
  const fields = changesBetween(there, to);
  const place = world.units.get(there.unitKey);
  const wish: ChangeActivity = {
    do: 'changeActivity',
    activityKey: there.key,
    year: draft.year,
    roomKey: place?.departmentKey ?? of.roomKey,
    fields,
  };
  const changes = outcomeOf(row, changeActivity(wish, world));
  const period =
    changes.length > 0 ? frozenBy([{ list: 'activities', row: there }], world.periods) : undefined;
  if (period) row.refuse(frozenRefusal(period));
  return { changes, diffs: diffsOf(there, to, world), wish };
}

/** Line ends and spaces at the end are no change. */
function longText(said: string, there: string | null): string | null {
  if (said === '') return there;
  return there !== null && there.replaceAll(/\r\n?/g, '\n').trim() === said ? there : said;
}

function stageGoalOf({ row, said, goalKeys }: ActivityDraft, world: ActivityWorld): Key | undefined {
  if (said.stageGoal === '') return undefined;
  const found = stageGoalIn(world.stageGoals, said.stageGoal, goalKeys);
  if (found === undefined) row.problem('stageGoalUnknown', 'stageGoal', said.stageGoal);
  return found;
}

function waits({ goalKeys, unit, year }: ActivityDraft, { assignments }: ActivityWorld): boolean {
  return unit !== undefined && !goalKeys.some((goalKey) => holds(assignments, year, goalKey, unit.key));
}

function diffsOf(was: Activity, to: Activity, { goals, stageGoals }: ActivityWorld): FieldDiff[] {
  const titles = (keys: readonly Key[]) => keys.map((key) => goals.get(key)?.title ?? key).join(', ');
  const stage = (key: Key | null) => (key === null ? null : (stageGoals.get(key)?.title ?? key));
  const all: FieldDiff[] = [
    { field: 'title', from: was.title, to: to.title },
    { field: 'goals', from: titles(was.goalKeys), to: titles(to.goalKeys) },
    { field: 'stageGoal', from: stage(was.stageGoalKey), to: stage(to.stageGoalKey) },
    { field: 'kind', from: was.kind, to: to.kind },
    { field: 'state', from: was.state, to: to.state },
    { field: 'responsible', from: was.responsibleName, to: to.responsibleName },
    { field: 'starts', from: was.starts, to: to.starts },
    { field: 'due', from: was.due, to: to.due },
    { field: 'effect', from: was.expectedEffect, to: to.expectedEffect },
    { field: 'description', from: was.description, to: to.description },
  ];
  return all.filter(({ from, to: next }) => from !== next);
}
