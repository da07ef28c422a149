import { execFile } from 'node:child_process';
import path from 'node:path';
import * as v from 'valibot';
import type { Tally } from './tally.ts';

/** What of npm's own report is read here. */
const report = v.object({
  auditReportVersion: v.number(),
  vulnerabilities: v.record(
    v.string(),
    v.object({
      severity: v.string(),
      via: v.array(v.union([v.string(), v.object({ title: v.string(), url: v.optional(v.string(), '') })])),
    }),
  ),
});

/** What npm says when it has no report: that the registry does not answer, or why it will not. */
const excuse = v.object({
  message: v.optional(v.string(), ''),
  error: v.optional(v.object({ summary: v.optional(v.string(), '') })),
});

/**
 * [H10] What is known to be wrong with what the product is built of. A report with something high or critical in it fails; that
 * no report could be had is said and fails nothing, since it tells nothing of the product.
 */
export function advisoryTally(printed: string | undefined): Tally {
  const body = parsed(printed);
  const read = v.safeParse(report, body);
  if (!read.success) {
    return {
      passed: 0,
      failed: 0,
      remarks: [`No advisories could be had, so nothing was checked: ${why(body)}`],
    };
  }
  const { vulnerabilities } = read.output;
  const found = Object.entries(vulnerabilities);
  const grave = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  const lesser = found.length - grave.length;
  const sum =
    grave.length === 0
      ? `Advisories: nothing high or critical in what ships, ${lesser === 0 ? 'and nothing lesser' : `${lesser} lesser`}.`
      : `Advisories: ${grave.length} high or critical in what ships. \`npm audit --omit=dev\` says more.`;
  return {
    passed: 0,
    failed: grave.length,
    remarks: [
      sum,
      ...grave.map(([name, { severity, via }]) => {
        const titles = via.map((one) =>
          typeof one === 'string' ? `through ${one}` : `${one.title} ${one.url}`.trim(),
        );
        return `${name}: ${severity}: ${titles.join('; ')}`;
      }),
    ],
  };
}

function why(body: unknown): string {
  const read = v.safeParse(excuse, body);
  const said = read.success ? read.output.message || read.output.error?.summary || '' : '';
  return said === '' ? 'npm gave no report.' : said;
}

function parsed(printed: string | undefined): unknown {
  try {
    return JSON.parse(printed ?? '');
  } catch {
    return undefined;
  }
}

/** Runs a program and gives back what it printed, whatever it ended with; undefined when it could not be run or took too long. */
export type Run = (command: string, args: readonly string[]) => Promise<string | undefined>;

const root = path.resolve(import.meta.dirname, '..');

/** npm itself tries for minutes before it gives a dead line up. */
const patienceMs = 60_000;

const here: Run = (command, args) =>
  new Promise((resolve) => {
    const limits = { cwd: root, timeout: patienceMs, maxBuffer: 64 * 1024 * 1024 };
    // On Windows the program npm is a script of the shell's.
    const shell = command === 'npm' && process.platform === 'win32';
    execFile(command, args, { ...limits, shell }, (_failure, printed) => resolve(printed));
  });

/**
 * Asks npm's registry about what ships. npm ends with 1 both for a finding and for no network; what it printed tells them apart.
 * `npm`: the npm that runs this, where one does.
 */
export async function askedAdvisories(
  run: Run = here,
  npm: string | undefined = process.env['npm_execpath'],
): Promise<Tally> {
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json'];
  return advisoryTally(await (npm ? run(process.execPath, [npm, ...args]) : run('npm', args)));
}
