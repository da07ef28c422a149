import * as v from 'valibot';

/** What of vitest's JSON report is counted here. */
const report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

export interface Tally {
  passed: number;
  failed: number;
  /** What failed without saying so itself, one line each. */
  remarks: string[];
}

/**
 * Counts one run. A skipped or postponed test is a failure, so are a file that could not be loaded and a
 * run that ended badly or found nothing: none of them may look like success.
 */
export function tallyOf(run: string, json: string | undefined, endedWell: boolean): Tally {
  const read = json === undefined ? undefined : v.safeParse(report, parsed(json));
  if (!read?.success) return { passed: 0, failed: 1, remarks: [`The ${run} left no report.`] };
  const tally: Tally = { passed: 0, failed: 0, remarks: [] };
  for (const file of read.output.testResults) {
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1;
      else tally.failed += 1;
      if (status !== 'passed' && status !== 'failed') tally.remarks.push(`Not run (${status}): ${fullName}`);
    }
    const brokeAsWhole =
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
    if (brokeAsWhole) {
      tally.failed += 1;
      tally.remarks.push(`Failed outside its tests: ${file.name}`);
    }
  }
  if (tally.passed + tally.failed === 0) {
    return { passed: 0, failed: 1, remarks: [`The ${run} found no tests.`] };
  }
  if (!endedWell && tally.failed === 0) {
    tally.failed = 1;
    tally.remarks.push(`The ${run} ended with an error outside its tests.`);
  }
  return tally;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function summed(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    remarks: tallies.flatMap(({ remarks }) => remarks),
  };
}
