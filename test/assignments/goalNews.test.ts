import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/assignments/assignment.ts';
import { assignedNews, type GoalNews, requestedNews } from '../../src/assignments/goalNews.ts';
import { leaderOf } from '../../src/organisation/leader.ts';
import {
  anAssignment,
  anna,
  aUnit,
  cleaning,
  kitchen,
  service,
  smallRegion,
  travel,
  waste,
} from '../builders.ts';

const bo = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Bo Ek' };
const cia = { id: 'c0000000-0000-4000-8000-000000000003', name: 'Cia Dal' };
const noHeads = { head: null, acting: null, delegate: null };

/** Kost and Städ with these heads, holding or asking for both goals; Service is led by Anna. */
function region(state: Assignment['state'], kitchenHead = bo, cleaningHead: typeof bo | null = cia) {
  const world = smallRegion();
  world.units.put({ ...service, heads: { ...noHeads, head: anna } });
  world.units.put({ ...kitchen, heads: { ...noHeads, head: kitchenHead } });
  world.units.put({ ...cleaning, heads: { ...noHeads, head: cleaningHead } });
  for (const unit of [kitchen, cleaning])
    for (const goal of [travel, waste]) world.assignments.put(anAssignment(goal, unit, { state }));
  return world;
}

const wishes = (kind: 'assignGoal' | 'requestGoal', ...cells: [goalKey: string, unitKey: string][]) =>
  cells.map(([goalKey, unitKey]) => ({
    do: kind,
    year: 2023,
    roomKey: 'service',
    goalKey,
    unitKey,
    seen: 'none' as const,
  }));

const all: [string, string][] = [
  ['avfall', 'service-kost'],
  ['resor', 'service-kost'],
  ['resor', 'service-stad'],
];

const inShort = (news: readonly GoalNews[]) =>
  news.map(({ to, place, unit, goals }) => [
    to?.name ?? null,
    place.title,
    unit.title,
    goals.map(({ key }) => key).join(' '),
  ]);

describe('who leads a unit', () => {
  it.each([
    [{ head: anna, acting: bo, delegate: cia }, anna],
    [{ head: null, acting: bo, delegate: cia }, bo],
    [{ head: null, acting: null, delegate: cia }, cia],
    [noHeads, null],
    // A name that somebody typed into the list, and nobody that Teams knows.
    [{ head: { id: '', name: 'Någon' }, acting: bo, delegate: null }, bo],
  ])('[A14] %o', (heads, leader) => expect(leaderOf(aUnit({ heads }))).toEqual(leader));
});

describe('who hears of goals that were handed down', () => {
  it('[A14] each unit’s leader, once for all of its goals, in the order of the goals', () => {
    const news = assignedNews(region('assigned'), 2023, wishes('assignGoal', ...all), anna);
    expect(inShort(news)).toEqual([
      ['Bo Ek', 'Kost', 'Kost', 'resor avfall'],
      ['Cia Dal', 'Städ', 'Städ', 'resor'],
    ]);
  });

  it('[A14] a leader of two units hears of each', () => {
    const news = assignedNews(region('assigned', bo, bo), 2023, wishes('assignGoal', ...all), anna);
    expect(inShort(news).map(([to, , unit]) => [to, unit])).toEqual([
      ['Bo Ek', 'Kost'],
      ['Bo Ek', 'Städ'],
    ]);
  });

  it('[A14] nobody hears of what they did themselves, and a unit without a leader is told of as such', () => {
    const news = assignedNews(region('assigned', bo, null), 2023, wishes('assignGoal', ...all), bo);
    expect(inShort(news)).toEqual([[null, 'Städ', 'Städ', 'resor']]);
  });

  it('[A14] what was undone meanwhile is not told, nor the same goal twice', () => {
    const world = region('assigned');
    world.assignments.put(anAssignment(waste, kitchen, { removed: true }));
    const news = assignedNews(world, 2023, wishes('assignGoal', ...all, ...all), anna);
    expect(inShort(news)).toEqual([
      ['Bo Ek', 'Kost', 'Kost', 'resor'],
      ['Cia Dal', 'Städ', 'Städ', 'resor'],
    ]);
    expect(assignedNews(region('withdrawn'), 2023, wishes('assignGoal', ...all), anna)).toEqual([]);
    expect(assignedNews(region('assigned'), 2023, wishes('requestGoal', ...all), anna)).toEqual([]);
  });
});

describe('who hears of goals that are asked for', () => {
  it('[A15] the leader of the place above, once for each unit', () => {
    const news = requestedNews(region('requested'), 2023, wishes('requestGoal', ...all), bo);
    expect(inShort(news)).toEqual([
      ['Anna Berg', 'Service', 'Kost', 'resor avfall'],
      ['Anna Berg', 'Service', 'Städ', 'resor'],
    ]);
  });

  it('[A15] not who asked, not of what is granted already, and of nobody where nobody leads', () => {
    const asked = wishes('requestGoal', ...all);
    expect(requestedNews(region('requested'), 2023, asked, anna)).toEqual([]);
    expect(requestedNews(region('assigned'), 2023, asked, bo)).toEqual([]);
    const world = region('requested');
    world.units.put({ ...service, heads: noHeads });
    expect(inShort(requestedNews(world, 2023, asked, bo))[0]).toEqual([
      null,
      'Service',
      'Kost',
      'resor avfall',
    ]);
    expect(requestedNews(world, 2023, wishes('requestGoal', ['resor', 'regionen']), bo)).toEqual([]);
  });
});
