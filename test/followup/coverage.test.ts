import { describe, expect, it } from 'vitest';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { departmentsOf } from '../../src/organisation/boards.ts';
import {
  anActivity,
  anAssignment,
  board,
  cleaning,
  kitchen,
  region,
  regionTables,
  service,
  smallRegion,
  staff,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const demonstration = regionTables();

function demonstrated(key: string) {
  const room = demonstration.units.get(key);
  if (!room) throw new Error(`The demonstration has no ${key}`);
  return coverageOfRoom(demonstration, 2023, room);
}

const all = departmentsOf(demonstration.units).map((room) => coverageOfRoom(demonstration, 2023, room));

describe('the demonstration region', () => {
  it('[F1] nine departments hold 4, 4, 4, 4, 4, 3, 3, 3 and 3 of 4 goals', () => {
    expect(all.map(({ room, held, possible }) => [room.title, held.length, possible])).toEqual([
      ['Regionservice', 4, 4],
      ['Regionstaben', 4, 4],
      ['Fastighet', 4, 4],
      ['Digitalisering och IT', 4, 4],
      ['HR', 4, 4],
      ['Ekonomi', 3, 4],
      ['Kommunikation', 3, 4],
      ['Upphandling', 3, 4],
      ['Forskning och utbildning', 3, 4],
    ]);
  });

  it('[F3] ten activities in all, one piece of ordinary work beside them, and nothing waits', () => {
    expect(all.map(({ counted }) => counted)).toEqual([5, 1, 2, 2, 0, 0, 0, 0, 0]);
    expect(all.map(({ ordinary }) => ordinary)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(all.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('[F4] only Regionservice has handed goals to its units: to three of four', () => {
    const handing = all.filter(({ units }) => units.some(({ goals }) => goals.length > 0));
    expect(handing.map(({ room }) => room.title)).toEqual(['Regionservice']);
    const units = demonstrated('regionservice').units;
    expect(units.map(({ unit, goals, activities }) => [unit.title, goals.length, activities])).toEqual([
      ['Kost', 4, 2],
      ['Lokalvård', 4, 1],
      ['Transport och fordon', 4, 1],
      ['Växel och reception', 0, 0],
    ]);
  });

  it("[F2] Regionservice's five activities stand under their goals, one of them under two", () => {
    const { held, counted } = demonstrated('regionservice');
    expect(held.map(({ goal, units, activities }) => [goal.key, units, activities])).toEqual([
      ['resor', 3, 2],
      ['energi', 3, 0],
      ['avfall', 3, 3],
      ['upphandling', 3, 1],
    ]);
    expect(counted).toBe(5);
  });

  it('[F5] a department lists what its units do, newest first; one of them is its own', () => {
    const { activities } = demonstrated('regionservice');
    expect(activities.map(({ title }) => title)).toEqual([
      'Källsortering på plats i alla lokaler vi städar',
      'Fler maträtter skickas till Kajutan',
      'Nya recept minskar svinnet från matproduktionen',
      'Elbilar när leasingbilar byts ut',
      'Ny upphandling av fordon',
    ]);
    expect(activities.filter(({ unitKey }) => unitKey === 'regionservice')).toHaveLength(1);
  });

  it('[F5] a unit sees its own', () => {
    const kost = demonstrated('regionservice-kost');
    expect(kost).toMatchObject({ possible: 4, counted: 2, ordinary: 0, waiting: 0, units: [] });
    expect(kost.held.map(({ goal, activities }) => [goal.key, activities])).toEqual([
      ['resor', 0],
      ['energi', 0],
      ['avfall', 2],
      ['upphandling', 0],
    ]);
    expect(demonstrated('regionservice-vaxel-och-reception')).toMatchObject({ held: [], possible: 4 });
  });

  it('another year is empty', () => {
    const room = demonstration.units.get('regionservice') ?? service;
    const next = coverageOfRoom(demonstration, 2024, room);
    expect(next).toMatchObject({ held: [], possible: 0, counted: 0, ordinary: 0, activities: [] });
  });
});

describe('coverage', () => {
  it('[F2] an activity on two goals counts once, and under those of its goals that its own unit holds', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(waste, kitchen));
    world.activities.put(anActivity(kitchen, [travel, waste]));
    const { counted, waiting, held } = coverageOfRoom(world, 2023, service);
    expect({ counted, waiting }).toEqual({ counted: 1, waiting: 0 });
    expect(held.map(({ goal, activities }) => [goal.key, activities])).toEqual([
      ['resor', 0],
      ['avfall', 1],
    ]);
  });

  it('[F3] what is dropped, removed, ordinary or waiting stays out of the count', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(waste, kitchen));
    const lines = [
      anActivity(kitchen, [waste], { key: 'a-1' }),
      anActivity(kitchen, [waste], { key: 'a-2', state: 'dropped' }),
      anActivity(kitchen, [waste], { key: 'a-3', removed: true }),
      anActivity(kitchen, [waste], { key: 'a-4', kind: 'ordinary' }),
      anActivity(kitchen, [waste], { key: 'a-5', kind: 'enabling' }),
      anActivity(kitchen, [travel], { key: 'a-6' }),
      anActivity(cleaning, [waste], { key: 'a-7', kind: 'ordinary' }),
      anActivity(cleaning, [waste], { key: 'a-8', state: 'dropped' }),
      anActivity(cleaning, [waste], { key: 'a-9', kind: 'ordinary', state: 'dropped' }),
    ];
    for (const line of lines) world.activities.put(line);
    expect(coverageOfRoom(world, 2023, service)).toMatchObject({ counted: 2, ordinary: 1, waiting: 2 });
  });

  it('[F1] what could be held is what the place above holds; below the region, every goal of the year', () => {
    const world = smallRegion();
    const possible = (room: typeof service) => coverageOfRoom(world, 2023, room).possible;
    expect([board, service, staff, kitchen].map(possible)).toEqual([2, 2, 2, 2]);
    world.assignments.put(anAssignment(travel, service, { state: 'withdrawn' }));
    expect([board, service, kitchen].map(possible)).toEqual([2, 2, 1]);
    world.goals.put({ ...waste, state: 'ended' });
    expect([region, board, service, kitchen].map(possible)).toEqual([1, 1, 1, 0]);
  });

  it('[F1] a request is not a goal that is held', () => {
    const world = worldOf({
      goals: [travel],
      units: [region, board, service],
      assignments: [anAssignment(travel, service, { state: 'requested' })],
    });
    expect(coverageOfRoom(world, 2023, service).held).toEqual([]);
  });
});
