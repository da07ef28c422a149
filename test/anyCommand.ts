import fc from 'fast-check';
import { type ActivityChanges, changeable } from '../src/activities/changeActivity.ts';
import type { Change } from '../src/basics/change.ts';
import { isRefusal } from '../src/basics/refusal.ts';
import type { Command, Wish } from '../src/commands.ts';
import { decide } from '../src/decide.ts';
import { gapKinds } from '../src/followup/gaps.ts';
import { apply, type World } from '../src/world.ts';
import {
  aPeriod,
  anActivity,
  anAssignment,
  anIndicator,
  anna,
  cleaning,
  kitchen,
  smallRegion,
  travel,
  waste,
} from './builders.ts';

const signature = { key: '0189e0c4-0000-7000-8000-000000000000', by: anna, on: '2023-08-25' };
const twice = <T>(...often: T[]) => [...often, ...often];
const keysOfUnits = [...twice('service-kost', 'service-stad'), 'service', 'stab', 'nowhere'];
const keysOfRooms = [...twice('service', 'service', 'service'), 'service-kost', 'stab', 'regionen'];
const keysOfGoals = [...twice('resor', 'avfall'), 'nothing'];
export const at = { year: 2023, roomKey: 'service' };

export const signed = <W extends Wish>(wish: W) => ({ ...wish, ...signature });
const anySignature = { key: fc.uuid({ version: 7 }), by: fc.constant(anna), on: fc.constant('2023-08-25') };
const cell = {
  year: fc.constantFrom(2023, 2023, 2023, 2027),
  goalKey: fc.constantFrom(...keysOfGoals),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
};
const standing = fc.constantFrom(
  'none' as const,
  'requested' as const,
  'assigned' as const,
  'withdrawn' as const,
);

export const assign: fc.Arbitrary<Command> = fc.record(
  { do: fc.constant('assignGoal' as const), ...cell, seen: standing, ...anySignature },
  { requiredKeys: ['do', 'year', 'goalKey', 'unitKey', 'roomKey', 'key', 'by', 'on'] },
);
export const withdraw: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('withdrawGoal' as const),
  ...cell,
  seen: standing.filter((seen) => seen !== 'none'),
  ...anySignature,
});
const log: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('logActivity' as const),
  activityKey: fc.constantFrom('a-1', 'a-2', 'a-9'),
  year: fc.constantFrom(2023, 2027),
  title: fc.string({ unit: 'binary', maxLength: 300 }),
  goalKeys: fc.array(fc.constantFrom(...keysOfGoals), { maxLength: 3 }),
  kind: fc.constantFrom('targeted' as const, 'ordinary' as const, 'enabling' as const),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
  ...anySignature,
});

/** What to write in some of an activity's fields; what was there is filled in by who looks at it. */
const day = fc.constantFrom(null, '2023-01-01', '2023-06-30', '2023-12-31');
export const wanted = fc.record(
  {
    title: fc.constantFrom('Nya recept', ' Nya  recept', 'Färre resor', 'Å'),
    goalKeys: fc.constantFrom(['resor'], ['avfall', 'resor'], ['avfall', 'avfall'], []),
    kind: fc.constantFrom('targeted', 'ordinary', 'enabling'),
    state: fc.constantFrom('planned', 'ongoing', 'done', 'dropped'),
    responsibleName: fc.constantFrom(null, 'Anna Berg', 'Bo Ek'),
    starts: day,
    due: day,
    description: fc.constantFrom(null, 'Text', 'Mera text'),
  },
  { requiredKeys: [] },
);
export type Wanted = typeof wanted extends fc.Arbitrary<infer W> ? W : never;

