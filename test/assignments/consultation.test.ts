import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/assignments/assignment.ts';
import { consultationOf } from '../../src/assignments/consultation.ts';
import { aGoal, anAssignment, anna, kitchen, travel, waste, worldOf } from '../builders.ts';

const energy = aGoal({ key: 'energi', order: 3 });
const agreedOn = (consultedOn: string): Partial<Assignment> => ({
  consultation: 'agreed',
  consultedBy: anna,
  consultedOn,
});
const discussOn = (consultedOn: string) => ({ ...agreedOn(consultedOn), consultation: 'discuss' as const });

function answered(...answers: Partial<Assignment>[]) {
  const goals = [travel, waste, energy];
  const assignments = answers.flatMap((fields, at) =>
    goals.slice(at, at + 1).map((goal) => anAssignment(goal, kitchen, fields)),
  );
  return consultationOf(worldOf({ goals, assignments }), 2023, kitchen);
}

const goalsOf = (rows: readonly Assignment[]) => rows.map(({ goalKey }) => goalKey);

describe('how the talk with a unit stands', () => {
  it('[A13] is agreed when all of its goals are, on the day of the latest answer', () => {
    const talk = answered(agreedOn('2023-08-25'), agreedOn('2023-10-12'), agreedOn('2023-09-01'));
    expect(talk).toMatchObject({ standing: 'agreed', latest: '2023-10-12', unanswered: [], discuss: [] });
    expect(talk.agreed).toHaveLength(3);
  });

  it('[A13] is a wish to talk as soon as one goal is, whatever is agreed of the others', () => {
    const talk = answered(agreedOn('2023-08-25'), discussOn('2023-08-20'), {});
    expect(talk).toMatchObject({ standing: 'discuss', latest: '2023-08-25' });
    expect([talk.agreed, talk.discuss, talk.unanswered].map(goalsOf)).toEqual([
      ['resor'],
      ['avfall'],
      ['energi'],
    ]);
  });

  it('[A13] is unanswered while one goal is', () => {
    expect(answered({}, {})).toMatchObject({ standing: 'unanswered', latest: '' });
    expect(answered(agreedOn('2023-08-25'), {})).toMatchObject({
      standing: 'unanswered',
      latest: '2023-08-25',
    });
  });

  it('[A13] asks about nothing but goals that are held and still hold', () => {
    expect(answered()).toMatchObject({ standing: 'nothing', latest: '' });
    expect(answered({ state: 'requested' }, { state: 'withdrawn' }, { removed: true }).standing).toBe(
      'nothing',
    );
    const over = aGoal({ key: 'resor', toYear: 2022 });
    const rows = [anAssignment(over, kitchen)];
    expect(consultationOf(worldOf({ goals: [over], assignments: rows }), 2023, kitchen).standing).toBe(
      'nothing',
    );
    // An answer without its day, written by hand, is an answer all the same.
    expect(answered({ consultation: 'agreed' })).toMatchObject({ standing: 'agreed', latest: '' });
  });
});
