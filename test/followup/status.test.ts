import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/followup/comment.ts';
import { statusesOf } from '../../src/followup/status.ts';
import {
  anActivity,
  anAssignment,
  anna,
  cleaning,
  kitchen,
  service,
  smallRegion,
  travel,
  waste,
} from '../builders.ts';

function aComment(fields: Partial<Comment>): Comment {
  return {
    key: 'c-1',
    title: 'Kommentar',
    removed: false,
    subjectKey: `2023/${travel.key}/${kitchen.key}`,
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    periodKey: null,
    isCorrection: false,
    status: 'onPlan',
    text: null,
    by: anna,
    on: '2023-05-01',
    ...fields,
  };
}

function said(comments: readonly Comment[], room = service) {
  const world = smallRegion();
  for (const goal of [travel, waste]) world.assignments.put(anAssignment(goal, kitchen));
  world.assignments.put(anAssignment(travel, cleaning, { state: 'withdrawn' }));
  world.activities.put(anActivity(kitchen, [travel, waste], { key: 'a-1' }));
  world.activities.put(anActivity(kitchen, [waste], { key: 'a-removed', removed: true }));
  for (const comment of comments) world.comments.put(comment);
  return [...statusesOf(world, 2023, room)].map(([goal, { key, status, unitKey }]) => [
    goal,
    key,
    status,
    unitKey,
  ]);
}

describe('how a goal goes', () => {
  it('[F10] is not told where nobody has judged it', () => {
    expect(said([])).toEqual([]);
    expect(said([aComment({ status: null, text: 'Bara ord' })])).toEqual([]);
  });

  it('[F10] is what was said last, of the assignment or of an activity under the goal', () => {
    const first = aComment({ key: 'c-1', status: 'onPlan', on: '2023-05-01' });
    const later = aComment({ key: 'c-0', status: 'atRisk', on: '2023-06-01', subjectKey: 'a-1' });
    expect(said([first, later])).toEqual([
      ['resor', 'c-0', 'atRisk', 'service-kost'],
      ['avfall', 'c-0', 'atRisk', 'service-kost'],
    ]);
  });

  it('[F10] two words of one day are told apart by the order in which they were written', () => {
    const words = [aComment({ key: 'c-2', status: 'offPlan' }), aComment({ key: 'c-1', status: 'onPlan' })];
    expect(said(words)).toEqual([['resor', 'c-2', 'offPlan', 'service-kost']]);
    expect(said([...words].reverse())).toEqual([['resor', 'c-2', 'offPlan', 'service-kost']]);
  });

  it.each([
    ['an assignment that was taken back', { subjectKey: '2023/resor/service-stad' }],
    ['an activity that was removed', { subjectKey: 'a-removed' }],
    ['something that nobody knows', { subjectKey: 'a-unknown' }],
    ['another department', { shelf: '2023/stab' }],
    ['another year', { shelf: '2022/service' }],
  ])('[F10] nothing is told of %s', (_, fields) => {
    expect(said([aComment(fields)])).toEqual([]);
  });

  it('[F10] a unit hears what was said of it, and not what was said of its neighbour', () => {
    expect(said([aComment({})], kitchen)).toHaveLength(1);
    expect(said([aComment({})], cleaning)).toEqual([]);
  });

  it('[F10] the order in which comments come to the device changes nothing', () => {
    const comment = fc.record({
      key: fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4', 'c-5'),
      on: fc.constantFrom(null, '2023-05-01', '2023-05-02'),
      status: fc.constantFrom<Comment['status']>('onPlan', 'atRisk', 'offPlan', null),
      subjectKey: fc.constantFrom('a-1', '2023/resor/service-kost', '2023/avfall/service-kost'),
    });
    const comments = fc.uniqueArray(comment, { selector: ({ key }) => key, maxLength: 5 });
    fc.assert(
      fc.property(comments, fc.nat(), (drawn, turn) => {
        const rows = drawn.map(aComment);
        const cut = rows.length === 0 ? 0 : turn % rows.length;
        const turned = [...rows.slice(cut), ...rows.slice(0, cut)];
        expect(new Set(said(turned).map(String))).toEqual(new Set(said(rows).map(String)));
      }),
      { seed: 2023, numRuns: 300 },
    );
  });
});