/** The edit as somebody makes it who sees this world. */
export function edit(activityKey: string, to: Wanted, world: World): Command {
  const row = world.activities.get(activityKey);
  const touched = changeable.filter((field) => field in to);
  const fields = touched.map((field) => [
    field,
    { was: row?.[field] ?? null, to: (to as Record<string, unknown>)[field] },
  ]);
  const changes = Object.fromEntries(fields) as ActivityChanges;
  return signed({ do: 'changeActivity', activityKey, fields: changes, ...at });
}
export const change: fc.Arbitrary<Command> = fc
  .tuple(fc.constantFrom('a-1', 'a-2', 'a-9'), wanted)
  .map(([key, to]) => edit(key, to, region()));
const someone = fc.record({ id: fc.uuid(), name: fc.constantFrom('Bo Ek', 'Cia Lind') });
const request: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('requestGoal' as const),
  ...cell,
  seen: standing,
  ...anySignature,
});
const answered = fc.constantFrom('none' as const, 'agreed' as const, 'discuss' as const);
const consult: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('consult' as const),
  ...cell,
  answer: answered,
  seen: answered,
  ...anySignature,
});
const comment: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('addComment' as const),
  commentKey: fc.constantFrom('c-1', 'c-2'),
  year: fc.constant(2023),
  subjectKey: fc.constantFrom('a-1', 'a-2'),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
  text: fc.string({ unit: 'binary', maxLength: 40 }),
  ...anySignature,
});
const ofDepartment = {
  year: fc.constant(2023),
  roomKey: fc.constant('styrelsen'),
  departmentKey: fc.constantFrom('service', 'stab', 'nowhere'),
};
const talk: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('noteDialogue' as const),
  dialogueKey: fc.constantFrom('d-1', 'd-2'),
  ...ofDepartment,
  day: fc.constantFrom('2023-08-25', ''),
  with: fc.option(someone, { nil: null }),
  goalKeys: fc.array(fc.constantFrom(...keysOfGoals), { maxLength: 3 }),
  notes: fc.string({ maxLength: 40 }),
  ...anySignature,
});
const ofGap = { ...ofDepartment, gap: fc.constantFrom(...gapKinds) };
const reminder: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('noteReminder' as const),
  ...ofGap,
  recipient: someone,
  day: fc.constant('2023-08-25'),
  state: fc.constantFrom('sending' as const, 'sent' as const, 'unclear' as const, 'notSent' as const),
  text: fc.string({ minLength: 1, maxLength: 40 }),
  ...anySignature,
});
const dismissal: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('dismissGap' as const),
  ...ofGap,
  reason: fc.constantFrom('Läggs ned', ' '),
  ...anySignature,
});
const restoring: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('restoreGap' as const),
  ...ofGap,
  ...anySignature,
});
const setting: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('saveSetting' as const),
  year: fc.constant(2023),
  roomKey: fc.constant('styrelsen'),
  settingKey: fc.constantFrom('memo', 'annat'),
  was: fc.constantFrom(null, '{}'),
  to: fc.constantFrom('{}', '{"a":1}'),
  ...anySignature,
});

const upper = { year: fc.constant(2023), roomKey: fc.constant('styrelsen') };
const checkIn: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('addComment' as const),
  commentKey: fc.constantFrom('c-3', 'c-4'),
  year: fc.constant(2023),
  subjectKey: fc.constantFrom('a-1', 'a-2'),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
  text: fc.constantFrom('', 'Det går framåt'),
  checkIn: fc.record({
    periodKey: fc.constantFrom('2023-delar-augusti', '2023-delar-april'),
    status: fc.constantFrom('onPlan' as const, 'atRisk' as const, 'offPlan' as const),
  }),
  ...anySignature,
});
const corrections: fc.Arbitrary<Command> = fc
  .tuple(checkIn, fc.constantFrom('Fel siffra', ' '))
  .map(([one, correction]) => ({ ...one, correction }));
