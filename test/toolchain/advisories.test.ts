import { describe, expect, it } from 'vitest';
import { advisoryTally, askedAdvisories } from '../../scripts/advisories.ts';

/** npm's report with these findings in it: a name and how grave it is. */
const report = (found: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(found).map(([name, severity]) => [
        name,
        {
          name,
          severity,
          isDirect: false,
          via: [
            { source: 1, title: `A hole in ${name}`, url: 'https://github.com/advisories/1', severity },
            'glob',
          ],
          effects: [],
          range: '<2',
          fixAvailable: true,
        },
      ]),
    ),
    metadata: { vulnerabilities: { high: 1 } },
  });

describe('known faults in what ships', () => {
  it.each(['high', 'critical'])(
    '[H10] one that is %s fails, by its name and with its address',
    (severity) => {
      const { passed, failed, remarks } = advisoryTally(report({ docx: severity, idb: 'low' }));
      expect([passed, failed]).toEqual([0, 1]);
      expect(remarks[0]).toContain('1 high or critical in what ships');
      expect(remarks[1]).toBe(
        `docx: ${severity}: A hole in docx https://github.com/advisories/1; through glob`,
      );
    },
  );

  it('[H10] each of several counts', () => {
    expect(advisoryTally(report({ docx: 'high', uuid: 'critical', react: 'high' })).failed).toBe(3);
  });

  it.each([
    [{}, 'and nothing lesser'],
    [{ idb: 'low', uuid: 'moderate' }, '2 lesser'],
  ])('[H10] nothing grave fails nothing, and says so: %j', (found, said) => {
    const { failed, remarks } = advisoryTally(report(found));
    expect(failed).toBe(0);
    expect(remarks).toEqual([`Advisories: nothing high or critical in what ships, ${said}.`]);
  });

  it.each([
    [
      'no network',
      JSON.stringify({
        message: 'request to https://registry.npmjs.org/ failed, reason: ENOTFOUND',
        error: {},
      }),
      'request to https://registry.npmjs.org/ failed, reason: ENOTFOUND',
    ],
    [
      'a registry without advisories',
      JSON.stringify({ error: { summary: '404 Not Found' } }),
      '404 Not Found',
    ],
    ['a page of somebody else', '<!doctype html><title>Log in</title>', 'npm gave no report.'],
    ['nothing at all', undefined, 'npm gave no report.'],
    ['nothing printed', '', 'npm gave no report.'],
    ['another form of report', JSON.stringify({ auditReportVersion: 2 }), 'npm gave no report.'],
  ])('[H11] %s fails nothing, and is said in a sentence', (_, printed, reason) => {
    const { passed, failed, remarks } = advisoryTally(printed);
    expect([passed, failed]).toEqual([0, 0]);
    expect(remarks).toEqual([`No advisories could be had, so nothing was checked: ${reason}`]);
  });

  it('[H10] are asked for of what ships alone, by the npm that runs the tests', async () => {
    const asked: string[][] = [];
    const run = (command: string, args: readonly string[]) => {
      asked.push([command, ...args]);
      return Promise.resolve(report({}));
    };
    await askedAdvisories(run, '/usr/lib/npm-cli.js');
    await askedAdvisories(run, '');
    const wanted = ['audit', '--omit=dev', '--audit-level=high', '--json'];
    expect(asked).toEqual([
      [process.execPath, '/usr/lib/npm-cli.js', ...wanted],
      ['npm', ...wanted],
    ]);
  });
});
