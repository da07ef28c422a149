import { describe, expect, it } from 'vitest';
import { type Activity, counts, isWaiting } from '../../src/activities/activity.ts';
import { logActivity } from '../../src/activities/logActivity.ts';
import { assignGoal } from '../../src/assignments/assignGoal.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import {
  anActivity,
  anAssignment,
  anna,
  kitchen,
  service,
  smallRegion,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const holding = (...goals: (typeof travel)[]) =>
  worldOf({ assignments: goals.map((goal) => anAssignment(goal, kitchen)) }).assignments;

describe('waiting', () => {
  it('[V1] an activity waits while its unit holds none of its goals', () => {
    const both = anActivity(kitchen, [travel, waste]);
    expect(isWaiting(both, holding())).toBe(true);
    expect(isWaiting(both, holding(waste))).toBe(false);
    expect(isWaiting(anActivity(kitchen, [travel]), holding(waste))).toBe(true);
  });

  it('[V1] an activity without goals, as a hand can leave it, waits', () => {
    expect(isWaiting(anActivity(kitchen, []), holding(travel))).toBe(true);
  });

  it("[V1] what the department holds, or the unit another year, does not end a unit's waiting", () => {
    const { assignments } = smallRegion();
    expect(isWaiting(anActivity(kitchen, [travel]), assignments)).toBe(true);
    expect(isWaiting(anActivity(service, [travel]), assignments)).toBe(false);
    const lastYear = worldOf({ assignments: [anAssignment(travel, kitchen, { year: 2022 })] }).assignments;
    expect(isWaiting(anActivity(kitchen, [travel]), lastYear)).toBe(true);
    expect(isWaiting(anActivity(kitchen, [travel], { shelf: '2022/service' }), lastYear)).toBe(false);
  });

  it('[V1] stops when the goal is assigned and starts again when it is withdrawn; the activity is never written', () => {
    const world = overlay(smallRegion());
    const log = { do: 'logActivity', activityKey: 'a-1', title: 'Nya recept', kind: 'targeted' } as const;
    const at = { year: 2023, unitKey: 'service-kost', roomKey: 'service' };
    lay(logActivity({ ...log, ...at, goalKeys: ['resor'], by: anna }, world), world);
    const activity = world.activities.get('a-1');
    if (!activity) throw new Error('The activity was not laid on the world');
    expect(isWaiting(activity, world.assignments)).toBe(true);

    lay(assignGoal({ do: 'assignGoal', ...at, goalKey: 'resor' }, world), world);
    expect(isWaiting(activity, world.assignments)).toBe(false);
    expect(world.activities.get('a-1')).toBe(activity);

    const fields = { state: { was: 'assigned', to: 'withdrawn' } };
    apply({ kind: 'update', list: 'assignments', key: '2023/resor/service-kost', fields }, world);
    expect(isWaiting(activity, world.assignments)).toBe(true);
  });
});

function lay(answer: ReturnType<typeof assignGoal>, onto: World): void {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused}`);
  for (const change of answer) apply(change, onto);
}

describe('counting', () => {
  const cases: [Activity['kind'], Activity['state'], boolean][] = [
    ['targeted', 'planned', true],
    ['targeted', 'ongoing', true],
    ['targeted', 'done', true],
    ['targeted', 'dropped', false],
    ['enabling', 'ongoing', true],
    ['enabling', 'dropped', false],
    ['ordinary', 'ongoing', false],
    ['ordinary', 'done', false],
  ];
  it.each(cases)('[V2] %s and %s: %s', (kind, state, does) => {
    const activity = anActivity(kitchen, [travel], { kind, state });
    expect(counts(activity, holding(travel))).toBe(does);
    // What waits never counts.
    expect(counts(activity, holding())).toBe(false);
  });
});
