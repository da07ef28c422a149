import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { askedAdvisories } from './advisories.ts';
import { ensureBrowser } from './browser.ts';
import { thisMachine } from './machine.ts';
import { summed, type Tally, tallyOf } from './tally.ts';

/**
 * The whole test command: a browser, both builds, then every test, and what is known of the parts that ship. Its last line is always
 * `N passed, N failed`, and it ends with 1 unless everything passed.
 */
const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, '.cache/tests');

function run(program: string, args: readonly string[], browser: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, program), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, KASKAD_BROWSER: browser },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

const vite = 'node_modules/vite/bin/vite.js';
const vitest = 'node_modules/vitest/vitest.mjs';

async function testRun(name: string, projects: readonly string[], browser: string): Promise<Tally> {
  const report = path.join(reports, `${name}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (name === 'e2e') {
    // They share one browser process; more files at a time would only wait for each other.
    args.push('--maxWorkers=2');
  }
  const chosen = projects.flatMap((project) => ['--project', project]);
  const endedWell = await run(vitest, [...args, ...chosen], browser);
  const json = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  return tallyOf(`${name} run`, json, endedWell);
}

async function everything(): Promise<Tally> {
  const browser = await ensureBrowser(thisMachine);
  console.log(`Browser: ${browser}`);
  for (const mode of ['production', 'standin']) {
    if (await run(vite, ['build', '--logLevel', 'warn', '--mode', mode], browser)) continue;
    return { passed: 0, failed: 1, remarks: [`vite build --mode ${mode} failed, so no test was run.`] };
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  // The tests in the browser come by themselves: beside the others they would be slow enough to time out.
  return summed([
    await testRun('quick', ['unit', 'screens', 'contract'], browser),
    await testRun('e2e', ['e2e'], browser),
    await askedAdvisories(),
  ]);
}

let tally: Tally;
try {
  tally = await everything();
} catch (failure) {
  const why = failure instanceof Error ? failure.message : String(failure);
  tally = { passed: 0, failed: 1, remarks: [why] };
}
for (const remark of tally.remarks) console.log(remark);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
