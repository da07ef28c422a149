import { describe, expect, it } from 'vitest';
import { byKind, gapsOf } from '../../src/followup/gaps.ts';
import { overviewOf } from '../../src/followup/overview.ts';
import {
  anActivity,
  anAssignment,
  board,
  cleaning,
  kitchen,
  region,
  regionTables,
  service,
  staff,
  travel,
  waste,
  worldOf,
} from '../builders.ts';
import type { Records } from '../../src/world.ts';
import { tallied } from './tallied.ts';

const onBoard = [anAssignment(travel, board), anAssignment(waste, board)];

function gaps(rows: { assignments?: Records['assignments'][]; activities?: Records['activities'][] } = {}) {
  const world = worldOf({
    goals: [travel, waste],
    units: [region, board, service, staff, kitchen, cleaning],
    assignments: [...onBoard, ...(rows.assignments ?? [])],
    activities: rows.activities ?? [],
  });
  return gapsOf(overviewOf(tallied(world, 2023), 2023, board));
}

const kindsOf = (departmentKey: string, found: ReturnType<typeof gaps>) =>
  found.filter((gap) => gap.departmentKey === departmentKey).map(({ kind }) => kind);

describe('gaps', () => {
  it('[F17] a department without goals lacks them all, and nothing else yet', () => {
    expect(gaps().filter((gap) => gap.departmentKey === 'stab')).toEqual([
      { kind: 'noGoals', departmentKey: 'stab', goalKeys: ['resor', 'avfall'], unitKeys: [] },
    ]);
  });

  it('[F17] one with some goals lacks the others by name', () => {
    const found = gaps({ assignments: [anAssignment(travel, staff)] });
    expect(found).toContainEqual({
      kind: 'someGoals',
      departmentKey: 'stab',
      goalKeys: ['avfall'],
      unitKeys: [],
    });
  });

  it('[F17] one whose units hold nothing has not assigned; with one unit done, the other is named', () => {
    const both = [anAssignment(travel, service), anAssignment(waste, service)];
    expect(kindsOf('service', gaps({ assignments: both }))).toEqual(['notAssigned', 'noActivity']);
    const found = gaps({ assignments: [...both, anAssignment(travel, kitchen)] });
    expect(found).toContainEqual({
      kind: 'unitsWithout',
      departmentKey: 'service',
      goalKeys: [],
      unitKeys: ['service-stad'],
    });
  });

  it('[F17] a request and a wish to talk stand until they are answered', () => {
    const assignments = [
      anAssignment(travel, service),
      anAssignment(waste, service),
      anAssignment(travel, kitchen, { consultation: 'discuss' }),
      anAssignment(waste, cleaning, { state: 'requested' }),
    ];
    const found = gaps({ assignments });
    expect(found).toContainEqual({
      kind: 'requested',
      departmentKey: 'service',
      goalKeys: ['avfall'],
      unitKeys: ['service-stad'],
    });
    expect(found).toContainEqual({
      kind: 'toTalk',
      departmentKey: 'service',
      goalKeys: ['resor'],
      unitKeys: ['service-kost'],
    });
  });

  it('[F18] an activity closes the gap, a dropped or waiting one does not, and ordinary work does', () => {
    const assignments = [anAssignment(travel, staff), anAssignment(waste, staff)];
    const kinds = (...activities: Records['activities'][]) =>
      kindsOf('stab', gaps({ assignments, activities }));
    expect(kinds()).toEqual(['noActivity']);
    expect(kinds(anActivity(staff, [travel]))).toEqual([]);
    expect(kinds(anActivity(staff, [travel], { kind: 'ordinary' }))).toEqual([]);
    expect(kinds(anActivity(staff, [travel], { state: 'dropped' }))).toEqual(['noActivity']);
    expect(kinds(anActivity(staff, [travel], { removed: true }))).toEqual(['noActivity']);
  });

  it('tells of the demonstration region by kind, in the order in which they are mended', () => {
    const world = tallied(regionTables(), 2023);
    const regionBoard = world.units.get('regionstyrelsen');
    if (!regionBoard) throw new Error('There is no board');
    const groups = byKind(gapsOf(overviewOf(world, 2023, regionBoard)));
    expect(groups.map(({ kind, gaps: all }) => [kind, all.length])).toEqual([
      ['someGoals', 4],
      ['notAssigned', 1],
      ['unitsWithout', 1],
      ['noActivity', 5],
    ]);
  });

  it('says nothing of what has not been counted', () => {
    const world = regionTables();
    const regionBoard = world.units.get('regionstyrelsen');
    expect(regionBoard && gapsOf(overviewOf(world, 2023, regionBoard))).toEqual([]);
  });
});
