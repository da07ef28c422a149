import { type Assignment, assignmentKey, standingOf } from '../../src/assignments/assignment.ts';
import type { Activity } from '../../src/activities/activity.ts';
import { changesBetween } from '../../src/activities/changeActivity.ts';
import type { Wish } from '../../src/commands.ts';
import type { Place } from '../../src/sync/places.ts';
import type { World } from '../../src/world.ts';
import { aGoal, anActivity, anAssignment, aUnit } from '../builders.ts';
import type { Ground } from './ground.ts';
import type { Dice } from './random.ts';

const year = 2023;

const goals = ['resor', 'avfall', 'energi'].map((key, order) => aGoal({ key, order }));
const region = aUnit({ key: 'regionen', level: 'region', parentKey: null });
const board = aUnit({ key: 'styrelsen', level: 'board', parentKey: 'regionen' });
const departments = ['service', 'stab'].map((key) => aUnit({ key }));
const below = [
  ['service', 'kost'],
  ['service', 'stad'],
  ['stab', 'kansli'],
  ['stab', 'ekonomi'],
].map(([parentKey = '', name]) => aUnit({ key: `${parentKey}-${name}`, level: 'unit', parentKey }));
const units = [region, board, ...departments, ...below];

/** Rooms that people stand in; without one they look at the overview. */
export const places: readonly Place[] = [
  { year, roomKey: 'service' },
  { year, roomKey: 'service' },
  { year, roomKey: 'stab' },
  { year, roomKey: 'service-kost' },
  { year, roomKey: 'styrelsen' },
  { year },
];

/** One board, two departments with two units each, three goals, and a little that is going on already. */
export async function fillOffice(ground: Ground): Promise<void> {
  const [kitchen] = below;
  const [travel, waste] = goals;
  if (!kitchen || !travel || !waste) throw new Error('The office is empty');
  const held = [board, ...departments].flatMap((unit) =>
    (unit === board ? goals : goals.slice(0, 2)).map((goal) => anAssignment(goal, unit)),
  );
  const first = anActivity(kitchen, [waste], { key: 'a-first', title: 'Den första raden' });
  await ground.furnish([
    ...goals.map((row) => ({ list: 'goals', row }) as const),
    ...units.map((row) => ({ list: 'units', row }) as const),
    ...[...held, anAssignment(travel, kitchen, { state: 'requested' })].map(
      (row) => ({ list: 'assignments', row }) as const,
    ),
    { list: 'activities', row: first },
  ]);
}

/** Something that a person who looks at this room might want, with what they see there; `undefined` when nothing offers itself. */
export function wishIn(world: World, roomKey: string, dice: Dice, newKey: () => string): Wish | undefined {
  const here = { year, roomKey };
  const inside = [...world.units.values()].filter(
    ({ key, parentKey }) => key === roomKey || parentKey === roomKey,
  );
  const handed = inside.filter(({ key }) => key !== roomKey);
  switch (dice.weighted({ log: 3, change: 8, assign: 3, withdraw: 2, request: 2, consult: 3, comment: 2 })) {
    case 'log': {
      if (inside.length === 0) return undefined;
      const activityKey = newKey();
      const goalKeys = dice.shuffled(goals.map(({ key }) => key)).slice(0, dice.between(1, 2));
      const kind = dice.pick(kinds);
      const unitKey = dice.pick(inside).key;
      return {
        do: 'logActivity',
        activityKey,
        title: `Rad ${activityKey}`,
        goalKeys,
        kind,
        unitKey,
        ...here,
      };
    }
    case 'change': {
      const keys = new Set(inside.map(({ key }) => key));
      const all = [...world.activities.values()].filter(({ unitKey }) => keys.has(unitKey));
      if (all.length === 0) return undefined;
      // Half of the time the same one: people meet in a row when they talk about it.
      const activity = dice.chance(0.5) ? (all[0] as Activity) : dice.pick(all);
      const fields = changesOf(activity, dice, newKey);
      if (Object.keys(fields).length === 0) return undefined;
      return { do: 'changeActivity', activityKey: activity.key, fields, ...here };
    }
    case 'assign': {
      if (handed.length === 0) return undefined;
      const [goalKey, unitKey] = [dice.pick(goals).key, dice.pick(handed).key];
      const seen = standingOf(world.assignments, year, goalKey, unitKey);
      return { do: 'assignGoal', goalKey, unitKey, seen, ...here };
    }
    case 'withdraw': {
      const standing = handed.flatMap(({ key: unitKey }) =>
        goals.flatMap(({ key: goalKey }) => {
          const seen = standingOf(world.assignments, year, goalKey, unitKey);
          return seen === 'none' || seen === 'withdrawn' ? [] : [{ goalKey, unitKey, seen }];
        }),
      );
      return standing.length === 0 ? undefined : { do: 'withdrawGoal', ...dice.pick(standing), ...here };
    }
    case 'request': {
      if (inside.length === 0) return undefined;
      const [goalKey, unitKey] = [dice.pick(goals).key, dice.pick(inside).key];
      const seen = standingOf(world.assignments, year, goalKey, unitKey);
      return { do: 'requestGoal', goalKey, unitKey, seen, ...here };
    }
    case 'consult': {
      const held = inside.flatMap(({ key }) => [...world.assignments.by('unitShelf', `${year}/${key}`)]);
      const assigned = held.filter(({ state }) => state === 'assigned');
      if (assigned.length === 0) return undefined;
      // Mostly the same one: an answer is worth something where somebody else has answered too.
      const row = dice.chance(0.5) ? (assigned[0] as Assignment) : dice.pick(assigned);
      const answer = dice.pick(answers);
      const { goalKey, unitKey, consultation: seen } = row;
      return answer === seen ? undefined : { do: 'consult', goalKey, unitKey, answer, seen, ...here };
    }
    case 'comment': {
      const unit = dice.pick(inside.length > 0 ? inside : [region]);
      const shelf = `${year}/${unit.key}`;
      const subjects = [
        ...world.activities.by('unitShelf', shelf),
        ...world.assignments.by('unitShelf', shelf),
      ];
      if (subjects.length === 0) return undefined;
      const commentKey = newKey();
      const subjectKey = dice.pick(subjects).key;
      return {
        do: 'addComment',
        commentKey,
        subjectKey,
        unitKey: unit.key,
        text: `Ord ${commentKey}`,
        ...here,
      };
    }
  }
}