const handing: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('handOver' as const),
  ...upper,
  activityKey: fc.constantFrom('a-1', 'a-2', 'a-9'),
  day: fc.constantFrom('2023-08-25', '2023-09-01'),
  as: fc.constantFrom('abc', 'def'),
  ...anySignature,
});
const extension: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('extendGoal' as const),
  ...upper,
  goalKey: fc.constantFrom(...keysOfGoals),
  was: fc.constantFrom(null, 2023),
  to: fc.constantFrom(null, 2024, 1990),
  ...anySignature,
});
const outcome = fc.record({
  value: fc.integer({ min: -9, max: 9 }),
  comment: fc.constantFrom(null, 'Uppskattat'),
  source: fc.constantFrom(null, 'Fastighet'),
});
const measuring: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('measure' as const),
  ...upper,
  indicatorKey: fc.constantFrom('co2', 'nothing'),
  periodKey: fc.constantFrom('2023-delar-augusti', '2023-delar-april'),
  was: fc.option(outcome, { nil: null }),
  to: outcome,
  ...anySignature,
});
const plan = fc.record({
  title: fc.constantFrom('Delår augusti', ''),
  kind: fc.constantFrom('interim' as const, 'fullYear' as const),
  starts: fc.constant('2023-01-01'),
  ends: fc.constantFrom('2023-08-31', '2022-08-31'),
  dueOn: fc.constantFrom(null, '2023-09-10'),
  boardMeetingOn: fc.constant(null),
});
const planning: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('savePeriod' as const),
  ...upper,
  periodKey: fc.constantFrom('2023-delar-augusti', '2023-helar'),
  was: fc.option(plan, { nil: null }),
  to: plan,
  ...anySignature,
});
const closing: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('closePeriod' as const),
  ...upper,
  periodKey: fc.constantFrom('2023-delar-augusti', '2023-delar-april', '2023-helar'),
  step: fc.oneof(
    fc.record({ to: fc.constant('closing' as const) }),
    fc.record({ to: fc.constant('closed' as const), url: fc.webUrl(), checksum: fc.constant('ab12') }),
    fc.record({ to: fc.constant('open' as const) }),
  ),
  ...anySignature,
});

const nobody = { head: null, acting: null, delegate: null };
const unitPlan = fc.record({
  title: fc.constantFrom('Kost', 'Kök', ''),
  parentKey: fc.constantFrom(...twice('service', 'stab'), 'service-kost', 'nowhere', null),
  character: fc.constantFrom('operational' as const, 'administrative' as const),
  heads: fc.constantFrom(nobody, { ...nobody, head: anna }),
  active: fc.boolean(),
  order: fc.integer({ min: 1, max: 3 }),
});
const manning: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('saveUnit' as const),
  ...upper,
  unitKey: fc.constantFrom(...keysOfUnits, 'service-nytt'),
  level: fc.constantFrom(...twice('unit' as const), 'department' as const),
  was: fc.option(unitPlan, { nil: null }),
  to: unitPlan,
  ...anySignature,
});
const goalPlan = fc.record({
  title: fc.constantFrom('Resor', 'Färre resor', ''),
  description: fc.constantFrom(null, 'Text'),
  isMeasured: fc.boolean(),
  isCarried: fc.constant(true),
  theme: fc.constant(null),
  fromYear: fc.constantFrom(2023, 2024, 12),
  toYear: fc.constantFrom(null, 2023, 2026),
  order: fc.constantFrom(1, 2),
  state: fc.constantFrom('active' as const, 'ended' as const),
});
const goalSetting: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('saveGoal' as const),
  ...upper,
  goalKey: fc.constantFrom(...keysOfGoals, 'nytt'),
  was: fc.option(goalPlan, { nil: null }),
  to: goalPlan,
  ...anySignature,
});
const stagePlan = fc.record({
  title: fc.constantFrom('Fossilfri drift', ''),
  goalKey: fc.constantFrom(...keysOfGoals),
  due: fc.constantFrom('2030-12-31', ''),
});
const staging: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('saveStageGoal' as const),
  ...upper,
  stageGoalKey: fc.constantFrom('resor-etapp', 'avfall-etapp'),
  was: fc.option(stagePlan, { nil: null }),
  to: fc.option(stagePlan, { nil: null }),
  ...anySignature,
});
const indicatorPlan = fc.record({
  title: fc.constantFrom('Utsläpp', ''),
  goalKey: fc.constantFrom(...keysOfGoals),
  measureUnit: fc.constantFrom('ton CO2e', ''),
  direction: fc.constantFrom('down' as const, 'up' as const),
  baselineYear: fc.constantFrom(2019, 2040),
  baselineValue: fc.constantFrom(10, 20),
  targetYear: fc.constant(2030),
  targetValue: fc.constant(5),
});
const indicating: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('saveIndicator' as const),
  ...upper,
  indicatorKey: fc.constantFrom('co2', 'nytt'),
  was: fc.option(indicatorPlan, { nil: null }),
  to: fc.option(indicatorPlan, { nil: null }),
  ...anySignature,
});
const bringing: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('bringAlong' as const),
  ...upper,
  list: fc.constantFrom('activities' as const, 'comments' as const),
  rowKey: fc.constantFrom('a-1', 'a-2', 'c-1'),
  unitKey: fc.constantFrom(...keysOfUnits),
  ...anySignature,
});

