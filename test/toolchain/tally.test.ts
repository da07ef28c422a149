import { expect, test } from 'vitest';
import { summed, tallyOf } from '../../scripts/tally.ts';

const report = (status: string, ...statuses: string[]) =>
  JSON.stringify({
    testResults: [
      {
        name: 'a.test.ts',
        status,
        assertionResults: statuses.map((one, place) => ({ fullName: `test ${place}`, status: one })),
      },
    ],
  });

test('passed and failed tests are counted', () => {
  expect(tallyOf('run', report('failed', 'passed', 'passed', 'failed'), false)).toMatchObject({
    passed: 2,
    failed: 1,
  });
});

test.each(['skipped', 'pending', 'todo'])('a test that is %s is a failure, and is named', (status) => {
  const tally = tallyOf('run', report('passed', 'passed', status), true);
  expect(tally).toEqual({ passed: 1, failed: 1, remarks: [`Not run (${status}): test 1`] });
});

test('a file that could not be loaded is a failure', () => {
  expect(tallyOf('run', report('failed'), false)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOf('run', report('failed', 'passed'), false)).toMatchObject({ passed: 1, failed: 1 });
});

test('a run that ended badly, found nothing or left no report is a failure', () => {
  expect(tallyOf('run', report('passed', 'passed'), false)).toMatchObject({ passed: 1, failed: 1 });
  expect(tallyOf('run', '{"testResults":[]}', true)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOf('run', undefined, true)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOf('run', '{"testRes', true)).toMatchObject({ passed: 0, failed: 1 });
});

test('runs are added up', () => {
  const one = tallyOf('run', report('passed', 'passed'), true);
  expect(summed([one, tallyOf('e2e run', undefined, true)])).toEqual({
    passed: 1,
    failed: 1,
    remarks: ['The e2e run left no report.'],
  });
});
