import { expect, it } from 'vitest';
import { requestsFor } from '../../src/assignments/matrix.ts';
import { hasTalk } from '../../src/assignments/talk.ts';
import { anAssignment, cleaning, kitchen, service, smallRegion, staff, travel, waste } from '../builders.ts';

it('requests stand in the order of the units, then of the goals, and only for the place right above', () => {
  const world = smallRegion();
  const asking = { state: 'requested' } as const;
  world.assignments.put(anAssignment(waste, cleaning, asking));
  world.assignments.put(anAssignment(waste, kitchen, asking));
  world.assignments.put(anAssignment(travel, kitchen, asking));
  world.assignments.put(anAssignment(travel, cleaning));
  world.assignments.put(anAssignment(travel, kitchen, { ...asking, year: 2024 }));
  const keys = (year: number, room = service) => requestsFor(world, year, room).map(({ key }) => key);
  expect(keys(2023)).toEqual([
    '2023/resor/service-kost',
    '2023/avfall/service-kost',
    '2023/avfall/service-stad',
  ]);
  expect(keys(2024)).toEqual(['2024/resor/service-kost']);
  expect(keys(2023, staff)).toEqual([]);
});

it('there is something to talk about where a unit below asks, or the unit itself was given a goal', () => {
  const world = smallRegion();
  const talks = (room = service) =>
    hasTalk(world.assignments, 2023, room, room === service ? [kitchen, cleaning] : []);
  expect([talks(), talks(kitchen)]).toEqual([false, false]);
  world.assignments.put(anAssignment(travel, kitchen, { state: 'requested' }));
  expect([talks(), talks(kitchen)]).toEqual([true, false]);
  world.assignments.put(anAssignment(travel, kitchen));
  expect([talks(), talks(kitchen)]).toEqual([false, true]);
  world.assignments.put(anAssignment(travel, kitchen, { removed: true }));
  expect([talks(), talks(kitchen)]).toEqual([false, false]);
});