/** Any wish, of every kind that there is. */
export const command = fc.oneof(
  assign,
  withdraw,
  request,
  consult,
  log,
  change,
  comment,
  talk,
  reminder,
  dismissal,
  restoring,
  setting,
  checkIn,
  corrections,
  handing,
  extension,
  measuring,
  planning,
  closing,
  manning,
  goalSetting,
  staging,
  indicating,
  bringing,
);

/** Kost has asked for one goal and had the other withdrawn; Städ holds one, and had the other taken back. */
export function region() {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, { state: 'requested', requestedBy: anna }));
  world.assignments.put(anAssignment(waste, kitchen, { state: 'withdrawn' }));
  world.assignments.put(anAssignment(travel, cleaning));
  world.assignments.put(anAssignment(waste, cleaning, { removed: true }));
  world.activities.put(anActivity(kitchen, [travel], { key: 'a-1' }));
  const dates = { starts: '2023-02-01', due: '2023-11-30', description: 'Text' };
  world.activities.put(anActivity(cleaning, [travel, waste], { key: 'a-2', ...dates }));
  world.periods.put(aPeriod({ key: '2023-delar-augusti' }));
  world.periods.put(aPeriod({ key: '2023-delar-april', state: 'closed' }));
  world.indicators.put(anIndicator(travel));
  return world;
}

export function frozenRegion() {
  const world = region();
  for (const table of Object.values(world)) for (const row of table.values()) deepFreeze(row);
  return world;
}

export function deepFreeze(value: object): void {
  Object.freeze(value);
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
}

/** Lays the command on the world; its changes, or `undefined` when it is refused. */
export function lay(one: Command, onto: World): Change[] | undefined {
  const answer = decide(one, onto);
  if (isRefusal(answer)) return undefined;
  for (const part of answer) apply(part, onto);
  return answer;
}

/** Everything that is shown, as plain data in one order; what is removed is left out. */
export function shown(world: World) {
  const rows = [
    ...world.assignments.values(),
    ...world.activities.values(),
    // Why something was put right stays when that is taken back.
    ...[...world.comments.values()].filter(({ isCorrection }) => !isCorrection),
    ...world.dialogues.values(),
    ...world.gapNotes.values(),
    ...world.settings.values(),
    ...world.measurements.values(),
    ...world.periods.values(),
    ...world.goals.values(),
    ...world.stageGoals.values(),
    ...world.indicators.values(),
    ...world.units.values(),
  ];
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** One field of what the changes have written, to be changed by somebody else. */
export function someField(changes: readonly Change[], n: number) {
  const fields = changes.flatMap((one) =>
    one.kind === 'update'
      ? Object.entries(one.fields).map(([name, { to }]) => ({ list: one.list, key: one.key, name, was: to }))
      : [],
  );
  // Yes and no leave no third way.
  const ours = fields.filter(({ was }) => typeof was !== 'boolean');
  return ours[n % Math.max(ours.length, 1)];
}
