import { expect, it } from 'vitest';
import { waitingUnder } from '../../src/activities/waitingUnder.ts';
import { anActivity, anAssignment, kitchen, smallRegion, travel, waste } from '../builders.ts';

it('[V1] waits for a goal: what names it, is not dropped, and has no other goal that is held', () => {
  const world = smallRegion();
  const waiting = (...goalKeys: string[]) =>
    waitingUnder(world, '2023/service-kost', goalKeys).map(({ key }) => key);
  world.activities.put(anActivity(kitchen, [travel], { key: 'a-1' }));
  world.activities.put(anActivity(kitchen, [travel, waste], { key: 'a-2' }));
  world.activities.put(anActivity(kitchen, [travel], { key: 'a-3', state: 'dropped' }));
  world.activities.put(anActivity(kitchen, [waste], { key: 'a-4', kind: 'ordinary' }));
  expect(waiting('resor')).toEqual(['a-1', 'a-2']);
  expect(waiting('avfall')).toEqual(['a-2', 'a-4']);
  expect(waiting('resor', 'avfall')).toEqual(['a-1', 'a-2', 'a-4']);
  world.assignments.put(anAssignment(waste, kitchen));
  expect(waiting('resor')).toEqual(['a-1']);
  expect(waiting('energi')).toEqual([]);
});