const kinds = ['targeted', 'ordinary', 'enabling'] as const;
const answers = ['none', 'agreed', 'agreed', 'discuss'] as const;
const states = ['planned', 'ongoing', 'done', 'dropped'] as const;
const days = ['2023-03-01', '2023-06-01', '2023-09-01', '2023-12-01', null];

function changesOf(activity: Activity, dice: Dice, newKey: () => string) {
  const wanted: Partial<Record<keyof Activity, unknown>> = {};
  for (let n = dice.between(1, 3); n > 0; n -= 1) {
    switch (dice.weighted({ title: 5, text: 5, state: 4, kind: 1, goals: 1, day: 1, person: 1 })) {
      case 'title':
        wanted.title = `Titel ${newKey()}`;
        break;
      case 'text':
        wanted[dice.chance(0.8) ? 'description' : 'expectedEffect'] = dice.chance(0.1) ? null : newKey();
        break;
      case 'state':
        wanted.state = dice.pick(states);
        break;
      case 'kind':
        wanted.kind = dice.pick(kinds);
        break;
      case 'goals':
        wanted.goalKeys = dice.shuffled(goals.map(({ key }) => key)).slice(0, dice.between(1, 3));
        break;
      case 'day':
        wanted[dice.pick(['starts', 'due'] as const)] = dice.pick(days);
        break;
      case 'person': {
        const name = dice.pick(['anna', 'bo', 'cia']);
        Object.assign(wanted, { responsibleId: name, responsibleName: name });
      }
    }
  }
  return changesBetween(activity, { ...activity, ...wanted } as Activity);
}

/** What somebody does on the site's own pages: a word changed, a request written, a row deleted. */
export async function byHandOn(
  ground: Ground,
  dice: Dice,
  deleting: number,
  newKey: () => string,
): Promise<string | undefined> {
  const all = (await ground.all()).filter(({ list }) => list === 'activities' || list === 'assignments');
  const { list, row } = dice.pick(all);
  switch (dice.weighted({ edit: 6, remove: deleting, request: 2 })) {
    case 'edit':
      if (list === 'activities') {
        const field = dice.pick(['title', 'description', 'state'] as const);
        const to = field === 'state' ? dice.pick(states) : `För hand ${newKey()}`;
        await ground.write(list, { ...row, [field]: to });
        return `${row.key} ${field} ${to}`;
      }
      await ground.write('assignments', { ...row, note: newKey() } as typeof row);
      return `${row.key} note`;
    case 'remove':
      // The departments' own goals stay: without them nobody in the office could do anything.
      if (list === 'assignments' && !row.key.includes('-')) return undefined;
      await ground.remove(list, row.key);
      return `${row.key} deleted`;
    case 'request': {
      const [goal, unit] = [dice.pick(goals), dice.pick(below)];
      const [there] = await ground.rows([
        { list: 'assignments', key: assignmentKey(year, goal.key, unit.key) },
      ]);
      if (there) return undefined;
      await ground.write('assignments', anAssignment(goal, unit, { state: 'requested' }));
      return `${unit.key} requests ${goal.key}`;
    }
  }
}
