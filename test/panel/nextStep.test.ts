import { describe, expect, it } from 'vitest';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { nextStepOf } from '../../src/panel/nextStep.ts';
import type { Tables } from '../../src/world.ts';
import {
  anActivity,
  anAssignment,
  cleaning,
  kitchen,
  service,
  smallRegion,
  staff,
  travel,
  waste,
} from '../builders.ts';

function stepOf(change: (world: Tables) => void, { room = service, requests = 0, leads = true } = {}) {
  const world = smallRegion();
  change(world);
  return nextStepOf(coverageOfRoom(world, 2023, room), requests, leads);
}
const giveAll = ({ assignments }: Tables, units = [kitchen, cleaning]) => {
  for (const unit of units) for (const goal of [travel, waste]) assignments.put(anAssignment(goal, unit));
};
const log = (world: Tables, unit = kitchen) => world.activities.put(anActivity(unit, [waste]));

describe('the one next step', () => {
  it('is to begin, where goals have come and nobody has begun', () => {
    expect(stepOf(() => {})).toBe('first');
  });

  it('[O41] is to write down, for whoever does not lead the room, whatever else there is for those who do', () => {
    expect(stepOf(() => {}, { leads: false })).toBe('logFirst');
    expect(stepOf(giveAll, { leads: false, requests: 1 })).toBe('logFirst');
    expect(stepOf((world) => giveAll(world, [kitchen]), { leads: false })).toBe('logFirst');
  });

  it('is to answer whoever asks, before anything else', () => {
    expect(stepOf(() => {}, { requests: 1 })).toBe('answer');
  });

  it('is to hand down while a unit has nothing', () => {
    expect(stepOf((world) => giveAll(world, [kitchen]))).toBe('assign');
  });

  it('is to write the first thing down when all is handed down, and then the next', () => {
    expect(stepOf(giveAll)).toBe('logFirst');
    expect(
      stepOf((world) => {
        giveAll(world);
        log(world);
      }),
    ).toBe('log');
  });

  it('is to give the goal that a unit’s work waits for', () => {
    const step = stepOf((world) => {
      for (const unit of [kitchen, cleaning]) world.assignments.put(anAssignment(travel, unit));
      log(world);
    });
    expect(step).toBe('give');
  });

  it('of a unit whose work waits is to ask for the goal', () => {
    expect(stepOf((world) => log(world), { room: kitchen })).toBe('ask');
  });

  it('where nothing is handed down is told in words', () => {
    expect(stepOf(() => {}, { room: staff })).toBe('noGoals');
    expect(stepOf(() => {}, { room: kitchen })).toBe('noGoals');
  });
});
